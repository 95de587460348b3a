import { InputError } from '../model/problem.ts';
import type { Changes } from '../scenario/conditions.ts';

/** `path=value`, as somebody types it; a value may hold further equals signs. */
export function changesFrom(set: readonly string[]): Changes {
  return Object.fromEntries(
    set.map((words) => {
      const sign = words.indexOf('=');
      if (sign > 0) return [words.slice(0, sign).trim(), words.slice(sign + 1).trim()];
      throw new InputError([
        {
          file: '--set',
          message: `“${words.slice(0, 120)}” has no value`,
          advice: 'Write a condition and its value, such as device.free="64 GB".',
        },
      ]);
    }),
  );
}
