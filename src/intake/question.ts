import type { Draft } from './draft.ts';
import type { JsonPath } from './json.ts';
import type { CaseView } from './case-view.ts';

/** The cards, in the order of a support call. */
export const CARDS = {
  phones: 'Old phone, new phone',
  backups: 'Which backups there are',
  items: 'What is missing, and what was expected',
  switches: 'Switches, then and now',
  accounts: 'Accounts and passwords',
  course: 'What happened on the way',
} as const;
export type CardId = keyof typeof CARDS;
export const CARD_ORDER = Object.keys(CARDS) as readonly CardId[];

/** The answer that every question has. */
export const DONT_KNOW = 'unknown';

/** A word of the options, a day or an age (`3 weeks`), a size or a number; for `several` a list of words. */
export type SaidAnswer = string | readonly string[];

/** How it is answered: one of a few tiles, one of a long list, several tiles, a day or an age, a size or a number. */
export type QuestionKind = 'tiles' | 'list' | 'several' | 'when' | 'amount';

export interface QuestionOption {
  readonly value: string;
  readonly words: string;
  /** What follows from it or is meant by it, in a sentence. */
  readonly means?: string;
  /** The heading under which it stands where there are many. */
  readonly group?: string;
}

/** A question as it is put to the customer in this case. */
export interface CaseQuestion {
  /** `device.model`, `services.photos.atBackup`, `items.chats.uploaded`. */
  readonly id: string;
  readonly card: CardId;
  readonly ask: string;
  readonly kind: QuestionKind;
  /** Without “I don't know”, which every question has. */
  readonly options: readonly QuestionOption[];
  /** `null`: nobody has said it, or nobody knows it. */
  readonly answer: SaidAnswer | null;
  /**
   * `usual`: nobody has asked, and until somebody does it is taken to be as it usually is, and told so.
   * `open`: nobody has asked, so it is not known. `not-known`: somebody has asked, and it is not known.
   */
  readonly state: 'answered' | 'usual' | 'open' | 'not-known';
  /** The item, backup, account or service that it is about. */
  readonly about: string | null;
}

/** One part that a row speaks of: `%` in the words of the row stands for its name. */
export interface CasePart {
  readonly key: string;
  readonly name: string;
}

/** How a question that is open is played. */
export type WhileOpen =
  /** The world has a word for it, at its place in a file. */
  | { readonly says: JsonPath }
  /** It has none: each of these answers is played. The first is the one that the answer begins with. */
  | { readonly plays: readonly string[] };

/** A row of the tables of questions: the same question of every part that it can be asked of. */
export interface QuestionRow {
  readonly id: string;
  readonly card: CardId;
  readonly ask: string;
  readonly kind: QuestionKind;
  readonly parts?: (view: CaseView) => readonly CasePart[];
  readonly asked?: (view: CaseView, part: CasePart) => boolean;
  readonly options: (view: CaseView, part: CasePart) => readonly QuestionOption[];
  readonly unasked: 'usual' | 'open';
  readonly read: (view: CaseView, part: CasePart) => SaidAnswer | undefined;
  /** `undefined`: nobody has said it. */
  readonly write: (draft: Draft, part: CasePart, said: SaidAnswer | undefined) => Draft;
  readonly open: (view: CaseView, part: CasePart) => WhileOpen;
  /** Where it stands in a file: problems there belong to it. */
  readonly paths: (view: CaseView, part: CasePart) => readonly JsonPath[];
}
