import { must } from '../../model/must.ts';
import { Icon } from '../parts/Icon.tsx';
import { useMachinery } from '../parts/Machinery.tsx';
import type { Proof } from '../../stepping/steppable-run.ts';
import { useStory, type ViewProps } from '../state/use-story.ts';

export const shortened = (fingerprint: string): string => `${fingerprint.slice(0, 4)} ${fingerprint.slice(4, 8)}`;

/** In the middle of a run, journals are compared up to this step; at the end, outcomes. */
export function ProofChip({ store, onOpen }: ViewProps & { readonly onOpen: () => void }) {
  const { proof, position, recording, frame } = useStory(store, 'proof', 'position', 'recording', 'frame');
  const atEnd = position === recording.last;
  const machinery = useMachinery();
  if (!proof && !machinery) return null;
  if (!proof) {
    return (
      <button type="button" className="button proof-chip" onClick={onOpen}>
        <span className="only-wide">1 run</span> <span className="quiet only-wide">journal</span>{' '}
        <code>{shortened(frame.chain)}</code>
        <span className="hidden">Show the fingerprints</span>
      </button>
    );
  }
  const differs = !sameUpTo(proof, frame.step);
  const word = differs ? 'Runs differ' : atEnd ? 'Identical' : 'Identical so far';
  return (
    <button type="button" className={`button proof-chip ${differs ? 'differs' : 'same'}`} onClick={onOpen}>
      <Icon name={differs ? 'differ' : 'same'} />
      <b>{word}</b>
      {machinery ? (
        <>
          <span className="quiet only-wide">{atEnd ? '2 runs' : 'run 2 of 2, journal'}</span>
          <code>{shortened(atEnd ? must(proof.runs[1], 'the second run').outcome : frame.chain)}</code>
        </>
      ) : (
        <span className="quiet only-wide">run twice</span>
      )}
    </button>
  );
}

const sameUpTo = ({ identical, firstDifference }: Proof, step: number): boolean =>
  identical || (firstDifference !== null && firstDifference.step > step);
