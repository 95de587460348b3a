import { InputError } from '../../model/problem.ts';
import { openWanted } from './open-wanted.ts';
import type { Said, Wanted } from './wanted.ts';

/** At most so often, in milliseconds, the page hears how far it is. */
const REST = 100;

const say = (said: Said): void => postMessage(said);
let told = 0;
const onProgress = (says: () => string): void => {
  if (performance.now() - told < REST) return;
  told = performance.now();
  say({ kind: 'progress', says: says() });
};

addEventListener('message', ({ data }: MessageEvent<Wanted>) => {
  try {
    say({ kind: 'opened', ...openWanted(data, onProgress) });
  } catch (error) {
    if (error instanceof InputError) say({ kind: 'refused', problems: error.problems });
    else say({ kind: 'failed', says: String(error) });
  }
});
// The rule book is fetched first, and what was sent before would be lost.
say({ kind: 'ready' });
