import { voiceOf } from '../../report/device-voice.ts';
import { formatCount, sizeCell } from '../../model/bytes.ts';
import { fateOn, FATES } from '../../model/fates.ts';
import { outcomeOn } from '../../model/on-way.ts';
import type { Item } from '../../model/world.ts';
import { must } from '../../model/must.ts';
import { type LedgerRow, ruleSpokenOf } from '../../run/ledger.ts';
import type { Route } from '../../model/kinds.ts';
import { mendWords } from '../../rulebook/tables/mends.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { SheetFoot, SheetHead } from './SheetFrame.tsx';
import { ChangesOnPaper } from './ChangesOnPaper.tsx';
import { FateShape, FateWord, wordOf } from '../parts/Fate.tsx';
import { FATE_KEYS, fateKeyOf } from '../../stepping/fate-keys.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { askOn } from '../../rulebook/facts/ask-on.ts';

/** Items for which one printed page has room; the rest is counted. */
const MAX_ROWS = 30;
const MAX_LENGTH = 90;

const rank = ({ fate }: LedgerRow): number => (fate === null ? 1 : FATES[fate].works ? 2 : 0);

/** What did not arrive, or does not work, comes first, the largest of each fate before the smaller ones. */
function linesOf(items: readonly Item[], rows: readonly LedgerRow[]) {
  return items
    .map((item, index) => ({ item, row: must(rows[index], `the row of ${item.id}`) }))
    .toSorted((a, b) => rank(a.row) - rank(b.row) || b.item.bytes - a.item.bytes)
    .slice(0, MAX_ROWS);
}

/** What is unknown is a question; a rule that might hold is nothing to tell a customer. */
function saidOf(row: LedgerRow, book: RuleBook, route: Route): string {
  const { fate, missing } = row;
  const rule = ruleSpokenOf(row);
  if (fate === null) return '';
  if (fate === 'unknown') return missing === null ? fateOn(route, fate).means : `Ask: ${askOn(route, missing)}`;
  const decided = rule === null ? undefined : book[rule];
  const mends = decided?.mends === undefined ? '' : ` ${mendWords(decided.mends)}`;
  return `${decided?.customer ?? fateOn(route, fate).means}${mends}`;
}

/** One page for paper: what came, what did not, and why, at this step. */
export function FateSheet({ store }: ViewProps) {
  const { scenario, frame, recording, position, ledger } = useStory(
    store,
    'scenario',
    'frame',
    'recording',
    'position',
    'ledger',
  );
  const route = useRoute(store);
  const ended = outcomeOn(route, frame.outcome);
  const { book } = store.file;
  const { tallies } = ledger;
  const voice = voiceOf(scenario.world);
  const lines = linesOf(recording.items, ledger.rows);
  return (
    <article className="print-sheet fate-sheet">
      <SheetHead store={store} />
      <ChangesOnPaper store={store} />
      <p>
        <b>{ended.word}.</b> {ended.means}
        {position < recording.last && ` This is how it stands at step ${position + 1} of ${recording.last + 1}.`}
      </p>
      <ul className="sheet-sums">
        {FATE_KEYS.filter((fate) => tallies[fate].items > 0).map((fate) => (
          <li key={fate}>
            <FateWord fate={fate} route={route} /> {formatCount(tallies[fate].items)}, {sizeCell(tallies[fate].bytes)}
          </li>
        ))}
      </ul>
      <table>
        <thead>
          <tr>
            <th>Item</th>
            <th>Size</th>
            <th>Fate</th>
            <th>For the customer</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ item, row }) => (
            <tr key={item.id}>
              <td>
                <bdi>{item.title.slice(0, MAX_LENGTH)}</bdi>
              </td>
              <td>{sizeCell(item.bytes)}</td>
              <td>
                <span className="fate">
                  <FateShape fate={fateKeyOf(row)} size={10} /> {wordOf(fateKeyOf(row), route)}
                </span>
              </td>
              <td>{voice(saidOf(row, book, route))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {recording.items.length > lines.length && (
        <p>And {formatCount(recording.items.length - lines.length)} more items; the ledger as CSV holds them all.</p>
      )}
      <SheetFoot store={store} />
    </article>
  );
}
