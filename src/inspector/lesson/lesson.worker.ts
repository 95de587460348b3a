import { messageOf } from '../export/message-of.ts';
import { doWork } from './do-work.ts';
import type { WorkAsked, WorkSaid } from './work-talk.ts';

const say = (said: WorkSaid): void => postMessage(said);

addEventListener('message', ({ data }: MessageEvent<WorkAsked>) => {
  try {
    say(doWork(data));
  } catch (error) {
    say({ kind: 'failed', says: messageOf(error) });
  }
});
// The rule book is fetched first, and what was sent before would be lost.
say({ kind: 'lesson-ready' });
