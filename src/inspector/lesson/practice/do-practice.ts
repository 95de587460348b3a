import { practiceFor } from '../../../teach/practice.ts';
import type { PracticeAsked, WorkDone } from '../work-talk.ts';

/** A case to practise with; apart from the other work, because it brings a scheduler along. */
export const doPractice = ({ lesson, due, day, begun }: PracticeAsked): WorkDone => ({
  kind: 'practice',
  practice: practiceFor(lesson, due, day, { begun }),
});
