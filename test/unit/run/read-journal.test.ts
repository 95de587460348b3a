import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Emitted } from '../../../machines/events.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { Situation } from '../../../src/rulebook/case/situation.ts';
import type { JournalEntry, JournalLine, LineOf } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import { readJournal } from '../../../src/run/read-journal.ts';
import { story } from '../stories.ts';

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

  test('points at the part that is wrong, and says what may have been meant', () => {
    const problem = problemOf(withLine('item.judged', (line) => ({ ...line, type: 'item.judgd' })));
    expect(problem?.advice).toBe('Did you mean “item.judged”?');
    expect(problem?.excerpt?.slice((problem.column ?? 0) - 1)).toMatch(/^"type":"item.judgd"/);
  });
});

test('a whole one is read as it was written, blank lines aside', () => {
  expect(readJournal('run.jsonl', `${rows.join('\n\n')}\n`)).toEqual(run.journal.lines);
});

test('the schema and what machines emit are the same words', () => {
  expectTypeOf<Extract<JournalEntry, { type: Emitted['type'] }>>().branded.toEqualTypeOf<Emitted>();
  expectTypeOf<LineOf<'situation.changed'>['changed']>().branded.toEqualTypeOf<Partial<Situation>>();
});
