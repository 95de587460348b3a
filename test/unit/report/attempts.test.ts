import { expect, test } from 'vitest';
import { attemptViews } from '../../../src/report/attempts.ts';
import { checklistOf } from '../../../src/report/checklist.ts';
import { itemViews } from '../../../src/report/item-view.ts';
import { reportInputFrom } from '../../../src/report/report-input.ts';
import { play } from '../../../src/run/play.ts';
import { story } from '../stories.ts';

type Plain = Record<string, unknown>;
const BACKUPS = [{ id: 'it', device: 'a phone', made: '2026-02-20' }];
const run = (world: Plain, rest: Plain = {}) =>
  play(story({ backups: BACKUPS, items: [{ category: 'messages' }], ...world }, rest), { attempts: 2 });
const how = (world: Plain, rest: Plain = {}) => attemptViews(reportInputFrom(run(world, rest))).map((view) => view.how);

test('an attempt is called by what happened: an erase only where there was one', () => {
  const inUse = { device: { name: 'a phone', state: 'in-use' } };
  expect(how({})).toEqual(['Erased and restored again']);
  const anew = ['Told anew from the phone as it was before the first attempt'];
  expect(how(inUse, { script: [{ do: 'erase.requested' }] })).toEqual(anew);
  expect(how(inUse, { route: 'computer' })).toEqual(anew);
  const tooLarge = { device: { ...inUse.device, free: '1 GB' }, items: [{ category: 'messages', bytes: '2 GB' }] };
  expect(how(tooLarge, { route: 'computer' })).toEqual(['Restored again']);
  expect(how(tooLarge, { route: 'computer', attempts: [{ change: { 'script.erase': 'first' } }] })).toEqual([
    'Erased and restored again',
  ]);
  expect(how({ ...inUse, backups: [] }, { script: [{ do: 'person.gaveUp', during: 'in-use' }] })).toEqual([
    'Tried again',
  ]);
});

test.each<[string, Plain, Plain, string]>([
  ['an item that stops it', { items: [{ category: 'messages', fails: { at: 'placement', and: 'stops' } }] }, {}, 'No'],
  ['a damaged backup', { backups: [{ ...BACKUPS[0], damaged: 'yes' }] }, {}, 'No'],
  [
    'a cable that was pulled',
    {},
    { route: 'computer', script: [{ do: 'computer.disconnected' }] },
    'Perhaps, where it runs to its end',
  ],
])('whether the same restore would bring it hangs on what broke it off: %s', (_, world, rest, answer) => {
  const { outcome, journal, ledger, scenario } = run(world, rest);
  const views = itemViews(scenario.world.items, ledger.rows, scenario.route);
  const checks = checklistOf(scenario.world, outcome, journal.lines, views);
  expect(checks.find(({ id }) => id === 'retry')?.answer).toBe(answer);
});
