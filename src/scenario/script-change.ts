import type { ScriptEvent } from './script-events.ts';

type Plain = Record<string, unknown>;
type Entries = readonly Plain[];

/** The order in which a story comes to each event; what is not named comes last. */
const ORDER: readonly (readonly ScriptEvent[])[] = [
  ['findMy.turnedOff', 'restore.requested', 'erase.requested'],
  ['setup.started'],
  ['wifi.joined'],
  ['activation.unlocked'],
  ['passcode.chosen', 'passcode.skipped'],
  ['route.chosen'],
  ['account.entered'],
  ['code.entered'],
  ['update.requested'],
  ['backup.chosen'],
  ['backup.passwordEntered'],
];
const LAST = ORDER.length;
const placeOf = (event: unknown): number => {
  const index = ORDER.findIndex((events) => events.includes(event as ScriptEvent));
  return index < 0 ? LAST : index;
};

const without = (entries: Entries, ...events: readonly ScriptEvent[]): Entries =>
  entries.filter((entry) => !events.includes(entry['do'] as ScriptEvent));

function insert(entries: Entries, entry: Plain): Entries {
  const index = entries.findIndex((other) => placeOf(other['do']) > placeOf(entry['do']));
  return index < 0 ? [...entries, entry] : [...entries.slice(0, index), entry, ...entries.slice(index)];
}

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
  carriesOn: (entries) => without(entries, 'person.gaveUp', 'setup.asNew', 'back'),
  stop: (entries) => without(entries, 'stop.tapped'),
  connection: (entries) =>
    without(entries, 'wifi.lost', 'wifi.back', 'power.lost', 'power.back', 'computer.disconnected', 'move.failed'),
  end: (entries) => entries.filter((entry) => entry['end'] === undefined),
  keychain: (entries) => without(entries, 'keychain.passcodeSkipped'),
  password: (entries, _value, account) =>
    entries.filter((entry) => entry['do'] !== 'store.passwordSkipped' || entry['account'] !== account),
  login: (entries, _value, app) => [...entries, { do: 'app.loggedIn', app, during: 'over' }],
};

/** Changes the script of a stated scenario: `account`, or `password.jonas`. False for a path that leads nowhere. */
export function changeScript(stated: Plain, path: string, value: string): boolean {
  const [name = '', ...about] = path.split('.');
  const change = Object.hasOwn(SCRIPT_CHANGES, name) ? SCRIPT_CHANGES[name] : undefined;
  if (!change) return false;
  const entries = Array.isArray(stated['script']) ? (stated['script'] as Entries) : [];
  stated['script'] = change(entries, value, about.join('.'));
  return true;
}
