/** What a law asks of a space: of every state, of every step, of some state, or that something stays within reach. */
export interface Law<State, Step = never> {
  readonly name: string;
  /** One sentence that a trainer can read. */
  readonly says: string;
  /** Why this state breaks the law; nothing when it does not. */
  readonly always?: (state: State) => string | undefined;
  /** Why this step breaks the law. */
  readonly step?: (step: Step) => string | undefined;
  /** At least one state of the space is like this. */
  readonly sometimes?: (state: State) => boolean;
  /** From every state, one like this can be reached. */
  readonly eventually?: (state: State) => boolean;
}

/** How a law fared. `states`: how many states (or steps) it was asked of. */
export interface LawResult {
  readonly name: string;
  readonly says: string;
  readonly holds: boolean;
  readonly states: number;
  /** Why not, and where. */
  readonly broken?: {
    readonly world: string;
    readonly because: string;
    readonly path: readonly string[];
    readonly scenario?: string;
  };
}
