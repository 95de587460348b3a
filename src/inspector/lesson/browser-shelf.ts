import type { BrowserStore } from '../intake/my-cases.ts';

/** Everything that lessons keep begins so: what begins so can be deleted as a whole. */
export const LESSON_PREFIX = 'restore-sim.lesson.';
const CODE_KEY = `${LESSON_PREFIX}code`;
const PRACTICE_KEY = `${LESSON_PREFIX}practice`;
const LOOKS_KEY = `${LESSON_PREFIX}looks`;
const attemptKey = (lesson: string, learner: string): string => `${LESSON_PREFIX}attempt.${lesson}.${learner}`;

/** Where attempts are kept: this browser, or a learning management system. */
export interface AttemptShelf {
  /** The text of the attempt, or `null` when there is none. */
  readonly read: (lesson: string, learner: string) => string | null;
  readonly write: (lesson: string, learner: string, text: string) => void;
  /** Told when something else has changed what is kept. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** `null`: the browser lets the page keep nothing; what is done then holds until the page is left. */
export class BrowserShelf implements AttemptShelf {
  readonly #store: BrowserStore | null;
  readonly #held = new Map<string, string>();
  readonly #isStored = new Set<string>();

  constructor(store: BrowserStore | null = browserStore()) {
    this.#store = store;
  }

  get keepsNothing(): boolean {
    return this.#store === null;
  }

  readonly read = (lesson: string, learner: string): string | null => this.#get(attemptKey(lesson, learner));
  readonly write = (lesson: string, learner: string, text: string): void =>
    this.#put(attemptKey(lesson, learner), text);

  /** Other windows of the page tell of what they keep. */
  readonly subscribe = (listener: () => void): (() => void) => {
    const hear = ({ key }: StorageEvent): void => {
      if (key === null || key.startsWith(LESSON_PREFIX)) listener();
    };
    addEventListener('storage', hear);
    return () => removeEventListener('storage', hear);
  };

  /** The learner’s code: as it was typed last, or made once. */
  get code(): string {
    const known = this.#get(CODE_KEY);
    if (known !== null) return known;
    const made = newCode();
    this.#put(CODE_KEY, made);
    return made;
  }

  takeCode(code: string): void {
    this.#put(CODE_KEY, code);
  }

  /** The cards with which one practises and when each is due, and what was noted since that was worked out. */
  readPractice(): { readonly deck: string | null; readonly looks: string | null } {
    const looks = this.#get(LOOKS_KEY);
    return { deck: this.#get(PRACTICE_KEY), looks: looks === '' ? null : looks };
  }

  /** What a task has shown, in a line. */
  noteLook(line: string): void {
    const { looks } = this.readPractice();
    this.#put(LOOKS_KEY, looks === null ? line : `${looks}\n${line}`);
  }

  /** The cards once all that was noted is in them. */
  writeDeck(text: string): void {
    this.#put(PRACTICE_KEY, text);
    this.#put(LOOKS_KEY, '');
  }

  /** Deletes all that lessons keep in this browser. */
  deleteAll(): void {
    this.#held.clear();
    this.#isStored.clear();
    if (this.#store) removeFrom(this.#store);
    const window = windowStore();
    if (window) removeFrom(window);
  }

  /** What stands in the browser counts: another window may have written it since. */
  #get(key: string): string | null {
    const there = this.#store === null ? null : this.#store.getItem(key);
    const held = this.#held.get(key);
    return there === null && held !== undefined && !this.#isStored.has(key) ? held : there;
  }

  #put(key: string, value: string): void {
    this.#held.set(key, value);
    try {
      this.#store?.setItem(key, value);
      if (this.#store) this.#isStored.add(key);
    } catch {
      // There is no room: it stays held until the page is left.
      this.#isStored.delete(key);
    }
  }
}

function removeFrom(store: BrowserStore): void {
  const keys = Array.from({ length: store.length }, (_, index) => store.key(index));
  for (const key of keys) if (key?.startsWith(LESSON_PREFIX)) store.removeItem(key);
}

/** Without letters and digits that are mistaken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 4;

/** Four characters by chance, which only a door may ask for: they can be typed again on another computer. */
function newCode(): string {
  const fair = Math.floor(256 / LETTERS.length) * LETTERS.length;
  let code = '';
  while (code.length < CODE_LENGTH) {
    const [byte = fair] = crypto.getRandomValues(new Uint8Array(1));
    if (byte < fair) code += LETTERS.charAt(byte % LETTERS.length);
  }
  return code;
}

/** Asking for it already throws where a browser keeps nothing, and some only throw at the first entry. */
const browserStore = (): BrowserStore | null => storeOrNull(() => localStorage);
const windowStore = (): BrowserStore | null => storeOrNull(() => sessionStorage);

function storeOrNull(ask: () => BrowserStore): BrowserStore | null {
  try {
    const store = ask();
    store.getItem(CODE_KEY);
    return store;
  } catch {
    return null;
  }
}
