// The figures of the core, medians, measured in one run. `npm run bench core`, and `AGAINST=<commit> npm run bench
// core` for `check` against an earlier commit.
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { build } from 'vite';
import { checkAgainst } from './against.ts';
import { type CoreMeasured, median, SMALL, timed } from './measuring.ts';

const rows: { readonly figure: string; readonly reached: string; readonly target: string; readonly ok: string }[] = [];

const fixed = (number: number, digits = 2): string => number.toFixed(digits);
function report(figure: string, reached: number, words: string, target: string, ok: boolean): void {
  rows.push({ figure, reached: Number.isFinite(reached) ? words : 'not measured', target, ok: ok ? 'yes' : 'NO' });
  console.error(`… ${figure}: ${words}`);
}

const BUILT = resolve('node_modules/.cache/bench/core');
/**
 * Built as the command line is. What reads TypeScript would take 60 MB of the memory that is measured, and gives every
 * function that is made its name anew, which the package never does.
 */
const buildCore = async (): Promise<unknown> =>
  build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'test/bench/core-measured.ts',
      outDir: BUILT,
      target: 'node20',
      minify: true,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'main.cjs' } },
    },
  });

function measured<Figure extends keyof CoreMeasured>(figure: Figure, ...more: readonly number[]): CoreMeasured[Figure] {
  const run = spawnSync(process.execPath, [resolve(BUILT, 'main.cjs'), figure, ...more.map(String)], {
    encoding: 'utf8',
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as CoreMeasured[Figure];
}

function steps(): void {
  const { bare, full } = measured('steps');
  report(
    'a step with journal and fingerprint, against actor.send with inspect',
    full,
    `${fixed(full / bare)} × (${fixed(full * 1000, 0)} µs, ${fixed(bare * 1000, 0)} µs)`,
    '≤ 1.4 ×',
    full <= 1.4 * bare,
  );
}

function wholeSuite(): void {
  const { scenarios, ms } = measured('suite');
  const perSecond = (scenarios * 1000) / ms;
  report(
    `check of all ${scenarios} scenarios, each read and played twice`,
    perSecond,
    `${fixed(perSecond, 0)} scenarios/s`,
    '≥ 200',
    perSecond >= 200,
  );
}

function againstCommit(): void {
  const commit = process.env['AGAINST'];
  if (commit === undefined) return;
  const { files, before, now } = checkAgainst(commit);
  report(
    `check of ${files} scenarios, processor time against ${commit}`,
    now / before,
    `${fixed(now / before)} × (${fixed(now)} s, ${fixed(before)} s)`,
    '≤ 1 ×',
    now <= before,
  );
}

function largeWorlds(): void {
  const child = (size: number, plays: number): CoreMeasured['large'] => measured('large', size, plays);
  const [thousand, tenThousand, all, first] = [
    child(1000, 60),
    child(10_000, 12),
    child(100_000, 6),
    child(100_000, 1),
  ];
  // The first half of the plays warms the engine up.
  const perItem = (times: readonly number[], size: number): number =>
    (median(times.slice(times.length / 2)) * 1000) / size;
  const costs = [perItem(thousand.times, 1000), perItem(tenThousand.times, 10_000), perItem(all.times, 100_000)];
  const cold = median(first.times);
  report('100,000 items, the first play of a process', cold, `${fixed(cold / 1000)} s`, '< 1.5 s', cold < 1500);
  report(
    'the same, most memory of that process',
    first.peak,
    `${fixed(first.peak / 1e6, 0)} MB`,
    '< 250 MB',
    first.peak < 250e6,
  );
  const ratio = (costs[2] ?? Number.NaN) / (costs[0] ?? Number.NaN);
  report(
    'cost of an item with 100,000 items, against 1,000',
    ratio,
    `${fixed(ratio)} × (${costs.map((cost) => fixed(cost, 1)).join(', ')} µs at 1,000, 10,000, 100,000)`,
    '< 1.5 ×',
    ratio < 1.5,
  );
}

function coldStart(): void {
  const start = (...args: readonly string[]): number =>
    timed(() => {
      const run = spawnSync(process.execPath, args, { stdio: 'ignore' });
      if (run.status !== 0) throw new Error(`${args.join(' ')} ended with ${run.status}`);
    });
  const command = [resolve('src/cli/bin.cjs'), 'run', SMALL];
  start(...command);
  const pairs = Array.from({ length: 21 }, () => ({ bare: start('-e', '0'), run: start(...command) }));
  const [bare, run] = [median(pairs.map((pair) => pair.bare)), median(pairs.map((pair) => pair.run))];
  report(
    'the command from cold, against node -e 0',
    run,
    `${fixed(run / bare)} × (${fixed(run, 0)} ms, ${fixed(bare, 0)} ms)`,
    '≤ 2.5 ×',
    run <= 2.5 * bare,
  );
}

await buildCore();
for (const bench of [steps, wholeSuite, againstCommit, largeWorlds, coldStart]) {
  try {
    bench();
  } catch (error) {
    report(bench.name, Number.NaN, (error as Error).message.split('\n')[0] ?? '', '', false);
  }
}
console.table(rows);
if (rows.some(({ ok }) => ok !== 'yes')) process.exitCode = 1;
