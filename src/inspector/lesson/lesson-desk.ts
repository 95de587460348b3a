import { InputError } from '../../model/problem.ts';
import {
  attemptText,
  type Certainty,
  type LearnerChoice,
  type LessonAttempt,
  logOf,
  newAttempt,
  readAttempt,
  type TaskLog,
  withBet,
  withChoice,
  withLock,
} from '../../teach/attempt.ts';
import type { Lesson } from '../../teach/lesson.ts';
import { Observable } from '../state/observable.ts';
import type { AttemptShelf } from './browser-shelf.ts';

interface DeskSnapshot {
  readonly attempt: LessonAttempt;
  /** What is kept could not be read, so it was left as it is: this attempt is not kept. */
  readonly isDamaged: boolean;
  /** How sure one said to be of an answer that is not given yet, by task and question: it is kept with the answer. */
  readonly waiting: ReadonlyMap<string, Certainty>;
}

const questionKey = (task: number, question: number): string => `${task}.${question}`;

/**
 * One learner at one lesson: what was chosen, and what of it is locked. Another window may be open at the same lesson:
 * before every change what is kept is read again, and what is locked there stays as it was locked.
 */
export class LessonDesk extends Observable<DeskSnapshot> {
  readonly lesson: Lesson;
  readonly learner: string;
  readonly #shelf: AttemptShelf;

  constructor(lesson: Lesson, learner: string, shelf: AttemptShelf) {
    super({ attempt: newAttempt(lesson.id, learner), isDamaged: false, waiting: new Map() });
    this.lesson = lesson;
    this.learner = learner;
    this.#shelf = shelf;
    this.refresh();
  }

  /** Follows what other windows keep, until the answer is called. */
  watch(): () => void {
    return this.#shelf.subscribe(() => this.refresh());
  }

  log(task: number): TaskLog {
    return logOf(this.getSnapshot().attempt, task);
  }

  /** How sure of an answer one has said to be, also before it was given. */
  sureOf(task: number, question: number): Certainty | undefined {
    const choice = this.log(task).choices[question];
    if (choice?.did === 'bet' && choice.sure) return choice.sure;
    return this.getSnapshot().waiting.get(questionKey(task, question));
  }

  /** The answer to a question; nothing where the bets are locked. */
  bet(task: number, question: number, option: number): void {
    const sure = this.sureOf(task, question);
    this.#write((attempt) => withBet(attempt, task, question, option, sure));
  }

  beSure(task: number, question: number, sure: Certainty): void {
    const choice = this.log(task).choices[question];
    if (choice?.did === 'bet') this.#write((attempt) => withBet(attempt, task, question, choice.option, sure));
    else this.set({ waiting: new Map(this.getSnapshot().waiting).set(questionKey(task, question), sure) });
  }

  /** One choice more, where they stand in the order in which they are made. */
  add(task: number, choice: LearnerChoice): void {
    this.#write((attempt) => withChoice(attempt, task, choice));
  }

  /** From now on nothing in the task changes any more. */
  lock(task: number, seconds?: number): void {
    this.#write((attempt) => withLock(attempt, task, seconds === undefined ? undefined : Math.min(seconds, LONGEST)));
  }

  /** Takes up what is kept. What is locked here and nowhere else stays locked. */
  refresh(): void {
    const text = this.#shelf.read(this.lesson.id, this.learner);
    if (text === null) return;
    const kept = readKept(text);
    if (kept?.lesson === this.lesson.id && kept.learner === this.learner)
      this.set({ attempt: merged(this.getSnapshot().attempt, kept), isDamaged: false });
    else this.set({ isDamaged: true });
  }

  #write(next: (attempt: LessonAttempt) => LessonAttempt): void {
    this.refresh();
    const before = this.getSnapshot().attempt;
    const attempt = next(before);
    if (attempt === before) return;
    this.set({ attempt });
    if (!this.getSnapshot().isDamaged) this.#shelf.write(this.lesson.id, this.learner, attemptText(attempt));
  }
}

/** The most that the text of an attempt can say. */
const LONGEST = 999_999;

function readKept(text: string): LessonAttempt | undefined {
  try {
    return readAttempt(text);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** What is kept counts, but for what is locked here. */
function merged(own: LessonAttempt, kept: LessonAttempt): LessonAttempt {
  const tasks = new Map(own.tasks);
  for (const [task, log] of kept.tasks) if (log.locked || own.tasks.get(task)?.locked !== true) tasks.set(task, log);
  return { ...kept, tasks: new Map([...tasks].toSorted(([a], [b]) => a - b)) };
}
