/** The part of a drawing that is seen: its top left corner in the drawing, and screen pixels for each of its units. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
export interface Size {
  readonly w: number;
  readonly h: number;
}
export interface Area extends Size {
  readonly x: number;
  readonly y: number;
}

const LEAST = 0.1;
const MOST = 3;
/** A drawing is not enlarged beyond this to fill its card. */
const MAX_FIT_SIZE = 1.5;
/** Words of 11 px are not drawn smaller unasked; a larger drawing is shown in part, around what is active. */
const SMALLEST_LEGIBLE = 1;

const centred = (content: Size, frame: Size, scale: number): Viewport => ({
  x: (content.w - frame.w / scale) / 2,
  y: (content.h - frame.h / scale) / 2,
  scale,
});

/** Everything, as large as it can be. */
export function fit(content: Size, frame: Size): Viewport {
  return centred(content, frame, Math.min(MAX_FIT_SIZE, frame.w / content.w, frame.h / content.h));
}

/** Everything when it is legible so; else the surroundings of `active`. */
export function follow(content: Size, frame: Size, active: Area | undefined): Viewport {
  const whole = fit(content, frame);
  if (whole.scale >= SMALLEST_LEGIBLE || !active) return whole;
  const scale = SMALLEST_LEGIBLE;
  return {
    x: along(active.x + active.w / 2, frame.w / scale, content.w),
    y: along(active.y + active.h / 2, frame.h / scale, content.h),
    scale,
  };
}

/** Where a window of this length begins, so that `middle` is in its middle and nothing outside is shown. */
function along(middle: number, window: number, length: number): number {
  if (window >= length) return (length - window) / 2;
  return Math.max(0, Math.min(length - window, middle - window / 2));
}

/** Zooms by a factor; the point (in screen pixels from the frame's corner) stays where it is. */
export function zoom(
  { x, y, scale }: Viewport,
  factor: number,
  point: { readonly x: number; readonly y: number },
): Viewport {
  const next = Math.max(LEAST, Math.min(MOST, scale * factor));
  return { x: x + point.x / scale - point.x / next, y: y + point.y / scale - point.y / next, scale: next };
}

/** Moves by screen pixels. */
export const pan = ({ x, y, scale }: Viewport, dx: number, dy: number): Viewport => ({
  x: x - dx / scale,
  y: y - dy / scale,
  scale,
});

/** The first drawing that is legible when all of it is shown, or the one that comes nearest to it. */
export function bestFit<T extends Size>(drawings: readonly T[], frame: Size): T {
  const legible = drawings.find((drawing) => fit(drawing, frame).scale >= SMALLEST_LEGIBLE);
  const [best] = legible ? [legible] : drawings.toSorted((a, b) => fit(b, frame).scale - fit(a, frame).scale);
  if (!best) throw new Error('There is nothing to draw.');
  return best;
}

const SIDES = ['left', 'right', 'top', 'bottom'] as const;
export type DrawingSide = (typeof SIDES)[number];
/** The empty rim of every drawing. */
const RIM = 6;

/** The sides on which a drawing goes on beyond what is seen of it. */
export function hiddenSides(content: Size, frame: Size, { x, y, scale }: Viewport): readonly DrawingSide[] {
  const goesOn: Readonly<Record<DrawingSide, boolean>> = {
    left: x > RIM,
    right: x + frame.w / scale < content.w - RIM,
    top: y > RIM,
    bottom: y + frame.h / scale < content.h - RIM,
  };
  return SIDES.filter((side) => goesOn[side]);
}
