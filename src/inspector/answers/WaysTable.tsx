import { andSize, formatCount } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import type { World } from '../../model/world.ts';
import { titlesOf } from '../../report/story-text.ts';
import { rowsByFate } from '../../report/ways-table.ts';
import type { WaysToTell } from '../../report/ways-text.ts';
import { wayLetter, wayShort, wordsRouteOf } from '../../report/ways-words.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';

export interface WaysProps {
  readonly world: World;
  readonly answer: WaysToTell;
}

/** Items by ways. */
export function WaysTable({ world, answer }: WaysProps) {
  const { ways, rows } = answer;
  const titles = new Map(world.items.map(({ id, title }) => [id, { title }]));
  const named = (ids: readonly string[]) =>
    titlesOf(
      ids.map((id) => must(titles.get(id), id)),
      3,
    );
  return (
    <div className="scrolls" tabIndex={0} role="group" aria-label="Table of the ways">
      <table>
        <thead>
          <tr>
            <th scope="col">Items</th>
            {ways.map((way, place) => (
              <th key={way.id} scope="col">
                {wayLetter(place)} {wayShort(way)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsByFate(rows).map(({ items, ends }) => (
            <tr key={must(items[0], 'an item of a row')}>
              <th scope="row">{named(items)}</th>
              {ends.map((end, place) => {
                const fate = end && (end.fate ?? ON_THE_WAY);
                const way = must(ways[place], 'a way');
                return (
                  <td key={way.id}>
                    {fate && (
                      <>
                        <FateShape fate={fate} size={12} /> {wordOf(fate, wordsRouteOf(way))}
                      </>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">There and usable</th>
            {ways.map(({ id, blocked, brings }) => (
              <td key={id}>
                {blocked === null ? `${formatCount(brings.items)}${andSize(brings.bytes)}` : 'Not possible'}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
