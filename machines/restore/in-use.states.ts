import { TIMING } from '../timing.ts';
import { giveUp, restoreSetup } from './restore.setup.ts';

/** The device is somebody’s and full of data: a computer may restore over it, iCloud may not. */
export const inUse = restoreSetup.createStateConfig({
  tags: 'phase:in-use',
  initial: 'idle',
  states: {
    idle: {
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
        'erase.requested': {
          guard: 'mayErase',
          actions: [
            'flagEraseWithoutBackup',
            'askForFindMyPassword',
            { type: 'rememberEsim', params: ({ event }) => event },
          ],
          target: '#restore.erasing',
        },
        'service.changed': { guard: 'serviceMayChange', target: 'changingService' },
        'service.wiped': { guard: 'serviceMayWipe', actions: 'markWiped', target: '#restore.erasing' },
        'person.gaveUp': { actions: 'blockErase', target: '#restore.untouched' },
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
        'findMy.turnedOff': {
          guard: 'accountPasswordKnown',
          actions: ['askForFindMyPassword', 'turnFindMyOff'],
          target: 'idle',
        },
        'person.gaveUp': giveUp('find-my', '#restore.untouched'),
      },
    },
  },
});
