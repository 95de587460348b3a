import { must } from '../../model/must.ts';
import type { ListedScenario } from './listed.ts';
import type { Catalogue } from './catalogue.ts';
import { findableRow, type Findable, textOfFindable } from './findable.ts';
import { lessonOf } from './lessons.ts';
import { type LookedFor, QueryReader, type Understood } from './query-reader.ts';
import { themeRow } from './themes.ts';
import { wordsInText } from './words.ts';

/** A text in which a scenario was found, cut where the words stand that were looked for. */
export interface HitText {
  readonly label: string;
  readonly parts: readonly { readonly text: string; readonly isHit: boolean }[];
}
export interface Found {
  /** The best first. */
  readonly ids: readonly string[];
  /** The texts that say most about why a scenario was found; none where title or purpose say it. */
  readonly textsOf: (id: string) => readonly HitText[];
  /** How what was written has been taken, where that is not its own words. */
  readonly understood: readonly Understood[];
}

/** Hits below this part of the best one are left out: they share a word and nothing else. */
const WORTH_SHOWING = 0.2;
const LESSON_COUNTS = 1.2;
const EXHAUSTIVE_COUNTS = 0.45;
/** At most this much more where many texts say it. */
const OFTEN_COUNTS = 0.6;
/** As much as a title. */
const LEAD_COUNTS = 8;
/** What is looked for as missing counts this much more where it does not come. */
const MISSING_COUNTS = 2.5;
const MOST_TEXTS = 2;

/** Finds scenarios by what they are, hold, show and say; made from the catalogue once, when the library is opened. */
export class ScenarioSearch {
  readonly #catalogue: Catalogue;
  readonly #listed: ReadonlyMap<string, ListedScenario>;
  readonly #ids: readonly string[];
  readonly #reader: QueryReader;
  /** By text, the scenarios that have it. */
  readonly #owners: readonly number[][];

  constructor(catalogue: Catalogue, listed: readonly ListedScenario[]) {
    this.#catalogue = catalogue;
    this.#listed = new Map(listed.map((entry) => [entry.id, entry]));
    this.#ids = listed.map(({ id }) => id).filter((id) => Object.hasOwn(catalogue.scenarios, id));
    this.#reader = new QueryReader(catalogue);
    const owners: number[][] = catalogue.findables.map(() => []);
    for (const [number, id] of this.#ids.entries())
      for (const place of must(catalogue.scenarios[id], id).findables) must(owners[place], 'a text').push(number);
    this.#owners = owners;
  }

  find(query: string): Found {
    const { lookedFor, isMissing, understood } = this.#reader.read(query);
    if (lookedFor.length === 0) return { ids: [], textsOf: () => [], understood };
    const counts = lookedFor.map((one) => this.#countsOf(one, isMissing));
    const total = counts.reduce((sum, { rarity }) => sum + rarity, 0);
    const scored = this.#ids.flatMap((id) => {
      const score = this.#score(id, counts, total);
      return score > 0 ? [{ id, score }] : [];
    });
    // Of equals, the one with less else in it is more about it.
    const lengthOf = (id: string): number => must(this.#catalogue.scenarios[id], id).findables.length;
    const best = scored.toSorted((a, b) => b.score - a.score || lengthOf(a.id) - lengthOf(b.id));
    const worth = best.filter(({ score }) => score >= must(best[0], 'the best').score * WORTH_SHOWING);
    return { ids: worth.map(({ id }) => id), textsOf: (id) => this.#textsOf(id, counts), understood };
  }

  /** What each text counts for one thing that is looked for, and how rare that thing is. */
  #countsOf({ places, leads, stems }: LookedFor, isMissing: boolean): Counted {
    const owners = new Set<number>();
    const counts = new Map<number, number>();
    for (const [place, nearness] of places) {
      const { kind, weight } = this.#rowOf(place);
      const count = nearness * weight * (isMissing && kind === 'missing' ? MISSING_COUNTS : 1);
      counts.set(place, leads.has(place) ? Math.max(count, LEAD_COUNTS) : count);
      for (const owner of must(this.#owners[place], 'a text')) owners.add(owner);
    }
    return { counts, stems, rarity: Math.log(1 + this.#ids.length / Math.max(1, owners.size)) };
  }

  #rowOf(place: number): { readonly kind: Findable[0]; readonly weight: number } {
    const [kind] = must(this.#catalogue.findables[place], 'a text');
    return { kind, weight: findableRow(kind).weight };
  }

  #score(id: string, counted: readonly Counted[], total: number): number {
    const { findables } = must(this.#catalogue.scenarios[id], id);
    let [sum, met, together] = [0, 0, 0];
    const inOneText = new Map<number, number>();
    for (const { counts, rarity } of counted) {
      let [best, all] = [0, 0];
      for (const place of findables) {
        const count = counts.get(place);
        if (count === undefined) continue;
        const words = inOneText.get(place);
        inOneText.set(place, words === undefined ? 1 : words + 1);
        all += count;
        best = Math.max(best, count);
      }
      if (best === 0) continue;
      met += rarity;
      // Said often counts more than said once, but never as much as said where it matters.
      sum += rarity * best * (1 + OFTEN_COUNTS * (1 - best / all));
    }
    if (met === 0) return 0;
    for (const [place, words] of inOneText)
      if (words > 1)
        together = Math.max(together, (words / counted.length) * Math.min(1, this.#rowOf(place).weight / 5));
    const isExhaustive = themeRow(id.slice(0, id.indexOf('/'))).exhaustive === true;
    const standing = (lessonOf(id) ? LESSON_COUNTS : 1) * (isExhaustive ? EXHAUSTIVE_COUNTS : 1);
    return sum * (met / total) ** 3 * (1 + together) * standing;
  }

  #textsOf(id: string, counted: readonly Counted[]): readonly HitText[] {
    const found = must(this.#catalogue.scenarios[id], id).findables.flatMap((place) => {
      let count = 0;
      for (const { counts, rarity } of counted) {
        const here = counts.get(place);
        if (here !== undefined) count += here * rarity;
      }
      const findable = must(this.#catalogue.findables[place], 'a text');
      const { label } = findableRow(findable[0]);
      return count > 0 && label !== null ? [{ count, findable, label }] : [];
    });
    const stems = new Set(counted.flatMap((one) => [...one.stems]));
    return found
      .toSorted((a, b) => b.count - a.count)
      .slice(0, MOST_TEXTS)
      .map(({ findable, label }) => ({ label, parts: cutAtHits(textOfFindable(findable, this.#listed), stems) }));
  }
}

interface Counted {
  /** By text, how much it counts. */
  readonly counts: ReadonlyMap<number, number>;
  readonly stems: ReadonlySet<string>;
  readonly rarity: number;
}

function cutAtHits(text: string, stems: ReadonlySet<string>): HitText['parts'] {
  const parts: { text: string; isHit: boolean }[] = [];
  let at = 0;
  for (const { stem, from, to } of wordsInText(text)) {
    if (!stems.has(stem) || from < at) continue;
    if (from > at) parts.push({ text: text.slice(at, from), isHit: false });
    parts.push({ text: text.slice(from, to), isHit: true });
    at = to;
  }
  return at < text.length ? [...parts, { text: text.slice(at), isHit: false }] : parts;
}
