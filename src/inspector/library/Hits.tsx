import { useMemo, useState } from 'react';
import type { ListedScenario } from './listed.ts';
import { ScenarioRow } from './ScenarioRow.tsx';
import type { Shelf } from './use-catalogue.ts';

/** As many as somebody reads; more are one press away. */
const FIRST_HITS = 12;

interface HitsProps {
  readonly query: string;
  readonly shelf: Shelf;
  readonly listed: readonly ListedScenario[];
  readonly current: string | null;
  readonly onOpen: (id: string) => void;
}

/** What was found, the best first, each with the words that it was found by. */
export function Hits({ query, shelf, listed, current, onOpen }: HitsProps) {
  const found = useMemo(() => shelf.search.find(query), [shelf, query]);
  const byId = useMemo(() => new Map(listed.map((entry) => [entry.id, entry])), [listed]);
  const [shownOf, setShownOf] = useState<string | null>(null);
  const all = shownOf === query;
  const shown = all ? found.ids : found.ids.slice(0, FIRST_HITS);
  return (
    <section className="hits" aria-label="Found">
      <div className="hits-head" role="status">
        <p>
          {found.ids.length === 0
            ? 'Nothing has these words. Try one word less, or another one.'
            : `${found.ids.length} ${found.ids.length === 1 ? 'scenario' : 'scenarios'}, the best first`}
        </p>
        {found.understood.map(({ written, means }) => (
          <p key={written} className="understood">
            <b>{`“${written}”`}</b> {`is looked for as: ${means}.`}
          </p>
        ))}
      </div>
      <ul>
        {shown.map((id) => {
          const entry = byId.get(id);
          return (
            entry && (
              <li key={id}>
                <ScenarioRow
                  listed={entry}
                  shown={shelf.catalogue.scenarios[id]}
                  isCurrent={id === current}
                  onOpen={onOpen}
                  texts={found.textsOf(id)}
                />
              </li>
            )
          );
        })}
      </ul>
      {shown.length < found.ids.length && (
        <button type="button" className="button" onClick={() => setShownOf(query)}>
          {`Show all ${found.ids.length}`}
        </button>
      )}
    </section>
  );
}
