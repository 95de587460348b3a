/** How fast *Play* steps on, in milliseconds from step to step. */
export const SPEEDS = {
  slow: { title: 'Slow', ms: 2400 },
  normal: { title: 'Normal', ms: 1200 },
  fast: { title: 'Fast', ms: 400 },
} as const;
export type Speed = keyof typeof SPEEDS;
export const SPEED_ORDER = Object.keys(SPEEDS) as readonly Speed[];
