import { InputError } from '../../model/problem.ts';
import type { CaseAnswerOrProblems } from '../../intake/answer.ts';
import { type Deciding, refined } from '../../intake/deciding.ts';
import { caseViewOf } from '../../intake/case-view.ts';
import type { Draft } from '../../intake/draft.ts';
import { type DraftChange, edit } from '../../intake/edit.ts';
import type { CaseQuestion, SaidAnswer } from '../../intake/question.ts';
import { questionsOf } from '../../intake/asking.ts';
import { Observable } from '../state/observable.ts';
import type { DeskSaid } from './desk-talk.ts';
import { DeskThread } from './desk-thread.ts';
import type { KeptCase } from './kept-case.ts';

export interface DeskSnapshot {
  readonly draft: Draft;
  readonly questions: readonly CaseQuestion[];
  /** What becomes of everything; that of an earlier draft until the answer to this one is there. */
  readonly answer: CaseAnswerOrProblems | null;
  readonly isBehind: boolean;
  /** Which questions decide; that of an earlier draft until this one is worked out. */
  readonly deciding: Deciding | null;
  readonly isLooking: boolean;
  /** Why the last change could not be made. */
  readonly refused: string | null;
  readonly canUndo: boolean;
  /** Whether anything was said since it was opened or kept. */
  readonly isChanged: boolean;
}

/** Whatever is usual, these are asked in every call. */
const ALWAYS = /^(?:device\.kind|items|course|accounts\.[^.]+\.password)$/;

/** Most changes that can be taken back. */
const MOST_UNDONE = 200;

/** The case on the desk: what has been said, and what follows from it, worked out beside the page. */
export class CaseDesk extends Observable<DeskSnapshot> {
  readonly #answers: DeskThread;
  readonly #decisions: DeskThread;
  readonly #before: Draft[] = [];
  #n = 0;
  /** Whether a question is asked of everybody; as it was when it was first seen, so that none changes its place. */
  readonly #first = new Map<string, boolean>();
  #refinedFor = -1;
  #kept: Draft;

  /** The case of the person's own that is being changed. */
  keptAs: KeptCase | null;

  constructor(draft: Draft, keptAs: KeptCase | null = null) {
    super({
      draft,
      questions: questionsOf(draft),
      answer: null,
      isBehind: true,
      deciding: null,
      isLooking: true,
      refused: null,
      canUndo: false,
      isChanged: false,
    });
    this.#place(this.getSnapshot().questions);
    this.#kept = draft;
    this.keptAs = keptAs;
    const hear = (said: DeskSaid): void => this.#hear(said);
    this.#answers = new DeskThread(hear);
    this.#decisions = new DeskThread(hear);
  }

  /** Begins to work; ends with `close`. */
  open(): void {
    this.#work();
  }

  close(): void {
    this.#answers.close();
    this.#decisions.close();
  }

  get today(): string {
    return caseViewOf(this.getSnapshot().draft).today;
  }

  isAskedFirst(id: string): boolean {
    return this.#first.get(id) === true;
  }

  answer(question: string, said: SaidAnswer | null): void {
    this.change({ question, answer: said });
  }

  change(change: DraftChange): void {
    const { draft } = this.getSnapshot();
    try {
      this.#take(edit(draft, change));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.set({ refused: error.problems.map(({ message }) => message).join('; ') });
    }
  }

  /** Another case in the place of this one, such as its file with changes. */
  replace(draft: Draft): void {
    this.#take(draft);
  }

  undo(): void {
    const draft = this.#before.pop();
    if (draft) this.#show(draft);
  }

  /** What stands here now is kept somewhere. */
  wasKept(keptAs: KeptCase | null = this.keptAs): void {
    this.keptAs = keptAs;
    this.#kept = this.getSnapshot().draft;
    this.set({ isChanged: false });
  }

  #take(draft: Draft): void {
    this.#before.push(this.getSnapshot().draft);
    if (this.#before.length > MOST_UNDONE) this.#before.shift();
    this.#show(draft);
  }

  #show(draft: Draft): void {
    const questions = questionsOf(draft);
    this.#place(questions);
    this.set({
      draft,
      questions,
      isBehind: true,
      isLooking: true,
      refused: null,
      canUndo: this.#before.length > 0,
      isChanged: draft !== this.#kept,
    });
    this.#work();
  }

  #place(questions: readonly CaseQuestion[]): void {
    for (const { id, state } of questions)
      if (!this.#first.has(id)) this.#first.set(id, state !== 'usual' || ALWAYS.test(id));
  }

  #work(): void {
    this.#n += 1;
    const { draft } = this.getSnapshot();
    this.#answers.ask({ kind: 'answer', n: this.#n, draft });
    this.#decisions.ask({ kind: 'decide', n: this.#n, draft });
  }

  #hear(said: DeskSaid): void {
    if (said.kind === 'ready' || said.n !== this.#n) return;
    if (said.kind === 'failed')
      this.set({ refused: `This is a fault of the program: ${said.says}`, isBehind: false, isLooking: false });
    else if (said.kind === 'answered') this.set({ answer: said.answer, isBehind: false });
    else this.set({ deciding: said.deciding, isLooking: false });
    this.#refine(said.n);
  }

  /** What hangs on an open question is told as such as soon as both are there. */
  #refine(n: number): void {
    const { answer, isLooking, deciding } = this.getSnapshot();
    if (isLooking || this.getSnapshot().isBehind || deciding === null || this.#refinedFor === n) return;
    this.#refinedFor = n;
    if (answer?.ok) this.set({ answer: refined(answer, deciding) });
  }
}
