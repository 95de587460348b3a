import { expect, test } from 'vitest';
import { FUZZ_TARGETS, fuzz } from './fuzzing.ts';

// A million each by `npm run verify -- backup-fuzz`.
test.each(Object.entries(FUZZ_TARGETS))('changed %s are read or told, and nothing else', (_, target) => {
  // Unchanged, each is read: what is changed begins whole.
  for (const seed of target.seeds) expect(() => target.read(seed)).not.toThrow();
  expect(fuzz(target, 150, 1).read).toBeLessThanOrEqual(150);
});
