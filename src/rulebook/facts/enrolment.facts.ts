import { afterOlderBackup, installedBy, keepsApps, managedBy, stillTaken } from '../case/enrolment.ts';
import { ENROLMENTS } from '../case/situation.ts';
import { type Fact, UNKNOWN } from './fact.ts';

/** How the device stands to an organisation’s service. */
export const ENROLMENT_FACTS = {
  'device.assigned': {
    title: 'This device',
    group: 'the organisation',
    values: { yes: 'is assigned to an organisation', no: 'is assigned to no organisation' },
    read: ({ file }) => file.world.device.assigned,
    perItem: false,
    ask: 'Does the organisation list this device as its own?',
    changeable: 'another-way',
  },
  'item.installed-by': {
    title: 'This profile',
    group: 'the organisation',
    values: { organisation: 'comes from the organisation', person: 'was put there by the person' },
    read: ({ file, item }) => installedBy(file.world, item),
    perItem: true,
    ask: 'Did the organisation put this profile on the phone, or the customer?',
    changeable: 'never',
  },
  'device.supervised-by': {
    title: 'The supervision of this device',
    group: 'the organisation',
    values: {
      assignment: 'comes from its organisation in Setup',
      configurator: 'was set by hand in Configurator',
      none: 'is not there',
    },
    read: ({ file: { world } }) => (world.device.supervised === 'yes' ? world.device.supervisedBy : 'none'),
    perItem: false,
    ask: 'Did the organisation list the device, or prepare it by cable with Configurator?',
    changeable: 'never',
  },
  'backup.supervision': {
    title: 'The supervision at the backup',
    group: 'the organisation',
    values: {
      alike: 'is as it is now, or nothing hangs on it',
      comes: 'differs, and profiles come along',
      'stays-out': 'differs, and profiles stay out',
    },
    read: ({ file: { world }, backup }) => {
      if (backup?.kind !== 'icloud' || world.device.assigned === 'yes') return 'alike';
      if (backup.supervised === 'unknown') return UNKNOWN;
      return backup.supervised === world.device.supervised ? 'alike' : world.organisation.otherSupervision;
    },
    perItem: false,
    ask: 'Does Settings show the profiles of the backup under VPN & Device Management?',
    changeable: 'never',
  },
  'backup.managed': {
    title: 'On the day of the backup',
    group: 'the organisation',
    values: { yes: 'a service managed the device', no: 'no service managed the device' },
    read: ({ file, backup }) => (backup && managedBy(file.world, backup) === null ? 'no' : 'yes'),
    perItem: false,
    ask: 'Was the device enrolled on the day on which the backup was made?',
    changeable: 'before-the-backup',
  },
  'enrolment.after-older-backup': {
    title: 'Setup',
    group: 'the organisation',
    values: {
      'not-older': 'restores no backup from before the enrolment',
      enrols: 'enrols the device after a backup from before its enrolment',
      missing: 'leaves the device without its enrolment after a backup from before it',
    },
    read: ({ file, backup, situation }) => afterOlderBackup(file, backup, situation),
    perItem: false,
    ask: 'Does Setup show the Remote Management page after this restore?',
    changeable: 'another-way',
  },
  'enrolment.state': {
    title: 'The enrolment',
    group: 'the organisation',
    values: ENROLMENTS,
    read: ({ situation: { enrolment = 'none' } }) => enrolment,
    perItem: false,
    ask: 'What does Settings say under VPN & Device Management?',
    changeable: 'now',
  },
  'enrolment.still-taken': {
    title: 'The organisation’s service',
    group: 'the organisation',
    values: { yes: 'still takes the enrolment of the backup', no: 'no longer takes the enrolment of the backup' },
    read: ({ file, backup, situation }) => stillTaken(file, backup, situation),
    perItem: false,
    ask: 'Does the organisation’s service still list this device, with a certificate that is valid?',
    changeable: 'another-way',
  },
  'enrolment.returned': {
    title: 'The service',
    group: 'the organisation',
    values: { yes: 'erased the device for Return to Service', no: 'did not return the device to service' },
    read: ({ file, situation: { wiped } }) =>
      wiped === true && file.world.organisation.returnToService !== 'off' ? 'yes' : 'no',
    perItem: false,
    ask: 'Did the service erase the device, so that it set itself up again?',
    changeable: 'another-way',
  },
  'enrolment.apps-kept': {
    title: 'Return to Service',
    group: 'the organisation',
    values: { yes: 'left the apps on the device', no: 'did not leave the apps on the device' },
    read: ({ file, situation }) => (keepsApps(file.world, situation) ? 'yes' : 'no'),
    perItem: false,
    ask: 'Did the service have the device keep its apps when it was erased?',
    changeable: 'another-way',
  },
  'organisation.delivers-apps': {
    title: 'The new service',
    group: 'the organisation',
    values: { yes: 'delivers the managed apps in time', no: 'does not deliver the managed apps in time' },
    read: ({ file }) => file.world.organisation.deliversApps,
    perItem: false,
    ask: 'Did the new service deliver the managed apps before the device went on?',
    changeable: 'another-way',
  },
  'profile.removable': {
    title: 'The old management profile',
    group: 'the organisation',
    values: { yes: 'can be removed by the person', no: 'is locked by the organisation' },
    read: ({ file }) => (file.world.organisation.profileRemoval === 'allowed' ? 'yes' : 'no'),
    perItem: false,
    ask: 'Does Settings offer to remove the management profile?',
    changeable: 'another-way',
  },
} as const satisfies Record<string, Fact>;
