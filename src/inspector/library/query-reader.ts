import { eachOf } from '../../model/optional.ts';
import { must } from '../../model/must.ts';
import type { Catalogue } from './catalogue.ts';
import { MISSING_WORDS, SEARCH_SYNONYMS } from './synonyms.ts';
import { isSmallWord, slipsAllowed, slipsBetween, stemsLookedFor, wordsLookedFor } from './words.ts';

/** One thing that is looked for: the texts that say it, each with how near it is, and the words to mark in them. */
export interface LookedFor {
  readonly places: ReadonlyMap<number, number>;
  /** Those that were named for it one by one: they count as much as a title, whatever they are. */
  readonly leads: ReadonlySet<number>;
  readonly stems: ReadonlySet<string>;
}

/** What was written, and as what it is looked for. */
export interface Understood {
  readonly written: string;
  readonly means: string;
}

interface Query {
  readonly lookedFor: readonly LookedFor[];
  /** Something is looked for because it did not come. */
  readonly isMissing: boolean;
  readonly understood: readonly Understood[];
}

/** How near a word is to what was written; `written`: the word itself, where others are looked for with it. */
const NEARNESS = { same: 1, written: 1.2, synonym: 0.9, begins: 0.55, slip: 0.6 } as const;
/** Letters from which on a word may be a beginning; that which is being typed may be one from its first letter on. */
const BEGINNING = 3;
const MOST_WORDS = 16;
const NOWHERE: readonly number[] = [];

interface Phrase {
  readonly stems: readonly string[];
  /** Place in the table of synonyms; -1 for a word that says that something is missing. */
  readonly synonym: number;
}

const PHRASES: readonly Phrase[] = [
  ...SEARCH_SYNONYMS.flatMap(({ people }, synonym) =>
    people.map((words) => ({ stems: stemsLookedFor(words), synonym })),
  ),
  ...MISSING_WORDS.map((words) => ({ stems: stemsLookedFor(words), synonym: -1 })),
].toSorted((a, b) => b.stems.length - a.stems.length);

/** Reads what somebody wrote into the field, in the words of the catalogue. */
export class QueryReader {
  readonly #words: readonly string[];
  readonly #placesOf: ReadonlyMap<string, readonly number[]>;
  readonly #placeOfText: ReadonlyMap<string, number>;

  constructor({ words, places, findables }: Catalogue) {
    this.#words = words;
    this.#placesOf = new Map(words.map((word, number) => [word, must(places[number], word)]));
    this.#placeOfText = new Map(findables.map((findable, place) => [findable.join('\n'), place]));
  }

  read(query: string): Query {
    const inQuery = wordsLookedFor(query).slice(0, MOST_WORDS);
    const written = inQuery.map(({ stem }) => stem);
    const lookedFor: LookedFor[] = [];
    const understood: Understood[] = [];
    let isMissing = false;
    for (let at = 0; at < written.length;) {
      const phrase = this.#phraseAt(written, at);
      const from = at;
      at += phrase ? phrase.stems.length : 1;
      const words = written.slice(from, at);
      const word = must(words[0], 'a word');
      if (phrase?.synonym === -1) {
        isMissing = true;
        // Among small words alone it is the only thing that was said.
        if (written.every((other) => words.includes(other) || isSmallWord(other)))
          lookedFor.push(this.#word(word, false));
      } else if (phrase) {
        lookedFor.push(this.#synonym(phrase.synonym, words));
        const said = query.slice(inQuery[from]?.from, inQuery[at - 1]?.to);
        understood.push({ written: said, means: must(SEARCH_SYNONYMS[phrase.synonym], 'a row').means });
      } else if (!isSmallWord(word) || written.every(isSmallWord))
        lookedFor.push(this.#word(word, at === written.length));
    }
    return { lookedFor, isMissing, understood };
  }

  /** The longest phrase of the tables that begins here; where no scenario has the word, also with a slip in it. */
  #phraseAt(written: readonly string[], at: number): Phrase | undefined {
    const fits = (matches: (phrase: string, word: string | undefined) => boolean) =>
      PHRASES.find(({ stems }) => stems.every((stem, place) => matches(stem, written[at + place])));
    const exact = fits((stem, word) => stem === word);
    if (exact || this.#placesOf.has(must(written[at], 'a word'))) return exact;
    const isLast = at === written.length - 1;
    return (
      fits((stem, word) => isLast && word !== undefined && word.length > BEGINNING && stem.startsWith(word)) ??
      fits((stem, word) => word !== undefined && slipsBetween(stem, word, slipsAllowed(word)) <= slipsAllowed(word))
    );
  }

  #synonym(row: number, written: readonly string[]): LookedFor {
    const { words, leads } = must(SEARCH_SYNONYMS[row], 'a row of the synonyms');
    const found = new Gathered();
    for (const place of this.#inOneText(written)) found.add(place, NEARNESS.written, written);
    for (const lead of eachOf(leads)) {
      const place = this.#placeOfText.get(lead.join('\n'));
      if (place === undefined) continue;
      found.add(place, NEARNESS.same, []);
      found.leads.add(place);
    }
    for (const phrase of eachOf(words)) {
      const stems = stemsLookedFor(phrase);
      for (const place of this.#inOneText(stems)) found.add(place, NEARNESS.synonym, stems);
    }
    return found;
  }

  #placesWith(stem: string): readonly number[] {
    const places = this.#placesOf.get(stem);
    return places === undefined ? NOWHERE : places;
  }

  #inOneText(stems: readonly string[]): readonly number[] {
    const [first = NOWHERE, ...rest] = stems.map((stem) => this.#placesWith(stem));
    return rest.reduce((both, places) => both.filter((place) => places.includes(place)), first);
  }

  /** One word: itself, words that begin with it while it is being typed, and words of one or two slips. */
  #word(word: string, isLast: boolean): LookedFor {
    const found = new Gathered();
    const take = (known: string, nearness: number) => {
      for (const place of this.#placesWith(known)) found.add(place, nearness, [known]);
    };
    take(word, NEARNESS.same);
    if (isLast || (word.length >= BEGINNING && !this.#placesOf.has(word)))
      for (const known of this.#words) if (known !== word && known.startsWith(word)) take(known, NEARNESS.begins);
    if (found.places.size === 0)
      for (const known of this.#words)
        if (slipsBetween(known, word, slipsAllowed(word)) <= slipsAllowed(word)) take(known, NEARNESS.slip);
    return found;
  }
}

class Gathered implements LookedFor {
  readonly places = new Map<number, number>();
  readonly leads = new Set<number>();
  readonly stems = new Set<string>();

  add(place: number, nearness: number, stems: readonly string[]): void {
    const known = this.places.get(place);
    if (known === undefined || known < nearness) this.places.set(place, nearness);
    for (const stem of stems) if (!isSmallWord(stem)) this.stems.add(stem);
  }
}
