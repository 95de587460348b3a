import { fingerprintOf } from '../../src/run/journal.ts';
import { customersOf } from '../../src/teach/diagnose/customers.ts';
import { caseOfTask, type Lesson } from '../../src/teach/lesson.ts';
import { ruleSpokenOf } from '../../src/run/ledger.ts';
import { rowOf } from '../../src/teach/questions/question.ts';
import { type Variant, variantOf } from '../../src/teach/variant.ts';

/** What a learner meets in a whole lesson, and what is right there, in one fingerprint. */
export function lessonDigest(lesson: Lesson, learner: string): string {
  const told = lesson.tasks.flatMap((task, place) => {
    if (caseOfTask(task) === undefined) return [];
    return ('diagnose' in task ? customersOf(lesson, place, learner) : [variantOf(lesson, place, learner)]).map(tell);
  });
  return fingerprintOf(told.join('\n'));
}

function tell(variant: Variant): string {
  const { seed, tries, drawn, items, played } = variant;
  const keys = items.map((item) => {
    const row = rowOf(variant, item);
    return [item.id, row.fate, row.gate, row.rule, ruleSpokenOf(row)];
  });
  return JSON.stringify([seed, tries, drawn, played.outcome, keys]);
}

/** Learners whose cases are compared between engines. */
export const COMPARED = Array.from({ length: 10 }, (_, n) => `engine-${n}`);
