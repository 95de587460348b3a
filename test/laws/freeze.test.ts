import { expect } from 'vitest';
import { GATE_ORDER, GATES } from '../../src/model/fates.ts';
import { foldLedger } from '../../src/run/ledger.ts';
import { law } from './law.ts';
import { attemptsOf } from './reading.ts';
import { dramas } from './worlds.ts';

const DECIDED_BY_THE_FREEZE: ReadonlySet<string> = new Set(
  GATE_ORDER.filter((gate) => GATES[gate].settledAt !== 'gate'),
);

law('no verdict changes after the freeze', dramas(), (drama) => {
  const run = drama.play({ attempts: 2 });
  for (const lines of attemptsOf(run.journal.lines)) {
    const freeze = lines.findIndex((line) => line.type === 'verdicts.frozen');
    if (freeze < 0) continue;
    const late = lines
      .slice(freeze)
      .filter((line) => line.type === 'item.judged' && DECIDED_BY_THE_FREEZE.has(line.gate));
    expect(late).toEqual([]);
  }
});

law('the verdict on the backup’s copy of an item that may not return stays as it was frozen', dramas(), (drama) => {
  const run = drama.run;
  const lines = run.journal.lines;
  const freeze = lines.findIndex((line) => line.type === 'verdicts.frozen');
  if (freeze < 0) return;
  const frozen = foldLedger(run.world.items, lines.slice(0, freeze + 1));
  for (const row of frozen.rows) {
    const later = run.ledger.row(row.id)?.backupCopy;
    if (row.backupCopy?.outcome !== 'eligible') expect(later).toEqual(row.backupCopy);
    else expect(DECIDED_BY_THE_FREEZE.has(later?.gate ?? '') && later?.outcome !== 'eligible').toBe(false);
  }
});

law('waiting returns nothing that was excluded, wherever in the story somebody waits', dramas(), (drama) => {
  const before = drama.run;
  // Who waits in a story that stops before the freeze may see a restore that the story never came to.
  if (!before.journal.lines.some((line) => line.type === 'verdicts.frozen')) return;
  const frozenOut = before.ledger.rows.filter(
    ({ backupCopy }) => backupCopy?.outcome === 'excluded' || backupCopy?.outcome === 'never-in-backup',
  );
  for (const index of [0, drama.stated.script.length]) {
    const after = playedOr(() => drama.playBut(({ script }) => void script.splice(index, 0, { wait: '400 days' })));
    for (const { id } of after ? frozenOut : [])
      expect([id, after?.ledger.row(id)?.from === 'backup']).toEqual([id, false]);
  }
});

law('waiting after the end changes nothing at all', dramas(), (drama) => {
  const before = drama.run;
  if (drama.stated.script.some((entry) => entry['end'] !== undefined)) return;
  const after = drama.playBut(({ script }) => void script.push({ wait: '10 years' }));
  expect(after.fingerprints.outcome).toBe(before.fingerprints.outcome);
});

law(
  'no excluded copy turns into one that is there: what comes is iCloud’s own, the organisation’s, or fetched by hand',
  dramas(),
  (drama) => {
    const { ledger, journal } = drama.run;
    const synced = new Set(
      journal.lines.flatMap((line) => (line.type === 'item.arrived' && line.from === 'sync' ? line.items : [])),
    );
    for (const row of ledger.rows) {
      if (row.fate === 'synced' || row.from === 'sync')
        expect([row.fate, row.from, row.gate, synced.has(row.id)]).toEqual(['synced', 'sync', 'sync', true]);
      const stopped =
        row.backupCopy !== null && !['eligible', 'pending', 'downloaded-again'].includes(row.backupCopy.outcome);
      const isFetched = row.from === 'organisation' || row.rule === 'app/installed-by-hand';
      if (stopped && row.from !== null && !isFetched) expect([row.fate, row.from]).toEqual(['synced', 'sync']);
    }
  },
);

law(
  'what iCloud keeps now decides nothing about the backup’s copies on a new device',
  dramas({ scripts: 'none', but: newDevice }),
  (drama) => {
    const rows = drama.run.ledger.rows;
    const withoutSync = drama.playBut(({ world }) => {
      for (const [name, state] of Object.entries(world.services)) {
        if (name !== 'account')
          world.services[name] = {
            atBackup: typeof state === 'string' ? state : ((state as { atBackup?: string }).atBackup ?? 'off'),
            now: 'off',
          };
      }
    }).ledger;
    for (const { id, backupCopy } of rows) expect([id, withoutSync.row(id)?.backupCopy]).toEqual([id, backupCopy]);
  },
);

function newDevice({ device }: { device: Record<string, unknown> }): void {
  device['state'] = 'new';
  device['name'] = 'iPhone out of the box';
}

/** A wait can make a later entry of the script impossible; that is no matter of this law. */
function playedOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if ((error as Error).name === 'InputError') return undefined;
    throw error;
  }
}
