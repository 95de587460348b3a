import { must } from '../model/must.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import type { Journal } from '../run/journal.ts';
import { giveAgain } from '../run/give-again.ts';
import type { PossibleEvent } from '../run/possible-events.ts';
import { freshCaseFile } from '../run/case-file-of.ts';
import { Simulation } from '../run/simulation.ts';
import { changedBy } from '../scenario/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Frame } from './frame.ts';
import type { Recording } from './recording.ts';

/** Simulated time that *Wait* lets pass when nothing falls due. */
const WAIT_WITH_NOTHING_DUE = 24 * 60 * 60_000;

/** A running simulation at some position of a recording: brought there by giving it the same events again. */
export class LiveRun {
  readonly #simulation: Simulation;
  readonly #files: CaseFiles;

  private constructor(simulation: Simulation, files: CaseFiles) {
    this.#simulation = simulation;
    this.#files = files;
  }

  static begin(files: CaseFiles): LiveRun {
    return new LiveRun(new Simulation(files.first), files);
  }

  /** A simulation that has already come somewhere by itself. */
  static at(simulation: Simulation, files: CaseFiles): LiveRun {
    return new LiveRun(simulation, files);
  }

  get position(): number {
    return this.#simulation.steps - 1;
  }

  get journal(): Journal {
    return this.#simulation.journal;
  }

  get simulation(): Simulation {
    return this.#simulation;
  }

  /**
   * Gives the events of a recording's frames up to a position. Throws when the journal comes out differently: that
   * would
   * be our fault.
   */
  follow(recording: Recording, position: number): void {
    while (this.position < position) {
      const frame = recording.frames[this.position + 1];
      if (!frame?.given) throw new Error('the recording has a step that nothing was given to');
      giveAgain(this.#simulation, { ...frame.given, atMs: frame.atMs }, () => this.#beginAttempt(frame, recording));
      if (this.journal.fingerprint !== frame.chain)
        throw new Error(`step ${frame.step} came out differently when it was played again`);
    }
  }

  /** What can be done now. */
  possible(): PossibleEvent[] {
    return this.#simulation.possible();
  }

  /** False: nobody took it; the journal's last step says why. */
  send(event: PossibleEvent): boolean {
    return this.#simulation.send(event);
  }

  /** Time passes to the next due moment, or by a day when nothing is due. */
  wait(): void {
    if (!this.#simulation.advance()) this.#simulation.passTime(this.#simulation.now + WAIT_WITH_NOTHING_DUE);
  }

  /**
   * One step of the usual course: the tap that is called for, else the next due moment. False: nothing more happens
   * by itself.
   */
  goOn(): boolean {
    const usual = this.#simulation.usual();
    return usual ? this.#simulation.send(usual) : this.#simulation.advance();
  }

  #beginAttempt(frame: Frame, recording: Recording): void {
    const line = recording.linesOf(frame.step - 1).find((told) => told.type === 'attempt.began');
    const { attempt, changes } = must(line, 'the line that begins an attempt');
    this.#simulation.beginAttempt(this.#files.ofAttempt(attempt, changes), attempt, changes);
  }
}

/**
 * The case files of a scenario's attempts, made once: a story can then be played again without judging everything
 * anew.
 */
export class CaseFiles {
  readonly #scenarios: Scenario[];
  readonly #files: CaseFile[];

  /** `first`: the case file of the first attempt, when a run has made it already. */
  constructor(scenario: Scenario, first = freshCaseFile(scenario.world)) {
    this.#scenarios = [scenario];
    this.#files = [first];
  }

  get first(): CaseFile {
    return must(this.#files[0], 'the case file of the first attempt');
  }

  /** Attempts are asked for in their order; each one's changes apply to the world of the one before. */
  ofAttempt(attempt: number, changes: Readonly<Record<string, string>>): CaseFile {
    const known = this.#files[attempt - 1];
    if (known) return known;
    const scenario = changedBy(must(this.#scenarios.at(-1), 'the scenario of the attempt before'), changes);
    this.#scenarios.push(scenario);
    const file = freshCaseFile(scenario.world);
    this.#files.push(file);
    return file;
  }
}
