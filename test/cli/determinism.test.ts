import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { fingerprintsBy, SAMPLES } from './fingerprints.ts';

const PLACES = [
  { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
  { TZ: 'Pacific/Kiritimati', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
  { TZ: 'Asia/Kathmandu', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
] as const;

test.each(SAMPLES)(
  '%s has the same fingerprints in every time zone and language',
  (file) => {
    const id = file.replace(/^scenarios\//, '').replace(/\.yaml$/, '');
    const here = play(loadScenario(readFileSync(file, 'utf8'), file, id)).fingerprints;
    for (const place of PLACES) expect([place, fingerprintsBy(process.execPath, file, place)]).toEqual([place, here]);
  },
  60_000,
);

test('the places of this test differ in what the engine itself would answer', async () => {
  const { spawnSync } = await import('node:child_process');
  const code =
    'console.log(new Date(0).getHours() + "|" + (1234.5).toLocaleString() + "|" + ["i", "I", "ı"].map((c) => ' +
    'c.toLocaleUpperCase()).join(""))';
  const answers = PLACES.map(
    (place) =>
      spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', env: { ...process.env, ...place } }).stdout,
  );
  expect(new Set(answers).size).toBe(PLACES.length);
});
