import type { Choice, LessonAttempt, TaskLog } from '../../teach/attempt.ts';
import { readAttempt, writeAttempt } from '../../teach/attempt.ts';
import type { Lesson } from '../../teach/lesson.ts';
import { Observable } from '../state/observable.ts';
import type { AttemptShelf } from './browser-shelf.ts';

interface DeskSnapshot {
  readonly attempt: LessonAttempt;
  /** What is kept could not be read, so it was left as it is: this attempt is not kept. */
  readonly isDamaged: boolean;
}

const NOTHING_DONE: TaskLog = { locked: false, choices: [] };
const OPEN: Choice = { did: 'none' };

/**
 * One learner at one lesson: what was chosen, and what of it is locked. Another window may be open at the same lesson:
 * before every change what is kept is read again, and what is locked there stays as it was locked.
 */
export class LessonDesk extends Observable<DeskSnapshot> {
  readonly lesson: Lesson;
  readonly learner: string;
  readonly #shelf: AttemptShelf;

  constructor(lesson: Lesson, learner: string, shelf: AttemptShelf) {
    super({ attempt: { lesson: lesson.id, learner, tasks: new Map() }, isDamaged: false });
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
    return this.getSnapshot().attempt.tasks.get(task) ?? NOTHING_DONE;
  }

  /** Chooses in a task with questions; nothing where its bets are locked. */
  choose(task: number, question: number, choice: Choice): void {
    this.change(task, ({ choices }) =>
      Array.from({ length: Math.max(choices.length, question + 1) }, (_, place) =>
        place === question ? choice : (choices[place] ?? OPEN),
      ),
    );
  }

  /** Adds what was done last, where choices stand in the order in which they were made. */
  add(task: number, choice: Choice): void {
    this.change(task, ({ choices }) => [...choices, choice]);
  }

  change(task: number, next: (log: TaskLog) => readonly Choice[]): void {
    this.#write(task, (log) => ({ ...log, choices: next(log) }));
  }

  /** From now on nothing in the task changes any more. */
  lock(task: number, seconds?: number): void {
    this.#write(task, (log) => ({ ...log, locked: true, ...(seconds === undefined ? {} : { seconds }) }));
  }

  /** Takes up what is kept. What is locked here and nowhere else stays locked. */
  refresh(): void {
    const text = this.#shelf.read(this.lesson.id, this.learner);
    if (text === null) return;
    const kept = this.#read(text);
    if (kept) this.set({ attempt: merged(this.getSnapshot().attempt, kept), isDamaged: false });
    else this.set({ isDamaged: true });
  }

  #read(text: string): LessonAttempt | undefined {
    const read = readAttempt(text);
    return read?.lesson === this.lesson.id && read.learner === this.learner ? read : undefined;
  }

  #write(task: number, next: (log: TaskLog) => TaskLog): void {
    this.refresh();
    const { attempt, isDamaged } = this.getSnapshot();
    const before = this.log(task);
    if (before.locked) return;
    const tasks = new Map(attempt.tasks).set(task, next(before));
    this.set({ attempt: { ...attempt, tasks } });
    if (!isDamaged) this.#shelf.write(this.lesson.id, this.learner, writeAttempt({ ...attempt, tasks }));
  }
}

/** What is kept counts, but for what is locked here. */
function merged(own: LessonAttempt, kept: LessonAttempt): LessonAttempt {
  const tasks = new Map(own.tasks);
  for (const [task, log] of kept.tasks) if (log.locked || own.tasks.get(task)?.locked !== true) tasks.set(task, log);
  return { ...kept, tasks };
}
