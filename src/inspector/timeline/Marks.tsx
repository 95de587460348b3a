import { must } from '../../model/must.ts';
import { memo } from 'react';
import type { Route } from '../../model/kinds.ts';
import { ALERTS } from '../../rulebook/tables/alerts.ts';
import { PROMPTS } from '../../rulebook/tables/prompts.ts';
import { FateGlyph, FateShape, wordOf } from '../parts/Fate.tsx';
import type { Mark } from '../../stepping/frame.ts';
import type { Recording } from '../../stepping/recording.ts';
import { placeMarks } from './place-marks.ts';
import type { TimelineScale } from '../state/timeline-scale.ts';

interface MarksProps {
  readonly recording: Recording;
  readonly scale: TimelineScale;
  readonly width: number;
  /** Width of what lies before the first step. */
  readonly captured: number;
  readonly route: Route;
}

/**
 * Above the track: where data dropped, alerts rose, prompts came. The track itself tells the same to screen readers.
 */
export const Marks = memo(function Marks({ recording, scale, width, captured, route }: MarksProps) {
  return (
    <svg className="marks" width={width} height="20" aria-hidden="true">
      {placeMarks(recording, scale, width, captured).map(({ at, x, mark, more }) => (
        <g key={`${x} ${at[0]}`}>
          <title>{`Step ${stepsIn(at)}: ${saidOf(mark, route)}${more > 0 ? `, and ${more} more here` : ''}`}</title>
          <path d={`M${x} 15v5`} stroke="var(--line-strong)" />
          <Glyph mark={mark} x={x} />
        </g>
      ))}
    </svg>
  );
});

function stepsIn(at: readonly number[]): string {
  const first = must(at[0], 'a step with a mark');
  const last = Math.max(...at);
  return last > first ? `${first + 1} to ${last + 1}` : String(first + 1);
}

function saidOf({ kind, fate, id, items }: Mark, route: Route): string {
  if (kind === 'drop' && fate) return `${wordOf(fate, route)}, ${items} ${items === 1 ? 'item' : 'items'}`;
  return kind === 'alert'
    ? `alert, ${ALERTS[id as keyof typeof ALERTS].title}`
    : `question, ${PROMPTS[id as keyof typeof PROMPTS].title}`;
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

/** What the marks mean, in words. Their fates have the shapes that they have in the ledger. */
export function MarkKey() {
  return (
    <ul className="mark-key">
      <li>
        <FateShape fate="excluded" size={11} />
        <FateShape fate="never-in-backup" size={11} />
        <FateShape fate="not-downloaded" size={11} /> does not come
      </li>
      <li>
        <FateShape fate="pending" size={11} /> waits
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
        question
      </li>
    </ul>
  );
}
