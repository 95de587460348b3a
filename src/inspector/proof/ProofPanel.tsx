import { Icon } from '../parts/Icon.tsx';
import { Machinery } from '../parts/Machinery.tsx';
import { useStory, type ViewProps } from '../state/use-story.ts';
import { shortened } from './ProofChip.tsx';
import { ProofVerdict } from './ProofRuns.tsx';
import './proof.css';

/** Beside the flow: the proof in short; a click shows all of it. */
export function ProofPanel({ store, onOpen }: ViewProps & { readonly onOpen: () => void }) {
  const { proof } = useStory(store, 'proof', 'recording');
  if (!proof) {
    const { outcome, journal } = store.fingerprints;
    return (
      <section className="card proof-panel" aria-label="Proof">
        <h2>Would it end the same again?</h2>
        <Machinery>
          <ShortPrints outcome={outcome} journal={journal} />
        </Machinery>
        <button type="button" className="button" onClick={() => store.runAgain()}>
          <Icon name="again" /> Run it again
        </button>
      </section>
    );
  }
  return (
    <section className={proof.identical ? 'card proof-panel same' : 'card proof-panel differs'} aria-label="Proof">
      <h2 className={proof.identical ? 'proof-word same' : 'proof-word differs'}>
        <Icon name={proof.identical ? 'same' : 'differ'} /> Run again: {proof.identical ? 'identical' : 'not identical'}
      </h2>
      <Machinery>
        {proof.runs.map(({ outcome, journal }, index) => (
          <div key={index === 0 ? 'first' : 'second'}>
            <b>Run {index + 1}</b>
            <ShortPrints outcome={outcome} journal={journal} />
          </div>
        ))}
      </Machinery>
      <ProofVerdict proof={proof} />
      <Machinery>
        <button type="button" className="button small" onClick={onOpen}>
          Whole fingerprints
        </button>
      </Machinery>
    </section>
  );
}

function ShortPrints({ outcome, journal }: { readonly outcome: string; readonly journal: string }) {
  return (
    <dl className="short-prints">
      <dt>Outcome</dt>
      <dd className="mono">{shortened(outcome)}</dd>
      <dt>Journal</dt>
      <dd className="mono">{shortened(journal)}</dd>
    </dl>
  );
}
