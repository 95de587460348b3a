import { expect, test } from 'vitest';
import { leaveWithBackup, listingLeft } from '../../../machines/backup-listing/backup-listing.setup.ts';
import { nextBatch } from '../../../machines/content-download/content-download.setup.ts';
import { nextService } from '../../../machines/icloud-sync/icloud-sync.setup.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { Draw } from '../../../src/model/draw.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import { actionsDone, guardsSaid, MACHINE_IDS, PARTS, told } from './asked-of-machines.ts';
import { drawnMoment, type Moment, paramsIn } from './drawn-moment.ts';
import table from './known-moments.txt?raw';

/*
 * What hardly any story comes to: every guard is asked and every action done in moments of which each word is drawn,
 * whether or not a story leads there. Most of what a machine does hangs on a few words of the world and of what is
 * settled so far, and in some of these moments just one of them is another one.
 */

/** In `npm test` one in a few is asked. */
const { known, expected } = knownTable('test/unit/machines/known-moments.txt', table, WALKS_EVERY);
const PER_LINE = 3;

type Begins = (asked: { readonly input: unknown }) => unknown;
/** What is worked out when a state is entered or left. */
const asEntered = (context: Moment): string[] =>
  [
    ...(['back', 'gave-up', 'set-up-as-new'] as const).map((left) => () => {
      const backup = context['backup'];
      return listingLeft(left)({ context: context as never, event: { at: 5, backup } });
    }),
    () => leaveWithBackup({ context: context as never, event: { at: 5 } }),
    () => nextBatch({ context: context as never }),
    () => nextService({ context: context as never }),
    ...Object.values(MACHINES).map((machine) => () => (machine.config.context as Begins)({ input: context })),
  ].map(told);

function saidIn(draw: Draw): string[] {
  const moment = drawnMoment(draw);
  const early = { ...moment, situation: null, situationAtFreeze: null };
  const several = Array.from({ length: 6 }, () => paramsIn(draw, moment.file));
  const params = () => draw.one(several);
  return [
    ...asEntered(moment),
    ...MACHINE_IDS.flatMap((id) => several.slice(0, 3).flatMap((given) => guardsSaid(id, moment, given))),
    ...(['simulation', 'icloudSync'] as const).flatMap((id) => guardsSaid(id, early, params())),
    ...MACHINE_IDS.flatMap((id) => {
      const parts = PARTS.filter(() => draw.below(6) > 0);
      return actionsDone(id, { context: moment, parts, inOrder: (names) => draw.shuffled(names), params });
    }),
  ];
}

test.each(known.map(ofScenario))('the machines do in $id what is known', ({ id, line }) => {
  const draw = new Draw(id);
  const said = Array.from({ length: PER_LINE }, () => saidIn(draw)).flat();
  const now = `${fingerprintOf(said.join('\n')).slice(0, 8)} ${id}`;
  expect(now).toBe(expected(now, line));
});
