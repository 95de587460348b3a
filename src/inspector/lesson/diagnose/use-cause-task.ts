import { useEffect, useState } from 'react';
import { rememberedWorlds, rememberWorlds } from '../../../teach/diagnose/customers.ts';
import { type CauseTask, causeTaskOf } from '../../../teach/diagnose/game.ts';
import { variantOf } from '../../../teach/variant.ts';
import { messageOf } from '../../export/message-of.ts';
import { missedIn } from '../do-work.ts';
import type { LessonDesk } from '../lesson-desk.ts';
import { workBeside } from '../work-beside.ts';

/** `null`: the worlds are still being played. */
export type CauseTaskState = CauseTask | { readonly trouble: string } | null;

/** The task of this learner, once all worlds that show the symptom have been played beside the page. */
export function useCauseTask({ lesson, learner }: LessonDesk, place: number): CauseTaskState {
  const [state, setState] = useState<CauseTaskState>(null);
  useEffect(() => {
    const stop = new AbortController();
    const tell = (next: CauseTaskState) => {
      if (!stop.signal.aborted) setState(next);
    };
    const begin = async () => {
      const { one, item } = missedIn(lesson, place);
      if (rememberedWorlds(one, item) === undefined) {
        const done = await workBeside({ kind: 'worlds', lesson, place }, stop.signal);
        if (done.kind === 'worlds') rememberWorlds(one, item, done.worlds);
      }
      tell(causeTaskOf(variantOf(lesson, place, learner)));
    };
    begin().catch((error: unknown) => tell({ trouble: messageOf(error) }));
    return () => stop.abort();
  }, [lesson, learner, place]);
  return state;
}
