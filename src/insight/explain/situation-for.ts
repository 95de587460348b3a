import { must } from '../../model/must.ts';
import type { Gate } from '../../model/fates.ts';
import type { Situation } from '../../rulebook/case/situation.ts';
import { SYNC_PATH } from '../../run/actor-paths.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { settledAt } from '../../run/standing.ts';

/** What a verdict at a gate was given in, after a step. Sync has its own situation once it has begun. */
export function situationFor(lines: readonly JournalLine[], step: number, gate: Gate): Situation {
  const { situation, syncSituation } = settledAt(lines, step);
  return must(gate === 'sync' ? (syncSituation ?? situation) : situation, 'the situation of a restore');
}

/** What whoever said a line went by: sync has a situation of its own, whichever gate others speak of. */
export function situationSaid(lines: readonly JournalLine[], place: number): Situation {
  const { actor, step } = must(lines[place], 'the line of a verdict');
  const { situation, syncSituation } = settledAt(lines, step);
  return must(actor === SYNC_PATH ? syncSituation : situation, 'the situation of a verdict');
}
