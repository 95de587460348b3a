import { must } from '../../model/must.ts';
import { DAY_LENGTH, HOUR, MINUTE } from '../../model/time.ts';
import { giveAgain, type GivenStep, isDue, isUsualStep } from '../../run/give-again.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { Simulation } from '../../run/simulation.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Scenario } from '../../scenario/scenario.ts';

export type PlainEntry = Readonly<Record<string, unknown>>;

/**
 * The scripts with which the attempts of a journal come again step by step. What the usual course brings by itself is
 * left out; everything else names its step.
 */
export function exactScripts(scenario: Scenario, lines: readonly JournalLine[]): PlainEntry[][] {
  let current = scenario;
  let attemptFrom = 1;
  let script: PlainEntry[] = [];
  const scripts = [script];
  const simulation = new Simulation(freshCaseFile(scenario.world));
  const begins = new Map(lines.flatMap((line) => (line.type === 'attempt.began' ? [[line.step, line] as const] : [])));
  for (const line of lines) {
    if (line.type !== 'event') continue;
    const isRefused = () => must(simulation.journal.lines.at(-1), 'the last line of a step').type === 'refused';
    const entry = isUsualStep(simulation, line) ? undefined : entryOf(simulation, line);
    const before = simulation.now;
    giveAgain(simulation, line, () => {
      leaveOff(script, simulation, attemptFrom);
      const { attempt, changes } = must(begins.get(line.step), `the attempt that begins with step ${line.step}`);
      current = withChanges(current, changes);
      simulation.beginAttempt(freshCaseFile(current.world), attempt, changes);
      attemptFrom = line.step;
      scripts.push((script = []));
    });
    if (line.event === 'attempt.began' || !entry) continue;
    script.push({
      ...entry,
      ...(entry['wait'] === PASSING ? { wait: durationOf(line.atMs - before), untouched: true } : {}),
      ...(isRefused() ? { refused: true } : {}),
      step: line.step - attemptFrom + 1,
    });
  }
  leaveOff(script, simulation, attemptFrom);
  return scripts;
}

/** Nothing more happens in an attempt than was recorded. */
function leaveOff(script: PlainEntry[], simulation: Simulation, attemptFrom: number): void {
  const step = simulation.steps - attemptFrom + 1;
  const hasEnd = script.some(({ end }) => end === 'story');
  const isToldOn = hasEnd ? must(script.at(-1), 'the end of a story')['step'] !== step : goesOn(simulation);
  if (isToldOn) script.push({ end: 'here', step: step + 1 });
}

/** Time that passes with nothing due in it. */
const PASSING = Symbol('passing');

function entryOf(simulation: Simulation, given: GivenStep): PlainEntry {
  if (given.by === 'run') return { end: 'story' };
  if (given.by !== 'clock') return { do: given.event, ...given.data };
  return { wait: isDue(simulation, given) ? 'next' : PASSING };
}

/** Whether the script of a story that stands here would not end here by itself. */
function goesOn(simulation: Simulation): boolean {
  if (simulation.usual() || simulation.nextDue() !== undefined) return true;
  const ended = simulation.journal.lines.findLast(({ type }) => type === 'restore.ended' || type === 'attempt.began');
  return ended?.type !== 'restore.ended';
}

const UNITS = [
  ['day', DAY_LENGTH],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1000],
] as const;

function durationOf(ms: number): string {
  const [unit, length] = must(
    UNITS.find(([name, one]) => ms % one === 0 || name === 'second'),
    'a unit of time',
  );
  const count = ms / length;
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
