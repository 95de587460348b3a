import { BroadcastChannel } from 'node:worker_threads';
import type { RunnerTestCase, RunnerTestFile, RunnerTestSuite } from 'vitest';
import { getFn } from 'vitest/suite';
import { TestRunner } from 'vitest';
import type { Answer, Question, Tried } from './warm-talk.ts';

/**
 * Stryker's own runner starts a thread for each mutant, which loads the core anew: seconds, where its tests take
 * milliseconds. This one loads everything once, keeps the tests and tries mutant after mutant on them.
 */

/** What Stryker's instrumented code reads and writes. */
interface Switch {
  activeMutant: string | undefined;
  currentTestId: string | undefined;
  hitCount: number | undefined;
  hitLimit: number | undefined;
  mutantCoverage?: {
    readonly static: Record<string, number>;
    readonly perTest: Record<string, Record<string, number>>;
  };
}
const mutation = ((globalThis as { __stryker__?: Switch }).__stryker__ ??= {} as Switch);
mutation.activeMutant = undefined;

const tests = new Map<string, RunnerTestCase>();
const spentMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** Milliseconds of the processor for each test when nothing is broken. */
const usual = new Map<string, number>();
/** Mutants beside each other are noticed by the same test. */
let lastToNotice: string | undefined;

const fullName = (task: RunnerTestCase | RunnerTestSuite): string =>
  task.suite ? `${fullName(task.suite)} ${task.name}`.trim() : task.name;

function keep(task: RunnerTestSuite['tasks'][number], file: string): void {
  if (task.type === 'suite') for (const part of task.tasks) keep(part, file);
  else if (task.mode === 'run' || task.mode === 'queued') {
    const name = `${file}#${fullName(task)}`;
    tests.set(tests.has(name) ? `${name} (${tests.size})` : name, task);
  }
  // They are run here and nowhere else.
  task.mode = 'skip';
}

async function failureOf(test: string): Promise<string | undefined> {
  const task = tests.get(test);
  if (!task) return 'there is no such test';
  try {
    await getFn(task)();
    return undefined;
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 300) : String(error);
  }
}

/** Each test by itself: how long it takes, and which mutants it comes by. */
async function runWhole(): Promise<Answer> {
  const results: Tried[] = [];
  for (const [id, { file }] of tests) {
    mutation.currentTestId = id;
    const began = spentMs();
    const failure = await failureOf(id);
    const milliseconds = spentMs() - began;
    usual.set(id, milliseconds);
    results.push({ id, fileName: file.filepath, milliseconds, failure });
  }
  mutation.currentTestId = undefined;
  return { kind: 'whole', results, coverage: mutation.mutantCoverage };
}

function ordered(asked: readonly string[]): readonly string[] {
  const rank = (id: string): number => (id === lastToNotice ? -1 : (usual.get(id) ?? 0));
  return asked.toSorted((a, b) => rank(a) - rank(b));
}

async function tryMutant(
  { mutant, tests: asked, hitLimit }: Extract<Question, { ask: 'mutant' }>,
  tell: (answer: Answer) => void,
): Promise<Answer> {
  const idle: string[] = [];
  let ran = 0;
  Object.assign(mutation, { hitCount: 0, hitLimit });
  for (const id of ordered(asked ?? [...tests.keys()])) {
    tell({ kind: 'begins', test: id });
    mutation.activeMutant = mutant;
    const before = mutation.hitCount;
    const failure = await failureOf(id);
    mutation.activeMutant = undefined;
    ran += 1;
    if (mutation.hitCount === before) idle.push(id);
    if (failure === undefined) continue;
    const isLimit = (mutation.hitCount ?? 0) > (hitLimit ?? Number.POSITIVE_INFINITY);
    lastToNotice = id;
    // What a broken core left behind must not be what the next test stumbles over.
    mutation.hitCount = undefined;
    const isSpoilt = (await failureOf(id)) !== undefined;
    return { kind: 'noticed', by: id, failure, ran, isLimit, isSpoilt };
  }
  mutation.hitCount = undefined;
  return { kind: 'unnoticed', ran, idle };
}

async function serve(): Promise<void> {
  const channel = new BroadcastChannel(`warm-${process.pid}`);
  const answer = (given: Answer): void => channel.postMessage(given);
  await new Promise<void>((resolve) => {
    let last = Promise.resolve();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- only this one also begins to listen
    channel.onmessage = ({ data }: { data: unknown }) => {
      const question = data as Question | Answer;
      if (!('ask' in question)) return;
      if (question.ask === 'stop') resolve();
      else
        last = last
          .then(() => (question.ask === 'whole' ? runWhole() : tryMutant(question, answer)))
          .then(answer, (error: unknown) => answer({ kind: 'broken', failure: String(error) }));
    };
    answer({ kind: 'ready' });
  });
  channel.close();
}

let files = 0;

// oxlint-disable-next-line import/no-default-export -- vitest takes a runner that way
export default class WarmTests extends TestRunner {
  async onCollected(collected: readonly RunnerTestFile[]): Promise<void> {
    for (const file of collected) {
      const broken = file.result?.errors?.[0];
      if (broken) throw new Error(`${file.name}: ${broken.message}`);
      for (const task of file.tasks) keep(task, file.name);
    }
    files += collected.length;
    const { ctx } = (this as unknown as { workerState: { ctx: { files: readonly unknown[] } } }).workerState;
    if (files === ctx.files.length) await serve();
  }
}
