import { describe, expect, test } from 'vitest';
import type { Fate } from '../../../src/model/fates.ts';
import { Ledger, type LedgerRow } from '../../../src/run/ledger.ts';
import { warningsOf } from '../../../src/run/warnings.ts';
import { caseFile } from '../stories.ts';

type Plain = Record<string, unknown>;
type Rows = Readonly<Record<string, Partial<LedgerRow>>>;
const warnings = (world: Plain, rows: Rows) => {
  const file = caseFile(world);
  const told = new Ledger(file.world.items).rows.map((row) => ({ ...row, ...rows[row.id] }));
  return warningsOf(file, told).map(({ warning, items }) => `${warning}: ${items.join(', ')}`);
};
const ended = (fate: Fate | null, more: Partial<LedgerRow> = {}): Partial<LedgerRow> => ({ fate, ...more });

describe('what a server has can be emptied', () => {
  const APP = { id: 'app', category: 'app', app: 'chat' };
  const SERVER = { id: 'server', category: 'app-data', app: 'chat', policy: 'server' };
  const PART = { id: 'part', category: 'app-data', app: 'chat' };
  const emptied = (rows: Rows, items: readonly Plain[] = [APP, SERVER, PART]) => warnings({ items }, rows);
  const THERE = ended('restored', { onPhone: true });
  const WARNED = ['empty-state: server'];

  test('where the app is there with less than it had', () => {
    for (const fate of ['pending', 'downloaded-again'] as const)
      expect(emptied({ app: THERE, server: ended(fate), part: ended('excluded') })).toEqual(WARNED);
    for (const fate of ['restored', 'excluded', 'unknown', null] as const)
      expect(emptied({ app: THERE, server: ended(fate), part: ended('excluded') })).toEqual([]);
  });

  test('by a part that did not come or does not work, and not by one that may', () => {
    const part = (fate: Fate | null) => emptied({ app: THERE, server: ended('pending'), part: ended(fate) });
    for (const fate of ['excluded', 'never-in-backup', 'of-no-use'] as const) expect(part(fate)).toEqual(WARNED);
    for (const fate of ['restored', 'pending', 'unknown', null] as const) expect(part(fate)).toEqual([]);
  });

  test('only while the app is on the phone, or is no item here', () => {
    const rows = { server: ended('pending'), part: ended('excluded') };
    expect(emptied({ ...rows, app: ended('pending') })).toEqual([]);
    expect(emptied(rows)).toEqual([]);
    expect(emptied(rows, [SERVER, PART])).toEqual(WARNED);
  });

  test('never by the app itself, by what its server keeps, or in another app', () => {
    const rows = { app: { ...ended('of-no-use'), onPhone: true }, server: ended('pending'), part: ended('excluded') };
    expect(emptied(rows, [APP, SERVER])).toEqual([]);
    expect(emptied(rows, [APP, SERVER, { ...PART, policy: 'server' }])).toEqual([]);
    expect(emptied(rows, [APP, SERVER, { ...PART, app: 'other' }])).toEqual([]);
    expect(emptied(rows, [APP, { ...SERVER, policy: undefined }, PART])).toEqual([]);
  });
});

describe('an app takes both phones for one', () => {
  const marked = (row: Partial<LedgerRow>, world: Plain = {}, item: Plain = {}) =>
    warnings(
      {
        device: { name: 'new' },
        backups: [{ id: 'b', made: '2026-02-28', device: 'old' }],
        items: [{ id: 'item', category: 'app-data', app: 'chat', deviceMark: 'in-its-data', ...item }],
        ...world,
      },
      { item: row },
    );
  const CAME = ended('restored', { onPhone: true, from: 'backup' });
  const WARNED = ['two-phones-as-one: item'];

  test('where its marked data came from the backup of another device', () => {
    expect(marked(CAME)).toEqual(WARNED);
    expect(marked(CAME, {}, { deviceMark: undefined })).toEqual([]);
    expect(marked({ ...CAME, onPhone: false })).toEqual([]);
    expect(marked({ ...CAME, from: 'sync' })).toEqual([]);
    expect(marked(CAME, { device: { name: 'old' } })).toEqual([]);
    expect(marked({})).toEqual([]);
  });

  test('unless that is known to be out of use', () => {
    const old = (state: string) => marked(CAME, { oldPhone: { name: 'old', state } });
    expect(old('at-hand')).toEqual(WARNED);
    expect(old('unknown')).toEqual(WARNED);
    for (const state of ['erased', 'gone', 'broken']) expect(old(state)).toEqual([]);
  });
});
