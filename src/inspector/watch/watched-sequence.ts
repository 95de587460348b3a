import type { Lifeline, SequenceRow } from '../../stepping/sequence-rows.ts';
import { type LogEntry, nameOf, type Watched } from './watched.ts';

/** Actors that ended and still have a lifeline of their own, the latest. */
const MAX_OVER_LIFELINES = 24;

export interface WatchedSequence {
  readonly lifelines: readonly Lifeline[];
  readonly running: ReadonlySet<number>;
  readonly events: readonly LogEntry[];
  /** The arrow of an event. Made when it is drawn: there are many more than are in sight. */
  readonly rowOf: (event: LogEntry) => SequenceRow;
}

/** The events of a program as arrows between its actors. Those that ended long ago share one lifeline. */
export function sequenceOfWatched({ actors, over, met, log }: Watched): WatchedSequence {
  const lifelines: Lifeline[] = [{ id: '(outside)', name: 'outside', kind: 'outside' }];
  const places = new Map<string, number>();
  const running = new Set<number>();
  const lately = new Set([...over].slice(-MAX_OVER_LIFELINES));
  for (const actor of actors.values()) {
    if (!actor.spoke || (actor.status !== 'active' && !lately.has(actor.id))) continue;
    places.set(actor.id, lifelines.length);
    if (actor.status === 'active') running.add(lifelines.length);
    lifelines.push({ id: actor.id, name: nameOf(actor), kind: actor.name === 'icloudSync' ? 'sync' : 'actor' });
  }
  const others = lifelines.length;
  if (over.size > MAX_OVER_LIFELINES || met > actors.size)
    lifelines.push({ id: '(others)', name: 'others', kind: 'outside' });
  const placeOf = (id: string): number => places.get(id) ?? Math.min(others, lifelines.length - 1);
  return {
    lifelines,
    running,
    events: log.filter(({ kind }) => kind === 'event'),
    rowOf: ({ n, actor, from, says, refused }) => ({
      step: n,
      atMs: null,
      from: from === null ? 0 : placeOf(from),
      to: placeOf(actor),
      says,
      kind: refused ? 'refused' : from === null ? 'event' : 'message',
      running,
    }),
  };
}
