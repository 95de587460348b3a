import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { didYouMean } from '../../../src/model/near-word.ts';
import { formatProblem, InputError } from '../../../src/model/problem.ts';

const KNOWN = ['title', 'world', 'script', 'expect', 'edition', 'route', 'device'];

describe('didYouMean', () => {
  test.each([
    ['tilte', 'title'],
    ['Titel', 'title'],
    ['worlds', 'world'],
    ['devcie', 'device'],
    ['expects', 'expect'],
    ['EDITION', 'edition'],
  ])('“%s” was meant as “%s”', (word, meant) => {
    expect(didYouMean(word, KNOWN)).toBe(meant);
  });

  test.each(['banana', 'x', '', 'somethingentirelydifferent'])('“%s” is like none of them', (word) => {
    expect(didYouMean(word, ['title', 'expect', 'edition', 'device'])).toBeUndefined();
  });

  test('a known word is meant as itself, and one slip is forgiven', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KNOWN), fc.nat(6), (word, index) => {
        expect(didYouMean(word, KNOWN)).toBe(word);
        const slip = word.slice(0, index) + word.slice(index + 1);
        expect(didYouMean(slip, KNOWN)).toBe(word);
      }),
    );
  });

  test('a very long word does not keep anybody waiting', () => {
    expect(didYouMean('a'.repeat(1_000_000), KNOWN)).toBeUndefined();
  });
});

describe('formatProblem', () => {
  test('names the place, shows the line, points at the column and says what to do', () => {
    const problem = {
      file: 'a.yaml',
      line: 12,
      column: 5,
      excerpt: '    battery: 3',
      message: 'unknown key “battery”',
      advice: 'Did you mean “backup”?',
    };
    expect(formatProblem(problem)).toBe(
      [
        'a.yaml:12:5: unknown key “battery”',
        '  12 |     battery: 3',
        `${' '.repeat(7 + 4)}^`,
        '  Did you mean “backup”?',
      ].join('\n'),
    );
  });

  test('does without what is not known', () => {
    expect(formatProblem({ file: 'a.yaml', message: 'the file is empty' })).toBe('a.yaml: the file is empty');
  });

  test('an error lists all of its problems', () => {
    const error = new InputError([
      { file: 'a', message: 'one' },
      { file: 'b', line: 2, column: 1, message: 'two' },
    ]);
    expect(error.message).toBe('a: one\nb:2:1: two');
    expect(error.problems.length).toBe(2);
  });
});
