import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import { asksForItsOwner, isProtected } from '../../../../src/rulebook/case/device-protection.ts';
import { whyNoQuickStartPage, whyNotDirect } from '../../../../src/rulebook/case/direct-move.ts';
import { keptByItsApp } from '../../../../src/rulebook/case/kept-by-its-app.ts';
import { erasesAtLockScreen, isLockedOut, openedBy } from '../../../../src/rulebook/case/lock-out.ts';
import {
  accountOfServices,
  routeOf,
  SITUATION_AT_START,
  type Situation,
  situationAtStart,
} from '../../../../src/rulebook/case/situation.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const TODAY = '2026-03-01';
const at = (more: Partial<Situation> = {}): Situation => ({ ...SITUATION_AT_START, ios: '18.3', ...more });
const file = (world: Plain = {}, rest: Plain = {}): CaseFile =>
  caseFile({ today: TODAY, accounts: [{ id: 'mara' }, { id: 'ola' }], ...world }, rest);

describe('a phone that lets nobody in', () => {
  test.each([
    ['no', '18.0', 'open'],
    ['yes', '18.0', 'shut'],
    ['previous-known', '17.0', 'previous-passcode'],
    ['previous-known', '16.7', 'shut'],
    ['previous-known', '18.0', 'previous-passcode'],
  ] as const)('being locked out: %s, on iOS %s, is %s', (lockedOut, ios, by) => {
    expect(openedBy({ lockedOut, ios })).toBe(by);
  });

  test('can be erased at its lock screen since iOS 15.2', () => {
    expect(['15.1', '15.2', '15.3'].map(erasesAtLockScreen)).toEqual([false, true, true]);
  });

  test('is open once it is erased, or somebody finds the passcode', () => {
    const locked = file({ device: { state: 'in-use', lockedOut: 'yes' } });
    expect(
      [at(), at({ erased: true }), at({ unlocked: true })].map((situation) => isLockedOut(locked, situation)),
    ).toEqual([true, false, false]);
    expect(isLockedOut(file({ device: { state: 'in-use' } }), at())).toBe(false);
    expect(isLockedOut(file({ device: { state: 'set-up', lockedOut: 'yes' } }), at())).toBe(false);
  });
});

describe('Stolen Device Protection', () => {
  test.each([
    ['off', '18.0', 'no', ['no', 'no', 'no']],
    ['on', '17.2', 'no', ['no', 'no', 'no']],
    ['on', '17.3', 'yes', ['no', 'yes', 'unknown']],
    ['everywhere', '18.0', 'yes', ['yes', 'yes', 'yes']],
    ['everywhere', '17.0', 'no', ['no', 'no', 'no']],
    ['unknown', '18.0', 'unknown', ['no', 'unknown', 'unknown']],
  ] as const)('being %s on iOS %s is %s, and asks at home, away and nobody knows where', (state, ios, on, asks) => {
    const device = { ios, stolenDeviceProtection: state };
    expect(isProtected(device)).toBe(on);
    expect((['familiar', 'unfamiliar', 'unknown'] as const).map((place) => asksForItsOwner(device, place))).toEqual(
      asks,
    );
  });
});

describe('a move from phone to phone', () => {
  const move = (world: Plain): CaseFile => file({ oldPhone: { ios: '18.0' }, ...world }, { route: 'direct' });
  test.each([
    [{}, '18.3', null],
    [{}, '12.4', null],
    [{}, '12.3', 'direct-needs-newer-ios'],
    [{ oldPhone: { ios: '12.4' } }, '18.3', null],
    [{ oldPhone: { ios: '12.3' } }, '18.3', 'direct-needs-newer-ios'],
    [{ device: { assigned: 'yes' } }, '18.3', 'direct-not-offered'],
    [{ device: { supervised: 'yes' } }, '18.3', 'direct-not-offered'],
    [{ organisation: { directPane: 'forbidden' } }, '18.3', 'direct-hidden'],
  ])('%o with iOS %s: %s', (world, ios, why) => {
    expect(whyNotDirect(move(world), at({ ios }))).toBe(why);
  });

  test.each([
    [{}, '11.0', null],
    [{}, '10.3', 'one of the phones runs less than iOS 11'],
    [{ oldPhone: { ios: '11.0' } }, '18.3', null],
    [{ oldPhone: { ios: '10.3' } }, '18.3', 'one of the phones runs less than iOS 11'],
    [{ organisation: { nearbySetup: 'forbidden' } }, '18.3', 'switched off for the first start after an erase'],
  ])('no help of a phone nearby, with %o and iOS %s: %s', (world, ios, why) => {
    expect(whyNoQuickStartPage(move(world), at({ ios }))).toBe(why);
  });

  test('without an old phone the new one alone counts', () => {
    expect(whyNotDirect(file(), at())).toBeNull();
    expect(whyNoQuickStartPage(file(), at({ ios: '10.3' }))).not.toBeNull();
  });
});

describe('where a story begins', () => {
  test.each([
    [{}, { ios: '18.3', passcode: true, erased: true }],
    [
      { state: 'in-use', passcode: 'no' },
      { ios: '18.3', passcode: false, erased: false },
    ],
    [{ assigned: 'yes' }, { ios: '18.3', passcode: true, erased: true, enrolment: 'none' }],
    [
      { assigned: 'yes', state: 'in-use' },
      { ios: '18.3', passcode: true, erased: false, enrolment: 'before' },
    ],
    [
      { supervised: 'yes', state: 'in-use' },
      { ios: '18.3', passcode: true, erased: false, enrolment: 'before' },
    ],
    [{ supervised: 'yes' }, { ios: '18.3', passcode: true, erased: true }],
  ])('a device that is %o', (device, expected) => {
    expect(situationAtStart(file({ device: { ios: '18.3', ...device } }))).toEqual({
      ...SITUATION_AT_START,
      ...expected,
    });
  });

  test('the way is the world’s until another one is taken', () => {
    expect([routeOf(file(), at()), routeOf(file({}, { route: 'computer' }), at({ route: 'icloud' }))]).toEqual([
      'icloud',
      'icloud',
    ]);
  });

  test('iCloud is that of who is signed in; of two accounts that whose services the world tells of', () => {
    const services = file({ services: { account: 'ola' } });
    const whose = (more: Partial<Situation>): string | undefined => accountOfServices(services, at(more))?.id;
    expect(whose({ account: 'mara' })).toBe('mara');
    expect(whose({})).toBe('ola');
    expect(whose({ account: 'mara', besides: 'ola' })).toBe('ola');
    expect(whose({ account: 'ola', besides: 'mara' })).toBe('ola');
  });
});

test('what a server or the app’s own cloud keeps, no backup of the phone is said to hold', () => {
  const apps = file({
    items: ['ordinary', 'server', 'own-cloud', 'excludes-itself'].map((policy) => ({
      id: policy,
      category: 'app-data',
      app: 'x',
      policy,
    })),
  });
  expect(apps.world.items.map(keptByItsApp)).toEqual([false, true, true, false]);
});
