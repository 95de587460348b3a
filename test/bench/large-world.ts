import { nodeDigest } from '../../src/cli/digest.ts';
import { InputError } from '../../src/model/problem.ts';
import { CATEGORIES } from '../../src/rulebook/categories/categories.ts';
import { play } from '../../src/run/play.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { type CoreMeasured, timed } from './measuring.ts';

const categories = Object.keys(CATEGORIES).filter((category) => category !== 'app');

/** A restore of many items of all kinds, a few of them out of the ordinary in every way that there is. */
export function largeScenario(size: number): Scenario {
  const items = Array.from({ length: size }, (_, index) => ({
    id: `item-${index}`,
    category: categories[index % categories.length],
    count: (index * 7) % 1000,
    bytes: (index * 7919) % 1_000_000,
    created: index % 11 === 0 ? '2026-03-01' : '2026-01-15',
    store: index % 13 === 0 ? 'withdrawn' : 'available',
    policy: index % 17 === 0 ? 'own-cloud' : 'ordinary',
    account: index % 19 === 0 ? 'ola' : 'mara',
    uploaded: index % 23 === 0 ? 'unknown' : 'yes',
  }));
  const world = {
    accounts: [{ id: 'mara' }, { id: 'ola', password: 'forgotten' }],
    backups: [{ id: 'nightly', made: '2026-02-28' }],
    services: { photos: 'on', contacts: 'on', keychain: 'on', health: 'on' },
    device: { free: '16 TB' },
    items,
  };
  return scenarioFrom(
    { title: 'Many', why: 'To see how the cost grows.', world, expect: { outcome: 'completed-with-exclusions' } },
    `many/${size}`,
    (complaints) => {
      throw new InputError(complaints.map(({ message }) => ({ file: 'many', message })));
    },
  );
}

/** Milliseconds of whole plays of one world, and the most memory that the process ever held. */
export function measuredOfLargeWorld(size: number, plays: number): CoreMeasured['large'] {
  const scenario = largeScenario(size);
  const times = Array.from({ length: plays }, () =>
    timed(() => {
      const run = play(scenario, { digest: nodeDigest });
      if (run.ledger.rows.some(({ fate }) => fate === null)) throw new Error('an item without a fate');
    }),
  );
  return { times, peak: process.resourceUsage().maxRSS * 1024 };
}
