import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { situationAtStart } from '../../../src/rulebook/case/situation.ts';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { isShutOut, kindsOffered } from '../../../src/run/other-backups.ts';
import { play } from '../../../src/run/play.ts';
import { story } from '../stories.ts';

const TWO = {
  backups: [
    { id: 'older', made: '2026-02-20' },
    { id: 'newer', made: '2026-02-27' },
  ],
};
const offered = (item: Record<string, unknown>) => {
  const scenario = story({ ...TWO, items: [{ id: 'it', category: 'app-keychain', app: 'notes', ...item }] });
  const { journal, ledger } = play(scenario);
  return {
    fate: must(ledger.row('it'), 'the item').fate,
    kinds: kindsOffered(scenario.world, journal.lines, ledger.rows),
  };
};

describe('another backup is offered', () => {
  test('where it holds what the chosen one does not', () => {
    const missing = { protection: 'migratory', category: 'local-files', heldBy: ['older'] };
    expect(offered(missing)).toEqual({ fate: 'never-in-backup', kinds: ['older-backup'] });
  });

  test('not where its own rules would keep it from this device as well', () => {
    expect(offered({ protection: 'this-device-only' })).toEqual({ fate: 'excluded', kinds: [] });
  });
});

test('what is shut out hangs on how things stand now: without a passcode nothing comes that needs one', () => {
  const { world } = story({
    device: { name: 'the phone' },
    backups: [{ id: 'b', made: '2026-02-27', device: 'the phone' }],
    items: [{ id: 'it', category: 'app-keychain', app: 'notes', protection: 'security-state' }],
  });
  const file = caseFileOf(world);
  const [backup, item] = [must(world.backups[0], 'the backup'), must(file.item('it'), 'the item')];
  const now = situationAtStart(file);
  expect(isShutOut(file, item, { ...now, passcode: false }, backup)).toBe(true);
  expect(isShutOut(file, item, { ...now, passcode: true }, backup)).toBe(false);
  expect(isShutOut(file, item, null, backup)).toBe(isShutOut(file, item, now, backup));
});
