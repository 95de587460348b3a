import { parentPort } from 'node:worker_threads';
import { checkFile } from './check-file.ts';
import type { ScenarioFile } from './files.ts';

// One of several threads that check scenarios: files come in, their results go back.
parentPort?.on('message', (files: readonly ScenarioFile[]) => {
  try {
    parentPort?.postMessage({ results: files.map(checkFile) });
  } catch (error) {
    parentPort?.postMessage({ fault: error instanceof Error ? { message: error.message, stack: error.stack } : { message: String(error) } });
  }
});
