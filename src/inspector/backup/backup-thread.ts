import { faultOfWorker } from '../export/fault-of-worker.ts';
import { InputError } from '../../model/problem.ts';
import type { PayloadPart } from './found-backup.ts';
import type { ToldOfBackup, AskedOfBackup, ReadingProgress } from './talk.ts';

type Question = Extract<AskedOfBackup, { readonly n: number }>;
type Numberless<T> = T extends Question ? Omit<T, 'n'> : never;
/** What is asked, before it has a number. */
export type BackupQuestion = Numberless<Question>;
export type BackupReply = Exclude<ToldOfBackup, { readonly kind: 'ready' | 'progress' | 'refused' | 'failed' }>;

interface Waiting {
  readonly asked: Question;
  readonly onProgress: (howFar: ReadingProgress) => void;
  readonly done: (reply: BackupReply) => void;
  readonly failed: (error: Error) => void;
}

/**
 * One thread beside the page that reads one backup: the page answers meanwhile, and giving up ends the thread at once.
 * It answers one question at a time; a newer one takes the place of the older.
 */
export class BackupThread {
  #worker: Worker | undefined;
  #isReady = false;
  #asked = 0;
  #waiting: Waiting | undefined;

  /** Rejects with an InputError, or with an Error that is our own fault. */
  ask(question: BackupQuestion, onProgress: (howFar: ReadingProgress) => void = () => undefined): Promise<BackupReply> {
    this.#asked += 1;
    const asked = { ...question, n: this.#asked } as Question;
    return new Promise((done, failed) => {
      this.#waiting = { asked, onProgress, done, failed };
      if (!this.#worker) this.#begin();
      else if (this.#isReady) this.#worker.postMessage(asked);
    });
  }

  /** Names and lengths of payload files, part by part; the next `again` takes them into account. */
  give(parts: readonly PayloadPart[]): void {
    if (this.#isReady) this.#worker?.postMessage({ kind: 'payload', parts } satisfies AskedOfBackup);
  }

  /** Gives up what is being worked on; its promise stays open for ever. Idle, the thread stays. */
  giveUp(): void {
    if (this.#waiting) this.close();
  }

  /** Ends whatever it does; nothing of what it read is left. */
  close(): void {
    this.#waiting = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
  }

  #begin(): void {
    const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<ToldOfBackup>) => this.#hear(worker, data));
    worker.addEventListener('error', (error) => this.#fail(new Error(faultOfWorker(error))));
    this.#worker = worker;
  }

  #hear(worker: Worker, answered: ToldOfBackup): void {
    if (worker !== this.#worker) return;
    if (answered.kind === 'ready') {
      this.#isReady = true;
      if (this.#waiting) worker.postMessage(this.#waiting.asked);
      return;
    }
    const waiting = this.#waiting;
    if (!waiting || answered.n !== waiting.asked.n) return;
    if (answered.kind === 'progress') {
      waiting.onProgress(answered);
      return;
    }
    this.#waiting = undefined;
    if (answered.kind === 'refused') waiting.failed(new InputError(answered.problems));
    else if (answered.kind === 'failed') waiting.failed(new Error(answered.says));
    else waiting.done(answered);
  }

  #fail(error: Error): void {
    const waiting = this.#waiting;
    this.close();
    waiting?.failed(error);
  }
}
