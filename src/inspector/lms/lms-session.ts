import type { ToldAnswer, ToldScore } from '../../teach/results/told-answer.ts';
import { Observable } from '../state/observable.ts';
import { type OtherWindow, watchOtherWindows } from './other-window.ts';
import type { FoundInLms, LmsPort, NotTaken, LmsProgress } from './port.ts';

/** What the lesson shows of the LMS behind it. */
export interface LmsStanding {
  /** What was not taken: the learner hands in a file instead. */
  readonly notTaken: readonly NotTaken[];
  /** The lesson goes on in another window of this browser: nothing is answered here any more. */
  readonly isElsewhere: boolean;
  readonly isOver: boolean;
}

/** The whole attempt, as it stands. */
export interface AttemptNow {
  readonly answers: readonly ToldAnswer[];
  readonly score: ToldScore;
  readonly text: string;
}

/**
 * One visit to a lesson that an LMS opened: what is new is sent after every answer, a locked bet never twice, and what
 * is left when the window goes.
 */
export class LmsSession extends Observable<LmsStanding> {
  readonly #port: LmsPort;
  readonly #sent = new Set<string>();
  readonly #other: OtherWindow;
  #latest: AttemptNow | null = null;

  private constructor(port: LmsPort, other: OtherWindow) {
    super({ notTaken: [], isElsewhere: false, isOver: false });
    this.#port = port;
    this.#other = other;
    // `pagehide` and never `unload`, which browsers and LMS forbid; once, because there is one last moment.
    addEventListener('pagehide', () => this.#leave(), { once: true });
    // A page that comes back out of the browser's memory has said good-bye: it begins again.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) location.reload();
    });
  }

  /** Opens the way to the LMS; an attempt of another window of this browser, if it goes further, is taken over. */
  static async begin(port: LmsPort, lesson: string): Promise<{ session: LmsSession; found: FoundInLms }> {
    const other = watchOtherWindows(`restore-sim ${location.origin}${location.pathname} ${lesson}`);
    const theirs = await other.attemptThere;
    const found = await port.open();
    const resume = theirs ?? found.resume;
    const session = new LmsSession(port, other);
    other.onTakenOver(() => session.#handOver());
    return { session, found: { ...found, resume } };
  }

  get kind(): LmsPort['kind'] {
    return this.#port.kind;
  }

  /** Ends the visit by going back to where it began. */
  goBack(): Promise<void> {
    return this.#port.goBack();
  }

  get returnAddress(): string | undefined {
    return this.#port.returnAddress();
  }

  /** What was answered in earlier visits has been sent then. */
  goOnFrom(attempt: AttemptNow): void {
    for (const { id } of attempt.answers) this.#sent.add(id);
    this.#latest = attempt;
    this.#other.tellAttempt(attempt.text);
  }

  async tell(attempt: AttemptNow): Promise<void> {
    if (this.#isSilent()) return;
    await this.#port.tell(this.#progress(attempt));
    this.#show();
  }

  async finish(attempt: AttemptNow): Promise<void> {
    if (this.#isSilent()) return;
    await this.#port.finish(this.#progress(attempt));
    this.set({ isOver: true });
    this.#show();
  }

  #isSilent(): boolean {
    const { isElsewhere, isOver } = this.getSnapshot();
    return isElsewhere || isOver;
  }

  #progress(attempt: AttemptNow): LmsProgress {
    this.#latest = attempt;
    this.#other.tellAttempt(attempt.text);
    const fresh = attempt.answers.filter(({ id }) => !this.#sent.has(id));
    for (const { id } of fresh) this.#sent.add(id);
    return { ...attempt, answers: fresh };
  }

  #leave(): void {
    if (!this.getSnapshot().isElsewhere) this.#port.leave(this.#latest === null ? null : this.#progress(this.#latest));
  }

  #handOver(): void {
    this.#leave();
    this.set({ isElsewhere: true });
  }

  #show(): void {
    this.set({ notTaken: [...this.#port.notTaken].toSorted() });
  }
}
