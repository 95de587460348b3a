import type { Gate } from '../../model/fates.ts';
import type { BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import type { View } from '../state/views.ts';

/** A chapter of the syllabus: a gate, or what lies before and behind all of them. */
export type SyllabusChapter = Gate | 'decision' | 'end' | 'ways';

/** The chapters in the order in which they are taught, in plain words. */
export const CHAPTERS: Readonly<Record<SyllabusChapter, string>> = {
  decision: 'What a restore is',
  capture: 'When the backup was made',
  listing: 'Finding the backup',
  erase: 'Before and at the erase',
  'sign-in': 'Signing in and setting up',
  eligibility: 'What may return to this phone',
  placement: 'While it is put in place',
  download: 'While it comes down',
  sync: 'What iCloud brings by itself',
  phone: 'On the phone: does it work there?',
  end: 'The end, and trying again',
  ways: 'Other ways and other copies',
};
export const CHAPTER_ORDER = Object.keys(CHAPTERS) as readonly SyllabusChapter[];

interface SyllabusRow {
  readonly chapter: SyllabusChapter;
  /** Where it is looked at, if not in the story itself. */
  readonly view?: View;
}

/** Every documented behaviour in its chapter. A new one does not compile before it has its row here. */
export const SYLLABUS: Readonly<Record<BehaviourId, SyllabusRow>> = {
  A1: { chapter: 'decision' },
  A8: { chapter: 'decision' },
  A10: { chapter: 'decision' },
  A17: { chapter: 'decision' },
  A2: { chapter: 'decision' },
  A13: { chapter: 'capture' },
  C2: { chapter: 'capture' },
  B3: { chapter: 'capture' },
  C11: { chapter: 'capture' },
  B5a: { chapter: 'capture' },
  D9: { chapter: 'capture' },
  D10: { chapter: 'capture' },
  C4: { chapter: 'listing' },
  C5a: { chapter: 'listing' },
  C5b: { chapter: 'listing' },
  C5c: { chapter: 'listing' },
  C5d: { chapter: 'listing' },
  C7: { chapter: 'listing' },
  C9: { chapter: 'listing' },
  B9: { chapter: 'listing' },
  D19: { chapter: 'erase', view: 'answers' },
  C1: { chapter: 'erase' },
  B1: { chapter: 'erase' },
  B2: { chapter: 'erase' },
  B6: { chapter: 'erase' },
  D1: { chapter: 'erase' },
  D3: { chapter: 'erase' },
  D14: { chapter: 'sign-in' },
  D13: { chapter: 'sign-in' },
  D15: { chapter: 'sign-in' },
  A9a: { chapter: 'eligibility' },
  A9b: { chapter: 'eligibility' },
  A9c: { chapter: 'eligibility' },
  C8: { chapter: 'eligibility' },
  C10: { chapter: 'eligibility' },
  C12: { chapter: 'eligibility' },
  D18: { chapter: 'eligibility' },
  C3: { chapter: 'placement' },
  C15: { chapter: 'placement' },
  D2: { chapter: 'placement' },
  D7: { chapter: 'placement' },
  D17: { chapter: 'placement' },
  C14: { chapter: 'download' },
  C13: { chapter: 'download' },
  C16: { chapter: 'download' },
  C6: { chapter: 'download' },
  A14: { chapter: 'download' },
  D5: { chapter: 'download' },
  A12a: { chapter: 'sync' },
  A12b: { chapter: 'sync' },
  A12c: { chapter: 'sync' },
  B4: { chapter: 'sync' },
  B8: { chapter: 'sync' },
  D11: { chapter: 'sync' },
  D12: { chapter: 'sync' },
  D4: { chapter: 'phone' },
  D6: { chapter: 'phone' },
  A4: { chapter: 'end' },
  A5: { chapter: 'end' },
  A16: { chapter: 'end' },
  A3: { chapter: 'end' },
  A6: { chapter: 'end' },
  A7: { chapter: 'end' },
  A15: { chapter: 'end' },
  A11: { chapter: 'end' },
  A18: { chapter: 'end' },
  D20: { chapter: 'ways', view: 'answers' },
  D8: { chapter: 'ways' },
  D16: { chapter: 'ways' },
  B5b: { chapter: 'ways' },
  B7: { chapter: 'ways' },
  B5c: { chapter: 'ways' },
  B10: { chapter: 'ways' },
  B5d: { chapter: 'ways' },
};

/** The behaviours of a chapter, in the order of the table. */
export const behavioursOf = (chapter: SyllabusChapter): readonly BehaviourId[] =>
  (Object.keys(SYLLABUS) as BehaviourId[]).filter((id) => SYLLABUS[id].chapter === chapter);
