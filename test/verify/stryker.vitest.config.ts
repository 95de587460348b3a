import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { withNodeDigest } from './digest.plugin.ts';
import rooms from './mutated-rooms.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What sees most comes first: a mutant is done with at the first test that fails. */
const ORDER = ['test/laws/seeded-worlds', 'test/unit/', 'test/laws/'];
const rankOf = ({ moduleId }: TestSpecification): number => ORDER.findIndex((part) => moduleId.includes(part));

class MostTellingFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rankOf(a) - rankOf(b) || (a.moduleId < b.moduleId ? -1 : 1)));
  }
}

/** The core's tests for Stryker: in Node alone, and with few worlds, because every mutant runs them again. */
// oxlint-disable-next-line import/no-default-export -- vitest reads nothing else
export default defineConfig({
  root,
  plugins: [withNodeDigest],
  test: {
    name: 'mutants',
    environment: 'node',
    setupFiles: ['test/laws/seed.setup.ts'],
    include: rooms[(process.env['MUTATED_ROOM'] ?? 'run') as keyof typeof rooms].tests,
    env: {
      VITE_LAWS_TIMES: '0.08',
      VITE_LAWS_IMPORTS: '0',
      VITE_SEEDED_LINES: '1',
      VITE_LAWS_SHRINK: 'no',
      VITE_EVERY: '12',
      VITE_WALKS_EVERY: '2',
    },
    // Stryker has its own, and a busy machine is no reason to call a mutant noticed.
    testTimeout: 3_600_000,
    sequence: { sequencer: MostTellingFirst },
    isolate: false,
    fileParallelism: false,
  },
});
