import { orNull } from '../../model/optional.ts';
import { GATE_ORDER, type Outcome } from '../../model/fates.ts';
import type { World } from '../../model/world.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { foldLedger, type LedgerRow } from '../../run/ledger.ts';
import type { ScriptEntry } from '../../scenario/scenario.ts';

/** One side of a comparison: a played scenario, or a journal that was written to a file. */
export interface Side {
  readonly name: string;
  /** Unknown for a journal. */
  readonly world: World | null;
  readonly script: readonly ScriptEntry[];
  readonly lines: readonly JournalLine[];
}

/** A condition that differs; `null` where a side does not have it. */
export interface ConditionDifference {
  /** Path into the world, such as `device.passcode` or `backups.nightly.encrypted`. */
  readonly condition: string;
  readonly a: string | null;
  readonly b: string | null;
}

type ComparedEnd = Pick<LedgerRow, 'fate' | 'gate' | 'rule'>;
export interface ItemDifference {
  readonly id: string;
  readonly a: ComparedEnd | null;
  readonly b: ComparedEnd | null;
}

export interface LineDifference {
  readonly a: JournalLine | null;
  readonly b: JournalLine | null;
}

export interface ComparedSides {
  readonly outcomes: { readonly a: Outcome; readonly b: Outcome };
  readonly conditions: readonly ConditionDifference[];
  /** In the order of the gate at which the ends part, then of the items. */
  readonly items: readonly ItemDifference[];
  readonly firstDifference: LineDifference | null;
}

/**
 * What differs between two runs: conditions, ends of items in the first attempt, and the first journal line at which
 * they part.
 */
export function compareSides(a: Side, b: Side): ComparedSides {
  const left = ledgerOf(a);
  const right = ledgerOf(b);
  return {
    outcomes: { a: left.outcome, b: right.outcome },
    conditions:
      a.world && b.world
        ? conditionDifferences({ ...a.world, script: a.script }, { ...b.world, script: b.script })
        : recordedDifferences(a.lines, b.lines),
    items: itemDifferences(left.rows, right.rows),
    firstDifference: firstDifference(a.lines, b.lines),
  };
}

function ledgerOf({ world, lines }: Side) {
  const ids = world ? world.items.map(({ id }) => id) : itemsNamed(lines);
  return foldLedger(
    ids.map((id) => ({ id })),
    firstAttempt(lines),
  );
}

function firstAttempt(lines: readonly JournalLine[]): readonly JournalLine[] {
  const second = lines.findIndex((line) => line.type === 'attempt.began' && line.attempt > 1);
  return second < 0 ? lines : lines.slice(0, second);
}

/** Items in the order in which a journal first names them. */
export const itemsNamed = (lines: readonly JournalLine[]): readonly string[] => [
  ...new Set(
    lines.flatMap((line) =>
      line.type === 'item.judged' ||
      line.type === 'item.arrived' ||
      line.type === 'item.waiting' ||
      line.type === 'sync.withheld'
        ? line.items
        : [],
    ),
  ),
];

/** Leaves of two worlds, scripts included, that differ, by path; parts of lists are named by their id. */
export function conditionDifferences(a: object, b: object): readonly ConditionDifference[] {
  return differencesOf(new Map(leavesOf(a, '')), new Map(leavesOf(b, '')));
}

const differencesOf = (
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): readonly ConditionDifference[] =>
  [...new Set([...a.keys(), ...b.keys()])]
    .map((condition) => ({ condition, a: orNull(a.get(condition)), b: orNull(b.get(condition)) }))
    .filter((difference) => difference.a !== difference.b);

function leavesOf(value: unknown, path: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return value === undefined ? [] : [[path, String(value)]];
  const parts: [string, unknown][] = Array.isArray(value)
    ? value.map((part: unknown, index) => [
        (part as { id?: string } | null)?.id ?? (typeof part === 'object' ? String(index + 1) : String(part)),
        part,
      ])
    : Object.entries(value);
  return parts.flatMap(([name, part]) => leavesOf(part, path === '' ? name : `${path}.${name}`));
}

/** What two journals themselves say of their conditions. */
function recordedDifferences(a: readonly JournalLine[], b: readonly JournalLine[]): readonly ConditionDifference[] {
  return differencesOf(recordedOf(a), recordedOf(b));
}

function recordedOf(lines: readonly JournalLine[]): ReadonlyMap<string, string> {
  const recorded = new Map<string, string>();
  for (const line of lines) {
    if (line.type === 'story.began') {
      for (const key of ['edition', 'route', 'wifi', 'power', 'items', 'world'] as const)
        recorded.set(key, String(line[key]));
    } else if (line.type === 'conditions.compared') {
      for (const { fact, backup, now } of line.differences) recorded.set(fact, `${backup} → ${now}`);
    } else if (line.type === 'attempt.began') {
      for (const [path, value] of Object.entries(line.changes)) recorded.set(`attempt ${line.attempt}: ${path}`, value);
    }
  }
  return recorded;
}

const endOf = (row: LedgerRow | undefined): ComparedEnd | null =>
  row ? { fate: row.fate, gate: row.gate, rule: row.rule } : null;
const sameEnd = (a: ComparedEnd | null, b: ComparedEnd | null): boolean =>
  a !== null && b !== null && a.fate === b.fate && a.gate === b.gate && a.rule === b.rule;

function itemDifferences(a: readonly LedgerRow[], b: readonly LedgerRow[]): readonly ItemDifference[] {
  const left = new Map(a.map((row) => [row.id, row]));
  const right = new Map(b.map((row) => [row.id, row]));
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((id) => ({ id, a: endOf(left.get(id)), b: endOf(right.get(id)) }))
    .filter((difference) => !sameEnd(difference.a, difference.b))
    .map((difference) => ({ difference, gate: partingGate(difference) }))
    .toSorted((x, y) => x.gate - y.gate)
    .map(({ difference }) => difference);
}

/** The place in the order of gates at which the two ways part: the earlier of the two ends. */
export const partingGate = ({ a, b }: ItemDifference): number =>
  Math.min(...[a, b].map((end) => (end?.gate ? GATE_ORDER.indexOf(end.gate) : GATE_ORDER.length)));

/**
 * The first lines that differ in what they say. What is settled follows from what happened, and is the first to
 * differ only where nothing else does.
 */
export function firstDifference(a: readonly JournalLine[], b: readonly JournalLine[]): LineDifference | null {
  return firstOf(a.filter(happens), b.filter(happens)) ?? firstOf(a, b);
}

const happens = ({ type }: JournalLine): boolean => type !== 'situation.changed';

function firstOf(a: readonly JournalLine[], b: readonly JournalLine[]): LineDifference | null {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const left = a[index];
    const right = b[index];
    if (!left || !right || sayingOf(left) !== sayingOf(right)) return { a: orNull(left), b: orNull(right) };
  }
  return null;
}

/** Without its place, and without what conditions it begins under: those are compared for themselves. */
function sayingOf({ n: _place, ...line }: JournalLine): string {
  if (line.type !== 'story.began') return JSON.stringify(line);
  const { edition, route, items } = line;
  return JSON.stringify({ edition, route, items });
}
