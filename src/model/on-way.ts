import { type Outcome, OUTCOMES } from './fates.ts';
import type { Route } from './kinds.ts';

/*
 * A move from phone to phone has no backup. What facts and ends say of one is said of the old phone there, so that “the
 * backup” is told only where there was one.
 */

/** Longer wordings first: a shorter one may be part of them. */
const FROM_THE_OLD_PHONE: readonly (readonly [string, string])[] = [
  ['The backup was made by', 'The old phone runs'],
  ['the backup was made by', 'the old phone runs'],
  ['is not the one that made the backup', 'is not the old phone'],
  ['is the one that made the backup', 'is the one of the old phone'],
  ['made the backup', 'is the old phone'],
  ['the SIM of the backup', 'the SIM of the old phone'],
  ['is the one from the time of the backup', 'is the one of the old phone'],
  ['is not the one the backup recorded', 'is not the one of the old phone'],
  ['is the one the backup recorded', 'is the one of the old phone'],
  ['when the backup was made', 'at the time of the move'],
  ['keeps its data in the backup', 'lets its data leave the phone'],
  ['nothing in the backup is known to have been left out', 'nothing is known to have been left behind'],
];

/** A sentence about where the data come from, as it is said on a way. */
export const onWay = (route: Route, text: string): string =>
  route === 'direct' ? FROM_THE_OLD_PHONE.reduce((said, [of, instead]) => said.replaceAll(of, instead), text) : text;

/** How a restore ended, as it is told on a way. */
export const outcomeOn = (route: Route, outcome: Outcome): { readonly word: string; readonly means: string } => ({
  word: OUTCOMES[outcome].word,
  means: onWay(route, OUTCOMES[outcome].means),
});
