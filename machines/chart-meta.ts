import type { Gate } from '../src/model/fates.ts';
import type { ScreenId } from '../src/model/screens.ts';
import type { BehaviourId } from '../src/rulebook/evidence/behaviours.ts';
import type { PersonEvent } from './events.ts';

/** What a state means, beside its name: for the phone, the usual person, the charts and coverage. */
export interface ChartMeta {
  readonly says?: string;
  readonly gate?: Gate;
  /** What the customer sees in this state. */
  readonly screen?: ScreenId;
  /** What a person who does everything as expected does here: the first of these that makes sense. */
  readonly usual?: readonly PersonEvent['type'][];
  readonly shows?: readonly BehaviourId[];
}
