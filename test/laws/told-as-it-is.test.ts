import { expect, test } from 'vitest';
import { accountNames } from '../../src/model/account-names.ts';
import { RULES, type RuleId } from '../../src/rulebook/rules/rules.ts';
import { OF_THE_KEYCHAIN } from '../../src/rulebook/rules/scopes.ts';
import type { Rule } from '../../src/rulebook/tables/rule.ts';
import { explainItem } from '../../src/insight/explain/why.ts';
import { chaptersOf } from '../../src/report/chapters.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { isKeptElsewhere } from '../../src/report/copies-left.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { runAsText } from '../../src/report/run-text.ts';
import type { Run } from '../../src/run/play.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

const viewsOf = (run: Run) => itemViews(run.world.items, run.ledger.rows, run.world.route);

/* What is told is so: nothing comes that was deleted, nobody is called by a handle, and no answer denies another. */

law(
  'what was deleted comes by no service, unless somebody has seen it there',
  dramas({
    but: (world) => {
      world['services'] = { photos: 'on', notes: 'on', messages: 'on' };
      for (const category of ['photos', 'notes', 'messages'])
        world.items.push({ id: `gone-${category}`, category, deleted: '2020-01-01' });
    },
  }),
  ({ run }) => {
    for (const row of run.ledger.rows)
      if (row.id.startsWith('gone-')) expect([row.id, row.fate]).not.toEqual([row.id, 'synced']);
  },
  24,
);

const WITH_A_PROVIDER = ['mail-messages', 'other-cloud'];
law(
  'of what its provider does not keep nobody says that it lies there',
  dramas({
    but: (world) => {
      for (const category of WITH_A_PROVIDER)
        for (const uploaded of ['no', 'unknown'])
          world.items.push({ id: `${uploaded}-${category}`, category, uploaded });
    },
  }),
  ({ run }) => {
    const views = viewsOf(run);
    for (const { id, ask, because, customer } of views) {
      if (!/^(?:no|unknown)-(?:mail|other)/.test(id) || ask !== null) continue;
      expect([id, because, customer].join(' ')).not.toMatch(
        /provider keeps it|lies with|kept by a service|are safe with/,
      );
    }
  },
  24,
);

law(
  'an account is told by its part in the story and never by the handle of the file',
  dramas(),
  ({ run: { world, journal } }) => {
    const names = accountNames(world.accounts);
    const told = JSON.stringify(chaptersOf(world, journal.lines).map(({ beats }) => beats));
    for (const { id } of world.accounts)
      if (names(id) !== id) expect(told).not.toMatch(new RegExp(`\\b(?:signs in as|password of|the account) ${id}\\b`));
  },
  24,
);

law(
  'what another hand brings back is not called closed, and what has not begun is not called running',
  dramas(),
  ({ run }) => {
    const views = viewsOf(run);
    const { ends, customer } = recoveryOf(run.world, run.outcome, run.journal.lines, views);
    const closed = ends.find((text) => text.includes('returns what is closed')) ?? '';
    for (const view of views.filter(isKeptElsewhere))
      if (views.every(({ id, title }) => id === view.id || !title.includes(view.title)))
        expect(closed.split(': ').at(-1)?.split(' · ')).not.toContain(view.title);
    const { details } = checklistOf(run.world, run.outcome, run.journal.lines, views)[0] ?? { details: [] };
    if (details.some((text) => text.includes('has not begun')))
      expect([customer, ...ends, ...details].join(' ')).not.toMatch(/still (?:going on|running)|Still restoring/);
  },
  24,
);

law(
  'nobody is sent to look where the same report says why nothing comes from there',
  dramas({
    but: (world) => {
      world['services'] = { photos: 'on', messages: 'on' };
      for (const category of ['photos', 'messages'])
        world.items.push(
          { id: `late-${category}`, category, uploaded: 'no' },
          { id: `there-${category}`, category, uploaded: 'yes' },
        );
    },
  }),
  ({ run }) => {
    const told = runAsText(reportInputFrom(run), { paint: PLAIN, width: 100_000 });
    const views = viewsOf(run);
    for (const view of views) {
      const withheld = view.row.syncWithheld;
      if (withheld === null || !['never-in-backup', 'excluded'].includes(String(view.fate))) continue;
      const { customer } = RULES[withheld as RuleId];
      expect([view.id, view.customer]).toEqual([view.id, customer]);
      expect([view.id, explainItem(run, view.id).rule?.customer]).toEqual([view.id, customer]);
    }
    const late = views.filter(({ id, row }) => id.startsWith('late-') && row.syncWithheld === 'sync/not-uploaded');
    for (const { title, fate } of late)
      if (fate === 'never-in-backup' && views.every((view) => view.title !== title || view.id.startsWith('late-')))
        expect(told).not.toMatch(new RegExp(`where to look for them.” \\([^)]*${title}`));
  },
  24,
);

test('no sentence about what iCloud Keychain keeps blames the space in iCloud', () => {
  const ofKeychain = Object.entries<Rule>(RULES).filter(
    ([, { gate, categories }]) =>
      gate === 'sync' && (categories === 'all' || OF_THE_KEYCHAIN.some((id) => categories.includes(id))),
  );
  expect(ofKeychain.length).toBeGreaterThan(5);
  for (const [id, { says, customer }] of ofKeychain) expect([id, says, customer].join(' ')).not.toMatch(/space|room/);
});
