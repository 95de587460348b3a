/** What the runner of mutants (warm-runner.mjs) and the thread with the tests (warm-tests.ts) say to each other. */

export type Question =
  | { readonly ask: 'whole' }
  | {
      readonly ask: 'mutant';
      readonly mutant: string;
      readonly tests: readonly string[] | undefined;
      readonly hitLimit: number | undefined;
    }
  | { readonly ask: 'stop' };

export interface Tried {
  readonly id: string;
  readonly fileName: string;
  readonly milliseconds: number;
  readonly failure: string | undefined;
}

export type Answer =
  | { readonly kind: 'ready' }
  /** No answer yet: a test begins, and until the next one no longer should pass than that one takes. */
  | { readonly kind: 'begins'; readonly test: string }
  | { readonly kind: 'whole'; readonly results: readonly Tried[]; readonly coverage: unknown }
  | {
      readonly kind: 'noticed';
      readonly by: string;
      readonly failure: string;
      readonly ran: number;
      /** A loop without end went through the mutant. */
      readonly isLimit: boolean;
      /** The same test fails now without a mutant too. */
      readonly isSpoilt: boolean;
    }
  | {
      readonly kind: 'unnoticed';
      readonly ran: number;
      /** The tests that did not come by the mutant: what was worked out before and is kept hides it from them. */
      readonly idle: readonly string[];
    }
  | { readonly kind: 'broken'; readonly failure: string };
