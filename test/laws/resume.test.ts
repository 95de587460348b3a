import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { giveAgain } from '../../src/run/give-again.ts';
import { resume, writeDown } from '../../src/run/resume.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { law } from './law.ts';
import { linesOf } from './reading.ts';
import { dramas } from './worlds.ts';

law(
  'a story written down in the middle and read again goes on with the same journal',
  fc.tuple(dramas(), fc.nat(200)),
  ([drama, place]) => {
    const whole = drama.play({ attempts: 2 });
    const { file } = whole.simulation;
    const given = linesOf(whole.journal.lines, 'event');
    const middle = place % (given.length + 1);
    const before = new Simulation(file);
    for (const line of given.slice(0, middle))
      giveAgain(before, line, (simulation) => simulation.beginAttempt(file, 2, {}));
    const after = resume(writeDown(before), [file]);
    expect(writeDown(after)).toBe(writeDown(before));
    for (const line of given.slice(middle))
      giveAgain(after, line, (simulation) => simulation.beginAttempt(file, 2, {}));
    expect(after.journal.toText()).toBe(whole.journal.toText());
    expect(after.journal.chain).toEqual(whole.journal.chain);
  },
  25,
);

test('a story is not read with another world than its own', () => {
  const [one, other] = fc.sample(dramas(), { seed: 7, numRuns: 2 });
  const text = writeDown(one?.run.simulation as Simulation);
  expect(() => resume(text, [other?.run.simulation.file as CaseFile])).toThrow('another world');
});
