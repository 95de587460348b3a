// A test runner for Stryker that keeps the tests loaded from mutant to mutant (warm-tests.ts says why).
import { BroadcastChannel } from 'node:worker_threads';
import { createVitest } from 'vitest/node';

const PASSED = 0;
const FAILED = 1;

class WarmRunner {
  static inject = [];
  #vitest;
  #channel;
  #running;
  #waiting;
  #isSpoilt = false;

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    process.env.VITEST = '1';
    this.#channel = new BroadcastChannel(`warm-${process.pid}`);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- only this one also begins to listen
    this.#channel.onmessage = ({ data }) => {
      if ('kind' in data) this.#waiting?.(data);
    };
    this.#vitest = await createVitest('test', {
      config: 'test/verify/stryker.vitest.config.ts',
      runner: './test/verify/warm-tests.ts',
      pool: 'threads',
      maxWorkers: 1,
      coverage: { enabled: false },
      watch: false,
      reporters: [{ onInit() {} }],
      onConsoleLog: () => false,
    });
    await this.#load();
  }

  async #load() {
    const ready = this.#answer();
    this.#running = this.#vitest.start();
    const first = await Promise.race([ready, this.#running.then(() => ({ kind: 'broken', failure: this.#trouble() }))]);
    if (first.kind === 'broken') throw new Error(`The tests cannot be loaded: ${first.failure}`);
    this.#isSpoilt = false;
  }

  #trouble() {
    const { state } = this.#vitest;
    const errors = [...state.getFiles().flatMap((file) => file.result?.errors ?? []), ...state.errorsSet];
    return errors.map((error) => error.message ?? String(error)).join('; ');
  }

  #answer() {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #ask(question) {
    const answer = this.#answer();
    this.#channel.postMessage(question);
    return answer;
  }

  async #unload() {
    this.#channel.postMessage({ ask: 'stop' });
    await this.#running;
    this.#vitest.state.filesMap.clear();
  }

  async #afresh() {
    await this.#unload();
    await this.#load();
  }

  async dryRun() {
    const { kind, failure, results, coverage } = await this.#ask({ ask: 'whole' });
    if (kind === 'broken') return { status: 'error', errorMessage: failure };
    const tests = results.map(({ id, fileName, milliseconds, failure: failureMessage }) => ({
      id,
      fileName,
      name: id.slice(id.indexOf('#') + 1),
      timeSpentMs: milliseconds,
      ...(failureMessage === undefined ? { status: PASSED } : { status: FAILED, failureMessage }),
    }));
    return { status: 'complete', tests, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant: { id: mutant }, testFilter: tests, hitLimit }) {
    const question = { ask: 'mutant', mutant, tests, hitLimit };
    const wasSpoilt = this.#isSpoilt;
    if (wasSpoilt) await this.#afresh();
    let found = await this.#ask(question);
    if (!wasSpoilt && (found.isSpoilt || found.isHidden)) {
      await this.#afresh();
      found = await this.#ask(question);
    }
    this.#isSpoilt = found.isSpoilt === true;
    if (found.kind === 'broken') return { status: 'error', errorMessage: found.failure };
    if (found.kind === 'unnoticed') return { status: 'survived', nrOfTests: found.ran };
    if (found.isLimit) return { status: 'timeout', reason: found.failure };
    return { status: 'killed', killedBy: [found.by], failureMessage: found.failure, nrOfTests: found.ran };
  }

  async dispose() {
    await this.#unload();
    this.#channel.close();
    await this.#vitest.close();
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'warm', injectableClass: WarmRunner }];
