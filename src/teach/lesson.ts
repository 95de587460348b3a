import * as z from 'zod/mini';
import { type Fate, FATES, type Gate, GATES, type Outcome, OUTCOMES } from '../model/fates.ts';
import {
  idSchema,
  textSchema,
  wholeSchema,
  refuseValue,
  describedSchema as described,
  readAsSchema as readAs,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from '../model/fields.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { keysOf } from '../scenario/schema-parts.ts';
import { type Scenario, scenarioSchema } from '../scenario/scenario.ts';
import { type Confusion, CONFUSION_ORDER } from './confusions.ts';
import { QUESTION_KINDS } from './questions/question-words.ts';

/*
 * A lesson file as a trainer writes it. It states a world, what varies in it, and what a variant must lead to; what is
 * right is worked out by playing it. There is deliberately no word with which an answer could be written down.
 */

const fate = z.enum(keysOf(FATES) as [Fate, ...Fate[]]);
const gate = z.enum(keysOf(GATES) as [Gate, ...Gate[]]);
const outcome = z.enum(keysOf(OUTCOMES) as [Outcome, ...Outcome[]]);
const rule = z.enum(keysOf(RULES));
const confusion = z.enum(CONFUSION_ORDER as [Confusion, ...Confusion[]]);
const caseName = described(idSchema, 'The name of one of the cases above');
const few = wholeSchema(1, 40);

const value = readAs(z.union([z.string().check(z.minLength(1), z.maxLength(200)), z.number()]), String);
const weight = wholeSchema(1, 1000);
const axis = z.union([
  described(
    z.array(value).check(z.minLength(1), z.maxLength(40)),
    'Values, each as likely as the next; repeat one to weigh it',
  ),
  described(
    z.record(z.string().check(z.minLength(1), z.maxLength(200)), weight),
    'Values, each with how often it is so',
  ),
]);

const wishSchema = z.strictObject({
  fates: optional(
    z.partialRecord(fate, wholeSchema(0, 40)),
    'At least so many of the items that are asked about end so; 0: none of them does',
  ),
  gates: optional(
    z.partialRecord(gate, wholeSchema(0, 40)),
    'At least so many of the items that are asked about are decided at this gate; 0: none',
  ),
  rules: optional(
    z.array(rule).check(z.maxLength(40)),
    'Rules of which each decides one of the items that are asked about',
  ),
  sameRule: optional(few, 'At most so many of the items that are asked about are stopped by one rule'),
  outcome: optional(z.union([outcome, z.array(outcome).check(z.minLength(1))]), 'How the restore ends'),
  notThere: optional(
    z.array(idSchema).check(z.minLength(1)),
    'Items that are not on the phone at the end: what the customer complains of',
  ),
  settledByQuestions: optional(z.literal(true), 'No two causes have the same answers to all questions'),
});

const { edition, route, world, script } = scenarioSchema.shape;
const caseSchema = z.strictObject({
  scenario: optional(
    z
      .string()
      .check(
        z.regex(/^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/, 'the name of a scenario, such as theme/what-happens'),
      ),
    'A scenario that exists, by its name; instead of “world”',
  ),
  customer: optional(textSchema(2000), 'What the customer says, in their own words'),
  edition: optional(edition),
  route: optional(route),
  world: optional(world),
  script: optional(script),
  vary: optional(
    z.record(z.string().check(z.minLength(1), z.maxLength(200)), axis),
    'What differs from learner to learner: paths as in “change” of an attempt, each with its values',
  ),
  asked: optional(
    z.array(idSchema).check(z.minLength(1)),
    'Items that may be asked about; all of the world unless said otherwise',
  ),
  draw: optional(few, 'How many of them one variant asks about, in the order of the file; the world keeps them all'),
  want: optional(wishSchema, 'What a variant must lead to; another is drawn until it does'),
});

const ask = z.enum(keysOf(QUESTION_KINDS));
const taskSchema = z.union([
  z.strictObject({
    example: caseName,
    stopAt: optional(
      z.array(idSchema).check(z.minLength(1)),
      'Items at whose turn it stops, for the learner to say why; else at each drop',
    ),
  }),
  z.strictObject({
    predict: caseName,
    ask: byDefault(z.array(ask).check(z.minLength(1)), ['fate'], 'What is asked of each item'),
    reveal: byDefault(
      z.enum(['at each drop', 'at each gate', 'at the end']),
      'at each drop',
      'Where the story stops by itself after the bets are locked',
    ),
  }),
  z.strictObject({
    twin: caseName,
    about: optional(
      z.array(confusion).check(z.minLength(1)),
      'Pairs of fates, one of which the item has here and the other in its twin; else any',
    ),
  }),
  z.strictObject({
    say: caseName,
    items: byDefault(few, 3, 'For how many items the sentence for the customer is chosen'),
  }),
  z.strictObject({
    diagnose: caseName,
    about: described(idSchema, 'The item that the customer misses'),
    rounds: byDefault(few, 1, 'How many customers call, each with a cause of their own'),
    wrongName: byDefault(wholeSchema(0, 20), 2, 'How many questions a cause costs that is named and wrong'),
    shows: optional(
      z.enum(['causes left']),
      'causes left: after each answer it is told how many causes are still possible',
    ),
    afterwards: optional(z.enum(['say']), 'say: at last the sentence for the customer is chosen'),
  }),
  z.strictObject({
    debrief: described(z.enum(['by confusion', 'by rule', 'by question']), 'How the talk at the end is ordered'),
  }),
]);

const SHARE = /^(?:100|[1-9]?\d) ?%$/;
const percent = readAs(z.union([z.string(), z.number()]), (written, context) => {
  if (typeof written === 'string' && SHARE.test(written)) return Number(written.replace('%', '')) / 100;
  return refuseValue(context, 'a share such as 80 %');
});

export const lessonSchema = z.strictObject({
  title: described(textSchema(200), 'One line: what it is about, without its answer'),
  why: described(textSchema(2000), 'What the learner can do afterwards'),
  minutes: described(wholeSchema(1, 480), 'How long it takes'),
  pass: byDefault(percent, 0.8, 'The share of right answers with which it is passed, such as 80 %'),
  teaches: described(
    z.strictObject({
      confusions: byDefault(z.array(confusion), [], 'Pairs of fates that are told apart'),
      rules: byDefault(z.array(rule), [], 'Rules that are met'),
    }),
    'What is learnt; each of it must come up in some variant',
  ),
  cases: described(z.record(idSchema, caseSchema), 'What is played, by names'),
  tasks: described(z.array(taskSchema).check(z.minLength(1), z.maxLength(60)), 'What the learner does, in this order'),
});

/** The lesson as it stands in the file, checked. */
export type StatedLesson = z.output<typeof lessonSchema>;
export type Task = z.output<typeof taskSchema>;
export type Wish = z.output<typeof wishSchema>;
export type SayTask = Extract<Task, { say: string }>;
export type DiagnoseTask = Extract<Task, { diagnose: string }>;
export type DebriefTask = Extract<Task, { debrief: string }>;

export const TASK_KINDS = ['example', 'predict', 'twin', 'say', 'diagnose', 'debrief'] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** One thing that differs from variant to variant, with its possible values and how often each is so. */
export interface Axis {
  readonly path: string;
  readonly values: readonly { readonly value: string; readonly weight: number }[];
}

export interface LessonCase {
  readonly name: string;
  readonly customer?: string;
  /** Before anything varies. */
  readonly scenario: Scenario;
  readonly vary: readonly Axis[];
  /** Items that may be asked about, in the order of the world. */
  readonly asked: readonly string[];
  readonly draw?: number;
  readonly want: Wish;
}

/** A lesson ready to be given. */
export interface Lesson {
  /** The name of its file without the ending, such as `02-the-four`: part of every seed. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly minutes: number;
  /** From 0 to 1. */
  readonly pass: number;
  readonly teaches: { readonly confusions: readonly Confusion[]; readonly rules: readonly string[] };
  readonly cases: Readonly<Record<string, LessonCase>>;
  readonly tasks: readonly Task[];
  /** The file as plain data: a package carries it, and it is read again from there. */
  readonly stated: Readonly<Record<string, unknown>>;
}

export const taskKindOf = (task: Task): TaskKind => TASK_KINDS.find((kind) => kind in task) as TaskKind;

/** The case that a task is about; a debrief looks back at all of them. */
export const caseOfTask = (task: Task): string | undefined =>
  'example' in task
    ? task.example
    : 'predict' in task
      ? task.predict
      : 'twin' in task
        ? task.twin
        : 'say' in task
          ? task.say
          : 'diagnose' in task
            ? task.diagnose
            : undefined;
