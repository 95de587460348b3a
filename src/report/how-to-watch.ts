/** The four lines that let a program with XState 5 be watched; `url` is the local server's, `ws://127.0.0.1:…`. */
export const linesToWatch = (url: string): readonly string[] => [
  'npm i @statelyai/inspect',
  "import { createWebSocketInspector } from '@statelyai/inspect';",
  `const inspector = createWebSocketInspector({ url: '${url}/inspect' });`,
  'createActor(machine, { inspect: inspector.inspect }).start();',
];

/** In a page, in place of the third line: it opens a window of its own. */
export const browserLine = (address: string): string =>
  `const inspector = createBrowserInspector({ url: '${address}/watch' });`;

export const WATCH_CLAIM = 'A local event log and sequence for programs that use @statelyai/inspect.';

export const GOOD_TO_KNOW_WHEN_WATCHING: readonly string[] = [
  'A Node program does not exit while the inspector’s socket is open: inspector.stop() closes it.',
  'A program that started before the server keeps only its last 200 messages, so names can be missing.',
  'Not shown: charts, microsteps, failed guards and emitted events; an action that throws leaves no message.',
];
