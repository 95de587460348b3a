/** Room for the time, and for half a name on either side. */
const TIME = 74;
const LEFT = 76;
const RIGHT = 84;
const MIN_GAP = 46;
const MAX_GAP = 300;

/** Where lifelines stand in pixels. */
export interface LifelinePlaces {
  /** Width of the whole drawing. */
  readonly width: number;
  readonly xOf: (place: number) => number;
  /** The first lifeline at or after a place in pixels. */
  readonly firstFrom: (x: number) => number;
}

/** Spreads lifelines over the room there is; all of them stand inside the drawing, however few or many. */
export function placesFor(count: number, room: number): LifelinePlaces {
  const gaps = Math.max(0, count - 1);
  const free = room - TIME - LEFT - RIGHT;
  const gap = gaps === 0 ? 0 : Math.min(MAX_GAP, Math.max(MIN_GAP, free / gaps));
  const first = TIME + LEFT;
  return {
    width: Math.max(room, first + gap * gaps + RIGHT),
    xOf: (place) => first + gap * place,
    firstFrom: (x) => (gap === 0 ? 0 : Math.min(count, Math.max(0, Math.ceil((x - first) / gap)))),
  };
}

export const HEAD_RIM = 6;
export const HEAD_LEVEL = 22;
const MAX_LEVELS = 4;
/** Height of the heads at most. */
export const MOST_HEADS = 2 * HEAD_RIM + MAX_LEVELS * HEAD_LEVEL;
/** Widest head, as in messages.css, the width of a character in it, and its border with some air. */
const WIDEST = 168;
const CHARACTER = 6.63;
const RIM = 24;

/** On how many levels the names over the lifelines stand, and how high that is. */
export function headsOf(lifelines: readonly { readonly name: string }[], room: number) {
  const { xOf } = placesFor(lifelines.length, room);
  const widest = Math.min(WIDEST, Math.max(0, ...lifelines.map(({ name }) => name.length)) * CHARACTER + RIM);
  const levels = lifelines.length < 2 ? 1 : Math.min(MAX_LEVELS, Math.ceil(widest / (xOf(1) - xOf(0))));
  return { levels, height: 2 * HEAD_RIM + levels * HEAD_LEVEL - 2 };
}
