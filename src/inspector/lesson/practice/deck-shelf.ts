import { afterLook, type Deck, readDeck, readLooks, writeDeck } from '../../../teach/practice.ts';
import type { BrowserShelf } from '../browser-shelf.ts';

/** The cards of this browser, with what was noted since they were last worked out; what is no deck is begun anew. */
export function deckOn(shelf: BrowserShelf): Deck {
  const { deck: text, looks } = shelf.readPractice();
  const kept = text === null ? null : readDeck(text);
  const before: Deck = kept === null ? {} : kept;
  if (looks === null) return before;
  const deck = readLooks(looks).reduce(afterLook, before);
  shelf.writeDeck(writeDeck(deck));
  return deck;
}
