import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { Variant } from '../variant.ts';
import { ASK_QUESTION } from './ask.question.ts';
import { FATE_QUESTION } from './fate.question.ts';
import { GATE_QUESTION } from './gate.question.ts';
import { HELPS_QUESTION } from './helps.question.ts';
import { OUTCOME_QUESTION } from './outcome.question.ts';
import { RULE_QUESTION } from './rule.question.ts';
import { SAY_QUESTION } from './say.question.ts';
import type { ItemQuestion, PutQuestion, StoryQuestion } from './question.ts';
import { QUESTION_KINDS, type QuestionWord } from './question-words.ts';

/** A new kind of question: one row here, one in `question-words.ts`. */
const OF_ITEMS = {
  fate: FATE_QUESTION,
  gate: GATE_QUESTION,
  rule: RULE_QUESTION,
  ask: ASK_QUESTION,
  helps: HELPS_QUESTION,
  say: SAY_QUESTION,
} satisfies Readonly<Partial<Record<QuestionWord, ItemQuestion>>>;
const OF_THE_STORY = { outcome: OUTCOME_QUESTION } satisfies Readonly<Partial<Record<QuestionWord, StoryQuestion>>>;

/** Either of an item or of the story: no kind is forgotten. */
const isOfItems = (kind: QuestionWord): kind is keyof typeof OF_ITEMS => Object.hasOwn(OF_ITEMS, kind);

const aboutItem = (variant: Variant, item: Item, kind: keyof typeof OF_ITEMS): PutQuestion => ({
  id: `${item.id}.${kind}`,
  kind,
  item,
  asks: QUESTION_KINDS[kind].asks,
  options: OF_ITEMS[kind].options(variant, item),
});

/** Questions of these kinds: those of each item together, in the order of the world, and those of the story last. */
export const questionsOfKinds = (
  variant: Variant,
  kinds: readonly QuestionWord[],
  items: readonly Item[] = variant.items,
): readonly PutQuestion[] => [
  ...items.flatMap((item) => kinds.filter(isOfItems).map((kind) => aboutItem(variant, item, kind))),
  ...kinds
    .filter((kind) => !isOfItems(kind))
    .map((kind): PutQuestion => ({
      id: kind,
      kind,
      item: undefined,
      asks: QUESTION_KINDS[kind].asks,
      options: OF_THE_STORY[kind].options(variant),
    })),
];

/** The word of the right answer, out of the run. */
export function keyOf(variant: Variant, { kind, item }: PutQuestion): string {
  return isOfItems(kind)
    ? OF_ITEMS[kind].key(variant, must(item, `the item of a question about ${kind}`))
    : OF_THE_STORY[kind].key(variant);
}
