import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, openSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkFile } from '../../src/cli/check-file.ts';
import { withReason } from '../../src/cli/files.ts';
import { checkAsText } from '../../src/report/check-report.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { problemsOf } from '../unit/stories.ts';
import { restoreSim, SMALL } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-paths-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => {
  writeFileSync(join(folder, 'x.yaml'), SMALL);
  symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
  symlinkSync('round', join(folder, 'round'));
  mkdirSync(join(folder, 'full'));
  writeFileSync(join(folder, 'full', 'a.yaml'), SMALL);
});

const LONG = `${'n'.repeat(300)}.yaml`;
const ODD: readonly (readonly [what: string, path: string, reason: string])[] = [
  ['a link that leads to itself', 'loop.yaml', 'round in a circle'],
  ['a folder that leads to itself', join('round', 'x.yaml'), 'round in a circle'],
  ['a name that is too long', LONG, 'name is too long'],
  ['a path that goes on behind a file', join('x.yaml', 'y.yaml'), 'is a file and not a folder'],
];

describe.skipIf(process.platform === 'win32').each(ODD)('%s', (_, path, reason) => {
  test.each([['run'], ['check'], ['list'], ['why', 'photos'], ['compare', 'x.yaml'], ['coverage']])(
    'is told by %s with its reason',
    (command, ...more) => {
      const ran = restoreSim([command, path, ...more], { cwd: folder });
      expect(ran.stderr).toContain(reason);
      expect(ran.stderr).toContain(':1:1: ');
      expect(ran.stderr).not.toContain('fault of ours');
      expect(ran.status).toBe(2);
    },
  );

  test.each(['--journal', '--record'])('is no place for a %s', (option) => {
    const ran = restoreSim(['run', 'x.yaml', option, path], { cwd: folder });
    expect(ran.stderr).not.toContain('fault of ours');
    expect(ran.status).toBe(2);
  });
});

test('a folder that may not be read', ({ skip }) => {
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0);
  if (process.getuid?.() === 0 || process.platform === 'win32') skip('this user reads every folder');
  const ran = restoreSim(['check', closed]);
  expect(ran.stderr).toContain('permission denied');
  expect(ran.status).toBe(2);
});

test('whatever the system says about a path is told of the path', () => {
  for (const code of ['EACCES', 'ELOOP', 'EIO', 'EMFILE', 'EWHATEVER']) {
    const [problem] = problemsOf(() =>
      withReason('x.yaml', 'the file cannot be read', () => {
        throw Object.assign(new Error(code), { code, syscall: 'stat' });
      }),
    );
    expect(problem).toMatchObject({ file: 'x.yaml', line: 1, column: 1 });
    expect(problem?.message).toMatch(/^the file cannot be read: \S/);
  }
  expect(() =>
    withReason('x.yaml', 'it cannot be read', () => {
      throw new TypeError('ours');
    }),
  ).toThrow(TypeError);
});

const FULL = '/dev/full';
describe.skipIf(process.platform !== 'linux')('where nothing can be written any more', () => {
  const command = (args: readonly string[], out: number | 'pipe', error: number | 'pipe') =>
    spawnSync(process.execPath, [resolve('src/cli/bin.cjs'), ...args], {
      cwd: folder,
      stdio: ['ignore', out, error],
      encoding: 'utf8',
    });

  test('the exit code is that of the answer when nothing can be said', () => {
    expect(command(['run', 'no.yaml'], 'pipe', openSync(FULL, 'w')).status).toBe(2);
    expect(command(['run', 'x.yaml'], 'pipe', openSync(FULL, 'w')).status).toBe(0);
  });

  test('an answer that cannot be written is told, and is no fault of ours', () => {
    const ran = command(['run', 'x.yaml'], openSync(FULL, 'w'), 'pipe');
    expect(ran.stderr).toContain('the answer cannot be written: the disk is full');
    expect(ran.status).toBe(2);
  });

  test('a reader that has seen enough is no fault', () => {
    const bin = JSON.stringify(resolve('src/cli/bin.cjs'));
    const scenarios = JSON.stringify(resolve('scenarios'));
    const piped = `${JSON.stringify(process.execPath)} ${bin} list ${scenarios} --json; echo "code $?" >&2`;
    const ran = spawnSync('sh', ['-c', `(${piped}) | head -c 10`], { encoding: 'utf8', cwd: folder });
    expect(ran.stdout).toHaveLength(10);
    expect(ran.stderr.replaceAll(/^restore-sim: built .*\n/gm, '')).toBe('code 0\n');
  });
});

test('a fault of ours in one file is the result of that file alone', () => {
  vi.stubEnv('DEBUG', '');
  const file = { file: join(folder, 'x.yaml'), id: 'x' };
  const fault = checkFile(file, () => {
    throw new TypeError('x is not a function\nsecond line');
  });
  const fine = checkFile(file);
  expect(fault).toMatchObject({ ok: false, fault: true });
  expect(fine).toMatchObject({ ok: true });
  const text = checkAsText([fault, fine], { paint: PLAIN, width: 100 }, 1);
  expect(text).toContain('this is a fault of ours, not of your file: x is not a function');
  expect(text).toContain('1 failed, 1 passed');
  vi.unstubAllEnvs();
});

test('items beside a scenario are read by every command, but not through a link', ({ skip }) => {
  const own = mkdtempSync(join(folder, 'beside-'));
  const line = '{"category": "notes", "bytes": "3 MB"}\n';
  writeFileSync(join(own, 'x.yaml'), SMALL.replace('world:\n', 'world:\n  itemsFile: more.jsonl\n'));
  const missing = restoreSim(['run', 'x.yaml'], { cwd: own });
  expect(missing.stderr).toContain('x.yaml:4:14: the items in “more.jsonl” cannot be read: there is no such file');
  expect(missing.status).toBe(2);
  writeFileSync(join(own, 'more.jsonl'), line);
  for (const args of [
    ['run', 'x.yaml'],
    ['check', 'x.yaml'],
    ['why', 'x.yaml', 'notes'],
    ['compare', 'x.yaml', 'x.yaml'],
  ])
    expect(restoreSim(args, { cwd: own }), args.join(' ')).toMatchObject({ status: 0, stderr: '' });
  expect(restoreSim(['why', 'x.yaml', 'notes'], { cwd: own }).stdout).toContain('3 MB');
  writeFileSync(join(own, 'more.jsonl'), `${line}\n{"category": "nots"}\n`);
  const wrong = restoreSim(['run', 'x.yaml'], { cwd: own });
  expect(wrong.stderr).toContain('more.jsonl:3:14: ');
  expect(wrong.status).toBe(2);
  if (process.platform === 'win32') skip('links need rights');
  rmSync(join(own, 'more.jsonl'));
  writeFileSync(join(folder, 'elsewhere.jsonl'), line);
  symlinkSync(join(folder, 'elsewhere.jsonl'), join(own, 'more.jsonl'));
  expect(restoreSim(['run', 'x.yaml'], { cwd: own }).stderr).toContain('this is a link, not a file');
});
