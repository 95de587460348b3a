import type { SimulationEvent } from './events.ts';

/** The event of one type, with its data: what guards and actions take as params. */
export type EventOf<Type extends SimulationEvent['type']> = Extract<SimulationEvent, { readonly type: Type }>;
