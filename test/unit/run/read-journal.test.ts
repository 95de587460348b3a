import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Emitted } from '../../../machines/events.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { Situation } from '../../../src/rulebook/case/situation.ts';
import type { JournalEntry, JournalLine, LineOf } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import { readJournal } from '../../../src/run/read-journal.ts';
import { problemsOf, story } from '../stories.ts';

const run = play(story({ backups: [{ id: 'nightly', made: '2026-02-27' }], items: [{ category: 'messages' }] }));
const rows = run.journal.toText().trimEnd().split('\n');

function problemOf(text: string) {
  try {
    readJournal('run.jsonl', text);
  } catch (error) {
    if (error instanceof InputError) return error.problems[0];
    throw error;
  }
  return undefined;
}

/** The journal with the line of a kind changed. */
function withLine(kind: JournalLine['type'], change: (line: Record<string, unknown>) => unknown): string {
  const index = run.journal.lines.findIndex(({ type }) => type === kind);
  return rows.with(index, JSON.stringify(change(JSON.parse(rows[index] ?? '') as Record<string, unknown>))).join('\n');
}

describe('a journal that is not whole names its line and what was expected', () => {
  test.each<[string, string, number, RegExp]>([
    ['no JSON', [rows[0], '{"n":2,'].join('\n'), 2, /expected one JSON object/],
    ['no object', [rows[0], '[1]'].join('\n'), 2, /expected one JSON object/],
    ['empty', '\n\n', 1, /has no lines/],
    ['another beginning', rows.slice(1).join('\n'), 1, /expected line 1 here/],
    ['a line that is gone', rows.toSpliced(3, 1).join('\n'), 4, /expected line 4 here, this is line 5/],
    [
      'a part that is gone',
      withLine('item.judged', (line) => ({ ...line, items: undefined })),
      0,
      /missing “items” \(a list\)/,
    ],
    ['a gate that is none', withLine('item.judged', (line) => ({ ...line, gate: 'door' })), 0, /“door” is not one of/],
    ['a fate that is none', withLine('item.judged', (line) => ({ ...line, outcome: 'gone' })), 0, /outcome/],
    ['a kind that is none', withLine('item.judged', (line) => ({ ...line, type: 'item.judgd' })), 0, /no kind of line/],
    ['a part too many', withLine('actor.ended', (line) => ({ ...line, at: 3 })), 0, /has no “at”/],
    ['a step too far', withLine('event', (line) => ({ ...line, step: 7 })), 0, /expected step 1 or 2 here/],
    [
      'time that runs back',
      `${rows.slice(0, -1).join('\n')}\n${(rows.at(-1) ?? '').replace(/"atMs":\d+/, '"atMs":0')}`,
      rows.length,
      /earlier/,
    ],
  ])('%s', (_name, text, line, words) => {
    const problem = problemOf(text);
    expect(problem?.message).toMatch(words);
    expect(problem?.file).toBe('run.jsonl');
    expect(problem?.line).toBeGreaterThanOrEqual(1);
    if (line > 0) expect(problem?.line).toBe(line);
  });

  const moved = (index: number, change: Record<string, unknown>): string =>
    rows.with(index, JSON.stringify({ ...(JSON.parse(rows[index] ?? '') as object), ...change })).join('\n');
  const ADVICE = 'A journal is what run --journal writes, whole and as it was written.';

  test.each<[string, string, number, string, string]>([
    [
      'another kind first',
      `${(rows[1] ?? '').replace('"n":2', '"n":1')}`,
      1,
      'type',
      'a journal begins with “story.began”',
    ],
    ['another step first', moved(0, { step: 2 }), 1, 'step', 'a journal begins with step 1'],
    [
      'a second beginning',
      `${rows[0]}\n${(rows[0] ?? '').replace('"n":1', '"n":2')}`,
      2,
      'type',
      'the story has begun already',
    ],
    ['a number too high', moved(2, { n: 9 }), 3, 'n', 'expected line 3 here, this is line 9'],
    [
      'a step back',
      moved(rows.length - 1, { step: 1 }),
      rows.length,
      'step',
      `expected step ${run.steps} or ${run.steps + 1} here, this is step 1`,
    ],
    ['time before', moved(rows.length - 1, { atMs: 0 }), rows.length, 'atMs', 'this is earlier than the line before'],
  ])('%s, with its column and what to do', (_name, text, line, key, message) => {
    const row = text.split('\n')[line - 1] ?? '';
    expect(problemOf(text)).toEqual({
      file: 'run.jsonl',
      line,
      column: row.indexOf(`"${key}"`) + 1,
      excerpt: row,
      message,
      advice: ADVICE,
    });
  });

  test('a line without a kind is told from its beginning', () => {
    expect(problemOf([rows[0], '{"n":2}'].join('\n'))).toMatchObject({
      column: 1,
      message: 'missing “type”: expected the kind of the line',
      advice: ADVICE,
    });
  });

  test('that is a line later may be the same step, the next, or the same moment', () => {
    expect(problemOf(moved(rows.length - 1, {}))).toBeUndefined();
    const last = run.journal.lines.at(-1);
    expect(problemOf(moved(rows.length - 1, { step: (last?.step ?? 0) + 1 }))).toBeUndefined();
    expect(problemOf(moved(rows.length - 1, { step: (last?.step ?? 0) + 2 }))?.message).toMatch(/^expected step/);
  });

  test('long names are cut, and what is to be done about a part that is gone is said', () => {
    const long = 'x'.repeat(90);
    expect(problemOf(moved(1, { [long]: 1 }))?.message).toBe(`a line of this kind has no “${'x'.repeat(60)}”`);
    expect(problemOf(moved(1, { type: long }))).toMatchObject({
      message: `“${'x'.repeat(60)}” is no kind of line in a journal`,
      advice: ADVICE,
    });
    expect(problemOf(withLine('item.judged', (line) => ({ ...line, items: undefined })))?.advice).toBe(
      'Add it: a list.',
    );
    expect(problemOf(withLine('item.judged', (line) => ({ ...line, step: 'x' })))).toMatchObject({ advice: ADVICE });
  });

  test('no more than three faults of one line are told', () => {
    const many = Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`strange${at}`, 1]));
    const faults = problemsOf(() => readJournal('run.jsonl', moved(1, many)));
    expect(faults.map(({ message }) => message)).toEqual([
      'a line of this kind has no “strange0”',
      'a line of this kind has no “strange1”',
      'a line of this kind has no “strange2”',
    ]);
  });

  test('points at the part that is wrong, and says what may have been meant', () => {
    const problem = problemOf(withLine('item.judged', (line) => ({ ...line, type: 'item.judgd' })));
    expect(problem?.advice).toBe('Did you mean “item.judged”?');
    expect(problem?.excerpt?.slice((problem.column ?? 0) - 1)).toMatch(/^"type":"item.judgd"/);
  });
});

test('a whole one is read as it was written, blank lines aside', () => {
  expect(readJournal('run.jsonl', `${rows.join('\n  \n')}\n`)).toEqual(run.journal.lines);
});

test('the schema and what machines emit are the same words', () => {
  expectTypeOf<Extract<JournalEntry, { type: Emitted['type'] }>>().branded.toEqualTypeOf<Emitted>();
  expectTypeOf<LineOf<'situation.changed'>['changed']>().branded.toEqualTypeOf<Partial<Situation>>();
});
