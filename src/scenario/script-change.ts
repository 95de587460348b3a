import { splitAt } from '../model/optional.ts';
import { isScriptEvent, placeInStory, type ScriptEvent } from '../model/events.ts';

type Plain = Record<string, unknown>;
type Entries = readonly Plain[];

/** What is no event, such as a wait, is left behind everything that is put in. */
const placeOf = (event: unknown): number =>
  isScriptEvent(String(event)) ? placeInStory(event as ScriptEvent) : Number.POSITIVE_INFINITY;

const without = (entries: Entries, ...events: readonly ScriptEvent[]): Entries =>
  entries.filter((entry) => !events.includes(entry['do'] as ScriptEvent));

function insert(entries: Entries, entry: Plain): Entries {
  const index = entries.findIndex((other) => placeOf(other['do']) > placeOf(entry['do']));
  return index < 0 ? [...entries, entry] : [...entries.slice(0, index), entry, ...entries.slice(index)];
}

/** What nobody knows is not said at all. */
const saying = (entry: Plain, key: string, word: string): Plain => {
  const { [key]: _before, ...unsaid } = entry;
  return word === 'unknown' ? unsaid : { ...entry, [key]: word };
};

const PASSWORD_ASKED: readonly string[] = ['store.passwordSkipped', 'store.passwordEntered'];

/** What a person could have done otherwise: a path below `script`, and how the script changes. */
const SCRIPT_CHANGES: Readonly<Record<string, (entries: Entries, value: string, about: string) => Entries>> = {
  account: (entries, account) =>
    insert(without(entries, 'account.entered', 'code.entered', 'back', 'person.gaveUp'), {
      do: 'account.entered',
      account,
    }),
  backup: (entries, backup) =>
    insert(without(entries, 'backup.chosen', 'backup.passwordEntered'), { do: 'backup.chosen', backup }),
  backupPassword: (entries) => without(entries, 'backup.passwordEntered', 'person.gaveUp'),
  passcode: (entries) => without(entries, 'passcode.skipped', 'passcode.chosen'),
  carriesOn: (entries) => without(entries, 'person.gaveUp', 'setup.asNew'),
  stop: (entries) => without(entries, 'stop.tapped'),
  connection: (entries) => without(entries, 'wifi.lost', 'wifi.back', 'power.lost', 'power.back'),
  cable: (entries) => without(entries, 'computer.disconnected'),
  computer: (entries) => without(entries, 'computer.stopped'),
  moved: (entries) => without(entries, 'move.failed'),
  frozen: (entries) =>
    without(entries, 'stop.tapped', 'person.gaveUp', 'restart.forced')
      .filter((entry) => entry['end'] === undefined)
      .flatMap((entry) => (entry['do'] === 'phone.froze' ? [entry, { do: 'restart.forced' }] : [entry])),
  anew: (entries, _value, app) => [
    ...entries,
    { do: 'app.deleted', app, during: 'over' },
    { do: 'app.installed', app, during: 'over' },
  ],
  // What was in the way of its download once need not be so another time.
  keptApp: (entries, _value, app) =>
    entries.filter(
      (entry) =>
        entry['app'] !== app || !['app.deleted', 'app.installed', 'download.stuck'].includes(entry['do'] as string),
    ),
  undone: (entries, _value, event) => entries.filter((entry) => entry['do'] !== event),
  installed: (entries, _value, app) => [...entries, { do: 'app.installed', app, during: 'over' }],
  room: (entries) => [...entries, { do: 'room.freed', during: 'over' }],
  end: (entries) => entries.filter((entry) => entry['end'] === undefined),
  keychain: (entries) => without(entries, 'keychain.passcodeSkipped', 'endToEnd.reset'),
  chain: (entries) =>
    insert(
      without(entries, 'keychain.passcodeSkipped', 'keychain.passcodeEntered', 'endToEnd.reset', 'endToEnd.recovered'),
      {
        do: 'endToEnd.recovered',
      },
    ),
  password: (entries, _value, account) =>
    entries.filter((entry) => entry['do'] !== 'store.passwordSkipped' || entry['account'] !== account),
  // The story as it was: nobody could give it while the phone asked.
  passwordLater: (entries, _value, account) => [
    ...insert(
      entries.filter((entry) => !PASSWORD_ASKED.includes(entry['do'] as string) || entry['account'] !== account),
      { do: 'store.passwordSkipped', account, during: 'download' },
    ),
    { do: 'store.passwordEntered', account, during: 'over' },
  ],
  erase: (entries) =>
    insert(without(entries, 'erase.requested', 'restore.requested', 'person.gaveUp'), { do: 'erase.requested' }),
  esim: (entries, esim) => {
    const erase = entries.find((entry) => entry['do'] === 'erase.requested') ?? { do: 'erase.requested' };
    return insert(without(entries, 'erase.requested'), saying(erase, 'esim', esim));
  },
  signInAgain: (entries, _value, account) => [...entries, { do: 'settings.signedIn', account, during: 'over' }],
  copies: (entries, copies) =>
    entries.map((entry) => (entry['do'] === 'settings.signedOut' ? saying(entry, 'copies', copies) : entry)),
  management: (entries) => without(entries, 'profile.removed', 'management.retired'),
  changeOfService: (entries) => [
    ...without(entries, 'erase.requested', 'restore.requested', 'service.wiped', 'findMy.turnedOff', 'person.gaveUp'),
    { do: 'service.changed', during: 'in-use' },
    { do: 'person.gaveUp', during: 'in-use' },
  ],
  ownBackup: (entries, _value, app) => [...entries, { do: 'app.ownBackupRestored', app, during: 'over' }],
  ownTransfer: (entries, _value, app) => [...entries, { do: 'app.transferred', app, during: 'over' }],
  login: (entries, _value, app) => [...entries, { do: 'app.loggedIn', app, during: 'over' }],
};

/** The values that only say what the script says already: who has `not yet` logged in does nothing. */
const AS_IT_IS: Readonly<Partial<Record<string, string>>> = {
  undone: 'done',
  installed: 'not yet',
  room: 'not yet',
  login: 'not yet',
  ownBackup: 'not yet',
  ownTransfer: 'not yet',
  anew: 'as it is',
  keptApp: 'deleted',
  password: 'skipped',
  keychain: 'skipped',
  chain: 'as stated',
  signInAgain: 'as stated',
  management: 'as stated',
  frozen: 'as stated',
  connection: 'as stated',
  cable: 'as stated',
  moved: 'as stated',
  end: 'as stated',
  stop: 'tapped',
  erase: 'no',
  carriesOn: 'no',
  changeOfService: 'erased',
};

/** Changes the script of a stated scenario: `account`, or `password.jonas`. False for a path that leads nowhere. */
export function changeScript(stated: Plain, path: string, value: string): boolean {
  const [name, ...about] = splitAt(path, '.');
  const change = Object.hasOwn(SCRIPT_CHANGES, name) ? SCRIPT_CHANGES[name] : undefined;
  if (!change) return false;
  if (AS_IT_IS[name] === value) return true;
  const entries = Array.isArray(stated['script']) ? (stated['script'] as Entries) : [];
  stated['script'] = change(entries, value, about.join('.'));
  return true;
}
