import { COLOURED, type Paint, PLAIN } from '../report/paint.ts';

/** Colours only for a person in front of a terminal who has not declined them. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, TERM } = process.env;
  return stream.isTTY && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb' ? COLOURED : PLAIN;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** Columns to lay a text out in. */
export const widthFor = (stream: NodeJS.WriteStream): number =>
  Math.min(160, Math.max(50, stream.columns ?? WIDTH_WITHOUT_TERMINAL));

export const print = (text: string): boolean => process.stdout.write(text.endsWith('\n') ? text : `${text}\n`);
export const printError = (text: string): boolean => process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
export const printJson = (value: unknown): boolean => print(JSON.stringify(value, null, 2));

/** Exit codes of the contract. */
export const EXIT = { answered: 0, doesNotHold: 1, badInput: 2, ourFault: 3 } as const;

/** The higher code wins when several things happen in one command. */
export function setExit(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

/** One line on a terminal that says how far a long command is, from its second second on. */
export class Progress {
  readonly #total: number;
  readonly #what: string;
  readonly #began = Date.now();
  #shown = 0;

  constructor(total: number, what: string) {
    this.#total = total;
    this.#what = what;
  }

  step(done: number): void {
    const now = Date.now();
    if (!process.stderr.isTTY || now - this.#began < 1000 || now - this.#shown < 100) return;
    this.#shown = now;
    process.stderr.write(`\r\u001B[K${done} of ${this.#total} ${this.#what}`);
  }

  clear(): void {
    if (this.#shown > 0) process.stderr.write('\r\u001B[K');
  }
}
