import { expect, test } from 'vitest';
import { must } from '../../src/model/must.ts';
import { InputError } from '../../src/model/problem.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import { play } from '../../src/run/play.ts';
import type { LedgerRow } from '../../src/run/ledger.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { nodeDigest } from '../../src/cli/digest.ts';
import { caseOfTask, type Lesson } from '../../src/teach/lesson.ts';
import { checkLessonPlayed } from '../../src/teach/lesson-check.ts';
import { feedbackOn } from '../../src/teach/feedback.ts';
import { ruleSpokenOf } from '../../src/teach/questions/question.ts';
import { choicesOf } from '../../src/teach/players.ts';
import { marksOf } from '../../src/teach/score.ts';
import { type Variant, variantOf } from '../../src/teach/variant.ts';
import { wishesOf } from '../../src/teach/wishes.ts';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';
import SURVIVORS from './lesson-survivors.json' with { type: 'json' };
import { type Mutant, mutantsOf, nameOf } from './rule-mutants.ts';

const LEARNERS = 10_000;
/** A class is thirty; so many classes are looked at. */
const CLASS = 30;
const CLASSES = 20;

const placesOf = ({ tasks }: Lesson): number[] =>
  tasks.flatMap((task, place) => (caseOfTask(task) === undefined ? [] : [place]));
const draw = (lesson: Lesson, place: number, learner: string): Variant =>
  variantOf(lesson, place, learner, { digest: nodeDigest });

test.each(LESSON_IDS)('%s: ten thousand learners each get a case that leads to what is wanted', (id) => {
  const lesson = lessonNamed(id);
  for (const place of placesOf(lesson).slice(0, 2)) {
    const wishes = wishesOf(
      must(lesson.cases[must(caseOfTask(must(lesson.tasks[place], 'a task')), 'a case')], 'it').want,
    );
    const missed: string[] = [];
    let tries = 0;
    for (let n = 0; n < LEARNERS; n += 1) {
      const variant = draw(lesson, place, `learner-${n}`);
      tries += variant.tries;
      const rows = variant.items.map((item) => must(variant.played.rows.get(item.id), item.id));
      if (!wishes.every((wish) => wish.holds(variant.played, rows))) missed.push(`learner-${n}`);
    }
    expect(missed).toEqual([]);
    console.log(`${id}, task ${place + 1}: ${(tries / LEARNERS).toFixed(1)} tries each`);
  }
});

test.each(LESSON_IDS)('%s: two hundred learners find nothing wrong with it', (id) => {
  expect(checkLessonPlayed(lessonNamed(id), { learners: 200, digest: nodeDigest }).faults).toEqual([]);
});

test('a variant is drawn fast, and in a class few have the same answers', () => {
  const times: number[] = [];
  let equal = 0;
  let pairs = 0;
  for (const id of LESSON_IDS) {
    const lesson = lessonNamed(id);
    // As they are handed in: all predictions of a lesson. A case that does not vary is the same for everybody.
    const places = lesson.tasks.flatMap((task, place) =>
      'predict' in task && must(lesson.cases[task.predict], task.predict).vary.length > 0 ? [place] : [],
    );
    if (places.length === 0) continue;
    for (let first = 0; first < CLASSES; first += 1) {
      const keys = Array.from({ length: CLASS }, (_, n) =>
        places
          .flatMap((place) => {
            const began = performance.now();
            const variant = draw(lesson, place, `class-${first}-${n}`);
            times.push(performance.now() - began);
            return variant.items.map((item) => `${item.id} ${variant.played.rows.get(item.id)?.fate}`);
          })
          .join(),
      );
      const same = keys.map((key, n) => keys.slice(n + 1).filter((other) => other === key).length);
      equal += same.reduce((sum, count) => sum + count, 0);
      pairs += (CLASS * (CLASS - 1)) / 2;
    }
  }
  const median = must(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)], 'a time');
  console.log(`median ${median.toFixed(1)} ms; ${((100 * equal) / pairs).toFixed(2)} % of pairs with equal answers`);
  expect(equal / pairs).toBeLessThanOrEqual(0.01);
  expect(median).toBeLessThanOrEqual(40);
});

test('every wrong bet of a guessing class has its feedback: what tells apart, the rule, the source', () => {
  for (const id of LESSON_IDS) {
    const lesson = lessonNamed(id);
    for (const [place, task] of lesson.tasks.entries()) {
      if (!('predict' in task)) continue;
      for (let n = 0; n < 10; n += 1) {
        const variant = draw(lesson, place, `learner-${n}`);
        for (const mark of marksOf(variant, { locked: true, choices: choicesOf('guess', variant) })) {
          if (mark.item === undefined) continue;
          const { apart, rule, sources, headline, harm } = feedbackOn(variant, mark);
          expect(apart.length, `${id} ${mark.item}`).toBeGreaterThan(40);
          expect(headline).not.toBe('');
          expect(sources.length, `${id} ${mark.item}`).toBeGreaterThan(0);
          if (mark.truth.rule !== null) expect(rule?.id).toBe(mark.truth.rule);
          if (mark.confusion !== undefined) expect(harm).not.toBeNull();
        }
      }
    }
  }
});

/** A world that learners meet, and the rows whose verdict is a key. */
interface Met {
  readonly scenario: Scenario;
  readonly rows: readonly LedgerRow[];
  readonly spoke: ReadonlySet<string>;
}

function metIn(lesson: Lesson): Met[] {
  const met = new Map<Scenario, Met>();
  for (const place of placesOf(lesson))
    for (let n = 0; n < 40; n += 1) {
      const { scenario, items, played } = draw(lesson, place, `learner-${n}`);
      const rows = items.map((item) => must(played.rows.get(item.id), item.id));
      const spoke = new Set(
        rows.flatMap(({ rule, under, backupCopy, syncWithheld, also }) =>
          [rule, under?.rule, backupCopy?.rule, syncWithheld, ...also].filter((one) => typeof one === 'string'),
        ),
      );
      met.set(scenario, { scenario, rows, spoke });
    }
  return [...met.values()];
}

/** The keys of fate, gate and rule, and of what is said to the customer. */
const verdictOf = (row: LedgerRow): string => `${row.fate} ${row.gate} ${row.rule} ${ruleSpokenOf(row)}`;

const decides = ({ rows }: Met, rule: string): boolean =>
  rows.some((row) => row.rule === rule || ruleSpokenOf(row) === rule);

/** Whether the key of an item is another with this rule book. */
function changesKey({ scenario, rows }: Met, { book }: Mutant): boolean {
  try {
    const { ledger } = play(scenario, { book, refusalsMayFall: true, digest: nodeDigest });
    return rows.some((row) => verdictOf(must(ledger.row(row.id), row.id)) !== verdictOf(row));
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

/** One value of many that a rule holds with is met by chance only: it is left to the scenarios. */
const MUTANTS = mutantsOf(RULES).filter(({ kind }) => kind !== 'narrower');

test('whatever is wrong in a rule that is taught, the key of some lesson is another', () => {
  const lessons = LESSON_IDS.map(lessonNamed);
  const taught = new Set<string>(lessons.flatMap(({ teaches }) => teaches.rules));
  const met = lessons.flatMap(metIn);
  const survivors: string[] = [];
  let noticed = 0;
  for (const mutant of MUTANTS) {
    const { rule } = mutant;
    if (!taught.has(rule)) continue;
    const worlds = met
      .filter(({ spoke }) => spoke.has(rule))
      .toSorted((a, b) => Number(decides(b, rule)) - Number(decides(a, rule)))
      .slice(0, 12);
    if (worlds.some((world) => changesKey(world, mutant))) noticed += 1;
    else survivors.push(nameOf(mutant));
  }
  console.log(`${noticed} mutants of ${taught.size} rules that are taught change a key; ${survivors.length} do not`);
  console.log(survivors.join('\n'));
  expect(survivors.toSorted()).toEqual(Object.keys(SURVIVORS).toSorted());
});
