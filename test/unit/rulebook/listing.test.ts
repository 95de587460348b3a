import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/model/time.ts';
import { listBackups, reasonForNothing } from '../../../src/rulebook/case/listing.ts';
import { caseFile } from '../stories.ts';

type Plain = Record<string, unknown>;
const TODAY = '2026-03-01';

const listed = (
  backups: readonly Plain[],
  { world = {}, rest = {}, ios = '18.3' }: { world?: Plain; rest?: Plain; ios?: string } = {},
) => listBackups(caseFile({ today: TODAY, accounts: [{ id: 'mara' }], backups, ...world }, rest), 'mara', ios);
const reasons = (...args: Parameters<typeof listed>): Record<string, string | null> =>
  Object.fromEntries(listed(...args).map(({ backup, reason }) => [backup.id, reason]));

describe('the list of backups', () => {
  test('shows the newest first; of two from one day the one listed first', () => {
    const rows = listed([
      { id: 'old', made: '2026-01-01' },
      { id: 'one', made: '2026-02-01' },
      { id: 'other', made: '2026-02-01' },
      { id: 'new', made: '2026-02-28' },
    ]);
    expect(rows.map(({ backup }) => backup.id)).toEqual(['new', 'one', 'other', 'old']);
  });

  test('shows only backups of the route', () => {
    const backups = [
      { id: 'cloud', made: '2026-02-01', kind: 'icloud' },
      { id: 'mac', made: '2026-02-01', kind: 'computer' },
    ];
    expect(listed(backups).map(({ backup }) => backup.id)).toEqual(['cloud']);
    expect(listed(backups, { rest: { route: 'computer' } }).map(({ backup }) => backup.id)).toEqual(['mac']);
  });

  test.each([
    [179, null],
    [180, 'deleted'],
    [181, 'deleted'],
  ])('%d days without a new one: %s, where Apple uses its right', (days, reason) => {
    const made = addDays(TODAY, -days);
    expect(reasons([{ id: 'it', made, after180Days: 'deleted' }])).toEqual({ it: reason });
    expect(reasons([{ id: 'it', made, after180Days: 'kept' }])).toEqual({ it: null });
  });

  test('180 days count from the newest backup of the device, or from the day backups were switched off', () => {
    const old = { id: 'old', made: addDays(TODAY, -300), after180Days: 'deleted' };
    expect(reasons([old, { id: 'new', made: addDays(TODAY, -1) }])['old']).toBeNull();
    expect(reasons([old, { id: 'new', made: addDays(TODAY, -1), device: 'another iPhone' }])['old']).toBe('deleted');
    expect(
      reasons([
        { id: 'off', made: addDays(TODAY, -200), backupTurnedOff: addDays(TODAY, -179), after180Days: 'deleted' },
      ])['off'],
    ).toBeNull();
  });

  test.each(['ios7', 'ios8'])('%s keeps the three newest complete backups of a device', (edition) => {
    const backups = [4, 3, 2, 1].map((age) => ({ id: `age-${age}`, made: addDays('2014-02-20', -age), ios: '7.0' }));
    const options = { world: { today: '2014-03-01' }, rest: { edition }, ios: '8.4.1' };
    expect(reasons(backups, options)).toEqual({ 'age-1': null, 'age-2': null, 'age-3': null, 'age-4': 'not-kept' });
    const newestIncomplete = backups.map((backup) => (backup.id === 'age-1' ? { ...backup, complete: 'no' } : backup));
    expect(reasons(newestIncomplete, options)).toEqual({
      'age-1': 'never-completed',
      'age-2': null,
      'age-3': null,
      'age-4': null,
    });
    const elsewhere = backups.map((backup) =>
      backup.id === 'age-1' ? { ...backup, device: 'another iPhone' } : backup,
    );
    expect(reasons(elsewhere, options)['age-4']).toBeNull();
  });

  test('today a fourth backup can be chosen', () => {
    const rows = listed([4, 3, 2, 1].map((age) => ({ id: `age-${age}`, made: addDays(TODAY, -age) })));
    expect(rows.map(({ usable }) => usable)).toEqual([true, true, true, true]);
  });

  test.each([
    ['18.2', null],
    ['18.3', null],
    ['18.3.0', null],
    ['18.3.1', 'newer-ios'],
    ['26.0', 'newer-ios'],
    ['9.0', null],
  ])('a backup by iOS %s on iOS 18.3: %s', (ios, reason) => {
    expect(reasons([{ id: 'it', made: '2026-02-01', ios }])).toEqual({ it: reason });
  });

  test.each([
    ['2024-12-17', null],
    ['2024-12-18', 'too-old-for-icloud'],
  ])('on %s, a backup by iOS 8: %s', (today, reason) => {
    expect(reasons([{ id: 'it', made: '2015-02-01', ios: '8.4.1' }], { world: { today } })).toEqual({ it: reason });
  });

  test('another account, an incomplete backup and lost keys stand in the way', () => {
    const world = { accounts: [{ id: 'mara' }, { id: 'ola' }] };
    expect(reasons([{ id: 'it', made: '2026-02-01', account: 'ola' }], { world })).toEqual({ it: 'other-account' });
    expect(reasons([{ id: 'it', made: '2026-02-01', complete: 'no' }])).toEqual({ it: 'never-completed' });
    const sealed = { accounts: [{ id: 'mara', advancedDataProtection: 'on', recovery: 'lost' }] };
    expect(reasons([{ id: 'it', made: '2026-02-01' }], { world: sealed })).toEqual({ it: 'recovery-lost' });
  });

  test('what is deleted, not kept, too old or somebody else’s is not shown; what is dimmed is', () => {
    const rows = listed([
      { id: 'gone', made: addDays(TODAY, -200), after180Days: 'deleted', device: 'x' },
      { id: 'dimmed', made: '2026-02-01', ios: '26.0' },
    ]);
    expect(rows.map(({ backup, shown, usable }) => [backup.id, shown, usable])).toEqual([
      ['dimmed', true, false],
      ['gone', false, false],
    ]);
  });

  test('a supervised backup fits a supervised device alone, and the reverse, on a computer', () => {
    const rest = { route: 'computer' };
    const backup = { id: 'it', made: '2026-02-01' };
    expect(reasons([{ ...backup, supervised: 'yes' }], { rest })).toEqual({ it: 'supervision' });
    expect(reasons([backup], { rest, world: { device: { supervised: 'yes' } } })).toEqual({ it: 'supervision' });
    expect(reasons([{ ...backup, supervised: 'yes' }], { rest, world: { device: { supervised: 'yes' } } })).toEqual({
      it: null,
    });
  });
});

describe('the reason for finding nothing', () => {
  test('is that of the newest backup, or that there is none', () => {
    expect(reasonForNothing([])).toBe('no-backup');
    expect(
      reasonForNothing(
        listed([
          { id: 'new', made: '2026-02-02', ios: '26.0' },
          { id: 'old', made: '2026-02-01', complete: 'no' },
        ]),
      ),
    ).toBe('newer-ios');
    expect(reasonForNothing(listed([{ id: 'fine', made: '2026-02-02' }]))).toBe('given-up');
  });
});
