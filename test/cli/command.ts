import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const launcher = resolve('src/cli/bin.cjs');
const root = resolve('.');

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Most memory that the process held, in MB; 0 when it could not be read. */
  readonly peak: number;
  readonly seconds: number;
}

/** Starts the command as a shell would, without colours. */
export function restoreSim(
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Ran {
  const folder = mkdtempSync(join(tmpdir(), 'restore-sim-test-'));
  const report = join(folder, 'peak');
  const probe =
    `import{writeFileSync}from'node:fs';process.on('exit',()=>` +
    `writeFileSync(${JSON.stringify(report)},String(process.resourceUsage().maxRSS)))`;
  const began = Date.now();
  try {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ['--import', `data:text/javascript,${encodeURIComponent(probe)}`, launcher, ...args],
      {
        cwd: options.cwd ?? root,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1', DEBUG: '', ...options.env },
        timeout: 60_000,
        maxBuffer: 200e6,
      },
    );
    return {
      status,
      stdout,
      stderr: stderr.replaceAll(/^restore-sim: built .*\n/gm, ''),
      peak: peakOf(report),
      seconds: (Date.now() - began) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function peakOf(report: string): number {
  try {
    return Number(readFileSync(report, 'utf8')) / 1024;
  } catch {
    return 0;
  }
}

/** A small scenario that plays. */
export const SMALL = `title: A small one
why: Nothing is missing here.
world:
  backups: [{ id: nightly, made: 2026-02-28 }]
  items:
    - { category: messages, count: 12, bytes: 3 MB }
expect: { outcome: completed, items: { messages: restored } }
`;
