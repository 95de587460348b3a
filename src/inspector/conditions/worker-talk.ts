import type { WhatIfAnswer } from '../../insight/what-if/answer.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { PlayedRun } from '../../stepping/steppable-run.ts';

/** What the page asks of the worker. `n` numbers the questions. */
export type Asked =
  | { readonly kind: 'scenario'; readonly scenario: Scenario }
  | { readonly kind: 'search'; readonly n: number; readonly target: string }
  | { readonly kind: 'play'; readonly n: number; readonly changes: Changes };

/** What the worker says. */
export type Answered =
  | { readonly kind: 'ready' }
  | { readonly kind: 'runs'; readonly n: number; readonly runs: number }
  | { readonly kind: 'found'; readonly n: number; readonly answers: readonly WhatIfAnswer[] }
  | ({ readonly kind: 'played'; readonly n: number } & PlayedRun)
  | { readonly kind: 'failed'; readonly n: number; readonly isInput: boolean; readonly says: string };
