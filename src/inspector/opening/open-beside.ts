import { faultOfWorker } from '../export/fault-of-worker.ts';
import { InputError } from '../../model/problem.ts';
import type { OpenedBeside, Said, Wanted } from './wanted.ts';

/** It was given up: the person or another scenario ended it, or it took too long. */
export class OpeningStopped extends Error {
  override readonly name = 'OpeningStopped';
  readonly isTooLong: boolean;

  constructor(isTooLong: boolean) {
    super(isTooLong ? 'it took too long' : 'it was cancelled');
    this.isTooLong = isTooLong;
  }
}

interface OpeningOptions {
  /** After so many seconds it is given up. */
  readonly seconds: number;
  readonly signal: AbortSignal;
  readonly onProgress: (says: string) => void;
}

/**
 * Reads and plays a scenario in a thread beside the page, so that the page answers meanwhile whatever it is, and the
 * thread can be ended. Rejects with an InputError, an OpeningStopped, or an Error that is our own fault.
 */
export function openBeside(wanted: Wanted, { seconds, signal, onProgress }: OpeningOptions): Promise<OpenedBeside> {
  return new Promise((done, failed) => {
    if (signal.aborted) {
      failed(new OpeningStopped(false));
      return;
    }
    const worker = new Worker(new URL('./opening.worker.ts', import.meta.url), { type: 'module' });
    const end = (settle: () => void): void => {
      clearTimeout(deadline);
      worker.terminate();
      settle();
    };
    const deadline = setTimeout(() => end(() => failed(new OpeningStopped(true))), seconds * 1000);
    signal.addEventListener('abort', () => end(() => failed(new OpeningStopped(false))), { once: true });
    worker.addEventListener('error', (error) => end(() => failed(new Error(faultOfWorker(error)))));
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      if (data.kind === 'ready') worker.postMessage(wanted);
      else if (data.kind === 'progress') onProgress(data.says);
      else if (data.kind === 'opened') end(() => done({ story: data.story, isWhole: data.isWhole }));
      else if (data.kind === 'refused') end(() => failed(new InputError(data.problems)));
      else end(() => failed(new Error(data.says)));
    });
  });
}
