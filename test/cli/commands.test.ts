import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf } from '../../src/run/journal.ts';
import { restoreSim, SMALL } from './command.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'restore-sim-commands-'));
  mkdirSync(join(folder, 'scenarios', 'one'), { recursive: true });
  mkdirSync(join(folder, 'scenarios', 'two'));
  for (const name of ['a', 'b', 'c']) write(`scenarios/one/${name}.yaml`, SMALL);
  for (const name of ['a', 'd']) write(`scenarios/two/${name}.yaml`, SMALL);
  write('late.yaml', LATE);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
const here = (args: readonly string[]) => restoreSim(args, { cwd: folder });
const answer = (args: readonly string[], status = 0): unknown => {
  const ran = here(args);
  expect(ran.stderr).toBe('');
  expect(ran.status).toBe(status);
  return JSON.parse(ran.stdout);
};

/** One item of every kind that is most often mixed up. */
const LATE = `title: Kinds of missing
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

describe('check', () => {
  interface CheckAnswer {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly results: readonly {
      readonly scenario: string;
      readonly ok: boolean;
      readonly problems: readonly {
        readonly about: string;
        readonly expected: string;
        readonly got: string;
        readonly line: number;
      }[];
    }[];
  }
  const failing = SMALL.replace('messages: restored', 'messages: excluded').replace(
    'outcome: completed,',
    'outcome: completed,\n  ',
  );

  test('everything below scenarios/ when no path is given', () => {
    const checked = answer(['check', '--json']) as CheckAnswer;
    expect(checked).toMatchObject({ total: 5, passed: 5, failed: 0 });
    expect(checked.results.map(({ scenario }) => scenario)).toEqual(['one/a', 'one/b', 'one/c', 'two/a', 'two/d']);
  });

  test('shards are disjoint and together the whole', () => {
    const parts = [1, 2, 3].map((part) =>
      (answer(['check', '--json', '--shard', `${part}/3`]) as CheckAnswer).results.map(({ scenario }) => scenario),
    );
    expect(parts.flat().toSorted()).toEqual(['one/a', 'one/b', 'one/c', 'two/a', 'two/d']);
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  test('a miss: code 1, a diff, and the line of the expectation in every form', () => {
    write('miss & <more>.yaml', failing);
    const text = here(['check', 'miss & <more>.yaml', 'late.yaml']);
    expect(text.status).toBe(1);
    expect(text.stdout).toMatch(/- excluded\n\s*\+ restored/);
    expect(text.stdout).toContain('miss & <more>.yaml:8:');
    expect(text.stdout).toContain('1 failed, 1 passed');
    const checked = answer(['check', 'miss & <more>.yaml', '--reporter', 'json'], 1) as CheckAnswer;
    expect(checked.results[0]?.problems).toMatchObject([
      { about: 'items.messages', expected: 'excluded', got: 'restored', line: 8 },
    ]);
    const github = here(['check', 'miss & <more>.yaml', '--reporter', 'github']);
    expect(github.stdout).toMatch(/^::error file=miss & <more>\.yaml,line=8,col=\d+,title=.*%3A items\.messages::/m);
    expect(github.stdout).toMatch(/::expected excluded%0Agot restored$/m);
    const junit = here(['check', 'miss & <more>.yaml', 'late.yaml', '--reporter', 'junit']);
    expect(junit.status).toBe(1);
    expect(openElements(junit.stdout)).toEqual({ testsuites: 1, testsuite: 1, testcase: 2, failure: 1 });
    expect(junit.stdout).toContain('name="miss &amp; &lt;more&gt;"');
  });

  test('a broken file fails with its problem; code 2 only when nothing else is wrong', () => {
    write('broken.yaml', 'title: [\n');
    expect(answer(['check', 'broken.yaml', 'late.yaml', '--json'], 2)).toMatchObject({
      total: 2,
      passed: 1,
      failed: 1,
      results: [{ scenario: 'broken', ok: false }, { ok: true }],
    });
    write('miss.yaml', failing);
    expect(here(['check', 'broken.yaml', 'miss.yaml']).status).toBe(1);
    expect(here(['check', 'broken.yaml']).stdout).toContain('broken.yaml:2:1');
  });
});

/** How often each element of an XML text occurs; throws when it is not well-formed. */
function openElements(xml: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const open: string[] = [];
  const attributes = String.raw`(?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#\d+);[^"<&]*)*")*`;
  const token = new RegExp(
    String.raw`<\?xml[^?]*\?>|<(\w+)${attributes}\s*(/?)>|</(\w+)>|(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)+`,
    'y',
  );
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, name, empty, closed] = token.exec(xml) ?? [];
    if (token.lastIndex === 0) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 80)}`);
    if (name !== undefined) {
      counts[name] = (counts[name] ?? 0) + 1;
      if (empty === '') open.push(name);
    }
    if (closed !== undefined && open.pop() !== closed) throw new Error(`</${closed}> closes something else`);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return counts;
}

describe('the others', () => {
  test('list', () => {
    expect(answer(['list', '--json'])).toMatchObject([
      { id: 'one/a', title: 'A small one', shows: [] },
      {},
      {},
      {},
      { id: 'two/d' },
    ]);
    expect(here(['list']).stdout).toContain('5 scenarios in 2 themes');
  });

  test('compare: the condition, the item and the first line that differ; a journal equals its scenario', () => {
    write(
      'later.yaml',
      LATE.replace('device: old, ', 'device: old, passcodeSet: no, ')
        .replace('services: { photos: on }', 'services: { photos: off }')
        .replace('attempts:\n  - {}\n  - change: { device.name: old }\n', ''),
    );
    write('early.yaml', LATE.replace('attempts:\n  - {}\n  - change: { device.name: old }\n', ''));
    const compared = answer(['compare', 'early.yaml', 'later.yaml', '--json']) as {
      conditions: { condition: string }[];
      items: { id: string }[];
      firstDifference: { a: { n: number } };
    };
    expect(compared.conditions.map(({ condition }) => condition)).toEqual(
      ['services.photos.atBackup', 'services.photos.now', 'backups.nightly.passcodeSet'].toSorted((a, b) =>
        a.startsWith('backups') ? -1 : b.startsWith('backups') ? 1 : 0,
      ),
    );
    expect(compared.items).toMatchObject([{ id: 'photos', a: { fate: 'synced' }, b: { fate: 'restored' } }]);
    expect(compared.firstDifference.a.n).toBeGreaterThan(1);
    expect(here(['run', 'early.yaml', '--journal', 'early.jsonl']).status).toBe(0);
    expect(answer(['compare', 'early.jsonl', 'early.jsonl', '--json'])).toMatchObject({
      conditions: [],
      items: [],
      firstDifference: null,
    });
    expect(answer(['compare', 'early.jsonl', 'early.yaml', '--json'])).toMatchObject({
      items: [],
      firstDifference: null,
    });
  });

  test('coverage: what nothing shows is listed, with code 1', () => {
    const covered = answer(['coverage', 'late.yaml', '--json'], 1) as {
      behaviours: { id: string; scenarios: string[] }[];
      rules: { id: string; state: string }[];
      transitions: unknown[];
      missing: { behaviours: string[] };
    };
    expect(covered.behaviours.find(({ id }) => id === 'A13')?.scenarios).toEqual(['late']);
    expect(covered.missing.behaviours).toContain('C16');
    expect(covered.missing.behaviours).not.toContain('A13');
    expect(covered.rules.find(({ id }) => id === 'capture/after-backup')?.state).toBe('fired');
    expect(covered.transitions.length).toBeGreaterThan(50);
  });

  test('coverage: the scenarios that come with it show every behaviour, rule and transition', () => {
    const { missing } = answer(['coverage', resolve('scenarios'), '--json']) as { missing: object };
    expect(Object.values(missing).flat()).toEqual([]);
  });

  test('schema: draft 7, with descriptions, also into a file', () => {
    const schema = answer(['schema']) as { properties: { world: { properties: Record<string, unknown> } } };
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: expect.arrayContaining(['title', 'why']),
    });
    expect(JSON.stringify(schema)).toContain('A size, such as 38.6 GB');
    expect(here(['schema', '-o', 'schema.json']).status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'))).toEqual(schema);
  });

  test('help names every command', () => {
    const { stdout, status } = here(['--help']);
    expect(status).toBe(0);
    for (const name of ['run', 'check', 'list', 'compare', 'coverage', 'inspect', 'schema'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(here(['help', 'run']).stdout).toContain('--until');
    expect(here([]).status).toBe(2);
  });
});
