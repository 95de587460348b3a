import type { World } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { formsOf, type PossibleEvent } from '../../run/possible-events.ts';
import { type Changes, withChanges } from '../../scenario/change.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { FateKey } from '../../stepping/fate-keys.ts';
import type { Frame, Segment } from '../../stepping/frame.ts';
import { eventOf, hasSameData, isSame } from '../../stepping/given-event.ts';
import { LedgerCursor } from '../../stepping/ledger-cursor.ts';
import { type LedgerFilter, NO_FILTER, type StorySnapshot } from './snapshot.ts';
import { FIRST_VIEW, type View } from './views.ts';
import { type HandPart, type PlayedRun, type Proof, SteppableRun, type Told } from '../../stepping/steppable-run.ts';

/**
 * The page's one store: a played scenario, a position in it, and what the person has picked. Plain TypeScript; React
 * subscribes.
 */
export class StoryStore {
  #story: SteppableRun;
  /** The scripted story, while a branch by hand is shown. */
  #scripted: SteppableRun;
  #cursor: LedgerCursor;
  #snapshot: StorySnapshot;
  readonly #listeners = new Set<() => void>();

  /** Plays the scenario at once. Throws an InputError when it cannot be played. */
  constructor(scenario: Scenario, changes: Changes = {}) {
    this.#story = SteppableRun.play(withChanges(scenario, changes));
    this.#scripted = this.#story;
    this.#cursor = new LedgerCursor(this.#story.recording);
    this.#snapshot = {
      given: scenario,
      changes,
      hand: null,
      proof: null,
      playing: false,
      selected: null,
      filter: NO_FILTER,
      view: FIRST_VIEW,
      ...this.#here(0),
    };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): StorySnapshot => this.#snapshot;

  get world(): World {
    return this.#story.world;
  }

  /** The case file of the present attempt. */
  get file(): CaseFile {
    return this.#story.fileOf(this.#snapshot.frame.attempt);
  }

  get segments(): readonly Segment[] {
    return this.#story.recording.segments;
  }

  /** Ledger rows at the present position, by place. Read them while rendering a snapshot; do not keep them. */
  get rows(): readonly LedgerRow[] {
    return this.#cursor.rows;
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
    return index === undefined ? undefined : this.#cursor.rows[index];
  }

  placeOf(id: string): number | undefined {
    return this.#places.get(this.#story.recording.items)?.get(id) ?? this.#indexItems().get(id);
  }

  /** The position at which a row last changed, or -1. */
  changedAt(index: number): number {
    return this.#cursor.changedAt(index);
  }

  /**
   * Opens another scenario, or the same with changed conditions. Throws an InputError and stays as it was when it
   * cannot be played.
   */
  open(scenario: Scenario, changes: Changes = {}, played?: PlayedRun): void {
    const story = played ? SteppableRun.played(played) : SteppableRun.play(withChanges(scenario, changes));
    this.#scripted = story;
    const same = scenario === this.#snapshot.given;
    this.#show(story, 0, {
      given: scenario,
      changes,
      hand: null,
      proof: null,
      playing: false,
      ...(same ? {} : { selected: null, filter: NO_FILTER }),
    });
  }

  /**
   * The open scenario under changed conditions, played here or already; stays at the position, or at the end when it
   * was at the end.
   */
  setChanges(changes: Changes, played?: PlayedRun): void {
    const { given, position, recording } = this.#snapshot;
    const atEnd = position === recording.last && position > 0;
    this.open(given, changes, played);
    this.goTo(atEnd ? this.#story.recording.last : position);
  }

  /** Goes to a position; one out of range counts as the nearest. */
  goTo(position: number): void {
    const to = Math.max(0, Math.min(this.#story.recording.last, Math.round(position)));
    if (to === this.#snapshot.position && !this.#snapshot.refused) return;
    this.#set(this.#here(to));
  }

  first(): void {
    this.goTo(0);
  }

  back(): void {
    this.goTo(this.#snapshot.position - 1);
  }

  /** One step on. By hand, after the last step, the usual course goes on. */
  next(): void {
    const { position, hand, recording } = this.#snapshot;
    if (position < recording.last || !hand) this.goTo(position + 1);
    else this.#extend(1);
  }

  nextGate(): void {
    const { position, recording, hand } = this.#snapshot;
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
    const { position, recording } = this.#snapshot;
    const found = recording.frames.findIndex(
      (frame, index) => index > position && frame.marks.some(({ kind }) => kind === 'drop'),
    );
    return found === -1 ? undefined : found;
  }

  /** To the end. By hand, at the last step, the usual course goes on to its end. */
  last(): void {
    const { position, hand, recording } = this.#snapshot;
    if (hand && position === recording.last) this.#extend(MAX_BY_HAND);
    this.goTo(this.#story.recording.last);
  }

  setPlaying(playing: boolean): void {
    if (playing !== this.#snapshot.playing) this.#set({ playing });
  }

  /** Everything that can be done at the present position. Brings a simulation there; known positions are kept. */
  possible(): readonly PossibleEvent[] {
    return this.#story.possible(this.#snapshot.position);
  }

  /** The same in slices of time, for long runs: `undefined` until a simulation has got there; ask again. */
  possibleWithin(ms: number): readonly PossibleEvent[] | undefined {
    const until = performance.now() + ms;
    return this.#story.approach(this.#snapshot.position, () => performance.now() < until) ? this.possible() : undefined;
  }

  /**
   * The trainee does something now. What the story does next anyway is a step forward; anything else leaves the
   * script from here.
   * A refused event stays at the position, and the snapshot says why.
   */
  send(event: PossibleEvent): boolean {
    const { position, recording } = this.#snapshot;
    if (isSame(recording.frames[position + 1], event)) {
      this.goTo(position + 1);
      return true;
    }
    const sent = this.#story.send(position, event);
    if ('story' in sent) {
      this.#byHand(sent.story, event);
      return true;
    }
    if (sent.refused) this.#set({ refused: sent.refused, playing: false });
    return false;
  }

  /** Time passes: to the next due moment, or by a day. */
  wait(): void {
    const { position, recording } = this.#snapshot;
    if (recording.frames[position + 1]?.given?.event === 'clock.moved') this.goTo(position + 1);
    else this.#byHand(this.#story.wait(position), null);
  }

  /** Leaves the branch by hand; the script goes on where it was left. */
  backToScript(): void {
    const { hand } = this.#snapshot;
    if (hand) this.#show(this.#scripted, hand.from, { hand: null, proof: null, playing: false });
  }

  /**
   * Follows a branch from an address, also where it does what the script does. False: something in it cannot be done
   * here; it is shown up to there.
   */
  replayHand({ from, events }: HandPart): boolean {
    if (from > this.#snapshot.recording.last) return false;
    this.goTo(from);
    return events.every((event) => this.#replay(event));
  }

  #replay(event: PossibleEvent | null): boolean {
    const { position } = this.#snapshot;
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
    this.#set({ proof, playing: false });
    return proof;
  }

  /** The shown run up to its last step. */
  get told(): Told {
    return this.#story.told;
  }

  get fingerprints(): { readonly outcome: string; readonly journal: string } {
    return this.#story.fingerprints;
  }

  select(id: string | null): void {
    if (id !== this.#snapshot.selected) this.#set({ selected: id });
  }

  /** Changes parts of the ledger's filter; `label` names its origin unless given anew. */
  setFilter(part: Partial<LedgerFilter>): void {
    this.#set({ filter: { ...this.#snapshot.filter, label: null, ...part } });
  }

  toggleFate(fate: FateKey): void {
    const { fates } = this.#snapshot.filter;
    this.setFilter({ fates: fates.includes(fate) ? fates.filter((known) => known !== fate) : [...fates, fate] });
  }

  clearFilter(): void {
    this.#set({ filter: NO_FILTER });
  }

  setView(view: View): void {
    if (view !== this.#snapshot.view) this.#set({ view });
  }

  #byHand(story: SteppableRun, event: PossibleEvent | null): void {
    const { hand, position } = this.#snapshot;
    const before = hand && position >= hand.from ? hand.events.slice(0, position - hand.from) : [];
    const from = hand && position >= hand.from ? hand.from : position;
    this.#show(story, position + 1, { hand: { from, events: [...before, event] }, proof: null, playing: false });
  }

  /** By hand, the usual course as far as it goes. */
  #extend(most: number): void {
    const { hand, position } = this.#snapshot;
    const story = this.#story.goOn(most);
    if (!hand || !story) return;
    const added = story.recording.frames.slice(position + 1).map(({ given }) => eventOf(given));
    this.#show(story, Math.min(position + most, story.recording.last), {
      hand: { ...hand, events: [...hand.events, ...added] },
      proof: null,
    });
  }

  #show(story: SteppableRun, position: number, part: Partial<StorySnapshot>): void {
    this.#story = story;
    this.#cursor = new LedgerCursor(story.recording);
    this.#set({ ...part, ...this.#here(Math.min(position, story.recording.last)) });
  }

  #here(position: number) {
    const { recording, scenario } = this.#story;
    this.#cursor.moveTo(position);
    const frame = recording.frames[position] as Frame;
    return {
      scenario,
      recording,
      position,
      frame,
      changed: recording.patches[position]?.visible ?? NOTHING,
      tallies: this.#cursor.tallies(),
      refused: frame.refused,
    };
  }

  #set(part: Partial<StorySnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
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

const NOTHING: ReadonlySet<number> = new Set();
