import { type ExplainedCell, sourcesBehind } from '../../../insight/explain/explain-rule.ts';
import type { Explanation } from '../../../insight/explain/why.ts';
import { GATES } from '../../../model/fates.ts';
import type { Route } from '../../../model/kinds.ts';
import { dayInWords } from '../../../model/time.ts';
import { addressesOf } from '../../../rulebook/evidence/addresses.ts';
import { CATALOGUED } from '../../../rulebook/evidence/sources.ts';
import { Machinery } from '../../parts/Machinery.tsx';
import { ComparedPair } from '../../why/ComparedValues.tsx';

interface ReasonProps {
  readonly explanation: Explanation;
  readonly route: Route;
}

/** What decided an item: the values that were compared, the sentence of the rule, and where it is known from. */
export function Reason({ explanation, route }: ReasonProps) {
  const { rule, candidate, means, missing, disputes } = explanation;
  const decided = rule ? rule : candidate;
  // The copy in the backup may have stopped elsewhere: what decided is where the rule stands, or where it arrived.
  const arrived = explanation.gates.findLast(({ state }) => state === 'brought');
  const gate = decided ? decided.gate : arrived?.gate;
  const cells = decided ? decided.cells.filter(isTelling) : [];
  const compared = cells.flatMap(({ fact, compare }) => (compare ? [{ fact, compare }] : []));
  return (
    <>
      <p className="reason-says">
        {gate && <b>{`${GATES[gate].title}. `}</b>}
        {rule ? rule.says : means}
        <Machinery>{rule && <code className="reason-id">{rule.id}</code>}</Machinery>
      </p>
      {compared.length > 0 ? (
        <dl className="compared">
          {compared.map(({ fact, compare }) => (
            <div key={fact}>
              <ComparedPair compare={compare} route={route} />
            </div>
          ))}
        </dl>
      ) : (
        cells.length > 0 && (
          <ul className="compared">
            {cells.map(({ fact, words }) => (
              <li key={fact}>{words}.</li>
            ))}
          </ul>
        )
      )}
      {missing && (
        <p>
          <b>Ask:</b> {missing.ask}
        </p>
      )}
      <SourceLine explanation={explanation} />
      {disputes.map(({ about, sides, follows, because }) => (
        <details key={about} className="dispute">
          <summary>Disputed: {about}</summary>
          <ul>
            {sides.map(({ says, by }) => (
              <li key={by}>{says}</li>
            ))}
          </ul>
          <p>
            We follow: {follows} {because}
          </p>
        </details>
      ))}
    </>
  );
}

/** What every restore has settled, and what nobody looked at, explains nothing. */
const isTelling = ({ fact, value }: ExplainedCell): boolean => fact !== 'backup.chosen' && value !== 'not-known';

/** The strongest source, how strong it is, and where it can be read. */
function SourceLine({ explanation: { rule, references } }: Pick<ReasonProps, 'explanation'>) {
  const [source] = sourcesBehind(rule ? rule.references : references);
  if (!source) return null;
  const [address] = addressesOf(source);
  return (
    <p className="reason-source">
      {address === undefined ? (
        <b>{source.title}</b>
      ) : (
        <a href={address} target="_blank" rel="noopener noreferrer">
          {source.title}
          <span className="hidden">, opens in a new window</span>
        </a>
      )}{' '}
      <span className="quiet">{`${source.meaning}, as of ${dayInWords(CATALOGUED)}.`}</span>
      {rule?.weak && <span className="weak"> Weak ground: no text by Apple says so.</span>}
    </p>
  );
}
