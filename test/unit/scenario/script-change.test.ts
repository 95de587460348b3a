import { describe, expect, test } from 'vitest';
import { changeScript } from '../../../src/scenario/script-change.ts';

type Entry = Readonly<Record<string, unknown>>;
/** The script after one change, an entry in a line: what is done, with whom, or `wait` and `end`. */
function changed(script: readonly Entry[], path: string, value: string): string[] {
  const stated = { script: structuredClone(script) as unknown };
  expect(changeScript(stated, path, value)).toBe(true);
  return (stated.script as Entry[]).map((entry) =>
    Object.entries(entry)
      .map(([key, word]) => (key === 'do' ? String(word) : `${key}=${String(word)}`))
      .join(' '),
  );
}
const did = (...events: readonly string[]): Entry[] => events.map((event) => ({ do: event }));
const WAIT = { wait: '1 hour' };

/** What a person did, the change, and what is left or comes in. */
const CASES: readonly (readonly [script: readonly Entry[], path: string, value: string, after: readonly string[]])[] = [
  [
    did('wifi.joined', 'code.entered', 'back', 'backup.chosen'),
    'account',
    'ola',
    ['wifi.joined', 'account.entered account=ola', 'backup.chosen'],
  ],
  [
    [{ do: 'account.entered', account: 'mara' }, ...did('person.gaveUp')],
    'account',
    'ola',
    ['account.entered account=ola'],
  ],
  [[], 'account', 'ola', ['account.entered account=ola']],
  [[WAIT], 'account', 'ola', ['account.entered account=ola', 'wait=1 hour']],
  [
    [{ do: 'backup.chosen', backup: 'a' }, ...did('backup.passwordEntered', 'stop.tapped')],
    'backup',
    'b',
    ['backup.chosen backup=b', 'stop.tapped'],
  ],
  [did('backup.passwordEntered', 'person.gaveUp', 'stop.tapped'), 'backupPassword', 'known', ['stop.tapped']],
  [did('passcode.skipped', 'passcode.chosen', 'stop.tapped'), 'passcode', 'yes', ['stop.tapped']],
  [did('person.gaveUp', 'setup.asNew', 'back', 'stop.tapped'), 'carriesOn', 'yes', ['back', 'stop.tapped']],
  [did('stop.tapped', 'back'), 'stop', 'not tapped', ['back']],
  [did('wifi.lost', 'wifi.back', 'power.lost', 'power.back', 'back'), 'connection', 'stays', ['back']],
  [did('computer.disconnected', 'back'), 'cable', 'stays', ['back']],
  [did('move.failed', 'back'), 'moved', 'whole', ['back']],
  [
    [...did('stop.tapped', 'person.gaveUp', 'restart.forced', 'phone.froze', 'back'), { end: 'story' }],
    'frozen',
    'restarted',
    ['phone.froze', 'restart.forced', 'back'],
  ],
  [
    did('back'),
    'anew.chat',
    'anew',
    ['back', 'app.deleted app=chat during=over', 'app.installed app=chat during=over'],
  ],
  [
    [
      ...['app.deleted', 'app.installed', 'download.stuck', 'app.loggedIn'].map((event) => ({
        do: event,
        app: 'chat',
      })),
      { do: 'app.deleted', app: 'other' },
    ],
    'keptApp.chat',
    'kept',
    ['app.loggedIn app=chat', 'app.deleted app=other'],
  ],
  [[...did('back'), WAIT, { end: 'here' }], 'end', 'goes on', ['back', 'wait=1 hour']],
  [did('keychain.passcodeSkipped', 'endToEnd.reset', 'back'), 'keychain', 'given', ['back']],
  [
    did('keychain.passcodeSkipped', 'keychain.passcodeEntered', 'endToEnd.reset', 'endToEnd.recovered', 'wifi.joined'),
    'chain',
    'recovered',
    ['wifi.joined', 'endToEnd.recovered'],
  ],
  [
    [
      { do: 'store.passwordSkipped', account: 'mara' },
      { do: 'store.passwordSkipped', account: 'ola' },
      { do: 'store.passwordEntered', account: 'mara' },
    ],
    'password.mara',
    'given',
    ['store.passwordSkipped account=ola', 'store.passwordEntered account=mara'],
  ],
  [
    [
      { do: 'store.passwordSkipped', account: 'mara' },
      { do: 'store.passwordEntered', account: 'mara' },
      { do: 'store.passwordEntered', account: 'ola' },
      { do: 'app.loggedIn', account: 'mara' },
    ],
    'passwordLater.mara',
    'later',
    [
      'store.passwordEntered account=ola',
      'store.passwordSkipped account=mara during=download',
      'app.loggedIn account=mara',
      'store.passwordEntered account=mara during=over',
    ],
  ],
  [
    did('erase.requested', 'restore.requested', 'person.gaveUp', 'wifi.joined'),
    'erase',
    'yes',
    ['erase.requested', 'wifi.joined'],
  ],
  [
    [{ do: 'erase.requested', esim: 'keep', during: 'in-use' }],
    'esim',
    'delete',
    ['erase.requested esim=delete during=in-use'],
  ],
  [[{ do: 'erase.requested', esim: 'keep', during: 'in-use' }], 'esim', 'unknown', ['erase.requested during=in-use']],
  [did('wifi.joined'), 'esim', 'keep', ['erase.requested esim=keep', 'wifi.joined']],
  [did('back'), 'signInAgain.ola', 'done', ['back', 'settings.signedIn account=ola during=over']],
  [
    [
      { do: 'settings.signedOut', copies: 'kept' },
      { do: 'back', copies: 'kept' },
    ],
    'copies',
    'removed',
    ['settings.signedOut copies=removed', 'back copies=kept'],
  ],
  [[{ do: 'settings.signedOut', copies: 'kept' }], 'copies', 'unknown', ['settings.signedOut']],
  [did('profile.removed', 'management.retired', 'back'), 'management', 'stays', ['back']],
  [
    did('erase.requested', 'restore.requested', 'service.wiped', 'findMy.turnedOff', 'person.gaveUp', 'screen.tapped'),
    'changeOfService',
    'kept',
    ['screen.tapped', 'service.changed during=in-use', 'person.gaveUp during=in-use'],
  ],
  [did('back'), 'ownBackup.chat', 'done', ['back', 'app.ownBackupRestored app=chat during=over']],
  [did('back'), 'ownTransfer.chat', 'done', ['back', 'app.transferred app=chat during=over']],
  [did('back', 'erase.requested', 'back'), 'undone.back', 'not done', ['erase.requested']],
  [did('back'), 'installed.chat', 'done', ['back', 'app.installed app=chat during=over']],
  [did('back'), 'room', 'freed', ['back', 'room.freed during=over']],
  [did('back'), 'login.chat', 'done', ['back', 'app.loggedIn app=chat during=over']],
];

describe('a change of the script', () => {
  test.each(CASES)('%j, %s: %s', (script, path, value, after) => {
    expect(changed(script, path, value)).toEqual(after);
  });

  test.each<[string, string]>([
    ['undone.back', 'done'],
    ['installed.chat', 'not yet'],
    ['room', 'not yet'],
    ['login.chat', 'not yet'],
    ['ownBackup.chat', 'not yet'],
    ['ownTransfer.chat', 'not yet'],
    ['anew.chat', 'as it is'],
    ['keptApp.chat', 'deleted'],
    ['password.mara', 'skipped'],
    ['keychain', 'skipped'],
    ['chain', 'as stated'],
    ['signInAgain.mara', 'as stated'],
    ['management', 'as stated'],
    ['frozen', 'as stated'],
    ['connection', 'as stated'],
    ['cable', 'as stated'],
    ['moved', 'as stated'],
    ['end', 'as stated'],
    ['stop', 'tapped'],
    ['erase', 'no'],
    ['carriesOn', 'no'],
    ['changeOfService', 'erased'],
  ])('%s: %s says what the script says already', (path, value) => {
    const stated = {};
    expect(changeScript(stated, path, value)).toBe(true);
    expect(stated).toEqual({});
  });

  test('comes into a script that is not there, and none leads anywhere by another name', () => {
    const stated: Record<string, unknown> = { script: 'a text' };
    expect(changeScript(stated, 'login.chat.with.dots', 'done')).toBe(true);
    expect(stated['script']).toEqual([{ do: 'app.loggedIn', app: 'chat.with.dots', during: 'over' }]);
    for (const path of ['nothing', 'toString', 'account2', '']) expect(changeScript({}, path, 'x')).toBe(false);
  });
});
