import { must } from '../model/must.ts';
import { hangingIndent, sanitise } from '../report/layout.ts';
import type { Page } from '../report/story-text.ts';
import { ruleOf } from '../report/sources.ts';
import { type LearnerChoice, type LessonAttempt, logOf, withChoice } from '../teach/attempt.ts';
import { causeTaskOf, sayQuestionOf } from '../teach/diagnose/game.ts';
import { areOver, type DiagnoseGame, type Round, roundsOf } from '../teach/diagnose/round.ts';
import { answerInWords, askOf } from '../teach/diagnose/worlds.ts';
import { keyOf } from '../teach/questions/questions.ts';
import type { Variant } from '../teach/variant.ts';
import type { QuizLines } from './quiz-lines.ts';
import { print, printError } from './terminal.ts';

const HELP = '“q 2” asks the second question, “c 1” names the first cause, “g” gives up.';
const saysOf = (cause: string): string => must(ruleOf(cause), `the rule ${cause}`).says;

/** Customers call one after another: questions are asked, answers are heard, until the cause is named. */
export async function giveCauses(
  lines: QuizLines,
  variant: Variant,
  before: LessonAttempt,
  page: Page,
): Promise<LessonAttempt> {
  const { game, customers } = causeTaskOf(variant);
  const place = variant.taskIndex;
  let attempt = before;
  let told = -1;
  for (;;) {
    const rounds = roundsOf(game, logOf(attempt, place).choices);
    const at = rounds.length - 1;
    const round = must(rounds[at], 'a round');
    if (lines.isOver || areOver(game, rounds)) {
      if (round.end !== 'open') print(afterwards(round, page));
      return attempt;
    }
    if (told !== at) {
      const last = rounds[at - 1];
      if (last) print(afterwards(last, page));
      print(`\n${callText(game, variant, at, page)}`);
      told = at;
    }
    const choice =
      round.end === 'open'
        ? await chooseNext(lines, game)
        : await chooseSentence(lines, must(customers[at], 'a customer'), page);
    if (!choice) continue;
    attempt = withChoice(attempt, place, choice);
    const now = must(roundsOf(game, logOf(attempt, place).choices)[at], 'a round');
    tellChoice(choice, now, customers[at]);
  }
}

function callText({ worlds }: DiagnoseGame, { case: { customer } }: Variant, round: number, { width }: Page): string {
  return [
    `Customer ${round + 1}`,
    ...(customer === undefined ? [] : hangingIndent('  “', `${sanitise(customer)}”`, width)),
    'Ask:',
    ...worlds.questions.flatMap((fact, n) => hangingIndent(`  q ${String(n + 1).padEnd(4)}`, askOf(fact), width)),
    'Name the cause:',
    ...worlds.causes.flatMap((cause, n) => hangingIndent(`  c ${String(n + 1).padEnd(4)}`, saysOf(cause), width)),
    HELP,
  ].join('\n');
}

async function chooseNext(lines: QuizLines, { worlds }: DiagnoseGame): Promise<LearnerChoice | undefined> {
  const text = await lines.next('> ');
  if (text === undefined) return undefined;
  if (text === 'g') return { did: 'none' };
  const parts = /^([qc])\s*(\d+)$/.exec(text);
  const what = parts?.[1];
  const place = Number(parts?.[2]) - 1;
  if (what === 'q' && place in worlds.questions) return { did: 'asked', question: place };
  if (what === 'c' && place in worlds.causes) return { did: 'named', cause: place };
  printError(HELP);
  return undefined;
}

async function chooseSentence(
  lines: QuizLines,
  customer: Variant,
  { width }: Page,
): Promise<LearnerChoice | undefined> {
  const { asks, options } = sayQuestionOf(customer);
  print([asks, ...options.flatMap(({ says }, n) => hangingIndent(`  ${n + 1}  `, says, width))].join('\n'));
  const text = await lines.next('> ');
  const place = Number(text) - 1;
  if (text !== undefined && place in options) return { did: 'bet', option: place };
  if (text !== undefined) printError('The number of a sentence.');
  return undefined;
}

function tellChoice(choice: LearnerChoice, round: Round, customer: Variant | undefined): void {
  const asked = round.asked.at(-1);
  if (choice.did === 'asked' && asked)
    print(
      `  ${answerInWords(asked.question, asked.answer)} ${asked.causesAfter} of ${asked.causesBefore} causes are left.`,
    );
  if (choice.did === 'named') print(round.end === 'found' ? '  That is the cause.' : '  That is not it.');
  if (choice.did === 'bet' && customer) {
    const question = sayQuestionOf(customer);
    const right = question.options[choice.option]?.word === keyOf(customer, question);
    print(right ? '  That is what is true.' : '  That is not what is true here.');
  }
}

/** One's own questions beside the best. */
function afterwards({ world, asked, spent, par, mean }: Round, { width, paint }: Page): string {
  return [
    ...hangingIndent('The cause: ', `${saysOf(world.cause)} (${world.cause})`, width),
    `You needed ${spent}; the best questioner needs ${par} here, ${mean.toFixed(2)} on average.`,
    ...asked.flatMap(({ question, regret, best, idle }) =>
      hangingIndent(
        '  ',
        `${askOf(question)} ${
          idle
            ? 'This could not help any more.'
            : best === null || best.question === question || regret === 0
              ? 'No question was better.'
              : `Better: ${askOf(best.question)}`
        }`,
        width,
      ).map(paint.faint),
    ),
  ].join('\n');
}
