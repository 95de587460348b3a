import { orNull } from '../../model/optional.ts';
import { Observable } from '../state/observable.ts';
import { type DamagedCase, type KeptCase, readKept, writeKept } from './kept-case.ts';

/** What a browser keeps for a page: as much of it as is needed here. */
export interface BrowserStore {
  readonly length: number;
  readonly key: (index: number) => string | null;
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
  readonly removeItem: (key: string) => void;
}

export interface MyCasesSnapshot {
  /** The newest first. */
  readonly cases: readonly KeptCase[];
  readonly damaged: readonly DamagedCase[];
  /** The one that was deleted last, until something else is done. */
  readonly deleted: KeptCase | null;
  /** Why nothing can be kept, or why the last wish could not be fulfilled. */
  readonly trouble: string | null;
}

/** What is kept of a case. */
export type ToKeep = Pick<KeptCase, 'title' | 'text' | 'draft'>;

/** What came of keeping a case: `exists` asks first, nothing was written. */
export type Kept = { readonly kept: KeptCase } | { readonly exists: KeptCase } | { readonly failed: string };

const PREFIX = 'restore-sim.case.';
const DRAFT = 'restore-sim.draft';
const MAX_CASES = 300;

export const STAYS_HERE = 'They stay in this browser, on this computer. Nothing is sent anywhere.';
const CLOSED = 'This browser lets the page keep nothing. Save the case as a file instead.';
const FULL = 'There is no room left in this browser. Delete a case, or save this one as a file.';

/** Cases of one’s own, kept in this browser; each in an entry of its own, so that a damaged one harms no other. */
export class MyCases extends Observable<MyCasesSnapshot> {
  readonly #shelf: BrowserStore | null;
  readonly #now: () => number;

  /** `null`: the browser lets the page keep nothing. */
  constructor(shelf: BrowserStore | null, now: () => number = Date.now) {
    super({ ...readAll(shelf), deleted: null, trouble: shelf ? null : CLOSED });
    this.#shelf = shelf;
    this.#now = now;
  }

  /** Reads anew what is kept: another window of the page may have changed it. */
  refresh(): void {
    this.set(readAll(this.#shelf));
  }

  /**
   * Keeps a case under a title. `over`: the case that it takes the place of, as it was read here; where another window
   * has changed that one meanwhile, or another case has the title, nothing is written and the answer says which.
   */
  keep({ title, text, draft }: ToKeep, over: KeptCase | null = null): Kept {
    this.refresh();
    const { cases } = this.getSnapshot();
    const before = over && cases.find(({ id }) => id === over.id);
    if (before && over && before.text !== over.text) return { exists: before };
    const namesake = cases.find((other) => other.title === title && other.id !== over?.id);
    if (namesake) return { exists: namesake };
    if (!before && cases.length >= MAX_CASES)
      return this.#fail(`There are ${MAX_CASES} cases here already. Delete one first.`);
    return this.#write({ id: over?.id ?? this.#freeId(), title, at: this.#now(), text, draft });
  }

  /** `false`: another case has this title. */
  rename(id: string, title: string): boolean {
    this.refresh();
    const { cases } = this.getSnapshot();
    const found = cases.find((known) => known.id === id);
    if (!found || title.trim() === '' || cases.some((other) => other.title === title && other.id !== id)) return false;
    return 'kept' in this.#write({ ...found, title });
  }

  delete(id: string): void {
    const deleted = orNull(this.getSnapshot().cases.find((known) => known.id === id));
    this.#remove(id);
    this.set({ ...readAll(this.#shelf), deleted, trouble: null });
  }

  /** Puts the case back that was deleted last. */
  undo(): void {
    const { deleted } = this.getSnapshot();
    if (deleted) this.#write(deleted);
  }

  forgetDeleted(): void {
    if (this.getSnapshot().deleted) this.set({ deleted: null });
  }

  /** What is being asked just now, kept without a title, so that a closed window loses nothing. */
  get draft(): KeptCase | null {
    const raw = this.#read(DRAFT);
    const read = raw === null ? null : readKept(DRAFT, raw);
    return read && 'kept' in read ? read.kept : null;
  }

  keepDraft(draft: ToKeep & { readonly done: boolean }): void {
    this.#put(DRAFT, writeKept({ ...draft, at: this.#now() }));
  }

  dropDraft(): void {
    this.#remove(DRAFT);
  }

  #write(kept: KeptCase): Kept {
    const failed = this.#put(PREFIX + kept.id, writeKept(kept));
    if (failed !== null) return this.#fail(failed);
    this.set({ ...readAll(this.#shelf), deleted: null, trouble: null });
    return { kept };
  }

  #fail(trouble: string): Kept {
    this.set({ trouble });
    return { failed: trouble };
  }

  /** Why it could not be written, or `null`. */
  #put(key: string, value: string): string | null {
    if (!this.#shelf) return CLOSED;
    try {
      this.#shelf.setItem(key, value);
      return null;
    } catch {
      return FULL;
    }
  }

  #read(key: string): string | null {
    try {
      return this.#shelf ? this.#shelf.getItem(key) : null;
    } catch {
      return null;
    }
  }

  #remove(key: string): void {
    // The draft has a key of its own.
    this.#shelf?.removeItem(key === DRAFT ? key : PREFIX + key);
  }

  #freeId(): string {
    const { cases, damaged } = this.getSnapshot();
    const taken = new Set([...cases, ...damaged].map(({ id }) => id));
    let n = 1;
    while (taken.has(String(n))) n += 1;
    return String(n);
  }
}

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

function readAll(shelf: BrowserStore | null): Pick<MyCasesSnapshot, 'cases' | 'damaged'> {
  const cases: KeptCase[] = [];
  const damaged: DamagedCase[] = [];
  const many = shelf === null ? 0 : shelf.length;
  for (let index = 0; index < many; index += 1) {
    const key = shelf && shelf.key(index);
    const raw = shelf && key?.startsWith(PREFIX) ? shelf.getItem(key) : null;
    if (key === null || raw === null) continue;
    const read = readKept(key.slice(PREFIX.length), raw);
    if ('kept' in read) cases.push(read.kept);
    else damaged.push(read.damaged);
  }
  return { cases: cases.toSorted((a, b) => b.at - a.at || byId(a, b)), damaged: damaged.toSorted(byId) };
}

let shared: MyCases | undefined;

/** The one of this page. */
export function myCases(): MyCases {
  if (shared) return shared;
  const cases = new MyCases(shelfOf(() => localStorage));
  // Told only by other windows of the page.
  addEventListener('storage', () => cases.refresh());
  return (shared = cases);
}

/** Asking for it already throws where a browser keeps nothing, and some only throw at the first entry. */
function shelfOf(ask: () => Storage): BrowserStore | null {
  try {
    const shelf = ask();
    shelf.getItem(DRAFT);
    return shelf;
  } catch {
    return null;
  }
}
