import { useMemo } from 'react';
import { GATES } from '../../model/fates.ts';
import { formatElapsed } from '../../model/time.ts';
import { stepWords } from '../../report/step-words.ts';
import { TimelineScale } from '../state/timeline-scale.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { Overlay } from '../state/overlay.ts';
import { Controls } from './Controls.tsx';
import { MarkKey } from './Marks.tsx';
import { Track } from './Track.tsx';
import './timeline.css';

/** Controls, the sentence of the step, and the run from end to end. */
export function Timeline({ store, onOpen }: ViewProps & { readonly onOpen: (sheet: Overlay) => void }) {
  const { recording, position, frame } = useStory(store, 'recording', 'position', 'frame');
  const scale = useMemo(() => new TimelineScale(recording.segments), [recording]);
  const { world } = store;
  const sentence = useMemo(() => stepWords(recording.linesOf(position), world), [recording, position, world]);
  return (
    <footer className="timeline">
      <div className="timeline-head">
        <Controls store={store} onProof={() => onOpen('proof')} />
        <div className="said">
          <p className="where">
            <b>Step {position + 1}</b> of {recording.last + 1}, {GATES[frame.gate].title.toLowerCase()}{' '}
            <span className="bar" aria-hidden="true" /> <span className="mono">{formatElapsed(frame.atMs)}</span>{' '}
            <span className="only-wide">simulated</span>
          </p>
          <p className="sentence scrolls">
            <bdi>{sentence}</bdi>
          </p>
        </div>
        <MarkKey />
      </div>
      <Track store={store} scale={scale} />
      <p
        className="hidden"
        role="status"
        aria-live="polite"
      >{`Step ${position + 1} of ${recording.last + 1}. ${sentence}`}</p>
    </footer>
  );
}
