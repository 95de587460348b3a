import { type Fate, FATE_ORDER } from '../../model/fates.ts';

const FIRST_LETTER = 'A'.charCodeAt(0);

/** The letter of a fate on the cards that a class votes with, the same in every lesson: A for the first. */
export const cardOf = (fate: Fate): string => String.fromCharCode(FIRST_LETTER + FATE_ORDER.indexOf(fate));
