import { useMemo } from 'react';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { addToGroup } from '../../model/groups.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { type ItemView, itemViews } from '../../report/item-view.ts';
import { type Recovery, recoveryOf } from '../../report/recovery.ts';
import { titlesOf } from '../../report/story-text.ts';
import { linesOfAttempt } from '../../run/attempts-of.ts';
import { FATE_KEYS } from '../../stepping/fate-keys.ts';
import { FateWord } from '../parts/Fate.tsx';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';

const MOST_WAYS = 3;
const MOST_TITLES = 3;

/** `A · B · C · D` with the first of them and how many more there are. */
function fewTitles(what: string): string {
  const titles = what.split(' · ');
  return titles.length <= MOST_TITLES ? what : `${titles.slice(0, MOST_TITLES - 1).join(' · ')} · and others`;
}

/** How many have which end; then what would still bring the others. */
export function EndStage({ store, part }: ViewProps & { readonly part: number }) {
  const { ledger } = useStory(store, 'ledger');
  const { accessible, ends, asks } = useRecovery({ store });
  const route = useRoute(store);
  if (part === 0)
    return (
      <ul className="counts">
        {FATE_KEYS.filter((fate) => ledger.tallies[fate].items > 0).map((fate) => (
          <li key={fate}>
            <FateWord fate={fate} route={route} />
            <b>{formatCount(ledger.tallies[fate].items)}</b>
            <span className="size">{ledger.tallies[fate].bytes > 0 && formatBytes(ledger.tallies[fate].bytes)}</span>
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <h3>{accessible.length + asks.length === 0 ? 'Nothing would bring more' : 'What would bring more'}</h3>
      <ul className="ways-back">
        {asks.map(({ what, ask }) => (
          <li key={ask}>
            <b>
              <bdi>{what}:</bdi>
            </b>{' '}
            not known. Ask: {ask}
          </li>
        ))}
        {accessible.slice(0, MOST_WAYS).map(({ where, what, says }) => (
          <li key={`${where} ${what}`}>
            <b>
              <bdi>{fewTitles(what)}:</bdi>
            </b>{' '}
            {says}
          </li>
        ))}
      </ul>
      {accessible.length > MOST_WAYS && <p className="aside">And {accessible.length - MOST_WAYS} more.</p>}
      {asks.length + accessible.length < MOST_WAYS && asks.length === 0 && (
        <p className="aside">
          <bdi>{ends[0]}</bdi>
        </p>
      )}
    </>
  );
}

interface EndWords extends Recovery {
  /** Questions that would settle what nobody knows, once each. */
  readonly asks: readonly { readonly what: string; readonly ask: string }[];
}

/** What is still within reach as the story stands, in the words of its device. */
export function useRecovery({ store }: ViewProps): EndWords {
  const { frame, ledger, recording } = useStory(store, 'frame', 'ledger', 'recording');
  const route = useRoute(store);
  return useMemo(() => {
    const { world } = store.file;
    const voice = voiceOf(world);
    const lines = linesOfAttempt(recording.lines.slice(0, frame.lineTo), frame.attempt);
    const views = itemViews(world.items, ledger.rows, route);
    const { ends, customer } = recoveryOf(world, frame.outcome, lines, views);
    // What sync has brought is there already.
    const { accessible } = recoveryOf(
      world,
      frame.outcome,
      lines,
      views.filter(({ fate }) => fate !== 'synced'),
    );
    return {
      ends: ends.map(voice),
      accessible: accessible.map(({ where, what, says }) => ({ where: voice(where), what, says: voice(says) })),
      customer: voice(customer),
      asks: asksOf(views).map(({ what, ask }) => ({ what, ask: voice(ask) })),
    };
  }, [store, frame, ledger, recording, route]);
}

function asksOf(views: readonly ItemView[]): EndWords['asks'] {
  const open = new Map<string, ItemView[]>();
  for (const view of views) if (view.ask !== null) addToGroup(open, view.ask, [view]);
  return [...open].map(([ask, items]) => ({ ask, what: titlesOf(items, 3) }));
}
