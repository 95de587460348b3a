import { expect, test } from 'vitest';
import { SITUATION_AT_START as START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import * as s from '../../../../src/rulebook/case/situation-changes.ts';

/** Two apps of every kind of state, so that what is taken out of a list is seen to leave the other. */
const BUSY: Situation = {
  ...START,
  account: 'mara',
  passwordsGiven: ['ola'],
  passwordsSkipped: ['mara', 'kim'],
  loggedIn: ['a', 'b'],
  appsDeleted: ['a', 'b'],
  appsInstalled: ['a', 'b'],
  ownRestored: ['a', 'b'],
  ownMoved: ['a', 'b'],
  appsStuck: ['a', 'b'],
  appsOffloaded: ['a', 'b'],
  signedOut: ['a', 'b'],
};

/** What is another after a change. A change makes a new situation and leaves the one before as it was. */
function changed(before: Situation, change: (before: Situation) => Situation): Partial<Situation> {
  const copy = structuredClone(before);
  const after = change(before);
  expect(before).toEqual(copy);
  for (const key of Object.keys(before)) expect(after).toHaveProperty(key);
  return Object.fromEntries(
    Object.entries(after).filter(
      ([key, value]) => !(key in before) || JSON.stringify(value) !== JSON.stringify(before[key as keyof Situation]),
    ),
  );
}

const from = (more: Partial<Situation>): Situation => ({ ...BUSY, ...more });

test.each<readonly [what: string, before: Situation, change: (before: Situation) => Situation, Partial<Situation>]>([
  ['a passcode', START, (at) => s.passcodeSet(at, false), { passcode: false }],
  ['an erase', START, s.deviceErased, { erased: true }],
  ['an erase of a managed phone', from({ enrolment: 'before' }), s.deviceErased, { erased: true, enrolment: 'none' }],
  ['an erase after a sign-out', from({ left: 'ola' }), s.deviceErased, { erased: true, left: null, returned: null }],
  ['the line kept', START, (at) => s.esimChosen(at, 'keep'), { esim: 'kept' }],
  ['the line deleted', START, (at) => s.esimChosen(at, 'delete'), { esim: 'deleted' }],
  ['nobody says what of the line', from({ esim: 'kept' }), (at) => s.esimChosen(at, undefined), { esim: null }],
  ['a backup in the place of what was there', START, s.contentReplaced, { replaced: true }],
  ['a sign-in', START, (at) => s.signedInAs(at, 'ola'), { account: 'ola' }],
  ['no sign-in', BUSY, (at) => s.signedInAs(at, null), { account: null }],
  [
    'a sign-in again',
    from({ left: 'ola' }),
    (at) => s.signedInAs(at, 'ola'),
    { account: 'ola', left: null, returned: 'ola' },
  ],
  ['no sign-in after a sign-out', from({ left: 'ola' }), (at) => s.signedInAs(at, null), { account: null }],
  [
    'a sign-in after all had come back',
    from({ left: null, returned: 'ola' }),
    (at) => s.signedInAs(at, 'kim'),
    { account: 'kim' },
  ],
  ['a sign-in where nothing had gone', from({ left: null }), (at) => s.signedInAs(at, 'kim'), { account: 'kim' }],
  ['a second account', BUSY, (at) => s.signedInBeside(at, 'ola'), { besides: 'ola' }],
  [
    'the account that had left, beside another',
    from({ left: 'ola' }),
    (at) => s.signedInBeside(at, 'ola'),
    { besides: 'ola', left: null, returned: 'ola' },
  ],
  [
    'another account than the one that had left',
    from({ left: 'kim' }),
    (at) => s.signedInBeside(at, 'ola'),
    { besides: 'ola' },
  ],
  [
    'a sign-out',
    from({ keychainPasscode: 'given' }),
    (at) => s.signedOutOf(at, 'mara', 'kept'),
    { account: null, keychainPasscode: 'not-asked', left: 'mara', copies: 'kept' },
  ],
  [
    'a sign-out with a second account',
    from({ besides: 'ola' }),
    (at) => s.signedOutOf(at, 'mara', 'removed'),
    { account: 'ola', besides: null, left: 'mara', copies: 'removed' },
  ],
  [
    'a sign-out of the second account',
    from({ besides: 'ola' }),
    (at) => s.signedOutOf(at, 'ola', 'not-said'),
    { besides: null, left: 'ola', copies: 'not-said' },
  ],
  [
    'management ended by the person',
    START,
    (at) => s.managementEnded(at, 'by-person'),
    { enrolment: 'removed', unmanaged: 'by-person' },
  ],
  [
    'management ended by the service',
    START,
    (at) => s.managementEnded(at, 'by-service'),
    { enrolment: 'retired', unmanaged: 'by-service' },
  ],
  ['an update', START, (at) => s.updatedTo(at, '18.3'), { ios: '18.3' }],
  ['a backup chosen', START, (at) => s.backupChosen(at, 'backup'), { backup: 'backup' }],
  ['what blocks it', START, (at) => s.blockedBy(at, 'damaged'), { blocked: 'damaged' }],
  ['an enrolment', START, (at) => s.enrolledAs(at, 'by-hand'), { enrolment: 'by-hand' }],
  ['an erase by the service', START, (at) => s.wipedByService(at, false), { esim: 'deleted', wiped: true }],
  ['an erase that keeps the line', START, (at) => s.wipedByService(at, true), { esim: 'kept', wiped: true }],
  ['an end', START, (at) => s.endedAs(at, 'stopped'), { ended: 'stopped' }],
  [
    'a password after it was skipped',
    BUSY,
    (at) => s.passwordGiven(at, 'mara'),
    { passwordsGiven: ['ola', 'mara'], passwordsSkipped: ['kim'] },
  ],
  ['a password skipped', BUSY, (at) => s.passwordSkipped(at, 'ola'), { passwordsSkipped: ['mara', 'kim', 'ola'] }],
  [
    'an app deleted',
    BUSY,
    (at) => s.appDeleted(at, 'a'),
    {
      appsDeleted: ['b', 'a'],
      appsInstalled: ['b'],
      appsOffloaded: ['b'],
      appsStuck: ['b'],
      ownRestored: ['b'],
      ownMoved: ['b'],
      loggedIn: ['b'],
    },
  ],
  [
    'an app installed',
    BUSY,
    (at) => s.appInstalled(at, 'a'),
    { appsInstalled: ['b', 'a'], appsOffloaded: ['b'], appsStuck: ['b'] },
  ],
  ['an app offloaded', BUSY, (at) => s.appOffloaded(at, 'a'), { appsInstalled: ['b'], appsStuck: ['b'] }],
  ['another app offloaded', BUSY, (at) => s.appOffloaded(at, 'c'), { appsOffloaded: ['a', 'b', 'c'] }],
  ['a download that stands still', BUSY, (at) => s.appStuck(at, 'c'), { appsStuck: ['a', 'b', 'c'] }],
  ['one that stood still already', BUSY, (at) => s.appStuck(at, 'a'), {}],
  ['a sign-out in an app', BUSY, (at) => s.appSignedOut(at, 'c'), { signedOut: ['a', 'b', 'c'] }],
  ['a sign-out where one was signed in', BUSY, (at) => s.appSignedOut(at, 'a'), { loggedIn: ['b'] }],
  ['the first server emptied', BUSY, (at) => s.serverEmptied(at, 'a'), { serversEmptied: ['a'] }],
  [
    'the next server emptied',
    from({ serversEmptied: ['a'] }),
    (at) => s.serverEmptied(at, 'b'),
    { serversEmptied: ['a', 'b'] },
  ],
  ['an own backup', BUSY, (at) => s.ownBackupRestored(at, 'c'), { ownRestored: ['a', 'b', 'c'] }],
  ['an own transfer', BUSY, (at) => s.ownDataMoved(at, 'c'), { ownMoved: ['a', 'b', 'c'] }],
  ['a phone opened', START, s.deviceUnlocked, { unlocked: true }],
  ['a restart by force', START, s.restartForced, { restartForced: true }],
  ['no room for apps', START, (at) => s.roomRanOut(at, ['a']), { full: true, appsWithoutRoom: ['a'] }],
  ['no room, and no app to come', START, (at) => s.roomRanOut(at, []), { full: true }],
  ['room made', from({ full: true }), s.roomMade, { full: false }],
  [
    'room made for apps',
    from({ full: true, appsWithoutRoom: ['a'] }),
    s.roomMade,
    { full: false, appsWithoutRoom: [] },
  ],
  ['a login', BUSY, (at) => s.loggedIn(at, 'c'), { loggedIn: ['a', 'b', 'c'] }],
  ['another way', START, (at) => s.wayChosen(at, 'icloud'), { route: 'icloud' }],
  ['two phones joined', START, s.phonesJoined, { keychainPasscode: 'given' }],
  ['the line', START, (at) => s.lineAnswered(at, 'moved'), { line: 'moved' }],
  ['the watch', START, (at) => s.watchAnswered(at, 'left'), { watch: 'left' }],
])('%s changes this alone of a situation', (_, before, change, expected) => {
  expect(changed(before, change)).toEqual(expected);
});

test('what became of the copies of iCloud is asked, and perhaps nobody says', () => {
  expect([s.copiesChosen('keep'), s.copiesChosen('remove'), s.copiesChosen(undefined)]).toEqual([
    'kept',
    'removed',
    'not-said',
  ]);
});
