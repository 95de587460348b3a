import { orNull } from '../model/optional.ts';
import { must } from '../model/must.ts';
import type { World } from '../model/world.ts';
import { attemptsOf } from '../run/attempts-of.ts';
import { foldLedger } from '../run/ledger.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import type { PossibleEvent } from '../run/possible-events.ts';
import { outcomeFingerprint } from '../run/outcome-fingerprint.ts';
import { play, type Run } from '../run/play.ts';
import type { Simulation } from '../run/simulation.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { CaseFiles, LiveRun } from './live-run.ts';
import { Journal } from '../run/journal.ts';
import type { JournalLine, LineOf } from '../run/journal-line.ts';
import { Recording } from './recording.ts';

export interface Fingerprints {
  readonly outcome: string;
  readonly journal: string;
}

/** A run, however it came about. */
export interface Told extends Omit<Run, 'simulation' | 'journal' | 'ledger'> {
  readonly lines: readonly JournalLine[];
}

/** The proof that a run repeats itself: both fingerprints of both runs, and the first line that differs. */
export interface Proof {
  readonly runs: readonly (Fingerprints & { readonly steps: number; readonly simulatedMs: number })[];
  readonly identical: boolean;
  readonly firstDifference: { readonly step: number; readonly first: string; readonly second: string } | null;
}

/** A whole run that was played elsewhere, in a worker beside the page. */
export interface PlayedRun {
  readonly scenario: Scenario;
  readonly lines: readonly JournalLine[];
  readonly chain: readonly string[];
  readonly fingerprints: Fingerprints;
}

/** By hand from a position: what the trainee did there, one after the other. `null` stands for waiting. */
export interface HandPart {
  readonly from: number;
  readonly events: readonly (PossibleEvent | null)[];
}

/** What came of an event sent by hand. */
export type Sent =
  | { readonly recording: Recording; readonly refused: null }
  | { readonly recording: null; readonly refused: LineOf<'refused'> };

/** A scenario played in the page, with the means to take it up again at any of its steps. */
export class SteppableRun {
  readonly scenario: Scenario;
  readonly recording: Recording;
  readonly #files: CaseFiles;
  #live: LiveRun | undefined;
  readonly #possible = new Map<number, readonly PossibleEvent[]>();

  #fingerprints: Fingerprints | undefined;

  private constructor(
    scenario: Scenario,
    recording: Recording,
    files: CaseFiles,
    live?: LiveRun,
    fingerprints?: Fingerprints,
  ) {
    this.scenario = scenario;
    this.recording = recording;
    this.#files = files;
    this.#live = live;
    this.#fingerprints = fingerprints;
  }

  /** Plays a scenario from beginning to end. Throws an InputError when its script cannot happen. */
  static play(scenario: Scenario): SteppableRun {
    const { journal, simulation, fingerprints, attempts } = play(scenario);
    const isOne = attempts.length === 1;
    const files = new CaseFiles(scenario, isOne ? simulation.file : undefined);
    return new SteppableRun(
      scenario,
      Recording.of(scenario.world, journal),
      files,
      isOne ? LiveRun.at(simulation, files) : undefined,
      fingerprints,
    );
  }

  /** A run that was played already. */
  static played({ scenario, lines, chain, fingerprints }: PlayedRun): SteppableRun {
    return new SteppableRun(
      scenario,
      Recording.of(scenario.world, new Journal(lines, chain)),
      new CaseFiles(scenario),
      undefined,
      fingerprints,
    );
  }

  get world(): World {
    return this.scenario.world;
  }

  /** The frozen world of an attempt, with its look-ups. */
  fileOf(attempt: number): CaseFile {
    for (const line of this.recording.lines)
      if (line.type === 'attempt.began') this.#files.ofAttempt(line.attempt, line.changes);
    return this.#files.ofAttempt(attempt, {});
  }

  /** Fingerprints of the whole recording; worked out once. */
  get fingerprints(): Fingerprints {
    return (this.#fingerprints ??= this.#workOut());
  }

  #workOut(): Fingerprints {
    const ledger = foldLedger(this.recording.items, this.recording.lines);
    return {
      outcome: outcomeFingerprint(ledger.outcome, ledger.rows),
      journal: this.recording.frame(this.recording.last).chain,
    };
  }

  /** The run up to its last step, in the words in which a played scenario is told. */
  get told(): Told {
    const { scenario, recording, fingerprints } = this;
    const attempts = attemptsOf(recording.items, recording.lines);
    const { n, outcome } = must(attempts.at(-1), 'the first attempt');
    return {
      scenario,
      world: this.fileOf(n).world,
      lines: recording.lines,
      outcome,
      fingerprints,
      steps: recording.last + 1,
      simulatedMs: recording.frame(recording.last).atMs,
      attempts,
    };
  }

  /** Brings a simulation nearer to a position, as long as `hasTime` says so. True: it is there. */
  approach(position: number, hasTime: () => boolean): boolean {
    if (this.#possible.has(position)) return true;
    const live = this.#nearest(position);
    while (live.position < position && hasTime()) live.follow(this.recording, live.position + 1);
    return live.position === position;
  }

  /** The running story at a position: to be asked and not to be moved. */
  simulationAt(position: number): Simulation {
    return this.#liveAt(position).simulation;
  }

  /** Every event that would be taken at a position, in all its forms. */
  possible(position: number): readonly PossibleEvent[] {
    let events = this.#possible.get(position);
    if (!events) this.#possible.set(position, (events = this.#liveAt(position).possible()));
    return events;
  }

  /** Sends an event at a position: a story of its own goes on from there; a refusal leaves this one as it is. */
  send(position: number, event: PossibleEvent): Sent | { readonly story: SteppableRun } {
    const live = this.#takeLive(position);
    if (live.send(event)) return { story: this.#grown(position, live) };
    const refused = live.journal.lines.findLast((line) => line.type === 'refused');
    return { recording: null, refused: must(refused, 'the line of a refusal') };
  }

  /** Lets time pass at a position. */
  wait(position: number): SteppableRun {
    const live = this.#takeLive(position);
    live.wait();
    return this.#grown(position, live);
  }

  /**
   * The usual course goes on after the last step: one step, or `most` of them. `undefined` when nothing more
   * happens.
   */
  goOn(most = 1): SteppableRun | undefined {
    const live = this.#takeLive(this.recording.last);
    let steps = 0;
    while (steps < most && live.goOn()) steps += 1;
    return steps === 0 ? undefined : this.#grown(this.recording.last, live);
  }

  /** Plays everything again from nothing and compares line by line. */
  again(): Proof {
    const files = new CaseFiles(this.scenario);
    const live = LiveRun.begin(files);
    const first = this.fingerprints;
    let difference: Proof['firstDifference'] = null;
    try {
      live.follow(this.recording, this.recording.last);
    } catch (error) {
      difference = firstDifference(this.recording, live, String(error));
    }
    const second = new SteppableRun(this.scenario, Recording.of(this.world, live.journal), files);
    const runs = [this.#summary(first), second.#summary(second.fingerprints)];
    return {
      runs,
      identical:
        difference === null &&
        first.outcome === second.fingerprints.outcome &&
        first.journal === live.journal.fingerprint,
      firstDifference: difference,
    };
  }

  #summary(fingerprints: Fingerprints): Proof['runs'][number] {
    return {
      ...fingerprints,
      steps: this.recording.last + 1,
      simulatedMs: this.recording.frame(this.recording.last).atMs,
    };
  }

  #grown(position: number, live: LiveRun): SteppableRun {
    return new SteppableRun(
      this.scenario,
      Recording.of(this.world, live.journal, this.recording.cut(position)),
      this.#files,
      live,
    );
  }

  #liveAt(position: number): LiveRun {
    const live = this.#nearest(position);
    live.follow(this.recording, position);
    return live;
  }

  /** The simulation at hand, unless it has gone past the position. */
  #nearest(position: number): LiveRun {
    if (!this.#live || this.#live.position > position) this.#live = LiveRun.begin(this.#files);
    return this.#live;
  }

  /** The live story leaves this one with the event: it is then ahead of its recording. */
  #takeLive(position: number): LiveRun {
    const live = this.#liveAt(position);
    this.#live = undefined;
    return live;
  }
}

/** `instead`: what came where the second run has no more lines. */
function firstDifference(recording: Recording, live: LiveRun, instead: string): Proof['firstDifference'] {
  for (const [place, line] of live.journal.lines.entries()) {
    const [first, second] = [JSON.stringify(orNull(recording.lines[place])), JSON.stringify(line)];
    if (first !== second) return { step: line.step, first, second };
  }
  const missing = recording.lines[live.journal.lines.length];
  if (missing) return { step: missing.step, first: JSON.stringify(missing), second: instead };
  return { step: live.position + 1, first: '', second: instead };
}
