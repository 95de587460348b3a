import { must } from '../../model/must.ts';
import { type Gate, GATES_AT_FREEZE } from '../../model/fates.ts';
import type { Situation } from '../../rulebook/case/situation.ts';
import { SYNC_PATH } from '../../run/actor-paths.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { settledAt } from '../../run/standing.ts';

/**
 * What a verdict at a gate was given in, after a step. Sync has its own situation once it has begun. What was frozen
 * goes by the restore as it ended: whoever signs in or out on the phone afterwards changes none of it.
 */
export function situationFor(lines: readonly JournalLine[], step: number, gate: Gate): Situation {
  const until = GATES_AT_FREEZE.includes(gate) ? Math.min(step, endOfRestore(lines, step)) : step;
  const { situation, syncSituation } = settledAt(lines, until);
  return must(gate === 'sync' ? (syncSituation ?? situation) : situation, 'the situation of a restore');
}

/** The step by which the restore of the last attempt so far is over. */
function endOfRestore(lines: readonly JournalLine[], step: number): number {
  let end = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    if (line.step > step) break;
    if (line.type === 'attempt.began') end = Number.POSITIVE_INFINITY;
    else if (line.type === 'restore.ended') end = line.step;
  }
  return end;
}

/** What whoever said a line went by: sync has a situation of its own, whichever gate others speak of. */
export function situationSaid(lines: readonly JournalLine[], place: number): Situation {
  const { actor, step } = must(lines[place], 'the line of a verdict');
  const { situation, syncSituation } = settledAt(lines, step);
  return must(actor === SYNC_PATH ? syncSituation : situation, 'the situation of a verdict');
}
