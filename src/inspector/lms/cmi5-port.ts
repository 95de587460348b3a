import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import Cmi5 from '@xapi/cmi5';
import { percentOf } from '../../teach/results/told-answer.ts';
import { answeredStatement } from '../../teach/results/statements.ts';
import { allowOnly, type Cmi5Launch, keepVisit, VISIT_IS_OVER, visitOf } from './cmi5-launch.ts';
import type { FoundInLms, LmsPort, LmsProgress, NotTaken } from './port.ts';

/** Where the attempt is kept, and what may be said once only in all visits. */
const STATE = 'restore-sim.attempt';
interface KeptState {
  readonly text: string;
  readonly completed?: true;
  readonly passed?: true;
}

/** Whatever else an LMS gives back is none of ours. */
const isKept = (kept: unknown): kept is KeptState =>
  typeof kept === 'object' && kept !== null && 'text' in kept && typeof kept.text === 'string';

/** Answers follow each other quickly: the attempt is kept when there is a pause, and when the window goes. */
const PAUSE = 1500;
const ROOM = 60_000;

/** The way to an LMS that speaks cmi5. The actor is passed on as it came and never looked at. */
export class Cmi5Port implements LmsPort {
  readonly kind = 'cmi5';
  readonly room = ROOM;
  readonly notTaken = new Set<NotTaken>();
  readonly #launch: Cmi5Launch;
  readonly #lesson: string;
  readonly #client: Cmi5;
  #isOpen = false;
  #leavesTraces = true;
  #kept: KeptState = { text: '' };
  #pause: ReturnType<typeof setTimeout> | null = null;
  /** One after another: the order of statements is part of the standard. */
  #queue: Promise<unknown> = Promise.resolve();

  constructor(launch: Cmi5Launch, lesson: string) {
    this.#launch = launch;
    this.#lesson = lesson;
    allowOnly([launch.endpoint, launch.fetch]);
    this.#client = new Cmi5(launch as ConstructorParameters<typeof Cmi5>[0]);
  }

  readonly returnAddress = (): string | undefined => this.#client.launchData?.returnURL;

  readonly open = async (): Promise<FoundInLms> => {
    const code = bytesToHex(sha256(utf8ToBytes(this.#launch.registration)));
    const known = visitOf(this.#launch);
    if (known === VISIT_IS_OVER) return this.#nothing(code);
    try {
      await this.#client.initialize(known);
    } catch {
      return this.#nothing(code);
    }
    keepVisit(this.#launch, { authToken: this.#client.getAuthToken(), initializedDate: this.#client.initializedDate });
    this.#isOpen = true;
    const { launchMode } = this.#client.launchData;
    this.#leavesTraces = launchMode === 'Normal';
    this.#kept = await this.#read();
    const mode = launchMode === 'Browse' ? 'browse' : launchMode === 'Review' ? 'review' : 'normal';
    return { resume: this.#kept.text === '' ? null : this.#kept.text, code, mode };
  };

  readonly tell = ({ answers, text }: LmsProgress): Promise<void> => {
    if (!this.#isOpen || !this.#leavesTraces) return Promise.resolve();
    this.#keepSoon(text);
    return this.#answers(answers);
  };

  readonly finish = async (progress: LmsProgress): Promise<void> => {
    if (!this.#isOpen) return;
    if (this.#leavesTraces) {
      this.#keepSoon(progress.text);
      await this.#answers(progress.answers);
      if (progress.score.isDone) await this.#grade(progress);
      await this.#keepNow();
    }
    // Where there is a way back the visit lasts until it is taken: the standard wants both at once.
    if (this.returnAddress() === undefined) await this.#terminate();
  };

  readonly goBack = async (): Promise<void> => {
    const address = this.returnAddress();
    if (this.#isOpen) await this.#terminate();
    if (address !== undefined) location.assign(address);
  };

  async #terminate(): Promise<void> {
    this.#isOpen = false;
    keepVisit(this.#launch, VISIT_IS_OVER);
    await this.#attempt('score', () => this.#client.terminate());
  }

  /** At this moment only what the browser itself carries on arrives: no answer is waited for. */
  readonly leave = (progress: LmsProgress | null): void => {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    const { endpoint, registration } = this.#launch;
    const last: unknown[] = [];
    if (this.#leavesTraces && progress) {
      const { answers, text } = progress;
      this.#kept = { ...this.#kept, text };
      const asked = new URLSearchParams({ ...this.#place(), registration, stateId: STATE });
      this.#send(`${endpoint}activities/state?${asked}`, 'PUT', this.#kept);
      if (!this.notTaken.has('answers')) last.push(...answers.map((answer) => this.#statement(answer)));
    }
    // In one request: of two nobody knows which arrives first, and after the good-bye nothing may come.
    this.#send(`${endpoint}statements`, 'POST', [...last, this.#terminated()]);
    keepVisit(this.#launch, VISIT_IS_OVER);
  };

  #nothing(code: string): FoundInLms {
    this.notTaken.add('score').add('answers').add('resume');
    return { resume: null, code, mode: 'over' };
  }

  #answers(answers: LmsProgress['answers']): Promise<void> {
    if (answers.length === 0) return Promise.resolve();
    const statements = answers.map((answer) => this.#statement(answer));
    return this.#attempt('answers', () => this.#client.xapi?.sendStatements({ statements: statements as never }));
  }

  /** Completed and passed are said once in all visits; what an LMS calls passed, it says itself. */
  async #grade({ score }: LmsProgress): Promise<void> {
    const scaled = percentOf(score.share) / 100;
    const mastery = this.#client.launchData.masteryScore ?? score.pass;
    const said = { scaled, raw: percentOf(score.share), min: 0, max: 100 };
    const hasPassed = scaled >= mastery;
    if (this.#kept.passed !== true)
      await this.#attempt('score', () => (hasPassed ? this.#client.pass(said) : this.#client.fail(said)));
    if (this.#kept.completed !== true) await this.#attempt('score', () => this.#client.complete());
    this.#kept = { ...this.#kept, completed: true, ...(hasPassed ? { passed: true as const } : {}) };
  }

  #attempt(what: NotTaken, act: () => Promise<unknown> | undefined): Promise<void> {
    const before = this.#queue;
    const done = (async () => {
      await before;
      if (this.notTaken.has(what)) return;
      try {
        await act();
      } catch {
        this.notTaken.add(what);
      }
    })();
    this.#queue = done;
    return done;
  }

  #keepSoon(text: string): void {
    if (text.length > ROOM) this.notTaken.add('resume');
    this.#kept = { ...this.#kept, text };
    this.#pause ??= setTimeout(() => void this.#keepNow(), PAUSE);
  }

  #keepNow(): Promise<void> {
    if (this.#pause !== null) clearTimeout(this.#pause);
    this.#pause = null;
    return this.#attempt('resume', () =>
      this.#client.xapi?.setState({ ...this.#stateAt(), state: { ...this.#kept } as never }),
    );
  }

  async #read(): Promise<KeptState> {
    try {
      const answer = await this.#client.xapi?.getState(this.#stateAt());
      const kept: unknown = answer?.data;
      return isKept(kept) ? kept : { text: '' };
    } catch {
      // There is none at a first visit.
      return { text: '' };
    }
  }

  #stateAt() {
    const { actor, activityId, registration } = this.#launch;
    return { agent: actor as never, activityId, registration, stateId: STATE };
  }

  #place(): Record<string, string> {
    return { activityId: this.#launch.activityId, agent: JSON.stringify(this.#launch.actor) };
  }

  #send(address: string, method: string, body: unknown): void {
    void fetch(address, {
      method,
      keepalive: true,
      headers: {
        authorization: `Basic ${this.#client.getAuthToken()}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
      body: JSON.stringify(body),
    }).catch(() => undefined);
  }

  #context(activities: Readonly<Record<string, readonly unknown[]>>) {
    const { contextTemplate } = this.#client.launchData;
    const given: Readonly<Record<string, unknown>> = { ...contextTemplate.contextActivities };
    const merged: Record<string, unknown> = { ...given };
    for (const [kind, more] of Object.entries(activities))
      if (more.length > 0) merged[kind] = [...listOf(given[kind]), ...more];
    return { ...contextTemplate, registration: this.#launch.registration, contextActivities: merged };
  }

  #statement(answer: LmsProgress['answers'][number]) {
    const { about, ...statement } = answeredStatement(this.#lesson, answer);
    return { ...this.#who(), ...statement, context: this.#context({ other: about }) };
  }

  #terminated() {
    const seconds = (Date.now() - this.#client.initializedDate.getTime()) / 1000;
    return {
      ...this.#who(),
      verb: { id: 'http://adlnet.gov/expapi/verbs/terminated', display: { en: 'terminated' } },
      object: { objectType: 'Activity', id: this.#launch.activityId },
      result: { duration: `PT${Math.max(1, Math.round(seconds))}S` },
      context: this.#context({ category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] }),
    };
  }

  #who() {
    return { id: crypto.randomUUID(), actor: this.#launch.actor, timestamp: new Date().toISOString() };
  }
}

const listOf = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];
