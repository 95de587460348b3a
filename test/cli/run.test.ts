import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/run/journal.ts';
import { restoreSim } from './command.ts';
import { smallScenarios } from './small-scenarios.ts';

const { folder, here, answer, remove } = smallScenarios();
afterAll(remove);

interface RunAnswer {
  readonly fingerprints: { readonly outcome: string; readonly journal: string };
  readonly attempts: readonly {
    readonly n: number;
    readonly outcome: string;
    readonly fingerprint: string;
    readonly same?: boolean;
    readonly changes?: readonly string[];
  }[];
  readonly items: readonly Record<string, unknown>[];
}

describe('run', () => {
  test('--json is the object of the contract', () => {
    const run = answer(['run', 'late.yaml', '--json']) as RunAnswer;
    expect(run).toMatchObject({ scenario: 'late', edition: 'modern', route: 'icloud', outcome: 'completed' });
    expect(run.attempts.map(({ outcome }) => outcome)).toEqual([
      'completed-with-exclusions',
      'completed-with-exclusions',
      'completed',
    ]);
    expect(Object.keys(run)).toEqual(
      expect.arrayContaining([
        'scenario',
        'edition',
        'route',
        'outcome',
        'fingerprints',
        'steps',
        'simulatedMs',
        'attempts',
        'items',
        'alerts',
        'prompts',
        'checklist',
      ]),
    );
    expect(run.fingerprints.outcome).toMatch(/^[0-9a-f]{64}$/);
    for (const item of run.items) {
      expect(Object.keys(item)).toEqual(
        expect.arrayContaining([
          'id',
          'title',
          'category',
          'form',
          'count',
          'bytes',
          'fate',
          'gate',
          'rule',
          'because',
          'sources',
          'alsoStoppedBy',
        ]),
      );
      expect(item['fate'] === 'restored' || (item['rule'] !== null && (item['sources'] as unknown[]).length > 0)).toBe(
        true,
      );
    }
  });

  test('attempts: equal under equal conditions, and the changed condition is named', () => {
    const run = answer(['run', 'late.yaml', '--json', '--attempts', '4']) as RunAnswer;
    expect(run.attempts.map(({ same }) => same)).toEqual([undefined, true, false, false]);
    expect(run.attempts[1]?.fingerprint).toBe(run.attempts[0]?.fingerprint);
    expect(run.attempts[2]?.changes).toEqual(['device.name: old']);
    const { stdout } = here(['run', 'late.yaml']);
    expect(stdout).toContain('under the same conditions: the same result as the first');
    expect(stdout).toMatch(/after a changed condition \(device\.name: old\): another result/);
    expect(stdout).toMatch(/First difference: Codes and tokens that an app keeps safe: excluded at\s+Eligibility/);
  });

  test('the journal on the disk has the fingerprint that is told', () => {
    const run = answer(['run', 'late.yaml', '--json', '--journal', 'late.jsonl']) as RunAnswer;
    const lines = readFileSync(join(folder, 'late.jsonl'), 'utf8').trimEnd().split('\n');
    let chain = fingerprintOf('');
    for (const step of new Set(lines.map((line) => (JSON.parse(line) as { step: number }).step))) {
      chain = fingerprintOf(
        [chain, ...lines.filter((line) => (JSON.parse(line) as { step: number }).step === step)].join('\n'),
      );
    }
    expect(chain).toBe(run.fingerprints.journal);
  });

  test('the story: gates in their order, sums that add up, and the difference between the kinds of missing', () => {
    const { stdout } = here(['run', 'late.yaml']);
    const places = [
      'SIGN-IN',
      'LISTING',
      'CAPTURE',
      'ELIGIBILITY',
      'PLACEMENT',
      'DOWNLOAD',
      'SYNC',
      'The ledger',
      'The fates',
      'Checklist',
      'Where recovery by the customer ends',
      'What can still be reached',
      'For the customer',
      'Attempts',
      'Fingerprints',
    ];
    const found = places.map((word) => stdout.search(new RegExp(`^${word}`, 'm')));
    expect(found.every((index) => index >= 0)).toBe(true);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(stdout).toContain('Not the same: excluded was there to be brought');
    expect(stdout).toContain('A photo service: A service of his');
    const bytes = [...stdout.matchAll(/^(?:\S .*|Sum) +[\d,]+ +[\d,]+ +\S+ [kMGT]?B +([\d,]+)$/gm)].map(
      ([, text = '']) => Number(text.replaceAll(',', '')),
    );
    expect(bytes.at(-1)).toBe(4_004_001_000);
    expect(bytes.slice(0, -1).reduce((sum, each) => sum + each, 0)).toBe(bytes.at(-1));
  });

  test('--until ends the telling there', () => {
    const { stdout } = here(['run', 'late.yaml', '--until', 'capture']);
    expect(stdout).toMatch(/^CAPTURE/m);
    expect(stdout).not.toMatch(/^ELIGIBILITY/m);
    expect(stdout).toMatch(/Files <made> since.* Never in backup/);
    expect(stdout).not.toContain('✗ Excluded');
    expect(here(['run', 'late.yaml', '--until', 'erase']).stdout).toContain('never comes to the gate');
  });

  test('no colours, and a title cannot smuggle any in', () => {
    const { stdout } = restoreSim(['run', 'late.yaml'], { cwd: folder, env: { NO_COLOR: '' } });
    expect(stdout).not.toContain('\u001B');
    expect(stdout).toContain('Files <made> since\uFFFD[31m');
  });

  test('a reader that stops reading is no fault', ({ skip }) => {
    if (process.platform === 'win32') skip('no such shell');
    const { stderr } = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${resolve('src/cli/bin.cjs')}" run late.yaml --json | head -n 1`],
      { cwd: folder, encoding: 'utf8' },
    );
    expect(stderr).not.toContain('fault');
  });
});
