import { useEffect, useMemo, useRef, useState } from 'react';
import { dayInWords } from '../../../model/time.ts';
import { cardsMet, dueCards, nextDue } from '../../../teach/practice.ts';
import { messageOf } from '../../export/message-of.ts';
import { Icon } from '../../parts/Icon.tsx';
import type { BrowserShelf } from '../browser-shelf.ts';
import { shownPlace } from '../lesson-place.ts';
import type { ListedLesson } from '../lessons-beside.ts';
import { deckOn } from './deck-shelf.ts';
import { findPractice, localDay } from './find-practice.ts';

interface DueProps {
  readonly shelf: BrowserShelf;
  readonly lessons: readonly ListedLesson[];
}

const nextInWords = (next: number | null): string => (next === null ? '' : ` Next on ${dayInWords(localDay(next))}.`);

type DueState = 'ready' | 'looking' | { readonly trouble: string };

/** What was learnt here and is due again. Which it is one sees afterwards: it would tell what comes. */
export function DueToday({ shelf, lessons }: DueProps) {
  const [now] = useState(() => Date.now());
  const deck = useMemo(() => deckOn(shelf), [shelf]);
  const due = useMemo(() => dueCards(deck, now), [deck, now]);
  const [state, setState] = useState<DueState>('ready');
  const stop = useRef(new AbortController());
  useEffect(() => {
    const { current } = stop;
    return () => current.abort();
  }, []);
  if (cardsMet(deck) === 0) return null;
  const next = nextDue(deck, now);
  const begin = async () => {
    setState('looking');
    const found = await findPractice(shelf, lessons, due, now, stop.current.signal);
    if (stop.current.signal.aborted) return;
    if (found) shownPlace.go({ screen: 'lesson', lesson: found.lesson, code: found.learner, task: found.place });
    else setState({ trouble: 'None of the lessons here holds what is due.' });
  };
  return (
    <section className="card due-today" aria-label="Due today">
      <h2>
        {due.length === 0
          ? 'Nothing is due today'
          : due.length === 1
            ? 'One thing is due today'
            : `${due.length} things are due today`}
      </h2>
      <p>
        {due.length === 0
          ? `What you have learnt here comes back before you forget it.${nextInWords(next)}`
          : 'A fresh case is drawn that holds as much of it as can be. What it was you see afterwards.'}
      </p>
      {due.length > 0 && (
        <button
          type="button"
          className="button main"
          aria-disabled={state === 'looking'}
          onClick={() => {
            if (state !== 'looking') begin().catch((error: unknown) => setState({ trouble: messageOf(error) }));
          }}
        >
          <Icon name="again" /> {state === 'looking' ? 'A case is drawn …' : 'Practise'}
        </button>
      )}
      {typeof state === 'object' && <p role="alert">{state.trouble}</p>}
    </section>
  );
}
