import { fateOn, GATE_ORDER, GATES, OUTCOMES, type Outcome } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';
import { must } from '../model/must.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { linesOfAttempt } from '../run/attempts-of.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { routeTaken } from '../run/route-taken.ts';
import { hangingIndent, table, sanitise } from './layout.ts';
import { lineWords } from './words.ts';
import { FATE_SIGNS } from './paint.ts';
import type { Page } from './story-text.ts';

type EndInWords = Pick<LedgerRow, 'fate' | 'gate' | 'rule'>;

/** A comparison as its text needs it. */
export interface Compared {
  readonly outcomes: { readonly a: Outcome; readonly b: Outcome };
  readonly conditions: readonly { readonly condition: string; readonly a: string | null; readonly b: string | null }[];
  readonly items: readonly { readonly id: string; readonly a: EndInWords | null; readonly b: EndInWords | null }[];
  readonly firstDifference: { readonly a: JournalLine | null; readonly b: JournalLine | null } | null;
}

interface ComparedSide {
  readonly name: string;
  readonly lines: readonly JournalLine[];
}

const MAX_ROWS = 200;

/** What differs between two runs, side by side. */
export function compareAsText(
  sides: { readonly a: ComparedSide; readonly b: ComparedSide },
  { outcomes, conditions, items, firstDifference }: Compared,
  page: Page,
): string {
  const { paint, width } = page;
  const heading = (text: string): string[] => ['', paint.heading(text), ''];
  return [
    `A  ${sanitise(sides.a.name)}: ${OUTCOMES[outcomes.a].word}`,
    `B  ${sanitise(sides.b.name)}: ${OUTCOMES[outcomes.b].word}`,
    ...heading('Conditions that differ'),
    ...(conditions.length === 0
      ? ['None. Equal conditions give equal results.']
      : table(
          [
            { title: 'Condition', gives: true },
            { title: 'A', gives: true },
            { title: 'B', gives: true },
          ],
          conditions
            .slice(0, MAX_ROWS)
            .map(({ condition, a, b }) => [condition, ...[a, b].map((value) => value ?? '–')].map(sanitise)),
          width,
        )),
    ...more(conditions.length),
    ...heading('Items that end elsewhere'),
    ...(items.length === 0 ? ['None.'] : itemRows(items.slice(0, MAX_ROWS), sides, width)),
    ...more(items.length),
    ...heading('First line of the journal that differs'),
    ...(firstDifference === null
      ? ['None: the journals are the same from beginning to end.']
      : [
          ...hangingIndent('A  ', lineOrEnd(firstDifference.a), width),
          ...hangingIndent('B  ', lineOrEnd(firstDifference.b), width),
        ]),
    '',
  ].join('\n');
}

const more = (length: number): string[] =>
  length > MAX_ROWS ? [`… and ${length - MAX_ROWS} more; --json has all.`] : [];
const lineOrEnd = (line: JournalLine | null): string =>
  line === null ? 'has ended by then' : sanitise(lineWords(line));

/** The rows under the gate at which the two ways part. */
function itemRows(
  items: Compared['items'],
  sides: { readonly a: ComparedSide; readonly b: ComparedSide },
  width: number,
): string[] {
  const routes = { a: routeOfFirst(sides.a), b: routeOfFirst(sides.b) };
  const rows = items.map(({ id, a, b }) => [partsAt(a, b), sanitise(id), endWords(a, routes.a), endWords(b, routes.b)]);
  return table(
    [{ title: 'Part at' }, { title: 'Item', gives: true }, { title: 'A', gives: true }, { title: 'B', gives: true }],
    rows,
    width,
  );
}

/** The ends that are compared are those of the first attempt. */
function routeOfFirst({ lines }: ComparedSide): Route {
  const { route } = must(
    lines.find((line) => line.type === 'story.began'),
    'the beginning of a journal',
  );
  return routeTaken({ route: route as Route }, linesOfAttempt(lines, 1));
}

function partsAt(a: EndInWords | null, b: EndInWords | null): string {
  const places = [a, b].flatMap((end) => (end?.gate ? [GATE_ORDER.indexOf(end.gate)] : []));
  const gate = GATE_ORDER[Math.min(...places)];
  return gate ? GATES[gate].title : '–';
}

function endWords(end: EndInWords | null, route: Route): string {
  if (end === null) return 'not among the items';
  if (end.fate === null) return 'still on the way';
  return `${FATE_SIGNS[end.fate].sign} ${fateOn(route, end.fate).word}${end.rule === null ? '' : ` (${end.rule})`}`;
}
