import { Command } from 'commander';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stringify } from 'yaml';
import * as check from '../../src/cli/check.ts';
import * as compare from '../../src/cli/compare.ts';
import * as list from '../../src/cli/list.ts';
import * as run from '../../src/cli/run.ts';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import * as whatIf from '../../src/cli/what-if.ts';
import * as why from '../../src/cli/why.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { problemsOf } from '../unit/stories.ts';
import { pretendTerminal } from './pretend-terminal.ts';

/** A window’s title, a colour, a control of eight bits, a turn of the line, a bell; and marks of our own paint. */
const ESCAPE = '\u001B]0;x\u0007\u001B[31mred\u009B2J\u202E\uFDD3';
// eslint-disable-next-line no-control-regex
const RAW = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/;
// eslint-disable-next-line no-control-regex
const PAINTED = /\u001B\[(?:1|2|22|3[1-46]|39)m/g;

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-tame-'));
const here = process.cwd();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let told = '';
const take = (text: string | Uint8Array): boolean => {
  told += String(text);
  return true;
};
beforeEach(() => {
  told = '';
  vi.spyOn(process.stdout, 'write').mockImplementation(take);
  vi.spyOn(process.stderr, 'write').mockImplementation(take);
  process.chdir(folder);
});
afterEach(() => {
  process.chdir(here);
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

async function restoreSim(...args: readonly string[]): Promise<void> {
  const program = new Command('restore-sim').exitOverride();
  for (const command of [check, compare, list, run, whatIf, why]) command.register(program);
  await program.parseAsync(args, { from: 'user' });
}

/** What of the output is raw, and where; undefined when all is tame. */
function untamed(): string | undefined {
  if (told === '') return 'nothing was told';
  const raw = told.includes('\u001B[31mred') ? told.indexOf('\u001B[31mred') : told.replaceAll(PAINTED, '').search(RAW);
  return raw < 0 ? undefined : told.slice(Math.max(0, raw - 80), raw + 80);
}

type Schema = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** Every place of a scenario in which a text may stand, by the schema that editors read. */
function* textsOf(schema: Schema, path: Path = []): Generator<Path> {
  if (schema['type'] === 'string') yield path;
  for (const branch of (schema['anyOf'] ?? []) as Schema[]) yield* textsOf(branch, path);
  for (const [name, inner] of Object.entries((schema['properties'] ?? {}) as Record<string, Schema>))
    yield* textsOf(inner, [...path, name]);
  if (schema['items']) yield* textsOf(schema['items'] as Schema, [...path, 0]);
  if (schema['additionalProperties'])
    yield* textsOf(schema['additionalProperties'] as Schema, [...path, 'device.name']);
}

/** One item of every kind of end, so that every part of a report has something to say. */
const BASE = {
  title: 'T',
  why: 'W',
  world: {
    backups: [{ id: 'nightly', made: '2026-02-28' }],
    items: [
      { category: 'photos', bytes: 5 },
      { id: 'later', category: 'notes', created: '2026-03-01' },
      { id: 'app', category: 'app', app: 'bank', store: 'withdrawn' },
      { id: 'key', category: 'app-keychain', app: 'bank', protection: 'this-device-only' },
    ],
    copies: [{ kind: 'web', of: ['later'] }],
  },
  script: [{ do: 'account.entered', account: 'mara' }, { wait: '1 day' }],
  attempts: [{}, { change: { 'device.model': 'iPhone 15' } }],
  expect: { outcome: 'completed', items: { photos: 'restored' }, attempts: [{ same: false, items: {} }] },
};

function withText(path: Path, text: string): unknown {
  const whole = structuredClone(BASE) as unknown;
  let at = whole as Record<PropertyKey, unknown>;
  for (const [depth, step] of path.entries()) {
    if (depth === path.length - 1) at[step] = text;
    else if (typeof at[step] !== 'object' || at[step] === null)
      at[step] = typeof path[depth + 1] === 'number' ? [] : {};
    at = at[step] as Record<PropertyKey, unknown>;
  }
  return whole;
}

const paths = [...new Map([...textsOf(scenarioJsonSchema() as Schema)].map((path) => [path.join('.'), path])).values()];

const plays = (path: Path): boolean =>
  problemsOf(() => loadScenario(stringify(withText(path, ESCAPE)), 'x.yaml')).length === 0;
const named = paths.map((path) => [path.join('.'), path] as const);
/** Where any text may stand; everywhere else the file is refused, in one and the same way for all commands. */
const free = named.filter(([, path]) => plays(path));
const refused = named.filter(([, path]) => !plays(path));

const COMMANDS: readonly (readonly string[])[] = [
  ['run', 'x.yaml'],
  ['run', 'x.yaml', '--attempts', '4'],
  ['run', 'x.yaml', '--json'],
  ['check', 'x.yaml'],
  ['check', 'x.yaml', '--json'],
  ['check', 'x.yaml', '--reporter', 'junit'],
  ['check', 'x.yaml', '--reporter', 'github'],
  ['list', 'x.yaml'],
  ['list', 'x.yaml', '--json'],
  ['why', 'x.yaml', 'photos'],
  ['why', 'x.yaml', ESCAPE],
  ['compare', 'x.yaml', 'plain.yaml'],
];

describe.each([true, false])('with a terminal that shows colours: %s', (isTTY) => {
  beforeEach(() => {
    writeFileSync('plain.yaml', stringify(BASE));
    vi.stubEnv('NO_COLOR', '');
    vi.stubEnv('TERM', 'xterm');
    restore = pretendTerminal(isTTY);
  });
  let restore = (): void => {};
  afterEach(() => restore());

  test('the base plays, and is told in colours only to a terminal', async () => {
    await restoreSim('run', 'plain.yaml');
    expect(untamed()).toBeUndefined();
    expect(told).toContain('device.model: iPhone 15');
    expect(told.search(PAINTED) >= 0).toBe(isTTY);
  });

  test.each(free)('an escape in %s', async (_, path) => {
    writeFileSync('x.yaml', stringify(withText(path, ESCAPE)));
    for (const command of COMMANDS) {
      told = '';
      await restoreSim(...command);
      expect(untamed()).toBeUndefined();
    }
  });

  test('an escape in what would change', async () => {
    writeFileSync('x.yaml', stringify(withText(['world', 'device', 'name'], ESCAPE)));
    await restoreSim('what-if', 'x.yaml', 'key', '--largest', '1');
    expect(untamed()).toBeUndefined();
  });

  test.skipIf(process.platform === 'win32')('an escape and a line end in the names of files', async () => {
    const odd = `a\u001B]0;x\u0007\u001B[31mred\nb`;
    mkdirSync(odd, { recursive: true });
    writeFileSync(join(odd, `${odd}.yaml`), stringify(BASE));
    writeFileSync(join(odd, `bad${odd}.yaml`), 'title: [');
    for (const command of [
      ['list', odd],
      ['check', odd],
      ['check', odd, '--reporter', 'github'],
      ['check', odd, '--reporter', 'junit'],
      ['run', join(odd, `${odd}.yaml`)],
      ['run', join(odd, `bad${odd}.yaml`)],
      ['run', join(odd, `no${odd}.yaml`)],
      ['run', 'plain.yaml', '--journal', join('nowhere', odd)],
      ['why', join(odd, `${odd}.yaml`), 'photos'],
    ]) {
      told = '';
      await restoreSim(...command);
      expect(untamed()).toBeUndefined();
      expect(told.split('\n').filter((line) => line.startsWith('b'))).toEqual([]);
    }
  });
});

test.each(refused)('an escape in %s, where it is refused', async (_, path) => {
  writeFileSync('x.yaml', stringify(withText(path, ESCAPE)));
  for (const command of [
    ['run', 'x.yaml'],
    ['check', 'x.yaml'],
  ]) {
    told = '';
    await restoreSim(...command);
    expect(untamed()).toBeUndefined();
  }
});

test('nothing but the one place writes to a terminal', () => {
  process.chdir(here);
  const writers = readdirSync('src/cli', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'terminal.ts')
    .filter((name) => /std(?:out|err)\s*\.\s*write|\bconsole\s*\./.test(readFileSync(join('src/cli', name), 'utf8')));
  expect(writers).toEqual([]);
  expect(refused.length).toBeGreaterThan(60);
  expect(free.length).toBeGreaterThan(7);
});
