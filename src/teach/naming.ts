import { eachOf } from '../model/optional.ts';
import { type Fate, fateOn } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import type { Rule } from '../rulebook/tables/rule.ts';

/** Words that say nothing of a cause, beside those by which kinds of data are called. */
const NEUTRAL = (
  'what this that with from when have holds held hold which only their there here were been into onto does item ' +
  'items data phone iphone ipad device devices apps app other others more most some than then them they your and ' +
  'the for are not its has was but who how all any one two'
).split(' ');

const wordsIn = (text: string): readonly string[] => eachOf(text.toLowerCase().match(/\p{L}{3,}/gu));

/** `drawing` and `drawings`, `excluded` and `exclude` are one word here. */
const stem = (word: string): string => word.replace(/(?:ings?|ed|es|s|e)$/, '');

let neutral: ReadonlySet<string> | undefined;
const neutralStems = (): ReadonlySet<string> =>
  (neutral ??= new Set(
    [...NEUTRAL, ...Object.values(CATEGORIES).flatMap(({ title }) => wordsIn(title))].map((word) => stem(word)),
  ));

/** A word of an item's title that is in the sentence of the rule that decides about it, or in the name of its fate. */
export function namesTheCause(title: string, route: Route, fate: Fate, rule: Rule | undefined): string | undefined {
  const telling = new Set(
    [...wordsIn(fateOn(route, fate).word), ...eachOf(rule && wordsIn(rule.says))]
      .map((word) => stem(word))
      .filter((word) => word.length >= 3 && !neutralStems().has(word)),
  );
  return wordsIn(title).find((word) => telling.has(stem(word)));
}
