import { expect, test } from 'vitest';
import { recordToScenario } from '../../src/insight/explain/record-to-scenario.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { compareWithExpectation } from '../../src/run/expected.ts';
import { giveAgain } from '../../src/run/give-again.ts';
import { resume, writeDown } from '../../src/run/resume.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { type Handled, handled, playText } from '../laws/by-hand.ts';
import { linesOf } from '../laws/reading.ts';
import { SEED } from '../laws/seed.ts';
import { overWorlds, partOfCampaign } from './part-of-campaign.ts';

const part = partOfCampaign(20_000);
const WORLDS = part.to - part.from;
const HOURS = 3_600_000;

/** The played story, written down and taken up again at each of its steps. */
function resumeAtEveryStep({ drama }: Handled): void {
  const { simulation, journal } = drama.run;
  const { file } = simulation;
  const beginsNone = () => {
    throw new Error('one attempt begins no other');
  };
  let running = new Simulation(file);
  for (const line of linesOf(journal.lines, 'event')) {
    const text = writeDown(running);
    running = resume(text, [file]);
    expect(writeDown(running)).toBe(text);
    giveAgain(running, line, beginsNone);
  }
  expect(running.journal.toText()).toBe(journal.toText());
  expect(running.journal.fingerprint).toBe(journal.fingerprint);
}

test(
  `${WORLDS} worlds from ${part.from} on are recorded, saved by hand and taken up at every step (seed ${SEED})`,
  async () => {
    let byHand = 0;
    await overWorlds(handled(), part, (story) => {
      if (story.store.getSnapshot().hand) byHand += 1;
      const saved = playText(story.save());
      expect(saved.journal.toText()).toBe(story.journal);
      expect(compareWithExpectation(saved)).toEqual([]);
      const recorded = playText(recordToScenario(reportInputFrom(story.drama.run), { file: 'recorded.yaml' }));
      expect(recorded.fingerprints).toEqual(story.drama.run.fingerprints);
      expect(compareWithExpectation(recorded)).toEqual([]);
      resumeAtEveryStep(story);
    });
    // Most of the drawn stories leave the script.
    expect(byHand).toBeGreaterThan(WORLDS / 2);
  },
  6 * HOURS,
);
