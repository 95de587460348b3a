import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, type CaseAnswer } from '../../src/intake/answer.ts';
import { questionsOf } from '../../src/intake/asking.ts';
import { yamlOf } from '../../src/intake/case-file-text.ts';
import { decidingOf, refined } from '../../src/intake/deciding.ts';
import { asJson } from '../../src/intake/json.ts';
import { type Draft, draftOf } from '../../src/intake/draft.ts';
import { edit } from '../../src/intake/edit.ts';
import type { SaidAnswer } from '../../src/intake/question.ts';
import { questionsToTry, withAnswer } from '../../src/intake/trying.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import { calls, toldIn } from './calls.ts';
import { IN_FULL, law } from './law.ts';
import { AtTheCards } from './by-controls.ts';
import { rebuilt, saidAgain } from './rebuilding.ts';
import { retold } from './retold.ts';
import { dramas } from './worlds.ts';
import type { Plain } from './world-parts.ts';

const answerIn = (draft: Draft): CaseAnswer | undefined => {
  const answer = answerOf(draft);
  return answer.ok ? answer : undefined;
};
const fingerprintOf = (draft: Draft): string => {
  const answer = answerOf(draft);
  return answer.ok ? answer.fingerprint : JSON.stringify(answer.problems);
};

law(
  'each world can be built by edits from nothing, and plays to the same',
  dramas(),
  ({ scenario, run }) => {
    const { stated, id } = draftOf(scenario);
    const draft = rebuilt(stated, id);
    expect(draft.stated).toEqual(stated);
    expect(fingerprintOf(draft)).toBe(run.fingerprints.outcome);
  },
  4,
);

const USED = new Set<string>();
law(
  'each world can be built by the controls of the cards, and plays to the same',
  retold(),
  ({ stated }) => {
    const cards = new AtTheCards('case.yaml');
    cards.build(asJson(stated));
    for (const control of cards.used) USED.add(control);
    // The cards name the parts themselves; names decide nothing else.
    const same = scenarioFrom(cards.renamed(asJson(stated)) as Plain, 'case.yaml', (complaints) =>
      complaints.map(({ path, message }) => ({ file: 'case.yaml', message: `${path.join('.')}: ${message}` })),
    );
    expect(fingerprintOf(cards.draft)).toBe(play(same).fingerprints.outcome);
  },
  8,
);
// Two worlds need not use them all.
test.runIf(IN_FULL)('and the worlds use all kinds of controls for it', () => {
  const all = ['script[].do', 'script[].esim', 'attempts[].change', 'attempts[].script', 'world.items[].needs'];
  expect(all.filter((control) => !USED.has(control))).toEqual([]);
});

law(
  'to say again what is said changes nothing',
  dramas(),
  ({ scenario, run }) => {
    expect(fingerprintOf(saidAgain(draftOf(scenario)))).toBe(run.fingerprints.outcome);
  },
  8,
);

law(
  'the file of a world’s draft plays to the same',
  dramas(),
  ({ scenario, run }) => {
    const again = play(loadScenario(yamlOf(draftOf(scenario)), 'case.yaml'));
    expect(again.fingerprints.outcome).toBe(run.fingerprints.outcome);
  },
  6,
);

/** The parts of a case have to be there before anything is said of them. */
const PARTS = 3;
const inAnotherOrder = fc
  .tuple(calls(), fc.array(fc.nat(999), { minLength: 80, maxLength: 80, size: 'max' }))
  .map(([answers, places]) => {
    const shuffled = (some: typeof answers) =>
      some
        .map((answer, index) => ({ answer, place: places[index % places.length] }))
        .toSorted((a, b) => Number(a.place) - Number(b.place))
        .map(({ answer }) => answer);
    return { answers, other: [...shuffled(answers.slice(0, PARTS)), ...shuffled(answers.slice(PARTS))] };
  });
law(
  'in which order answers are given leaves no trace',
  inAnotherOrder,
  ({ answers, other }) => {
    expect(toldIn(other)).toEqual(toldIn(answers));
  },
  30,
);

law(
  'the answer to a call is the run of its file',
  calls(),
  (answers) => {
    const draft = toldIn(answers);
    const answer = answerIn(draft);
    // It goes from thread to thread, and so does what does not fit together.
    expect(structuredClone(answerOf(draft))).toEqual(answerOf(draft));
    if (!answer) return;
    expect(play(loadScenario(yamlOf(draft), 'case.yaml')).fingerprints.outcome).toBe(answer.fingerprint);
  },
  8,
);

const several = (kind: string, value: string): SaidAnswer => (kind === 'several' ? [value].filter(Boolean) : value);

/** Everything open answered, each by one of the answers that are played for it. */
const settled = (draft: Draft, { items }: CaseAnswer, pick: (most: number) => number): Draft =>
  questionsToTry(draft, new Set(items.flatMap(({ dependsOn }) => dependsOn)), false).reduce((current, toTry) => {
    const answer = toTry.answers[pick(toTry.answers.length)];
    return answer === undefined ? current : withAnswer(current, toTry, answer.value);
  }, draft);

const picks = fc.array(fc.nat(999), { minLength: 40, maxLength: 40, size: 'max' });
law(
  'what nobody knows is never told as a fact: however it turns out, what was told holds',
  fc.tuple(calls({ most: 3 }), picks),
  ([answers, numbers]) => {
    const draft = toldIn(answers);
    const answer = answerIn(draft);
    if (!answer) return;
    const told = refined(answer, decidingOf(draft));
    let at = 0;
    const pick = (most: number): number => Number(numbers[(at += 1) % numbers.length]) % Math.max(1, most);
    const known = answerIn(settled(draft, answer, pick));
    if (!known) return;
    for (const { id, end, rule } of told.items) {
      if (end === 'depends') expect(rule).toBeNull();
      else expect({ id, end: known.items.find((item) => item.id === id)?.end }).toEqual({ id, end });
    }
  },
  4,
);

law(
  'once the question that decides most is answered, nothing hangs on it any more',
  calls({ most: 3 }),
  (answers) => {
    const draft = toldIn(answers);
    const { first } = decidingOf(draft);
    // What decides only together is told for some answers of the others.
    if (!first || first.together.length > 0) return;
    for (const { answer: value, impossible, items } of first.consequences) {
      if (impossible !== null) continue;
      const kind = questionsOf(draft).find(({ id }) => id === first.question)?.kind;
      const next = edit(draft, { question: first.question, answer: several(String(kind), value) });
      const now = answerIn(next);
      const told = now && refined(now, decidingOf(next));
      expect(told?.items.filter(({ dependsOn }) => dependsOn.includes(first.question))).toEqual([]);
      // What was promised for this answer is what it comes to.
      const ends = new Map(now?.items.map(({ id, end }) => [id, end]));
      for (const { item, end } of items) expect({ item, end: ends.get(item) }).toEqual({ item, end });
    }
  },
  2,
);

test('the laws speak of cases in which something is open and something is not', () => {
  const drafts = fc.sample(calls(), { seed: 1, numRuns: 12 }).map((answers) => toldIn(answers));
  const states = drafts.flatMap((draft) => questionsOf(draft).map(({ state }) => state));
  expect(new Set(states)).toEqual(new Set(['answered', 'usual', 'open', 'not-known']));
  expect(drafts.filter((draft) => answerIn(draft) !== undefined).length).toBeGreaterThan(8);
});
