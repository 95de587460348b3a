import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';
import { printError, printPrompt } from './terminal.ts';

/** The first line of the input, without its end; undefined where there is none. */
export async function firstLineOfInput(): Promise<string | undefined> {
  const lines = createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) return line === '' ? undefined : line;
    return undefined;
  } finally {
    lines.close();
  }
}

/** Asks on a terminal, and shows nothing of the answer. Without a terminal nobody is asked. */
export async function askPassword(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  printPrompt(question);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const asking = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    const answer = await new Promise<string>((resolve) => {
      asking.once('line', resolve);
      asking.once('close', () => resolve(''));
    });
    return answer === '' ? undefined : answer;
  } finally {
    asking.close();
    printError('');
  }
}
