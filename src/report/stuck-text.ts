import type { Phase } from '../model/event-row.ts';
import { inList } from '../model/phrases.ts';
import { OUTCOMES, type Outcome } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';
import { outcomeOn } from '../model/on-way.ts';
import { andSize } from '../model/bytes.ts';
import { must } from '../model/must.ts';
import { formatElapsed } from '../model/time.ts';
import type { Item, World } from '../model/world.ts';
import type { ReferenceId } from '../rulebook/evidence/references.ts';
import { REFERENCES } from '../rulebook/evidence/references.ts';
import { WAITED_FOR, type WaitedFor } from '../rulebook/tables/waits.ts';
import { type AnswerPart, type AnswerSentence, further, mainly } from './answer-part.ts';
import { durationWords } from './duration-words.ts';
import { buttonWords } from './event-sentences.ts';
import { hangingIndent, sanitise } from './layout.ts';
import { ruleOf } from './sources.ts';
import { type Page, titlesOf } from './story-text.ts';

interface WaitToTell {
  readonly for: WaitedFor;
  readonly who: string;
  readonly until: string;
}

interface GoesOnToTell {
  readonly ends: boolean;
  readonly forMs: number | null;
  readonly missed: readonly string[];
}

/** The answer as its words need it. */
export interface StuckToTell {
  readonly step: number;
  readonly atMs: number;
  readonly state: 'working' | 'waiting' | 'over';
  readonly outcome: Outcome;
  readonly route: Route;
  readonly doing: readonly string[];
  readonly waits: readonly WaitToTell[];
  readonly besides: readonly WaitToTell[];
  readonly there: readonly string[];
  readonly onTheWay: readonly string[];
  readonly fromICloud: readonly string[];
  readonly open: readonly string[];
  readonly phase: Phase;
  readonly waiting: readonly { readonly rule: string; readonly items: readonly string[] }[];
  readonly untouched: GoesOnToTell;
  readonly lookedAfter: GoesOnToTell;
  readonly stop: { readonly event: 'stop.tapped' | 'person.gaveUp'; readonly givenUp: readonly string[] } | null;
  readonly restart: {
    readonly helps: 'may-help' | 'no-use' | 'not-known';
    readonly says: string;
    readonly cites: readonly ReferenceId[];
    readonly isPlayed: boolean;
    readonly changes: readonly string[];
  };
}

/** `Working`, `Waiting for Wi-Fi` or `Over`: the first line. */
export function stuckHeadline({ state, outcome, waits }: StuckToTell): string {
  if (state === 'over') return `Over: ${OUTCOMES[outcome].word}.`;
  if (state === 'working')
    return waits.some(({ for: what }) => what === 'room') ? `Working, and waiting for ${WAITED_FOR.room}.` : 'Working.';
  const names = [...new Set(waits.map(({ for: what }) => WAITED_FOR[what]))];
  return `Waiting for ${names.length === 0 ? WAITED_FOR.person : inList(names)}.`;
}

/** Everything else, part by part; `ids`: with the rules’ own names, for engineers. */
export function stuckParts(world: World, answer: StuckToTell, ids = true): readonly AnswerPart[] {
  const items = new Map(world.items.map((item) => [item.id, item]));
  const name = namesIn(items);
  const { state, doing, waits, besides, there, onTheWay, fromICloud, open, waiting, stop, restart } = answer;
  const isOver = state === 'over';
  return [
    {
      title: 'What runs',
      says: (isOver ? [outcomeOn(answer.route, answer.outcome).means] : doing.map((says) => `${says}.`)).map(further),
    },
    {
      title: state === 'working' ? 'What it asks meanwhile' : 'What it waits for',
      says: waits.map((wait) => mainly(waitWords(wait))),
    },
    { title: 'Beside it, iCloud sync', says: besides.map((wait) => further(waitWords(wait))) },
    {
      title: 'What is there, and what is not yet',
      says: [
        ...(there.length === 0 && open.length > 0 ? [] : [further(`There: ${name(there)}.`)]),
        ...(open.length === 0 ? [] : [mainly(`Not known of: ${name(open)}. A question would settle it.`)]),
        ...(isOver || onTheWay.length === 0
          ? []
          : [
              further(
                BEFORE_ANYTHING_COMES.has(answer.phase)
                  ? `Nothing is on its way yet of: ${name(onTheWay)}.`
                  : `On the way: ${name(onTheWay)}.`,
              ),
            ]),
        ...(fromICloud.length === 0
          ? []
          : [mainly(`On the way from iCloud, beside the restore and also after it: ${name(fromICloud)}.`)]),
        ...waiting.map(({ rule, items: those }) =>
          mainly(`Waits: ${name(those)}. ${ruleOf(rule)?.says ?? rule}${ids ? ` (${rule})` : ''}`),
        ),
      ],
    },
    ...(isOver ? [] : [{ title: 'How long', says: howLong(answer, name, ids) }]),
    ...(isOver ? [] : [{ title: 'If one stops it now', says: stopWords(stop, name).map(mainly) }]),
    { title: 'A forced restart', says: restartWords(restart, name, ids) },
  ].filter(({ says }) => says.length > 0);
}

/** No source of the data has been opened in these parts, so of nothing it can be said that it comes. */
const BEFORE_ANYTHING_COMES: ReadonlySet<Phase> = new Set<Phase>([
  'in-use',
  'erasing',
  'set-up',
  'quick-start',
  'sign-in',
  'listing',
  'preconditions',
]);

const namesIn =
  (items: ReadonlyMap<string, Item>) =>
  (ids: readonly string[]): string => {
    if (ids.length === 0) return 'nothing';
    const known = ids.map((id) => must(items.get(id), id));
    const bytes = known.reduce((sum, item) => sum + item.bytes, 0);
    return `${titlesOf(known)} (${ids.length} ${ids.length === 1 ? 'item' : 'items'}${andSize(bytes)})`;
  };

const waitWords = ({ for: what, who, until }: WaitToTell): string =>
  `For ${WAITED_FOR[what]}: until ${until}. That is up to ${who}.`;

function howLong(
  { state, waits, untouched, lookedAfter }: StuckToTell,
  name: (items: readonly string[]) => string,
  ids: boolean,
): AnswerSentence[] {
  const until = [...new Set(waits.map((wait) => wait.until))];
  const alone = untouched.ends
    ? `If nobody touches it, it is over in about ${durationWords(must(untouched.forMs, 'how long'))}.`
    : state === 'working'
      ? 'If nobody touches it, it goes on for a while and then waits for somebody.'
      : `If nobody touches it, it waits without an end, until ${inList(until)}.`;
  const missed = untouched.missed.length === 0 ? [] : [`Then these would not come: ${name(untouched.missed)}.`];
  const after =
    lookedAfter.ends && lookedAfter.forMs !== null && (!untouched.ends || lookedAfter.forMs !== untouched.forMs)
      ? [
          'If what is missing is connected and each question is answered as far as it can be, it is over in about ' +
            `${durationWords(lookedAfter.forMs)}.`,
        ]
      : [];
  return [
    mainly(alone),
    ...missed.map(mainly),
    ...after.map(further),
    further(
      `After the restart the model counts 1 to 4 hours for each gigabyte${ids ? ' (C16)' : ''}. How long the parts ` +
        'before it take is told by no source; the model gives them lengths of its own.',
    ),
  ];
}

function stopWords(stop: StuckToTell['stop'], name: (ids: readonly string[]) => string): string[] {
  if (stop === null) return ['It cannot be stopped by hand here.'];
  const isStop = stop.event === 'stop.tapped';
  const how = isStop ? buttonWords(stop.event) : 'Whoever leaves it here';
  if (stop.givenUp.length === 0) return [`${how} gives up nothing that would still come.`];
  const again = isStop ? 'They come only with another restore, after an erase.' : 'They come when it is begun anew.';
  return [`${how} gives up: ${name(stop.givenUp)}. ${again}`];
}

const HELPS = { 'may-help': 'It may help.', 'no-use': 'It is of no use.', 'not-known': 'Not known.' } as const;

function restartWords(
  { helps, says, cites, isPlayed, changes }: StuckToTell['restart'],
  name: (ids: readonly string[]) => string,
  ids: boolean,
): AnswerSentence[] {
  const [main, ...rest] = [
    `${HELPS[helps]} ${says}`,
    ...(isPlayed
      ? [
          changes.length === 0
            ? 'Played from here, it changes the fate of no item.'
            : `Played from here, these end otherwise: ${name(changes)}.`,
        ]
      : []),
    ...cites.map((id) => `${ids ? `${id}: ` : ''}${REFERENCES[id].says}`),
  ] as const;
  return [mainly(main), ...rest.map(further)];
}

/** Whether a restore is stuck, as a person reads it. */
export function stuckAsText(world: World, answer: StuckToTell, { paint, width }: Page): string {
  return [
    ...hangingIndent('', stuckHeadline(answer), width).map(paint.title),
    paint.faint(`After step ${answer.step}, ${formatElapsed(answer.atMs)} after the start.`),
    ...stuckParts(world, answer).flatMap(({ title, says }) => [
      '',
      paint.heading(title),
      ...says.flatMap(({ text }) => hangingIndent('  ', sanitise(text), width)),
    ]),
    '',
  ].join('\n');
}
