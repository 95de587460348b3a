import { splitAt } from '../model/optional.ts';
import { placeInStory, type ScriptEvent } from '../model/events.ts';
import type { Phase } from '../model/event-row.ts';
import type { Json } from '../model/canonical.ts';
import { must } from '../model/must.ts';
import type { CaseView } from './case-view.ts';
import { isGroup, isList, type JsonGroup, partsIn, valueAt } from './json.ts';
import type { QuestionOption } from './question.ts';

/** Something that can have happened on the way: an entry of the script, and what people say for it. */
interface Happening {
  readonly event: ScriptEvent;
  /** `%` stands for the account or app. */
  readonly words: string;
  readonly during?: Phase;
  readonly of?: 'accounts' | 'apps';
  readonly carries?: JsonGroup;
  readonly asked?: (view: CaseView) => boolean;
  /** The apps of which it can be said. */
  readonly ofApp?: (view: CaseView, app: string) => boolean;
  readonly group: string;
}

const SETUP = 'While the phone was set up';
const RESTORE = 'While it restored';
const AFTER = 'Afterwards';
const onRoute =
  (...routes: readonly CaseView['route'][]) =>
  (view: CaseView): boolean =>
    routes.includes(view.route);
const hasCopy =
  (kind: string) =>
  ({ stated, items }: CaseView, app: string): boolean => {
    const own = new Set(items.filter((item) => item.app === app).map(({ id }) => id));
    return partsIn(valueAt(stated, ['world', 'copies'])).some(
      (copy) => copy['kind'] === kind && isList(copy['of']) && copy['of'].some((id) => own.has(String(id))),
    );
  };
const ASKS_FOR_A_LOGIN: readonly unknown[] = ['server', 'own-cloud'];
const asksForALogin = ({ items }: CaseView, app: string): boolean =>
  items.some((item) => item.app === app && ASKS_FOR_A_LOGIN.includes(item.stated['policy']));
const isAnApp = ({ items }: CaseView, app: string): boolean =>
  items.some((item) => item.app === app && item.category === 'app');

export const HAPPENINGS: Readonly<Record<string, Happening>> = {
  'gave-up': { event: 'person.gaveUp', words: 'They gave up', group: SETUP },
  erased: {
    event: 'erase.requested',
    words: 'They erased the phone first',
    group: SETUP,
    asked: ({ stated }) => ['in-use', 'set-up'].includes(String(valueAt(stated, ['world', 'device', 'state']))),
  },
  'as-new': { event: 'setup.asNew', words: 'They set it up as new', group: SETUP, asked: onRoute('icloud', 'direct') },
  'wrong-password': {
    event: 'account.entered',
    words: 'A wrong password for % first',
    of: 'accounts',
    carries: { password: 'wrong' },
    group: SETUP,
    asked: onRoute('icloud'),
  },
  'no-passcode': { event: 'passcode.skipped', words: 'They chose no passcode', group: SETUP },
  'wrong-backup-password': {
    event: 'backup.passwordEntered',
    words: 'A wrong password for the backup first',
    carries: { password: 'wrong' },
    group: SETUP,
    asked: onRoute('computer'),
  },
  'phones-parted': {
    event: 'phones.parted',
    words: 'The two phones lost each other',
    group: SETUP,
    asked: onRoute('direct'),
  },
  'cable-pulled': {
    event: 'computer.disconnected',
    words: 'The cable came off',
    group: RESTORE,
    asked: onRoute('computer'),
  },
  'computer-error': {
    event: 'computer.stopped',
    words: 'The computer stopped with an error',
    group: RESTORE,
    asked: onRoute('computer'),
  },
  'move-failed': { event: 'move.failed', words: 'It broke off at the restart', group: RESTORE },
  'power-lost': { event: 'power.lost', words: 'It was unplugged and stayed so', during: 'download', group: RESTORE },
  'wifi-lost': { event: 'wifi.lost', words: 'It lost Wi-Fi and stayed without', during: 'download', group: RESTORE },
  stopped: { event: 'stop.tapped', words: 'They tapped Stop Restoring', during: 'download', group: RESTORE },
  'no-room': { event: 'room.ranOut', words: 'The phone ran full', during: 'download', group: RESTORE },
  froze: { event: 'phone.froze', words: 'It froze', during: 'download', group: RESTORE },
  'password-skipped': {
    event: 'store.passwordSkipped',
    words: 'They skipped the password of %',
    of: 'accounts',
    group: RESTORE,
  },
  'download-stuck': {
    event: 'download.stuck',
    words: 'The icon of % stays grey',
    of: 'apps',
    ofApp: isAnApp,
    group: RESTORE,
  },
  'passcode-skipped': {
    event: 'keychain.passcodeSkipped',
    words: 'They skipped the passcode of the older device',
    group: AFTER,
  },
  'end-to-end-reset': { event: 'endToEnd.reset', words: 'They reset the end-to-end encrypted data', group: AFTER },
  'logged-in': {
    event: 'app.loggedIn',
    words: 'They logged in to %',
    during: 'over',
    of: 'apps',
    ofApp: asksForALogin,
    group: AFTER,
  },
  'own-backup-restored': {
    event: 'app.ownBackupRestored',
    words: 'They had % restore its own backup',
    during: 'over',
    of: 'apps',
    ofApp: hasCopy('own-backup'),
    group: AFTER,
  },
  transferred: {
    event: 'app.transferred',
    words: 'They moved the data of % within the app',
    during: 'over',
    of: 'apps',
    ofApp: hasCopy('own-transfer'),
    group: AFTER,
  },
  installed: {
    event: 'app.installed',
    words: 'They installed % by hand',
    during: 'over',
    of: 'apps',
    ofApp: isAnApp,
    group: AFTER,
  },
  deleted: { event: 'app.deleted', words: 'They deleted %', during: 'over', of: 'apps', ofApp: isAnApp, group: AFTER },
};

interface Named {
  readonly value: string;
  readonly name: string;
}
const namesOf = (view: CaseView, of: Happening['of']): readonly Named[] => {
  switch (of) {
    case 'accounts':
      return view.accounts.map(({ id, words }) => ({ value: id, name: words }));
    case 'apps': {
      const apps = new Map<string, string>();
      for (const { app, category, title } of view.items)
        if (app !== undefined && (category === 'app' || !apps.has(app))) apps.set(app, title);
      return [...apps].map(([value, name]) => ({ value, name: `“${name}”` }));
    }
    case undefined:
      return [{ value: '', name: '' }];
  }
};
const KEY_OF = { accounts: 'account', apps: 'app' } as const;

/** Everything that can have happened in this case. */
export const happeningsIn = (view: CaseView): readonly QuestionOption[] =>
  Object.entries(HAPPENINGS).flatMap(([id, { words, of, group, asked, ofApp }]) =>
    asked?.(view) === false
      ? []
      : namesOf(view, of)
          .filter(({ value }) => !ofApp || ofApp(view, value))
          .map(({ value, name }) => ({
            value: value === '' ? id : `${id}:${value}`,
            words: words.replaceAll('%', name),
            group,
          })),
  );

/** An entry of a script in the words of its tile. */
export function wordsOfEntry(view: CaseView, entry: Json | undefined): string | undefined {
  const told = entry === undefined ? undefined : happeningOf(entry);
  if (told === undefined) return undefined;
  const { words } = must(HAPPENINGS[told.replace(/:.*/, '')], told);
  return (
    happeningsIn(view).find(({ value }) => value === told)?.words ?? words.replaceAll('%', told.replace(/.*:/, ''))
  );
}

/** What is told by an entry of a script; undefined for one that no tile stands for. */
export function happeningOf(entry: Json): string | undefined {
  if (!isGroup(entry)) return undefined;
  for (const [id, { event, of, carries }] of Object.entries(HAPPENINGS)) {
    if (entry['do'] !== event || entry['refused'] !== undefined) continue;
    if (carries && Object.entries(carries).some(([key, value]) => entry[key] !== value)) continue;
    return of === undefined ? id : `${id}:${String(entry[KEY_OF[of]])}`;
  }
  return undefined;
}

function entryFor(value: string): JsonGroup | undefined {
  const [id, name] = splitAt(value, ':');
  const row = Object.hasOwn(HAPPENINGS, id) ? HAPPENINGS[id] : undefined;
  if (!row || (row.of !== undefined && name === undefined)) return undefined;
  const { event, of, carries, during } = row;
  return {
    do: event,
    ...(of === undefined || name === undefined ? {} : { [KEY_OF[of]]: name }),
    ...carries,
    ...(during === undefined ? {} : { during }),
  };
}

/** Where an entry belongs in the order of a story; behind everything where it is no event of a part of it. */
export const placeOfEntry = (entry: Json): number => {
  const event = isGroup(entry) ? entry['do'] : undefined;
  return typeof event === 'string' ? placeInStory(event as ScriptEvent) : Number.POSITIVE_INFINITY;
};

/**
 * The script with just these happenings of the table; what no tile stands for stays where it is. `anew`: those that
 * were there take their places again as well, so that nobody can see which was said first.
 */
export function scriptWith(script: Json | undefined, happenings: readonly string[], anew: boolean): readonly Json[] {
  const before = isList(script) ? script : [];
  const known = new Map(
    before.flatMap((entry) => {
      const told = happeningOf(entry);
      return told === undefined ? [] : [[told, entry] as const];
    }),
  );
  const kept = before.filter((entry) => {
    const told = happeningOf(entry);
    return told === undefined || (!anew && happenings.includes(told));
  });
  const missing = happenings.filter((happening) => anew || !known.has(happening)).toSorted();
  return missing.reduce<readonly Json[]>((entries, happening) => {
    const entry = known.get(happening) ?? entryFor(happening);
    if (entry === undefined) return entries;
    const at = entries.findIndex((other) => placeOfEntry(other) > placeOfEntry(entry));
    return at < 0 ? [...entries, entry] : [...entries.slice(0, at), entry, ...entries.slice(at)];
  }, kept);
}

export const happeningsTold = (script: Json | undefined): readonly string[] =>
  partsIn(script)
    .map(happeningOf)
    .filter((told) => told !== undefined);
