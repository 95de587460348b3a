/** How far a long exploration is; `of` is missing where nobody can know. */
export interface HowFar {
  readonly part: string;
  readonly done: number;
  readonly of: number | undefined;
}

/** A long exploration that pauses now and then: whoever drives it may stop it there, and gets what was found so far. */
export type Exploring<Found> = Generator<HowFar, Found, 'stop' | undefined>;

/** Drives an exploration to its end. */
export function finish<Found>(exploring: Exploring<Found>): Found {
  for (;;) {
    const { done, value } = exploring.next();
    if (done === true) return value;
  }
}
