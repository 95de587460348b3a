import type { InspectionEvent } from 'xstate';
import { WebSocket } from 'ws';
import { InputError } from '../model/problem.ts';
import { MAX_LINES } from '../report/live-limits.ts';
import type { JournalLine } from '../run/journal-line.ts';
import type { Run } from '../run/play.ts';
import type { Simulation } from '../run/simulation.ts';
import { FIRST_PORT } from './inspect.ts';
import { neutralInspection } from './neutral-inspection.ts';
import { PROTOCOL } from './serve/live-hub.ts';
import { print, stay } from './terminal.ts';

/** What a run is played with, so that others can follow it. */
export interface Following {
  readonly inspect?: (event: InspectionEvent) => void;
  readonly onStep?: (simulation: Simulation) => void;
}
export interface Streamed {
  /** The scenario's name and text, as the page will offer to open it. */
  readonly name: string;
  readonly text: string;
  /** Plays the run with the followers given. */
  readonly play: (following: Following) => Run;
}

const PORTS_TRIED = 20;
const PATIENCE = 1500;

/** Streams a run into the inspector that is open on this computer. Throws an InputError when none is. */
export async function streamRun({ name, text, play }: Streamed, port?: number): Promise<Run> {
  const socket = await findInspector(port);
  const send = (message: unknown) => socket.send(JSON.stringify(message));
  send({ type: 'restore-sim.began', scenario: name, ...(text.length < 500_000 ? { text } : {}) });
  let sent = 0;
  const sendNew = (lines: readonly JournalLine[]) => {
    for (; sent < lines.length; sent += MAX_LINES)
      send({ type: 'restore-sim.lines', lines: lines.slice(sent, sent + MAX_LINES) });
    sent = lines.length;
  };
  const run = play({ onStep: ({ journal }) => sendNew(journal.lines) });
  sendNew(run.journal.lines);
  send({ type: 'restore-sim.ended', outcome: run.outcome, fingerprints: run.fingerprints });
  await closeWhenSent(socket);
  return run;
}

async function findInspector(port: number | undefined): Promise<WebSocket> {
  const ports = port === undefined ? Array.from({ length: PORTS_TRIED }, (_, index) => FIRST_PORT + index) : [port];
  for (const candidate of ports) {
    const socket = await connect(candidate);
    if (socket) return socket;
  }
  throw new InputError([
    {
      file: '--inspect',
      message: port === undefined ? 'no inspector is open on this computer' : `no inspector is open at port ${port}`,
      advice: 'Open one first, in another terminal: restore-sim inspect',
    },
  ]);
}

/** `undefined` when nobody is there, or somebody else is. */
const connect = (port: number): Promise<WebSocket | undefined> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/inspect`, PROTOCOL, {
      handshakeTimeout: PATIENCE,
      perMessageDeflate: false,
    });
    socket.once('open', () => resolve(socket.protocol === PROTOCOL ? socket : (socket.terminate(), undefined)));
    socket.once('error', () => resolve(undefined));
  });

/** A close message follows all that was sent before it. */
const closeWhenSent = (socket: WebSocket): Promise<void> =>
  new Promise((resolve) => {
    socket.once('close', () => resolve());
    socket.once('error', () => resolve());
    socket.close();
  });

/**
 * Sends a run to Stately's own inspector: the one thing here that needs the internet, so its code is loaded for
 * nothing else.
 * The process stays for as long as the person looks.
 */
export async function sendToStately({ play }: Streamed): Promise<Run> {
  print(
    'Sending this run to Stately’s inspector, over the internet. Its address follows when it is there; Ctrl-C ends it.',
  );
  stay();
  const { createSkyInspector } = await import('@statelyai/inspect');
  let told = false;
  const inspector = createSkyInspector({
    onerror: () => {
      if (!told) print('Stately’s inspector cannot be reached from here. Ctrl-C ends this.');
      told = true;
    },
  });
  return play({
    inspect: (event) => {
      const neutral = neutralInspection(event);
      if (neutral) inspector.inspect.next?.(neutral);
    },
  });
}
