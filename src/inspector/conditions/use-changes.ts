import { useRef, useState } from 'react';
import { InputError } from '../../model/problem.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
// What is changed here is read anew here, too.
import '../../scenario/change.ts';
import type { Changes } from '../../scenario/conditions.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { type WhatIfWorker, DeskError } from './what-if-worker.ts';
import { MANY_ITEMS } from './what-if-workers.ts';

/** Changes that come at once are played as one, in milliseconds. */
const REST = 40;
const MAX_LENGTH = 600;

export interface ChangeDesk {
  /** The changes as the controls show them, ahead of the run. */
  readonly changes: Changes;
  /** A run under changed conditions is on its way. */
  readonly isPlaying: boolean;
  /** Why the last change could not be played; nothing was changed then. */
  readonly trouble: string | null;
  readonly apply: (changes: Changes) => void;
}

/** Changes the open scenario: controls answer at once, the run follows, also when the view is left meanwhile. */
export function useChanges(store: ViewProps['store'], worker: WhatIfWorker): ChangeDesk {
  const { changes, given } = useStory(store, 'changes', 'given');
  const [wanted, setWanted] = useState<Changes | null>(null);
  const [trouble, setTrouble] = useState<{ readonly says: string; readonly under: Changes } | null>(null);
  const newest = useRef(0);
  const settle = (says: string | null) => {
    setWanted(null);
    setTrouble(says === null ? null : { says, under: store.getSnapshot().changes });
  };
  const apply = (next: Changes) => {
    newest.current += 1;
    const mine = newest.current;
    const isNewest = () => mine === newest.current && store.getSnapshot().given === given;
    setTrouble(null);
    setWanted(next);
    setTimeout(() => {
      if (!isNewest()) return;
      void playChanges(store, worker, next, isNewest).then((says) => isNewest() && settle(says));
    }, REST);
  };
  return {
    changes: wanted ?? changes,
    isPlaying: wanted !== null,
    trouble: trouble?.under === changes ? trouble.says : null,
    apply,
  };
}

/** Gives why it could not be played, in plain words, or `null`. */
async function playChanges(
  store: ViewProps['store'],
  worker: WhatIfWorker,
  changes: Changes,
  isWanted: () => boolean,
): Promise<string | null> {
  const { given } = store.getSnapshot();
  try {
    if (given.world.items.length <= MANY_ITEMS || Object.keys(changes).length === 0) store.setChanges(changes);
    else {
      const run = await worker.play(changes);
      if (isWanted()) store.setChanges(changes, run);
    }
    return null;
  } catch (error) {
    if (error instanceof InputError) return wordsOf(error.problems.map(({ message }) => message).join('; '));
    if (error instanceof DeskError && error.isInput) return wordsOf(error.message);
    return `This is a fault of the program, and nothing was changed: ${String(error).slice(0, MAX_LENGTH)}`;
  }
}

/** Events by what their buttons say. */
const inWords = (problem: string): string =>
  problem.replaceAll(/“([\w.]+)”/g, (whole, event: string) =>
    isScriptEvent(event) ? `“${SCRIPT_EVENTS[event].title}”` : whole,
  );
const wordsOf = (problem: string): string =>
  `What people do in this scenario does not fit that change: ${inWords(problem).slice(0, MAX_LENGTH)}. Nothing ` +
  'was changed.';
