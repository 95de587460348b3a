import { fateOn } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { FateWord } from '../parts/Fate.tsx';
import { FATE_KEYS, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { pageKeys } from './use-keys.ts';
import './help.css';

const NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

/** Every sign with its word and meaning, for that is what is asked first; then every key. */
export function Help({ route, onTour }: { readonly route: Route; readonly onTour: () => void }) {
  const keys = pageKeys(useMachinery());
  return (
    <div className="help">
      <section className="help-tour">
        <p>New here? Six stops on the page itself, through the everyday case.</p>
        <button type="button" className="button" data-first onClick={onTour}>
          Take the tour
        </button>
      </section>
      <section>
        <h3>What the signs mean</h3>
        <dl>
          {FATE_KEYS.map((fate) => (
            <div key={fate}>
              <dt>
                <FateWord fate={fate} route={route} />
              </dt>
              <dd>{fate === ON_THE_WAY ? 'Nothing has been decided about it yet.' : fateOn(route, fate).means}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className="help-keys">
        <h3>Keys</h3>
        <dl>
          {keys.map(({ key, says }) => (
            <div key={key}>
              <dt>
                <kbd>{NAMES[key] ?? key}</kbd>
              </dt>
              <dd>{says}</dd>
            </div>
          ))}
        </dl>
        <p className="quiet">
          On the timeline, arrows move by a step, Page Up and Page Down by a gate. In the ledger, arrows move from row
          to row.
        </p>
      </section>
    </div>
  );
}
