import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { restoreSim } from './command.ts';

const SHOWCASE = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
const folder = mkdtempSync(join(tmpdir(), 'restore-sim-insight-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe('why', () => {
  test('tells the gate, the rule, the values, the source and what the customer hears', () => {
    const { status, stdout } = restoreSim(['why', SHOWCASE, 'codes']);
    expect(status).toBe(0);
    for (const words of [
      '✗ Eligibility',
      'To the customer:',
      "Mara's old iPhone | Mara's new iPhone",
      'keychain/locked-to-the-old-device',
      'What would have stopped it too',
      'In dispute',
    ])
      expect(stdout).toContain(words);
  });

  test('as JSON, and for an item that is not there', () => {
    expect(json(restoreSim(['why', SHOWCASE, 'codes', '--json']).stdout)).toMatchObject({
      fate: 'excluded',
      rule: { strength: 'C' },
      also: [{ id: 'keychain/this-device-only' }],
    });
    const { status, stderr } = restoreSim(['why', SHOWCASE, 'code']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/no item “code”[\s\S]*Did you mean “codes”/);
  });

  test('why a tap was refused', () => {
    const file = join(folder, 'refused.yaml');
    writeFileSync(
      file,
      'title: t\nwhy: w\nworld: { accounts: [{ id: mara, twoFactor: code-cannot-arrive }], backups: [{ id: ' +
        'b, made: 2026-02-28 }] }\nscript: [{ do: account.entered, account: mara }, { do: code.entered, ' +
        'refused: true }]\nexpect: { outcome: never-started }\n',
    );
    expect(restoreSim(['why', file, 'code.entered']).stdout).toMatch(
      /not possible here. No code can arrive[\s\S]*Possible instead/,
    );
  });
});

describe('what-if', () => {
  test('answers for one item in the form of the contract', () => {
    const answer = json(restoreSim(['what-if', SHOWCASE, 'enrolment', '--json']).stdout);
    expect(answer).toMatchObject({
      item: 'enrolment',
      fate: 'excluded',
      sets: [
        {
          changes: [{ path: 'device.name', to: "Mara's old iPhone" }],
          group: 'device state',
          when: 'another-way',
          fate: 'restored',
        },
      ],
    });
  });

  test('says in words when it could be done, what else changes, and what cannot come back', () => {
    const { status, stdout } = restoreSim(['what-if', SHOWCASE, 'everything']);
    expect(status).toBe(0);
    for (const words of [
      'It can be done now',
      'Log in to WhatsApp',
      'Only before the backup was made',
      'also: ',
      'Nothing that can be changed brings it back',
      'The store no longer offers it',
    ])
      expect(stdout).toContain(words);
  });

  test('an item that is not there', () => expect(restoreSim(['what-if', SHOWCASE, 'photoz']).status).toBe(2));
});

describe('explore', () => {
  test('prints laws and counts as the contract says', () => {
    const { status, stdout } = restoreSim([
      'explore',
      'scenarios/outcomes/completed-nothing-left-out.yaml',
      '--without',
      'wifi.lost',
      'power.lost',
      '--json',
    ]);
    expect(status).toBe(0);
    const { laws, states, transitions, statesPerSecond } = json(stdout) as {
      laws: { name: string; holds: boolean; states: number }[];
      states: number;
      transitions: number;
      statesPerSecond: number;
    };
    expect(laws.every(({ holds }) => holds)).toBe(true);
    expect(laws.length).toBeGreaterThan(15);
    expect([states > 50, transitions > states, statesPerSecond > 0]).toEqual([true, true, true]);
  });

  test('a space above the bound', () => {
    const { status, stderr } = restoreSim(['explore', SHOWCASE, '--most', '40']);
    expect(status).toBe(2);
    expect(stderr).toMatch(/more than 40 states[\s\S]*--without/);
  });

  test('Ctrl-C leaves a report of what was done', async () => {
    const child = spawn(process.execPath, [resolve('src/cli/bin.cjs'), 'explore', '--layer', 'life', '--json'], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let told = '';
    child.stdout.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const ended = new Promise<number | null>((done) => child.on('exit', done));
    const interrupt = setInterval(() => child.kill('SIGINT'), 2500);
    const status = await ended;
    clearInterval(interrupt);
    expect(status).toBe(1);
    expect(json(told)).toMatchObject({ complete: false });
  }, 60_000);
});
