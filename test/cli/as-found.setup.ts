import { afterAll } from 'vitest';

/** What the files of a worker share, because each is run in the process of the one before. */
const shared = () => ({
  folder: process.cwd(),
  exitCode: process.exitCode ?? 0,
  terminals: [process.stdin, process.stdout, process.stderr].map((stream) => stream.isTTY === true),
});

const found = shared();
const environment = { ...process.env };
/** Names alone: what they hold is nobody's business in a report. */
const changed = (): readonly string[] =>
  Object.keys({ ...environment, ...process.env }).filter((name) => environment[name] !== process.env[name]);

// Whoever leaves something changed breaks the tests of another file, in one order of the files and not in the next.
afterAll(() => {
  const now = { ...shared(), changed: changed() };
  if (JSON.stringify(now) === JSON.stringify({ ...found, changed: [] })) return;
  throw new Error(`This file does not leave the process as it found it: ${JSON.stringify({ found, now })}`);
});
