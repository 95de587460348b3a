import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckedFile } from '../report/check-report.ts';
import { checkFile } from './check-file.ts';
import type { ScenarioFile } from './files.ts';

/** Fewer scenarios than this are done before a second thread has started. */
const WORTH_A_SECOND_THREAD = 60;
const MOST_THREADS = 8;
/** Scenarios handed to a thread at once. */
const HANDFUL = 6;

type Answer = { readonly results: readonly CheckedFile[] } | { readonly fault: { readonly message: string; readonly stack?: string } };

/** Checks files on as many threads as there are processors; results come in the order of the files. */
export async function checkFiles(files: readonly ScenarioFile[], told: (done: number) => void): Promise<CheckedFile[]> {
  const program = new URL('check-worker.js', import.meta.url.includes('/chunks/') ? new URL('..', import.meta.url) : import.meta.url);
  const threads = Math.min(MOST_THREADS, availableParallelism());
  if (files.length < WORTH_A_SECOND_THREAD || threads < 2 || !existsSync(program)) {
    return files.map((file, place) => {
      told(place);
      return checkFile(file);
    });
  }
  const results: CheckedFile[] = Array.from({ length: files.length });
  let next = 0;
  let done = 0;
  await Promise.all(Array.from({ length: threads }, () => new Promise<void>((finished, failed) => {
    const worker = new Worker(program);
    let first = 0;
    const hand = (): void => {
      first = next;
      next = Math.min(files.length, first + HANDFUL);
      if (first < files.length) worker.postMessage(files.slice(first, next));
      else void worker.terminate().then(() => finished());
    };
    worker.on('error', failed);
    worker.on('message', (answer: Answer) => {
      if ('fault' in answer) {
        void worker.terminate();
        failed(Object.assign(new Error(answer.fault.message), { stack: answer.fault.stack }));
        return;
      }
      for (const [place, result] of answer.results.entries()) results[first + place] = result;
      told((done += answer.results.length));
      hand();
    });
    hand();
  })));
  return results;
}
