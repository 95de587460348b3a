import { useState } from 'react';
import { copyText } from '../parts/copy-text.ts';
import { Icon } from '../parts/Icon.tsx';
import { Machinery } from '../parts/Machinery.tsx';
import type { ExplainedSource } from '../../insight/explain/explain-rule.ts';
import type { Explanation } from '../../insight/explain/why.ts';
import { addressesOf } from '../../rulebook/evidence/addresses.ts';
import { dayInWords } from '../../model/time.ts';
import { CATALOGUED, type Strength, STRENGTH_ORDER } from '../../rulebook/evidence/sources.ts';

/** Where it is known from, how far that can be trusted, what is disputed, and what else would stop it. */
export function Sources({ explanation: { rule, references, disputes, also } }: { readonly explanation: Explanation }) {
  const cited = rule ? rule.references : references;
  return (
    <footer className="sources">
      <ul>
        {cited.map(({ id, says, sources }) => (
          <li key={id}>
            <Machinery>
              <span className="tag">{id}</span>
            </Machinery>
            <span className="cited">{says}</span>
            {sources.map((source) => (
              <CitedSource key={source.key} source={source} />
            ))}
          </li>
        ))}
      </ul>
      {cited.length > 0 && (
        <p className="quiet">As these said on {dayInWords(CATALOGUED)}. A page may say something else since.</p>
      )}
      {rule?.weak && <p className="weak">Weak ground: no text by Apple says so.</p>}
      {disputes.length === 0 ? (
        <p className="quiet">No dispute.</p>
      ) : (
        disputes.map(({ about, sides, follows, because }) => (
          <details key={about}>
            <summary>Disputed: {about}</summary>
            <ul>
              {sides.map(({ says, by }) => (
                <li key={by}>
                  <Machinery>
                    <code>{by}</code>{' '}
                  </Machinery>
                  {says}
                </li>
              ))}
            </ul>
            <p>
              We follow: {follows} {because}
            </p>
          </details>
        ))
      )}
      {also.length === 0 ? (
        rule && <p className="quiet">No other rule stops it.</p>
      ) : (
        <details>
          <summary>
            {also.length === 1 ? 'One other rule would' : `${also.length} other rules would`} stop it too
          </summary>
          <ul>
            {also.map(({ id, says }) => (
              <li key={id}>
                <Machinery>
                  <code>{id}</code>{' '}
                </Machinery>
                {says}
              </li>
            ))}
          </ul>
        </details>
      )}
    </footer>
  );
}

/** A source with how far it can be trusted, and where it can be read: opened by the person, never by the page. */
function CitedSource({ source }: { readonly source: ExplainedSource }) {
  const { title, where, strength, meaning } = source;
  const [address] = addressesOf(source);
  return (
    <span className="source">
      <Dots strength={strength} /> {meaning}
      {address === undefined ? (
        <span className="quiet">
          {title}. {where}
        </span>
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {title}
          <span className="hidden">, opens in a new window</span>
        </a>
      )}
      <CopyAddress address={address ?? where} title={title} />
    </span>
  );
}

function CopyAddress({ address, title }: { readonly address: string; readonly title: string }) {
  const [told, setTold] = useState<'copied' | 'not copied' | null>(null);
  return (
    <button
      type="button"
      className="button bare small copy-address"
      aria-label={`Copy the address of ${title}`}
      onClick={() => void copyText(address).then((done) => setTold(done ? 'copied' : 'not copied'))}
    >
      <Icon name={told === 'copied' ? 'check' : 'copy'} size={13} />
      <span role="status">{told === null ? '' : told === 'copied' ? 'Copied' : `Copy by hand: ${address}`}</span>
    </button>
  );
}

/** Three squares: how strong a source is, beside its words. */
function Dots({ strength }: { readonly strength: Strength }) {
  const index = STRENGTH_ORDER.indexOf(strength);
  const filled = index <= 1 ? 3 : index <= 3 ? 2 : 1;
  return (
    <svg width="30" height="8" viewBox="0 0 30 8" aria-hidden="true">
      {[0, 1, 2].map((dot) => (
        <rect
          key={dot}
          x={dot * 10 + 0.7}
          y="0.7"
          width="6.6"
          height="6.6"
          rx="1.4"
          fill={dot < filled ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeWidth="1.2"
        />
      ))}
    </svg>
  );
}
