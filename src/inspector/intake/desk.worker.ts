import { answerOf } from '../../intake/answer.ts';
import { decidingSteps } from '../../intake/deciding.ts';
import type { DeskAsked, DeskSaid } from './desk-talk.ts';

const say = (said: DeskSaid): void => postMessage(said);

/** What is being worked on. A newer draft takes its place, and nobody goes on with the older one. */
let work: { readonly n: number; readonly steps: ReturnType<typeof decidingSteps> } | undefined;

/** Lets messages in between two steps; a timer would wait for milliseconds that nobody needs. */
const turn = new MessageChannel();
turn.port1.addEventListener('message', ({ data }: MessageEvent<number>) => {
  if (work?.n === data) attempt(data, () => step(data));
});
turn.port1.start();

function step(n: number): void {
  const next = work?.steps.next();
  if (next === undefined) return;
  if (next.done === true) {
    work = undefined;
    say({ kind: 'decided', n, deciding: next.value });
  } else turn.port2.postMessage(n);
}

function attempt(n: number, does: () => void): void {
  try {
    does();
  } catch (error) {
    say({ kind: 'failed', n, says: String(error) });
  }
}

addEventListener('message', ({ data: { kind, n, draft } }: MessageEvent<DeskAsked>) =>
  attempt(n, () => {
    if (kind === 'answer') return say({ kind: 'answered', n, answer: answerOf(draft) });
    work = { n, steps: decidingSteps(draft) };
    return turn.port2.postMessage(n);
  }),
);
// The rule book is fetched first, and what was sent before would be lost.
say({ kind: 'ready' });
