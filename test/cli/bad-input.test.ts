import { accessSync, chmodSync, constants, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Ran, restoreSim, SMALL } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-sim-bad-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Every refusal: code 2, a place, no answer, no stack, nothing written, and soon. */
function expectRefusal(ran: Ran, place: string): void {
  expect(ran.stderr).toContain(place);
  expect(ran.stderr).toMatch(/^\S+:\d+:\d+: /m);
  expect(ran.stderr).not.toMatch(/^\s+at .*[:)]\d*/m);
  expect(ran.stdout).toBe('');
  expect(ran.status).toBe(2);
  expect(ran.seconds).toBeLessThan(30);
  expect(ran.peak).toBeGreaterThan(10);
  expect(ran.peak).toBeLessThan(512);
}

/** Plays a broken file and sees that the folder holds nothing but that file afterwards. */
function refuse(content: string | Uint8Array, place: string): Ran {
  const own = mkdtempSync(join(folder, 'case-'));
  writeFileSync(join(own, 'x.yaml'), content);
  const ran = restoreSim(['run', 'x.yaml', '--journal', 'out.jsonl'], { cwd: own });
  expectRefusal(ran, place);
  expect(readdirSync(own)).toEqual(['x.yaml']);
  return ran;
}

const script = (entries: string): string => SMALL.replace('expect:', `script:\n${entries}\nexpect:`);
const bomb = [
  'a: &a [x,x,x,x,x,x,x,x,x,x]',
  ...[...'bcdefghij'].map(
    (name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(',')}]`,
  ),
].join('\n');

describe('the file that cannot be played', () => {
  test('the file that the others are made from plays', () => {
    const own = mkdtempSync(join(folder, 'case-'));
    writeFileSync(join(own, 'x.yaml'), SMALL);
    const ran = restoreSim(['run', 'x.yaml', '--journal', 'out.jsonl'], { cwd: own });
    expect(ran).toMatchObject({ status: 0, stderr: '' });
    expect(readdirSync(own).toSorted()).toEqual(['out.jsonl', 'x.yaml']);
  });

  test.each([
    ['not YAML', 'title: [unclosed\nwhy: "x\n', 'x.yaml:2:1', 'not valid YAML'],
    ['an unknown key', SMALL.replace('  items:', '  itms: 3\n  items:'), 'x.yaml:5:3', 'Did you mean “items”?'],
    ['a wrong type', SMALL.replace('A small one', '[1]'), 'x.yaml:1:8', 'title: a list is not a text'],
    ['a missing part', SMALL.replace('why: Nothing is missing here.\n', ''), 'x.yaml:1:1', 'missing “why”'],
    ['a date that cannot be', SMALL.replace('2026-02-28', '2026-02-30'), 'x.yaml:4:34', 'not a date that exists'],
    ['a backup from the future', SMALL.replace('2026-02-28', '2027-02-28'), 'x.yaml:4:34', 'after the story’s today'],
    ['a negative size', SMALL.replace('bytes: 3 MB', 'bytes: -5'), 'x.yaml:6:47', '-5 is not'],
    ['an absurd size', SMALL.replace('3 MB', '900000 TB'), 'x.yaml:6:47', 'a size between 0 B and 16 TB'],
    ['a version that is none', SMALL.replace('made:', 'ios: eighteen, made:'), 'x.yaml:4:33', 'not a version'],
    [
      'two items with one id',
      SMALL.replace('expect:', '    - { category: messages }\nexpect:'),
      'x.yaml:7:7',
      'two items have the id “messages”',
    ],
    ['a key twice', `${SMALL}title: again\n`, 'x.yaml:8:1', 'stands here twice'],
    ['an event that does not exist', script('  - { do: wifi.lots }'), 'x.yaml:8:11', 'Did you mean “wifi.lost”?'],
    [
      'an event that is impossible there',
      script('  - { do: setup.started }\n  - { do: stop.tapped, during: listing }'),
      'x.yaml:9:5',
      'Possible during listing from there on: ',
    ],
    [
      'an event of the part that the one above it ends, where another attempt comes to that part again',
      `${script('  - { do: erase.requested }\n  - { do: findMy.turnedOff }').replace(
        'world:',
        'world:\n  device: { name: old iPhone, state: in-use, findMy: on }',
      )}attempts: [{}]\n`,
      'x.yaml:10:5',
      'This story has left “in-use” by then.',
    ],
    [
      'an event that something stands in the way of, before any step',
      script('  - { do: findMy.turnedOff }').replace(
        'world:',
        'world:\n  device: { name: old iPhone, state: in-use, findMy: on, ' +
          'stolenDeviceProtection: everywhere, face: fails }',
      ),
      'x.yaml:9:5',
      'Find My is off already, or the password of the account is not known, or Stolen Device Protection asks for',
    ],
    [
      'an own backup that the app does not offer',
      SMALL.replace(
        'expect:',
        [
          '    - { id: chat, category: app, app: chat }',
          '    - { id: chats, category: app-data, app: chat, policy: excludes-itself }',
          '  copies: [{ kind: own-backup, of: [chats], number: changed }]',
          'script: [{ do: app.ownBackupRestored, app: chat }]',
          'expect:',
        ].join('\n'),
      ),
      'x.yaml:10:10',
      'on the device: true; its own backup: was made for another phone number or login',
    ],
    [
      'an account that does not exist',
      SMALL.replace('made:', 'account: nobody, made:'),
      'x.yaml:4:37',
      'there is no account “nobody”',
    ],
    [
      'a backup that does not exist',
      script('  - { do: backup.chosen, backup: nigthly }'),
      'x.yaml:8:34',
      'Did you mean “nightly”?',
    ],
    [
      'a changed condition that leads nowhere',
      SMALL.replace('expect:', 'attempts:\n  - change: { backups.nope.damaged: yes }\nexpect:'),
      'x.yaml:8:3',
      'there is no condition',
    ],
    [
      'a part inside of itself',
      'title: T\nwhy: W\nworld: &w\n  device: *w\nexpect: { outcome: completed }\n',
      'x.yaml:4:11',
      'never end',
    ],
    ['a billion laughs', bomb, 'x.yaml:6:', 'with all that “*” repeats'],
    [
      'many repeats',
      `title: T\n${Array.from({ length: 50_000 }, (_, n) => `k${n}: &x${n} 1\nm${n}: *x${n}`).join('\n')}`,
      'x.yaml:2003:8',
      'more than 1000 times',
    ],
    ['__proto__ as a key', `${SMALL}__proto__: { a: 1 }\n`, 'x.yaml:8:1', 'cannot be a key'],
    [
      '__proto__ as an item',
      SMALL.replace('{ messages: restored }', '{ __proto__: restored }'),
      'x.yaml:7:40',
      'cannot be a key',
    ],
    ['an empty file', '', 'x.yaml:1:1', 'the file is empty'],
    ['nothing but a comment', '# nothing\n', 'x.yaml:1:1', 'keys and values'],
    ['brackets without end', '['.repeat(100_000), 'x.yaml:1:101', 'nested too deeply'],
    ['closing brackets without end', `title: T\nx: ${']'.repeat(340_000)}`, 'x.yaml:2:4', 'not valid YAML'],
    [
      'thirty thousand keys',
      `title: T\n${Array.from({ length: 30_000 }, (_, n) => `k${n}: 1`).join('\n')}`,
      'x.yaml:2:1',
      'unknown key “k0”',
    ],
    ['a million pairs', '- a: b\n'.repeat(500_000), 'x.yaml:1:1', 'too many parts'],
    ['a text of 16 bits', Buffer.from(SMALL, 'utf16le'), 'x.yaml:1:1', 'not a text file'],
    [
      'bytes that are no text',
      Uint8Array.from({ length: 1000 }, (_, n) => (n * 37) % 256),
      'x.yaml:1:1',
      'not a UTF-8 text',
    ],
    ['50 MB of junk', Buffer.alloc(50_000_000, 'x'), 'x.yaml:1:1', 'too large (50000000 bytes)'],
  ])('%s', (_, content, place, told) => {
    expect(refuse(content, place).stderr).toContain(told);
  });

  test('a folder', () => {
    mkdirSync(join(folder, 'a-folder'));
    const ran = restoreSim(['run', 'a-folder'], { cwd: folder });
    expectRefusal(ran, 'a-folder:1:1');
    expect(ran.stderr).toContain('this is a folder');
  });

  test('a path that does not exist, with the one that was meant', () => {
    const own = mkdtempSync(join(folder, 'case-'));
    writeFileSync(join(own, 'small.yaml'), SMALL);
    const ran = restoreSim(['run', 'smal.yaml'], { cwd: own });
    expectRefusal(ran, 'smal.yaml:1:1');
    expect(ran.stderr).toContain('Did you mean “small.yaml”?');
  });

  test('a file without permission', ({ skip }) => {
    const own = mkdtempSync(join(folder, 'case-'));
    const file = join(own, 'x.yaml');
    writeFileSync(file, SMALL);
    chmodSync(file, 0);
    const readable = (() => {
      try {
        accessSync(file, constants.R_OK);
        return true;
      } catch {
        return false;
      }
    })();
    if (readable) skip('this user reads every file');
    const ran = restoreSim(['run', 'x.yaml'], { cwd: own });
    expectRefusal(ran, 'x.yaml:1:1');
    expect(ran.stderr).toContain('permission denied');
  });

  test('a device that never ends', ({ skip }) => {
    if (process.platform === 'win32') skip('no such device');
    const ran = restoreSim(['run', join('/dev', 'zero')]);
    expectRefusal(ran, 'zero:1:1');
    expect(ran.stderr).toContain('not an ordinary file');
  });
});

describe('the command that cannot be carried out', () => {
  test.each([
    ['an unknown command', ['chek'], 'Did you mean check?'],
    ['an unknown option', ['run', 'x.yaml', '--untill', 'sync'], 'Did you mean --until?'],
    ['a gate that does not exist', ['run', 'x.yaml', '--until', 'door'], 'Allowed choices are capture'],
    ['attempts that are no number', ['run', 'x.yaml', '--attempts', 'many'], 'from 1 to 100'],
    ['a shard beyond the last', ['check', '--shard', '6/5'], 'with i from 1 to n'],
    ['no file', ['run'], 'missing required argument'],
  ])('%s', (_, args, told) => {
    const ran = restoreSim(args, { cwd: folder });
    expect(ran).toMatchObject({ status: 2, stdout: '' });
    expect(ran.stderr).toContain(told);
  });

  test('a journal is never written over, nor half', () => {
    const own = mkdtempSync(join(folder, 'case-'));
    writeFileSync(join(own, 'x.yaml'), SMALL);
    writeFileSync(join(own, 'kept.jsonl'), 'mine\n');
    const refused = restoreSim(['run', 'x.yaml', '--journal', 'kept.jsonl'], { cwd: own });
    expectRefusal(refused, 'kept.jsonl:1:1');
    expect(refused.stderr).toContain('--force');
    expect(restoreSim(['run', 'x.yaml', '--journal', join('no', 'folder.jsonl')], { cwd: own }).status).toBe(2);
    expect(restoreSim(['run', 'x.yaml', '--journal', 'kept.jsonl', '--force'], { cwd: own }).status).toBe(0);
    expect(readdirSync(own).toSorted()).toEqual(['kept.jsonl', 'x.yaml']);
  });

  test('a journal that is none', () => {
    const own = mkdtempSync(join(folder, 'case-'));
    writeFileSync(
      join(own, 'x.jsonl'),
      '{"n":1,"step":1,"atMs":0,"actor":"simulation","type":"story.began","world":"","edition":"modern",' +
        '"route":"icloud","items":0,"wifi":true,"power":true}\n{"n":2\n',
    );
    const ran = restoreSim(['compare', 'x.jsonl', 'x.jsonl'], { cwd: own });
    expectRefusal(ran, 'x.jsonl:2:1');
    expect(ran.stderr).toContain('not a line of a journal');
  });
});
