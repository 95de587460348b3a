import type { ExplainedSource } from '../../insight/explain/explain-rule.ts';
import { addressesOf } from '../../rulebook/evidence/addresses.ts';

interface SourceProps {
  readonly sources: readonly ExplainedSource[];
}

/** The sources behind a fold of their own. */
export function SourceLines({ sources, of }: SourceProps & { readonly of: string }) {
  if (sources.length === 0) return null;
  return (
    <details className="known-from">
      <summary>
        Known from<span className="hidden">: {of}</span>
      </summary>
      <CitedSources sources={sources} />
    </details>
  );
}

/** Where it is known from and how far that can be trusted; opened by the person, never by the page. */
export function CitedSources({ sources }: SourceProps) {
  if (sources.length === 0) return <p className="quiet">No source is needed: it follows from the files themselves.</p>;
  return (
    <ul className="cited-here">
      {sources.map((source) => (
        <li key={source.key}>
          <CitedHere source={source} />
        </li>
      ))}
    </ul>
  );
}

function CitedHere({ source }: { readonly source: ExplainedSource }) {
  const { meaning, title, where } = source;
  const [address] = addressesOf(source);
  return (
    <>
      <span className="quiet">{meaning}:</span>{' '}
      {address === undefined ? (
        `${title}. ${where}`
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {title}
          <span className="hidden">, opens in a new window</span>
        </a>
      )}
    </>
  );
}
