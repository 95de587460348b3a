import { WORLDS_OF_DATA } from './worlds/worlds-of-data.ts';
import { WORLDS_OF_WAYS } from './worlds/worlds-of-ways.ts';
import { WORLDS_ON_THE_WAY } from './worlds/worlds-on-the-way.ts';
import type { ExploredWorld } from './explored-world.ts';

/** The stated bounds of the life layer: these worlds, with two or three items each. */
export const EXPLORED_WORLDS: readonly ExploredWorld[] = [...WORLDS_OF_DATA, ...WORLDS_ON_THE_WAY, ...WORLDS_OF_WAYS];
