import { MAX_NAME_LENGTH, MAX_STATES, MAX_TEXT_LENGTH } from './live-limits.ts';
import type { SeenSnapshot } from './live-message.ts';

const MAX_DEPTH = 30;

export const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a snapshot of any kind of actor as far as a watcher shows it. */
export function seenIn(snapshot: unknown): SeenSnapshot {
  if (!isPlain(snapshot)) return { status: 'active', states: [], context: '', result: '', mark: '' };
  const { status, value, context, output, error } = snapshot;
  const states: string[] = [];
  collectStates(value, '', states, 0);
  const result = status === 'error' ? error : output;
  const whole = jsonOf(snapshot);
  return {
    status: typeof status === 'string' ? status.slice(0, 40) : 'active',
    states,
    context: context === undefined ? '' : cutJson(context),
    result: result === undefined || result === null ? '' : cutJson(result),
    mark: whole === undefined ? '' : markOf(whole),
  };
}

function collectStates(value: unknown, before: string, states: string[], depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (typeof value === 'string') add(`${before}${value}`, states);
  else if (isPlain(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (states.length >= MAX_STATES) return;
      if (isPlain(inner) && Object.keys(inner).length === 0) add(`${before}${key}`, states);
      else collectStates(inner, `${before}${key}.`, states, depth + 1);
    }
  }
}

function add(state: string, states: string[]): void {
  if (states.length < MAX_STATES) states.push(state.slice(0, MAX_NAME_LENGTH));
}

/**
 * Two texts with one mark are the same for a watcher. Not a fingerprint: every snapshot of a program passes here, and
 * SHA-256 would take longer than all the rest.
 */
function markOf(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    a = Math.imul(a ^ code, 2_654_435_761);
    b = Math.imul(b ^ code, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}

/** A value as JSON, not longer than a watcher shows. What a window posts need not be JSON: it may go in circles. */
export function cutJson(value: unknown): string {
  const text = jsonOf(value) ?? '(a value that JSON cannot say)';
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)} …` : text;
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'bigint' ? `${inner}n` : inner));
  } catch {
    return undefined;
  }
}
