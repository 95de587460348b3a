import { andSize, formatCount } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import { voiceOf } from '../../report/device-voice.ts';
import { durationWords } from '../../report/duration-words.ts';
import { titlesOf } from '../../report/story-text.ts';
import { differencesByWay } from '../../report/ways-table.ts';
import { endWordsOfWay } from '../../report/ways-text.ts';
import { needWords, wayLetter, wayName, wayStart, whyNoWay, wordsRouteOf } from '../../report/ways-words.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import { FateShape, wordOf } from '../parts/Fate.tsx';
import { useMachinery } from '../parts/Machinery.tsx';
import type { WaysProps } from './WaysTable.tsx';

const NAMED = 8;

/** Each way in a line: what it brings and how long it takes. How it is begun and why it differs unfold. */
export function WaysList({ world, answer: { ways, rows, most } }: WaysProps) {
  const withIds = useMachinery();
  const voice = voiceOf(world);
  const titles = new Map(world.items.map(({ id, title }) => [id, { title }]));
  const named = (ids: readonly string[]) =>
    titlesOf(
      ids.map((id) => must(titles.get(id), id)),
      NAMED,
    );
  const differences = differencesByWay(ways.length, rows);
  return (
    <ul>
      {ways.map((way, place) => (
        <li key={way.id}>
          {way.blocked === null ? (
            <>
              <details>
                <summary>
                  <b>
                    {wayLetter(place)}: {voice(wayName(world, way))}
                  </b>
                </summary>
                <p>{voice(wayStart(world, way).says)}</p>
                <p>
                  To know:{' '}
                  {way.needs.length === 0
                    ? 'nothing'
                    : voice(way.needs.map((need) => needWords(world, need)).join('; '))}
                  .
                </p>
                {must(differences[place], 'the differences of a way').map((end) => {
                  const fate = end.fate ?? ON_THE_WAY;
                  const route = wordsRouteOf(way);
                  return (
                    <p key={`${end.fate} ${end.rule}`}>
                      <FateShape fate={fate} size={12} /> <b>{wordOf(fate, route)}</b>: {named(end.items)}.{' '}
                      {voice(endWordsOfWay(end, route, withIds))}
                    </p>
                  );
                })}
              </details>
              <p>
                {formatCount(way.brings.items)} of {formatCount(world.items.length)}
                {andSize(way.brings.bytes)}, in about {durationWords(way.lastsMs)}.
                {most.includes(way.id) ? ' It brings most.' : ''}
              </p>
            </>
          ) : (
            <>
              <b>
                {wayLetter(place)}: {voice(wayName(world, way))}
              </b>
              <p>Not possible: {voice(whyNoWay(way.blocked))}</p>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
