import { giveUp, restoreSetup } from './restore.setup.ts';

/** What has to be there before anything is decided. Each thing that is missing can still come. */
export const preconditions = restoreSetup.createStateConfig({
  tags: 'phase:preconditions',
  initial: 'checking',
  states: {
    checking: {
      always: [
        { guard: 'powerMissing', target: 'needsPower' },
        { guard: 'wifiMissing', target: 'needsWifi' },
        {
          guard: 'backupDamaged',
          actions: ['raiseCorrupt', 'blockUnreadable'],
          target: '#restore.failed',
        },
        { guard: 'backupRefused', actions: ['raiseRefused', 'blockRefused'], target: '#restore.failed' },
        {
          guard: 'backupLockedUnawares',
          actions: ['raiseWrongPassword', { type: 'block', params: { because: 'backup-password' } }],
          target: '#restore.failed',
        },
        {
          guard: 'spaceShortForComputer',
          actions: ['raiseNoSpace', { type: 'block', params: { because: 'no-space' } }],
          target: '#restore.failed',
        },
        {
          guard: 'roomRefused',
          actions: ['raiseNoSpace', { type: 'block', params: { because: 'no-space' } }],
          target: '#restore.failed',
        },
        { guard: 'spaceShort', target: 'needsSpace' },
        { target: '#restore.eligibility' },
      ],
    },
    needsPower: {
      meta: { says: 'Waits for power', gate: 'placement', screen: 'needs-power', shows: ['C3'] },
      entry: 'raisePowerLost',
      exit: 'clearPowerLost',
      always: { guard: 'powerThere', target: 'checking' },
      on: { 'person.gaveUp': giveUp('given-up') },
    },
    needsWifi: {
      meta: { says: 'Waits for Wi-Fi', gate: 'placement', screen: 'needs-wifi', shows: ['C3'] },
      entry: 'raiseWifiLost',
      exit: 'clearWifiLost',
      always: { guard: 'wifiThere', target: 'checking' },
      on: { 'person.gaveUp': giveUp('given-up') },
    },
    needsSpace: {
      meta: {
        says: 'The backup does not fit on the device',
        gate: 'placement',
        screen: 'needs-space',
        usual: ['person.gaveUp'],
      },
      entry: 'raiseNoSpace',
      exit: 'clearNoSpace',
      on: {
        back: '#restore.choosing.backupListing',
        'person.gaveUp': giveUp('no-space'),
      },
    },
  },
});
