import { expect, test } from 'vitest';
import { explainItem } from '../../src/insight/explain/why.ts';
import { isBeyondReach } from '../../src/rulebook/case/listing.ts';
import { FACTS } from '../../src/rulebook/facts/facts.ts';
import { heldBy, questionFor } from '../../src/rulebook/judge/decide.ts';
import { categoryNamed } from '../../src/rulebook/case/case-file.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import type { Rule } from '../../src/rulebook/tables/rule.ts';
import { must } from '../../src/model/must.ts';
import { spokenNames } from '../../src/model/spoken-names.ts';
import { capitalised } from '../../src/model/phrases.ts';
import { isThere, itemViews } from '../../src/report/item-view.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { isShutOut } from '../../src/run/other-backups.ts';
import { settledAt } from '../../src/run/standing.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const told = ({ run, scenario: { world } }: Drama) => {
  const views = itemViews(world.items, run.ledger.rows, run.world.route);
  const missing = views.filter((view) => !isThere(view));
  const { accessible } = recoveryOf(world, run.outcome, run.journal.lines, views);
  return { world, file: caseFileOf(world), views, missing, accessible };
};
/** Titles are cut off where there are many, so a world of few items alone says who is named. */
const names = (what: string, title: string): boolean => what.includes(title) || what.includes(' more');

law(
  'what iCloud keeps is told wherever the story ended, as there, as shut, or as waiting',
  dramas(),
  (drama) => {
    const { world, file, missing, accessible } = told(drama);
    const { situation } = settledAt(drama.run.journal.lines, Number.POSITIVE_INFINITY);
    if (
      !situation ||
      world.accounts.length === 0 ||
      !['never-started', 'failed', 'stopped'].includes(drama.run.outcome)
    )
      return;
    for (const { id, title, fate } of missing) {
      const question = questionFor(file, must(file.item(id), id), situation);
      if (FACTS['service.now'].read(question) !== 'on' || FACTS['service.holds'].read(question) !== 'yes') continue;
      if (fate === 'lost-later' || fate === 'pending') continue;
      const rows = accessible.filter(({ where, what }) => /iCloud/.test(where) && names(what, title));
      expect([title, rows.length > 0]).toEqual([title, true]);
    }
  },
  60,
);

law(
  'a backup that holds what did not come is named, unless nobody can use it, or its own rules keep that out',
  dramas(),
  (drama) => {
    const { world, file, missing, accessible } = told(drama);
    const { situation } = settledAt(drama.run.journal.lines, Number.POSITIVE_INFINITY);
    for (const backup of world.backups) {
      if (isBeyondReach(file, backup) || backup.id === situation?.backup) continue;
      const where = capitalised(spokenNames(world).backup(backup.id));
      for (const { id, title, category, fate } of missing) {
        if (fate === 'pending' || categoryNamed(category).returns === 'store') continue;
        const item = must(file.item(id), id);
        if (heldBy(file, item, backup) !== 'yes' || isShutOut(file, item, situation, backup)) continue;
        const named = accessible.some((row) => row.where === where && names(row.what, title));
        expect([title, where, named]).toEqual([title, where, true]);
      }
    }
  },
  60,
);

law(
  'no gate reads as passed that would have stopped the item too',
  dramas(),
  (drama) => {
    for (const { id, also, fate } of drama.run.ledger.rows) {
      if (fate !== 'lost-at-erase') continue;
      const passed = explainItem(drama.run, id).gates.filter(({ state }) => state === 'passed');
      const shut = also.map((rule) => must((RULES as Readonly<Record<string, Rule>>)[rule], rule));
      const gates = shut.filter(({ outcome }) => outcome === 'never-in-backup').map(({ gate }) => gate);
      expect(passed.map(({ gate }) => gate).filter((gate) => gates.includes(gate))).toEqual([]);
    }
  },
  60,
);

test('why a backup left something out promises nothing of the place that it was left to', () => {
  const promises = Object.entries<Rule>(RULES).filter(
    ([, { gate, outcome, says, customer }]) =>
      gate === 'capture' &&
      outcome === 'never-in-backup' &&
      /\b(comes? from (there|iCloud)|returns? by sync|brings? (it|them) back)\b/.test(`${says} ${customer}`),
  );
  expect(promises.map(([id]) => id)).toEqual([]);
});
