import { produce } from 'immer';
import type { LiveEnvelope } from '../../report/live-envelope.ts';
import type { LiveMessage } from '../../report/live-message.ts';
import { hear, newlyWatched, recall, type Watched } from './watched.ts';

/** Most programs whose stories are kept in the page; the oldest that has left goes first. */
const MAX_PROGRAMS = 50;

/** The programs of a page, and which of them is looked at. */
export interface Programs {
  readonly all: readonly Watched[];
  readonly selected: number | null;
}

export const NO_PROGRAMS: Programs = { all: [], selected: null };

/**
 * A program that begins to tell, or tells again from the beginning because the link was cut. The one that is looked
 * at stays: another that starts, or the same one started anew, does not take its place.
 */
export function join({ all, selected }: Programs, id: number): Programs {
  const known = all.findIndex((program) => program.id === id);
  if (known >= 0) return { all: all.with(known, newlyWatched(id)), selected };
  const surplus = all.length < MAX_PROGRAMS ? undefined : all.find((one) => !one.connected && one.id !== selected);
  return { all: [...all.filter((one) => one !== surplus), newlyWatched(id)], selected: selected ?? id };
}

export const endProgram = (programs: Programs, id: number, why: string): Programs =>
  change(programs, id, (program) => ({ ...program, connected: false, why }));

/** The link to all programs of this kind is cut; what they told stays. */
export const cutOff = ({ all, selected }: Programs, ids: (id: number) => boolean): Programs => ({
  all: all.map((program) => (ids(program.id) && program.connected ? { ...program, connected: false } : program)),
  selected,
});

/** Takes up many messages of each program at once. */
export const takeUp = (
  { all, selected }: Programs,
  waiting: ReadonlyMap<number, readonly LiveMessage[]>,
): Programs => ({
  all: all.map((program) => {
    const messages = waiting.get(program.id);
    return messages ? hear(program, messages) : program;
  }),
  selected,
});

export const remember = (programs: Programs, id: number, known: Extract<LiveEnvelope, { kind: 'known' }>): Programs =>
  change(programs, id, (program) => recall(program, known.missed, known.met, known.actors));

const change = ({ all, selected }: Programs, id: number, to: (program: Watched) => Watched): Programs => ({
  all: all.map((program) => (program.id === id ? to(program) : program)),
  selected,
});

/** Who was turned away at the door, the latest last. */
export interface RefusedProgram {
  readonly who: string;
  readonly why: string;
}
const MAX_REFUSED = 5;
export const refuse = (refused: readonly RefusedProgram[], one: RefusedProgram): readonly RefusedProgram[] =>
  produce(refused, (draft) => {
    const known = draft.findIndex(({ who }) => who === one.who);
    if (known >= 0) draft.splice(known, 1);
    draft.push(one);
    if (draft.length > MAX_REFUSED) draft.shift();
  });
