import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { at, Inspector, withMachinery } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const ids = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.replaceAll('\\', '/').slice(0, -5))
  .toSorted();

/** A third of them, spread over all themes: in the page plays the core that the tests of the browser run. */
const themeOf = (id: string | undefined) => id?.split('/')[0];
const sample = ids.filter((id, index) => index % 3 === 0 || themeOf(id) !== themeOf(ids[index - 1]));

test('scenarios of every theme have the same fingerprints on the page as in Node', async () => {
  expect(new Set(sample.map(themeOf))).toEqual(new Set(ids.map(themeOf)));
  const { page } = await inspector.open(withMachinery(at(1)));
  await page.getByRole('button', { name: /Show the fingerprints/ }).click();
  const shown = () =>
    page.evaluate(() =>
      ['outcome', 'journal'].map((kind) => document.querySelector(`[data-fingerprint=${kind}]`)?.textContent),
    );
  for (const id of sample) {
    const { fingerprints } = play(
      loadScenario(readFileSync(join('scenarios', `${id}.yaml`), 'utf8'), `${id}.yaml`, id),
    );
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#s=${id}`);
    await expect.poll(shown, { message: id, timeout: 20_000 }).toEqual([fingerprints.outcome, fingerprints.journal]);
  }
}, 300_000);
