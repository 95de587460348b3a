/** One way in which a case may stand: how often it is so, what the cause is, and what is answered to each question. */
export interface WeighedWorld {
  /** A whole number. */
  readonly weight: number;
  readonly cause: string;
  /** In the order of the questions. */
  readonly answers: readonly string[];
}

/** All the ways in which a case may stand that show the same symptom. */
export interface CauseTable {
  /** In the order of the list that a person reads. */
  readonly questions: readonly string[];
  readonly worlds: readonly WeighedWorld[];
}

/** Two causes that no question tells apart, and one row of answers that both of them give. */
export interface Inseparable {
  readonly causes: readonly [string, string];
  readonly answers: readonly string[];
}

/**
 * Pairs of causes that share all answers in some world, each pair once, by name. As long as there is one, nobody can
 * find the cause by asking, and the case is none.
 */
export function inseparableCauses({ worlds }: CauseTable): readonly Inseparable[] {
  const byAnswers = new Map<string, { readonly answers: readonly string[]; readonly causes: Set<string> }>();
  for (const { answers, cause } of worlds) {
    const key = JSON.stringify(answers);
    const group = byAnswers.get(key);
    if (group) group.causes.add(cause);
    else byAnswers.set(key, { answers, causes: new Set([cause]) });
  }
  const pairs = new Map<string, Inseparable>();
  for (const { answers, causes } of byAnswers.values()) {
    const names = [...causes].toSorted();
    for (const [place, first] of names.entries())
      for (const second of names.slice(place + 1)) {
        const key = `${first} ${second}`;
        if (!pairs.has(key)) pairs.set(key, { causes: [first, second], answers });
      }
  }
  return [...pairs].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, pair]) => pair);
}
