import { fateOn, type Gate, GATES } from '../../../model/fates.ts';
import type { Route } from '../../../model/kinds.ts';
import { FateShape } from '../../parts/Fate.tsx';
import { cardOf } from '../fate-cards.ts';
import { digitOfPlace } from './bet-keys.ts';
import type { BetRowData } from './bet-row.ts';

interface LegendProps {
  readonly rows: readonly BetRowData[];
  readonly route: Route;
}

/** Every word that can be chosen, with its key and its meaning: all of them, whatever comes. */
export function FateLegend({ rows, route }: LegendProps) {
  const asked = (kind: string) =>
    rows.flatMap(({ questions }) => questions).find(({ question }) => question.kind === kind)?.question.options;
  const [fates, gates] = [asked('fate'), asked('gate')];
  return (
    <section className="card panel legend" aria-label="The words">
      <h2>{fates ? 'The words' : gates ? 'The gates' : 'What counts'}</h2>
      <div className="legend-body scrolls" tabIndex={0} role="group" aria-label="The words and what they mean">
        {!fates && !gates && <p>All of it hangs on one thing here. Say which, and what would have helped.</p>}
        <dl>
          {fates?.map(
            ({ fate, says }, place) =>
              fate && (
                <div key={fate}>
                  <dt>
                    <FateShape fate={fate} />
                    <b>{says}</b>
                    <kbd>{[digitOfPlace(place), cardOf(fate)].join(' ').trim()}</kbd>
                  </dt>
                  <dd className="quiet">{fateOn(route, fate).means}</dd>
                </div>
              ),
          )}
        </dl>
        {fates && gates && <h3>The gates</h3>}
        <dl className="gates">
          {gates?.map(({ word, says }) => (
            <div key={word}>
              <dt>
                <b>{says}</b>
              </dt>
              <dd className="quiet">{isGate(word) && GATES[word].asks}</dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  );
}

const isGate = (word: string): word is Gate => Object.hasOwn(GATES, word);
