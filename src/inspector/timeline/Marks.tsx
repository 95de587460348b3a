import { memo } from 'react';
import type { Route } from '../../model/kinds.ts';
import { ALERTS, PROMPTS } from '../../rulebook/tables/alerts.ts';
import { FateGlyph, FateShape, wordOf } from '../parts/Fate.tsx';
import type { Mark } from '../../stepping/frame.ts';
import type { Recording } from '../../stepping/recording.ts';
import type { TimelineScale } from '../state/timeline-scale.ts';

interface PlacedMark {
  readonly at: number;
  readonly x: number;
  readonly mark: Mark;
  readonly more: number;
}

/** Marks nearer to each other than this, in pixels, are drawn as one. */
const NEAREST = 15;

/** One mark for a place: drops before alerts before prompts. */
const ORDER = { drop: 0, alert: 1, prompt: 2 } as const;

function placed(recording: Recording, scale: TimelineScale, width: number): PlacedMark[] {
  const marks: PlacedMark[] = [];
  for (const [at, frame] of recording.frames.entries()) {
    if (frame.marks.length === 0) continue;
    const x = scale.at(at) * width;
    for (const mark of frame.marks.toSorted((a, b) => ORDER[a.kind] - ORDER[b.kind])) {
      const last = marks.at(-1);
      if (last && x - last.x < NEAREST)
        marks[marks.length - 1] =
          ORDER[mark.kind] < ORDER[last.mark.kind]
            ? { ...last, mark, more: last.more + 1 }
            : { ...last, more: last.more + 1 };
      else marks.push({ at, x, mark, more: 0 });
    }
  }
  return marks;
}

interface MarksProps {
  readonly recording: Recording;
  readonly scale: TimelineScale;
  readonly width: number;
  readonly route: Route;
}

/**
 * Above the track: where data dropped, alerts rose, prompts came. The track itself tells the same to screen readers.
 */
export const Marks = memo(function Marks({ recording, scale, width, route }: MarksProps) {
  return (
    <svg className="marks" width={width} height="20" aria-hidden="true">
      {placed(recording, scale, width).map(({ at, x, mark, more }) => (
        <g key={at}>
          <title>{`Step ${at + 1}: ${saidOf(mark, route)}${more > 0 ? `, and ${more} more here` : ''}`}</title>
          <path d={`M${x} 15v5`} stroke="var(--line-strong)" />
          <Glyph mark={mark} x={x} />
        </g>
      ))}
    </svg>
  );
});

function saidOf({ kind, fate, id, items }: Mark, route: Route): string {
  if (kind === 'drop' && fate) return `${wordOf(fate, route)}, ${items} ${items === 1 ? 'item' : 'items'}`;
  return kind === 'alert'
    ? `alert, ${ALERTS[id as keyof typeof ALERTS].title}`
    : `prompt, ${PROMPTS[id as keyof typeof PROMPTS].title}`;
}

function Glyph({ mark: { kind, fate }, x }: { readonly mark: Mark; readonly x: number }) {
  if (kind === 'drop' && fate) return <FateGlyph fate={fate} x={x} y={7} size={11} />;
  return kind === 'alert' ? <AlertGlyph x={x} /> : <PromptGlyph x={x} />;
}

const AlertGlyph = ({ x }: { readonly x: number }) => (
  <g fill="none" stroke="var(--fate-pending)" strokeWidth="1.4" strokeLinejoin="round" strokeLinecap="round">
    <path d={`M${x} 1.5l6 11h-12z`} />
    <path d={`M${x} 5.6v3M${x} 10.4v.1`} />
  </g>
);

const PromptGlyph = ({ x }: { readonly x: number }) => (
  <g fill="none" stroke="var(--ink-2)" strokeWidth="1.4" strokeLinecap="round">
    <rect x={x - 6} y="2" width="12" height="10" rx="3" />
    <path d={`M${x - 2.6} 7h5.2`} />
  </g>
);

/** What the marks mean, in words. */
export function MarkKey() {
  return (
    <ul className="mark-key only-wide">
      <li>
        <FateShape fate="excluded" size={11} /> data drops
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <AlertGlyph x={7} />
        </svg>{' '}
        alert
      </li>
      <li>
        <svg width="14" height="14" aria-hidden="true">
          <PromptGlyph x={7} />
        </svg>{' '}
        prompt
      </li>
    </ul>
  );
}
