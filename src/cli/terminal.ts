import { fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { jsonText } from '../report/json-text.ts';
import { COLOURED, forTerminal, type Paint, PLAIN } from '../report/paint.ts';
import type { Page } from '../report/story-text.ts';
import { systemReason } from './files.ts';

type Channel = 'stdout' | 'stderr';
const DESCRIPTORS = { stdout: 1, stderr: 2 } as const satisfies Record<Channel, number>;
const CHANNELS = Object.keys(DESCRIPTORS) as Channel[];

/** Channels that are written to without the stream that Node has for them. */
const straight = new Set<Channel>();

/**
 * Files, pipes and nowhere take a text as it is, so that a start need not load Node's streams, which it would do for
 * nothing else. A terminal is left to them: it may be slow, be resized, and know colours.
 */
function takesTextAsItIs(descriptor: number): boolean {
  try {
    const there = fstatSync(descriptor);
    return !there.isCharacterDevice() || there.rdev === statSync(devNull, { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** For the program itself, once. Commands that run inside of something else write to its streams. */
export function writeStraight(): void {
  for (const channel of CHANNELS) {
    if (takesTextAsItIs(DESCRIPTORS[channel])) straight.add(channel);
    else watch(channel);
  }
}

function watch(channel: Channel): void {
  process[channel].on('error', (error: NodeJS.ErrnoException) => failed(channel, error));
}

function failed(channel: Channel, error: NodeJS.ErrnoException): void {
  // What cannot be said cannot be said; the exit code still tells how it went. And a reader that has seen enough, such
  // as `head`, is no fault.
  if (channel === 'stderr' || error.code === 'EPIPE') return;
  printError(`restore-sim: the answer cannot be written: ${systemReason(error) ?? error.message}`);
  setExit(EXIT.badInput);
}

function writeAtOnce(channel: Channel, text: string): boolean {
  const bytes = Buffer.from(text);
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(DESCRIPTORS[channel], bytes, written);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
      failed(channel, error as NodeJS.ErrnoException);
      return false;
    }
    // Another program has made it one that does not wait: then somebody has to.
    straight.delete(channel);
    watch(channel);
    return process[channel].write(bytes.subarray(written));
  }
}

const isTerminal = (channel: Channel): boolean => !straight.has(channel) && process[channel].isTTY;

/** Colours only for a person in front of a terminal who has not declined them. */
function paintFor(channel: Channel): Paint {
  const { NO_COLOR, TERM } = process.env;
  return isTerminal(channel) && (NO_COLOR === undefined || NO_COLOR === '') && TERM !== 'dumb' ? COLOURED : PLAIN;
}

const WIDTH_WITHOUT_TERMINAL = 100;

/** How answers are laid out. */
export function outputPage(): Page {
  const { columns = WIDTH_WITHOUT_TERMINAL } = isTerminal('stdout') ? process.stdout : {};
  return { paint: paintFor('stdout'), width: Math.min(160, Math.max(50, columns)) };
}

const CLEAR_LINE = '\r\u001B[K';
let isLineShown = false;
/** News in one line of a terminal, until anything else is told, also an error. Nothing without a terminal. */
export function showOnLine(text: string): void {
  if (!isTerminal('stderr')) return;
  isLineShown = true;
  process.stderr.write(`${CLEAR_LINE}${forTerminal(text, false).replaceAll('\n', ' ')}`);
}
export function clearLine(): void {
  if (isLineShown) process.stderr.write(CLEAR_LINE);
  isLineShown = false;
}

/** The one place from which text goes to a terminal: whatever it was made of, it is sanitise afterwards. */
function write(channel: Channel, text: string): boolean {
  clearLine();
  const tame = forTerminal(text.endsWith('\n') ? text : `${text}\n`, paintFor(channel) === COLOURED);
  return straight.has(channel) ? writeAtOnce(channel, tame) : process[channel].write(tame);
}

export const print = (text: string): boolean => write('stdout', text);
export const printError = (text: string): boolean => write('stderr', text);
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
  if (isStaying) return;
  const open = CHANNELS.filter((channel) => !straight.has(channel));
  const drained = open.map((channel) => new Promise<void>((done) => process[channel].write('', () => done())));
  void Promise.all(drained).then(exitSoon);
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
