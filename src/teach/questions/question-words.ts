/** The kinds of question, with what is asked of an item or of the story as a whole. */
export const QUESTION_KINDS = {
  fate: { about: 'item', title: 'Fate', asks: 'Where does it end?' },
  gate: { about: 'item', title: 'Gate', asks: 'At which gate is that decided?' },
  rule: { about: 'item', title: 'Rule', asks: 'By which rule?' },
  ask: { about: 'item', title: 'What to ask', asks: 'Which question settles it?' },
  helps: { about: 'item', title: 'What helps', asks: 'What would have brought it?' },
  say: { about: 'item', title: 'What to say', asks: 'What do you tell the customer?' },
  outcome: { about: 'story', title: 'Outcome', asks: 'How does the restore end?' },
} as const satisfies Readonly<
  Record<string, { readonly about: 'item' | 'story'; readonly title: string; readonly asks: string }>
>;
export type QuestionWord = keyof typeof QUESTION_KINDS;
