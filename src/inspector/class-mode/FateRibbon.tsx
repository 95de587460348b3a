import { formatCount } from '../../model/bytes.ts';
import { FATE_KEYS, ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { colourOf, FateShape, wordOf } from '../parts/Fate.tsx';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';

/** Where all items are by now, as one band: what arrives grows from the left, what is on the way grows less. */
export function FateRibbon({ store }: ViewProps) {
  const { ledger } = useStory(store, 'ledger');
  const route = useRoute(store);
  const keys = [...FATE_KEYS.filter((key) => key !== ON_THE_WAY), ON_THE_WAY] as const;
  const shown = keys.filter((key) => ledger.tallies[key].items > 0);
  return (
    <section className="fate-ribbon" aria-label="Where everything is by now">
      <div className="band" aria-hidden="true">
        {shown.map((key) => (
          <i key={key} style={{ flexGrow: ledger.tallies[key].items, background: colourOf(key) }} />
        ))}
      </div>
      <ul>
        {shown.map((key) => (
          <li key={key}>
            <FateShape fate={key} size={18} />
            <span>{wordOf(key, route)}</span> <b>{formatCount(ledger.tallies[key].items)}</b>
          </li>
        ))}
      </ul>
    </section>
  );
}
