import type { Variant } from '../../../teach/variant.ts';

/** By what the case can be found again: the same code gives the same one, and it ends the same. */
export function PaperFoot({ variant: { lesson, learner, taskIndex, run } }: { readonly variant: Variant }) {
  return (
    <p className="sheet-foot">
      restore-sim · {lesson.id} · task {taskIndex + 1} · code {learner} · outcome{' '}
      {run.fingerprints.outcome.slice(0, 16)}
    </p>
  );
}
