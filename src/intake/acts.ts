import type { Json } from '../model/canonical.ts';
import { EVENT_DATA, type EventData, type Phase, PHASES } from '../model/event-row.ts';
import { isScriptEvent, SCRIPT_EVENTS, carriedBy } from '../model/events.ts';
import { capitalised } from '../model/phrases.ts';
import { parseDuration } from '../model/duration.ts';
import type { CaseView } from './case-view.ts';
import { placeOfEntry } from './happenings.ts';
import { isGroup, type JsonGroup } from './json.ts';
import type { QuestionOption } from './question.ts';

/*
 * The course of a story entry by entry, as it can be told on the last card: what somebody did, that time went by, that
 * it is told no further. The tiles of the card say the usual things in a word; this table says all that a script can.
 */

/** What an entry of a course is. */
export const ENTRY_KINDS = {
  do: 'Something was done',
  wait: 'Time went by',
  end: 'No more is told',
} as const;
export type EntryKind = keyof typeof ENTRY_KINDS;
const KINDS = Object.keys(ENTRY_KINDS) as readonly EntryKind[];

/** One thing that can be said of an entry. */
export interface ActField {
  readonly key: string;
  readonly ask: string;
  /** `one`: one of its options; `tick`: it is so or not; `age`: a time such as 20 minutes; `number`: a whole number. */
  readonly takes: 'one' | 'tick' | 'age' | 'number';
  readonly options: readonly QuestionOption[];
  /** What holds where nothing is said; `null` where an entry cannot be without it. */
  readonly unsaid: string | null;
  /** Seldom said: it stands behind “More”. */
  readonly isRare?: true;
}

const ASKS: Readonly<Record<EventData, string>> = {
  account: 'Which account',
  backup: 'Which backup',
  app: 'Which app',
  password: 'The password was',
  esim: 'The eSIM',
  copies: 'Copies of what iCloud keeps',
};
const WORDS: Readonly<Record<string, string>> = {
  right: 'right',
  wrong: 'wrong',
  'esim keep': 'was kept',
  'esim delete': 'was deleted',
  'copies keep': 'stayed on the phone',
  'copies remove': 'were removed',
};
const DURING: Readonly<Record<Phase, string>> = {
  'in-use': 'Before anything began',
  erasing: 'While it was erased',
  'set-up': 'In the setup',
  'quick-start': 'When the two phones met',
  'sign-in': 'At the sign-in',
  listing: 'At the list of backups',
  preconditions: 'When power, Wi-Fi or room was asked for',
  eligibility: 'While it was decided what may return',
  placement: 'While data were put in place',
  restart: 'At the restart',
  enrolment: 'When the organisation came in',
  download: 'While apps and contents came down',
  sync: 'While iCloud delivered',
  over: 'When the restore had ended',
};
const ANY_TIME = 'At any time';

/** `The customer logs in to {app}.` is chosen as `Logs in to an app`. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  account: 'an account',
  backup: 'a backup',
  app: 'an app',
};
const wordsOfEvent = (sentence: string | { readonly right: string }): string =>
  capitalised(
    (typeof sentence === 'string' ? sentence : sentence.right)
      .replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
        Object.hasOwn(STANDS_FOR, name) ? String(STANDS_FOR[name]) : '',
      )
      .replaceAll(/ +(?=[ .,])/g, '')
      .replace(/^The customer /, '')
      .replace(/\.$/, ''),
  );

/** Everything that can be done or happen, in the order of a story. */
const EVENTS: readonly QuestionOption[] = [...PHASES, null].flatMap((part) =>
  Object.entries(SCRIPT_EVENTS)
    .filter(([, { phase }]) => phase === part)
    .map(([value, { sentence }]) => ({
      value,
      words: wordsOfEvent(sentence),
      group: part === null ? ANY_TIME : DURING[part],
    })),
);

const YES: readonly QuestionOption[] = [{ value: 'yes', words: 'Yes' }];
const tick = (key: string, ask: string): ActField => ({ key, ask, takes: 'tick', options: YES, unsaid: 'No' });

/** Scripts that were recorded name the very step. */
const STEP: ActField = {
  key: 'step',
  ask: 'At this very step, as a recorded run tells it',
  takes: 'number',
  options: [],
  unsaid: 'In its turn',
  isRare: true,
};
const NEXT: readonly QuestionOption[] = [{ value: 'next', words: 'Until the next thing that is due' }];
const ENDS: readonly QuestionOption[] = [
  { value: 'story', words: 'It stopped there, whatever still ran' },
  { value: 'here', words: 'It is told up to here, and left as it is' },
];

const namesOf = (view: CaseView, key: EventData): readonly QuestionOption[] => {
  switch (key) {
    case 'account':
      return view.accounts.map(({ id, words }) => ({ value: id, words }));
    case 'backup':
      return view.backups.map(({ id }) => ({ value: id, words: id }));
    case 'app':
      return appsIn(view);
    default:
      return (EVENT_DATA[key] as readonly string[]).map((value) => ({
        value,
        words: String(WORDS[`${key} ${value}`] ?? WORDS[value]),
      }));
  }
};

/** The apps of a case, each by the title of the app itself where the case has it. */
export function appsIn({ items }: CaseView): readonly QuestionOption[] {
  const apps = new Map<string, string>();
  for (const { app, category, title } of items)
    if (app !== undefined && (category === 'app' || !apps.has(app))) apps.set(app, category === 'app' ? title : app);
  return [...apps].map(([value, words]) => ({ value, words }));
}

/** What an entry is; undefined for what no file can say. */
export const kindOfEntry = (entry: Json | undefined): EntryKind | undefined =>
  entry !== undefined && isGroup(entry) ? KINDS.find((kind) => Object.hasOwn(entry, kind)) : undefined;

/** What an entry begins with when it is put in. */
const BEGINS: Readonly<Record<Exclude<EntryKind, 'do'>, JsonGroup>> = {
  wait: { wait: '1 day' },
  end: { end: 'story' },
};

/** All that can be put into a course. */
export const ENTRIES_TO_ADD: readonly QuestionOption[] = [
  ...EVENTS,
  ...(['wait', 'end'] as const).map((value) => ({ value, words: ENTRY_KINDS[value], group: ANY_TIME })),
];
export const newEntry = (view: CaseView, value: string): JsonGroup =>
  value === 'wait' || value === 'end' ? BEGINS[value] : entrySaying(view, {}, 'do', value);

/** Everything that can be said of an entry as it stands. */
export function actFields(view: CaseView, entry: JsonGroup): readonly ActField[] {
  switch (kindOfEntry(entry)) {
    case 'do':
      return [
        { key: 'do', ask: 'What', takes: 'one', options: EVENTS, unsaid: null },
        ...dataOf(entry['do']).map((key): ActField => {
          const isFree = key === 'password' || !isNeeded(entry['do'], key);
          return {
            key,
            ask: ASKS[key],
            takes: 'one',
            options: namesOf(view, key),
            unsaid: isFree ? unsaidOf(key) : null,
          };
        }),
        {
          key: 'during',
          ask: 'When',
          takes: 'one',
          options: PHASES.map((value) => ({ value, words: DURING[value] })),
          unsaid: 'When it is its turn',
        },
        { key: 'after', ask: 'How long after that began', takes: 'age', options: [], unsaid: 'At once', isRare: true },
        tick('refused', 'The phone did not accept it'),
        STEP,
      ];
    case 'wait':
      return [
        { key: 'wait', ask: 'How long', takes: 'age', options: NEXT, unsaid: null },
        tick('untouched', 'Nobody touched the phone meanwhile'),
        STEP,
      ];
    case 'end':
      return [{ key: 'end', ask: 'How', takes: 'one', options: ENDS, unsaid: null }, STEP];
    case undefined:
      return [];
  }
}

const unsaidOf = (key: EventData): string =>
  key === 'password' ? 'right' : key === 'account' ? 'The customer’s own' : key === 'backup' ? 'None' : 'I don’t know';
const rowOf = (event: Json | undefined) =>
  typeof event === 'string' && isScriptEvent(event) ? SCRIPT_EVENTS[event] : undefined;
const isNeeded = (event: Json | undefined, key: EventData): boolean =>
  (rowOf(event)?.data as readonly EventData[] | undefined)?.includes(key) === true;
const dataOf = (event: Json | undefined): readonly EventData[] =>
  typeof event === 'string' && isScriptEvent(event) ? carriedBy(event) : [];

/** The entries with one more, where it belongs in the order of a story; what has no part of it comes last. */
export function entriesWith(entries: readonly Json[], entry: JsonGroup): readonly Json[] {
  const place = placeOfEntry(entry);
  const at = entries.findIndex((other) => placeOfEntry(other) > place);
  return at < 0 || place === Number.POSITIVE_INFINITY ? [...entries, entry] : entries.toSpliced(at, 0, entry);
}

/** The entries with one of them a place further up or down; at the ends it stays where it is. */
export function entriesMoved(entries: readonly Json[], at: number, by: -1 | 1): readonly Json[] {
  const entry = entries[at];
  return entry === undefined || entries[at + by] === undefined
    ? entries
    : entries.toSpliced(at, 1).toSpliced(at + by, 0, entry);
}

/** Whether a control of the page can say this. */
export function saysOfAct({ takes, options }: ActField, value: Json): boolean {
  if (options.some((option) => option.value === value)) return takes !== 'tick';
  switch (takes) {
    case 'one':
      return false;
    case 'tick':
      return value === true;
    case 'age':
      return typeof value === 'string' && parseDuration(value) !== undefined;
    case 'number':
      return typeof value === 'number' && Number.isInteger(value);
  }
}

/** The entry with one thing said; `undefined` takes it back. What another act does not carry goes with the old one. */
export function entrySaying(view: CaseView, entry: JsonGroup, key: string, value: Json | undefined): JsonGroup {
  const { [key]: _before, ...others } = entry;
  if (value === undefined) return others;
  if (key !== 'do') return { ...others, [key]: value };
  const named = { do: value, ...others };
  const needed: readonly (readonly [string, Json])[] = actFields(view, named).flatMap((field) => {
    const [first] = field.options;
    return field.unsaid === null && named[field.key as 'do'] === undefined && first
      ? [[field.key, first.value] as const]
      : [];
  });
  const known = new Set(actFields(view, named).map((field) => field.key));
  const kept = Object.entries(named).filter(([each]) => known.has(each));
  return Object.fromEntries([...kept, ...needed]);
}
