import * as fc from 'fast-check';
import { questionsOf } from '../../src/intake/asking.ts';
import { type Draft, newDraft } from '../../src/intake/draft.ts';
import { edit } from '../../src/intake/edit.ts';
import { APP_TILES } from '../../src/intake/app-tiles.ts';
import { DONT_KNOW, type SaidAnswer } from '../../src/intake/question.ts';
import { CATEGORY_IDS } from '../../src/rulebook/categories/categories.ts';

/** Calls of customers: some things are said, some nobody knows, and some nobody has asked. */

export const toldIn = (answers: readonly (readonly [string, SaidAnswer])[], id = 'call'): Draft =>
  answers.reduce((draft, [question, answer]) => edit(draft, { question, answer }), newDraft(id, '2026-03-01'));

interface Wish {
  /** Of what is asked, how much is said at all, in hundredths. */
  readonly said: number;
  /** Whether also what is usually so is said otherwise. */
  readonly isUnusual: boolean;
  /** Where an answer comes from: one number for each question, by its place. */
  readonly picks: readonly number[];
  readonly tiles: readonly string[];
  readonly backups: readonly string[];
  readonly route: string;
}

const wish = (most: number): fc.Arbitrary<Wish> =>
  fc.record({
    said: fc.constantFrom(30, 60, 90),
    isUnusual: fc.boolean(),
    picks: fc.array(fc.nat(999), { minLength: 60, maxLength: 60, size: 'max' }),
    tiles: fc.uniqueArray(fc.constantFrom(...CATEGORY_IDS, ...Object.keys(APP_TILES)), {
      minLength: 1,
      maxLength: most,
    }),
    backups: fc.subarray(['icloud', 'computer'], { minLength: 1 }),
    route: fc.constantFrom('icloud', 'icloud', 'computer', 'direct'),
  });

/** What was said in a call, in one order; `but`: questions that are left as they are. */
export function calls({ most = 5, but = [] as readonly string[] } = {}): fc.Arbitrary<
  readonly (readonly [string, SaidAnswer])[]
> {
  return wish(most).map(({ said, isUnusual, picks, tiles, backups, route }) => {
    const start: readonly (readonly [string, SaidAnswer])[] = [
      ['backups', backups],
      ['route', route],
      ['items', tiles],
    ];
    const asked = questionsOf(toldIn(start)).filter(
      ({ id, options, kind, state }) =>
        !['backups', 'route', 'items', ...but].includes(id) &&
        options.length > 0 &&
        kind !== 'several' &&
        (isUnusual || state === 'open'),
    );
    const answers = asked.flatMap(({ id, options }, place): readonly (readonly [string, SaidAnswer])[] => {
      const pick = picks[place % picks.length] ?? 0;
      if (pick % 100 >= said) return [];
      const values = [...options.map(({ value }) => value), DONT_KNOW];
      return [[id, values[(pick * 7 + place) % values.length] ?? DONT_KNOW]];
    });
    return [...start, ...answers];
  });
}
