import { askOn } from '../rulebook/facts/ask-on.ts';
import { fateOn, GATES } from '../model/fates.ts';
import { andSize, formatCount } from '../model/bytes.ts';
import { addToGroup } from '../model/groups.ts';
import { must } from '../model/must.ts';
import { formatElapsed } from '../model/time.ts';
import type { Beat, Chapter, ItemFlow } from './chapters.ts';
import type { ItemView } from './item-view.ts';
import { hangingIndent, sanitise } from './layout.ts';
import { FATE_SIGNS, type Paint } from './paint.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { ruleOf, sourceInWords, sourcesOf } from './sources.ts';

/** What a story is laid out with. */
export interface Page {
  readonly paint: Paint;
  readonly width: number;
}

/** Titles that are written out for one rule; the others are counted. */
const MAX_TITLES = 8;

const MARKS: Readonly<
  Record<Beat['kind'], { readonly mark: string; readonly lead: string; readonly paint: keyof Paint }>
> = {
  screen: { mark: '▢', lead: 'On the screen: ', paint: 'faint' },
  computer: { mark: '▭', lead: 'On the computer: ', paint: 'faint' },
  person: { mark: '›', lead: '', paint: 'title' },
  surroundings: { mark: '~', lead: '', paint: 'warm' },
  alert: { mark: '!', lead: 'Alert: ', paint: 'warm' },
  prompt: { mark: '?', lead: 'The phone asks: ', paint: 'warm' },
  'prompt-of-computer': { mark: '?', lead: 'The computer asks: ', paint: 'warm' },
  refused: { mark: '×', lead: '', paint: 'warm' },
  course: { mark: '·', lead: '', paint: 'faint' },
  end: { mark: '■', lead: '', paint: 'title' },
};

/** No gate's question fits what a restore that ended early leaves undone. */
const EARLY_END = { title: 'At the end', asks: 'What becomes of what had not been decided?' };

/** One chapter: the gate as its heading, what happened, what comes through, what stops and why. */
export function chapterAsText(chapter: Chapter, views: ReadonlyMap<string, ItemView>, page: Page): string[] {
  const { title, asks } = chapter.closes ? EARLY_END : GATES[chapter.gate];
  const clockWidth = Math.max(8, ...chapter.beats.map(({ atMs }) => formatElapsed(atMs).length));
  const order = { arrives: 0, waits: 1, stops: 2, withheld: 3 } as const;
  return [
    '',
    `${page.paint.heading(title.toUpperCase())}  ${page.paint.faint(asks)}`,
    ...(chapter.gate === 'sync'
      ? hangingIndent('', 'On its own timeline, beside the restore and never a part of it.', page.width).map(
          page.paint.faint,
        )
      : []),
    '',
    ...chapter.beats.flatMap((beat, index) => beatAsText(beat, chapter.beats[index - 1], clockWidth, page)),
    ...toldOnce(chapter.flows)
      .flatMap((flow) => byEnd(flow, views))
      .toSorted((a, b) => Number(b.isOver) - Number(a.isOver) || order[a.flow.kind] - order[b.flow.kind])
      .flatMap(({ flow, isOver }) => ['', ...flowAsText(flow, views, page, isOver)]),
  ];
}

/** Why a copy does not come is told once: what the same rule has ended is not withheld as well. */
function toldOnce(flows: readonly ItemFlow[]): readonly ItemFlow[] {
  return flows.flatMap((flow): ItemFlow[] => {
    if (flow.kind !== 'withheld') return [flow];
    const ended = new Set(
      flows.filter(({ kind, rule }) => kind === 'stops' && rule === flow.rule).flatMap(({ items }) => items),
    );
    const items = flow.items.filter((id) => !ended.has(id));
    return items.length === 0 ? [] : [{ ...flow, items }];
  });
}

/** What waited at first, and then came or came to another end, stands apart from what waits still. */
function byEnd(flow: ItemFlow, views: ReadonlyMap<string, ItemView>): { flow: ItemFlow; isOver: boolean }[] {
  if (flow.kind !== 'waits' && flow.kind !== 'withheld') return [{ flow, isOver: false }];
  const stillHolds = (id: string): boolean => {
    const { fate, rule, row } = must(views.get(id), id);
    return flow.kind === 'waits' ? fate === 'pending' && rule === flow.rule : row.syncWithheld === flow.rule;
  };
  return [
    { flow: { ...flow, items: flow.items.filter((id) => !stillHolds(id)) }, isOver: true },
    { flow: { ...flow, items: flow.items.filter(stillHolds) }, isOver: false },
  ].filter((part) => part.flow.items.length > 0);
}

function beatAsText(beat: Beat, before: Beat | undefined, clockWidth: number, { paint, width }: Page): string[] {
  const clock = formatElapsed(beat.atMs).padStart(clockWidth);
  const time = before !== undefined && before.atMs === beat.atMs ? ' '.repeat(clock.length) : paint.faint(clock);
  const { mark, lead, paint: colour } = MARKS[beat.kind];
  const [first, ...rest] = hangingIndent(`${' '.repeat(clock.length + 4)}`, lead + sanitise(beat.text), width);
  return [
    `${time}  ${paint[colour](mark)} ${first.trimStart()}`,
    ...rest,
    ...beat.details.flatMap((detail) => hangingIndent(`${' '.repeat(clock.length + 6)}– `, sanitise(detail), width)),
  ];
}

const FLOW_WORDS: Readonly<Record<ItemFlow['kind'], string>> = {
  arrives: '',
  waits: '',
  stops: '',
  withheld: 'the other copy does not come',
};

function flowAsText(
  flow: ItemFlow,
  views: ReadonlyMap<string, ItemView>,
  { paint, width }: Page,
  isOver: boolean,
): string[] {
  const items = flow.items.map((id) => must(views.get(id), id));
  const { sign, paint: colour } = FATE_SIGNS[flow.fate];
  const rule = ruleOf(flow.rule);
  const { route } = must(items[0], 'an item of a flow');
  const words = `${FLOW_WORDS[flow.kind] || fateOn(route, flow.fate).word}${isOver ? ', at first' : ''}`;
  const lines = [
    `  ${paint[colour](`${sign} ${words}`)}  ${paint.faint(amountOf(items))}${paint.faint(spanOf(flow))}`,
    ...hangingIndent('    ', titlesOf(items), width),
  ];
  const field = (name: string, text: string): string[] =>
    hangingIndent(`    ${paint.faint(name.padEnd(8))} `, text, width);
  if (flow.kind === 'arrives')
    return rule && (flow.fate === 'synced' || flow.fate === 'restored')
      ? [...lines, ...field('Why', rule.says), ...closedCopies(items, field)]
      : lines;
  if (!rule) return lines;
  const [source] = sourcesOf(rule);
  return [
    ...lines,
    ...(flow.missing === null
      ? field('Why', rule.says)
      : [...field('Open', `Not known. The rule would say: ${rule.says}`), ...field('Ask', askOn(route, flow.missing))]),
    ...field('Rule', `${must(flow.rule, 'the rule of a flow')}${source ? `, by ${sourceInWords(source)}` : ''}`),
    ...[...flow.also].flatMap(([id, ids]) =>
      field(
        'Also',
        `${id} would stop ` +
          `${ids.length === flow.items.length ? 'it' : titlesOf(ids.map((item) => must(views.get(item), item)))} ` +
          'too',
      ),
    ),
    ...(flow.kind === 'withheld' || flow.missing !== null || isOver
      ? []
      : [...saidOf(flow, rule.customer, items)].flatMap(([says, whom]) =>
          field('Say', `“${says}”${whom.length === items.length ? '' : ` (${titlesOf(whom)})`}`),
        )),
  ];
}

/** A sentence that sends on to a copy in iCloud is not said of what has none there: why that one does not come is. */
function saidOf(flow: ItemFlow, customer: string, items: readonly ItemView[]): ReadonlyMap<string, ItemView[]> {
  const said = new Map<string, ItemView[]>();
  for (const view of items) {
    const decided = view.row.rule === flow.rule && view.fate === flow.fate;
    addToGroup(said, decided ? view.customer : customer, [view]);
  }
  return said;
}

/** A copy that the restore shut out stays shut out; what arrived is another one. */
function closedCopies(items: readonly ItemView[], field: (name: string, text: string) => string[]): string[] {
  const excluded = items.filter(({ row }) => row.backupCopy?.outcome === 'excluded');
  const [first] = excluded;
  return first === undefined
    ? []
    : field('Note', `${SOURCE_WORDS[first.route].shutOut} (${titlesOf(excluded)}). This is iCloud’s own copy.`);
}

export function amountOf(items: readonly Pick<ItemView, 'bytes'>[]): string {
  const bytes = items.reduce((sum, item) => sum + item.bytes, 0);
  return `${formatCount(items.length)} ${items.length === 1 ? 'item' : 'items'}${andSize(bytes)}`;
}

const spanOf = ({ fromMs, untilMs }: ItemFlow): string =>
  ` · ${fromMs === untilMs ? formatElapsed(fromMs) : `${formatElapsed(fromMs)} to ${formatElapsed(untilMs)}`}`;

export function titlesOf(items: readonly Pick<ItemView, 'title'>[], most = MAX_TITLES): string {
  const titles = items.slice(0, most).map(({ title }) => sanitise(title).slice(0, 200));
  const more = items.length - titles.length;
  return `${titles.join(' · ')}${more > 0 ? ` · and ${formatCount(more)} more` : ''}`;
}
