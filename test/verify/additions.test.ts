import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

/** Something new is added to the one table that it belongs to, and to nothing else. */
interface Addition {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  /** The files in which the compiler has to point at a place that must answer; it may name more. */
  readonly mustAnswer: readonly string[];
}

const ADDITIONS: Readonly<Record<string, Addition>> = {
  'an edition': {
    file: 'src/model/kinds.ts',
    before: `export const EDITIONS = [`,
    after: `export const EDITIONS = ['probe', `,
    mustAnswer: [
      'src/inspector/phone/wording.ts',
      'src/rulebook/tables/prompts.ts',
      'src/report/screens.ts',
      'src/rulebook/tables/alerts.ts',
      'test/laws/world-parts.ts',
    ],
  },
  'an event without an answer': {
    file: 'src/model/events.ts',
    before: `export const EVENTS = {`,
    after: `export const EVENTS = {\n  'probe.given': { by: 'person', data: [] },`,
    mustAnswer: ['src/model/events.ts'],
  },
  'an event of a person': {
    file: 'src/model/events.ts',
    before: `export const EVENTS = {`,
    after:
      `export const EVENTS = {\n  'probe.given': { by: 'person', data: [], title: 'Probe', sentence: 'A probe.', ` +
      `phase: null, usual: 'always' },`,
    mustAnswer: ['test/laws/scripts.ts'],
  },
  'something that an event carries': {
    file: 'src/model/event-row.ts',
    before: `export const EVENT_DATA = {`,
    after: `export const EVENT_DATA = {\n  probe: 'name',`,
    mustAnswer: ['machines/events.ts', 'src/run/possible-events.ts', 'src/scenario/scenario.ts'],
  },
  'a condition of the usual person': {
    file: 'src/model/event-row.ts',
    before: `export type UsualWhen =`,
    after: `export type UsualWhen =\n  | 'probe'`,
    mustAnswer: ['src/run/possible-events.ts'],
  },
  'a screen': {
    file: 'src/model/screens.ts',
    before: `export const SCREENS = {`,
    after: `export const SCREENS = {\n  probe: { layer: 'screen' },`,
    mustAnswer: ['src/inspector/phone/Phone.tsx', 'src/inspector/phone/wording.ts', 'src/report/screens.ts'],
  },
  'a sheet': {
    file: 'src/model/screens.ts',
    before: `export const SCREENS = {`,
    after: `export const SCREENS = {\n  probe: { layer: 'sheet' },`,
    mustAnswer: ['src/inspector/phone/Sheets.tsx', 'src/report/screens.ts'],
  },
  'a gate without an answer': {
    file: 'src/model/fates.ts',
    before: `export const GATES = {`,
    after: `export const GATES = {\n  probe: { title: 'Probe', asks: 'Is it one?' },`,
    mustAnswer: ['src/model/fates.ts'],
  },
  'a gate': {
    file: 'src/model/fates.ts',
    before: `export const GATES = {`,
    after:
      `export const GATES = {\n  probe: { title: 'Probe', asks: 'Is it one?', settledAt: 'gate', ` +
      `beforeChoice: false, lane: 'restore' },`,
    mustAnswer: ['src/insight/explore/explore-rules.ts'],
  },
  'a fate': {
    file: 'src/model/fates.ts',
    before: `export const FATES = {`,
    after: `export const FATES = {\n  probe: { word: 'Probe', arrives: false, closed: true, means: 'A probe.' },`,
    mustAnswer: ['src/inspector/flow/flow.ts', 'src/inspector/parts/Fate.tsx', 'src/report/paint.ts'],
  },
  'a view': {
    file: 'src/inspector/state/views.ts',
    before: `export const VIEWS = {`,
    after: `export const VIEWS = {\n  probe: { title: 'Probe', around: 'nothing', machinery: false },`,
    mustAnswer: ['src/inspector/shell/views.tsx'],
  },
  'a service': {
    file: 'src/model/services.ts',
    before: `export const SERVICES = {`,
    after: `export const SERVICES = {\n  probe: {},`,
    mustAnswer: ['src/model/services.ts'],
  },
  'an alert': {
    file: 'src/rulebook/tables/alerts.ts',
    before: `export const ALERTS = {`,
    after:
      `export const ALERTS = {\n  probe: { title: 'Probe', text: inEveryEdition('A probe.'), wording: 'ours', ` +
      `cites: [], cause: 'passing', shown: 'once', helps: null },`,
    mustAnswer: ['src/insight/explore/laws/life.laws.ts'],
  },
  'a prompt': {
    file: 'src/rulebook/tables/prompts.ts',
    before: `export const PROMPTS = {`,
    after:
      `export const PROMPTS = {\n  probe: { title: 'Probe', text: inEveryEdition('A probe.'), wording: 'ours', ` +
      `cites: [] },`,
    mustAnswer: ['src/rulebook/tables/prompts.ts'],
  },
  'a field of an item': {
    file: 'src/model/items.ts',
    before: `export const itemSchema = z.strictObject({`,
    after: `export const itemSchema = z.strictObject({\n  probe: onOff.default('on'),`,
    mustAnswer: ['test/laws/world-parts.ts'],
  },
  'a kind of journal line': {
    file: 'src/run/journal-line.ts',
    before: `  line('device.erased', {}),`,
    after: `  line('probe.said', { gate }),\n  line('device.erased', {}),`,
    mustAnswer: ['src/report/words.ts'],
  },
};

const root = join(import.meta.dirname, '..', '..');
let copy = '';

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'additions-'));
  for (const part of ['src', 'machines', 'test', 'tsconfig.json', 'package.json'])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The files in which the compiler finds an error. */
function complaints(): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.', '--pretty', 'false'],
    { cwd: copy, encoding: 'utf8' },
  );
  const files = [...stdout.matchAll(/^(\S+?)\(\d+,\d+\): error /gm)].map(([, file = '']) => file);
  return [...new Set(files)].toSorted();
}

test('without an addition the compiler is content', () => {
  expect(complaints()).toEqual([]);
});

test.each(Object.entries(ADDITIONS))('the compiler points at what has to answer to %s', (name, addition) => {
  const { file, before, after, mustAnswer } = addition;
  const path = join(copy, file);
  const text = readFileSync(path, 'utf8');
  expect(text.split(before), `${name} has its place in ${file}`).toHaveLength(2);
  writeFileSync(
    path,
    text.replace(before, () => after),
  );
  try {
    const named = complaints();
    process.stdout.write(`${name}: ${named.length} ${named.length === 1 ? 'file' : 'files'}: ${named.join(', ')}\n`);
    expect(named).toEqual(expect.arrayContaining([...mustAnswer]));
  } finally {
    writeFileSync(path, text);
  }
});
