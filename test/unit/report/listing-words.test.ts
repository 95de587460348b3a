import { expect, test } from 'vitest';
import { SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { listWords } from '../../../src/report/listing-words.ts';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { story } from '../stories.ts';

const listed = (kind: 'icloud' | 'computer', complete: 'yes' | 'no'): string => {
  const { world } = story(
    { backups: [{ id: 'half', kind, device: 'mine', made: '2026-02-27', complete }] },
    { route: kind },
  );
  const [owner] = world.accounts;
  const [row = ''] = listWords(caseFileOf(world), { ...SITUATION_AT_START, account: owner?.id ?? null, ios: '18.3' });
  return row;
};

test('what was never finished has no date in the list of iCloud, and what was finished has one', () => {
  expect(listed('icloud', 'no')).toMatch(/^No date and no size \(begun on 27 February 2026\), mine .*, dimmed\./);
  expect(listed('icloud', 'yes')).toMatch(/^27 February 2026, mine/);
  // Of a computer no source says how such a one is shown.
  expect(listed('computer', 'no')).toMatch(/^27 February 2026, mine .*, dimmed\./);
});
