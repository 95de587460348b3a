export interface Point {
  readonly x: number;
  readonly y: number;
}

const RADIUS = 6;
const round = (value: number): number => Math.round(value * 10) / 10;
const at = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** An SVG path through the points; its corners are rounded, as far as both of their sides are long enough. */
export function roundedPath(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) return '';
  const parts = [`M${at(first)}`];
  for (const [place, corner] of rest.entries()) {
    const before = points[place] ?? first;
    const after = rest[place + 1];
    if (!after) parts.push(`L${at(corner)}`);
    else {
      const [toCorner, fromCorner] = [distance(before, corner), distance(corner, after)];
      const radius = Math.min(RADIUS, toCorner / 2, fromCorner / 2);
      if (radius < 0.5) parts.push(`L${at(corner)}`);
      else
        parts.push(
          `L${at(towards(corner, before, radius / toCorner))}Q${at(corner)} ` +
            `${at(towards(corner, after, radius / fromCorner))}`,
        );
    }
  }
  return parts.join('');
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const towards = (from: Point, to: Point, part: number): Point => ({
  x: from.x + (to.x - from.x) * part,
  y: from.y + (to.y - from.y) * part,
});
