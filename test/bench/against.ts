// `AGAINST=<commit> npm run bench core`: `check` of the scenarios that hold in both, as either is handed out.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { must } from '../../src/model/must.ts';

interface Checked {
  readonly results: readonly { readonly file: string; readonly ok: boolean }[];
}

/** What a process used is told by itself: others on the machine make it no dearer. */
const TELLS_USE =
  'data:text/javascript,process.on("exit",()=>{const{user,system}=process.cpuUsage();' +
  'process.stderr.write(`\\n${(user+system)/1e6}`)})';
const TIMES = 5;

function check(launcher: string, cwd: string, args: readonly string[]): { readonly seconds: number; stdout: string } {
  const run = spawnSync(process.execPath, ['--import', TELLS_USE, launcher, 'check', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1e8,
  });
  if (run.error) throw run.error;
  return { seconds: Number(must(run.stderr.split('\n').at(-1), 'what a process used')), stdout: run.stdout };
}

/** A commit in a folder of its own, below our packages. */
function unpacked(commit: string): string {
  const folder = resolve('node_modules/.cache/bench', commit);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('git', ['archive', commit], { maxBuffer: 1e9 });
  execFileSync('tar', ['-x', '-C', folder], { input: packed });
  return folder;
}

/** Seconds of processor time of either, the best of some that take turns. */
export function checkAgainst(commit: string): {
  readonly files: number;
  readonly before: number;
  readonly now: number;
} {
  const folder = unpacked(commit);
  const { bin } = JSON.parse(readFileSync(resolve(folder, 'package.json'), 'utf8')) as { bin: Record<string, string> };
  const old = resolve(folder, must(bin['restore-sim'], 'the launcher of the commit'));
  const own = resolve('src/cli/bin.cjs');
  const holding = (launcher: string, cwd: string): ReadonlySet<string> => {
    const { results } = JSON.parse(check(launcher, cwd, ['--json', resolve(folder, 'scenarios')]).stdout) as Checked;
    return new Set(results.filter(({ ok }) => ok).map(({ file }) => resolve(cwd, file)));
  };
  const here = holding(own, process.cwd());
  const files = [...holding(old, folder)].filter((file) => here.has(file));
  const pairs = Array.from({ length: TIMES }, () => ({
    before: check(old, folder, files).seconds,
    now: check(own, process.cwd(), files).seconds,
  }));
  return {
    files: files.length,
    before: Math.min(...pairs.map(({ before }) => before)),
    now: Math.min(...pairs.map(({ now }) => now)),
  };
}
