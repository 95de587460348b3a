import { must } from '../../model/must.ts';
import { formatElapsed } from '../../model/time.ts';
import { Machinery } from '../parts/Machinery.tsx';
import type { Proof } from '../../stepping/steppable-run.ts';

/** The fingerprints of both runs, whole, so that they can be compared with those of the command line. */
export function ProofRuns({ runs }: Pick<Proof, 'runs'>) {
  return (
    <ol className="runs">
      {runs.map(({ outcome, journal, simulatedMs, steps }, index) => (
        <li key={index === 0 ? 'first' : 'second'}>
          <p>
            <b>Run {index + 1}</b>{' '}
            <span className="quiet">
              <span className="mono">{formatElapsed(simulatedMs)}</span> simulated, {steps} steps
            </span>
          </p>
          <Machinery>
            <dl>
              <dt>Outcome</dt>
              <dd className="mono" data-fingerprint="outcome">
                {outcome}
              </dd>
              <dt>Journal</dt>
              <dd className="mono" data-fingerprint="journal">
                {journal}
              </dd>
            </dl>
          </Machinery>
        </li>
      ))}
    </ol>
  );
}

export function ProofVerdict({ proof }: { readonly proof: Proof }) {
  const steps = must(proof.runs[0], 'the first run').steps;
  if (proof.identical)
    return (
      <p>
        {steps} of {steps} steps are the same. Nothing differs, so trying again brings nothing back.
      </p>
    );
  const difference = must(proof.firstDifference, 'the first difference of two runs');
  return (
    <div className="stack">
      <p>The first line that differs is in step {difference.step}.</p>
      <pre
        className="scrolls"
        tabIndex={0}
        aria-label="First difference"
      >{`${difference.first}\n${difference.second}`}</pre>
    </div>
  );
}
