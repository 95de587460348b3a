import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

/** Three scenarios that between them have dates, several accounts, both routes, sync and many items. */
export const SAMPLES = [
  'scenarios/showcase/new-iphone-icloud-photos-on.yaml',
  'scenarios/erase/photos-since-the-backup-are-lost.yaml',
  'scenarios/matrix/computer-encrypted-all-services-on.yaml',
] as const;

export interface Fingerprints {
  readonly outcome: string;
  readonly journal: string;
}

/** What the command answers for a scenario when started by `node` under this environment. */
export function fingerprintsBy(node: string, file: string, env: Readonly<Record<string, string>> = {}): Fingerprints {
  const run = spawnSync(node, [resolve('src/cli/bin.cjs'), 'run', file, '--json'], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
    maxBuffer: 64e6,
  });
  if (run.status !== 0) throw new Error(`run ${file} ended with ${run.status}: ${run.stderr}`);
  const { outcome, journal } = (JSON.parse(run.stdout) as { fingerprints: Fingerprints }).fingerprints;
  return { outcome, journal };
}
