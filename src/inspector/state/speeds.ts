/** How fast *Play* steps on: milliseconds from step to step, and for a whole run at the most. */
export const SPEEDS = {
  slow: { title: 'Slow', ms: 2400, wholeMs: 180_000 },
  normal: { title: 'Normal', ms: 1200, wholeMs: 60_000 },
  fast: { title: 'Fast', ms: 400, wholeMs: 25_000 },
} as const;
export type Speed = keyof typeof SPEEDS;
export const SPEED_ORDER = Object.keys(SPEEDS) as readonly Speed[];
