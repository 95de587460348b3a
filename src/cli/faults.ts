import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { must } from '../model/must.ts';
import { formatProblem, InputError, type Problem } from '../model/problem.ts';
import { sanitise } from '../report/layout.ts';
import { EXIT, printError, setExit } from './terminal.ts';

interface Recorded {
  toText(): string;
}
let recording: Recorded | undefined;

/** The journal that is saved if the program itself fails. */
export function keepInMind(journal: Recorded | undefined): void {
  recording = journal;
}

/** Input errors as their problems (2), everything else as a fault of ours (3). A stack only with DEBUG. */
export function reportFault(error: unknown): void {
  if (error instanceof InputError) {
    for (const problem of error.problems) printError(formatProblem(tamed(problem)));
    setExit(EXIT.badInput);
    return;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const [first] = message.split('\n');
  printError(`restore-sim: this is a fault of ours, not of your file: ${sanitise(must(first, 'what went wrong'))}`);
  const saved = saveJournal();
  if (saved !== undefined) printError(`The journal up to here: ${saved}`);
  printError(
    process.env['DEBUG'] ? (stack ?? message) : 'Set DEBUG=1 to see where it happened, and please report both.',
  );
  setExit(EXIT.ourFault);
}

/** A line end in a file's name or text must not begin a message of its own. */
const tamed = (problem: Problem): Problem => ({
  ...problem,
  file: sanitise(problem.file),
  message: sanitise(problem.message),
  ...(problem.excerpt === undefined ? {} : { excerpt: sanitise(problem.excerpt) }),
  ...(problem.advice === undefined ? {} : { advice: sanitise(problem.advice) }),
});

/** A fault of ours as the result of one file among many. */
export function brokenBy(file: string, error: unknown): Problem {
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const told = process.env['DEBUG'] ? (stack ?? message) : message.split('\n')[0];
  return {
    file,
    line: 1,
    column: 1,
    message: `this is a fault of ours, not of your file: ${told}`,
    advice: 'Set DEBUG=1 to see where it happened, and please report both.',
  };
}

function saveJournal(): string | undefined {
  if (!recording) return undefined;
  try {
    const file = join(mkdtempSync(join(tmpdir(), 'restore-sim-')), 'journal.jsonl');
    writeFileSync(file, recording.toText());
    return file;
  } catch {
    return undefined;
  }
}

/** Runs what a command does and turns whatever goes wrong into a message and an exit code. */
export const guarded =
  <A extends unknown[]>(action: (...args: A) => void | Promise<void>) =>
  async (...args: A): Promise<void> => {
    try {
      await action(...args);
    } catch (error) {
      reportFault(error);
    }
  };
