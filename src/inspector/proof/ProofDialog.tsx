import { Icon } from '../parts/Icon.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { ProofRuns, ProofVerdict } from './ProofRuns.tsx';

/** Both fingerprints, and “identical” or the first difference. */
export function ProofDialog({ store }: ViewProps) {
  const { proof, recording } = useStory(store, 'proof', 'recording');
  const { outcome, journal } = store.fingerprints;
  const once = [{ outcome, journal, steps: recording.last + 1, simulatedMs: recording.frame(recording.last).atMs }];
  return (
    <div className="proof stack">
      {proof ? (
        <>
          <p className={proof.identical ? 'proof-word same' : 'proof-word differs'} role="status">
            <Icon name={proof.identical ? 'same' : 'differ'} /> {proof.identical ? 'Identical' : 'Not identical'}
          </p>
          <ProofRuns runs={proof.runs} />
          <ProofVerdict proof={proof} />
        </>
      ) : (
        <>
          <ProofRuns runs={once} />
          <p>Play the same restore again, from nothing, and compare every line.</p>
          <button type="button" className="button main" onClick={() => store.runAgain()}>
            <Icon name="again" /> Run it again
          </button>
        </>
      )}
    </div>
  );
}
