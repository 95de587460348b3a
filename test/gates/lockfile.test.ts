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

/** What would have a package come from somewhere, or be something, that nobody vouches for. */
const strangeSources = (locked: readonly (readonly [string, LockedPackage])[], npmrc: string): string[] => [
  ...locked
    .filter(([path, entry]) => path !== '' && !entry.integrity?.startsWith('sha512-') && !entry.inBundle)
    .map(([path]) => `${path} is not proved by a hash`),
  // npm asks whatever registry the person has.
  ...locked.flatMap(([path, { resolved, link }]) =>
    resolved === undefined && !link ? [] : [`${path} comes from ${resolved}`],
  ),
  ...npmrc.split('\n').flatMap((line) => (/registry\s*=\s*(?!true)\S/.test(line) ? [`.npmrc names a ${line}`] : [])),
];

test('every package is proved by a hash, and none is tied to a registry of somebody', () => {
  expect(strangeSources(packages, readFileSync('.npmrc', 'utf8'))).toEqual([]);
  expect(readFileSync('.npmrc', 'utf8')).toContain('omit-lockfile-registry-resolved=true');
});

test.each<[string, LockedPackage, string]>([
  ['another registry', { resolved: 'https://npm.example.org/x.tgz', integrity: 'sha512-x' }, ''],
  ['a repository', { resolved: 'git+ssh://git@github.com/x/x.git#1', integrity: 'sha512-x' }, ''],
  ['a folder', { resolved: 'file:../x', integrity: 'sha512-x' }, ''],
  ['a link', { resolved: '../x', link: true, integrity: 'sha512-x' }, ''],
  ['no hash', {}, ''],
  ['a weak hash', { integrity: 'sha1-x' }, ''],
  ['a registry for all', { integrity: 'sha512-x' }, 'fund=false\nregistry=https://npm.example.org/'],
  ['a registry for some', { integrity: 'sha512-x' }, '@some:registry = https://npm.example.org/'],
])('%s would be seen', (_, entry, npmrc) => {
  expect(strangeSources([['node_modules/x', entry]], npmrc)).toHaveLength(1);
});
