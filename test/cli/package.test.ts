import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const home = mkdtempSync(join(tmpdir(), 'restore-sim-package-'));
/** Where somebody stands who has nothing of the project but its package. */
const empty = join(home, 'empty');
const installed = join(home, 'installed');
const launcher = join(installed, 'node_modules', 'restore-sim', 'src', 'cli', 'bin.cjs');
let tarball = '';
/** Built beside the page. */
const BESIDE: ReadonlySet<string> = new Set(['restore-sim.html', 'lesson-kit.json']);

function npm(args: readonly string[], cwd: string) {
  // A child of `npm test` would take over its settings, its registry among them.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
  const run = spawnSync('npm', args, {
    cwd,
    encoding: 'utf8',
    env: { ...env, npm_config_audit: 'false', npm_config_fund: 'false', npm_config_update_notifier: 'false' },
    shell: process.platform === 'win32',
  });
  if (run.status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${run.status}:\n${run.stderr}${run.stdout}`);
  return run.stdout;
}

function restoreSim(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], { cwd: empty, encoding: 'utf8' });
  return { status, stdout, stderr };
}

beforeAll(() => {
  mkdirSync(empty);
  mkdirSync(installed);
  // `npm test` has built everything before; packing anew would build under the feet of the other tests.
  for (const part of ['dist/cli/main.cjs', 'dist/inspector/index.html', 'dist/restore-sim.html'])
    if (!existsSync(part)) throw new Error(`${part} is not built; run “npm run build” first.`);
  const { status } = spawnSync(process.execPath, ['src/setup/pack-built.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`src/setup/pack-built.mjs ended with ${status}.`);
  const [packed] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', home], resolve('.')),
  ) as {
    readonly filename: string;
  }[];
  tarball = join(home, packed?.filename ?? '');
  // Offline, and with a cache that holds nothing: whatever the package needs is in it, or this fails.
  npm(['install', '--offline', '--cache', join(home, 'cache'), '--no-save', '--prefix', installed, tarball], empty);
}, 60_000);
afterAll(() => rmSync(home, { recursive: true, force: true }));

test('the package is small and carries neither sources nor tools', () => {
  const inside = join(installed, 'node_modules', 'restore-sim');
  const manifest = JSON.parse(readFileSync(join(inside, 'package.json'), 'utf8')) as Record<string, unknown>;

  expect(statSync(tarball).size).toBeLessThan(3_000_000);
  expect(manifest['dependencies'] ?? {}).toEqual({});
  expect(manifest['optionalDependencies'] ?? {}).toEqual({});
  expect(manifest['license']).toEqual(expect.any(String));
  const tools = ['node_modules', 'machines', 'test', 'src/setup', 'src/cli/main.ts', 'dist/cli/compiled'];
  const carriedInOne = ['dist/restore-sim.html', 'dist/lesson-kit.json', 'dist/inspector/index.html'];
  for (const absent of [...tools, ...carriedInOne])
    expect([absent, existsSync(join(inside, absent))]).toEqual([absent, false]);
  for (const present of ['README.md', 'dist/cli/licences.md', 'dist/inspector/licences.md', 'dist/handed-out.br'])
    expect([present, existsSync(join(inside, present))]).toEqual([present, true]);
});

test('every package that is bundled is named with its licence', () => {
  const inside = join(installed, 'node_modules', 'restore-sim', 'dist');
  const [cli, page] = ['cli', 'inspector'].map((part) => readFileSync(join(inside, part, 'licences.md'), 'utf8'));
  for (const name of ['commander', 'xstate', 'yaml', 'zod', '@noble/hashes', 'ws'])
    expect(cli).toContain(`## ${name} `);
  for (const name of ['preact', 'xstate', 'yaml', 'zod']) expect(page).toContain(`## ${name} `);
});

test('it plays and checks its own scenarios in an empty folder, and builds nothing', () => {
  const id = 'showcase/new-iphone-icloud-photos-on';
  const file = join(installed, 'node_modules', 'restore-sim', 'scenarios', `${id}.yaml`);
  const run = restoreSim(['run', file]);
  expect(run).toMatchObject({ status: 0, stderr: '' });
  expect(run.stdout).toBe(
    spawnSync(process.execPath, [resolve('src/cli/bin.cjs'), 'run', `scenarios/${id}.yaml`], { encoding: 'utf8' })
      .stdout,
  );
  // A second start takes what the first has compiled.
  expect(restoreSim(['run', file])).toEqual(run);

  const check = restoreSim(['check', file]);
  expect(check).toMatchObject({ status: 0, stderr: '' });
  expect(restoreSim(['run', 'nothing.yaml'])).toMatchObject({ status: 2 });
});

test('npx runs the package that lies in the folder where one stands', () => {
  const id = 'showcase/new-iphone-icloud-photos-on';
  const file = join(installed, 'node_modules', 'restore-sim', 'scenarios', `${id}.yaml`);
  const args = ['exec', '--yes', '--offline', '--cache', join(home, 'cache'), `./${basename(tarball)}`];
  expect(npm([...args, '--', 'check', file], home)).toContain('✓ 1 passed, 1 in all');
});

test('without a path, list and check take the scenarios inside', () => {
  const list = restoreSim(['list', '--json']);
  const ids = (JSON.parse(list.stdout) as { readonly id: string }[]).map(({ id }) => id);
  expect(list.status).toBe(0);
  expect(ids.length).toBeGreaterThan(300);
  expect(ids).toContain('showcase/new-iphone-icloud-photos-on');

  const check = restoreSim(['check', '--shard', '1/40']);
  expect(check).toMatchObject({ status: 0 });
});

test('inspect serves the page that is inside', async () => {
  const server = spawn(process.execPath, [launcher, 'inspect', '--no-open', '--port', '0'], { cwd: empty });
  try {
    const address = await addressOf(server);
    const page = await fetch(address);
    const html = await page.text();
    expect(page.status).toBe(200);
    const script = /<script[^>]+src="\.\/([^"]+)"/.exec(html)?.[1] ?? 'no script';
    for (const part of [script, 'scenarios/index.json', 'restore-sim.html', 'lesson-kit.json']) {
      const answer = await fetch(address + part);
      const built = readFileSync(join('dist', BESIDE.has(part) ? '' : 'inspector', part));
      expect([part, answer.status]).toEqual([part, 200]);
      expect(Buffer.from(await answer.arrayBuffer()).equals(built)).toBe(true);
      expect(answer.headers.get('content-type')).toContain(part.endsWith('.html') ? 'text/html' : 'charset=utf-8');
    }
    for (const no of ['inspector/index.html', 'licences.md', 'constructor'])
      expect([no, (await fetch(address + no)).status]).toEqual([no, 404]);
  } finally {
    server.kill('SIGTERM');
  }
});

test('the page as one file is written out of the package, and over nothing', () => {
  const file = join(empty, 'inspector.html');
  expect(restoreSim(['page', '-o', file])).toMatchObject({ status: 0, stderr: '' });
  expect(readFileSync(file, 'utf8')).toBe(readFileSync('dist/restore-sim.html', 'utf8'));
  writeFileSync(file, 'mine');
  expect(restoreSim(['page', '-o', file])).toMatchObject({ status: 2 });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(restoreSim(['page', '-o', file, '--force'])).toMatchObject({ status: 0 });
});

test('a lesson is packed with the player that is inside', () => {
  const file = join(empty, 'lesson.zip');
  expect(restoreSim(['pack', '01-what-came-and-how', '--as', 'scorm12', '-o', file])).toMatchObject({ status: 0 });
  expect(statSync(file).size).toBeGreaterThan(100_000);
});

function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (address !== undefined) found(address);
    };
    server.stdout?.on('data', hear);
    server.stderr?.on('data', hear);
    server.once('exit', () => failed(new Error(`inspect ended: ${said}`)));
  });
}
