import { afterAll, beforeAll, expect, test } from 'vitest';
import { Inspector } from '../inspector/drive.ts';
import { followHostileLinks } from '../inspector/hostile-links.ts';

/** LINKS=500 LINKS_SEED=7 npm run verify test/verify/hostile-links.test.ts */
const COUNT = Number(process.env['LINKS'] ?? 10_000);
const SEED = Number(process.env['LINKS_SEED'] ?? 1);

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

test(
  `${COUNT} links from strangers run nothing, break nothing and ask nobody (seed ${SEED})`,
  async () => {
    expect(COUNT).toBeGreaterThan(0);
    // A page is left now and then, as people do.
    for (let done = 0; done < COUNT; done += 500)
      // oxlint-disable-next-line no-await-in-loop
      await followHostileLinks(inspector, Math.min(500, COUNT - done), SEED + done);
  },
  120 * 60_000,
);
