import { useEffect, useMemo } from 'react';
import { WHEN_WORDS } from '../../../insight/what-if/condition.ts';
import type { ProvedSet } from '../../../insight/what-if/answer.ts';
import type { Route } from '../../../model/kinds.ts';
import { setInWords } from '../../../insight/what-if/set-words.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { useSearch } from '../../conditions/use-search.ts';
import { WhatIfWorker } from '../../conditions/what-if-worker.ts';
import { FateWord } from '../../parts/Fate.tsx';
import { Icon } from '../../parts/Icon.tsx';

/** Sets for which a card has room; the workbench has them all. */
const MOST = 4;

interface HelpsProps {
  readonly scenario: Scenario;
  readonly item: string;
  readonly route: Route;
}

/** Everything that would have brought the item, each proved by a run of its own; looked for beside the page. */
export function WhatHelps({ scenario, item, route }: HelpsProps) {
  const worker = useMemo(() => new WhatIfWorker(scenario), [scenario]);
  useEffect(() => () => worker.close(), [worker]);
  const state = useSearch(scenario, item, worker);
  if (state.kind === 'searching')
    return <p className="quiet" role="status">{`Playing it under other conditions … ${state.runs} runs`}</p>;
  if (state.kind === 'failed') return <p role="alert">This could not be worked out: {state.says}</p>;
  if (state.kind === 'stopped') return null;
  const sets = state.answers.flatMap((answer) => answer.sets);
  const not = state.answers.flatMap(({ notAtAll }) => notAtAll);
  const without = state.answers.flatMap((answer) => answer.without ?? []);
  const isClosed = without.every(({ how }) => how === 'closed' || how === 'not-known');
  return (
    <div className="what-helps">
      {sets.length === 0 ? (
        <>
          <p>
            <b>{isClosed ? 'Nothing would have brought it.' : 'No other condition brings it, and none has to.'}</b>
          </p>
          <ul>
            {[...(isClosed ? [] : without.flatMap(({ says }) => says)), ...not].map((says) => (
              <li key={says}>{says}</li>
            ))}
          </ul>
        </>
      ) : (
        <ul>
          {sets.slice(0, MOST).map((set) => (
            <HelpingSet key={set.fingerprint + titleOf(set)} set={set} route={route} />
          ))}
        </ul>
      )}
      {sets.length > MOST && <p className="quiet">{`And ${sets.length - MOST} more ways.`}</p>}
    </div>
  );
}

const titleOf = ({ changes }: ProvedSet): string => setInWords(changes);

function HelpingSet({ set, route }: { readonly set: ProvedSet; readonly route: Route }) {
  return (
    <li>
      <bdi>{titleOf(set)}</bdi>: <FateWord fate={set.fate} route={route} />
      <span className="quiet">
        {' '}
        {WHEN_WORDS[set.when]}. <Icon name="check" size={11} /> proved by a run
      </span>
    </li>
  );
}
