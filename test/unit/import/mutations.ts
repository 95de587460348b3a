import * as fc from 'fast-check';
import { InputError } from '../../../src/model/problem.ts';

/** Changes to bytes that keep most of what they were: a byte, a stretch, an end, a part in another's place. */
export type Mutation = readonly [kind: number, at: number, value: number, length: number];
export const mutations: fc.Arbitrary<readonly Mutation[]> = fc.array(
  fc.tuple(fc.nat(4), fc.nat(0xffff_ffff), fc.nat(0xffff_ffff), fc.nat(64)),
  { minLength: 1, maxLength: 3 },
);

export function mutated(bytes: Uint8Array, changes: readonly Mutation[]): Uint8Array {
  let changed = bytes.slice();
  for (const [kind, where, value, length] of changes) {
    if (changed.length === 0) return changed;
    const at = where % changed.length;
    const from = value % changed.length;
    if (kind === 0) changed[at] = value & 255;
    else if (kind === 1) changed.fill(value & 255, at, at + length);
    else if (kind === 2) changed = changed.slice(0, at);
    else if (kind === 3) changed.copyWithin(at, from, from + length);
    else new DataView(changed.buffer).setUint8(changed.length - 1 - (at % Math.min(32, changed.length)), value & 255);
  }
  return changed;
}

/** Whether it was read; anything but a result or a sentence is a fault of the reader. */
export function readOrTold(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (error instanceof InputError && error.message.length > 10) return false;
    throw error;
  }
}
