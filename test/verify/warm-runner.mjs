// A test runner for Stryker that keeps the tests loaded from mutant to mutant (warm-tests.ts says why).
import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, relative } from 'node:path';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { BroadcastChannel } from 'node:worker_threads';

/** Vitest's thread with the tests: one that a mutant sent into a circle is ended from outside. */
let thread;
const threads = createRequire(import.meta.url)('node:worker_threads');
threads.Worker = class extends threads.Worker {
  constructor(...given) {
    super(...given);
    thread = this;
  }
};
syncBuiltinESMExports();
const { createVitest } = await import('vitest/node');

const PASSED = 0;
const FAILED = 1;

/** A circle is told by the time of the processor, because a busy machine makes everything slow. */
const LONGEST = { milliseconds: 4000, times: 6 };
const spentMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

class WarmRunner {
  static inject = [];
  #vitest;
  #channel;
  #running;
  #waiting;
  #begins;
  #isSpoilt = false;
  #usual = new Map();

  /** Said to be, so that Stryker leaves it to this one when to load anew: otherwise it ends the whole process. */
  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    process.env.NODE_ENV = 'test';
    process.env.VITEST = '1';
    this.#channel = new BroadcastChannel(`warm-${process.pid}`);
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- only this one also begins to listen
    this.#channel.onmessage = ({ data }) => {
      if (data.kind === 'begins') this.#begins?.(data.test);
      else if ('kind' in data) this.#waiting?.(data);
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

  /** The answer, or that there is none after many times the usual work of the test that runs. */
  async #askFor(question) {
    let latest = spentMs() + LONGEST.milliseconds;
    this.#begins = (test) => {
      latest = spentMs() + LONGEST.milliseconds + LONGEST.times * (this.#usual.get(test) ?? 0);
    };
    let timer;
    const late = new Promise((resolve) => {
      timer = setInterval(() => {
        if (spentMs() > latest) resolve({ kind: 'circle' });
      }, 250);
    });
    const found = await Promise.race([this.#ask(question), late]);
    clearInterval(timer);
    if (found.kind === 'circle') {
      await thread.terminate();
      await this.#running.catch(() => {});
      this.#vitest.state.filesMap.clear();
      this.#vitest.state.errorsSet.clear();
      await this.#load();
    }
    return found;
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
    this.#usual = new Map(results.map(({ id, milliseconds }) => [id, milliseconds]));
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
    let found = await this.#askFor(question);
    // The tests are those that come by the mutant in a fresh thread: there the others can tell.
    const idle = found.kind === 'unnoticed' ? found.idle : [];
    if (!wasSpoilt && (found.isSpoilt || idle.length > 0)) {
      await this.#afresh();
      found = await this.#askFor(idle.length > 0 ? { ...question, tests: idle } : question);
    }
    this.#isSpoilt = found.isSpoilt === true;
    if (found.kind === 'broken') return { status: 'error', errorMessage: found.failure };
    if (found.kind === 'unnoticed') return { status: 'survived', nrOfTests: found.ran };
    if (found.kind === 'circle' || found.isLimit)
      return { status: 'timeout', reason: found.failure ?? 'it runs in a circle' };
    return { status: 'killed', killedBy: [found.by], failureMessage: found.failure, nrOfTests: found.ran };
  }

  async dispose() {
    await this.#unload();
    this.#channel.close();
    await this.#vitest.close();
  }
}

/** Writes down each mutant as soon as it is tried: a run that is stopped has told that much. */
class AsItGoes {
  static inject = [];
  #path = `test-results/mutation/${process.env.MUTATED_ROOM ?? 'run'}/as-it-goes.jsonl`;

  onMutationTestingPlanReady() {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, '');
  }

  onMutantTested({ fileName, location, mutatorName, replacement, status, killedBy }) {
    const line = {
      status,
      fileName: relative('.', fileName),
      line: location.start.line,
      mutatorName,
      replacement,
      killedBy,
    };
    appendFileSync(this.#path, `${JSON.stringify(line)}\n`);
  }
}

export const strykerPlugins = [
  { kind: 'TestRunner', name: 'warm', injectableClass: WarmRunner },
  { kind: 'Reporter', name: 'as-it-goes', injectableClass: AsItGoes },
];
