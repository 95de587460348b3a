import { InputError } from '../model/problem.ts';
import { SCRIPT_EVENTS } from '../model/events.ts';
import { play, type PlayOptions, type Run } from '../run/play.ts';
import { whyNot } from '../run/script-player.ts';
import { ScriptError } from '../run/script-error.ts';
import { phasesOf } from '../run/phases.ts';
import { loadScenario, problemInFile } from '../scenario/load.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { nodeDigest } from './digest.ts';
import { keepInMind } from './faults.ts';
import { besideOf, readText, scenarioIdOf } from './files.ts';
import { Progress } from './terminal.ts';

/** A scenario with the text it was read from, for the lines of later problems. */
export interface Opened {
  readonly file: string;
  readonly text: string;
  readonly scenario: Scenario;
}

/** Reads and loads a scenario file. Throws an InputError with every problem and its place. */
export function openScenario(file: string, id = scenarioIdOf(file)): Opened {
  const text = readText(file);
  const progress = new Progress(undefined, 'items read');
  const scenario = loadScenario(
    text,
    file,
    id,
    besideOf(file, (lines) => progress.step(lines)),
  );
  progress.clear();
  return { file, text, scenario };
}

/** What a script entry or a changed condition cannot do is told with the line it stands in. */
export function locating<T>({ file, text, scenario }: Opened, tell: () => T): T {
  try {
    return tell();
  } catch (error) {
    if (error instanceof ScriptError) {
      const possible = error.path[0] === 'script' ? possibleDuring(scenario, error.entry) : undefined;
      throw new InputError(
        error.problems.map(({ message, advice = '' }) =>
          problemInFile(text, file, error.path, message, possible ?? advice),
        ),
      );
    }
    if (error instanceof InputError) {
      throw new InputError(
        error.problems.map((problem) =>
          problem.line === undefined
            ? problemInFile(text, file, ['attempts'], problem.message, problem.advice)
            : problem,
        ),
      );
    }
    throw error;
  }
}

/**
 * What was possible in the part of the story that an impossible entry names or belongs to, and what stood in its way,
 * from where the entries before it had led: told by going there once more.
 */
function possibleDuring(scenario: Scenario, index: number): string | undefined {
  const entry = scenario.script[index];
  if (entry === undefined || !('do' in entry)) return undefined;
  const { do: event, during = SCRIPT_EVENTS[event].phase } = entry;
  if (during === null) return undefined;
  const before = scenario.script.slice(0, index);
  // Further attempts would come to that part once more, and the entry is of the first.
  const alone = { ...scenario, attempts: [] };
  const possible = new Set<string>();
  let isThere = false;
  let reasons = '';
  try {
    const { steps } = play({ ...alone, script: [...before, { end: 'here' }] });
    // The first entry may end the part that the story begins in.
    isThere = phasesOf(play({ ...alone, script: [{ end: 'here' }] }).simulation).includes(during);
    play(
      // A tap that changes nothing shows how things stand before the usual course goes on.
      { ...alone, script: [...before, { do: 'screen.tapped' }] },
      {
        onStep: (simulation) => {
          if (!phasesOf(simulation).includes(during)) return;
          isThere = true;
          if (simulation.steps < steps) return;
          for (const { type } of simulation.possible()) possible.add(type);
          reasons ||= whyNot(simulation, entry);
        },
      },
    );
  } catch {
    // The entries before it played well; whatever goes wrong here, the message about the entry itself stands.
    return undefined;
  }
  if (!isThere) return `This story never comes to “${during}”.`;
  if (possible.size === 0) return `This story has left “${during}” by then. Put the entry before those above it.`;
  const others = [...possible].filter((type) => type !== event).join(', ');
  if (!possible.has(event)) return `${reasons}Possible during ${during} from there on: ${others}.`;
  const otherwise =
    entry.after !== undefined
      ? 'but not as late as “after” says'
      : entry.refused === true
        ? 'and is accepted, not refused'
        : 'but not with what stands beside it';
  return `It is possible there, ${otherwise}. Else: ${others}.`;
}

/** Plays an opened scenario, keeping its journal at hand for the case that we fail. */
export function playOpened(opened: Opened, options: PlayOptions = {}): Run {
  return locating(opened, () => {
    const run = play(opened.scenario, {
      digest: nodeDigest,
      ...options,
      onStep: (simulation) => {
        keepInMind(simulation.journal);
        return options.onStep?.(simulation);
      },
    });
    keepInMind(undefined);
    return run;
  });
}
