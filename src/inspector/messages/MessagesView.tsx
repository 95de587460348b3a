import type { Recording } from '../../stepping/recording.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { rowsUpTo, type Sequence, sequenceOf } from '../../stepping/sequence-rows.ts';
import { SequenceList } from './SequenceList.tsx';

const cache = new WeakMap<Recording, Sequence>();

function sequenceOfTape(recording: Recording): Sequence {
  let sequence = cache.get(recording);
  if (!sequence) cache.set(recording, (sequence = sequenceOf(recording.lines)));
  return sequence;
}

/** What the actors told each other up to the present step. A click goes to the step. */
export function MessagesView({ store }: ViewProps) {
  const { recording, frame } = useStory(store, 'recording', 'frame');
  const sequence = sequenceOfTape(recording);
  const shown = rowsUpTo(sequence.rows, frame.step);
  return (
    <section className="card messages-card" aria-label="Messages">
      <header>
        <h2>Messages</h2>
        <span className="quiet">{`${shown} of ${sequence.rows.length}, between actors and from outside`}</span>
      </header>
      <SequenceList sequence={sequence} shown={shown} step={frame.step} onStep={(step) => store.goTo(step - 1)} />
    </section>
  );
}
