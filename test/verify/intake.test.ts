import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { answerOf } from '../../src/intake/answer.ts';
import { yamlOf } from '../../src/intake/case-file-text.ts';
import { type Draft, draftOf } from '../../src/intake/draft.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import { AtTheCards } from '../laws/by-controls.ts';
import { rebuilt, saidAgain } from '../laws/rebuilding.ts';

/** The long form of the laws in test/laws/intake.test.ts: every scenario of the house. */

const FOLDER = 'scenarios';
const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));

function scenarioIn(name: string) {
  const path = join(FOLDER, name);
  const read = (beside: string) => ({ file: beside, text: readFileSync(join(dirname(path), beside), 'utf8') });
  return loadScenario(readFileSync(path, 'utf8'), name, name, { read });
}
const fingerprintOf = (draft: Draft): unknown => {
  const answer = answerOf(draft);
  return answer.ok ? answer.fingerprint : answer.problems;
};

/** Nobody says thousands of items one by one. */
const MOST_AT_THE_CARDS = 300;

/** Built by nothing but the controls of the cards, which name the parts themselves. */
function wrongByControls({ stated }: Draft): string | undefined {
  const cards = new AtTheCards('case.yaml');
  try {
    cards.build(stated);
  } catch (error) {
    // What one scenario cannot be built by is told with all the others.
    return String(error);
  }
  const same = scenarioFrom(cards.renamed(stated) as Record<string, unknown>, 'case.yaml', (complaints) =>
    complaints.map(({ path, message }) => ({ file: 'case.yaml', message: `${path.join('.')}: ${message}` })),
  );
  return fingerprintOf(cards.draft) === play(same).fingerprints.outcome ? undefined : 'plays to something else';
}

test(`all ${files.length} scenarios can be built by edits, said again and written down, and play to the same`, () => {
  expect(files.length).toBeGreaterThan(500);
  const broken: string[] = [];
  for (const file of files) {
    const scenario = scenarioIn(file);
    const { outcome } = play(scenario).fingerprints;
    const draft = draftOf(scenario);
    if (fingerprintOf(rebuilt(draft.stated, scenario.id)) !== outcome) broken.push(`${file}: built by edits`);
    if (fingerprintOf(saidAgain(draft)) !== outcome) broken.push(`${file}: said again`);
    const wrong = scenario.world.items.length <= MOST_AT_THE_CARDS ? wrongByControls(draft) : undefined;
    if (wrong !== undefined) broken.push(`${file}: by controls: ${wrong}`);
    if (play(loadScenario(yamlOf(draft), file)).fingerprints.outcome !== outcome) broken.push(`${file}: written down`);
  }
  expect(broken).toEqual([]);
});
