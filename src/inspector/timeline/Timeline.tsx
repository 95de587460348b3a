import { useMemo } from 'react';
import { must } from '../../model/must.ts';
import { formatElapsed } from '../../model/time.ts';
import { GATES } from '../../model/fates.ts';
import { stepWords } from '../../report/step-words.ts';
import { useVoice } from '../parts/voice.ts';
import type { Recording } from '../../stepping/recording.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import type { Overlay } from '../state/overlay.ts';
import { Controls } from './Controls.tsx';
import { MarkKey } from './Marks.tsx';
import { Track } from './Track.tsx';
import './timeline.css';

/** Controls, the sentence of the step, and the run from end to end. */
export function Timeline({ store, onOpen }: ViewProps & { readonly onOpen: (sheet: Overlay) => void }) {
  const { recording, position, frame, hand, rests } = useStory(
    store,
    'recording',
    'position',
    'frame',
    'hand',
    'rests',
  );
  const voice = useVoice();
  const sentence = useMemo(
    () => voice(stepWords(recording.linesOf(position), store)),
    [store, recording, position, voice],
  );
  const attempts = must(recording.frames.at(-1), 'the last frame').attempt;
  const attempt = attempts > 1 ? `, attempt ${frame.attempt} of ${attempts}` : null;
  return (
    <footer className="timeline">
      <div className="timeline-head">
        <Controls store={store} onProof={() => onOpen('proof')} />
        <div className="said">
          <p className="where">
            <b>Step {position + 1}</b> of {recording.last + 1}
            {hand && position > hand.from && <b className="by-hand-word">, by hand</b>}
            {attempt} <span className="bar" aria-hidden="true" /> {voice(gateAt(recording, position))}{' '}
            <span className="bar" aria-hidden="true" />{' '}
            <span title="Time that has passed in the story">after {formatElapsed(frame.atMs)}</span>
          </p>
          <p className="sentence scrolls" tabIndex={-1}>
            {rests === position && <b className="rests">Play rests here. </b>}
            <bdi>{sentence}</bdi>
          </p>
        </div>
        <MarkKey />
      </div>
      <Track store={store} />
      <p
        className="hidden"
        role="status"
        aria-live="polite"
      >{`Step ${position + 1} of ${recording.last + 1}. ${sentence}`}</p>
    </footer>
  );
}

const gateAt = (recording: Recording, position: number): string => {
  const here = recording.segments.find(({ to }) => position <= to);
  return GATES[must(here, 'the segment of a step').gate].title.toLowerCase();
};
