import { describe, expect, test } from 'vitest';
import { YEAR } from '../../../src/model/time.ts';
import { checkLimits } from '../../../src/scenario/limits-check.ts';
import { byPlace, lineOfText, problemAt } from '../../../src/scenario/positions.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

type Script = Scenario['script'];
const scenario = (items: readonly number[], script: Script = [], attempts: readonly (Script | undefined)[] = []) =>
  ({
    world: { items: items.map((bytes) => ({ bytes })) },
    script,
    attempts: attempts.map((own) => ({ change: {}, script: own })),
  }) as unknown as Scenario;
const told = (...of: readonly [Scenario, number?]) =>
  checkLimits(...of).map(({ path, message, advice }) => `${path.join('.')}: ${message}${advice ? ` | ${advice}` : ''}`);
const acts = (count: number): Script =>
  Array.from({ length: count }, () => ({ do: 'screen.tapped' }) as Script[number]);

describe('what would never come to an end is refused', () => {
  const wait = (years: number): Script[number] => ({ wait: years * YEAR });
  const LONG = (attempts: string) =>
    `script: all waits together, in ${attempts}, are longer than 1000 years | Write shorter or fewer waits.`;

  test('waits of more than a thousand years, in all attempts together', () => {
    expect(told(scenario([], [wait(1000)]))).toEqual([]);
    expect(told(scenario([], [wait(1000), { wait: 1 }]))).toEqual([LONG('one attempt')]);
    expect(told(scenario([], [wait(1000), { wait: 'next' }, { end: 'here' }]))).toEqual([]);
    expect(told(scenario([], [{ wait: 'next' }, wait(1000), { wait: 1 }]))).toEqual([LONG('one attempt')]);
    expect(told(scenario([], [wait(500)], [undefined]))).toEqual([]);
    expect(told(scenario([], [wait(500)], [undefined, [{ wait: 1 }]]))).toEqual([LONG('3 attempts')]);
    expect(told(scenario([], [wait(500)], [[]]), 3)).toEqual([]);
    expect(told(scenario([], [wait(500)]), 3)).toEqual([LONG('3 attempts')]);
    const late = { do: 'screen.tapped', during: 'set-up', after: 1000 * YEAR + 1 } as unknown as Script[number];
    expect(told(scenario([], [late]))).toEqual([LONG('one attempt')]);
  });

  test('items of more than a thousand terabytes', () => {
    expect(told(scenario([6e14, 4e14]))).toEqual([]);
    expect(told(scenario([6e14, 4e14, 1]))).toEqual(['world.items: all items together are larger than 1000 TB']);
  });

  test('more to do than can be played, by too many acts or by too many attempts', () => {
    const thousand = Array.from({ length: 1000 }, () => 0);
    const many = (events: number, attempts: string) =>
      `1000 items with ${events} events in ${attempts} are more than can be played in sensible time | ` +
      'Use fewer items, fewer script entries or fewer attempts.';
    expect(told(scenario(thousand, acts(19_990)))).toEqual([]);
    expect(told(scenario(thousand, [...acts(19_990), { wait: 1 }]))).toEqual([]);
    expect(told(scenario(thousand, acts(19_991)))).toEqual([`script: ${many(19_991, 'one attempt')}`]);
    expect(told(scenario(thousand, [...acts(19_991), { wait: 1 }]))).toEqual([
      `script: ${many(19_991, 'one attempt')}`,
    ]);
    expect(told(scenario(thousand, [], []), 2000)).toEqual([]);
    expect(told(scenario(thousand, [], []), 2001)).toEqual([`attempts: ${many(0, '2001 attempts')}`]);
    expect(told(scenario(thousand, acts(10), []), 1001)).toEqual([`attempts: ${many(10, '1001 attempts')}`]);
    expect(told(scenario(thousand, acts(11), []), 1001)).toEqual([`script: ${many(11, '1001 attempts')}`]);
    expect(told(scenario(thousand, acts(5), [acts(20_000)]))).toEqual([`script: ${many(20_000, '2 attempts')}`]);
  });
});

describe('the line of a place', () => {
  test('is shown as it stands, without its end, and no longer than 400 characters', () => {
    expect(lineOfText('a\rb\r\n', 1)).toBe('a\rb');
    const text = `one\r\ntwo\n${'x'.repeat(500)}`;
    expect([1, 2, 3].map((line) => lineOfText(text, line))).toEqual(['one', 'two', 'x'.repeat(400)]);
    expect(lineOfText('one\n', 2)).toBe('');
  });

  test('comes with the problem, and no advice where there is none', () => {
    expect(problemAt('f', 'a\nb', { line: 2, column: 1 }, 'm')).toStrictEqual({
      file: 'f',
      line: 2,
      column: 1,
      excerpt: 'b',
      message: 'm',
    });
    expect(problemAt('f', 'a', { line: 1, column: 1 }, 'm', 'do').advice).toBe('do');
  });

  test('orders problems: by line, then by column, those without a place first', () => {
    const at = (line?: number, column?: number) => ({ file: 'f', message: `${line}:${column}`, line, column }) as never;
    const order = [at(2, 1), at(1, 5), at(), at(1, 2), at(1)].toSorted(byPlace) as { message: string }[];
    expect(order.map(({ message }) => message)).toEqual(['undefined:undefined', '1:undefined', '1:2', '1:5', '2:1']);
  });
});
