const ROW_GROUP = 'fieldset.choices';
const FIRST_LETTER = 'a'.charCodeAt(0);
const LETTERS = 12;

/** The place of the answer that a key stands for: digits from 1, 0 the tenth, letters as on the cards. */
function placeOf(key: string, letters: boolean): number | undefined {
  if (/^[1-9]$/.test(key)) return Number(key) - 1;
  if (key === '0') return 9;
  const letter = key.length === 1 ? key.toLowerCase().charCodeAt(0) - FIRST_LETTER : -1;
  return letters && letter >= 0 && letter < LETTERS ? letter : undefined;
}

/** The key for an answer of a fate by its place. */
export const keyOfPlace = (place: number): string =>
  place < 9 ? String(place + 1) : place === 9 ? '0' : String.fromCharCode(FIRST_LETTER + place);

/**
 * A digit chooses and goes on to the next question, Enter goes on without choosing: a whole task without a mouse, and
 * with a key or two for each item. Arrows, Tab and the space bar do what they do everywhere.
 */
export function answerByKey(form: HTMLElement, event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const group = (event.target as Element).closest<HTMLElement>(ROW_GROUP);
  if (!group) return;
  const place = placeOf(event.key, group.classList.contains('fate-choices'));
  if (place === undefined && event.key !== 'Enter') return;
  event.preventDefault();
  if (place !== undefined) {
    const answer = group.querySelectorAll<HTMLInputElement>('input[type=radio]')[place];
    if (!answer) return;
    answer.click();
  }
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
  const open = [...(form?.querySelectorAll<HTMLElement>(ROW_GROUP) ?? NOBODY)].find(
    (group) => group.querySelector('input:checked') === null,
  );
  if (open) firstOf(open)?.focus();
}

const NOBODY: readonly HTMLElement[] = [];
