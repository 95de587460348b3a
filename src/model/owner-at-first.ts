import { orNull } from './optional.ts';
import type { World } from './world.ts';

/** Whose a phone is until somebody signs in; nobody's, in a world without accounts. */
export const ownerAtFirst = ({ accounts }: Pick<World, 'accounts'>): string | null => orNull(accounts[0]?.id);
