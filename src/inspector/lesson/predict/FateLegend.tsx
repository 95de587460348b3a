import { fateOn } from '../../../model/fates.ts';
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
  const asked = rows.flatMap(({ questions }) => questions).find(({ question }) => question.kind === 'fate');
  return (
    <section className="card panel legend" aria-label="The words">
      <h2>The words</h2>
      <div className="legend-body scrolls" tabIndex={0} role="group" aria-label="The words and what they mean">
        <dl>
          {asked?.question.options.map(
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
      </div>
    </section>
  );
}
