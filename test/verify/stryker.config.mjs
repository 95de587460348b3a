// Stryker breaks the core in one place at a time; some test has to fail: `npm run verify -- stryker [room …]`.
// mutated-rooms.json names the rooms, each with the tests that have to notice. Tables of prose and of rules are not
// among them: mutants.test.ts breaks the rules, one by one. Paths are from the root, where Stryker is started.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const rooms = JSON.parse(readFileSync(join(import.meta.dirname, 'mutated-rooms.json'), 'utf8'));
const room = process.env['MUTATED_ROOM'] ?? 'run';
const kept = `test-results/mutation/${room}`;

// oxlint-disable-next-line import/no-default-export -- Stryker reads nothing else
export default {
  packageManager: 'npm',
  plugins: ['@stryker-mutator/vitest-runner', join(import.meta.dirname, 'warm-runner.mjs')],
  // `MUTATED_WITH=vitest` loads the core anew for each mutant: hours, to hold the warm runner against.
  testRunner: process.env['MUTATED_WITH'] ?? 'warm',
  vitest: { configFile: 'test/verify/stryker.vitest.config.ts', related: false },
  mutate: rooms[room].mutate,
  // Sentences are for people: the transcripts hold them.
  mutator: { excludedMutations: ['StringLiteral'] },
  // Stryker would rewrite it with an API that TypeScript 7 no longer has; nothing that it changes matters here.
  tsconfigFile: 'no-tsconfig.json',
  coverageAnalysis: 'perTest',
  // What is worked out while a file is loaded would cost a run of all tests for each mutant.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `${kept}/incremental.json`,
  concurrency: Number(process.env['MUTATED_AT_ONCE'] ?? 1),
  // The warm runner ends a circle by itself, sooner and by the time of the processor.
  timeoutMS: 300_000,
  timeoutFactor: 20,
  dryRunTimeoutMinutes: 15,
  tempDirName: `${kept}/sandbox`,
  ignorePatterns: ['dist', 'test-results', 'coverage', '.cache', 'test/inspector', 'src/setup/pictures'],
  reporters: ['progress-append-only', 'clear-text', 'json', 'as-it-goes'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false, reportMutants: false },
  jsonReporter: { fileName: `${kept}/report.json` },
  thresholds: { high: 95, low: 90, break: 90 },
};
