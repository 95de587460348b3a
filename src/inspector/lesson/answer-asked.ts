import { messageOf } from '../export/message-of.ts';
import type { WorkDone, WorkSaid } from './work-talk.ts';

const say = (said: WorkSaid): void => postMessage(said);

/** What a thread beside the page does: it answers what it is asked, or says why it cannot. */
export function answerAsked<Asked>(work: (asked: Asked) => WorkDone): void {
  addEventListener('message', ({ data }: MessageEvent<Asked>) => {
    try {
      say(work(data));
    } catch (error) {
      say({ kind: 'failed', says: messageOf(error) });
    }
  });
  // The rule book is fetched first, and what was sent before would be lost.
  say({ kind: 'lesson-ready' });
}
