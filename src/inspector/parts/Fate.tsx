import type { ReactElement } from 'react';
import { fateOn } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { type FateKey, ON_THE_WAY } from '../../stepping/fate-keys.ts';

/** A fate as it is told on a way: only a backup can be what something was never in. */
export const wordOf = (fate: FateKey, route: Route): string =>
  fate === ON_THE_WAY ? 'On the way' : fateOn(route, fate).word;
export const colourOf = (fate: FateKey): string => `var(--fate-${fate})`;

const line = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.7 } as const;
const cut = {
  fill: 'none',
  stroke: 'var(--cut, var(--card))',
  strokeWidth: 1.8,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** The mark of each fate on a 14 × 14 grid; `var(--card)` is cut out of filled shapes. */
const SHAPES: Readonly<Record<FateKey, ReactElement>> = {
  restored: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4.2 7.2 6.2 9.2 9.9 5.1" {...cut} />
    </>
  ),
  'downloaded-again': <path d="M1.2 2h11.6L7 12.6z" fill="currentColor" />,
  synced: <path d="M7 .8 13.2 7 7 13.2.8 7z" fill="currentColor" />,
  'never-left': (
    <>
      <rect x="1.2" y="2.6" width="11.6" height="8.8" rx="2" fill="currentColor" />
      <path d="M4 5.8h6M4 8.2h6" {...cut} strokeWidth="1.4" />
    </>
  ),
  'of-no-use': (
    <>
      <circle cx="7" cy="7" r="5.4" {...line} />
      <path d="M7 3.6v4M7 9.9v.2" {...line} strokeWidth="2" strokeLinecap="round" />
    </>
  ),
  pending: (
    <>
      <circle cx="7" cy="7" r="5.2" {...line} />
      <path d="M7 1.8a5.2 5.2 0 0 1 0 10.4z" fill="currentColor" />
    </>
  ),
  excluded: (
    <>
      <rect x="1.2" y="1.2" width="11.6" height="11.6" rx="2" fill="currentColor" />
      <path d="M4 7h6" {...cut} />
    </>
  ),
  'never-in-backup': <circle cx="7" cy="7" r="5.4" {...line} strokeDasharray="2.3 1.94" />,
  'lost-at-erase': <path d="M2.6 2.6l8.8 8.8M11.4 2.6l-8.8 8.8" {...line} strokeWidth="2.4" />,
  'lost-later': <path d="M7 1.4 12.8 12H1.2zM4.6 8h4.8" {...line} strokeLinejoin="round" />,
  'not-downloaded': <path d="M2.2 2.9h9.6L7 11.4z" {...line} strokeLinejoin="round" />,
  unknown: (
    <>
      <path d="M4 1.4h6L13 7l-3 5.6H4L1 7z" {...line} strokeWidth="1.4" />
      <path
        d="M5.5 5.5a1.5 1.5 0 1 1 2.2 1.3c-.5.3-.7.5-.7 1M7 9.9v.1"
        {...line}
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </>
  ),
  [ON_THE_WAY]: (
    <>
      <circle cx="7" cy="7" r="2.1" fill="currentColor" />
      <path d="M.8 7h2.4M10.8 7h2.4" {...line} strokeWidth="1.5" />
    </>
  ),
};

/** The shape alone; say the word beside it or in `label`. */
export function FateShape({
  fate,
  size = 14,
  label,
}: {
  readonly fate: FateKey;
  readonly size?: number;
  readonly label?: string;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      style={{ color: colourOf(fate) }}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      {SHAPES[fate]}
    </svg>
  );
}

/** For other drawings: the shape inside an SVG of their own, its centre at x, y. */
export function FateGlyph({
  fate,
  x,
  y,
  size = 14,
}: {
  readonly fate: FateKey;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
}) {
  return (
    <g transform={`translate(${x - size / 2} ${y - size / 2}) scale(${size / 14})`} style={{ color: colourOf(fate) }}>
      {SHAPES[fate]}
    </g>
  );
}

/** Shape and word in the fate's colour. */
export function FateWord({ fate, route }: { readonly fate: FateKey; readonly route: Route }) {
  return (
    <span className="fate" style={{ color: colourOf(fate) }}>
      <FateShape fate={fate} />
      {wordOf(fate, route)}
    </span>
  );
}
