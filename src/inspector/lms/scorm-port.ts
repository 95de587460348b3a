import { answerIn12, leaveIn12, resumeIn12, scoreIn12, SUSPEND_DATA_12 } from '../../teach/results/scorm12.ts';
import {
  answerIn2004,
  leaveIn2004,
  resumeIn2004,
  scoreIn2004,
  SUSPEND_DATA_2004,
} from '../../teach/results/scorm2004.ts';
import type { LmsElement, ToldAnswer, ToldScore } from '../../teach/results/told-answer.ts';
import type { FoundInLms, LmsPort, NotTaken, LmsProgress } from './port.ts';
import type { ScormApi } from './scorm-api.ts';

/** What differs between the versions. */
interface Dialect {
  readonly kind: LmsPort['kind'];
  readonly room: number;
  readonly mode: string;
  /** What an LMS says of how far an attempt has come. */
  readonly status: string;
  readonly score: (score: ToldScore) => readonly LmsElement[];
  readonly answer: (answer: ToldAnswer, first: number, when: string) => readonly LmsElement[];
  readonly resume: (text: string) => readonly LmsElement[];
  readonly leave: (seconds: number, isDone: boolean) => readonly LmsElement[];
  readonly when: (now: Date) => string;
}

const two = (value: number): string => String(value).padStart(2, '0');

const DIALECTS: Readonly<Record<'1.2' | '2004', Dialect>> = {
  '1.2': {
    kind: 'scorm12',
    room: SUSPEND_DATA_12,
    mode: 'cmi.core.lesson_mode',
    status: 'cmi.core.lesson_status',
    score: scoreIn12,
    answer: answerIn12,
    resume: resumeIn12,
    leave: leaveIn12,
    when: (now) => [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':'),
  },
  '2004': {
    kind: 'scorm2004',
    room: SUSPEND_DATA_2004,
    mode: 'cmi.mode',
    status: 'cmi.completion_status',
    score: scoreIn2004,
    answer: answerIn2004,
    resume: resumeIn2004,
    leave: leaveIn2004,
    // A zone may only stand behind a fraction of a second, of two digits at most.
    when: (now) => `${now.toISOString().slice(0, 19)}.0Z`,
  },
};

/** Without these nothing is told; everything else an LMS may leave out. */
const MATTERS =
  /\.(?:raw|scaled|lesson_status|completion_status|suspend_data|interactions\.n\.id|(?:student|learner)_response)$/;

const NOT_BEGUN: ReadonlySet<string> = new Set(['', 'not attempted', 'unknown']);

/** The way to an LMS that speaks SCORM. Every answer is kept there before the next: a window may go at any moment. */
export class ScormPort implements LmsPort {
  readonly notTaken = new Set<NotTaken>();
  readonly #api: ScormApi;
  readonly #dialect: Dialect;
  #began = 0;
  #isOpen = false;
  #leavesTraces = true;
  #next = 0;
  readonly #refused = new Set<string>();

  constructor(version: '1.2' | '2004', api: ScormApi) {
    this.#api = api;
    this.#dialect = DIALECTS[version];
  }

  get kind(): LmsPort['kind'] {
    return this.#dialect.kind;
  }

  get room(): number {
    return this.#dialect.room;
  }

  readonly returnAddress = (): undefined => undefined;
  readonly goBack = (): Promise<void> => Promise.resolve();

  readonly open = (): Promise<FoundInLms> => {
    this.#began = performance.now();
    this.#isOpen = this.#api.initialize();
    if (!this.#isOpen) this.notTaken.add('score').add('answers').add('resume');
    // Each of these an LMS may leave out; a lesson opened without them is a first visit of the usual kind.
    const said = this.#api.get(this.#dialect.mode);
    const mode = !this.#isOpen ? 'over' : said === 'browse' || said === 'review' ? said : 'normal';
    this.#leavesTraces = mode === 'normal';
    const resume = this.#api.get('cmi.suspend_data');
    this.#next = this.#count();
    if (this.#isOpen && this.#leavesTraces) this.#begin();
    return Promise.resolve({ resume: resume === '' ? null : resume, code: null, mode });
  };

  /** An attempt of which nothing was said counts as completed once its window goes; nobody could go on with it. */
  #begin(): void {
    const { status } = this.#dialect;
    const said = this.#api.get(status);
    if (said === null || NOT_BEGUN.has(said)) this.#send('score', [[status, 'incomplete']]);
  }

  readonly tell = (progress: LmsProgress): Promise<void> => {
    if (this.#isOpen && this.#leavesTraces) this.#tellAll(progress);
    return Promise.resolve();
  };

  readonly finish = (progress: LmsProgress): Promise<void> => {
    this.#end(progress);
    return Promise.resolve();
  };

  readonly leave = (progress: LmsProgress | null): void => this.#end(progress);

  #end(progress: LmsProgress | null): void {
    if (!this.#isOpen) return;
    if (this.#leavesTraces) {
      if (progress) this.#tellAll(progress);
      const seconds = (performance.now() - this.#began) / 1000;
      for (const [element, value] of this.#dialect.leave(seconds, progress?.score.isDone === true))
        this.#api.set(element, value);
    }
    this.#api.commit();
    this.#api.terminate();
    this.#isOpen = false;
  }

  #tellAll({ answers, score, text }: LmsProgress): void {
    this.#send('score', this.#dialect.score(score));
    if (text.length > this.room) this.notTaken.add('resume');
    else this.#send('resume', this.#dialect.resume(text));
    for (const answer of answers) this.#tellAnswer(answer);
    if (!this.#api.commit()) this.notTaken.add('score');
  }

  #tellAnswer(answer: ToldAnswer): void {
    if (this.notTaken.has('answers')) return;
    this.#next = Math.max(this.#next, this.#count());
    this.#send('answers', this.#dialect.answer(answer, this.#next, this.#dialect.when(new Date())));
    this.#next += answer.certainty === undefined ? 1 : 2;
  }

  /**
   * What is refused once is not tried again, and nothing hangs on it; but where the part that matters is refused, all
   * of its kind is.
   */
  #send(what: NotTaken, elements: readonly LmsElement[]): void {
    for (const [element, value] of elements) {
      const kind = element.replaceAll(/\.\d+/g, '.n');
      if (this.notTaken.has(what)) return;
      if (this.#refused.has(kind) || this.#api.set(element, value)) continue;
      this.#refused.add(kind);
      if (MATTERS.test(kind)) this.notTaken.add(what);
    }
  }

  /** Answers of an earlier visit keep their places. */
  #count(): number {
    const said = Number(this.#api.get('cmi.interactions._count'));
    return Number.isInteger(said) && said > 0 ? said : 0;
  }
}
