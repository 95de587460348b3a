import { eachOf } from '../model/optional.ts';
import {
  type ActorRefLike,
  type AnyActorRef,
  type AnyMachineSnapshot,
  createActor,
  type InspectionEvent,
  type Snapshot,
} from 'xstate';
import type { Emitted } from '../../machines/events.ts';
import { simulationMachine } from '../../machines/simulation/simulation.machine.ts';
import { SCRIPT_EVENTS } from '../model/events.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import {
  dueAtOf,
  leavesOf,
  type LiveActor,
  liveActors,
  metasOf,
  namedEvents,
  type NamedTransition,
  pathOf,
  refusingGuards,
  type SimulationRef,
  takes,
  transitionName,
  valuesSeen,
} from './actors.ts';
import type { Digest } from './digest.ts';
import { itemsOnDevice } from '../rulebook/case/on-the-device.ts';
import { Journal } from './journal.ts';
import type { JournalEntry, JournalLine, Origin, Refusal } from './journal-line.ts';
import type { LedgerRow } from './ledger.ts';
import { Parts } from './parts.ts';
import {
  formsOf,
  type Here,
  isUsual,
  type PossibleEvent,
  POSSIBLE_EVENT_TYPES,
  type PossibleEventType,
} from './possible-events.ts';
import { SituationTold } from './situation-told.ts';

export type Inspector = (event: InspectionEvent) => void;

/** What XState tells its inspector about a step of a machine besides what is in its public types. */
interface Microstep {
  readonly actorRef: AnyActorRef;
  readonly event: { readonly type: string };
  readonly snapshot: AnyMachineSnapshot;
  readonly _transitions: readonly NamedTransition[];
}

/** A story in the middle, between two steps: what `resume.ts` writes down and reads. */
export interface Checkpoint {
  readonly step: number;
  readonly now: number;
  readonly lines: readonly JournalLine[];
  /** Where every item is, when the lines that say so are left out. */
  readonly rows?: readonly LedgerRow[];
  readonly chain: readonly string[];
  /** What XState persists of the root and of every actor below it, with its case files alive again. */
  readonly actors: unknown;
}

interface SimulationOptions {
  readonly inspect?: Inspector | undefined;
  readonly from?: Checkpoint;
  /** Chains the journal. */
  readonly digest?: Digest | undefined;
}

/** One running story: owns the clock, gives events to the actors, and records what follows. */
export class Simulation {
  readonly journal: Journal;
  #file: CaseFile;
  #now = 0;
  #step = 1;
  #live: LiveActor[] | undefined;
  readonly #root: SimulationRef;
  readonly #watch: Inspector | undefined;
  readonly #started = new Set<AnyActorRef>();
  readonly #situation = new SituationTold();
  #parts: Parts;

  constructor(file: CaseFile, options: SimulationOptions = {}) {
    const { from } = options;
    this.#file = file;
    this.#parts = new Parts(file, from?.rows);
    this.#watch = options.inspect;
    if (from) [this.#step, this.#now] = [from.step, from.now];
    this.journal = new Journal(from?.lines, from?.chain, options.digest);
    const { world } = file;
    if (!from)
      this.#write('simulation', {
        type: 'story.began',
        world: file.digest,
        edition: world.edition,
        route: world.route,
        items: world.items.length,
        ...connectionOf(file),
      });
    if (!from) this.#tellHeld();
    const input = { file, at: 0 };
    let resuming = from !== undefined;
    this.#root = createActor(simulationMachine, {
      id: 'simulation',
      systemId: 'simulation',
      input,
      ...(from ? { snapshot: from.actors as Snapshot<unknown> } : {}),
      inspect: (event) => (resuming ? this.#recognise(event) : this.#record(event)),
    });
    this.#root.start();
    resuming = false;
    if (from) {
      this.#situation.recognise(this.actors);
      // What was lacking has been said already.
      this.#parts.news(this.journal.lines);
    } else this.#endStep();
  }

  get file(): CaseFile {
    return this.#file;
  }

  get now(): number {
    return this.#now;
  }

  get steps(): number {
    return this.#step;
  }

  get root(): SimulationRef {
    return this.#root;
  }

  /** The actors running now; worked out once for each step. */
  get actors(): readonly LiveActor[] {
    this.#live ??= liveActors(this.#root);
    return this.#live;
  }

  /** Whether some actor would take this event now. */
  can(event: PossibleEvent): boolean {
    const dated = { ...event, at: this.#now };
    return this.actors.some((actor) => takes(actor, dated));
  }

  /** Every event that would be taken now, in all its forms. */
  possible(): PossibleEvent[] {
    const named = new Set(this.actors.flatMap(({ snapshot }) => namedEvents(snapshot)));
    return POSSIBLE_EVENT_TYPES.filter((type) => named.has(type)).flatMap((type) =>
      formsOf(this.#file, type).filter((event) => this.can(event)),
    );
  }

  /** What a person who does everything as expected would do now. */
  usual(): PossibleEvent | undefined {
    for (const { snapshot } of this.actors.toReversed()) {
      for (const { usual } of metasOf(snapshot).toReversed()) {
        for (const type of eachOf(usual)) {
          const event = this.#usualForm(type as PossibleEventType, snapshot.context as Here);
          if (event) return event;
        }
      }
    }
    return undefined;
  }

  /** Gives an event to the actors. False: nobody took it, and the journal says why. */
  send(event: PossibleEvent): boolean {
    const { type, ...data } = event;
    const { by } = SCRIPT_EVENTS[type];
    const dated = { ...event, ...this.#toldWith(event), at: this.#now };
    this.#beginStep(by, type, data);
    const taker = this.actors.findLast((actor) => takes(actor, dated));
    if (taker) taker.ref.send(dated);
    else this.#refuse(event, data);
    this.#endStep();
    return taker !== undefined;
  }

  /** The next moment some actor waits for. */
  nextDue(): number | undefined {
    return this.#nextDueActor()?.dueAt;
  }

  /** Moves the clock to the next due moment, and only there. False: nobody waits for one. */
  advance(latest = Number.POSITIVE_INFINITY): boolean {
    const next = this.#nextDueActor();
    if (!next || next.dueAt > latest) return false;
    this.#now = Math.max(this.#now, next.dueAt);
    this.#beginStep('clock', 'clock.moved', {});
    next.actor.ref.send({ type: 'clock.moved', at: this.#now });
    this.#endStep();
    return true;
  }

  /** Lets simulated time pass with nothing due in it. False: it has come that far already. */
  passTime(until: number): boolean {
    if (until <= this.#now) return false;
    this.#now = until;
    this.#beginStep('clock', 'clock.moved', {});
    this.#endStep();
    return true;
  }

  /** The story stops here, while the restore may still be running. */
  endStory(): void {
    this.#beginStep('run', 'story.ended', {});
    const event = { type: 'story.ended', at: this.#now } as const;
    this.actors.findLast((actor) => takes(actor, event))?.ref.send(event);
    this.#endStep();
  }

  /** Erases and restores again, under the conditions of `file`. */
  beginAttempt(file: CaseFile, attempt: number, changes: Readonly<Record<string, string>>): void {
    this.#file = file;
    this.#beginStep('run', 'attempt.began', {});
    this.#write('simulation', { type: 'attempt.began', attempt, changes, ...connectionOf(file) });
    this.#parts = new Parts(file);
    this.#tellHeld();
    this.#situation.forget();
    this.#root.send({ type: 'attempt.began', at: this.#now, file });
    this.#endStep();
  }

  #usualForm(type: PossibleEventType, here: Here): PossibleEvent | undefined {
    return formsOf(this.#file, type).find((event) => isUsual(this.#file, event, here) && this.can(event));
  }

  #nextDueActor(): { readonly actor: LiveActor; readonly dueAt: number } | undefined {
    let next: { actor: LiveActor; dueAt: number } | undefined;
    for (const actor of this.actors) {
      const dueAt = dueAtOf(actor.snapshot);
      if (dueAt !== null && (!next || dueAt < next.dueAt)) next = { actor, dueAt };
    }
    return next;
  }

  #beginStep(by: Origin, event: string, data: Readonly<Record<string, string>>): void {
    this.#step += 1;
    this.#write('simulation', { type: 'event', by, event, data });
  }

  #endStep(): void {
    this.#live = undefined;
    const news = this.#parts.news(this.journal.lines);
    if (news) this.#root.send({ type: 'parts.changed', at: this.#now, ...news });
    this.journal.closeStep();
  }

  /** What lies on a device in use before anything is done with it. */
  #tellHeld(): void {
    const items = itemsOnDevice(this.#file).map(({ id }) => id);
    if (items.length > 0) this.#write('simulation', { type: 'phone.held', items });
  }

  /** What an event needs of the journal beside what the person says with it. */
  #toldWith(event: PossibleEvent): { readonly there?: readonly string[]; readonly kept?: readonly string[] } {
    const { world } = this.#file;
    const { lines } = this.journal;
    switch (event.type) {
      case 'app.deleted':
        return { there: this.#parts.ofApp(event.app, lines, world.items) };
      case 'profile.removed':
      case 'management.retired':
        return {
          there: this.#parts.ofManagement(world.items, lines),
          kept: this.#parts.ofAccount(world.items, lines),
        };
      case 'settings.signedOut':
        return { kept: this.#parts.ofAccount(world.items, lines) };
      default:
        return {};
    }
  }

  /** Which guards would say no to an event now, and the values they see. */
  refusalsOf(sent: PossibleEvent): readonly Refusal[] {
    const event = { ...sent, at: this.#now };
    return refusingGuards(this.actors, sent.type).map((refusing) => ({
      actor: refusing.actor.path,
      guard: refusing.guard,
      values: valuesSeen(refusing, event),
    }));
  }

  #refuse(sent: PossibleEvent, data: Readonly<Record<string, string>>): void {
    const { type } = sent;
    const guards = this.refusalsOf(sent);
    const possible = [
      ...new Set(
        this.possible()
          .filter((offered) => !SCRIPT_EVENTS[offered.type].harmless)
          .map((offered) => offered.type),
      ),
    ];
    this.#write('simulation', { type: 'refused', event: type, data, guards, possible });
  }

  #write(actor: string, entry: JournalEntry): void {
    this.journal.append(this.#step, this.#now, actor, entry);
  }

  #record(event: InspectionEvent): void {
    switch (event.type) {
      case '@xstate.actor':
        this.#listen(event.actorRef as AnyActorRef);
        break;
      case '@xstate.event':
        this.#recordMessage(event.sourceRef, event.actorRef, event.event.type);
        break;
      case '@xstate.microstep':
        this.#recordTransition(event as typeof event & Microstep);
        break;
      case '@xstate.snapshot':
        this.#recordSnapshot(event.actorRef as AnyActorRef, event.snapshot as AnyMachineSnapshot);
        break;
      default:
    }
    this.#watch?.(event);
  }

  /** An actor that wakes up where it stood is in the journal already. */
  #recognise(event: InspectionEvent): void {
    if (event.type !== '@xstate.actor') return;
    this.#started.add(event.actorRef as AnyActorRef);
    this.#listen(event.actorRef as AnyActorRef);
  }

  /** What a machine emits is journalled under the path of its actor. */
  #listen(ref: AnyActorRef): void {
    const path = pathOf(ref);
    ref.on('*', (emitted) => this.#write(path, emitted as Emitted));
  }

  #recordMessage(source: ActorRefLike | undefined, target: ActorRefLike, type: string): void {
    if (!source || type === 'xstate.init') return;
    this.#write(pathOf(source as AnyActorRef), {
      type: 'message',
      to: pathOf(target as AnyActorRef),
      event: type.startsWith('xstate.done.actor') ? 'done' : type,
    });
  }

  #recordTransition({ actorRef, event, snapshot, _transitions }: Microstep): void {
    if (_transitions.length === 0) return;
    this.#recordSituation(actorRef, snapshot);
    this.#write(pathOf(actorRef), {
      type: 'transition',
      event: event.type,
      taken: _transitions.map(transitionName),
      states: leavesOf(snapshot.value),
    });
  }

  #recordSnapshot(ref: AnyActorRef, snapshot: AnyMachineSnapshot): void {
    if (!this.#started.has(ref)) {
      this.#started.add(ref);
      this.#write(pathOf(ref), { type: 'actor.started', states: leavesOf(snapshot.value) });
      this.#recordSituation(ref, snapshot);
    }
    if (snapshot.status !== 'active') this.#write(pathOf(ref), { type: 'actor.ended' });
  }

  #recordSituation(ref: AnyActorRef, snapshot: AnyMachineSnapshot): void {
    const path = pathOf(ref);
    const changed = this.#situation.news(ref, path, snapshot);
    if (changed) this.#write(path, { type: 'situation.changed', changed });
  }
}

/** What the surroundings offer at the beginning of an attempt. */
const connectionOf = ({ world: { surroundings } }: CaseFile): { readonly wifi: boolean; readonly power: boolean } => ({
  wifi: surroundings.wifi === 'on',
  power: surroundings.power === 'on',
});
