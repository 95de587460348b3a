import type { Lifeline, Sequence, SequenceRow } from '../../stepping/sequence-rows.ts';
import { nameOf, type Watched } from './watched.ts';

/** Actors that ended and still have a lifeline of their own, the latest. */
const MAX_OVER_LIFELINES = 24;

/** The events of a program as arrows between its actors. Those that ended long ago share one lifeline. */
export function sequenceOfWatched({ actors, over, log }: Watched): Sequence {
  const events = log.filter(({ kind }) => kind === 'event');
  const named = new Set(events.flatMap(({ actor, from }) => (from === null ? [actor] : [actor, from])));
  const lifelines: Lifeline[] = [{ id: '(outside)', name: 'outside', kind: 'outside' }];
  const places = new Map<string, number>();
  const running = new Set<number>();
  const lately = new Set([...over].slice(-MAX_OVER_LIFELINES));
  for (const actor of actors.values()) {
    if (!named.has(actor.id) || (actor.status !== 'active' && !lately.has(actor.id))) continue;
    places.set(actor.id, lifelines.length);
    if (actor.status === 'active') running.add(lifelines.length);
    lifelines.push({ id: actor.id, name: nameOf(actor), kind: actor.name === 'icloudSync' ? 'sync' : 'actor' });
  }
  const others = lifelines.length;
  if ([...named].some((id) => !places.has(id)))
    lifelines.push({ id: '(others)', name: 'others, not listed', kind: 'outside' });
  const placeOf = (id: string): number => places.get(id) ?? others;
  const rows = events.map(({ n, actor, from, says, refused }): SequenceRow => ({
    step: n,
    at: null,
    from: from === null ? 0 : placeOf(from),
    to: placeOf(actor),
    says,
    kind: refused ? 'refused' : from === null ? 'event' : 'message',
    running,
  }));
  return { lifelines, rows };
}
