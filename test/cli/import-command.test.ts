import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { changesFrom } from '../../src/cli/set-option.ts';
import { readTarget } from '../../src/import/import-target.ts';
import { restoreSim } from './command.ts';
import { MadeBackups } from './imports.ts';

const made = new MadeBackups();
let plain = '';
let out = '';
beforeAll(async () => {
  plain = await made.plain();
  out = await made.folder({ rows: 120 });
});
afterAll(made.remove);

interface Stated {
  readonly world: {
    readonly device: { readonly model: string; readonly free?: string };
    readonly backups: readonly object[];
    readonly items: readonly { readonly id?: string; readonly category: string; readonly listed?: string }[];
  };
}

test('a scenario is written that run, why, what-if and compare take like any other', () => {
  const [same, other] = [join(out, 'same.yaml'), join(out, 'other.yaml')];
  expect(restoreSim(['import', plain, '-o', same]).status).toBe(0);
  const device = ['--device', 'iPhone 16, iOS 18.3', '--set', 'device.free=64 GB', '--today', '2026-03-05'];
  expect(restoreSim(['import', plain, '-o', other, ...device]).status).toBe(0);
  const stated = parse(readFileSync(other, 'utf8')) as Stated;
  expect(stated.world).toMatchObject({
    today: '2026-03-05',
    device: { model: 'iPhone 16', ios: '18.3', free: '64 GB' },
    backups: [
      { id: 'backup', device: 'old iPhone', model: 'iPhone 13 mini', ios: '16.4', list: 'read', keychain: 'stays' },
    ],
  });
  expect(stated.world.items.find(({ category }) => category === 'health')).toEqual({
    category: 'health',
    listed: 'no',
  });
  expect(restoreSim(['why', other, 'passwords']).stdout).toContain('ties these to the device that made it');
  expect(restoreSim(['compare', same, other]).stdout).toContain('passwords');
});

test('nothing is written over without --force', () => {
  const file = join(out, 'mine.yaml');
  writeFileSync(file, 'mine');
  const refused = restoreSim(['import', plain, '-o', file]);
  expect([refused.status, readFileSync(file, 'utf8')]).toEqual([2, 'mine']);
  expect(restoreSim(['import', plain, '-o', file, '--force']).status).toBe(0);
  // The same folder gives the same scenario, byte for byte.
  expect(readFileSync(file, 'utf8')).toBe(readFileSync(join(out, 'same.yaml'), 'utf8'));
});

describe('the password', () => {
  const asked = (args: readonly string[], input: string) =>
    spawnSync(process.execPath, [resolve('src/cli/bin.cjs'), 'import', ...args], { encoding: 'utf8', input });

  test('comes as one line of the input, and nowhere stands what it was', async () => {
    const locked = await made.locked();
    const right = asked([locked, '--password-stdin', '--json'], 'secret\nmore\n');
    expect(right.status).toBe(0);
    expect(JSON.parse(right.stdout)).toMatchObject({ backup: { encryption: 'unlocked', keychain: 'moves' } });
    expect(right.stdout + right.stderr).not.toContain('"secret"');
    // Without a terminal nobody is asked, and that is no mistake.
    expect(asked([locked], '')).toMatchObject({ status: 0, stderr: '' });
    const wrong = asked([locked, '--password-stdin'], 'Sesame99\n');
    expect(wrong.status).toBe(2);
    expect(wrong.stdout + wrong.stderr).not.toContain('Sesame99');
  });
});

test.each([
  [['--set', 'device.flee=1'], 'device.flee'],
  [['--backup', '3'], 'there is no backup number'],
])('%s is refused, and nothing is written', (args, words) => {
  const file = join(out, 'none.yaml');
  const { status, stdout, stderr } = restoreSim(['import', plain, '-o', file, ...args]);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(words);
  expect(existsSync(file)).toBe(false);
});

test.each(['Nokia', 'iPhone 16, 18', 'iPhone 16, iOS 18, red', ''])('“%s” is no device', (words) =>
  expect(() => readTarget(words)).toThrow('is no device'),
);
test.each([
  ['same', { is: 'same' }],
  ['iPad Pro', { is: 'other', kind: 'ipad', model: 'iPad Pro' }],
  ['iPhone 16, iOS 18.3', { is: 'other', kind: 'iphone', model: 'iPhone 16', ios: '18.3' }],
])('“%s” is one', (words, target) => expect(readTarget(words)).toEqual(target));

test('a condition has a path and a value', () => {
  expect(changesFrom(['device.free=64 GB', 'device.name=a=b'])).toEqual({
    'device.free': '64 GB',
    'device.name': 'a=b',
  });
  expect(() => changesFrom(['device.free'])).toThrow('has no value');
});
