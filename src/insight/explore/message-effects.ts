import type { InspectionEvent } from 'xstate';
import { madeOnce } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { ActorPart } from './actor-parts.ts';

/*
 * Why what one message did to one actor may be used again wherever the same actor gets the same message.
 *
 * Actors touch each other by messages alone: no machine looks into another, none has a clock or a chance of its own,
 * and the case file is one for the whole exploration. So what a message does is settled by three things: the state
 * and context of the actor that gets it, how long it still waits, and what the message says. Where the others stand
 * can change neither what it becomes, nor what it writes into the journal, nor whom it writes to.
 *
 * A step is then a chain of such effects: the move goes to its taker; what that one sends is delivered at once,
 * as XState does with an actor that is not busy, and what follows from it stands in the journal before the sender
 * goes on. Losing Wi-Fi in front of a thousand situations of the restore and of sync is learnt from the few dozen in
 * which each of them, for itself, hears of it.
 *
 * What does not fit this picture is not learnt here, and left to `known-effects.ts` or to the real actors: a step in
 * which an actor begins or ends (it touches its parent and its children otherwise than by a message), and one in
 * which an actor is given two messages (the state between them has never been seen). `everyStepReal` leaves all of
 * it out; a test compares both, state by state and line by line.
 */

/** What an actor says and names: `hears` is false for a message that no state in which it stands names. */
type Hears = (part: ActorPart, type: string) => boolean;

/** One thing that an actor wrote into the journal; with a message, what the message says. */
interface Deed {
  readonly line: JournalLine;
  readonly says: string | undefined;
}
/** What a message did to one actor. */
interface MessageEffect {
  readonly after: ActorPart;
  readonly deeds: readonly Deed[];
}

/** What a whole step did, as it follows from the effects of its messages. */
export interface StepEffect {
  readonly parts: readonly ActorPart[];
  readonly lines: readonly JournalLine[];
}

/** What actors say to each other while a step is carried out, each message by the line that tells of it. */
export class Overheard {
  readonly messages = new Map<JournalLine, string>();

  /** Called after the journal has its line: a message that is no line (of an actor to itself) is nobody's business. */
  hear(event: InspectionEvent, last: JournalLine | undefined): void {
    if (event.type !== '@xstate.event' || last?.type !== 'message' || this.messages.has(last)) return;
    // Every message says at which moment it was sent, and that is always now.
    const { at: _now, ...says } = event.event as { readonly type: string; readonly at?: number };
    this.messages.set(last, JSON.stringify(says));
  }
}

export class MessageEffects {
  readonly #hears: Hears;
  readonly #effects = new Map<ActorPart, Map<string, MessageEffect>>();
  /** The line that tells of a move itself, before any actor does anything. */
  readonly #moves = new Map<string, JournalLine>();

  constructor(hears: Hears) {
    this.#hears = hears;
  }

  /** What a move does, if all of its messages have been seen at these parts. */
  find(event: string, move: string, taker: ActorPart, parts: readonly ActorPart[]): StepEffect | undefined {
    const told = this.#moves.get(move);
    if (!told) return undefined;
    const lines = [told];
    const after = new Map<string, ActorPart>();
    const deliver = (path: string, type: string, says: string): boolean => {
      const part = parts.find((other) => other.path === path);
      if (!part || after.has(path)) return false;
      if (!this.#hears(part, type)) return true;
      const effect = this.#effects.get(part)?.get(says);
      if (!effect) return false;
      after.set(path, effect.after);
      return effect.deeds.every(({ line, says: words }) => {
        lines.push(line);
        return words === undefined || line.type !== 'message' || deliver(line.to, line.event, words);
      });
    };
    if (!deliver(taker.path, event, move)) return undefined;
    return { parts: parts.map((part) => after.get(part.path) ?? part), lines };
  }

  /** `before` and `after` are the parts at the moment of the step. False when the step does not fit the picture. */
  learn(
    move: string,
    taker: ActorPart,
    before: readonly ActorPart[],
    after: readonly ActorPart[],
    lines: readonly JournalLine[],
    { messages }: Overheard,
  ): boolean {
    const [told, ...deeds] = lines;
    if (told?.type !== 'event' || lines.some(beginsOrEnds)) return false;
    const given = [
      [taker.path, move] as const,
      ...deeds.flatMap((line) =>
        line.type === 'message' ? [[line.to, must(messages.get(line), 'what a message says')] as const] : [],
      ),
    ];
    const concerned = new Map(given);
    if (concerned.size < given.length) return false;
    const isExplained = (part: ActorPart, index: number) => concerned.has(part.path) || after[index] === part;
    if (!before.every(isExplained) || !deeds.every(({ actor }) => concerned.has(actor))) return false;
    this.#moves.set(move, told);
    for (const [index, part] of before.entries()) {
      const says = concerned.get(part.path);
      if (says === undefined) continue;
      madeOnce(this.#effects, part, () => new Map<string, MessageEffect>()).set(says, {
        after: must(after[index], 'an actor that stays'),
        deeds: deeds.filter(({ actor }) => actor === part.path).map((line) => ({ line, says: messages.get(line) })),
      });
    }
    return true;
  }
}

const beginsOrEnds = ({ type }: JournalLine): boolean => type === 'actor.started' || type === 'actor.ended';
