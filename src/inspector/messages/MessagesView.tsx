import type { Tape } from '../../stepping/recording.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { rowsUpTo, type Sequence, sequenceOf } from '../../stepping/sequence-rows.ts';
import { SequenceList } from './SequenceList.tsx';

const known = new WeakMap<Tape, Sequence>();

function sequenceOfTape(tape: Tape): Sequence {
  let sequence = known.get(tape);
  if (!sequence) known.set(tape, (sequence = sequenceOf(tape.lines)));
  return sequence;
}

/** What the actors told each other up to the present step. A click goes to the step. */
export function MessagesView({ store }: ViewProps) {
  const { tape, frame } = useStory(store);
  const sequence = sequenceOfTape(tape);
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
