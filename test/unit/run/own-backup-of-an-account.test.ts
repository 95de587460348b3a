import { expect, test } from 'vitest';
import { itemViews } from '../../../src/report/item-view.ts';
import { recoveryOf } from '../../../src/report/recovery.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const told = (...acts: readonly string[]) => {
  const run = play(
    loadScenario(
      [
        'title: A story',
        'why: For a test.',
        'world:',
        '  accounts: [{ id: shared }, { id: own }]',
        '  backups: [{ id: b, made: 2026-02-28, account: shared }]',
        '  services: { account: shared, contacts: on }',
        '  items:',
        '    - { category: contacts }',
        '    - { id: chat, category: app, app: chat }',
        '    - { id: chats, category: app-data, app: chat, policy: own-cloud, inBackup: no }',
        '  copies: [{ kind: own-backup, of: [chats], account: shared, made: 2026-02-28 }]',
        `script: [{ wait: 1 day }, ${acts.map((act) => `{ ${act}, during: over }`).join(', ')}]`,
      ].join('\n'),
      'story',
    ),
  );
  const views = itemViews(run.world.items, run.ledger.rows, run.world.route);
  return { run, places: recoveryOf(run.world, run.outcome, run.journal.lines, views).accessible };
};

const chatsAfter = (...acts: readonly string[]) => {
  const row = told(...acts).run.ledger.row('chats');
  return [row?.fate, row?.rule];
};

const OUT = 'do: settings.signedOut, account: shared, copies: remove';
const IN_OWN = 'do: settings.signedIn, account: own';
const IN_AGAIN = 'do: settings.signedIn, account: shared';
const RESTORED = 'do: app.ownBackupRestored, app: chat';

test('an app’s own backup waits as long as the account that opens it is signed in', () => {
  const waits = ['pending', 'own/backup-waits'];
  const shut = ['not-downloaded', 'own/backup-of-another-account'];
  expect(chatsAfter()).toEqual(waits);
  expect(chatsAfter(OUT)).toEqual(shut);
  expect(chatsAfter(OUT, IN_OWN)).toEqual(shut);
  expect(chatsAfter(OUT, IN_OWN, 'do: settings.signedOut, account: own, copies: remove', IN_AGAIN)).toEqual(waits);
  expect(chatsAfter(OUT, IN_AGAIN)).toEqual(waits);
  // What it has brought stays whoever signs out.
  expect(chatsAfter(RESTORED, OUT, IN_OWN)).toEqual(['downloaded-again', 'own/backup-restored']);
});

test('of what left with its account one place is named, and not two that contradict each other', () => {
  const iCloud = (...acts: readonly string[]) =>
    told(...acts).places.filter(({ where, what }) => where === 'iCloud' && what === 'Contacts');
  expect(iCloud(OUT)).toMatchObject([{ says: expect.stringContaining('still in iCloud') }]);
  expect(iCloud(OUT, IN_OWN)).toMatchObject([{ says: expect.stringContaining('under another account') }]);
});
