import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { LESSON_TEXT } from '../unit/teach/lesson-file.ts';
import { restoreSim } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-quiz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const lesson = join(folder, 'one.yaml');
writeFileSync(lesson, LESSON_TEXT);

interface Put {
  readonly tasks: readonly {
    readonly task: number;
    readonly questions: readonly { readonly id: string; readonly answers: readonly { readonly word: string }[] }[];
  }[];
}
interface Marked {
  readonly attempt: string;
  readonly marks: readonly {
    readonly task: number;
    readonly key: string;
    readonly item?: string;
    readonly question: string;
  }[];
  readonly score: { readonly share: number; readonly passed: boolean };
}

const answersOf = (name: string, lines: readonly string[]): string => {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
};

test('who answers as the marks say has all points; questions come without their answers', () => {
  const put = restoreSim(['quiz', lesson, '--seed', 'mara', '--json']);
  expect(put.status).toBe(0);
  expect(put.stdout).not.toContain('"key"');
  const { tasks } = JSON.parse(put.stdout) as Put;
  const first = tasks.flatMap(({ task, questions }) =>
    questions.map(({ id, answers }) => `${task} ${id} ${answers[0]?.word ?? ''} sure`),
  );
  const wrong = restoreSim(['quiz', lesson, '--seed', 'mara', '--json', '--answers', answersOf('first.txt', first)]);
  expect(wrong.status).toBe(1);
  const { marks } = JSON.parse(wrong.stdout) as Marked;
  const right = marks.map(
    ({ task, item, question, key }) => `${task} ${item === undefined ? question : `${item}.${question}`} ${key}`,
  );
  const all = restoreSim(['quiz', lesson, '--seed', 'mara', '--json', '--answers', answersOf('right.txt', right)]);
  expect(all.status).toBe(0);
  const { attempt, score } = JSON.parse(all.stdout) as Marked;
  expect(score).toMatchObject({ share: 1, passed: true });
  // The text of an attempt is answers too, whatever seed stands beside it.
  const again = restoreSim(['quiz', lesson, '--answers', answersOf('attempt.txt', [attempt])]);
  expect(again.status).toBe(0);
  expect(again.stdout).toContain('✓ 100 %');
});

test('answers that cannot be read are told with their line', () => {
  const file = answersOf('bad.txt', ['# mine', '1 films.fat pending', '1 films.fate pendign', '9 films.fate pending']);
  const { status, stderr } = restoreSim(['quiz', lesson, '--seed', 'mara', '--answers', file]);
  expect(status).toBe(2);
  expect(stderr).toContain(`${file}:2:1: there is no question “films.fat” here`);
  expect(stderr).toContain('Did you mean “pending”?');
  expect(stderr).toContain(`${file}:4:1: there is no task 9`);
});

test('a lesson with a mistake is told by check with its place, and a lesson is made of a scenario', () => {
  const broken = join(folder, 'broken.yaml');
  writeFileSync(broken, LESSON_TEXT.replace('predict: one', 'predict: won').replace('say: one', 'say: one'));
  const check = restoreSim(['check', lesson, broken, '--learners', '1']);
  expect(check.status).toBe(2);
  expect(check.stdout).toContain('broken.yaml:35:14');
  expect(check.stdout).toContain('there is no case “won” here');
  expect(check.stdout).toContain('✗ 1 failed, 1 passed');
  const made = join(folder, 'made.yaml');
  expect(restoreSim(['lesson', 'scenarios/app-rules/bound-to-one-device.yaml', '-o', made]).status).toBe(0);
  expect(readFileSync(made, 'utf8')).toContain('vary:');
  expect(restoreSim(['lesson', 'scenarios/app-rules/bound-to-one-device.yaml', '-o', made]).status).toBe(2);
  expect(restoreSim(['check', made, '--learners', '2'])).toMatchObject({ status: 0 });
});
