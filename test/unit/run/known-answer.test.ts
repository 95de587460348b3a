import { expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import text from '../../../scenarios/showcase/new-iphone-icloud-photos-on.yaml?raw';
import { KNOWN } from './known-fingerprints.ts';

test('the showcase scenario has the same fingerprints on every engine', () => {
  const run = play(loadScenario(text, `scenarios/${KNOWN.scenario}.yaml`, KNOWN.scenario));
  expect(run.fingerprints).toEqual({ outcome: KNOWN.outcome, journal: KNOWN.journal });
});

test('its journal is chained from the bytes that are written to a file', () => {
  const run = play(loadScenario(text, 'showcase.yaml', KNOWN.scenario));
  let link = run.journal.chain[0] ?? '';
  const lines = run.journal.toText().trimEnd().split('\n');
  for (let step = 1; step <= run.steps; step += 1) {
    const ofStep = lines.filter((line) => (JSON.parse(line) as { step: number }).step === step);
    link = fingerprintOf([link, ...ofStep].join('\n'));
  }
  expect(link).toBe(run.fingerprints.journal);
});
