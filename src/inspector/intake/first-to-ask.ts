import type { CaseAnswerOrProblems } from '../../intake/answer.ts';
import type { Deciding } from '../../intake/deciding.ts';
import type { Decides } from '../../intake/trying.ts';
import type { CaseQuestion } from '../../intake/question.ts';

/**
 * The question to ask next: of those that nobody has asked the one that decides most; then one that is taken as usual
 * and on which something hangs all the same; and only then one that nobody could answer. What was answered since is
 * left out.
 */
export function firstToAsk(
  { questions }: Deciding,
  now: readonly CaseQuestion[],
  answer: CaseAnswerOrProblems | null,
): Decides | undefined {
  const states = new Map(now.map(({ id, state }) => [id, state]));
  const still = (state: CaseQuestion['state']) =>
    questions.find((one) => one.state === state && (states.get(one.question) ?? state) === state);
  return still('open') ?? hungOn(now, answer) ?? still('not-known');
}

/** A question that an item names, without what follows from each answer: that was not played. */
function hungOn(now: readonly CaseQuestion[], answer: CaseAnswerOrProblems | null): Decides | undefined {
  const named = answer?.ok ? answer.items.flatMap(({ end, dependsOn }) => (end === 'depends' ? dependsOn : [])) : [];
  const question = now.find(({ id, state }) => state === 'usual' && named.includes(id));
  if (!question) return undefined;
  const items = named.filter((id) => id === question.id).length;
  const consequences = question.options.map(({ value, words }) => ({
    answer: value,
    words,
    impossible: null,
    items: [],
    counts: { comes: 0, 'does-not': 0, waits: 0, depends: 0 },
  }));
  const { id, ask, state } = question;
  return { question: id, ask, state, ends: items, fates: items, consequences, together: [] };
}
