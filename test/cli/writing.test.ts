import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { GATES } from '../../src/model/fates.ts';
import { WORD_KIND_ORDER, WORD_KINDS } from '../../src/scenario/word-kinds.ts';
import { restoreSim } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-writing-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const write = (name: string, text: string): string => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};

const SILENT = `title: Nothing is expected # nor said
why: It plays all the same.
world:
  backups: [{ id: nightly, made: 2026-02-28, device: old }]
  items: [{ category: messages, bytes: 3 MB }, { category: bluetooth }]
attempts:
  - change: { device.name: old }
`;

describe('words', () => {
  test.each(WORD_KIND_ORDER)('prints all %s, each with its meaning', (kind) => {
    const { status, stdout, stderr } = restoreSim(['words', kind]);
    expect([status, stderr]).toEqual([0, '']);
    const first = new Set(stdout.split('\n').map((line) => line.split(' ')[0]));
    expect(WORD_KINDS[kind]().filter((word) => !first.has(word))).toEqual([]);
  });

  test('as JSON too; fields with what holds where they are not written', () => {
    expect(JSON.parse(restoreSim(['words', 'gates', '--json']).stdout)).toContainEqual({
      word: 'capture',
      means: `Capture. ${GATES.capture.asks}`,
    });
    expect(JSON.parse(restoreSim(['words', 'fields', '--json']).stdout)).toContainEqual({
      path: 'world.device.passcode',
      key: 'passcode',
      group: 'world.device',
      takes: 'yes | no',
      default: 'yes',
      description: 'Whether a passcode is chosen in Setup Assistant',
    });
  });

  test('of a kind that is none names those that are', () => {
    const { status, stderr } = restoreSim(['words', 'things']);
    expect(status).toBe(2);
    expect(stderr).toContain(
      'events, categories, facts, fates, gates, rules, alerts, prompts, screens, services, phases',
    );
  });
});

describe('a file that expects nothing', () => {
  test('plays, and check says so', () => {
    const file = write('silent.yaml', SILENT);
    expect(restoreSim(['run', file]).status).toBe(0);
    const { status, stdout } = restoreSim(['check', file]);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^· silent: no expectation; “run --record” writes one\n✓ 1 passed/);
    expect(JSON.parse(restoreSim(['check', file, '--json']).stdout)).toMatchObject({ results: [{ expects: false }] });
  });

  test('is filled in where it stands, once, with its comments left in it', () => {
    const file = write('filled.yaml', SILENT);
    expect(restoreSim(['run', file, '--record', file]).status).toBe(0);
    const filled = readFileSync(file, 'utf8');
    expect(filled.startsWith(SILENT.trimEnd())).toBe(true);
    expect(filled).toMatch(/# Recorded from a run\.[^\n]*\nexpect:\n {2}outcome: completed-with-exclusions\n/);
    const checked = restoreSim(['check', file]);
    expect(checked.stdout).toMatch(/^✓ 1 passed/);
    const again = restoreSim(['run', file, '--record', file]);
    expect([again.status, again.stderr.includes('exists already')]).toEqual([2, true]);
    expect(readFileSync(file, 'utf8')).toBe(filled);
  });
});

describe('why', () => {
  const file = write('why.yaml', SILENT);
  const first = (stdout: string): string => stdout.split('\n').slice(0, 4).join('\n');

  test('answers for the first restore unless another is asked for, and says which', () => {
    expect(first(restoreSim(['why', file, 'bluetooth']).stdout)).toMatch(/^Attempt 1 of 2[\s\S]*✗ Excluded/);
    expect(first(restoreSim(['why', file, 'bluetooth', '--attempt', '2']).stdout)).toMatch(
      /^Attempt 2 of 2[\s\S]*✓ Restored/,
    );
    expect(JSON.parse(restoreSim(['why', file, 'bluetooth', '--attempt', '2', '--json']).stdout)).toMatchObject({
      attempt: 2,
      attempts: 2,
      fate: 'restored',
    });
  });

  test('of an attempt that is not there says how many there are', () => {
    const { status, stderr } = restoreSim(['why', file, 'bluetooth', '--attempt', '3']);
    expect(status).toBe(2);
    expect(stderr).toContain('there is no attempt 3 in this scenario\n  It has 2.');
  });

  test('of an unknown item prints the question and what follows, and no rule as what decided', () => {
    const { stdout } = restoreSim([
      'why',
      'scenarios/unknown-facts/did-the-old-phone-have-a-passcode.yaml',
      'letters-sealed',
    ]);
    expect(stdout).not.toContain('What decided');
    expect(stdout).not.toContain('To the customer');
    expect(stdout).toMatch(
      /What to ask\n {2}Did the old phone have a passcode[\s\S]*• If: .*→ Restored[\s\S]*• If: .*→ Excluded/,
    );
  });
});

describe('what-if', () => {
  test('asks for one item with --item, also where a category is called the same', () => {
    const file = write(
      'same.yaml',
      `${SILENT.slice(0, SILENT.indexOf('attempts'))}`.replace(
        '{ category: bluetooth }',
        '{ id: photos, category: bluetooth }, { id: one, category: photos, heldBy: [] }, ' +
          '{ id: two, category: photos, heldBy: [] }',
      ),
    );
    const ids = (...more: string[]): unknown =>
      (JSON.parse(restoreSim(['what-if', file, 'photos', '--json', ...more]).stdout) as { item: string }).item;
    expect(ids('--item')).toBe('photos');
    const { answers } = JSON.parse(restoreSim(['what-if', file, 'photos', '--json']).stdout) as {
      answers?: readonly { item: string }[];
    };
    expect(answers?.map(({ item }) => item)).toEqual(['one', 'two']);
  });
});

describe('check', () => {
  test('names what is missed in an attempt and in an answer as it is written, and no milliseconds', () => {
    const file = write(
      'missed.yaml',
      `${SILENT}expect:
  outcome: completed-with-exclusions
  elapsed: { atLeast: 3 days }
  items: { bluetooth: { onPhone: yes } }
  whatIf: [{ for: bluetooth, nothing: true }]
  attempts: [{ same: true, items: { messages: { fate: restored, gate: sync } } }]
`,
    );
    const { status, stdout } = restoreSim(['check', file]);
    expect(status).toBe(1);
    for (const words of ['attempts[0].same', 'attempts[0].items.messages.gate', 'whatIf[0]', 'bluetooth › onPhone'])
      expect(stdout).toContain(words);
    expect(stdout).toContain('at least 3 d 00:00:00');
    expect(stdout).not.toMatch(/\d ms\b/);
  });
});
