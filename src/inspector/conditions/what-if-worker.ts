import { faultOfWorker } from '../export/fault-of-worker.ts';
import type { WhatIfAnswer } from '../../insight/what-if/answer.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { PlayedRun } from '../../stepping/steppable-run.ts';
import type { Answered, Asked } from './worker-talk.ts';

/**
 * A question to the worker that could not be answered. `isInput`: the scenario cannot be played so; else it is our
 * own fault.
 */
export class DeskError extends Error {
  override readonly name = 'DeskError';
  readonly isInput: boolean;

  constructor(says: string, isInput: boolean) {
    super(says);
    this.isInput = isInput;
  }
}

interface Question {
  readonly n: number;
  readonly onRuns: ((runs: number) => void) | undefined;
  readonly done: (answered: Answered) => void;
  readonly failed: (error: DeskError) => void;
}

/**
 * One thread beside the page that searches and plays one scenario. It answers one question at a time; a new one ends
 * the old.
 */
export class WhatIfWorker {
  readonly #scenario: Scenario;
  #worker: Worker | undefined;
  #isReady = false;
  #isLast = false;
  #question: (Question & { readonly asked: Asked }) | undefined;
  #asked = 0;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  /** Everything that brings a target back. Rejects with a DeskError. */
  async search(target: string, onRuns: (runs: number) => void): Promise<readonly WhatIfAnswer[]> {
    const answered = await this.#ask((n) => ({ kind: 'search', n, target }), onRuns);
    return answered.kind === 'found' ? answered.answers : [];
  }

  /** The scenario under changed conditions. Rejects with a DeskError. */
  async play(changes: Changes): Promise<PlayedRun> {
    const answered = await this.#ask((n) => ({ kind: 'play', n, changes }));
    if (answered.kind !== 'played') throw new DeskError('nothing was played', false);
    return answered;
  }

  /** Gives up what is being worked on; its promise stays open for ever. Idle, it stays as it is. */
  giveUp(): void {
    if (this.#question) this.close();
  }

  /** Ends the thread once nothing is being worked on. */
  closeWhenDone(): void {
    this.#isLast = true;
    if (!this.#question) this.close();
  }

  /** Ends the thread. The next question begins another. */
  close(): void {
    this.#question = undefined;
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
  }

  #ask(question: (n: number) => Asked, onRuns?: (runs: number) => void): Promise<Answered> {
    this.giveUp();
    this.#asked += 1;
    const n = this.#asked;
    return new Promise((done, failed) => {
      this.#question = { n, asked: question(n), onRuns, done, failed };
      if (!this.#worker) this.#begin();
      else if (this.#isReady) this.#worker.postMessage(this.#question.asked);
    });
  }

  #begin(): void {
    const worker = new Worker(new URL('./what-if.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => this.#hear(worker, data));
    worker.addEventListener('error', (error) => this.#fail(new DeskError(faultOfWorker(error), false)));
    this.#worker = worker;
  }

  #hear(worker: Worker, answered: Answered): void {
    if (worker !== this.#worker) return;
    if (answered.kind === 'ready') {
      this.#isReady = true;
      worker.postMessage({ kind: 'scenario', scenario: this.#scenario } satisfies Asked);
      if (this.#question) worker.postMessage(this.#question.asked);
      return;
    }
    const question = this.#question;
    if (!question || answered.n !== question.n) return;
    if (answered.kind === 'runs') {
      question.onRuns?.(answered.runs);
      return;
    }
    this.#question = undefined;
    if (answered.kind === 'failed') question.failed(new DeskError(answered.says, answered.isInput));
    else question.done(answered);
    if (this.#isLast) this.close();
  }

  #fail(error: DeskError): void {
    const question = this.#question;
    this.close();
    question?.failed(error);
  }
}
