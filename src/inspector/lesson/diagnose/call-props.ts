import type { LearnerChoice } from '../../../teach/attempt.ts';
import type { DiagnoseGame, Round } from '../../../teach/diagnose/round.ts';
import type { Variant } from '../../../teach/variant.ts';

/** One call of a customer, as its parts share it. */
export interface CallProps {
  readonly title: string;
  readonly customer: Variant;
  readonly game: DiagnoseGame;
  readonly round: Round;
  /** How many causes are left is told after each answer. */
  readonly showsLeft: boolean;
  readonly onChoice: (choice: LearnerChoice) => void;
}
