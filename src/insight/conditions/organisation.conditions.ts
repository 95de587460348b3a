import { type ConditionRow, wholeOf } from './row.ts';

const parts = wholeOf('organisation');
const computer = wholeOf('computer');
const allowed = (what: string) => ({ allowed: `Ask the organisation to allow ${what}`, forbidden: `The organisation forbids ${what}` });
const onComputer = { applies: ({ route }: { readonly route: string }) => route === 'computer' };

/** What an organisation forbids, and how the program on the computer restores. */
export const ORGANISATION_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'icloudBackup', title: 'iCloud Backup in the organisation', group: 'outside', when: 'before-the-backup', parts,
    helps: ['allowed'], values: allowed('iCloud Backup'), moves: ['organisation.icloud-backup'],
  },
  {
    key: 'erase', title: 'Erasing in the organisation', group: 'outside', when: 'another-way', parts, helps: ['allowed'],
    values: allowed('erasing'), moves: [], unblocks: ['erase-refused'],
  },
  {
    key: 'restorePane', title: 'The restore choice in the organisation', group: 'outside', when: 'another-way', parts,
    helps: ['allowed'], values: allowed('the choice to restore'), moves: [], unblocks: ['restore-hidden'],
  },
  {
    key: 'appStore', title: 'The App Store in the organisation', group: 'outside', when: 'another-way', parts, helps: ['allowed'],
    values: allowed('the App Store'), moves: ['organisation.app-store', 'app.present'],
  },
  {
    key: 'pairing', title: 'Computers in the organisation', group: 'outside', when: 'another-way', parts, helps: ['allowed'],
    values: allowed('this computer'), moves: [], unblocks: ['pairing-forbidden', 'given-up', 'erase-refused'],
  },
  {
    key: 'keychainSync', title: 'iCloud Keychain in the organisation', group: 'outside', when: 'another-way', atOnce: true, parts,
    helps: ['allowed'], values: allowed('iCloud Keychain'), moves: ['service.allowed', 'keychain.passcode'],
  },
  {
    key: 'photosSync', title: 'iCloud Photos in the organisation', group: 'outside', when: 'another-way', atOnce: true, parts,
    helps: ['allowed'], values: allowed('iCloud Photos'), moves: ['service.allowed'],
  },
  {
    key: 'documentSync', title: 'iCloud Drive in the organisation', group: 'outside', when: 'another-way', atOnce: true, parts,
    helps: ['allowed'], values: allowed('iCloud Drive'), moves: ['service.allowed'],
  },
  {
    key: 'systemFiles', title: 'What the program asks for', group: 'outside', when: 'another-way', parts: computer, helps: ['yes'],
    ...onComputer, values: { yes: 'Let the program restore everything, not app data alone', no: 'The program restores app data alone' },
    moves: ['computer.system-files'],
  },
  {
    key: 'keepsSettings', title: 'Settings and the program', group: 'outside', when: 'another-way', parts: computer, helps: ['no'],
    ...onComputer,
    values: { no: 'Let the program put back the settings of the backup', yes: 'The program leaves the settings as they are' },
    moves: ['computer.keeps-settings'],
  },
  {
    key: 'installsApps', title: 'Apps and the program', group: 'outside', when: 'another-way', parts: computer, helps: ['yes'],
    ...onComputer, values: { yes: 'Let the program install the apps', no: 'The program installs no apps' },
    moves: ['computer.installs-apps', 'app.present'],
  },
];
