const ROW_GROUP = 'fieldset.choices';
/** The answer that a key stands for: digits from 1, 0 the tenth; for fates also the letters of their cards. */
function answerOf(group: HTMLElement, key: string): HTMLInputElement | null | undefined {
  if (/^\d$/.test(key))
    return group.querySelectorAll<HTMLInputElement>('input[type=radio]')[key === '0' ? 9 : Number(key) - 1];
  return /^[a-z]$/i.test(key)
    ? group.querySelector<HTMLInputElement>(`input[data-card="${key.toUpperCase()}"]`)
    : undefined;
}

/** The digit for an answer by its place; the letter of its card is the other way. */
export const digitOfPlace = (place: number): string => (place < 9 ? String(place + 1) : place === 9 ? '0' : '');

/**
 * A digit chooses and goes on to the next question, Enter goes on without choosing: a whole task without a mouse, and
 * with a key or two for each item. Arrows, Tab and the space bar do what they do everywhere.
 */
export function answerByKey(form: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  // Whoever has not yet gone into the list answers its first open question.
  const isNowhere = event.target === document.body;
  const group = isNowhere ? firstOpen(form) : (event.target as Element).closest<HTMLElement>(ROW_GROUP);
  if (!group || (isNowhere && event.key === 'Enter')) return;
  const answer = answerOf(group, event.key);
  if (!answer && event.key !== 'Enter') return;
  event.preventDefault();
  answer?.click();
  goOn(form, group);
}

function goOn(form: HTMLElement, from: HTMLElement): void {
  const groups = [...form.querySelectorAll<HTMLElement>(ROW_GROUP)];
  const next = groups[groups.indexOf(from) + 1];
  const stop = next ? firstOf(next) : document.querySelector<HTMLElement>('[data-after-bets]');
  stop?.focus();
  // Not under the edge at which it came into sight.
  next?.scrollIntoView({ block: 'nearest' });
}

/** Where the focus enters a group of answers: at the chosen one, as with Tab. */
const firstOf = (group: HTMLElement): HTMLElement | null =>
  group.querySelector<HTMLElement>('input:checked') ?? group.querySelector<HTMLElement>('input');

/** Puts the focus on the first question that is still open. */
export function focusFirstOpen(form: HTMLElement | null): void {
  const open = form && firstOpen(form);
  if (open) firstOf(open)?.focus();
}

const firstOpen = (form: HTMLElement): HTMLElement | undefined =>
  [...form.querySelectorAll<HTMLElement>(ROW_GROUP)].find((group) => group.querySelector('input:checked') === null);
