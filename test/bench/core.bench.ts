// The figures of the core, medians, measured in one run. `npm run bench core`, and `AGAINST=<commit> npm run bench core`
// for `check` against an earlier commit.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { build } from 'vite';
import { type AnyActorRef, type AnyEventObject, createActor } from 'xstate';
import { simulationMachine } from '../../machines/simulation/simulation.machine.ts';
import { nodeDigest } from '../../src/cli/digest.ts';
import { pathOf } from '../../src/run/actors.ts';
import { checkScenario } from '../../src/run/check.ts';
import type { PossibleEvent } from '../../src/run/possible-events.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { play } from '../../src/run/play.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { checkAgainst } from './against.ts';
import type { measure } from './large-world.ts';

const SMALL = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
const rows: { readonly figure: string; readonly reached: string; readonly target: string; readonly ok: string }[] = [];

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const fixed = (number: number, digits = 2): string => number.toFixed(digits);
function report(figure: string, reached: number, words: string, target: string, ok: boolean): void {
  rows.push({ figure, reached: Number.isFinite(reached) ? words : 'not measured', target, ok: ok ? 'yes' : 'NO' });
  console.error(`… ${figure}: ${words}`);
}
function timed(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

/** One step with everything that is kept of it, against the bare machine with somebody looking on. */
function steps(): void {
  const scenario = loadScenario(readFileSync(SMALL, 'utf8'), SMALL);
  const sent: { readonly path: string; readonly event: AnyEventObject }[] = [];
  const { journal, world } = play(scenario, {
    inspect: (event) => {
      if (event.type === '@xstate.event' && !event.sourceRef && event.event.type !== 'xstate.init')
        sent.push({ path: pathOf(event.actorRef as AnyActorRef), event: event.event });
    },
  });
  const given = journal.lines.filter((line) => line.type === 'event');
  const file = caseFileOf(world);

  const full = (): number => {
    const simulation = new Simulation(file, { digest: nodeDigest });
    return (
      timed(() => {
        for (const { by, event, data } of given) {
          if (by === 'clock') simulation.advance();
          else simulation.send({ type: event, ...data } as PossibleEvent);
        }
        // The chain is worked out when it is read: reading it belongs to the price of a step.
        if (simulation.journal.fingerprint.length !== 64) throw new Error('no fingerprint');
      }) / given.length
    );
  };
  const bare = (): number => {
    const actors = new Map<string, AnyActorRef>();
    let seen = 0;
    const root = createActor(simulationMachine, {
      id: 'simulation',
      systemId: 'simulation',
      input: { file, at: 0 },
      inspect: (event) => {
        seen += 1;
        if (event.type === '@xstate.actor')
          actors.set(pathOf(event.actorRef as AnyActorRef), event.actorRef as AnyActorRef);
      },
    }).start();
    const ms = timed(() => {
      for (const { path, event } of sent) actors.get(path)?.send(event);
    });
    if (seen < sent.length || !root.getSnapshot().matches({ restoring: 'over' }))
      throw new Error('the bare machine took another way');
    return ms / sent.length;
  };
  const pairs = Array.from({ length: 400 }, () => ({ bare: bare(), full: full() })).slice(100);
  const [bareMs, fullMs] = [median(pairs.map((pair) => pair.bare)), median(pairs.map((pair) => pair.full))];
  report(
    'a step with journal and fingerprint, against actor.send with inspect',
    fullMs,
    `${fixed(fullMs / bareMs)} × (${fixed(fullMs * 1000, 0)} µs, ${fixed(bareMs * 1000, 0)} µs)`,
    '≤ 3 ×',
    fullMs <= 3 * bareMs,
  );
}

function wholeSuite(): void {
  const files = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  const texts = files.map((name) => ({ name, text: readFileSync(resolve('scenarios', name), 'utf8') }));
  const once = (): number =>
    timed(() => {
      for (const { name, text } of texts) checkScenario(loadScenario(text, name), { digest: nodeDigest });
    });
  once();
  const perSecond = (texts.length * 1000) / median(Array.from({ length: 5 }, once));
  report(
    `check of all ${texts.length} scenarios, each read and played twice`,
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

async function largeWorlds(): Promise<void> {
  // Built as the command line is: what reads TypeScript would take 60 MB of the memory that is measured.
  const outDir = resolve('node_modules/.cache/bench/large-world');
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'test/bench/large-world.ts',
      outDir,
      target: 'node20',
      minify: true,
      emptyOutDir: true,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false, entryFileNames: 'main.cjs' } },
    },
  });
  const child = (size: number, plays: number): ReturnType<typeof measure> => {
    const run = spawnSync(process.execPath, [resolve(outDir, 'main.cjs'), String(size), String(plays)], {
      encoding: 'utf8',
    });
    if (run.status !== 0) throw new Error(run.stderr);
    return JSON.parse(run.stdout) as ReturnType<typeof measure>;
  };
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
    '≤ 4 ×',
    run <= 4 * bare,
  );
}

for (const bench of [steps, wholeSuite, againstCommit, largeWorlds, coldStart]) {
  try {
    await bench();
  } catch (error) {
    report(bench.name, Number.NaN, (error as Error).message.split('\n')[0] ?? '', '', false);
  }
}
console.table(rows);
if (rows.some(({ ok }) => ok !== 'yes')) process.exitCode = 1;
