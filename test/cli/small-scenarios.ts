import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { restoreSim, SMALL } from './command.ts';

/** One item of every kind that is most often mixed up. */
export const LATE = `title: Kinds of missing
why: Excluded, never in the backup, pending and synced are four different things.
shows: [A13, A7]
world:
  accounts: [{ id: mara }, { id: jonas, password: forgotten }]
  backups: [{ id: nightly, device: old, made: 2026-02-28 }]
  services: { photos: on }
  items:
    - { category: photos, count: 100, bytes: 3 GB }
    - { category: messages, count: 12, bytes: 3 MB }
    - { category: films, account: jonas, count: 2, bytes: 1 GB }
    - { id: new-files, category: local-files, title: "Files <made> since\\e[31m", bytes: 1 MB, created: 2026-03-01 }
    - { id: tokens, category: app-keychain, app: bank, bytes: 1 kB, protection: this-device-only }
  copies:
    - { kind: photo-service, of: [new-files], where: A service of his }
attempts:
  - {}
  - change: { device.name: old }
expect:
  outcome: completed-with-exclusions
`;

/** A folder with five small scenarios and one of every kind of missing, and the command that is run in it. */
export function smallScenarios() {
  const folder = mkdtempSync(join(tmpdir(), 'restore-sim-commands-'));
  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const here = (args: readonly string[]) => restoreSim(args, { cwd: folder });
  mkdirSync(join(folder, 'scenarios', 'one'), { recursive: true });
  mkdirSync(join(folder, 'scenarios', 'two'));
  for (const name of ['a', 'b', 'c']) write(`scenarios/one/${name}.yaml`, SMALL);
  for (const name of ['a', 'd']) write(`scenarios/two/${name}.yaml`, SMALL);
  write('late.yaml', LATE);
  return {
    folder,
    write,
    here,
    answer: (args: readonly string[], status = 0): unknown => {
      const ran = here(args);
      expect(ran.stderr).toBe('');
      expect(ran.status).toBe(status);
      return JSON.parse(ran.stdout);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
