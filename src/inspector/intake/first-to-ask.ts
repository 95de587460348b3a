import type { Deciding } from '../../intake/deciding.ts';
import type { Decides } from '../../intake/trying.ts';
import type { CaseQuestion } from '../../intake/question.ts';

/**
 * The question to ask next: of those that nobody has asked the one that decides most, and only then one that nobody
 * could answer. What was answered since is left out.
 */
export function firstToAsk({ questions }: Deciding, now: readonly CaseQuestion[]): Decides | undefined {
  const states = new Map(now.map(({ id, state }) => [id, state]));
  const still = (state: CaseQuestion['state']) =>
    questions.find((one) => one.state === state && (states.get(one.question) ?? state) === state);
  return still('open') ?? still('not-known');
}
