import { exactly } from '../model/exactly.ts';
import { eachOf } from '../model/optional.ts';
import { InputError } from '../model/problem.ts';
import { must } from '../model/must.ts';

/*
 * All that is ever kept of a learner's work: which lesson, which seed, and what was chosen. Everything else is worked
 * out again by playing the same variant.
 *
 *   1|02-the-four|k7f2|t1=C2B0Dx|t2:--D0~95
 *
 * The first part is the form of the text. Each task begins with `t` and its place; `=` says that its bets are locked,
 * `:` that they are not. Every choice takes two characters: the place of what was chosen, A for the first, and how sure
 * (0 a guess, 1 think so, 2 sure, x not asked), or `a` for a question that was asked, `n` for a cause that was named;
 * `--` is a question that is still open. `~` and a number are the seconds it took.
 */

/** How sure: a guess, I think so, I am sure. */
export const CERTAINTIES = ['guess', 'think', 'sure'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  guess: 'I guess',
  think: 'I think so',
  sure: 'I am sure',
};

/**
 * What a learner did in a task. In tasks with questions the n-th choice answers the n-th question, and `none` stands
 * for one that is still open; when a cause is looked for they stand in the order in which they were made.
 */
export type LearnerChoice =
  | { readonly did: 'bet'; readonly option: number; readonly sure?: Certainty }
  | { readonly did: 'asked'; readonly question: number }
  | { readonly did: 'named'; readonly cause: number }
  | { readonly did: 'none' };

export interface TaskLog {
  /** Nothing in it changes any more. */
  readonly locked: boolean;
  readonly choices: readonly LearnerChoice[];
  readonly seconds?: number;
}

export interface LessonAttempt {
  readonly lesson: string;
  /** The learner's part of the seed: letters, digits and hyphens. */
  readonly learner: string;
  /** By the place of the task. */
  readonly tasks: ReadonlyMap<number, TaskLog>;
}

const FORM = '1';
const PLACES = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+_';
const OPEN = '--';
const ASKED = 'a';
const NAMED = 'n';
const NOT_SAID = 'x';

/** Most answers, questions or causes of one kind that a task offers. */
export const MOST_PLACES = PLACES.length;

export const newAttempt = (lesson: string, learner: string): LessonAttempt => ({ lesson, learner, tasks: new Map() });

export const EMPTY_LOG: TaskLog = { locked: false, choices: [] };
export const logOf = ({ tasks }: LessonAttempt, task: number): TaskLog => tasks.get(task) ?? EMPTY_LOG;

const withLog = (attempt: LessonAttempt, task: number, log: TaskLog): LessonAttempt => ({
  ...attempt,
  tasks: new Map([...attempt.tasks, [task, log] as const].toSorted(([a], [b]) => a - b)),
});

/** The answer to the n-th question of a task, instead of one before. What is locked stays: the attempt is the same. */
export function withBet(attempt: LessonAttempt, task: number, n: number, option: number, sure?: Certainty) {
  const log = logOf(attempt, task);
  if (log.locked) return attempt;
  const choices = Array.from(
    { length: Math.max(log.choices.length, n + 1) },
    (_, at): LearnerChoice => log.choices[at] ?? NOTHING_CHOSEN,
  );
  choices[n] = { did: 'bet', option, ...(sure === undefined ? {} : { sure }) };
  return withLog(attempt, task, { ...log, choices });
}
const NOTHING_CHOSEN: LearnerChoice = { did: 'none' };

/** One choice more, where they stand in the order in which they are made. */
export function withChoice(attempt: LessonAttempt, task: number, choice: LearnerChoice): LessonAttempt {
  const log = logOf(attempt, task);
  return log.locked ? attempt : withLog(attempt, task, { ...log, choices: [...log.choices, choice] });
}

export function withLock(attempt: LessonAttempt, task: number, seconds?: number): LessonAttempt {
  const log = logOf(attempt, task);
  if (log.locked) return attempt;
  return withLog(attempt, task, { ...log, locked: true, ...(seconds === undefined ? {} : { seconds }) });
}

/** The text of an attempt: everything that has to be kept, in a few hundred characters. */
export function attemptText({ lesson, learner, tasks }: LessonAttempt): string {
  const parts = [...tasks].map(([task, { locked, choices, seconds }]) => {
    const end = seconds === undefined ? '' : `~${seconds}`;
    return `t${task}${locked ? '=' : ':'}${choices.map(choiceText).join('')}${end}`;
  });
  return [FORM, lesson, learner, ...parts].join('|');
}

const placeText = (place: number): string => must(PLACES[place], `a sign for place ${place}`);

function choiceText(choice: LearnerChoice): string {
  switch (choice.did) {
    case 'bet':
      return `${placeText(choice.option)}${choice.sure === undefined ? NOT_SAID : CERTAINTIES.indexOf(choice.sure)}`;
    case 'asked':
      return `${placeText(choice.question)}${ASKED}`;
    case 'named':
      return `${placeText(choice.cause)}${NAMED}`;
    case 'none':
      return OPEN;
  }
}

const WHOLE =
  /^1\|([a-z0-9][a-z0-9-]{0,63})\|([A-Za-z0-9][A-Za-z0-9-]{0,63})((?:\|t\d{1,2}[:=](?:[\w+-]{2})*(?:~\d{1,6})?)*)$/;
const TASK = /^t(\d{1,2})([:=])((?:[\w+-]{2})*)(?:~(\d{1,6}))?$/;

/** The attempt that a text tells. Throws an InputError for any other text. */
export function readAttempt(text: string, file = 'attempt'): LessonAttempt {
  const refuse = (message: string): never => {
    throw new InputError([
      { file, message, advice: 'It is written as 1|lesson|code|t1=…, as the lesson handed it in.' },
    ]);
  };
  const parts = WHOLE.exec(text.trim());
  if (!parts) return refuse(`“${text.slice(0, 40)}” is not the text of an attempt`);
  const [lesson, learner, rest] = [1, 2, 3].map((at) => must(parts[at], 'a part of an attempt')) as [
    string,
    string,
    string,
  ];
  const tasks = new Map<number, TaskLog>();
  for (const part of rest.split('|').slice(1)) {
    const [, place, lock, signs, seconds] = must(TASK.exec(part), 'a task of an attempt');
    const task = Number(place);
    if (tasks.has(task)) refuse(`task ${task} stands there twice`);
    tasks.set(task, {
      locked: lock === '=',
      choices: eachOf(must(signs, 'the choices of a task').match(/../g)).map(
        (sign) => readChoice(sign) ?? refuse(`“${sign}” in task ${task} is no choice`),
      ),
      ...(seconds === undefined ? {} : { seconds: Number(seconds) }),
    });
  }
  return { lesson, learner, tasks: new Map([...tasks].toSorted(([a], [b]) => a - b)) };
}

function readChoice(sign: string): LearnerChoice | undefined {
  if (sign === OPEN) return NOTHING_CHOSEN;
  const [first, second] = exactly(2, sign, 'the signs of a choice');
  const place = PLACES.indexOf(first);
  if (place < 0) return undefined;
  if (second === ASKED) return { did: 'asked', question: place };
  if (second === NAMED) return { did: 'named', cause: place };
  if (second === NOT_SAID) return { did: 'bet', option: place };
  const sure = CERTAINTIES[Number(second)];
  return sure === undefined ? undefined : { did: 'bet', option: place, sure };
}
