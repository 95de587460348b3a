import { useMemo } from 'react';
import { caseFactsOf } from '../../teach/case-facts.ts';
import type { Variant } from '../../teach/variant.ts';

interface CaseProps {
  readonly variant: Variant;
}

/** What the customer says, and what an agent knows before anything happens. */
export function KnownCase({ variant }: CaseProps) {
  return (
    <section className="card panel case-card" aria-label="The case">
      <h2>The customer</h2>
      <CaseFactsList variant={variant} />
    </section>
  );
}

export function CaseFactsList({ variant }: CaseProps) {
  const facts = useMemo(() => caseFactsOf(variant), [variant]);
  const { customer } = variant.case;
  return (
    <div className="case-body scrolls" tabIndex={0} role="group" aria-label="What is known">
      {customer !== undefined && (
        <blockquote>
          <bdi>“{customer}”</bdi>
        </blockquote>
      )}
      <dl className="facts">
        {facts.map(({ title, words }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <bdi>{words}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
