/** A place that a ribbon passes: the y of its upper edge, and its height there. */
import { must } from '../../model/must.ts';
export interface Stop {
  readonly x: number;
  readonly y: number;
  readonly h: number;
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** A closed SVG path through all stops: level at each of them, curved between those of different height. */
export function ribbon(stops: readonly Stop[]): string {
  const [first] = stops;
  if (!first) return '';
  const upper = stops.map(({ x, y }) => ({ x, y }));
  const lower = stops.map(({ x, y, h }) => ({ x, y: y + h })).toReversed();
  return (
    `M${round(first.x)} ${round(first.y)}${line(upper)}L${round(must(lower[0], 'the end of a ribbon').x)} ` +
    `${round(must(lower[0], 'the end of a ribbon').y)}${line(lower)}Z`
  );
}

function line(points: readonly { readonly x: number; readonly y: number }[]): string {
  return points
    .slice(1)
    .map(({ x, y }, index) => {
      const from = points[index] ?? { x, y };
      if (Math.abs(from.y - y) < 0.5) return `L${round(x)} ${round(y)}`;
      const middle = round((from.x + x) / 2);
      return `C${middle} ${round(from.y)} ${middle} ${round(y)} ${round(x)} ${round(y)}`;
    })
    .join('');
}
