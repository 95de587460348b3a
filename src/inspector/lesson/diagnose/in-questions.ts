/** Numbers of questions, for people: one decimal is more than anybody feels. */
export const asNumber = (questions: number): string => {
  const rounded = Math.round(questions * 10) / 10;
  return Number.isInteger(rounded) ? String(rounded) : rounded.toFixed(1);
};

export const countOfQuestions = (count: number): string =>
  asNumber(count) === '1' ? '1 question' : `${asNumber(count)} questions`;

/** What a question cost that was not the best one. */
export function costInWords(regret: number, isIdle: boolean): string {
  if (isIdle) return 'a whole question: it helped nothing';
  return asNumber(regret) === '0' ? 'nothing' : `${asNumber(regret)} of a question`;
}
