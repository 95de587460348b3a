import { type Fate, FATE_ORDER } from '../model/fates.ts';

/** One fate taken for another: what was said, and what it is. */
export type Confusion = `${Fate}/${Fate}`;

/** Every pair of two fates, as `said/is`. */
export const CONFUSION_ORDER: readonly Confusion[] = FATE_ORDER.flatMap((said) =>
  FATE_ORDER.filter((is) => is !== said).map((is): Confusion => `${said}/${is}`),
);

export const confusionOf = (said: Fate, is: Fate): Confusion => `${said}/${is}`;

export const fatesOf = (confusion: Confusion): readonly [said: Fate, is: Fate] => {
  const [said, is] = confusion.split('/') as [Fate, Fate];
  return [said, is];
};

/** What is taught of two fates holds for both directions: the pair in the order of the fates. */
export const pairOf = (confusion: Confusion): Confusion => {
  const [first, second] = fatesOf(confusion).toSorted((a, b) => FATE_ORDER.indexOf(a) - FATE_ORDER.indexOf(b));
  return `${first as Fate}/${second as Fate}`;
};

/** The four that support mixes up most, each with something else to say to the customer. */
export const MIXED_UP: readonly Confusion[] = [
  'excluded/never-in-backup',
  'pending/excluded',
  'synced/never-in-backup',
  'synced/pending',
];
