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
import { customersOf } from '../../src/teach/diagnose/customers.ts';
import { causeOf } from '../../src/teach/diagnose/game.ts';
import { ruleSpokenOf } from '../../src/run/ledger.ts';
import { putQuestions } from '../../src/teach/task-questions.ts';
import { wordOfContrast } from '../../src/teach/task-marks.ts';
import { twinOf } from '../../src/teach/twin.ts';
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
/** Of the pairs in a class, those with equal answers. */
const MOST_EQUAL = 0.01;
/**
 * A twin is a single question: of some twenty things that may differ one does. Whoever looks at a neighbour sees the
 * place of an answer at most, and the four of them stand in another order for each learner.
 */
const MOST_EQUAL_TWINS = 0.25;

const placesOf = ({ tasks }: Lesson): number[] =>
  tasks.flatMap((task, place) => (caseOfTask(task) === undefined ? [] : [place]));
const draw = (lesson: Lesson, place: number, learner: string): Variant =>
  variantOf(lesson, place, learner, { digest: nodeDigest });

/** Of tasks that come again to a case, which then has been played: so many learners. */
const AGAIN = 1000;

test.each(LESSON_IDS)('%s: ten thousand learners each get a case that leads to what is wanted', (id) => {
  const lesson = lessonNamed(id);
  const seen = new Set<string>();
  for (const place of placesOf(lesson)) {
    const name = must(caseOfTask(must(lesson.tasks[place], 'a task')), 'a case');
    const wishes = wishesOf(must(lesson.cases[name], name).want);
    const learners = seen.has(name) ? AGAIN : LEARNERS;
    seen.add(name);
    const missed: string[] = [];
    const began = performance.now();
    let tries = 0;
    for (let n = 0; n < learners; n += 1) {
      const variant = draw(lesson, place, `learner-${n}`);
      tries += variant.tries;
      const rows = variant.items.map((item) => must(variant.played.rows.get(item.id), item.id));
      if (!wishes.every((wish) => wish.holds(variant.played, rows))) missed.push(`learner-${n}`);
    }
    expect(missed).toEqual([]);
    const each = ((performance.now() - began) / learners).toFixed(1);
    console.log(
      `${id}, task ${place + 1}, ${name}: ${learners} times, ${(tries / learners).toFixed(1)} tries, ${each} ms`,
    );
  }
});

test.each(LESSON_IDS)('%s: two hundred learners find nothing wrong with it', (id) => {
  expect(checkLessonPlayed(lessonNamed(id), { learners: 200, digest: nodeDigest }).faults).toEqual([]);
});

/** What is right in a task, as it is handed in; what would have helped takes searches, and parts nobody further. */
function keysOf(variant: Variant): string {
  const { task, items, lesson, taskIndex, learner } = variant;
  if ('diagnose' in task) return customersOf(lesson, taskIndex, learner, { digest: nodeDigest }).map(causeOf).join();
  if ('twin' in task) {
    const twin = twinOf(variant, task.about);
    return twin ? `${twin.item.id} ${wordOfContrast(must(twin.options[twin.key], 'what differs'))}` : 'none';
  }
  const asked = 'predict' in task ? task.ask : (['say'] as const);
  const told = 'say' in task ? putQuestions(variant).flatMap(({ item }) => item ?? []) : items;
  return told
    .map((item) => {
      const row = must(variant.played.rows.get(item.id), item.id);
      const key = { fate: row.fate, gate: row.gate, rule: row.rule, say: ruleSpokenOf(row), ask: row.missing };
      return [item.id, ...asked.map((kind) => (kind in key ? key[kind as keyof typeof key] : ''))].join(' ');
    })
    .join();
}

test('a variant is drawn fast, and in a class hardly a pair in a hundred has the same answers', () => {
  const times: number[] = [];
  const tooMany: string[] = [];
  for (const id of LESSON_IDS) {
    const lesson = lessonNamed(id);
    for (const place of placesOf(lesson)) {
      const task = must(lesson.tasks[place], 'a task');
      const one = must(lesson.cases[must(caseOfTask(task), 'a case')], id);
      // A case that does not vary is the same for everybody.
      if (one.vary.length === 0 || 'example' in task) continue;
      let equal = 0;
      // To look for a twin takes long.
      const classes = 'twin' in task ? 1 : CLASSES;
      for (let first = 0; first < classes; first += 1) {
        const keys = Array.from({ length: CLASS }, (_, n) => {
          const began = performance.now();
          const variant = draw(lesson, place, `class-${first}-${n}`);
          times.push(performance.now() - began);
          return keysOf(variant);
        });
        equal += keys.reduce((sum, key, n) => sum + keys.slice(n + 1).filter((other) => other === key).length, 0);
      }
      const share = equal / ((classes * CLASS * (CLASS - 1)) / 2);
      console.log(`${id}, task ${place + 1}: ${(100 * share).toFixed(2)} % of pairs with equal answers`);
      if (share > ('twin' in task ? MOST_EQUAL_TWINS : MOST_EQUAL))
        tooMany.push(`${id}, task ${place + 1}: ${(100 * share).toFixed(2)} %`);
    }
  }
  const median = must(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)], 'a time');
  console.log(`median ${median.toFixed(1)} ms`);
  expect(tooMany).toEqual([]);
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
  readonly taught: ReadonlySet<string>;
}

function metIn(lesson: Lesson): Met[] {
  const met = new Map<string, Met>();
  const taught = new Set<string>(lesson.teaches.rules);
  for (const place of placesOf(lesson))
    for (let n = 0; n < 40; n += 1) {
      const { scenario, items, played, drawn, case: one } = draw(lesson, place, `learner-${n}`);
      const rows = items.map((item) => must(played.rows.get(item.id), item.id));
      const spoke = new Set(
        rows.flatMap(({ rule: decided, under, backupCopy, syncWithheld, also }) =>
          [decided, under?.rule, backupCopy?.rule, syncWithheld, ...also].filter((rule) => typeof rule === 'string'),
        ),
      );
      met.set(`${one.name} ${JSON.stringify(drawn)}`, { scenario, rows, spoke, taught });
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

/** Worlds of a kind in which a mutant is looked for. */
const MOST_WORLDS = 12;
/** One value of many that a rule holds with is met by chance only: it is left to the scenarios. */
const MUTANTS = mutantsOf(RULES).filter(({ kind }) => kind !== 'narrower');

test('whatever is wrong in a rule that is taught, the key of some lesson is another', () => {
  const lessons = LESSON_IDS.map(lessonNamed);
  const taught = new Set<string>(lessons.flatMap(({ teaches }) => teaches.rules));
  const met = lessons.flatMap(metIn);
  const survivors: string[] = [];
  let noticed = 0;
  for (const mutant of MUTANTS) {
    const { rule, kind } = mutant;
    if (!taught.has(rule)) continue;
    const spoken = met
      .filter(({ spoke }) => spoke.has(rule))
      .toSorted((a, b) => Number(decides(b, rule)) - Number(decides(a, rule)))
      .slice(0, MOST_WORLDS);
    // A cell that is turned round makes the rule hold where it had nothing to say.
    const silent = met.filter((one) => one.taught.has(rule) && !one.spoke.has(rule)).slice(0, MOST_WORLDS);
    const worlds = kind === 'off' ? spoken : [...spoken, ...silent];
    if (worlds.some((world) => changesKey(world, mutant))) noticed += 1;
    else survivors.push(nameOf(mutant));
  }
  console.log(`${noticed} mutants of ${taught.size} rules that are taught change a key; ${survivors.length} do not`);
  console.log(survivors.join('\n'));
  expect(survivors.toSorted()).toEqual(Object.keys(SURVIVORS).toSorted());
});
