import type { Route } from '../../model/kinds.ts';
import type { World } from '../../model/world.ts';
import { routeTaken } from '../../run/route-taken.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { scenarioOfAttempt } from '../../run/attempt-scenario.ts';
import { formsOf, type PossibleEvent } from '../../run/possible-events.ts';
import type { Simulation } from '../../run/simulation.ts';
import { changedBy, type Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { eventOf, hasSameData, isSame } from '../../stepping/given-event.ts';
import { LedgerCursor } from '../../stepping/ledger-cursor.ts';
import { type HandPart, type PlayedRun, type Proof, SteppableRun, type Told } from '../../stepping/steppable-run.ts';
import { Observable } from './observable.ts';
import { Choices } from './choices.ts';
import { type OpenedStory, playedRun, steppable } from './opened-story.ts';
import type { StorySnapshot } from './snapshot.ts';
import { lastChange, ledgerAt, shownAt } from './story-moment.ts';

/** A played scenario and a position in it, and what the person has picked meanwhile. Plain TypeScript. */
export class StoryStore extends Observable<StorySnapshot> {
  readonly picked = new Choices();
  #story: SteppableRun;
  /** The scripted story, while a branch by hand is shown. */
  #scripted: SteppableRun;
  #cursor: LedgerCursor;

  private constructor(given: Scenario, changes: Changes, scripted: SteppableRun) {
    const cursor = new LedgerCursor(scripted.recording);
    const state = { hand: null, proof: null, playing: false, rests: null };
    super({ given, changes, ...state, ...shownAt(scripted, 0, ledgerAt(cursor, scripted.recording, 0)) });
    this.#story = scripted;
    this.#scripted = scripted;
    this.#cursor = cursor;
  }

  /** Plays the scenario at once. Throws an InputError when it cannot be played. */
  static play(scenario: Scenario, changes: Changes = {}): StoryStore {
    return new StoryStore(scenario, changes, SteppableRun.play(changedBy(scenario, changes)));
  }

  /** What was played elsewhere. */
  static opened(opened: OpenedStory): StoryStore {
    const store = new StoryStore(opened.given, opened.changes, steppable(opened.run));
    store.#takeUpHand(opened);
    return store;
  }

  get world(): World {
    return this.#story.world;
  }

  /** The way that the restore has taken so far. */
  get route(): Route {
    const { recording, frame } = this.getSnapshot();
    return routeTaken(this.world, recording.lines, frame.lineTo);
  }

  /** The case file of the present attempt. */
  get file(): CaseFile {
    return this.#story.fileOf(this.getSnapshot().frame.attempt);
  }

  /** The scenario of the present attempt; `null` where the story was left by hand, so that its script tells another. */
  get scenarioHere(): Scenario | null {
    const { hand, frame } = this.getSnapshot();
    return hand ? null : scenarioOfAttempt(this.#story.scenario, frame.attempt);
  }

  /** A copy of the rows at another position; the shown one stays. */
  rowsAt(position: number): readonly LedgerRow[] {
    const here = this.#cursor.position;
    this.#cursor.moveTo(position);
    const rows = [...this.#cursor.rows];
    this.#cursor.moveTo(here);
    return rows;
  }

  row(id: string): LedgerRow | undefined {
    const index = this.placeOf(id);
    return index === undefined ? undefined : this.getSnapshot().ledger.rows[index];
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(this.#story.recording.items)?.get(id) ?? this.#indexItems().get(id);
  }

  /** Opens another scenario that was played elsewhere. */
  open(opened: OpenedStory): void {
    this.#show(steppable(opened.run), opened.given, opened.changes);
    this.#takeUpHand(opened);
  }

  /** Opens another scenario and plays it here. Throws an InputError and stays as it was when it cannot be played. */
  playOther(scenario: Scenario): void {
    this.#show(SteppableRun.play(scenario), scenario, {});
  }

  #show(story: SteppableRun, given: Scenario, changes: Changes): void {
    const isOther = given !== this.getSnapshot().given;
    this.#scripted = story;
    this.#stand(story, 0, { given, changes, hand: null, proof: null, playing: false });
    if (isOther) this.picked.forgetItems();
  }

  #takeUpHand({ hand }: OpenedStory): void {
    if (hand) this.#stand(steppable(hand.run), hand.part.from, { hand: hand.part });
  }

  /** Everything that was played, for another place to show. */
  get opened(): OpenedStory {
    const { given, changes, hand } = this.getSnapshot();
    return {
      given,
      changes,
      run: playedRun(this.#scripted),
      hand: hand && { part: hand, run: playedRun(this.#story) },
    };
  }

  /**
   * The open scenario under changed conditions, played here or already; stays at the position, or at the end when it
   * was at the end.
   */
  setChanges(changes: Changes, played?: PlayedRun): void {
    const { given, position, recording } = this.getSnapshot();
    const atEnd = position === recording.last && position > 0;
    this.#show(played ? steppable(played) : SteppableRun.play(changedBy(given, changes)), given, changes);
    this.goTo(atEnd ? this.#story.recording.last : position);
  }

  /** Goes to a position; one out of range counts as the nearest. */
  goTo(position: number): void {
    const to = Math.max(0, Math.min(this.#story.recording.last, Math.round(position)));
    if (to === this.getSnapshot().position && !this.getSnapshot().refused) return;
    this.set(this.#here(to));
  }

  first(): void {
    this.goTo(0);
  }

  back(): void {
    this.goTo(this.getSnapshot().position - 1);
  }

  /** One step on. By hand, after the last step, the usual course goes on. */
  next(): void {
    const { position, hand, recording } = this.getSnapshot();
    if (position < recording.last || !hand) this.goTo(position + 1);
    else this.#extend(1);
  }

  nextGate(): void {
    const { position, recording, hand } = this.getSnapshot();
    const later = recording.segments.find(({ from }) => from > position);
    if (later) this.goTo(later.from);
    else if (hand && position === recording.last) this.#extend(MAX_BY_HAND);
    else this.last();
  }

  /** To the next step in which data drop; stays when there is none. */
  nextDrop(): void {
    const later = this.positionOfNextDrop();
    if (later !== undefined) this.goTo(later);
  }

  positionOfNextDrop(): number | undefined {
    const { position, recording } = this.getSnapshot();
    const found = recording.frames.findIndex(
      (frame, index) => index > position && frame.marks.some(({ kind }) => kind === 'drop'),
    );
    return found === -1 ? undefined : found;
  }

  /** To the end. By hand, at the last step, the usual course goes on to its end. */
  last(): void {
    const { position, hand, recording } = this.getSnapshot();
    if (hand && position === recording.last) this.#extend(MAX_BY_HAND);
    this.goTo(this.#story.recording.last);
  }

  setPlaying(playing: boolean): void {
    if (playing !== this.getSnapshot().playing) this.set({ playing, rests: null });
  }

  /** *Play* stops at something that has to be looked at, and says so. */
  rest(): void {
    this.set({ playing: false, rests: this.getSnapshot().position });
  }

  /** The running story at the position shown: to be asked and not to be moved. */
  get simulationHere(): Simulation {
    return this.#story.simulationAt(this.getSnapshot().position);
  }

  /** Everything that can be done at the present position. Brings a simulation there; known positions are kept. */
  possible(): readonly PossibleEvent[] {
    return this.#story.possible(this.getSnapshot().position);
  }

  /** The same in slices of time, for long runs: `undefined` until a simulation has got there; ask again. */
  possibleWithin(ms: number): readonly PossibleEvent[] | undefined {
    const until = performance.now() + ms;
    return this.#story.approach(this.getSnapshot().position, () => performance.now() < until)
      ? this.possible()
      : undefined;
  }

  /**
   * The trainee does something now. What the story does next anyway is a step forward; anything else leaves the
   * script from here.
   * A refused event stays at the position, and the snapshot says why.
   */
  send(event: PossibleEvent): boolean {
    const { position, recording } = this.getSnapshot();
    if (isSame(recording.frames[position + 1], event)) {
      this.goTo(position + 1);
      return true;
    }
    const sent = this.#story.send(position, event);
    if ('story' in sent) {
      this.#byHand(sent.story, event);
      return true;
    }
    if (sent.refused) this.set({ refused: sent.refused, playing: false });
    return false;
  }

  /** Time passes: to the next due moment, or by a day. */
  wait(): void {
    const { position, recording } = this.getSnapshot();
    if (recording.frames[position + 1]?.given?.event === 'clock.moved') this.goTo(position + 1);
    else this.#byHand(this.#story.wait(position), null);
  }

  /** Leaves the branch by hand; the script goes on where it was left. */
  backToScript(): void {
    const { hand } = this.getSnapshot();
    if (hand) this.#stand(this.#scripted, hand.from, { hand: null, proof: null, playing: false });
  }

  /**
   * Follows a branch from an address, also where it does what the script does. False: something in it cannot be done
   * here; it is shown up to there.
   */
  replayHand({ from, events }: HandPart): boolean {
    if (from > this.getSnapshot().recording.last) return false;
    this.goTo(from);
    return events.every((event) => this.#replay(event));
  }

  #replay(event: PossibleEvent | null): boolean {
    const { position } = this.getSnapshot();
    if (!event) {
      this.#byHand(this.#story.wait(position), null);
      return true;
    }
    // In the form in which the page itself would offer it.
    const form = formsOf(this.file, event.type).find((offered) => hasSameData(offered, event));
    const sent = form && this.#story.send(position, form);
    if (!form || !sent || !('story' in sent)) return false;
    this.#byHand(sent.story, form);
    return true;
  }

  /** Repeats the restore from nothing and keeps the proof. */
  runAgain(): Proof {
    const proof = this.#story.again();
    this.set({ proof, playing: false });
    return proof;
  }

  /** The shown run up to its last step. */
  get told(): Told {
    return this.#story.told;
  }

  get fingerprints(): { readonly outcome: string; readonly journal: string } {
    return this.#story.fingerprints;
  }

  #byHand(story: SteppableRun, event: PossibleEvent | null): void {
    const { hand, position } = this.getSnapshot();
    const before = hand && position >= hand.from ? hand.events.slice(0, position - hand.from) : [];
    const from = hand && position >= hand.from ? hand.from : position;
    this.#stand(story, position + 1, { hand: { from, events: [...before, event] }, proof: null, playing: false });
  }

  /** By hand, the usual course as far as it goes. */
  #extend(most: number): void {
    const { hand, position } = this.getSnapshot();
    const story = this.#story.goOn(most);
    if (!hand || !story) return;
    const added = story.recording.frames.slice(position + 1).map(({ given }) => eventOf(given));
    this.#stand(story, Math.min(position + most, story.recording.last), {
      hand: { ...hand, events: [...hand.events, ...added] },
      proof: null,
    });
  }

  #stand(story: SteppableRun, position: number, part: Partial<StorySnapshot>): void {
    this.#story = story;
    this.#cursor = new LedgerCursor(story.recording);
    this.set({ ...part, ...this.#here(Math.min(position, story.recording.last)) });
  }

  #here(position: number) {
    const { recording } = this.#story;
    const { ledger: before, recording: shown } = this.getSnapshot();
    const kept = shown === recording && before.since === lastChange(recording, position) ? before : undefined;
    this.#cursor.moveTo(position);
    return shownAt(this.#story, position, kept ?? ledgerAt(this.#cursor, recording, position));
  }

  readonly #places = new WeakMap<readonly unknown[], ReadonlyMap<string, number>>();
  #indexItems(): ReadonlyMap<string, number> {
    const { items } = this.#story.recording;
    const places = new Map(items.map(({ id }, index) => [id, index]));
    this.#places.set(items, places);
    return places;
  }
}

/** Steps that *Last* and *Next gate* go on by themselves after a branch by hand. */
const MAX_BY_HAND = 5000;
