import { must } from '../../model/must.ts';
import type { LearnerChoice } from '../attempt.ts';
import { bitsOf, type Possible, Questioner } from './par.ts';
import { type CaseWorlds, type SymptomWorld, tableOf } from './worlds.ts';

/** A case of which the cause is looked for, as often as customers call. */
export interface DiagnoseGame {
  readonly worlds: CaseWorlds;
  readonly questioner: Questioner;
  /** For each customer the place of the world that is true. */
  readonly truths: readonly number[];
  /** Questions that a cause costs that is named and wrong. */
  readonly wrongName: number;
  /** At last the sentence for the customer is chosen. */
  readonly says: boolean;
}

/** A question that was asked, beside the best one at that moment. */
export interface AskedNote {
  readonly question: string;
  readonly answer: string;
  /** How many causes were possible before it and are after it. */
  readonly causesBefore: number;
  readonly causesAfter: number;
  /** What the best questioner needs from here, and after this question, whatever its answer would have been. */
  readonly before: number;
  readonly after: number;
  /** Questions that it cost: 0 for the best, 1 for one that helps nothing. */
  readonly regret: number;
  readonly bits: number;
  /** `null`: the cause was settled, and nothing had to be asked. */
  readonly best: { readonly question: string; readonly bits: number } | null;
  /** Whatever had been answered, just as many questions would still have been needed. */
  readonly idle: boolean;
}

export interface NamedNote {
  readonly cause: string;
  readonly right: boolean;
  /** The answers had ruled it out, or it had been named before. */
  readonly ruledOut: boolean;
  /** Other causes that were possible too. */
  readonly others: number;
}

/** Found; left; or still looked for. */
export type RoundEnd = 'open' | 'found' | 'given-up';

/** One customer: what was asked and named, in its order. */
export interface Round {
  readonly world: SymptomWorld;
  readonly asked: readonly AskedNote[];
  readonly named: readonly NamedNote[];
  readonly end: RoundEnd;
  /** The place of the sentence that was chosen. */
  readonly said: number | null;
  /** Causes that are still possible, by what was answered and named. */
  readonly left: readonly string[];
  /** Questions that the best questioner asks for this customer, and on average for such a one. */
  readonly par: number;
  readonly mean: number;
  /** Questions that were asked, and those that wrong names cost. */
  readonly spent: number;
  readonly regret: number;
  /** The share that the best questioner’s questions have of the learner’s, by what could be known. 0: not found. */
  readonly points: number;
}

interface Running {
  readonly truth: number;
  readonly possible: Possible;
  readonly asked: readonly AskedNote[];
  readonly named: readonly NamedNote[];
  readonly end: RoundEnd;
  readonly said: number | null;
}

/**
 * The choices of a learner, folded into rounds: each lasts until its cause is named or it is given up (`none`), and,
 * where the sentence for the customer is asked for, until that is chosen. The last one may be open.
 */
export const roundsOf = (game: DiagnoseGame, choices: readonly LearnerChoice[]): readonly Round[] =>
  folded(game, choices).rounds.map((round) => told(game, round));

/**
 * Choices that have no meaning where they stand. A lesson writes none; in a file that was edited, or copied from
 * somebody with other customers, there may be some, and they count as not made.
 */
export const strayChoices = (game: DiagnoseGame, choices: readonly LearnerChoice[]): number =>
  folded(game, choices).stray;

function folded(game: DiagnoseGame, choices: readonly LearnerChoice[]) {
  const rounds: Running[] = [];
  let at = 0;
  let stray = 0;
  for (const truth of game.truths) {
    const before = rounds.at(-1);
    if (before && !isOver(game, before)) break;
    let round: Running = begun(game, truth);
    for (; at < choices.length && !isOver(game, round); at += 1) {
      const next = roundAfter(game, round, must(choices[at], 'a choice'));
      if (next === null) stray += 1;
      else round = next;
    }
    rounds.push(round);
  }
  return { rounds, stray: stray + choices.length - at };
}

/** Whether all customers have been heard to the end. */
export const areOver = (game: DiagnoseGame, rounds: readonly Round[]): boolean =>
  rounds.length === game.truths.length && rounds.every((round) => isOver(game, round));

type Stands = Pick<Running, 'end' | 'said'>;
const isOver = ({ says }: DiagnoseGame, { end, said }: Stands): boolean => end !== 'open' && (!says || said !== null);

const begun = ({ questioner, worlds }: DiagnoseGame, world: number): Running => ({
  truth: questioner.placeOf(must(worlds.worlds[world], 'the true world')),
  possible: questioner.all,
  asked: [],
  named: [],
  end: 'open',
  said: null,
});

/** `null`: the choice has no meaning where it stands. */
function roundAfter(game: DiagnoseGame, round: Running, choice: LearnerChoice): Running | null {
  const isOpen = round.end === 'open';
  switch (choice.did) {
    case 'asked':
      return isOpen && choice.question in game.questioner.questions
        ? afterQuestion(game, round, choice.question)
        : null;
    case 'named':
      return isOpen && choice.cause in game.worlds.causes ? afterName(game, round, choice.cause) : null;
    case 'bet':
      return isOpen ? null : { ...round, said: choice.option };
    case 'none':
      return isOpen ? { ...round, end: 'given-up' } : null;
  }
}

function afterQuestion({ questioner }: DiagnoseGame, round: Running, question: number): Running {
  const { possible, truth } = round;
  const answer = questioner.answerOf(truth, question);
  const after = possible.filter((place) => questioner.answerOf(place, question) === answer);
  const weight = questioner.weightOf(possible);
  const total = questioner.total(possible);
  const totalAfter = questioner.totalAfter(possible, question);
  const best = questioner.best(possible);
  const note: AskedNote = {
    question: must(questioner.questions[question], 'the question asked'),
    answer,
    causesBefore: questioner.causesOf(possible).length,
    causesAfter: questioner.causesOf(after).length,
    before: total / weight,
    after: totalAfter / weight,
    regret: (totalAfter + weight - total) / weight,
    bits: bitsOf(questioner, possible, question),
    best:
      best === null
        ? null
        : { question: must(questioner.questions[best], 'the best question'), bits: bitsOf(questioner, possible, best) },
    idle: totalAfter === total,
  };
  return { ...round, possible: after, asked: [...round.asked, note] };
}

function afterName({ questioner, worlds }: DiagnoseGame, round: Running, place: number): Running {
  const { possible, truth } = round;
  const cause = must(worlds.causes[place], 'the cause named');
  const right = questioner.causeOf(truth) === cause;
  const left = possible.filter((world) => questioner.causeOf(world) !== cause);
  const note: NamedNote = {
    cause,
    right,
    ruledOut: left.length === possible.length,
    others: questioner.causesOf(left).length,
  };
  return {
    ...round,
    named: [...round.named, note],
    ...(right ? { end: 'found' as const } : { possible: left }),
  };
}

function told({ questioner, worlds, wrongName }: DiagnoseGame, round: Running): Round {
  const { truth, possible, asked, named, end, said } = round;
  const mean = questioner.total(questioner.all) / questioner.weightOf(questioner.all);
  const wrong = named.filter(({ right }) => !right).length * wrongName;
  const regret = asked.reduce((sum, note) => sum + note.regret, wrong);
  const cause = questioner.causeOf(truth);
  const world = worlds.worlds.find(
    (each) => each.cause === cause && each.answers.every((answer, n) => answer === questioner.answerOf(truth, n)),
  );
  return {
    world: must(world, 'the true world'),
    asked,
    named,
    end,
    said,
    left: questioner.causesOf(possible).map((each) => each.cause),
    par: questioner.parOf(truth),
    mean,
    spent: asked.length + wrong,
    regret,
    points: end !== 'found' ? 0 : mean + regret === 0 ? 1 : mean / (mean + regret),
  };
}

/** A game with the customers that were drawn. */
export const gameOf = (
  worlds: CaseWorlds,
  truths: readonly number[],
  rules: Pick<DiagnoseGame, 'wrongName' | 'says'>,
): DiagnoseGame => ({ ...rules, worlds, truths, questioner: questionerFor(worlds) });

const known = new WeakMap<CaseWorlds, Questioner>();

/** One for all who ask about these worlds: what it has worked out, it keeps. */
export function questionerFor(worlds: CaseWorlds): Questioner {
  let questioner = known.get(worlds);
  if (!questioner) known.set(worlds, (questioner = new Questioner(tableOf(worlds))));
  return questioner;
}
