import type { Fate } from '../model/fates.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import type { Digest } from '../run/digest.ts';
import { ruleSpokenOf } from '../run/ledger.ts';
import { caseOfTask, type Lesson } from './lesson.ts';
import type { LessonFault } from './lesson-fault.ts';
import { namesTheCause } from './naming.ts';
import { customersOf } from './diagnose/customers.ts';
import { causeTasksOf, unsettled } from './diagnose/settled.ts';
import { choicesOf, type TryingLearner } from './players.ts';
import { rowOf } from './questions/question.ts';
import { type BetMark, scoreOf } from './score.ts';
import { marksOfTask } from './task-marks.ts';
import { twinOf } from './twin.ts';
import { type LessonShown, notShown } from './what-is-taught.ts';
import { NoVariant, type Variant, variantOf } from './variant.ts';

export interface LessonResult extends LessonShown {
  readonly faults: readonly LessonFault[];
  readonly learners: number;
  readonly variants: number;
}

export interface CheckOptions {
  readonly learners: number;
  readonly digest?: Digest | undefined;
  /** How many more may be asked, until everything that is taught has come up. */
  readonly most?: number;
}

/** Until everything that is taught has come up, so many learners are tried at most. */
const MOST_LEARNERS = 200;
/** Learners for whom a twin is looked for. */
const MOST_TWINS = 2;

const BOOK: Readonly<Record<string, Rule>> = RULES;

/**
 * Plays a lesson as a learner who knows everything, one who gets everything wrong, and one who guesses, each with
 * variants of their own.
 */
export class LessonCheck {
  readonly #lesson: Lesson;
  readonly #digest: Digest | undefined;
  readonly #faults = new Map<string, LessonFault>();
  readonly #rules = new Set<string>();
  readonly #gates = new Set<string>();
  readonly #together: Set<Fate>[] = [];
  readonly #guessed: BetMark[] = [];
  #learners = 0;
  #variants = 0;

  constructor(lesson: Lesson, digest?: Digest) {
    this.#lesson = lesson;
    this.#digest = digest;
  }

  /** One learner more, through all tasks; or only a look at what such a learner meets. */
  add(learner: string, answers = true): void {
    this.#learners += 1;
    for (const [index, task] of this.#lesson.tasks.entries()) {
      if (caseOfTask(task) === undefined) continue;
      const variant = this.#variantOf(index, learner);
      if (!variant) continue;
      const met = new Set<Fate>();
      const all = 'diagnose' in task ? this.#customersOf(variant) : [variant];
      for (const one of all) this.#see(one, met);
      this.#variants += all.length;
      this.#together.push(met);
      if (answers && all.length > 0) this.#answer(variant);
    }
  }

  get result(): LessonResult {
    return {
      faults: [...this.#faults.values(), ...notShown(this.#lesson, this.#shown, this.#learners), ...this.#tooEasy()],
      learners: this.#learners,
      variants: this.#variants,
      ...this.#shown,
    };
  }

  /** Whether something that is taught has not come up yet. */
  get lacks(): boolean {
    return notShown(this.#lesson, this.#shown, this.#learners).length > 0;
  }

  get #shown(): LessonShown {
    return { rules: this.#rules, gates: this.#gates, together: this.#together };
  }

  #fault(fault: LessonFault): void {
    this.#faults.set(`${fault.path.join('.')} ${fault.expected}`, fault);
  }

  #variantOf(index: number, learner: string): Variant | undefined {
    try {
      return variantOf(this.#lesson, index, learner, { digest: this.#digest });
    } catch (error) {
      if (!(error instanceof NoVariant)) throw error;
      const [worst] = error.failed.toSorted((a, b) => b.times - a.times);
      const path = ['cases', error.caseName, 'want'];
      this.#fault({
        path: worst ? [...path, ...worst.wish.path] : path,
        expected: worst ? worst.wish.says : 'conditions that go together',
        got: worst
          ? `not so in ${worst.times} of ${error.tries} tries`
          : `none of ${error.tries} tries could be played`,
      });
      return undefined;
    }
  }

  /** The customers of a task in which causes are looked for; none where nobody could find them. */
  #customersOf(variant: Variant): readonly Variant[] {
    const faults = causeTasksOf(this.#lesson)
      .filter(({ place }) => place === variant.taskIndex)
      .flatMap(unsettled);
    for (const fault of faults) this.#fault(fault);
    return faults.length > 0
      ? []
      : customersOf(this.#lesson, variant.taskIndex, variant.learner, { digest: this.#digest });
  }

  /** What comes up, and whether a title gives it away. */
  #see(variant: Variant, met: Set<Fate>): void {
    const { task, scenario } = variant;
    const about =
      'diagnose' in task
        ? variant.items.filter(({ id }) => id === task.about)
        : 'example' in task && task.stopAt
          ? variant.items.filter(({ id }) => task.stopAt?.includes(id))
          : variant.items;
    for (const item of about) {
      const row = rowOf(variant, item);
      const { fate, gate, rule } = row;
      if (fate === null) continue;
      met.add(fate);
      if (gate !== null) this.#gates.add(gate);
      for (const one of [rule, ruleSpokenOf(row)]) if (one !== null) this.#rules.add(one);
      if ('example' in task) continue;
      const word = namesTheCause(item.title, scenario.route, fate, rule === null ? undefined : BOOK[rule]);
      if (word === undefined) continue;
      this.#fault({
        path: ['cases', variant.case.name, 'world', 'items', String(placeOf(variant, item.id)), 'title'],
        expected: 'a title that does not name the cause',
        got: `“${item.title}”: “${word}” is a word of ${rule === null ? '' : `the rule ${rule} or of `}“${fate}”`,
      });
    }
  }

  #answer(variant: Variant): void {
    const { task } = variant;
    if ('example' in task) return;
    // To look for a twin takes up to a hundred runs.
    if ('twin' in task && this.#learners > MOST_TWINS) return;
    const path = ['tasks', String(variant.taskIndex)];
    if ('twin' in task && twinOf(variant, task.about) === null)
      this.#fault({
        path,
        expected: 'a condition with which something else becomes of an item',
        got: `none in the variant of “${variant.learner}”`,
      });
    const perfect = this.#shareOf(variant, 'perfect');
    if (perfect !== 1)
      this.#fault({ path, expected: 'all points for who knows everything', got: `${percent(perfect)} of them` });
    const wrong = this.#shareOf(variant, 'wrong');
    if (wrong !== 0)
      this.#fault({ path, expected: 'no point for who gets everything wrong', got: `${percent(wrong)} of them` });
    this.#guessed.push(...this.#marksBy(variant, 'guess'));
  }

  #marksBy(variant: Variant, player: TryingLearner): readonly BetMark[] {
    return marksOfTask(variant, { locked: true, choices: choicesOf(player, variant) });
  }

  /** Of what was asked: where nothing was, everything and nothing is right. */
  #shareOf(variant: Variant, player: TryingLearner): number {
    const marks = this.#marksBy(variant, player);
    return marks.length === 0 ? Number(player === 'perfect') : scoreOf(marks, 1).share;
  }

  /** Who guesses must not pass. */
  #tooEasy(): LessonFault[] {
    if (this.#guessed.length < 30) return [];
    const { share, passed } = scoreOf(this.#guessed, this.#lesson.pass);
    return passed
      ? [{ path: ['pass'], expected: 'more than guessing gives', got: `who guesses has ${percent(share)}` }]
      : [];
  }
}

/** A whole check, for a door that has nothing to tell meanwhile. */
export function checkLessonPlayed(lesson: Lesson, { learners, digest, most = MOST_LEARNERS }: CheckOptions) {
  const check = new LessonCheck(lesson, digest);
  for (let n = 0; n < learners || (n < most && check.lacks); n += 1) check.add(`learner-${n}`, n < learners);
  return check.result;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const placeOf = ({ scenario }: Variant, id: string): number => scenario.world.items.findIndex((item) => item.id === id);
