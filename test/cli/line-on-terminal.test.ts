import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { clearLine, print, printError, printPrompt, showOnLine } from '../../src/cli/terminal.ts';
import { pretendTerminal } from './pretend-terminal.ts';

const CLEAR = '\r\u001B[K';
let told: string[] = [];
let restore = (): void => {};
beforeEach(() => {
  told = [];
  vi.stubEnv('NO_COLOR', '1');
  for (const name of ['stdout', 'stderr'] as const)
    vi.spyOn(process[name], 'write').mockImplementation((text) => told.push(`${name}: ${String(text)}`) > 0);
});
afterEach(() => {
  clearLine();
  restore();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test.each([
  ['an answer', print, 'stdout: so\n'],
  ['an error', printError, 'stderr: so\n'],
  ['a question', printPrompt, 'stderr: so'],
])('%s takes the place of the news that stands in the line, once', (_, tell, expected) => {
  restore = pretendTerminal(true);
  showOnLine('5000 files\nread');
  tell('so');
  clearLine();
  expect(told).toEqual([`stderr: ${CLEAR}5000 files read`, `stderr: ${CLEAR}`, expected]);
});

test('without a terminal no line is shown, and none is cleared', () => {
  restore = pretendTerminal(false);
  showOnLine('5000 files read');
  clearLine();
  print('so');
  expect(told).toEqual(['stdout: so\n']);
});
