import { formatCount, sizeCell } from '../../model/bytes.ts';
import { outcomeOn } from '../../model/on-way.ts';
import { FateWord } from '../parts/Fate.tsx';
import { FATE_KEYS } from '../../stepping/fate-keys.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { stillOpen } from './still-open.ts';

const MAX_OPEN = 6;

/** How it stands: the sums of the one ledger, and what is still open to the customer. */
export function EndsPanel({ store }: ViewProps) {
  const {
    ledger: { tallies },
    frame,
    position,
    recording,
  } = useStory(store, 'ledger', 'frame', 'position', 'recording');
  const route = useRoute(store);
  const open = stillOpen(store);
  const { word, means } = outcomeOn(route, frame.outcome);
  return (
    <section className="card ends-panel scrolls" aria-label="How it ended" tabIndex={0}>
      <h2>{position === recording.last ? 'How it ended' : 'How it stands'}</h2>
      <p title={means}>{word}</p>
      <table className="ends">
        <thead className="hidden">
          <tr>
            <th>Fate</th>
            <th>Items</th>
            <th>Size</th>
          </tr>
        </thead>
        <tbody>
          {FATE_KEYS.filter((fate) => tallies[fate].items > 0).map((fate) => (
            <tr key={fate}>
              <td>
                <FateWord fate={fate} route={route} />
              </td>
              <td className="number">{formatCount(tallies[fate].items)}</td>
              <td className="number">{sizeCell(tallies[fate].bytes)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {open.length > 0 && (
        <div className="still-open">
          <h3>Still open to the customer</h3>
          <ul>
            {open.slice(0, MAX_OPEN).map(({ id, says }) => (
              <li key={id}>{says}</li>
            ))}
          </ul>
          {open.length > MAX_OPEN && <p className="quiet">And {open.length - MAX_OPEN} more.</p>}
        </div>
      )}
    </section>
  );
}
