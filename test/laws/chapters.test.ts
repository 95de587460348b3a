import { expect } from 'vitest';
import { chaptersOf } from '../../src/report/chapters.ts';
import { linesOfAttempt } from '../../src/run/attempts-of.ts';
import { law } from './law.ts';
import { isOfOwnWay } from '../../src/rulebook/rules/own-way.ts';
import { dramas } from './worlds.ts';

law(
  'chapters are told in the order of time',
  dramas(),
  (drama) => {
    const lines = linesOfAttempt(drama.run.journal.lines, 1);
    const chapters = chaptersOf(drama.scenario.world, lines).filter(({ gate }) => gate !== 'sync');
    for (const { flows } of chapters) for (const { items } of flows) expect(items.length).toBe(new Set(items).size);
    let before = { gate: 'none', step: 0 };
    for (const { gate, beats } of chapters)
      for (const { step, text } of beats) {
        expect({ gate, text, inOrder: step >= before.step, before }).toEqual({ gate, text, inOrder: true, before });
        before = { gate, step };
      }
  },
  200,
);

law('a story counts an item once where one rule says one thing of it', dramas(), ({ run: { world, journal } }) => {
  for (const { flows } of chaptersOf(world, journal.lines))
    for (const { items } of flows) expect(items).toEqual([...new Set(items)]);
});

law('the passcode of an older device is asked for only where iCloud keeps something sealed', dramas(), ({ run }) => {
  const { lines } = run.journal;
  const asked = lines.some((line) => line.type === 'prompt.shown' && line.prompt === 'keychain-passcode');
  const sealed = lines.some(
    (line) =>
      (line.type === 'item.waiting' && line.gate === 'sync' && line.rule !== null && !isOfOwnWay(line.rule)) ||
      // The phone cannot know that nobody has an answer.
      (line.type === 'sync.withheld' && line.rule === 'sync/keys-lost'),
  );
  expect(asked && !sealed).toBe(false);
});
