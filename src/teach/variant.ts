import { Draw } from '../model/draw.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import type { Item } from '../model/world.ts';
import type { Digest } from '../run/digest.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Run } from '../run/play.ts';
import type { Changes } from '../scenario/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { caseOfTask, type Lesson, type LessonCase, type Task } from './lesson.ts';
import { type Played, playedWith } from './played.ts';
import { type SingleWish, wishesOf } from './wishes.ts';

/** In `vary`: nothing changes there. */
export const UNCHANGED = 'unchanged';

/** One case as one learner meets it in one task: drawn, played, and found to lead to what the lesson wants. */
export interface Variant {
  readonly lesson: Lesson;
  readonly case: LessonCase;
  readonly task: Task;
  /** The place of the task in the lesson, from 0. */
  readonly taskIndex: number;
  readonly learner: string;
  /** The call, where several customers call in one task; else 0. */
  readonly round: number;
  /** The text that decided it, with the number of the try: draw what else has to be drawn with more behind it. */
  readonly seed: string;
  /** How often was drawn until the wishes held, from 1. */
  readonly tries: number;
  /** What `vary` gave. */
  readonly drawn: Changes;
  readonly scenario: Scenario;
  /** Where everything ended: the key to all questions. */
  readonly played: Played;
  /** Played to its end. */
  readonly run: Run;
  /** The items that are asked about, in the order of the world. */
  readonly items: readonly Item[];
}

export interface DrawOptions {
  readonly round?: number;
  readonly digest?: Digest | undefined;
}

/** More than any lesson needs whose wishes can be met. */
export const MOST_TRIES = 500;

/** The learner's part of a seed, as a trainer gives it. */
export const LEARNER_CODE = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;
/** The codes in a text that somebody typed, each once, with blanks, commas or semicolons between them. */
export const codesIn = (text: string): readonly string[] => [
  ...new Set(text.split(/[\s,;]+/).filter((code) => code !== '')),
];

/** What a lesson wants and no try led to, with how often each wish failed. */
export class NoVariant extends InputError {
  readonly caseName: string;
  readonly tries = MOST_TRIES;
  readonly failed: readonly { readonly wish: SingleWish; readonly times: number }[];
  /** Tries whose conditions do not go together. */
  readonly impossible: number;

  constructor(one: LessonCase, failed: NoVariant['failed'], impossible: number) {
    const [worst] = failed.toSorted((a, b) => b.times - a.times);
    const why =
      worst === undefined
        ? 'its conditions never go together'
        : `what fails most is “${worst.wish.says}” (${worst.times} times)`;
    super([
      {
        file: one.scenario.id,
        message: `none of ${MOST_TRIES} variants of the case “${one.name}” leads to what it wants: ${why}`,
        advice: 'Let more vary, draw more items, or want less.',
      },
    ]);
    this.caseName = one.name;
    this.failed = failed;
    this.impossible = impossible;
  }
}

/**
 * The case of a task as this learner meets it. Equal inputs give an equal variant, everywhere. Throws `NoVariant` for a
 * lesson whose wishes nothing leads to.
 */
export function variantOf(lesson: Lesson, taskIndex: number, learner: string, options: DrawOptions = {}): Variant {
  const { round = 0, digest } = options;
  const task = must(lesson.tasks[taskIndex], `task ${taskIndex}`);
  const name = must(caseOfTask(task), 'the case of a task that has one');
  const one = must(lesson.cases[name], `the case ${name}`);
  const wishes = wishesOf(one.want);
  const failed = new Map<SingleWish, number>();
  let impossible = 0;
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    const seed = `${lesson.id}/${name}/${learner}#${taskIndex}.${round}.${tries}`;
    const draw = new Draw(seed);
    const drawn = drawConditions(one, draw);
    const chosen = new Set(draw.some(one.asked, one.draw ?? one.asked.length));
    const played = playedWith(one, drawn, digest);
    if (!played) {
      impossible += 1;
      continue;
    }
    const items = played.scenario.world.items.filter(({ id }) => chosen.has(id) && hasEnded(played.rows.get(id)));
    const rows = items.map(({ id }) => must(played.rows.get(id), `the row of ${id}`));
    const unmet = wishes.filter((wish) => !wish.holds(played, rows));
    for (const wish of unmet) {
      const before = failed.get(wish);
      failed.set(wish, before === undefined ? 1 : before + 1);
    }
    if (unmet.length > 0 || items.length === 0) continue;
    return {
      lesson,
      case: one,
      task,
      taskIndex,
      learner,
      round,
      seed,
      tries,
      drawn,
      scenario: played.scenario,
      played,
      get run() {
        return played.run;
      },
      items,
    };
  }
  throw new NoVariant(
    one,
    [...failed].map(([wish, times]) => ({ wish, times })),
    impossible,
  );
}

function drawConditions({ vary }: LessonCase, draw: Draw): Changes {
  // By path: which stands first in the file makes no difference.
  const drawn = vary
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
    .map(({ path, values }) => [path, draw.weighted(values).value] as const);
  return Object.fromEntries(drawn.filter(([, value]) => value !== UNCHANGED));
}

/** Of what is still on its way when the story ends nobody can say where it ends. */
const hasEnded = (row: LedgerRow | undefined): boolean => row !== undefined && row.fate !== null;
