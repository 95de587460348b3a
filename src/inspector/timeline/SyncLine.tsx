import { SYNC_PATH } from '../../run/actor-paths.ts';
import { memo } from 'react';
import type { Recording } from '../../stepping/recording.ts';
import type { TimelineScale } from '../state/timeline-scale.ts';

interface Stretch {
  readonly state: 'waits' | 'delivers';
  readonly from: number;
  to: number;
}

/** Where sync waits and where it delivers: another origin, beside the restore, never a part of it. */
function stretchesOf(recording: Recording): Stretch[] {
  const stretches: Stretch[] = [];
  for (const [position, frame] of recording.frames.entries()) {
    const states = frame.actors[SYNC_PATH];
    const state = states?.some((leaf) => leaf.endsWith('delivering'))
      ? 'delivers'
      : states?.some((leaf) => leaf === 'waiting' || leaf.endsWith('paused'))
        ? 'waits'
        : undefined;
    const last = stretches.at(-1);
    if (!state) continue;
    if (last && last.state === state && last.to === position - 1) last.to = position;
    else stretches.push({ state, from: position, to: position });
  }
  return stretches;
}

interface SyncLineProps {
  readonly recording: Recording;
  readonly scale: TimelineScale;
  readonly width: number;
  readonly position: number;
  /** Where the words may begin: before it stands what the backup holds. */
  readonly from: number;
}

export const SyncLine = memo(function SyncLine({ recording, scale, width, position, from: free }: SyncLineProps) {
  const stretches = stretchesOf(recording);
  const start = stretches[0] ? scale.at(stretches[0].from) * width : width;
  const isLeft = start - free > 150;
  return (
    <svg className="sync-line" width={width} height="16" aria-hidden="true">
      <text x={isLeft ? start - 10 : free + 4} y="12" textAnchor={isLeft ? 'end' : 'start'}>
        {stretches.length > 0 ? 'sync, on its own' : 'sync: off in this story'}
      </text>
      {stretches.map(({ state, from, to }) => {
        const [left, right] = [scale.at(from) * width, scale.at(to) * width];
        return state === 'waits' ? (
          <path
            key={from}
            d={`M${left} 8H${Math.max(right, left + 6)}`}
            stroke="var(--sync)"
            strokeWidth="2"
            strokeDasharray="2 3"
          />
        ) : (
          <g key={from}>
            <rect
              x={left}
              y="5"
              width={Math.max(6, right - left)}
              height="6"
              rx="3"
              fill="var(--sync)"
              opacity="0.28"
            />
            <rect
              x={left}
              y="5"
              width={Math.max(0, Math.min(right, scale.at(position) * width) - left)}
              height="6"
              rx="3"
              fill="var(--sync)"
            />
          </g>
        );
      })}
    </svg>
  );
});
