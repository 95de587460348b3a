import { expect, test } from 'vitest';
import { answerOf, type CaseAnswer } from '../../../src/intake/answer.ts';
import { questionsOf } from '../../../src/intake/asking.ts';
import { yamlOf } from '../../../src/intake/case-file-text.ts';
import { scenarioOf } from '../../../src/intake/case-scenario.ts';
import { decidingOf, refined } from '../../../src/intake/deciding.ts';
import { type Draft, draftOf, newDraft } from '../../../src/intake/draft.ts';
import { edit } from '../../../src/intake/edit.ts';
import { CARD_ORDER, DONT_KNOW, type SaidAnswer } from '../../../src/intake/question.ts';
import { beforeErase } from '../../../src/insight/before/before.ts';
import { storyAt, stuckAt } from '../../../src/insight/stuck/stuck.ts';
import { waysOf } from '../../../src/insight/ways/ways.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const told = (answers: Readonly<Record<string, SaidAnswer>>, from: Draft = newDraft('case', '2026-03-01')): Draft =>
  Object.entries(answers).reduce((draft, [question, answer]) => edit(draft, { question, answer }), from);

function answered(draft: Draft): CaseAnswer {
  const answer = answerOf(draft);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer;
}
const endOf = ({ items }: CaseAnswer, id: string) => items.find((item) => item.id === id)?.end;

const STORY = told({
  'oldPhone.same': 'no',
  'oldPhone.model': 'iPhone 12',
  'device.model': 'iPhone 16',
  'oldPhone.ios': '18.3',
  'device.ios': '18.3',
  backups: ['icloud'],
  route: 'icloud',
  'backups.icloud.made': '3 weeks',
  items: ['whatsapp', 'photos'],
  'services.photos.now': 'off',
});

test('a case is told in the order of a support call, and every question can be left open', () => {
  const questions = questionsOf(STORY);
  expect([...new Set(questions.map(({ card }) => card))]).toEqual(CARD_ORDER);
  for (const { id } of questions)
    expect(questionsOf(edit(STORY, { question: id, answer: DONT_KNOW })).find((each) => each.id === id)).toMatchObject({
      answer: null,
      state: 'not-known',
    });
});

test('what nobody has said is no fact, and its answers tell what follows', () => {
  const answer = answered(STORY);
  expect(answer.items.find(({ id }) => id === 'photos')).toMatchObject({
    end: 'depends',
    rule: null,
    dependsOn: ['services.photos.atBackup'],
  });
  const decides = decidingOf(STORY).questions.find(({ question }) => question === 'services.photos.atBackup');
  expect(
    decides?.consequences.map(({ words, items }) => [words, items.map(({ end, word }) => `${end}: ${word}`)]),
  ).toEqual([
    ['On', ['does-not: Never in backup']],
    ['Off', ['comes: Restored']],
  ]);
  expect(endOf(answered(told({ 'services.photos.atBackup': 'off' }, STORY)), 'photos')).toBe('comes');
});

test('the file of a case plays to the same, and reads as a draft again', () => {
  const scenario = loadScenario(yamlOf(STORY), 'case.yaml');
  const { fingerprint } = answered(STORY);
  expect(play(scenario).fingerprints.outcome).toBe(fingerprint);
  expect(answered(draftOf(scenario)).fingerprint).toBe(fingerprint);
});

test('a mistake stands at its question', () => {
  const made = scenarioOf(told({ 'backups.icloud.made': '2026-05-01' }, STORY));
  expect(made.ok ? [] : made.problems.map(({ question }) => question)).toEqual(['backups.icloud.made']);
});

test('what is refined tells nothing of an open question as a fact', () => {
  const draft = told({ 'device.ios': DONT_KNOW, 'device.latestIos': '7.1' }, STORY);
  const deciding = decidingOf(draft);
  const all = refined(answered(draft), deciding);
  expect(deciding.first?.question).toBe('device.ios');
  expect(all.items.map(({ end }) => end)).toEqual(all.items.map(() => 'depends'));
});

test('two questions that decide only together are found', () => {
  const draft = told({ 'device.ios': DONT_KNOW, 'device.latestIos': DONT_KNOW }, STORY);
  const { questions } = decidingOf(draft);
  const ios = questions.find(({ question }) => question === 'device.ios');
  expect(ios?.together.map(({ question, words }) => [question, words])).toEqual([
    ['device.latestIos', 'No, it stays as it is'],
  ]);
  expect(
    questions.find(({ question }) => question === 'device.latestIos')?.together.map(({ question }) => question),
  ).toEqual(['device.ios']);
  const all = refined(answered(draft), decidingOf(draft));
  expect(all.items.map(({ end }) => end)).toEqual(all.items.map(() => 'depends'));
});

test('the customer’s own look is held against what was to be expected', () => {
  const draft = told({ 'services.photos.atBackup': 'off' }, STORY);
  const found = edit(edit(draft, { item: 'photos', found: 'missing' }), { item: 'whatsapp', found: 'there' });
  const agrees = Object.fromEntries(answered(found).items.map(({ id, agrees: each }) => [id, each]));
  expect(agrees).toEqual({ photos: false, whatsapp: true, 'whatsapp-chats': null });
});

test('a case answers ways, the erase and a standstill as any scenario does', () => {
  const made = scenarioOf(STORY);
  if (!made.ok) throw new Error('no scenario');
  expect(waysOf(made.scenario).ways.map(({ kind }) => kind)).toContain('icloud');
  expect(beforeErase(made.scenario).may).toBeDefined();
  const story = storyAt(made.scenario, { end: true });
  expect(story && stuckAt(story).state).toBe('over');
});

test('in which order things were added leaves no trace', () => {
  const added = (...tiles: readonly string[]) =>
    tiles.reduce((draft, tile) => edit(draft, { addTile: tile }), newDraft('case'));
  expect(added('signal', 'photos', 'photos', 'app')).toEqual(added('photos', 'app', 'signal', 'photos'));
});

test('what does not fit together is told in plain data, which goes from thread to thread', () => {
  // Nothing comes after the day on which the case plays.
  const answer = answerOf(told({ 'backups.icloud.made': '2026-04-01' }, STORY));
  expect(answer.ok).toBe(false);
  expect(structuredClone(answer)).toEqual(answer);
});
