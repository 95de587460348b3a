import { jsonText } from '../report/json-text.ts';
import { COLOURED, forTerminal, type Paint, PLAIN } from '../report/paint.ts';

/** Colours only for a person in front of a terminal who has not declined them. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  const { NO_COLOR, TERM } = process.env;
  return stream.isTTY && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb' ? COLOURED : PLAIN;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** Columns to lay a text out in. */
export const widthFor = (stream: NodeJS.WriteStream): number =>
  Math.min(160, Math.max(50, stream.columns ?? WIDTH_WITHOUT_TERMINAL));

const CLEAR_LINE = '\r\u001B[K';
let isLineShown = false;
/** News in one line of a terminal, until anything else is told, also an error. Nothing without a terminal. */
export function showOnLine(text: string): void {
  if (!process.stderr.isTTY) return;
  isLineShown = true;
  process.stderr.write(`${CLEAR_LINE}${forTerminal(text, false).replaceAll('\n', ' ')}`);
}
export function clearLine(): void {
  if (isLineShown) process.stderr.write(CLEAR_LINE);
  isLineShown = false;
}

/** The one place from which text goes to a terminal: whatever it was made of, it is sanitise afterwards. */
function write(stream: NodeJS.WriteStream, text: string): boolean {
  clearLine();
  return stream.write(forTerminal(text.endsWith('\n') ? text : `${text}\n`, paintFor(stream) === COLOURED));
}

export const print = (text: string): boolean => write(process.stdout, text);
export const printError = (text: string): boolean => write(process.stderr, text);
export const printJson = (value: unknown): boolean => print(jsonText(value));

/** A question to a person, who answers behind it. */
export function printPrompt(text: string): boolean {
  clearLine();
  return process.stderr.write(forTerminal(text, false));
}

/** Exit codes of the contract. */
export const EXIT = { answered: 0, doesNotHold: 1, badInput: 2, ourFault: 3 } as const;

/** The higher code wins when several things happen in one command. */
export function setExit(code: number): void {
  process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
}

let isStaying = false;
/** For commands that go on after they have answered, until the person ends them. */
export function stay(): void {
  isStaying = true;
}

// What went wrong with the writing is told first.
const exitSoon = (): void => void setImmediate(() => process.exit());

/**
 * Ends the process when all that was told has left it. By itself Node would first wait for the machine code that it
 * makes beside, which nobody will run any more.
 */
export function leave(): void {
  if (!isStaying) process.stdout.write('', () => process.stderr.write('', exitSoon));
}

/** One line on a terminal that says how far a long command is, from its second second on. */
export class Progress {
  readonly #total: number | undefined;
  readonly #what: string;
  readonly #began = Date.now();
  #shown = 0;

  /** Without a total it is told how much was done. */
  constructor(total: number | undefined, what: string) {
    this.#total = total;
    this.#what = what;
  }

  step(done: number): void {
    const now = Date.now();
    if (now - this.#began < 1000 || now - this.#shown < 100) return;
    this.#shown = now;
    showOnLine(`${done}${this.#total === undefined ? '' : ` of ${this.#total}`} ${this.#what}`);
  }

  clear(): void {
    clearLine();
  }
}
