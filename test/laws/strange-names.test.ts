import { expect } from 'vitest';
import { formsOf, type PossibleEvent, POSSIBLE_EVENT_TYPES } from '../../src/run/possible-events.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

const STEPS = 25;
const NAMED = ['account', 'app', 'backup'];
const NOBODY = 'nobody-here';

law(
  'an act that names nobody of the story is refused at any moment, and is no fault of ours',
  dramas(),
  ({ scenario }) => {
    const simulation = new Simulation(caseFileOf(scenario.world));
    const strange = POSSIBLE_EVENT_TYPES.flatMap((type) => {
      const [form] = formsOf(simulation.file, type);
      return NAMED.filter((key) => form && key in form).map((key) => ({ ...form, [key]: NOBODY }) as PossibleEvent);
    });
    expect(strange.length).toBeGreaterThan(0);
    for (let steps = 0; steps < STEPS; steps += 1) {
      // A fault would end this: nobody of that name is there to be asked about.
      for (const event of strange) simulation.can(event);
      const event = simulation.usual();
      if (event) simulation.send(event);
      else if (!simulation.advance()) return;
    }
  },
  12,
);
