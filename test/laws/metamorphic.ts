import * as fc from 'fast-check';
import { expect } from 'vitest';
import { COPY_KINDS } from '../../src/model/copy-kinds.ts';
import type { Run } from '../../src/run/play.ts';
import type { Entry } from './scripts.ts';
import { type Drama, dramas, type Stated } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

/** Changes of a generated world that may change no fate: how it is written, named, hurried and tapped at. */

/** The first part of a list stays where it is, the rest is mixed; the same number mixes the same way. */
function mixed<T>(list: readonly T[], seed: number, keep = 0): T[] {
  const rest = list.slice(keep).map((part, index) => ({ part, rank: noise(seed, index) }));
  return [...list.slice(0, keep), ...rest.toSorted((a, b) => a.rank - b.rank).map(({ part }) => part)];
}
const noise = (seed: number, index: number): number =>
  Math.imul(seed + index + 1, 0x9e_37_79_b1) ^ (seed << (index % 7));

export function withMixedKeys(value: unknown, seed: number): unknown {
  if (Array.isArray(value)) return value.map((part) => withMixedKeys(part, seed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(mixed(Object.entries(value), seed).map(([key, part]) => [key, withMixedKeys(part, seed)]));
}

interface Transformation {
  readonly apply: (draft: Stated, seed: number) => void;
  /** The id under which the changed world knows what was called so. */
  readonly idOf?: (id: string) => string;
  /** Says nothing of stories in which moments decide. */
  readonly timeless?: true;
  readonly attempts?: number;
}

/** Ids break ties: the new names stand in the order of the old ones. */
const renamed = (id: string): string => `renamed-${id}`;

export const TRANSFORMATIONS = {
  'the keys of every map in another order': {
    apply: (draft, seed) => {
      const other = withMixedKeys(structuredClone(draft), seed) as Stated;
      for (const key of Object.keys(draft)) delete draft[key];
      Object.assign(draft, other);
    },
  },
  'items, backups, copies and further accounts in another order': {
    // The first account is whose phone it is.
    apply: ({ world }, seed) => {
      world.items = mixed(world.items, seed);
      world.backups = mixed(world.backups, seed);
      world.accounts = mixed(world.accounts, seed, 1);
      if (Array.isArray(world['copies'])) world['copies'] = mixed(world['copies'], seed);
    },
  },
  'other ids': {
    idOf: renamed,
    apply: ({ world, script }) => {
      for (const part of [...world.items, ...world.backups, ...world.accounts]) rename(part, 'id');
      for (const part of [...world.items, ...world.backups, world.services]) rename(part, 'account');
      for (const copy of (world['copies'] ?? []) as Plain[]) copy['of'] = (copy['of'] as string[]).map(renamed);
      for (const entry of script as Plain[]) for (const key of ['account', 'backup']) rename(entry, key);
    },
  },
  'another line': {
    timeless: true,
    apply: ({ world }, seed) => {
      world.surroundings['speed'] = ['fast', 'usual', 'slow'][Math.abs(seed) % 3];
      world.surroundings['region'] = seed % 2 === 0 ? 'home' : 'abroad';
    },
  },
  'harmless taps': {
    apply: ({ script }, seed) => {
      const end = script.findIndex((entry) => entry['end'] !== undefined);
      for (const [index, tap] of ['screen.tapped', 'screen.locked', 'screen.unlocked'].entries()) {
        const at = Math.abs(noise(seed, index)) % (script.length + 1);
        script.splice(end < 0 ? at : Math.min(at, end), 0, { do: tap } satisfies Entry);
      }
    },
  },
  'another attempt': { apply: () => {}, attempts: 2 },
} as const satisfies Readonly<Record<string, Transformation>>;
export type TransformationName = keyof typeof TRANSFORMATIONS;
export const TRANSFORMATION_NAMES = Object.keys(TRANSFORMATIONS) as readonly TransformationName[];

function rename(part: Plain, key: string): void {
  if (typeof part[key] === 'string') part[key] = renamed(part[key]);
}

/** Two apps of one name in one world say different things of the same app. */
export function withOneAppOfAName(world: WorldPlain): void {
  const apps = new Set<unknown>();
  world.items = world.items.filter(({ category, app }) => {
    if (category !== 'app') return true;
    const isNew = !apps.has(app);
    apps.add(app);
    return isNew;
  });
}

interface Tried {
  readonly drama: Drama;
  readonly names: readonly TransformationName[];
  readonly seed: number;
}

/** A world with copies elsewhere, and what to do to it. Where moments decide, the line stays as it is. */
export function triedWorlds(names: readonly TransformationName[], minimum = 1): fc.Arbitrary<Tried> {
  return fc.boolean().chain((timeless) => {
    const known = names.filter((name) => timeless || !('timeless' in TRANSFORMATIONS[name]));
    return fc.record({
      drama: dramas({ scripts: timeless ? 'timeless' : 'hurried', but: withCopies }),
      names: fc.subarray([...known], { minLength: Math.min(minimum, known.length) }),
      seed: fc.nat(1_000_000),
    });
  });
}

export function withCopies(world: WorldPlain): void {
  withOneAppOfAName(world);
  // Which things have one is drawn with the world: every third of those that count as many as the list is long.
  const held = world.items.filter((item, index) => (Number(item['count'] ?? 1) + index) % 3 === 0);
  world['copies'] = held.map(({ id }, index) => ({ kind: COPY_KINDS[index % COPY_KINDS.length], of: [id] }));
}

/** Plays the changed world and holds it against the first: the same fate, gate and rule of every item. */
export function expectSameFates({ drama, names, seed }: Tried): Run {
  const parts: readonly Transformation[] = names.map((name) => TRANSFORMATIONS[name]);
  const attempts = Math.max(1, ...parts.map((part) => part.attempts ?? 1));
  const run = drama.playBut((draft) => {
    for (const { apply } of parts) apply(draft, seed);
  }, attempts);
  const idOf = (id: string): string => parts.reduce((known, part) => part.idOf?.(known) ?? known, id);
  for (const row of drama.run.ledger.rows) expect({ ...run.ledger.row(idOf(row.id)), id: row.id }).toEqual(row);
  expect(run.outcome).toBe(drama.run.outcome);
  return run;
}
