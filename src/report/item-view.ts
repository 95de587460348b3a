import { orNull } from '../model/optional.ts';
import type { Fate, Form, Gate } from '../model/fates.ts';
import { FATES, fateOn } from '../model/fates.ts';
import type { Item } from '../model/world.ts';
import type { Route } from '../model/kinds.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';
import { keptByItsApp } from '../rulebook/case/kept-by-its-app.ts';
import { type LedgerRow, ruleSpokenOf } from '../run/ledger.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { type Elsewhere, handLeft } from '../rulebook/tables/elsewhere.ts';
import type { MendId } from '../rulebook/tables/mends.ts';
import { type CitedSource, ruleOf, sourcesOf } from './sources.ts';
import { askOn } from '../rulebook/facts/ask-on.ts';

/** One item as a report shows it: the row of the ledger with its words. */
export interface ItemView {
  readonly id: string;
  readonly title: string;
  readonly category: string;
  readonly categoryTitle: string;
  readonly form: Form;
  readonly count: number;
  readonly bytes: number;
  /** `null`: still on the way. */
  readonly fate: Fate | null;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** One sentence for the trainee. */
  readonly because: string;
  /** One kind sentence for the customer. */
  readonly customer: string;
  readonly sources: readonly CitedSource[];
  readonly alsoStoppedBy: readonly string[];
  /** The question that would settle an unknown fate. */
  readonly ask: string | null;
  /** What mends it where it is there and of no use. */
  readonly mend: MendId | null;
  readonly row: LedgerRow;
  /** The way by which the restore went. */
  readonly route: Route;
  /** A server or a cloud of the app's own keeps it, not the backup. */
  readonly keptByItsApp: boolean;
  /** Who brings it again without any restore. */
  readonly hand: Elsewhere | undefined;
}

const ON_THE_WAY = { says: 'Nothing has been decided about it yet.', customer: 'This is still on its way.' };

export function itemViews(items: readonly Item[], rows: readonly LedgerRow[], route: Route): readonly ItemView[] {
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return items.flatMap((item) => {
    const row = rowOf.get(item.id);
    return row ? [viewOf(item, row, route)] : [];
  });
}

function viewOf(item: Item, row: LedgerRow, route: Route): ItemView {
  const rule = ruleOf(row.rule);
  const { title: categoryTitle, form } = categoryOf(item);
  const plain =
    row.fate === null
      ? ON_THE_WAY
      : row.fate === 'restored'
        ? SOURCE_WORDS[route].came
        : { says: fateOn(route, row.fate).means, customer: fateOn(route, row.fate).means };
  const ask = row.missing === null ? null : askOn(route, row.missing);
  return {
    id: item.id,
    title: item.title,
    category: item.category,
    categoryTitle,
    form,
    count: item.count,
    bytes: item.bytes,
    fate: row.fate,
    gate: row.gate,
    rule: row.rule,
    because: ask === null ? (rule?.says ?? plain.says) : `Not known. If it applies: ${rule?.says ?? plain.says}`,
    customer: ask === null ? (ruleOf(ruleSpokenOf(row))?.customer ?? plain.customer) : ask,
    sources: sourcesOf(rule),
    alsoStoppedBy: row.also.filter(wouldStop),
    ask,
    mend: row.fate === 'of-no-use' ? orNull(rule?.mends) : null,
    row,
    route,
    keptByItsApp: keptByItsApp(item),
    hand: handLeft(item, row.fate),
  };
}

/** What is on the device and does not work there: “on the phone” never reads as “works”. */
export const ofNoUse = (views: readonly ItemView[]): readonly ItemView[] =>
  views.filter((view) => view.fate !== 'unknown' && isThere(view) && !works(view));

/** Rules of arrival stand behind others too; they would not keep an item away. */
export function wouldStop(id: string): boolean {
  const outcome = ruleOf(id)?.outcome;
  return outcome === undefined || !FATES[outcome].arrives;
}

export const works = ({ fate }: Pick<ItemView, 'fate'>): boolean => fate !== null && FATES[fate].works;
/** On the phone, also where nobody knows whether it works. */
export const isThere = ({ fate, row }: Pick<ItemView, 'fate' | 'row'>): boolean =>
  fate !== null && (FATES[fate].arrives || (fate === 'unknown' && row.onPhone));
export const isClosed = ({ fate }: Pick<ItemView, 'fate'>): boolean =>
  fate !== null && FATES[fate].closed && !FATES[fate].arrives;
