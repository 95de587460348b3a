import { eachOf } from '../../model/optional.ts';
import { countOf } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import type { Frame } from '../../stepping/frame.ts';
import type { Recording } from '../../stepping/recording.ts';
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
export const outermost = (path: string): string => must(path.split('.')[0], 'a state');

/** `events`: the types of the events that can be sent now; time can always pass. */
export function chartMomentOf(chart: Chart, actor: string, frame: Frame, events: ReadonlySet<string>): Moment {
  const running = actor in frame.actors;
  const leaves = eachOf(frame.actors[actor] ?? frame.ended[actor]);
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
    const index = chart.transitions.findIndex(({ name }) => name === taken.name);
    if (index >= 0) counts.set(index, countOf(counts, index) + 1);
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

const visits = new WeakMap<Recording, ReadonlyMap<string, readonly number[]>>();

/** Whether an actor has been in one of its outermost states, in the attempt that is shown, up to a position. */
export function hasVisited(recording: Recording, position: number, actor: string, state: string): boolean {
  let cache = visits.get(recording);
  if (!cache) visits.set(recording, (cache = visitsOf(recording)));
  const began = must(
    cache.get('attempt')?.findLast((index) => index <= position),
    'the beginning of the attempt',
  );
  return cache.get(`${actor} ${state}`)?.some((index) => index >= began && index <= position) === true;
}

/** By actor and outermost state, the positions at which it was entered. */
function visitsOf(recording: Recording): Map<string, number[]> {
  const entered = new Map<string, number[]>();
  const note = (key: string, position: number) => {
    const places = entered.get(key);
    if (places) places.push(position);
    else entered.set(key, [position]);
  };
  for (const [position, { actors, attempt, taken }] of recording.frames.entries()) {
    const before = recording.frames[position - 1];
    if (before?.attempt !== attempt) note('attempt', position);
    // A state can be entered and left within one step.
    for (const { actor, name } of taken) note(`${actor} ${outermost(name.slice(name.lastIndexOf('|') + 1))}`, position);
    if (actors === before?.actors) continue;
    for (const [actor, leaves] of Object.entries(actors))
      for (const leaf of leaves) note(`${actor} ${outermost(leaf)}`, position);
  }
  return entered;
}
