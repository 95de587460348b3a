import { describe, expect, test } from 'vitest';
import { CoverageCount, gapsOf } from '../../../src/insight/explain/coverage.ts';
import { must } from '../../../src/model/must.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { RuleBook } from '../../../src/rulebook/tables/rule.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';

const [front, behind, silent] = Object.keys(RULES).map((id) => must(id, 'a rule')) as [string, string, string];
const book = Object.fromEntries([front, behind, silent].map((id) => [id, must((RULES as RuleBook)[id], id)]));

const judged = (rule: string, also: readonly string[]): JournalLine => ({
  n: 1,
  step: 1,
  atMs: 0,
  actor: 'simulation/restore/eligibility',
  type: 'item.judged',
  items: ['photos'],
  gate: 'eligibility',
  rule,
  outcome: 'excluded',
  also,
});
const waiting = (rule: string, also: readonly string[]): JournalLine => ({
  n: 1,
  step: 1,
  atMs: 0,
  actor: 'simulation/restore/contentDownload',
  type: 'item.waiting',
  items: ['photos'],
  gate: 'download',
  rule,
  also,
});

const statesOf = (...lines: readonly JournalLine[]) => {
  const count = new CoverageCount(book);
  count.add({ id: 'one', shows: [], lines });
  return count.coverage.rules.map(({ id, state, scenarios }) => [id, state, scenarios]);
};

describe('rules that stand behind another', () => {
  test.each([
    ['a verdict', judged],
    ['a wait', waiting],
  ])('%s: the rule behind is shadowed, one that is named nowhere never had its turn', (_name, line) => {
    expect(statesOf(line(front, [behind]))).toEqual([
      [front, 'fired', ['one']],
      [behind, 'shadowed', []],
      [silent, 'never', []],
    ]);
  });

  test('whoever decided once is no longer shadowed', () => {
    expect(statesOf(judged(front, [behind]), judged(behind, [front]))).toEqual([
      [front, 'fired', ['one']],
      [behind, 'fired', ['one']],
      [silent, 'never', []],
    ]);
  });

  test('the gaps name both kinds apart', () => {
    const count = new CoverageCount(book);
    count.add({ id: 'one', shows: [], lines: [judged(front, [behind])] });
    expect(gapsOf(count.coverage)).toMatchObject({ shadowed: [behind], never: [silent] });
  });
});
