import { type Deck, readDeck, writeDeck } from '../../../teach/practice.ts';
import type { BrowserShelf } from '../browser-shelf.ts';

/** The cards of this browser; what is kept and is no deck is begun anew. */
export function deckOn(shelf: BrowserShelf): Deck {
  const text = shelf.readPractice();
  const deck = text === null ? null : readDeck(text);
  return deck === null ? {} : deck;
}

export const keepDeck = (shelf: BrowserShelf, deck: Deck): void => shelf.writePractice(writeDeck(deck));
