import { describe, expect, test } from 'vitest';
import { Ledger, type LedgerRow } from '../../../src/run/ledger.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';
import { kindsOffered } from '../../../src/run/other-backups.ts';
import { isUsable } from '../../../src/run/on-phone.ts';
import { caseFile } from '../stories.ts';

type Plain = Record<string, unknown>;
const CHOSEN = { id: 'chosen', made: '2026-02-28' };
const OLDER = { id: 'older', made: '2026-02-10' };

/** The kinds of copies that are offered where the items ended so, after the restore of the backup `chosen`. */
function offered(
  row: Partial<LedgerRow>,
  item: Plain = {},
  backups: readonly Plain[] = [CHOSEN, OLDER],
  more: Plain = {},
) {
  const { world } = caseFile({
    backups,
    items: [{ id: 'it', category: 'messages', ...item }, { category: 'health' }],
    ...more,
  });
  const lines = [
    { n: 1, step: 1, atMs: 0, actor: 'simulation/restore', type: 'situation.changed', changed: { backup: 'chosen' } },
  ] as unknown as JournalLine[];
  const rows = new Ledger(world.items).rows.map((one) =>
    one.id === 'it'
      ? { ...one, ...row }
      : { ...one, fate: 'restored' as const, from: 'backup' as const, onPhone: true },
  );
  return kindsOffered(world, lines, rows);
}
const LOST: Partial<LedgerRow> = { fate: 'excluded', from: null };

describe('an older backup is offered', () => {
  test('where it holds what did not come', () => {
    expect(offered(LOST)).toEqual(['older-backup']);
    expect(offered({ ...LOST, from: 'backup' })).toEqual([]);
    expect(offered({ fate: 'pending', from: null })).toEqual([]);
    expect(offered(LOST, { category: 'app', app: 'sketch' })).toEqual([]);
  });

  test('and is another than the chosen one, which can still be opened and holds it', () => {
    expect(offered(LOST, {}, [CHOSEN])).toEqual([]);
    expect(offered(LOST, {}, [CHOSEN, { ...OLDER, damaged: 'yes' }])).toEqual([]);
    expect(offered(LOST, { created: '2026-02-20' })).toEqual([]);
    expect(offered(LOST, {}, [CHOSEN, { ...OLDER, damaged: 'yes' }, { id: 'oldest', made: '2026-01-10' }])).toEqual([
      'older-backup',
    ]);
  });

  test('whichever it is, where none was chosen', () => {
    const { world } = caseFile({ backups: [CHOSEN], items: [{ id: 'it', category: 'messages' }] });
    expect(kindsOffered(world, [], new Ledger(world.items).rows)).toEqual(['older-backup']);
  });

  test('beside the copies that the scenario names, and only those of what did not come', () => {
    const copies = {
      copies: [
        { kind: 'web', of: ['it'] },
        { kind: 'other-device', of: ['health'] },
      ],
    };
    expect(offered(LOST, {}, [CHOSEN], copies)).toEqual(['web']);
    expect(offered(LOST, {}, [CHOSEN, OLDER], copies)).toEqual(['web', 'older-backup']);
    expect(offered({ ...LOST, from: 'sync' }, {}, [CHOSEN, OLDER], copies)).toEqual([]);
  });
});

test.each<[Partial<LedgerRow>, boolean]>([
  [{ onPhone: true, fate: 'restored' }, true],
  [{ onPhone: true, fate: null }, true],
  [{ onPhone: true, fate: 'excluded' }, true],
  [{ onPhone: true, fate: 'unknown' }, false],
  [{ onPhone: true, fate: 'of-no-use' }, false],
  [{ onPhone: false, fate: 'restored' }, false],
])('whether an item is there and works: %j', (row, usable) => {
  expect(isUsable({ ...row } as LedgerRow)).toBe(usable);
});
