import { afterAll, beforeAll, expect, test } from 'vitest';
import { Inspector } from '../inspector/drive.ts';
import { followHostileLinks } from '../inspector/hostile-links.ts';
import { partOfCampaign, tellProgress } from './part-of-campaign.ts';

const part = partOfCampaign(10_000);
/** A page is left now and then, as people do; each box of links has its own seed. */
const BOX = 250;

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

test(
  `${part.to - part.from} links from strangers from ${part.from} on run nothing, break nothing and ask nobody`,
  async () => {
    expect(part.to).toBeGreaterThan(part.from);
    for (let done = part.from; done < part.to; done += BOX) {
      const links = Math.min(BOX, part.to - done);
      // oxlint-disable-next-line no-await-in-loop
      await followHostileLinks(inspector, links, 1 + done / BOX);
      // oxlint-disable-next-line no-await-in-loop
      await tellProgress(done + links, part);
    }
  },
  6 * 3_600_000,
);
