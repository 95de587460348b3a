import { expect, test } from 'vitest';
import { beforeErase } from '../../../src/insight/before/before.ts';
import { backupNotes } from '../../../src/report/backup-words.ts';
import { beforeParts } from '../../../src/report/before-text.ts';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const storyOf = (backups: string) =>
  loadScenario(
    [
      'title: A story',
      'why: For a test.',
      'world:',
      "  device: { name: Ana's iPad, kind: ipad, state: in-use }",
      `  backups: [${backups}]`,
      '  items: [{ category: notes }]',
    ].join('\n'),
    'story',
  );
const old = (more = '') => `{ id: old, device: Ana's iPad, made: 2025-09-02${more} }`;
const notes = (backups: string) => backupNotes(caseFileOf(storyOf(backups).world)).map(({ cites }) => cites);
const unsaid = (backups: string) => {
  const scenario = storyOf(backups);
  const parts = beforeParts(scenario.world, beforeErase(scenario));
  return parts.flatMap(({ title, says }) => (title === 'What this does not say' ? says : [])).length;
};

test('of a backup that Apple may have deleted it is said that it is taken as still there', () => {
  expect(notes(old())).toEqual([['EL-04']]);
  expect(unsaid(old())).toBe(2);
  expect(notes("{ id: young, device: Ana's iPad, made: 2025-09-03 }")).toEqual([]);
  expect(unsaid("{ id: young, device: Ana's iPad, made: 2025-09-03 }")).toBe(1);
});

test('and not of one that is gone, that lies on a computer, or whose device goes on making backups', () => {
  expect(notes(old(', after180Days: deleted'))).toEqual([]);
  expect(notes(old(', kind: computer'))).toEqual([]);
  expect(notes(`${old()}, { id: new, device: Ana's iPad, made: 2026-02-28 }`)).toEqual([]);
});
