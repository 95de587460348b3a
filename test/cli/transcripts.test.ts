import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { restoreSim } from './command.ts';

const folder = resolve('test/cli/transcripts');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

const PROMPT = '$ restore-sim';

/** The commands of a transcript, run again: each with all that it prints, and its code when that is not 0. */
function playAgain(text: string): string {
  const commands = text.split('\n').filter((line) => line.startsWith(PROMPT));
  return commands.map((command) => `${command}\n${outputOf(command)}`).join('\n');
}

function outputOf(command: string): string {
  const { status, stdout, stderr } = restoreSim(argumentsOf(command), { cwd: folder });
  const text = `${stdout}${stderr}`.replaceAll(/in \d+\.\d s$/gm, 'in 0.0 s');
  return `${text.endsWith('\n') || text === '' ? text : `${text}\n`}${status === 0 ? '' : `[exit ${status}]\n`}`;
}

const argumentsOf = (command: string): string[] =>
  [...command.slice(PROMPT.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');

test('there are transcripts', () => {
  expect(files.length).toBeGreaterThan(3);
});

test.each(files)('%s is what the command prints (UPDATE=1 writes it anew)', (name) => {
  const file = join(folder, name);
  const kept = readFileSync(file, 'utf8');
  const printed = playAgain(kept);
  if (process.env['UPDATE']) writeFileSync(file, printed);
  else expect(printed).toBe(kept);
});
