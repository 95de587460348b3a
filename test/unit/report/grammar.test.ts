import { expect, test } from 'vitest';
import { PLAIN } from '../../../src/report/paint.ts';
import { reportInputFrom } from '../../../src/report/report-input.ts';
import { runAsText } from '../../../src/report/run-text.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const small = Object.entries(files)
  .filter(([path, text]) => text.length < 1500 || path.includes('/unknown-facts/'))
  .filter(([path], index) => index % 3 === 0 || path.includes('/unknown-facts/'))
  .map(([path, text]) => {
    const run = play(loadScenario(text, path));
    const story = runAsText(reportInputFrom(run), { paint: PLAIN, width: 400 });
    const isOpen = run.attempts[0]?.rows.some(({ fate }) => fate === 'unknown');
    return { path, story, isOpen };
  });

const FAULTS = /\b1 (?:items|things|pieces|attempts|days|copies)\b|\b[2-9] (?:item|thing) |\b(?:as|account) customer\b/;

test('one of a thing is never told as many, and an account that nobody names has no name', () => {
  const faults = small.flatMap(({ path, story }) =>
    story
      .split('\n')
      .filter((line) => FAULTS.test(line))
      .map((line) => `${path}: ${line}`),
  );
  expect(faults).toEqual([]);
});

test('nothing unknown stands beside a restore that left nothing out', () => {
  const open = small.filter(({ isOpen }) => isOpen);
  expect(open.length).toBeGreaterThan(3);
  for (const { path, story } of open) {
    expect(story, path).not.toMatch(/nothing in the backup was left out|everything is back/);
    expect(story, path).toMatch(/is not known: a fact is not given/);
  }
});
