import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { nodeDigest } from '../../src/cli/digest.ts';
import { pureDigest } from '../../src/run/digest.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { IN_FULL } from '../laws/law.ts';

const SCENARIOS = join(import.meta.dirname, '../../scenarios');

test('Node’s own digest and the pure one agree on every text, however it is cut', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 5 }), (texts) => {
      const whole = pureDigest([texts.join('')]);
      expect(pureDigest(texts)).toBe(whole);
      expect(nodeDigest(texts)).toBe(whole);
    }),
    { seed: 20260301, numRuns: 500 },
  );
  for (const length of [55, 56, 63, 64, 65, 119, 120, 128])
    expect(nodeDigest(['é'.repeat(length)])).toBe(pureDigest(['é'.repeat(length)]));
});

test('scenarios have the same fingerprints with either digest', () => {
  const files = readdirSync(SCENARIOS, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  expect(files.length).toBeGreaterThan(300);
  for (const name of files.toSorted().filter((_, place) => IN_FULL || place % 4 === 0)) {
    const text = readFileSync(join(SCENARIOS, name), 'utf8');
    // Loaded anew, because the fingerprint of a world that has been taken is remembered.
    const [pure, native] = [play(loadScenario(text, name)), play(loadScenario(text, name), { digest: nodeDigest })];
    expect({ name, ...native.fingerprints }).toEqual({ name, ...pure.fingerprints });
    expect(native.simulation.file.digest).toBe(pure.simulation.file.digest);
  }
}, 120_000);
