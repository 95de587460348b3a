import { Draw } from '../model/draw.ts';
import type { Fate } from '../model/fates.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import type { Digest } from '../run/digest.ts';
import type { TaskLog } from './attempt.ts';
import { fatesOf } from './confusions.ts';
import { caseOfTask, type Lesson } from './lesson.ts';
import { namesTheCause } from './naming.ts';
import { type PutQuestion, reasonOf, rowOf } from './questions/question.ts';
import { keyOf } from './questions/questions.ts';
import { type BetMark, marksOf, scoreOf } from './score.ts';
import { putQuestions } from './task-questions.ts';
import { NoVariant, type Variant, variantOf } from './variant.ts';

/** What is wrong with a lesson that can be read: seen by playing it. */
export interface LessonFault {
  /** Into the file. */
  readonly path: readonly string[];
  readonly expected: string;
  readonly got: string;
}

/** What a lesson shows to many learners. */
export interface LessonShown {
  /** Rules that decide about something that is asked about, shown or looked for. */
  readonly rules: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  /** Fates that are met in the course of one task. */
  readonly together: readonly ReadonlySet<Fate>[];
}

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

  /** One learner more, through all tasks. */
  add(learner: string): void {
    this.#learners += 1;
    for (const [index, task] of this.#lesson.tasks.entries()) {
      if (caseOfTask(task) === undefined) continue;
      const rounds = 'diagnose' in task ? task.rounds : 1;
      const met = new Set<Fate>();
      for (let round = 0; round < rounds; round += 1) {
        const variant = this.#variantOf(index, learner, round);
        if (!variant) break;
        this.#variants += 1;
        this.#see(variant, met);
        this.#answer(variant);
      }
      this.#together.push(met);
    }
  }

  get result(): LessonResult {
    return {
      faults: [...this.#faults.values(), ...this.#notShown(), ...this.#tooEasy()],
      learners: this.#learners,
      variants: this.#variants,
      rules: this.#rules,
      gates: this.#gates,
      together: this.#together,
    };
  }

  /** Whether something that is taught has not come up yet. */
  get lacks(): boolean {
    return this.#notShown().length > 0;
  }

  #fault(fault: LessonFault): void {
    this.#faults.set(`${fault.path.join('.')} ${fault.expected}`, fault);
  }

  #variantOf(index: number, learner: string, round: number): Variant | undefined {
    try {
      return variantOf(this.#lesson, index, learner, { round, digest: this.#digest });
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
      for (const one of [rule, reasonOf(row)]) if (one !== null) this.#rules.add(one);
      if ('example' in task) continue;
      const word = namesTheCause(item.title, scenario.route, fate, rule === null ? undefined : BOOK[rule]);
      if (word === undefined) continue;
      this.#fault({
        path: ['cases', variant.case.name, 'world', 'items', String(placeOf(variant, item.id)), 'title'],
        expected: 'a title that does not name the cause',
        got: `“${item.title}”: “${word}” is a word of ${rule === null ? `the fate “${fate}”` : `the rule ${rule} or of the fate “${fate}”`}`,
      });
    }
  }

  #answer(variant: Variant): void {
    const questions = putQuestions(variant);
    if (questions.length === 0) return;
    const path = ['tasks', String(variant.taskIndex)];
    const perfect = shareOf(variant, questions, (question) => place(question, keyOf(variant, question)));
    if (perfect !== 1)
      this.#fault({ path, expected: 'all points for who knows everything', got: `${percent(perfect)} of them` });
    const wrong = shareOf(variant, questions, (question) => place(question, keyOf(variant, question), true));
    if (wrong !== 0)
      this.#fault({ path, expected: 'no point for who gets everything wrong', got: `${percent(wrong)} of them` });
    const draw = new Draw(`${variant.seed}|guess`);
    this.#guessed.push(...marksOf(variant, logOfPlaces(questions.map(({ options }) => draw.below(options.length)))));
  }

  #notShown(): LessonFault[] {
    const { confusions, rules } = this.#lesson.teaches;
    return [
      ...rules.flatMap((rule, at): LessonFault[] =>
        this.#rules.has(rule)
          ? []
          : [
              {
                path: ['teaches', 'rules', String(at)],
                expected: `a variant in which “${rule}” decides about something that is asked about`,
                got: `none among ${this.#learners} learners`,
              },
            ],
      ),
      ...confusions.flatMap((confusion, at): LessonFault[] => {
        const [said, is] = fatesOf(confusion);
        if (this.#together.some((met) => met.has(said) && met.has(is))) return [];
        return [
          {
            path: ['teaches', 'confusions', String(at)],
            expected: `a variant in which something is “${said}” and something else “${is}”`,
            got: `none among ${this.#learners} learners`,
          },
        ];
      }),
    ];
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
  for (let n = 0; n < learners || (n < most && check.lacks); n += 1) check.add(`learner-${n}`);
  return check.result;
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const placeOf = ({ scenario }: Variant, id: string): number => scenario.world.items.findIndex((item) => item.id === id);

/** The place of an answer, or of the first that is another one. */
const place = ({ options }: PutQuestion, key: string, other = false): number =>
  options.findIndex(({ word }) => (word === key) !== other);

const logOfPlaces = (places: readonly number[]): TaskLog => ({
  locked: true,
  choices: places.map((option) => (option < 0 ? { did: 'none' } : { did: 'bet', option })),
});

const shareOf = (
  variant: Variant,
  questions: readonly PutQuestion[],
  choose: (question: PutQuestion) => number,
): number => scoreOf(marksOf(variant, logOfPlaces(questions.map(choose))), 1).share;
