import { describe, expect, test } from 'vitest';
import { addDays } from '../../../../src/model/time.ts';
import { must } from '../../../../src/model/must.ts';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import * as list from '../../../../src/rulebook/case/listing.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const TODAY = '2026-03-01';
const daysAgo = (days: number): string => addDays(TODAY, -days);
/** A world with one backup that is looked at, and perhaps others. */
const world = (backup: Plain, more: Plain = {}, rest: Plain = {}): CaseFile => {
  const { others = [], ...given } = more as { others?: readonly Plain[] };
  return caseFile(
    {
      today: TODAY,
      accounts: [{ id: 'mara' }, { id: 'ola' }],
      ...given,
      backups: [{ id: 'it', made: '2026-02-01', device: 'red', account: 'mara', ...backup }, ...others],
    },
    rest,
  );
};
const it = (file: CaseFile) => must(file.backup('it'), 'the backup');
const COMPUTER = { kind: 'computer' };

describe('the space that is borrowed for a backup', () => {
  test.each<[string, Plain, Plain, string]>([
    ['the plan’s', { made: daysAgo(300) }, {}, 'within'],
    ['of day 21', { space: 'borrowed', made: daysAgo(21) }, {}, 'within'],
    ['of day 22', { space: 'borrowed', made: daysAgo(22) }, {}, 'over'],
    ['prolonged', { space: 'borrowed', made: daysAgo(42), extended: 'yes' }, {}, 'within'],
    ['prolonged and over', { space: 'borrowed', made: daysAgo(43), extended: 'yes' }, {}, 'over'],
    ['of which nobody knows', { space: 'borrowed', made: daysAgo(22), extended: 'unknown' }, {}, 'unknown'],
    ['of which it no longer matters', { space: 'borrowed', made: daysAgo(43), extended: 'unknown' }, {}, 'over'],
    ['7 days after a restore', { space: 'borrowed', made: daysAgo(10), restored: daysAgo(7) }, {}, 'within'],
    ['8 days after a restore', { space: 'borrowed', made: daysAgo(10), restored: daysAgo(8) }, {}, 'over'],
    ['on a computer, where there is none', { space: 'borrowed', made: daysAgo(300), ...COMPUTER }, {}, 'within'],
    ['before there was any', { space: 'borrowed', made: daysAgo(300), ios: '8.4' }, { edition: 'ios8' }, 'within'],
  ])('%s', (_, backup, rest, expected) => {
    const file = world(backup, {}, rest);
    expect(list.borrowedSpace(file, it(file))).toBe(expected);
  });
});

describe('what nobody can open or choose any more', () => {
  const LOCKED = { advancedDataProtection: 'on', recovery: 'lost', devicePasscode: 'forgotten' };
  const beyond = (...args: Parameters<typeof world>): boolean => {
    const file = world(...args);
    return list.isBeyondReach(file, it(file));
  };
  const age = (ages: readonly number[], more: Plain = {}): readonly Plain[] =>
    ages.map((days) => ({
      id: `age-${days}`,
      made: daysAgo(days),
      device: 'red',
      account: 'mara',
      ios: '8.0',
      ...more,
    }));

  test.each<[string, Parameters<typeof world>, boolean]>([
    ['a backup', [{}], false],
    ['one that is damaged', [{ damaged: 'yes' }], true],
    ['one that was never finished', [{ complete: 'no' }], true],
    ['one without its list of files', [{ ...COMPUTER, index: 'missing' }], true],
    ['one that lists files it lacks', [{ ...COMPUTER, index: 'stale' }], false],
    ['one in iCloud, which has no such list', [{ index: 'missing' }], false],
    ['one in borrowed space', [{ space: 'borrowed', made: daysAgo(22) }], true],
    [
      'one in borrowed space that may be prolonged',
      [{ space: 'borrowed', made: daysAgo(22), extended: 'unknown' }],
      false,
    ],
    ['one that Apple deleted', [{ made: daysAgo(180), after180Days: 'deleted' }], true],
    ['one of iOS 8', [{ ios: '8.4' }], true],
    ['one of iOS 8 on a computer', [{ ios: '8.4', ...COMPUTER }], false],
    ['one that only a lost device opens', [{}, { accounts: [{ id: 'mara', ...LOCKED }] }], true],
    [
      'one that a computer has overwritten',
      [{ ...COMPUTER, archive: 'no' }, { others: [{ id: 'new', made: '2026-02-02', device: 'red', ...COMPUTER }] }],
      true,
    ],
    [
      'one that was archived',
      [{ ...COMPUTER, archive: 'yes' }, { others: [{ id: 'new', made: '2026-02-02', device: 'red', ...COMPUTER }] }],
      false,
    ],
    [
      'one with a newer one of another device',
      [{ ...COMPUTER, archive: 'no' }, { others: [{ id: 'new', made: '2026-02-02', device: 'blue', ...COMPUTER }] }],
      false,
    ],
    [
      'one with an older one',
      [{ ...COMPUTER, archive: 'no' }, { others: [{ id: 'new', made: '2026-02-01', device: 'red', ...COMPUTER }] }],
      false,
    ],
    [
      'one with a newer one in iCloud',
      [{ ...COMPUTER, archive: 'no' }, { others: [{ id: 'new', made: '2026-02-02', device: 'red' }] }],
      false,
    ],
    ['the fourth of iOS 8', [{ ios: '8.0', made: daysAgo(9) }, { others: age([1, 2, 3]) }, { edition: 'ios8' }], true],
    ['the third of iOS 8', [{ ios: '8.0', made: daysAgo(9) }, { others: age([1, 2]) }, { edition: 'ios8' }], false],
    ['the fourth of today', [{ made: daysAgo(9) }, { others: age([1, 2, 3], { ios: '18.0' }) }], false],
  ])('%s: is it', (_, args, expected) => {
    expect(beyond(...args)).toBe(expected);
  });

  test('is locked for good when both ways and every device are lost', () => {
    const locked = (more: Plain): boolean => {
      const file = world({}, { accounts: [{ id: 'mara', ...LOCKED, ...more }] });
      return list.isLockedForGood(file.account('mara'));
    };
    expect(locked({})).toBe(true);
    expect(locked({ advancedDataProtection: 'off' })).toBe(false);
    expect(locked({ recovery: 'available' })).toBe(false);
    expect(locked({ devicePasscode: 'known' })).toBe(false);
    expect(list.isLockedForGood(undefined)).toBe(false);
  });
});

describe('a computer', () => {
  const row = (backup: Plain, more: Plain = {}) => {
    const file = world({ ...COMPUTER, ...backup }, more, { route: 'computer' });
    return must(
      list.listBackups(file, null, '18.3').find(({ backup: { id } }) => id === 'it'),
      'its row',
    );
  };
  test.each<[string, Plain, Plain, string | null, boolean]>([
    ['a backup', {}, {}, null, true],
    [
      'one that was overwritten',
      { archive: 'no' },
      { others: [{ id: 'new', made: '2026-02-02', device: 'red', ...COMPUTER }] },
      'overwritten',
      false,
    ],
    ['one that was never finished', { complete: 'no' }, {}, 'never-completed', true],
    ['one that says it was never finished', { declared: { complete: 'no' } }, {}, 'never-completed', true],
    ['one that says it was finished', { complete: 'no', declared: { complete: 'yes' } }, {}, null, true],
    ['one without its list of files', { index: 'missing' }, {}, 'no-index', false],
    ['one of a supervised device', { supervised: 'yes' }, {}, 'supervision', true],
    ['one of which that is not known', { supervised: 'unknown' }, {}, null, true],
    ['one of a newer iOS', { ios: '18.4' }, {}, 'newer-ios', true],
    ['one of the same iOS', { ios: '18.3' }, {}, null, true],
  ])('offers %s, or says why not', (_, backup, more, reason, shown) => {
    expect(row(backup, more)).toMatchObject({ reason, shown, usable: reason === null });
  });

  test.each<[Plain, string | null]>([
    [{}, null],
    [{ damaged: 'yes' }, 'damaged'],
    [{ complete: 'no' }, 'damaged'],
    [{ ...COMPUTER, index: 'stale' }, 'stale-index'],
    [{ ...COMPUTER, index: 'missing' }, null],
    [{ index: 'stale' }, null],
  ])('breaks off with %o: %s', (backup, why) => {
    expect(list.whyUnreadable(it(world(backup)))).toBe(why);
  });

  test.each<[Plain, boolean]>([
    [{ ...COMPUTER, encrypted: 'yes' }, true],
    [{ ...COMPUTER, encrypted: 'no' }, false],
    [{ ...COMPUTER, encrypted: 'unknown' }, false],
    [{ ...COMPUTER, encrypted: 'no', declared: { encrypted: 'yes' } }, true],
    [{ ...COMPUTER, encrypted: 'yes', declared: { encrypted: 'no' } }, false],
    [{}, false],
    [{ encrypted: 'yes' }, false],
  ])('asks for the password of %o: %s', (backup, asks) => {
    expect(list.asksForPassword(it(world(backup)))).toBe(asks);
  });
});

describe('180 days', () => {
  const DELETED = { after180Days: 'deleted', made: daysAgo(300) };
  const gone = (others: readonly Plain[], more: Plain = {}): boolean => {
    const file = world({ ...DELETED, ...more }, { others });
    return list.isBeyondReach(file, it(file));
  };
  const other = (more: Plain): Plain => ({ id: 'other', made: daysAgo(10), device: 'red', account: 'mara', ...more });

  test('count from the newest backup of the same device and account in iCloud', () => {
    expect(gone([])).toBe(true);
    expect(gone([other({})])).toBe(false);
    expect(gone([other({ made: daysAgo(180) })])).toBe(true);
    expect(gone([other({ account: 'ola' })])).toBe(true);
    expect(gone([other({ device: 'blue' })])).toBe(true);
    expect(gone([other({ kind: 'computer' })])).toBe(true);
    expect(gone([other({ made: daysAgo(400) })], { made: daysAgo(10) })).toBe(false);
    expect(gone([], { backupTurnedOff: daysAgo(20) })).toBe(false);
    expect(gone([], { after180Days: 'kept' })).toBe(false);
  });
});
