import { expect, test } from 'vitest';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
/** What the script and the expectations of a file name. */
const NAMED = /\b(?:do|alert|cleared|prompt|refused|outcome|screen|during|wait|end): [\w.-]+/g;

const named = new Set<string>();
/** As few files as it takes, in their order, for each event, alert, prompt, screen and end to come. */
const telling = Object.entries(files).filter(([, text]) => {
  const before = named.size;
  for (const [name] of text.matchAll(NAMED)) named.add(name);
  return named.size > before;
});

test.each(telling)('%s ends as it says', (path, text) => {
  expect(compareWithExpectation(play(loadScenario(text, path)))).toEqual([]);
});
