import { describe, expect, test } from 'vitest';
import { fault, said, type Fault } from './faults.ts';

describe('where several forms are allowed', () => {
  const union = (stated: unknown, ...errors: readonly (readonly Fault[])[]) =>
    said(fault('invalid_union', ['a'], { errors }), stated);
  const word = (...path: readonly PropertyKey[]) => fault('invalid_value', path, { values: ['elm'] });
  const type = (expected: string, ...path: readonly PropertyKey[]) => fault('invalid_type', path, { expected });
  const strange = fault('unrecognized_keys', [], { keys: ['e'] });
  const ALL = { a: { b: 1, c: { d: 1, e: 2 }, wait: 1, e: 2 } };

  test('none of which fits, all are told, with the first advice on quotes', () => {
    expect(union({}, [type('string')])).toEqual(['a key: missing “a”']);
    expect(union({ a: true }, [type('int'), type('array')], [type('string')], [type('array')])).toEqual([
      'a: a: true is not a whole number, or a text, or a list | Put it in quotes: "true". "',
    ]);
    expect(union({ a: {} }, [type('int')], [type('string')])).toEqual([
      'a: a: a group of keys is not a whole number, or a text',
    ]);
  });

  test.each<[what: string, better: readonly Fault[], worse: readonly Fault[]]>([
    ['fits at all', [strange], [type('string')]],
    ['fits in no part of its own', [strange, word('b')], [word('b'), type('string')]],
    ['knows all keys', [word('b')], [strange]],
    ['knows all keys, with as many faults', [word('b'), word('e')], [word('b'), strange]],
    ['has its first word', [word('b')], [type('int', 'b')]],
    ['waits', [type('int', 'wait')], [type('int', 'b')]],
    ['came further', [word('c', 'd')], [word('b')]],
    ['came further with one of its faults', [word('b'), word('c', 'd')], [word('b')]],
    ['has fewer faults', [word('b')], [word('b'), word('e')]],
  ])('the one is told that %s', (_what, better, worse) => {
    const alone = union(ALL, better);
    expect(alone).toHaveLength(better.length);
    expect(union(ALL, better, worse)).toEqual(alone);
    expect(union(ALL, worse, better)).toEqual(alone);
  });

  test.each<[what: string, one: readonly Fault[], other: readonly Fault[]]>([
    ['a wrong kind further in', [type('int', 'c', 'd')], [word('c', 'd')]],
    ['a wrong word', [word('b')], [word('wait')]],
  ])('%s makes none worse: of two that are alike the first is told', (_what, one, other) => {
    expect(union(ALL, one, other)).toEqual(union(ALL, one));
    expect(union(ALL, other, one)).toEqual(union(ALL, other));
  });
});
