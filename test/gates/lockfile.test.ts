import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly inBundle?: boolean;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
}

const lock: { packages: Record<string, LockedPackage> } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const packages = Object.entries(lock.packages);

/** npm looks for a package beside what asks for it, then beside each package around that one. */
function isLocked(asking: string, name: string): boolean {
  const folders = asking.split(/(?:^|\/)node_modules\//).slice(1);
  return Array.from({ length: folders.length + 1 }, (_, depth) => [...folders.slice(0, depth), name]).some(
    (path) => lock.packages[path.map((part) => `node_modules/${part}`).join('/')] !== undefined,
  );
}

test('every optional dependency of every platform is in the lock file', () => {
  const missing = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(path, name))
      .map((name) => `${path || 'the project'} needs ${name}`),
  );

  expect(packages.length).toBeGreaterThan(100);
  expect(
    packages.flatMap(([, { optionalDependencies = {} }]) => Object.keys(optionalDependencies)).length,
  ).toBeGreaterThan(30);
  expect(missing).toEqual([]);
  expect(isLocked('node_modules/vite', 'no-such-package')).toBe(false);
});

test('every package is proved by a hash, and none is tied to a registry of somebody', () => {
  const unproved = packages
    .filter(([path, entry]) => path !== '' && !entry.integrity && !entry.inBundle)
    .map(([path]) => path);
  const tied = packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path);

  expect(unproved).toEqual([]);
  // npm asks whatever registry the person has; .npmrc keeps the address of ours out.
  expect(tied).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).toContain('omit-lockfile-registry-resolved=true');
});
