import type { Item } from '../../../model/world.ts';
import type { Certainty } from '../../../teach/attempt.ts';
import type { PutQuestion } from '../../../teach/questions/question.ts';

/** A question of a row: its place among the questions of the task, and what was chosen. */
export interface RowQuestion {
  readonly n: number;
  readonly question: PutQuestion;
  readonly chosen: number | null;
}

export interface BetRowData {
  readonly key: string;
  /** `null`: it is about the story as a whole. */
  readonly item: Item | null;
  /** What is known of the item, besides its size. */
  readonly known: readonly string[];
  readonly questions: readonly RowQuestion[];
  /** How sure of the first of them. */
  readonly sure: Certainty | undefined;
}

const MAX_TITLE = 160;
export const titleOfRow = ({ item }: BetRowData): string => (item ? item.title.slice(0, MAX_TITLE) : 'The restore');
export const isAnswered = ({ questions, sure }: BetRowData): boolean =>
  sure !== null && questions.every(({ chosen }) => chosen !== null);

/** More than the fate is asked: each row takes the whole width. */
export const isDeep = (rows: readonly BetRowData[]): boolean => rows.some(({ questions }) => questions.length > 1);
