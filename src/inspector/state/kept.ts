/** What the browser keeps for the page from one visit to the next; nothing where it may keep nothing. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`restore-sim.${name}`);
  } catch {
    return null;
  }
}

/** A browser that keeps nothing: the choice holds until the page is left. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`restore-sim.${name}`, value);
  } catch {
    // Nobody can do anything about it, and nothing is lost but a habit.
  }
}
