import { decapitalised } from '../../model/phrases.ts';
import type { Change } from './answer.ts';

/** One change of a set, with what leads over to it from the one before. */
export interface SpokenChange {
  readonly joint: '' | 'and' | 'if this turns out so:';
  readonly title: string;
  readonly change: Change;
}

/** A set as a sentence goes: what is done first, and behind it what nobody knows yet and it hangs on. */
export const spokenSet = (changes: readonly Change[]): readonly SpokenChange[] =>
  [...changes.filter(({ when }) => when !== 'find-out'), ...changes.filter(({ when }) => when === 'find-out')].map(
    (change, place) => ({
      joint: place === 0 ? '' : change.when === 'find-out' ? 'if this turns out so:' : 'and',
      title: place === 0 ? change.title : decapitalised(change.title),
      change,
    }),
  );

export const setInWords = (changes: readonly Change[]): string =>
  spokenSet(changes)
    .map(({ joint, title }) => (joint === '' ? title : `, ${joint} ${title}`))
    .join('');
