import { expect, test } from 'vitest';
import { SITUATION_AT_START, type Question } from '../../../src/rulebook/case/situation.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { Alike } from '../../../src/rulebook/judge/alike.ts';

const asking = (blocked: Question['situation']['blocked'], backup: Question['backup'] = null): Question =>
  ({ situation: { ...SITUATION_AT_START, blocked }, backup }) as Question;

test('Questions that agree in all the facts share one answer, and no others do', () => {
  const alike = new Alike<string | null>([FACTS['backup.chosen'], FACTS['restore.blocked']]);
  const asked: unknown[] = [];
  const find = ({ situation: { blocked } }: Question): string | null => {
    asked.push(blocked);
    return blocked;
  };
  const blocks = ['no-space', null, 'no-space', 'find-my', null] as const;
  expect(blocks.map((blocked) => alike.answer(asking(blocked), find))).toEqual(blocks);
  expect(new Set(asked).size).toBe(asked.length);
  const before = asked.length;
  alike.answer(asking('no-space', {} as Question['backup']), find);
  expect(asked).toHaveLength(before + 1);
});

test('An answer of nothing is an answer', () => {
  const alike = new Alike<null>([]);
  let times = 0;
  const find = (): null => {
    times += 1;
    return null;
  };
  alike.answer(asking(null), find);
  expect([alike.answer(asking(null), find), times]).toEqual([null, 1]);
});
