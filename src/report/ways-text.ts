import { andSize, formatCount, sizeCell } from '../model/bytes.ts';
import { must } from '../model/must.ts';
import { type Fate, FATE_ORDER, fateOn } from '../model/fates.ts';
import { HOUR, MINUTE } from '../model/time.ts';
import type { Route } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import type { Block } from '../rulebook/case/blocks.ts';
import { aboutWords } from './duration-words.ts';
import { wordFor, wordOn } from './fates-text.ts';
import { type Column, hangingIndent, sanitise, table, widthOf } from './layout.ts';
import { FATE_SIGNS } from './paint.ts';
import { ruleOf } from './sources.ts';
import { type Page, titlesOf } from './story-text.ts';
import { differencesByWay, type EndToTell, rowsByFate } from './ways-table.ts';
import {
  needWords,
  type NeedToName,
  wayLetter,
  wayName,
  wayShort,
  wayStart,
  type WayToName,
  whyNoWay,
  wordsRouteOf,
} from './ways-words.ts';
import { askOn } from '../rulebook/facts/ask-on.ts';

interface WayToTell extends WayToName {
  readonly id: string;
  readonly blocked: Block | null;
  readonly needs: readonly NeedToName[];
  readonly lastsMs: number;
  readonly brings: { readonly items: number; readonly bytes: number };
}

/** The answer as its text needs it. */
export interface WaysToTell {
  readonly ways: readonly WayToTell[];
  readonly rows: readonly {
    readonly items: readonly string[];
    readonly ends: readonly (EndToTell | null)[];
    readonly differs: boolean;
  }[];
  readonly most: readonly string[];
}

/** Ways side by side in one table; more of them stand in a table below it. */
const WAYS_ABREAST = 12;
const NAMED = 3;

/** Which way brings what: one table, how each way is begun, and the rules by which they differ. */
export function waysAsText(world: World, answer: WaysToTell, page: Page): string {
  const { paint, width } = page;
  const parts = Array.from({ length: Math.ceil(answer.ways.length / WAYS_ABREAST) }, (_, part) =>
    [...answer.ways.keys()].slice(part * WAYS_ABREAST, (part + 1) * WAYS_ABREAST),
  );
  return [
    ...hangingIndent('', waysHeadline(world, answer), width).map(paint.title),
    ...hangingIndent(
      '',
      'Most means: the most items that are on the phone and work there, and among equals the most bytes. ' +
        'Each way was played alone, by somebody who does what is asked, on power and Wi-Fi, with nothing going ' +
        'wrong on the way.',
      width,
    ).map(paint.faint),
    ...parts.flatMap((places) => ['', ...tableOf(world, answer, places, page)]),
    '',
    paint.heading('The ways'),
    ...answer.ways.flatMap((way, place) => wayLines(world, way, place, answer, page)),
    ...differences(world, answer, page),
    '',
  ].join('\n');
}

/** Which way brings most. */
export function waysHeadline(world: World, { ways, rows, most }: WaysToTell): string {
  const best = ways.flatMap((way, place) => (most.includes(way.id) ? [{ way, place }] : []));
  const [first] = best;
  if (!first)
    return rows.some(({ ends }) => ends.some((end) => end?.fate === 'unknown'))
      ? 'Not known: what each way brings hangs on open questions.'
      : 'No way brings anything.';
  const { items, bytes } = first.way.brings;
  return (
    `${best.map(({ way, place }) => `${wayLetter(place)} (${wayName(world, way)})`).join(' and ')} ` +
    `${best.length === 1 ? 'brings' : 'bring'} most: ${amountWords(items, world.items.length)}${andSize(bytes)}.`
  );
}

const amountWords = (items: number, all: number): string =>
  `${formatCount(items)} of ${formatCount(all)} ${all === 1 ? 'item' : 'items'}`;

function tableOf(world: World, answer: WaysToTell, places: readonly number[], page: Page): string[] {
  const inWords = lay(world, answer, places, wordOn);
  const needed = inWords.columns.reduce(
    (sum, { title }, index) =>
      sum +
      (index === 0
        ? 24
        : 2 + Math.max(widthOf(title), ...inWords.rows.map((row) => widthOf(must(row[index], 'a cell'))))),
    0,
  );
  const { columns, rows } =
    needed <= page.width
      ? inWords
      : lay(world, answer, places, (_, fate) => (fate === null ? '·' : FATE_SIGNS[fate].sign));
  const seen = new Set(answer.rows.flatMap(({ ends }) => places.map((place) => ends[place]?.fate)));
  return [
    ...table(columns, rows, page.width),
    ...(needed <= page.width
      ? []
      : [
          '',
          ...hangingIndent(
            '',
            FATE_ORDER.filter((fate) => seen.has(fate))
              .map(wordFor)
              .join(', '),
            page.width,
          ),
        ]),
  ];
}

function lay(
  world: World,
  { ways, rows, most }: WaysToTell,
  places: readonly number[],
  cell: (route: Route, fate: Fate | null) => string,
): { readonly columns: readonly Column[]; readonly rows: readonly (readonly string[])[] } {
  const titles = new Map(world.items.map(({ id, title }) => [id, { title }]));
  const isShort = places.length > 4;
  const of = (tell: (way: WayToTell) => string): string[] =>
    places.map((place) => {
      const way = must(ways[place], 'a way');
      return way.blocked === null ? tell(way) : '';
    });
  return {
    columns: [
      { title: 'Items', gives: true },
      ...places.map((place): Column => {
        const way = must(ways[place], 'a way');
        return { title: isShort ? wayLetter(place) : `${wayLetter(place)} ${wayShort(way)}` };
      }),
    ],
    rows: [
      ...rowsByFate(rows).map(({ items, ends }) => [
        titlesOf(
          items.map((id) => must(titles.get(id), id)),
          NAMED,
        ),
        ...places.map((place) => {
          const end = ends[place];
          return end ? cell(wordsRouteOf(must(ways[place], 'a way')), end.fate) : '';
        }),
      ]),
      ['There and usable', ...of(({ brings }) => formatCount(brings.items))],
      ['Size of it', ...of(({ brings }) => sizeCell(brings.bytes))],
      ['Takes about', ...of(({ lastsMs }) => shortDuration(lastsMs))],
      [
        'Possible',
        ...places.map((place) => {
          const { id, blocked } = must(ways[place], 'a way');
          return blocked === null ? (most.includes(id) ? 'yes, most' : 'yes') : 'no';
        }),
      ],
    ],
  };
}

/** Hours and minutes, narrow enough for a column. */
function shortDuration(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  const hours = Math.floor(minutes / 60);
  return hours === 0 ? `${minutes} min` : hours < 10 ? `${hours} h ${minutes % 60} min` : `${Math.round(ms / HOUR)} h`;
}

function wayLines(world: World, way: WayToTell, place: number, { most }: WaysToTell, { paint, width }: Page): string[] {
  const start = wayStart(world, way);
  const head = `  ${wayLetter(place)}  `;
  const field = (name: string, text: string): string[] => hangingIndent(`     ${paint.faint(name)} `, text, width);
  return [
    ...hangingIndent(head, sanitise(wayName(world, way)) + (most.includes(way.id) ? '. It brings most.' : ''), width),
    ...(way.blocked === null
      ? [
          ...field('Start:', `${sanitise(start.says)} (${start.cites.join(', ')})`),
          ...field(
            'To know:',
            way.needs.length === 0 ? 'nothing' : sanitise(way.needs.map((need) => needWords(world, need)).join('; ')),
          ),
          ...field('Takes:', `${aboutWords(way.lastsMs)}, until the last thing has come`),
        ]
      : field('Not possible:', whyNoWay(way.blocked))),
  ];
}

function differences(world: World, { ways, rows }: WaysToTell, { paint, width }: Page): string[] {
  if (!rows.some(({ differs }) => differs)) {
    // Where one way is open at most there is no choice that could make a difference.
    const isChoice = ways.filter(({ blocked }) => blocked === null).length > 1;
    return isChoice ? ['', 'It makes no difference for any item which way is gone.'] : [];
  }
  const titles = new Map(world.items.map(({ id, title }) => [id, { title }]));
  return [
    '',
    paint.heading('Why they differ'),
    ...differencesByWay(ways.length, rows).flatMap((ends, place) => {
      const route = wordsRouteOf(must(ways[place], 'a way'));
      return ends.flatMap(({ items, ...end }, index) => [
        ...hangingIndent(
          `  ${index === 0 ? wayLetter(place) : ' '.repeat(wayLetter(place).length)}  `,
          `${wordOn(route, end.fate)}: ${titlesOf(items.map((id) => must(titles.get(id), id)))}`,
          width,
        ),
        ...hangingIndent('       ', endWordsOfWay(end, route), width),
      ]);
    }),
  ];
}

/** By which rule an item ends so on a way; `ids`: with its own name, for engineers. */
export function endWordsOfWay({ fate, rule, missing }: EndToTell, route: Route, ids = true): string {
  const says = ruleOf(rule)?.says ?? (fate === null ? 'nothing has been decided' : fateOn(route, fate).means);
  return (
    (missing === null ? says : `Not known. Ask: ${askOn(route, missing)}`) + (rule === null || !ids ? '' : ` (${rule})`)
  );
}
