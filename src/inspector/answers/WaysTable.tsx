import { andSize, formatCount } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import type { World } from '../../model/world.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { durationWords } from '../../report/duration-words.ts';
import { titlesOf } from '../../report/story-text.ts';
import { differencesByWay, rowsByFate } from '../../report/ways-table.ts';
import { endWordsOfWay, type WaysToTell } from '../../report/ways-text.ts';
import { needWords, wayLetter, wayName, wayShort, wayStart, whyNoWay, wordsRouteOf } from '../../report/ways-words.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { FateShape, wordOf } from '../parts/Fate.tsx';

interface WaysProps {
  readonly world: World;
  readonly answer: WaysToTell;
}

/** Items by ways; below it how each way is begun, and by which rules they differ. */
export function WaysTable({ world, answer }: WaysProps) {
  const { ways, rows, most } = answer;
  const withIds = useMachinery();
  const voice = voiceOf(world);
  const titles = new Map(world.items.map(({ id, title }) => [id, { title }]));
  const named = (ids: readonly string[], many: number) =>
    titlesOf(
      ids.map((id) => must(titles.get(id), id)),
      many,
    );
  const differences = differencesByWay(ways.length, rows);
  return (
    <>
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
                <th scope="row">{named(items, 3)}</th>
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
      <ul>
        {ways.map((way, place) => (
          <li key={way.id}>
            <h3>
              {wayLetter(place)} {voice(wayName(world, way))}
              {most.includes(way.id) ? '. It brings most.' : ''}
            </h3>
            {way.blocked === null ? (
              <>
                <p>{voice(wayStart(world, way).says)}</p>
                <p>
                  To know:{' '}
                  {way.needs.length === 0
                    ? 'nothing'
                    : voice(way.needs.map((need) => needWords(world, need)).join('; '))}
                  .
                </p>
                <p>About {durationWords(way.lastsMs)}, until the last thing has come.</p>
                {must(differences[place], 'the differences of a way').map((end) => (
                  <p key={`${end.fate} ${end.rule}`}>
                    <b>{wordOf(end.fate ?? ON_THE_WAY, wordsRouteOf(way))}</b>: {named(end.items, 8)}.{' '}
                    {voice(endWordsOfWay(end, wordsRouteOf(way), withIds))}
                  </p>
                ))}
              </>
            ) : (
              <p>Not possible: {voice(whyNoWay(way.blocked))}</p>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
