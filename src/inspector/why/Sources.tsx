import { Machinery } from '../parts/Machinery.tsx';
import type { Explanation } from '../../insight/explain/why.ts';
import { type Strength, STRENGTH_ORDER } from '../../rulebook/evidence/sources.ts';

/** Where it is known from, how far that can be trusted, what is disputed, and what else would stop it. */
export function Sources({ explanation: { rule, references, disputes, also } }: { readonly explanation: Explanation }) {
  const cited = rule ? rule.references : references;
  return (
    <footer className="sources">
      <ul>
        {cited.map(({ id, says, sources }) => (
          <li key={id}>
            <Machinery>
              <span className="tag" title={says}>
                {id}
              </span>
            </Machinery>
            {sources.map(({ key, title, strength, meaning }) => (
              <span key={key} className="source">
                <Dots strength={strength} /> <span title={title}>{meaning}</span>
                <span className="quiet"> {title}</span>
              </span>
            ))}
          </li>
        ))}
      </ul>
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
