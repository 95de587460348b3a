import { expect } from 'vitest';
import { FATES } from '../../src/model/fates.ts';
import { spokenNames } from '../../src/model/spoken-names.ts';
import { capitalised } from '../../src/model/phrases.ts';
import type { Item } from '../../src/model/world.ts';
import { isBeyondReach } from '../../src/rulebook/case/listing.ts';
import { heldBy } from '../../src/rulebook/judge/decide.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { standingAt } from '../../src/run/standing.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

/** Apps with copies of their own, and with parts that need one another. */

const CONDITIONS: readonly Plain[] = [
  {},
  { exists: 'no' },
  { exists: 'unknown' },
  { password: 'forgotten' },
  { number: 'changed' },
  { fails: 'yes' },
];

/**
 * An app whose chats are in no backup of the phone, with an own way under some condition, and a list that
 * needs them.
 */
function withApps(world: WorldPlain): void {
  const condition = CONDITIONS[world.items.length % CONDITIONS.length];
  world.items.push(
    { id: 'own-chats', category: 'app-data', app: 'sketch', policy: 'excludes-itself' },
    { id: 'own-list', category: 'app-data', app: 'sketch', needs: ['own-chats'] },
  );
  world['copies'] = [{ kind: 'own-backup', of: ['own-chats'], ...condition }];
}

const told = dramas({ but: withApps });
/** A long list names its first items and counts the others. */
const namesOrCounts = ({ title }: Item): RegExp =>
  new RegExp(String.raw`(^| · )${title.replaceAll(/[^\w ]/g, String.raw`\$&`)}( · |$)| · and [\d,.]+ more$`);

law(
  'what is of no use is counted as not working, with what helps, and nobody says that everything is back',
  told,
  (drama) => {
    const { run } = drama;
    const views = itemViews(run.world.items, run.ledger.rows, run.world.route);
    const { customer } = recoveryOf(run.world, run.outcome, run.journal.lines, views);
    const useless = views.filter(({ fate }) => fate === 'of-no-use');
    const check = checklistOf(run.world, run.outcome, run.journal.lines, views).find(({ id }) => id === 'missing');
    expect([useless.length > 0, check?.answer.includes('of no use') ?? false]).toEqual([
      useless.length > 0,
      useless.length > 0,
    ]);
    for (const { id, mend, title } of useless) {
      expect([id, mend]).not.toEqual([id, null]);
      expect(check?.details.join(' ')).toContain(title);
    }
    if (customer.includes('everything is back'))
      expect(views.filter(({ fate }) => fate === null || !FATES[fate].works)).toEqual([]);
  },
);

law('“nothing beyond what is on the phone” is said only where no other backup holds what is missing', told, (drama) => {
  const { run } = drama;
  const { file } = run.simulation;
  const views = itemViews(run.world.items, run.ledger.rows, run.world.route);
  const { accessible } = recoveryOf(run.world, run.outcome, run.journal.lines, views);
  const chosen = standingAt(run.journal.lines).situation?.backup ?? null;
  const names = spokenNames(run.world);
  for (const item of run.world.items) {
    const row = run.ledger.row(item.id);
    // Whether it works may be unknown of what is there.
    if (!row?.fate || row.onPhone || row.fate === 'pending' || categoryOf(item).returns === 'store') continue;
    for (const backup of run.world.backups) {
      if (backup.id === chosen || isBeyondReach(file, backup)) continue;
      if (heldBy(file, item, backup) === 'yes')
        expect([item.id, accessible.filter(({ where }) => where === capitalised(names.backup(backup.id)))]).toEqual([
          item.id,
          [expect.objectContaining({ what: expect.stringMatching(namesOrCounts(item)) as unknown })],
        ]);
    }
  }
});

law(
  'an own copy that cannot be used brings nothing, and says why when a restore has left it to the app',
  dramas({ but: withApps, scripts: 'timeless' }),
  ({ run }) => {
    const usable = new Set(
      run.world.copies
        .filter(
          ({ kind, exists, password, number, fails, oldPhone }) =>
            exists === 'yes' &&
            number === 'same' &&
            fails === 'no' &&
            (kind === 'own-backup' ? password !== 'forgotten' : oldPhone === 'there'),
        )
        .flatMap(({ of }) => of),
    );
    const brought = run.journal.lines.flatMap((line) =>
      line.type === 'item.arrived' && line.gate === 'sync' && line.from === 'app' ? line.items : [],
    );
    for (const id of brought) expect([id, usable.has(id)]).toEqual([id, true]);
    const chats = run.ledger.row('own-chats');
    const waits = run.journal.lines.some((line) => line.type === 'item.waiting' && line.rule === 'own/backup-waits');
    if (waits) expect(usable.has('own-chats')).toBe(true);
    if (chats?.syncWithheld) expect([chats.syncWithheld, usable.has('own-chats')]).toEqual([chats.syncWithheld, false]);
  },
);
