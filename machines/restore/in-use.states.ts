import type { EventOf } from '../event-of.ts';
import { TIMING } from '../timing.ts';
import { restoreSetup } from './restore.setup.ts';

/** An erase waits for no hour; it asks for the face or finger at once. */
const ERASE = {
  guard: 'mayErase',
  actions: [
    'flagEraseWithoutBackup',
    'flagUnclearProtection',
    'askForFindMyPassword',
    { type: 'rememberEsim', params: ({ event }: { event: EventOf<'erase.requested'> }) => event },
  ],
  target: '#restore.erasing',
} as const;
const TURN_OFF = {
  guard: 'mayTurnFindMyOff',
  actions: ['flagUnclearProtection', 'askForFindMyPassword', 'turnFindMyOff'],
} as const;
const SECOND_LOOK = {
  guard: 'mayTurnFindMyOff',
  actions: ['askForFindMyPassword', 'turnFindMyOff'],
  target: 'idle',
} as const;

const SIGN_OUT = {
  guard: 'maySignOut',
  actions: [
    'flagUnclearProtection',
    { type: 'signOutHere', params: ({ event }: { event: EventOf<'settings.signedOut'> }) => event },
  ],
} as const;

/** Past Find My: the device asks for its account afterwards. */
const PAST_FIND_MY = { actions: 'bindToAccount', target: '#restore.erasing' } as const;
const ERASE_FROM_AFAR = { guard: 'mayEraseFromAfar', ...PAST_FIND_MY } as const;
const WIPE = { guard: 'serviceMayWipe', actions: 'markWiped', target: '#restore.erasing' } as const;

/** The device is somebody’s and full of data: a computer may restore over it, iCloud may not. */
export const inUse = restoreSetup.createStateConfig({
  tags: 'phase:in-use',
  initial: 'idle',
  on: {
    'place.familiar': { guard: 'isElsewhere', actions: 'arriveAtFamiliarPlace' },
  },
  states: {
    idle: {
      always: { guard: 'letsNobodyIn', target: 'lockedOut' },
      meta: {
        says: 'The device is in use; only a computer restores here, the other ways are part of setup',
        gate: 'erase',
        screen: 'home',
        usual: ['restore.requested', 'erase.requested', 'person.gaveUp'],
        shows: ['C1'],
      },
      on: {
        'restore.requested': [
          { guard: 'computerMayRestore', target: '#restore.choosing.backupListing' },
          { guard: 'findMyBlocks', target: 'findMyOn' },
        ],
        'findMy.turnedOff': [{ guard: 'hourForFindMy', target: 'securityDelay' }, TURN_OFF],
        'erase.requested': ERASE,
        'settings.signedOut': [{ guard: 'hourForSignOut', target: 'securityDelay' }, SIGN_OUT],
        'profile.removed': {
          guard: 'mayRemoveProfileHere',
          actions: { type: 'endManagement', params: ({ event }) => ({ ...event, by: 'by-person' as const }) },
        },
        'management.retired': {
          guard: 'isManagedHere',
          actions: { type: 'endManagement', params: ({ event }) => ({ ...event, by: 'by-service' as const }) },
        },
        'service.changed': { guard: 'serviceMayChange', target: 'changingService' },
        'service.wiped': WIPE,
        'findMy.erased': ERASE_FROM_AFAR,
        'recovery.restored': PAST_FIND_MY,
        'person.gaveUp': { actions: 'blockErase', target: '#restore.untouched' },
      },
    },
    // Settings and a computer ask for the passcode; what is left erases.
    lockedOut: {
      meta: {
        says: 'The device lets nobody in without its passcode, and an erase is what opens it',
        gate: 'erase',
        screen: 'locked-out',
        usual: ['passcode.previousEntered', 'lockScreen.erased', 'recovery.restored', 'person.gaveUp'],
        shows: ['B1', 'C1'],
      },
      on: {
        'passcode.previousEntered': { guard: 'opensWithPrevious', actions: 'unlockDevice', target: 'idle' },
        'lockScreen.erased': { guard: 'mayEraseAtLockScreen', target: '#restore.erasing' },
        'findMy.erased': ERASE_FROM_AFAR,
        'recovery.restored': PAST_FIND_MY,
        'service.wiped': WIPE,
        'person.gaveUp': {
          actions: { type: 'block', params: { because: 'locked-out' } },
          target: '#restore.stillLocked',
        },
      },
    },
    changingService: {
      meta: { says: 'The device restarts and enrols with another service; nothing is erased', screen: 'enrolling' },
      entry: { type: 'waitFor', params: { ms: TIMING.enrolMs } },
      exit: 'stopWaiting',
      on: { 'clock.moved': { guard: 'isDue', actions: 'takeOver', target: 'idle' } },
    },
    findMyOn: {
      meta: {
        says: 'Find My has to be switched off before a computer restore',
        gate: 'erase',
        screen: 'find-my',
        usual: ['findMy.turnedOff', 'person.gaveUp'],
      },
      entry: 'raiseFindMyOn',
      exit: 'clearFindMyOn',
      on: {
        'findMy.turnedOff': [
          { guard: 'hourForFindMy', target: 'securityDelay' },
          { ...TURN_OFF, target: 'idle' },
        ],
        'person.gaveUp': { actions: 'blockFindMy', target: '#restore.untouched' },
      },
    },
    securityDelay: {
      meta: {
        says: 'Stolen Device Protection lets an hour pass before Find My goes off or the account is signed out',
        gate: 'erase',
        screen: 'security-delay',
        shows: ['D14'],
      },
      entry: [{ type: 'waitFor', params: { ms: TIMING.securityDelayMs } }, 'raiseSecurityDelay'],
      exit: ['stopWaiting', 'clearSecurityDelay'],
      on: {
        'clock.moved': { guard: 'isDue', target: 'delayOver' },
        'place.familiar': { guard: 'isElsewhere', actions: 'arriveAtFamiliarPlace', target: 'delayOver' },
        'erase.requested': ERASE,
        'person.gaveUp': { actions: 'blockFindMy', target: '#restore.untouched' },
      },
    },
    // The phone says no word when the hour is over: whoever is there looks at it again.
    delayOver: {
      meta: {
        says: 'The hour is over; a second look lets Find My be switched off or the account be signed out',
        gate: 'erase',
        screen: 'find-my',
        shows: ['D14'],
      },
      entry: { type: 'waitFor', params: { ms: TIMING.secondLookMs } },
      exit: 'stopWaiting',
      on: {
        'findMy.turnedOff': SECOND_LOOK,
        'settings.signedOut': { ...SIGN_OUT, target: 'idle' },
        'clock.moved': { guard: 'isDue', target: 'secondLook' },
        'erase.requested': ERASE,
        'person.gaveUp': { actions: 'blockFindMy', target: '#restore.untouched' },
      },
    },
    secondLook: {
      meta: {
        says: 'The phone is looked at for the second time',
        gate: 'erase',
        screen: 'find-my',
        usual: ['findMy.turnedOff', 'person.gaveUp'],
        shows: ['D14'],
      },
      on: {
        'findMy.turnedOff': SECOND_LOOK,
        'settings.signedOut': { ...SIGN_OUT, target: 'idle' },
        'erase.requested': ERASE,
        'person.gaveUp': { actions: 'blockFindMy', target: '#restore.untouched' },
      },
    },
  },
});
