import { must } from '../model/must.ts';
import type { Item } from '../model/world.ts';
import { type CaseFile, categoryOf } from '../rulebook/case/case-file.ts';
import { goesWithProfile } from '../rulebook/case/enrolment.ts';
import { keptByItsApp } from '../rulebook/case/kept-by-its-app.ts';
import { goesWithItsApp, hangingApp } from '../rulebook/case/on-the-device.ts';
import { isPerhaps, type Lacking, perhapsLacking } from '../rulebook/case/situation.ts';
import { ROOT_PATH } from './actor-paths.ts';
import type { JournalLine } from './journal-line.ts';
import { Ledger, type LedgerRow } from './ledger.ts';

interface PartsNews {
  readonly lacking: Lacking;
  /** The items of which there is something new to say. */
  readonly anew: readonly string[];
}

/** Whether an item could be of no use for what is, or is not, beside it: of others nothing of that kind is asked. */
export const mayLack = (file: CaseFile, item: Item): boolean =>
  item.needs.length > 0 || item.start === 'hangs' || hangingApp(file, item) !== undefined;

/** What the machines have to know of the device that only the journal knows: which parts are on it, and work. */
export class Parts {
  readonly #items: readonly Item[];
  readonly #needing: readonly Item[];
  /** Data of an app that hangs over them, by the id of the app. */
  readonly #hanging: ReadonlyMap<string, string>;
  readonly #rows: readonly LedgerRow[] | undefined;
  #known: { readonly ledger: Ledger; readonly categories: ReadonlyMap<string, string> } | undefined;
  #lacking: Lacking = {};
  #read = 0;

  /** `rows`: what the journal came to before its first line here. */
  constructor(file: CaseFile, rows?: readonly LedgerRow[]) {
    const { world } = file;
    this.#items = world.items;
    this.#rows = rows;
    this.#needing = world.items.filter((item) => mayLack(file, item));
    this.#hanging = new Map(
      world.items.flatMap((item) => {
        const app = hangingApp(file, item);
        return app ? [[item.id, app.id] as const] : [];
      }),
    );
  }

  /** Most stories ask nothing of this, and need not pay for a ledger of their own. */
  get #asked(): { readonly ledger: Ledger; readonly categories: ReadonlyMap<string, string> } {
    this.#known ??= {
      ledger: new Ledger(this.#items, this.#rows),
      categories: new Map(this.#items.map(({ id, category }) => [id, category])),
    };
    return this.#known;
  }

  /** What is lacking after some more lines, where that is something new. */
  news(lines: readonly JournalLine[]): PartsNews | undefined {
    if (this.#needing.length === 0) return undefined;
    this.#readOn(lines);
    const before = this.#lacking;
    this.#lacking = this.#lackingNow();
    const differs = ({ id }: Item): boolean => before[id]?.join() !== this.#lacking[id]?.join();
    // What is of no use stays so, also when the restore has said something else of its copy on the device since.
    const isForgotten = ({ id }: Item): boolean =>
      this.#lacking[id]?.some(isSure) === true && this.#row(id).fate !== 'of-no-use';
    const anew = this.#needing.filter((item) => differs(item) || isForgotten(item)).map(({ id }) => id);
    return anew.length > 0 ? { lacking: this.#lacking, anew } : undefined;
  }

  /** Items of an app that are on the device, or that the restore brought and that are held aside there. */
  ofApp(app: string, lines: readonly JournalLine[], items: readonly Item[]): readonly string[] {
    this.#readOn(lines);
    return items
      .filter((item) => goesWithItsApp(item) && item.app === app && isThere(this.#row(item.id), item))
      .map(({ id }) => id);
  }

  /** What an app made anew, or brought by a way of its own, fits what that app has: it needs no part of before. */
  #hasItAnew(id: string, need: string): boolean {
    return this.#row(id).from === 'app' && this.#asked.categories.get(need) !== 'app';
  }

  /** Nobody knows whether it is there, or whether it works. */
  #mayBeMissing(need: string, lacking: Lacking): boolean {
    return fateOf(this.#row(need)) === 'unknown' || lacking[need]?.every(isPerhaps) === true;
  }

  /** What an app that hangs would have to be without, and for what it holds the app itself. */
  #hangsOver(id: string): readonly string[] {
    const app = this.#hanging.get(id);
    const isRestored = (data: string): boolean => {
      const { onPhone, from } = this.#row(data);
      return onPhone && from === 'backup';
    };
    if (app !== undefined) return isRestored(id) && this.#row(app).onPhone ? [app] : [];
    return [...this.#hanging].filter(([data, its]) => its === id && isRestored(data)).map(([data]) => data);
  }

  /** Apps on the device, and what they hold, that leave it together with its management. */
  ofManagement(items: readonly Item[], lines: readonly JournalLine[]): readonly string[] {
    this.#readOn(lines);
    return items.filter((item) => goesWithProfile(item) && isThere(this.#row(item.id), item)).map(({ id }) => id);
  }

  /** What is on the device and may lie in iCloud too, or leaves with the account in another way. */
  ofAccount(items: readonly Item[], lines: readonly JournalLine[]): readonly string[] {
    this.#readOn(lines);
    return items.filter((item) => belongsToAccount(item) && this.#row(item.id).onPhone).map(({ id }) => id);
  }

  #row(id: string): LedgerRow {
    return must(this.#asked.ledger.row(id), `the row of ${id}`);
  }

  #readOn(lines: readonly JournalLine[]): void {
    for (const line of lines.slice(this.#read)) this.#asked.ledger.apply(line);
    this.#read = lines.length;
  }

  /** A part that is of no use itself helps nobody, so the answer is worked out until it stands still. */
  #lackingNow(): Lacking {
    let lacking: Record<string, readonly string[]> = {};
    for (let round = 0; round <= this.#needing.length; round += 1) {
      const next: Record<string, readonly string[]> = {};
      for (const { id, needs } of this.#needing) {
        if (!this.#row(id).onPhone) continue;
        const missing = needs.filter(
          (need) => (isMissing(this.#row(need)) || lacking[need]?.some(isSure) === true) && !this.#hasItAnew(id, need),
        );
        const perhaps = needs.filter((need) => this.#mayBeMissing(need, lacking) && !this.#hasItAnew(id, need));
        const lacks = [...missing, ...this.#hangsOver(id), ...perhaps.map(perhapsLacking)];
        if (lacks.length > 0) next[id] = lacks;
      }
      const isStill = JSON.stringify(next) === JSON.stringify(lacking);
      lacking = next;
      if (isStill) break;
    }
    return lacking;
  }
}

/** What the machines knew of it when they said a line: they are told at the end of a step, and only what is new. */
export function lackingKnown(file: CaseFile, lines: readonly JournalLine[], place: number): Lacking {
  const until = lines.slice(0, place + 1);
  const told = until.findLastIndex(
    (line) => line.type === 'transition' && line.event === 'parts.changed' && line.actor === ROOT_PATH,
  );
  const began = until.findLastIndex(({ type }) => type === 'attempt.began');
  return told > began ? (new Parts(file).news(lines.slice(0, told))?.lacking ?? {}) : {};
}

const belongsToAccount = (item: Item): boolean =>
  categoryOf(item).service !== undefined || item.category === 'payment-cards';

const isSure = (need: string): boolean => !isPerhaps(need);

/** What is still on the way may come yet, and of what is not known nobody says that it is missing. */
const isMissing = (row: LedgerRow): boolean => {
  const fate = fateOf(row);
  return !row.onPhone && fate !== null && fate !== 'unknown';
};

/** That of the copy that was to come, where the phone has said more since. */
const fateOf = ({ under, fate }: LedgerRow): LedgerRow['fate'] => under?.fate ?? fate;

/** On the device, or held aside there. */
const isThere = ({ onPhone, fate, gate }: LedgerRow, item: Item): boolean =>
  onPhone || (fate === 'pending' && gate === 'download' && !keptByItsApp(item));
