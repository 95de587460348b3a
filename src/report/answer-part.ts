/** A sentence of an answer. What is main is said at once; the rest are reasons, for whoever asks further. */
export interface AnswerSentence {
  readonly text: string;
  readonly isMain: boolean;
}

/** One part of an answer: a heading, and sentences under it. */
export interface AnswerPart {
  readonly title: string;
  readonly says: readonly AnswerSentence[];
}

export const mainly = (text: string): AnswerSentence => ({ text, isMain: true });
export const further = (text: string): AnswerSentence => ({ text, isMain: false });

/** Only the main sentences of each part, or only the others; a part without any goes. */
export const partsThatAre = (parts: readonly AnswerPart[], isMain: boolean): readonly AnswerPart[] =>
  parts
    .map(({ title, says }) => ({ title, says: says.filter((sentence) => sentence.isMain === isMain) }))
    .filter(({ says }) => says.length > 0);
