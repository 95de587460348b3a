import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonical } from '../../../src/model/canonical.ts';
import { EMPTY_CHAIN, fingerprintOf, fingerprintOfParts, Journal } from '../../../src/run/journal.ts';

const hash = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
const said = (name: string) => ({ type: 'message', to: 'simulation/restore', event: name }) as const;

/** Steps, each with the names of its messages. */
const written = (steps: readonly (readonly string[])[]): Journal => {
  const journal = new Journal();
  for (const [place, names] of steps.entries()) {
    for (const name of names) journal.append(place + 1, place * 1000, 'simulation/restore', said(name));
    journal.closeStep();
  }
  return journal;
};
const stories = fc.array(fc.array(fc.string(), { maxLength: 3 }), { minLength: 1, maxLength: 6 });

describe('the chain of a journal', () => {
  test('begins with the fingerprint of nothing', () => {
    expect(EMPTY_CHAIN).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(new Journal().chain).toEqual([EMPTY_CHAIN]);
  });

  test('has a link for each step: the SHA-256 of the link before and of the lines of the step', () => {
    fc.assert(
      fc.property(stories, (steps) => {
        const journal = written(steps);
        expect(journal.chain.length).toBe(steps.length + 1);
        for (const index of steps.keys()) {
          const lines = journal.lines
            .filter(({ step }) => step === index + 1)
            .map((line) => `\n${JSON.stringify(line)}`);
          expect(journal.chain[index + 1]).toBe(hash(`${journal.chain[index]}${lines.join('')}`));
        }
        expect(journal.fingerprint).toBe(journal.chain.at(-1));
      }),
    );
  });

  test('differs from the first step on in which something differs, and up to there not', () => {
    fc.assert(
      fc.property(stories, fc.nat(5), (steps, at) => {
        const index = at % steps.length;
        const other = steps.map((names, step) => (step === index ? [...names, 'one more'] : names));
        const [a, b] = [written(steps), written(other)];
        expect(b.chain.slice(0, index + 1)).toEqual(a.chain.slice(0, index + 1));
        for (let step = index + 1; step <= steps.length; step += 1) expect(b.chain[step]).not.toBe(a.chain[step]);
      }),
    );
  });

  test('goes on in a journal that was begun with what was written so far', () => {
    fc.assert(
      fc.property(stories, stories, (before, after) => {
        const whole = written(before);
        const again = new Journal(whole.lines, whole.chain);
        for (const journal of [whole, again]) {
          for (const names of after) {
            for (const name of names) journal.append(99, 0, 'simulation', said(name));
            journal.closeStep();
          }
        }
        expect(again.chain).toEqual(whole.chain);
        expect(again.toText()).toBe(whole.toText());
      }),
    );
  });
});

test('lines are numbered from 1 and written one to a line', () => {
  const journal = written([['a', 'b\nc'], ['d']]);
  const texts = journal.toText().trimEnd().split('\n');
  expect(texts.map((text) => JSON.parse(text) as unknown)).toEqual(journal.lines);
  expect(journal.lines.map(({ n }) => n)).toEqual([1, 2, 3]);
});

test('a long list is taken part by part, each once, whatever its length', () => {
  const told = (length: number) =>
    fingerprintOfParts(
      'head',
      Array.from({ length }, (_, at) => at),
      (texts) => [...texts].map((text) => text.split(',').length).join(' '),
    );
  expect([0, 1, 500, 501, 1000].map(told)).toEqual(['1', '1 1', '1 500', '1 500 1', '1 500 500']);
});

describe('fingerprints', () => {
  test('SHA-256 of known texts', () => {
    expect(fingerprintOf('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(fingerprintOf('é€😀')).toBe(hash('é€😀'));
  });

  test('of a long list are those of its canonical parts, and every place in it counts', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 1600, size: 'max' }), fc.nat(), (list, at) => {
        const head = { name: 'list' };
        const same = fingerprintOfParts({ name: 'list' }, [...list]);
        expect(fingerprintOfParts(head, list)).toBe(same);
        const changed = list.map((value, index) => (index === at % list.length ? value + 1 : value));
        expect(fingerprintOfParts(head, changed)).not.toBe(same);
        expect(fingerprintOfParts({ name: 'other' }, list)).not.toBe(same);
        if (list.length <= 500) expect(same).toBe(hash(`${canonical(head)}${canonical(list)}`));
      }),
      { numRuns: 30 },
    );
  });
});
