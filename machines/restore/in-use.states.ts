import { giveUp, restoreSetup } from './restore.setup.ts';

/** The device is somebody’s and full of data: a computer may restore over it, iCloud may not. */
export const inUse = restoreSetup.createStateConfig({
  tags: 'phase:in-use',
  initial: 'idle',
  states: {
    idle: {
      meta: {
        says: 'The device is in use; an iCloud restore is not offered here',
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
          actions: ['flagEraseWithoutBackup', 'askForFindMyPassword'],
          target: '#restore.erasing',
        },
        'service.wiped': { guard: 'serviceMayWipe', actions: 'markWiped', target: '#restore.erasing' },
        'person.gaveUp': { actions: 'blockErase', target: '#restore.neverStarted' },
      },
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
        'person.gaveUp': giveUp('find-my'),
      },
    },
  },
});
