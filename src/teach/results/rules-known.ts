import type { RightOf } from '../score.ts';
import type { AttemptResult } from './attempt-result.ts';

export interface RuleKnown extends RightOf {
  readonly rule: string;
}

/** How often each rule was known by all of them, the one that was known least first. */
export function rulesKnown(results: readonly AttemptResult[]): readonly RuleKnown[] {
  const rules = new Map<string, RightOf>();
  for (const { score } of results)
    for (const [rule, { right, of }] of Object.entries(score.rules)) {
      const before = rules.get(rule);
      rules.set(rule, before ? { right: before.right + right, of: before.of + of } : { right, of });
    }
  return [...rules]
    .map(([rule, tally]) => ({ rule, ...tally }))
    .toSorted((a, b) => a.right / a.of - b.right / b.of || b.of - a.of || (a.rule < b.rule ? -1 : 1));
}
