import type { Item } from '../model/world.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import { goesWithProfile } from '../rulebook/case/enrolment.ts';
import { goesWithItsApp } from '../rulebook/case/on-the-device.ts';
import type { Lacking } from '../rulebook/case/situation.ts';
import type { JournalLine } from './journal-line.ts';
import { Ledger, type LedgerRow } from './ledger.ts';
import type { PossibleEvent } from './possible-events.ts';

interface PartsNews {
  readonly lacking: Lacking;
  /** The items of which there is something new to say. */
  readonly anew: readonly string[];
}

/** What the machines have to know of the device that only the journal knows: which parts are on it, and work. */
export class Parts {
  readonly #ledger: Ledger;
  readonly #items: readonly Item[];
  readonly #needing: readonly Item[];
  readonly #categories: ReadonlyMap<string, string>;
  #lacking: Lacking = {};
  #read = 0;

  constructor({ world }: CaseFile) {
    this.#ledger = new Ledger(world.items);
    this.#categories = new Map(world.items.map(({ id, category }) => [id, category]));
    this.#items = world.items;
    this.#needing = world.items.filter(needsParts);
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
      this.#lacking[id] !== undefined && this.#ledger.row(id)?.fate !== 'of-no-use';
    const anew = this.#needing.filter((item) => differs(item) || isForgotten(item)).map(({ id }) => id);
    return anew.length > 0 ? { lacking: this.#lacking, anew } : undefined;
  }

  /** What an event needs of the journal beside what the person says with it. */
  toldWith(event: PossibleEvent, lines: readonly JournalLine[]): { readonly there?: readonly string[] } {
    switch (event.type) {
      case 'app.deleted':
        return { there: this.#there(lines, (item) => goesWithItsApp(item) && item.app === event.app) };
      case 'profile.removed':
      case 'management.retired':
        return { there: this.#there(lines, goesWithProfile) };
      default:
        return {};
    }
  }

  /** Items that are on the device, or that the restore brought and that are held aside there. */
  #there(lines: readonly JournalLine[], goes: (item: Item) => boolean): readonly string[] {
    this.#readOn(lines);
    return this.#items.filter((item) => goes(item) && isThere(this.#ledger.row(item.id), item)).map(({ id }) => id);
  }

  /** What an app made anew, or brought by a way of its own, fits what that app has: it needs no part of before. */
  #hasItAnew(id: string, need: string): boolean {
    return this.#ledger.row(id)?.from === 'app' && this.#categories.get(need) !== 'app';
  }

  #readOn(lines: readonly JournalLine[]): void {
    for (; this.#read < lines.length; this.#read += 1) {
      const line = lines[this.#read];
      if (line) this.#ledger.apply(line);
    }
  }

  /** A part that is of no use itself helps nobody, so the answer is worked out until it stands still. */
  #lackingNow(): Lacking {
    let lacking: Record<string, readonly string[]> = {};
    for (let round = 0; round <= this.#needing.length; round += 1) {
      const next: Record<string, readonly string[]> = {};
      for (const { id, needs } of this.#needing) {
        if (!this.#ledger.row(id)?.onPhone) continue;
        const missing = needs.filter(
          (need) => (isMissing(this.#ledger.row(need)) || lacking[need] !== undefined) && !this.#hasItAnew(id, need),
        );
        if (missing.length > 0) next[id] = missing;
      }
      const isStill = JSON.stringify(next) === JSON.stringify(lacking);
      lacking = next;
      if (isStill) break;
    }
    return lacking;
  }
}

export const needsParts = ({ needs }: Item): boolean => needs.length > 0;

/** What is still on the way may come yet. */
const isMissing = (row: LedgerRow | undefined): boolean =>
  row !== undefined && !row.onPhone && (row.under?.fate ?? row.fate) !== null;

const isThere = (row: LedgerRow | undefined, { policy }: Item): boolean =>
  row !== undefined && (row.onPhone || (row.fate === 'pending' && row.gate === 'download' && isKept(policy)));

/** What a server or a cloud of its own keeps is not held aside on the device. */
const isKept = (policy: Item['policy']): boolean => policy !== 'server' && policy !== 'own-cloud';
