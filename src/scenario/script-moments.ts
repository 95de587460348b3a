import { PHASES } from '../model/event-row.ts';
import { SCRIPT_EVENTS } from '../model/events.ts';
import type { Complaint } from './complaint.ts';
import type { Scenario } from './scenario.ts';

type Path = readonly PropertyKey[];

/** When what a script tells happens: whatever leaves that open, or says it twice, would be played at another moment. */
export function* momentsOf(script: Scenario['script'], path: Path): Generator<Complaint> {
  yield* stepsInOrder(script, path);
  yield* afterWhat(script, path);
}

/** A step is one moment, and the steps of a script come one after the other. */
function* stepsInOrder(script: Scenario['script'], path: Path): Generator<Complaint> {
  let last = 1;
  for (const [index, entry] of script.entries()) {
    const { step } = entry;
    if (step === undefined) continue;
    if ('do' in entry && (entry.during !== undefined || entry.after !== undefined))
      yield {
        path: [...path, index, 'step'],
        at: 'key',
        message: '“step” says the moment alone',
        advice: 'Leave out “during” and “after”, or the step.',
      };
    if (step <= last)
      yield {
        path: [...path, index, 'step'],
        message: `step ${step} is not after step ${last}`,
        advice: 'Put the entries in the order of their steps.',
      };
    last = Math.max(last, step);
  }
}

/** A delay counts from the beginning of a part of the story; without one it would count from nowhere. */
function* afterWhat(script: Scenario['script'], path: Path): Generator<Complaint> {
  for (const [index, entry] of script.entries()) {
    if (!('do' in entry) || entry.after === undefined || entry.during !== undefined || entry.step !== undefined)
      continue;
    const { phase } = SCRIPT_EVENTS[entry.do];
    yield {
      path: [...path, index, 'after'],
      at: 'key',
      message: `${entry.do} says how long “after”, and not after the beginning of which part of the story`,
      advice: `Add “during: ${phase ?? PHASES.join(' | ')}”.`,
    };
  }
}
