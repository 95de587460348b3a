import type { CaseAnswer } from './answer.ts';
import type { Draft } from './draft.ts';
import { type Decides, type DecidingOptions, playedAnswer, type ToTry, tryAnswers, withAnswer } from './trying.ts';

/** Questions of which every two are tried together; of more, all at once and nothing between. */
const MOST_PAIRED = 12;

/** The other end of what a question can be: the last of its answers. */
interface Turned {
  readonly toTry: ToTry;
  readonly value: string;
  readonly words: string;
}

/**
 * Two things that nobody knows can decide together what neither decides alone: the phone of an older iOS that cannot
 * be updated. Every two questions are turned to the other end of their answers, and then all at once; what ends
 * otherwise then, and did not for any question alone, hangs on the fewest of them that bring it about. Stops after
 * every play.
 */
export function* decidesTogether(
  draft: Draft,
  asked: readonly ToTry[],
  base: CaseAnswer,
  alone: readonly Decides[],
  options: DecidingOptions,
): Generator<void, readonly Decides[]> {
  const turned = asked.flatMap((toTry) => turnedOf(toTry, alone));
  const playWith = (set: readonly Turned[]): CaseAnswer | undefined => playedAnswer(withTurned(draft, set), options);
  const decides: Decides[] = [];
  const explained = new Set(alone.flatMap(movedBy));
  const pairs = turned.length > MOST_PAIRED ? [] : turned.flatMap((a, at) => turned.slice(at + 1).map((b) => [a, b]));
  for (const pair of [...pairs, ...(turned.length > 2 ? [turned] : [])]) {
    const news = otherwise(base, playWith(pair), explained);
    yield;
    const [item] = news;
    if (item === undefined) continue;
    let set: readonly Turned[] = pair;
    for (const each of pair.length > 2 ? pair : []) {
      const without = set.filter((other) => other !== each);
      if (otherwise(base, playWith(without), explained).includes(item)) set = without;
      yield;
    }
    for (const each of set) {
      const others = set.filter((other) => other !== each);
      const place = withTurned(draft, others);
      const start = playedAnswer(place, options);
      if (start !== undefined) decides.push(tryAnswers(place, each.toTry, start, options, others.map(heldAt)).decides);
      yield;
    }
    for (const each of news) explained.add(each);
  }
  return decides;
}

function turnedOf(toTry: ToTry, alone: readonly Decides[]): readonly Turned[] {
  const last = toTry.answers.at(-1);
  if (toTry.state === 'usual' || toTry.takenAs === null || last === undefined || last.value === toTry.takenAs)
    return [];
  const own = alone.find(({ question }) => question === toTry.id);
  const isImpossible = own?.consequences.some(({ answer, impossible }) => answer === last.value && impossible !== null);
  return isImpossible === true ? [] : [{ toTry, value: last.value, words: last.words }];
}

const heldAt = ({ toTry: { id, row, part }, words }: Turned): Decides['together'][number] => ({
  question: id,
  ask: row.ask.replaceAll('%', part.name),
  words,
});

const withTurned = (draft: Draft, set: readonly Turned[]): Draft =>
  set.reduce((current, { toTry, value }) => withAnswer(current, toTry, value), draft);

const movedBy = ({ consequences }: Decides): readonly string[] =>
  consequences.flatMap(({ items }) => items.map(({ item }) => item));

/** Items that are told as a fact, and end otherwise in another answer. */
const otherwise = (base: CaseAnswer, other: CaseAnswer | undefined, but: ReadonlySet<string>): readonly string[] =>
  base.items.flatMap(({ id, end }) =>
    other === undefined || end === 'depends' || but.has(id) || other.items.find((item) => item.id === id)?.end === end
      ? []
      : [id],
  );
