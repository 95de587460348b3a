import type { AnyActorRef, AnyMachineSnapshot } from 'xstate';

/**
 * Whether a part of a machine still runs. A part can come to its end in the very step in which something is on its way
 * to it: who passes that on has not heard of the end yet, and there is nobody left to take it. So whoever passes
 * something on to a part asks first.
 */
export const stillRuns = (self: AnyActorRef, part: string): boolean =>
  (self.getSnapshot() as AnyMachineSnapshot).children[part]?.getSnapshot().status === 'active';
