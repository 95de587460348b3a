import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import type * as fs from 'node:fs';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.ts';
import { restoreSim } from './command.ts';
import { problemsOf } from '../unit/stories.ts';

// In the one object that every importer of node:fs sees: files that run after this one have the real functions again.
const disk = createRequire(import.meta.url)('node:fs') as typeof fs;
const real = { linkSync: disk.linkSync, renameSync: disk.renameSync, fsyncSync: disk.fsyncSync };
const spied = {
  linkSync: vi.spyOn(disk, 'linkSync'),
  writeFileSync: vi.spyOn(disk, 'writeFileSync'),
  fsyncSync: vi.spyOn(disk, 'fsyncSync'),
  renameSync: vi.spyOn(disk, 'renameSync'),
};
syncBuiltinESMExports();
afterAll(() => {
  vi.restoreAllMocks();
  syncBuiltinESMExports();
});

const all = mkdtempSync(join(tmpdir(), 'restore-sim-whole-'));
afterAll(() => rmSync(all, { recursive: true, force: true }));

let folder = '';
const out = () => join(folder, 'out');
const names = () => readdirSync(folder).toSorted();
const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
beforeEach(() => {
  folder = mkdtempSync(join(all, 'case-'));
});
afterEach(async () => {
  // What holds signals lets go of them in the turns after.
  await new Promise((resolve) => setTimeout(resolve, 5));
  for (const spy of Object.values(spied)) spy.mockReset();
});

const fault = (code: string) => Object.assign(new Error(code), { code, syscall: 'test' });
/** Writes half of it, and then the disk is full. */
function fillTheDisk(): void {
  spied.writeFileSync.mockImplementation((target, data) => {
    const half = String(data).slice(0, String(data).length / 2);
    const handle = typeof target === 'number' ? target : openSync(String(target), 'w');
    writeSync(handle, half);
    throw fault('ENOSPC');
  });
}

describe.each([
  { force: false, before: undefined },
  { force: true, before: undefined },
  { force: true, before: 'old' },
])('with force $force over $before', ({ force, before }) => {
  beforeEach(() => {
    if (before !== undefined) put('out', before);
  });
  const asBefore = () => {
    expect(names()).toEqual(before === undefined ? [] : ['out']);
    if (before !== undefined) expect(readFileSync(out(), 'utf8')).toBe(before);
  };

  test('the whole text stands there, and nothing beside it', () => {
    writeWhole(out(), 'new text', force);
    expect(readFileSync(out(), 'utf8')).toBe('new text');
    expect(names()).toEqual(['out']);
  });

  test('a disk that fills up in the middle leaves all as it was', () => {
    fillTheDisk();
    const [problem] = problemsOf(() => writeWhole(out(), 'new text', force));
    expect(problem?.message).toBe('the file cannot be written: the disk is full');
    asBefore();
  });

  test.each(['linkSync', 'renameSync'] as const)('a %s that fails leaves all as it was', (name) => {
    spied[name].mockImplementation(() => {
      throw fault('EIO');
    });
    const taken = name === 'linkSync' ? !force : force;
    const problems = problemsOf(() => writeWhole(out(), 'new text', force));
    expect(problems).toHaveLength(taken ? 1 : 0);
    if (taken) asBefore();
  });

  test('what is written is on the disk before it has its name', () => {
    const order: string[] = [];
    spied.linkSync.mockImplementation((...args) => (order.push('name'), real.linkSync(...args)));
    spied.renameSync.mockImplementation((...args) => (order.push('name'), real.renameSync(...args)));
    spied.fsyncSync.mockImplementation((...args) => (order.push('sync'), real.fsyncSync(...args)));
    writeWhole(out(), 'new text', force);
    expect(order.slice(0, 2)).toEqual(['sync', 'name']);
  });
});

test('without hard links a new file is written all the same, and none is written over', () => {
  spied.linkSync.mockImplementation(() => {
    throw fault('EPERM');
  });
  writeWhole(out(), 'new text', false);
  expect(readFileSync(out(), 'utf8')).toBe('new text');
  expect(names()).toEqual(['out']);
  expect(problemsOf(() => writeWhole(out(), 'other', false))[0]?.message).toBe('the file exists already');
});

test('a file that appears while the draft is written is not written over, with and without hard links', () => {
  for (const code of [undefined, 'ENOTSUP']) {
    rmSync(out(), { force: true });
    spied.fsyncSync.mockImplementationOnce(() => put('out', 'theirs'));
    if (code !== undefined)
      spied.linkSync.mockImplementationOnce(() => {
        throw fault(code);
      });
    expect(problemsOf(() => writeWhole(out(), 'mine', false))[0]?.message).toBe('the file exists already');
    expect(readFileSync(out(), 'utf8')).toBe('theirs');
    expect(names()).toEqual(['out']);
  }
});

test('drafts of others are left alone', () => {
  put(`out.${process.pid}.part`, 'theirs');
  writeWhole(out(), 'mine', false);
  expect(readFileSync(join(folder, `out.${process.pid}.part`), 'utf8')).toBe('theirs');
});

describe('--force', () => {
  test('keeps the mode of the file', ({ skip }) => {
    if (process.platform === 'win32') skip('no modes');
    put('out', 'old');
    chmodSync(out(), 0o600);
    writeWhole(out(), 'new', true);
    expect(statSync(out()).mode & 0o777).toBe(0o600);
  });

  test('writes what a link points to, and leaves the link', ({ skip }) => {
    if (process.platform === 'win32') skip('links need rights');
    put('real', 'old');
    symlinkSync('real', out());
    writeWhole(out(), 'new', true);
    expect(lstatSync(out()).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(names()).toEqual(['out', 'real']);
  });

  test('never takes the place of what is no ordinary file', ({ skip }) => {
    if (process.platform === 'win32') skip('no such files');
    const make = ['-c', 'mkfifo "$1"', 'sh', out()];
    spawnSync('sh', make);
    expect(lstatSync(out()).isFIFO()).toBe(true);
    expect(problemsOf(() => writeWhole(out(), 'new', true))[0]?.message).toBe('this is not an ordinary file');
    expect(lstatSync(out()).isFIFO()).toBe(true);
    expect(problemsOf(() => writeWhole('/dev/null', 'new', true))[0]?.message).toBe('this is not an ordinary file');
  });
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s in the middle of writing leaves no draft, and ends the program',
  (signal) => {
    const probe = `import fs from 'node:fs';import{syncBuiltinESMExports}from'node:module';const real=fs.fsyncSync;
    fs.fsyncSync=(file)=>{process.kill(process.pid,'${signal}');return real(file)};syncBuiltinESMExports();`;
    const { status, signal: ended } = spawnSync(
      process.execPath,
      [
        '--import',
        `data:text/javascript,${encodeURIComponent(probe)}`,
        join(process.cwd(), 'src/cli/bin.cjs'),
        'schema',
        '-o',
        out(),
      ],
      { encoding: 'utf8' },
    );
    expect([ended, status]).toEqual([null, signal === 'SIGINT' ? 130 : 143]);
    expect(names()).toEqual(['out']);
    expect(() => JSON.parse(readFileSync(out(), 'utf8'))).not.toThrow();
  },
);

test('a name as long as names can be', () => {
  const long = 'n'.repeat(255);
  const ran = restoreSim(['schema', '-o', join(folder, long)]);
  expect(ran.status).toBe(0);
  expect(existsSync(join(folder, long))).toBe(true);
});
