import { doWorkHere } from './do-work.ts';
import type { WorkAsked, WorkDone, WorkSaid } from './work-talk.ts';

/**
 * Has something worked out in a thread beside the page. Where none can be had, as in a packed lesson that opens from
 * disk, the page does it itself: it stands still for half a second then. Rejects with an Error in plain words.
 */
export function workBeside(asked: WorkAsked, signal: AbortSignal): Promise<WorkDone> {
  return new Promise((done, failed) => {
    const workHere = async () => {
      try {
        done(await doWorkHere(asked, signal));
      } catch (error) {
        failed(error instanceof Error ? error : new Error(String(error)));
      }
    };
    const here = (): void => void workHere();
    let worker: Worker;
    try {
      worker =
        asked.kind === 'practice'
          ? new Worker(new URL('./practice.worker.ts', import.meta.url), { type: 'module' })
          : new Worker(new URL('./lesson.worker.ts', import.meta.url), { type: 'module' });
    } catch {
      here();
      return;
    }
    signal.addEventListener('abort', () => worker.terminate(), { once: true });
    worker.addEventListener('error', () => {
      worker.terminate();
      if (!signal.aborted) here();
    });
    worker.addEventListener('message', ({ data }: MessageEvent<WorkSaid | { readonly kind: 'ready' }>) => {
      if (data.kind === 'lesson-ready') {
        worker.postMessage(asked);
        return;
      }
      worker.terminate();
      if (data.kind === 'failed') failed(new Error(data.says));
      // Another thread of the page has answered: this one is not part of it.
      else if (data.kind === 'ready') here();
      else done(data);
    });
  });
}
