import { type Outcome, OUTCOMES } from '../../model/fates.ts';
import type { StoryQuestion } from './question.ts';

export const OUTCOME_QUESTION: StoryQuestion = {
  options: () =>
    (Object.keys(OUTCOMES) as Outcome[]).map((outcome) => ({ word: outcome, says: OUTCOMES[outcome].word })),
  key: ({ played }) => played.outcome,
};
