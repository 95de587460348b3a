import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { startSqlite } from '../../src/cli/sqlite.ts';
import { folderOfSample, sampleBackup } from '../../src/import/sample/sample-backup.ts';
import { readBackup } from '../../src/import/read-backup.ts';
import { scenarioText } from '../../src/import/scenario-text.ts';
import { summaryOfBackup } from '../../src/import/summary.ts';
import type { BackupRead, FileRow } from '../../src/import/backup.ts';
import { beforeErase } from '../../src/insight/before/before.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { must } from '../../src/model/must.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';

/** Worlds out of backups obey what every world obeys: they load, play the same twice, and each verdict has a reason. */

const { lists } = { lists: await startSqlite() };
const readOf = (rows: number, ios: string, seed: number): BackupRead =>
  readBackup(folderOfSample(sampleBackup(lists.sqlite, { seed, rows, ios }), 'a backup'), {
    lists,
    decrypt: () => new Uint8Array(),
  });

/** One backup, and worlds in which its list names other things. */
const WHOLE = readOf(300, '16.4', 7);
const ROWS: FileRow[] = [];
const COUNTS = WHOLE.eachFile((row) => ROWS.push(row));
const naming = (keeps: (row: FileRow) => boolean, but: Partial<BackupRead> = {}): BackupRead => ({
  ...WHOLE,
  ...but,
  eachFile: (visit) => {
    for (const row of ROWS) if (keeps(row)) visit(row);
    return COUNTS;
  },
});

const TARGETS = [
  { is: 'same' },
  { is: 'other', kind: 'iphone', model: 'iPhone 16', ios: '18.3' },
  { is: 'other', kind: 'iphone', model: 'iPhone 12', ios: '15.8' },
  { is: 'other', kind: 'ipad', model: 'iPad Air', ios: '26.0' },
] as const;
const readings = fc.record({
  lost: fc.uniqueArray(
    fc.constantFrom(...new Set(ROWS.map(({ domain, path }) => `${domain}/${path.split('/')[1] ?? ''}`))),
    {
      maxLength: 30,
    },
  ),
  target: fc.constantFrom(...TARGETS),
  free: fc.constantFrom(undefined, '64 GB', '100 MB'),
  state: fc.constantFrom(undefined, 'new', 'set-up', 'in-use'),
  findMy: fc.constantFrom(undefined, undefined, 'on', 'off'),
  but: fc.constantFrom<Partial<BackupRead>>(
    {},
    { info: { state: 'missing' } },
    { status: { state: 'empty' } },
    { manifest: { state: 'unreadable', problem: 'cut off' }, keybag: { state: 'missing' } },
    { keybag: { state: 'missing' } },
    { headerSaysEncrypted: true, isEncrypted: true },
    { isEncrypted: undefined, encryption: { state: 'not told' } },
    { list: 'missing' },
    { payload: undefined },
  ),
});

describe('worlds out of backups', () => {
  test('load from their text, play the same twice, account for everything, and have a reason for each verdict', () => {
    fc.assert(
      fc.property(readings, ({ lost, target, free, state, findMy, but }) => {
        const away = new Set(lost);
        const read = naming(({ domain, path }) => !away.has(`${domain}/${path.split('/')[1] ?? ''}`), but);
        const changes = {
          ...(free === undefined ? {} : { 'device.free': free }),
          ...(state === undefined ? {} : { 'device.state': state }),
          ...(findMy === undefined ? {} : { 'device.findMy': findMy }),
        };
        const wishes = { target, changes, keepNames: false };
        const summary = summaryOfBackup(read, wishes);
        const scenario = loadScenario(scenarioText(summary.stated), 'customer.yaml');
        const [first, again] = [play(scenario), play(scenario)];
        expect(again.journal.toText()).toBe(first.journal.toText());
        expect(first.ledger.rows.map(({ id }) => id)).toEqual(scenario.world.items.map(({ id }) => id));
        const list = must(summary.list, 'a list that was read');
        for (const item of list.items) {
          const { listed, bytes } = must(
            scenario.world.items.find(({ id }) => id === item.id),
            item.id,
          );
          expect([listed, bytes]).toEqual(['yes', item.bytes]);
        }
        // Whoever asks before an erase is told the same: nobody knows, and not that it lies there alone.
        const { onlyHere } = beforeErase(scenario);
        for (const row of first.ledger.rows) {
          const { listed } = must(
            scenario.world.items.find(({ id }) => id === row.id),
            row.id,
          );
          // What the list names is in the backup; what it does not name never comes out of it.
          if (listed === 'yes') expect(row.fate, row.id).not.toBe('never-in-backup');
          if (listed === 'no') expect(row.fate, row.id).not.toBe('restored');
          // The list says what the backup holds, and not what its phone holds today or whether that is erased.
          if (listed !== 'unknown') expect(row.fate, row.id).not.toBe('lost-at-erase');
          if (listed !== 'unknown') expect(onlyHere, row.id).not.toContain(row.id);
          if (row.fate !== 'restored') expect(row.rule, row.id).not.toBeNull();
        }
        expect(summaryOfBackup(read, wishes)).toEqual(summary);
        // A check that fails is where the run ends; Find My is switched off by whoever knows the password.
        if (summary.checks.some((check) => check.state === 'failed' && check.id !== 'find-my'))
          expect(first.outcome).not.toMatch(/^completed/);
      }),
      { numRuns: 20 },
    );
  });

  test('what-if finds the way round what holds them up', () => {
    const changes = { 'device.free': '100 MB' };
    const { scenario } = summaryOfBackup(
      naming(() => true),
      { target: TARGETS[1], changes, keepNames: false },
    );
    const found = whatIf(scenario, 'messages', { oneItem: true, largest: 1 }).flatMap(({ sets }) => sets);
    expect(found.some(({ changes: set }) => set.some(({ path }) => path === 'device.free'))).toBe(true);
  });

  test.each(['9.3.5', '10.3.3', '7.1'])('a backup of iOS %s is one too', (ios) => {
    const summary = summaryOfBackup(readOf(150, ios, 3), { target: TARGETS[0], changes: {}, keepNames: false });
    expect(summary.scenario.edition).toBe(ios === '7.1' ? 'ios7' : 'modern');
    expect(play(loadScenario(scenarioText(summary.stated), 'customer.yaml')).outcome).toMatch(/^completed/);
  });
});
