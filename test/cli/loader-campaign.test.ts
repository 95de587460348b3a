import { expect, test } from 'vitest';
import { SEED } from '../laws/seed.ts';
import { campaign } from './loader-campaign.ts';

const TEXTS = 3000;

test(`${TEXTS} mutated texts are read or refused with a place, and nothing else (seed ${SEED})`, () => {
  const { loaded, refused, broken } = campaign(TEXTS, SEED);
  expect(broken).toEqual([]);
  expect(loaded + refused).toBe(TEXTS);
  // Mutations that only ever broke a file would never come to the later parts of the loader.
  expect(loaded).toBeGreaterThan(TEXTS / 50);
  expect(refused).toBeGreaterThan(TEXTS / 4);
}, 300_000);
