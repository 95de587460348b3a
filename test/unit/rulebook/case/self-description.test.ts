import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import { contradictionsOf, fitsIntoThePlan } from '../../../../src/rulebook/case/self-description.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
/** A backup that holds 3 things of 300 MB, as its device had them. */
const world = (backup: Plain, account: Plain = {}) =>
  caseFile(
    {
      accounts: [{ id: 'mara', ...account }],
      backups: [{ id: 'it', made: '2026-02-01', account: 'mara', ...backup }],
      items: [
        { category: 'messages', count: 2, bytes: '200 MB' },
        { category: 'call-history', syncs: 'off', count: 1, bytes: '100 MB' },
        { id: 'later', category: 'notes', created: '2026-02-10', count: 7, bytes: '7 MB' },
      ],
    },
    backup['kind'] === 'computer' ? { route: 'computer' } : {},
  );
const found = (backup: Plain) => {
  const file = world(backup);
  return contradictionsOf(file, must(file.backup('it'), 'the backup'));
};
const COMPUTER = { kind: 'computer', encrypted: 'yes' };

describe('what a backup says of itself', () => {
  test.each<[says: string | null, Plain, cites: readonly string[]]>([
    [null, {}, []],
    [null, COMPUTER, []],
    [
      'It says that it is encrypted.',
      { ...COMPUTER, encrypted: 'no', declared: { encrypted: 'yes' } },
      ['RT-09', 'CP-15'],
    ],
    [null, { ...COMPUTER, declared: { encrypted: 'yes' } }, []],
    [null, { ...COMPUTER, encrypted: 'unknown', declared: { encrypted: 'yes' } }, []],
    ['It says that it is not encrypted.', { ...COMPUTER, declared: { encrypted: 'no' } }, ['RT-09', 'CP-15']],
    [null, { ...COMPUTER, encrypted: 'no', declared: { encrypted: 'no' } }, []],
    [
      'It says that it was finished.',
      { ...COMPUTER, complete: 'no', declared: { complete: 'yes' } },
      ['TL-11', 'MB-205'],
    ],
    [null, { complete: 'no', declared: { complete: 'yes' } }, []],
    [null, { ...COMPUTER, declared: { complete: 'yes' } }, []],
    [null, { ...COMPUTER, complete: 'no' }, []],
    ['It says that it was not finished.', { ...COMPUTER, declared: { complete: 'no' } }, ['TL-11', 'EL-09']],
    [null, { ...COMPUTER, complete: 'no', declared: { complete: 'no' } }, []],
    [null, { declared: { complete: 'no' } }, []],
    ['It says that it was finished.', { ...COMPUTER, index: 'missing' }, ['BK-13', 'EL-09']],
    [null, { ...COMPUTER, index: 'missing', complete: 'no' }, []],
    ['Its list names files.', { ...COMPUTER, index: 'stale' }, ['BK-14', 'TL-15']],
    ['It complained of a file when it was made.', { ...COMPUTER, declared: { damaged: 'yes' } }, ['BK-16']],
    [null, { ...COMPUTER, damaged: 'yes', declared: { damaged: 'yes' } }, []],
  ])('%s, of %o', (says, backup, cites) => {
    expect(found(backup).map((one) => [one.says, one.cites])).toEqual(says === null ? [] : [[says, cites]]);
  });

  test('of a complaint, only iOS 17 is known for it', () => {
    const follows = (ios: string) => found({ ...COMPUTER, ios, declared: { damaged: 'yes' } })[0]?.follows;
    expect(follows('17.4')).toContain('iOS 17 is known for this complaint');
    expect(follows('18.0')).toContain('known of iOS 17 only');
  });

  test.each<[declared: Plain, says: readonly string[]]>([
    [{ items: 3 }, []],
    [{ items: 4 }, ['It counts 4 things.']],
    [{ bytes: '300 MB' }, []],
    [{ bytes: '1 GB' }, ['It says 1 GB.']],
    [{ items: 4, bytes: '300 MB' }, ['It counts 4 things.']],
    [{ items: 3, bytes: '1 GB' }, ['It says 1 GB.']],
    [{ items: 2, bytes: '1 GB' }, ['It counts 2 things.', 'It says 1 GB.']],
  ])('declaring %o, it is held against what it holds', (declared, says) => {
    const all = found({ ...COMPUTER, declared });
    expect(all.map((one) => one.says)).toEqual(says);
    for (const one of all) {
      expect(one.really).toBe('It holds 3 of what this customer expects, 300 MB.');
      expect(one.follows).toContain('changes nothing');
      expect(one.cites).toEqual(['BK-15']);
    }
  });
});

test.each([
  ['borrowed', '200 MB', true],
  ['borrowed', '199 MB', false],
  ['borrowed', undefined, false],
  ['plan', '300 MB', false],
])('a backup in %s space, with room for %s in the plan, would have fitted: %s', (space, room, fits) => {
  const file = world({ space }, room === undefined ? {} : { room });
  expect(fitsIntoThePlan(file, must(file.backup('it'), 'the backup'))).toBe(fits);
  expect(fitsIntoThePlan(file, { ...must(file.backup('it'), 'the backup'), account: 'nobody' })).toBe(false);
});
