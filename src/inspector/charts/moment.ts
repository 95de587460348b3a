import type { Frame } from '../../stepping/frame.ts';
import type { Tape } from '../../stepping/recording.ts';
import type { Chart } from './chart.ts';

/** What a chart shows of one actor at one position. */
export interface Moment {
  /** Leaf states that are active now; of an actor that has ended, the last ones. */
  readonly leaves: readonly string[];
  readonly running: boolean;
  /** How often each transition was taken in this step, by its place in the chart. */
  readonly taken: ReadonlyMap<number, number>;
  /** Places of the transitions that could be taken next. */
  readonly possible: ReadonlySet<number>;
}

/** Whether a state is another, or inside it. */
export const isWithin = (path: string, outer: string): boolean =>
  path === outer || path.startsWith(`${outer}.`) || outer === '';
export const isActive = (moment: Moment, path: string): boolean => moment.leaves.some((leaf) => isWithin(leaf, path));
export const outermost = (path: string): string => path.split('.')[0] ?? '';

/** `events`: the types of the events that can be sent now; time can always pass. */
export function momentOf(chart: Chart, actor: string, frame: Frame, events: ReadonlySet<string>): Moment {
  const running = actor in frame.actors;
  const leaves = frame.actors[actor] ?? frame.ended[actor] ?? [];
  return {
    leaves,
    running,
    taken: takenIn(chart, actor, frame),
    possible: running ? possibleIn(chart, leaves, events) : NOTHING,
  };
}

const NOTHING: ReadonlySet<number> = new Set();

function takenIn(chart: Chart, actor: string, frame: Frame): Map<number, number> {
  const counts = new Map<number, number>();
  for (const taken of frame.taken) {
    if (taken.actor !== actor) continue;
    const place = chart.transitions.findIndex(({ name }) => name === taken.name);
    if (place >= 0) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

function possibleIn(chart: Chart, leaves: readonly string[], events: ReadonlySet<string>): Set<number> {
  const places = new Set<number>();
  for (const [place, { source, event }] of chart.transitions.entries()) {
    if (
      (events.has(event) || event === 'clock.moved') &&
      source !== '' &&
      leaves.some((leaf) => isWithin(leaf, source))
    )
      places.add(place);
  }
  return places;
}

const visits = new WeakMap<Tape, ReadonlyMap<string, readonly number[]>>();

/** Whether an actor has been in one of its outermost states, in the attempt that is shown, up to a position. */
export function hasVisited(tape: Tape, position: number, actor: string, state: string): boolean {
  let known = visits.get(tape);
  if (!known) visits.set(tape, (known = visitsOf(tape)));
  const began = known.get('attempt')?.findLast((place) => place <= position) ?? 0;
  return known.get(`${actor} ${state}`)?.some((place) => place >= began && place <= position) ?? false;
}

/** By actor and outermost state, the positions at which it was entered. */
function visitsOf(tape: Tape): Map<string, number[]> {
  const entered = new Map<string, number[]>();
  const note = (key: string, position: number) => {
    const places = entered.get(key);
    if (places) places.push(position);
    else entered.set(key, [position]);
  };
  for (const [position, { actors, attempt, taken }] of tape.frames.entries()) {
    const before = tape.frames[position - 1];
    if (before?.attempt !== attempt) note('attempt', position);
    // A state can be entered and left within one step.
    for (const { actor, name } of taken) note(`${actor} ${outermost(name.slice(name.lastIndexOf('|') + 1))}`, position);
    if (actors === before?.actors) continue;
    for (const [actor, leaves] of Object.entries(actors))
      for (const leaf of leaves) note(`${actor} ${outermost(leaf)}`, position);
  }
  return entered;
}
