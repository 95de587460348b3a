import { messageOf } from '../export/message-of.ts';
import { doWork } from './do-work.ts';
import type { WorkAsked, WorkSaid } from './work-talk.ts';

const say = (said: WorkSaid): void => postMessage(said);

const work = async (asked: WorkAsked): Promise<void> => {
  try {
    say(await doWork(asked));
  } catch (error) {
    say({ kind: 'failed', says: messageOf(error) });
  }
};
addEventListener('message', ({ data }: MessageEvent<WorkAsked>) => void work(data));
// The rule book is fetched first, and what was sent before would be lost.
say({ kind: 'lesson-ready' });
