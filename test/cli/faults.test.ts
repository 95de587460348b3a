import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepInMind, reportFault } from '../../src/cli/faults.ts';
import { InputError } from '../../src/model/problem.ts';

let told = '';
beforeEach(() => {
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  keepInMind(undefined);
  process.exitCode = undefined;
});

test('our own fault: code 3, the saved journal, and no stack', () => {
  keepInMind({ toText: () => '{"n":1}\n' });
  reportFault(new TypeError('x is not a function'));
  expect(process.exitCode).toBe(3);
  expect(told).toContain('a fault of ours');
  expect(told).not.toMatch(/^\s+at /m);
  const saved = /The journal up to here: (.+)$/m.exec(told)?.[1] ?? '';
  expect(existsSync(saved)).toBe(true);
  expect(readFileSync(saved, 'utf8')).toBe('{"n":1}\n');
});

test('the stack with DEBUG', () => {
  vi.stubEnv('DEBUG', '1');
  reportFault(new TypeError('x is not a function'));
  expect(told).toMatch(/^\s+at /m);
});

test('an input error: code 2, its place, and nothing of a terminal’s language from the file', () => {
  reportFault(new InputError([{ file: 'x.yaml', line: 3, column: 1, message: 'unknown key “\u001B[2J”' }]));
  expect(process.exitCode).toBe(2);
  expect(told).toBe('x.yaml:3:1: unknown key “\uFFFD[2J”\n');
});
