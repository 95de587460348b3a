import type { Situation } from '../../../../src/rulebook/case/situation.ts';
import { type Knobs, inSituation, iosIn, set } from './one-item-world.ts';

/** The devices, the backup, the account and its services, the organisation and the course of the restore. */
export const SURROUNDINGS_KNOBS: Knobs = {
  'backup.chosen': (d, value) => {
    if (value === 'no') d.situation = { ...d.situation, backup: null };
  },
  'backup.encrypted': (d, value) => !['icloud', 'direct'].includes(value) && set('backup', 'encrypted')(d, value),
  'backup.ios': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, backup: null };
    else d.backup['ios'] = iosIn(value);
  },
  'device.ios': inSituation((value) => ({ ios: iosIn(value) })),
  'service.at-backup': (d, value) => void (value !== 'none' && (d.service.atBackup = value)),
  'service.now': (d, value) => {
    if (value === 'none') return;
    d.service.now = value;
    // A service that is on only now leaves it open whether it took the item up; here it did.
    d.item['uploaded'] ??= 'yes';
  },
  'service.account': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, account: null };
    else d.owner = value === 'same' ? 'mara' : 'ola';
  },
  'account.left': (d, value) => {
    if (value === 'no') return;
    d.service.now = 'on';
    d.item['uploaded'] ??= 'yes';
    d.item['syncs'] = 'on';
    d.situation = {
      ...d.situation,
      left: 'mara',
      copies: value === 'unknown' ? 'not-said' : (value as NonNullable<Situation['copies']>),
    };
  },
  'account.signed-out': inSituation((value) => (value === 'yes' ? { left: 'mara' } : {})),
  'provider.keeps': (d, value) => {
    d.item['uploaded'] = value;
  },
  'service.holds': (d, value) => {
    d.item['uploaded'] = value === 'deleted' ? undefined : value;
    if (value === 'deleted') d.item['deleted'] = '2026-02-10';
  },
  'service.allowed': (d, value) => {
    for (const key of ['keychainSync', 'photosSync', 'documentSync'])
      d.organisation[key] = value === 'no' ? 'forbidden' : 'allowed';
    if (value === 'no') {
      // It holds something back only where iCloud may have a copy.
      d.service.now = 'on';
      d.item['uploaded'] ??= 'yes';
      if (d.item['category'] === 'app-keychain') d.item['syncs'] ??= 'on';
    }
    if (value === 'not-managed' || value === 'not-this-account') d.account['kind'] = 'managed';
    if (value === 'not-this-account') d.account['services'] = 'forbidden';
  },
  'service.trust': (d, value) => {
    d.account['advancedDataProtection'] = value === 'lost' || value === 'waits' ? 'on' : 'off';
    d.account['recovery'] = value === 'lost' ? 'lost' : 'available';
    // The key in an iCloud backup would open the messages.
    if (value === 'lost' || value === 'waits') d.backup['backupTurnedOff'] = d.backup['made'];
    const answers = { reachable: 'given', reset: 'reset', refilled: 'reset' } as const;
    d.situation = { ...d.situation, keychainPasscode: answers[value as keyof typeof answers] ?? 'not-asked' };
    if (value === 'refilled') d.copies = [{ kind: 'other-device', of: ['item'] }];
  },
  'service.two-factor': (d, value) => set('account', 'twoFactor')(d, value === 'off' ? 'off' : 'code-arrives'),
  'device.taken': (d, value) => {
    if (value === 'no') return;
    d.device['state'] = 'in-use';
    d.situation = { ...d.situation, [value]: true, esim: 'kept' };
  },
  'restart.forced': (d, value) => {
    if (value === 'none') return;
    d.device['forcedRestart'] = value;
    d.situation = { ...d.situation, restartForced: true };
  },
  'device.full': inSituation((value) => ({ full: value === 'yes' })),
  'backup.keychain': set('backup', 'keychain'),
  'backup.password': (d, value) => {
    d.situation = { ...d.situation, ...(value === 'in-hand' ? {} : { blocked: 'backup-password' }) };
    d.backup['password'] = value === 'missing' ? 'forgotten' : value === 'unknown' ? value : 'known';
  },
  'organisation.app-store': set('organisation', 'appStore'),
  'organisation.icloud-backup': set('organisation', 'icloudBackup'),
  'device.identity': (d, value) => set('device', 'name')(d, value === 'same' ? 'old iPhone' : 'new iPhone'),
  'device.roll': (d, value) => set('device', 'kind')(d, value === 'other' ? 'ipad' : 'iphone'),
  'device.model': (d, value) => set('device', 'model')(d, value === 'other' ? 'iPhone 16' : 'iPhone 15'),
  'device.sim': set('device', 'sim'),
  'device.pairs-a-watch': (d, value) => {
    if (value === 'no') d.device['kind'] = 'ipad';
  },
  'device.supervised': (d, value) => {
    d.device['supervised'] = value;
    d.backup['managedBy'] = 'management';
  },
  'device.assigned': (d, value) => {
    d.device['assigned'] = value;
    d.backup['managedBy'] = 'management';
  },
  'device.supervised-by': (d, value) => {
    if (value !== 'none') Object.assign(d.device, { supervised: 'yes', supervisedBy: value });
  },
  'backup.supervision': (d, value) => {
    if (value === 'alike') return;
    d.backup['supervised'] = 'yes';
    d.organisation['otherSupervision'] = value;
  },
  'backup.managed': (d, value) => void (d.backup['managedBy'] = value === 'no' ? 'none' : 'management'),
  'enrolment.after-older-backup': (d, value) => {
    if (value === 'not-older') return;
    d.device['assigned'] = 'yes';
    d.backup['managedBy'] = 'none';
    d.organisation['afterOlderBackup'] = value;
  },
  'enrolment.state': inSituation((value) => ({ enrolment: value as NonNullable<Situation['enrolment']> })),
  'enrolment.apps-kept': (d, value) => {
    if (value === 'no') return;
    d.device['ios'] = '26.0';
    d.organisation['returnToService'] = 'keeps-apps';
    d.situation = { ...d.situation, wiped: true };
  },
  'enrolment.returned': (d, value) => {
    if (value === 'no') return;
    d.organisation['returnToService'] = 'on';
    d.situation = { ...d.situation, wiped: true };
  },
  'organisation.delivers-apps': set('organisation', 'deliversApps'),
  'enrolment.still-taken': (d, value) => {
    d.organisation['record'] = value === 'no' ? 'gone' : value === 'yes' ? 'kept' : value;
  },
  'profile.removable': (d, value) =>
    set('organisation', 'profileRemoval')(d, value === 'yes' ? 'allowed' : 'forbidden'),
  'device.security-state': (d, value) => {
    d.situation = { ...d.situation, passcode: value === 'kept' };
    if (value === 'unknown') d.backup['passcodeSet'] = 'unknown';
  },
  'account.recorded': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, account: null };
    else d.backup['account'] = value === 'other' ? 'ola' : 'mara';
  },
  'computer.system-files': set('computer', 'systemFiles'),
  'computer.keeps-settings': set('computer', 'keepsSettings'),
  'computer.installs-apps': set('computer', 'installsApps'),
  'move.holds': (d, value) => {
    if (value === 'target') d.item['on'] = d.device['name'] = 'this very iPhone';
    if (value === 'no') d.item['on'] = 'an iPad';
    if (value === 'deleted') d.item['deleted'] = '2026-01-01';
  },
  'old-phone.last-copy': (d, value) => {
    if (value === 'yes') d.oldPhone['state'] = 'erased';
    if (value === 'yes') d.backup['complete'] = 'no';
  },
  'move.carries': set('item', 'carried'),
  'move.room': (d, value) => set('oldPhone', 'fits')(d, { enough: 'yes', 'too-little': 'no' }[value] ?? 'unknown'),
  'move.left-over': (d, value) =>
    set('oldPhone', 'brokenOffMove')(d, value === 'nothing' ? 'leaves-nothing' : 'unknown'),
  'old-phone.state': (d, value) => value !== 'none' && set('oldPhone', 'state')(d, value),
  'line.step': (d, value) => {
    d.device['ios'] = '18.3';
    d.oldPhone['ios'] = '18.3';
    d.oldPhone['esimTransfer'] =
      { moved: 'allowed', left: 'allowed', 'not-offered': 'by-carrier-only' }[value] ?? 'unknown';
    if (value === 'hidden') d.organisation['simPane'] = 'forbidden';
    d.situation = {
      ...d.situation,
      ios: '18.3',
      line: ({ left: 'left', hidden: 'not-asked' } as const)[value] ?? 'moved',
    };
  },
  'watch.step': (d, value) => {
    if (value === 'hidden') d.organisation['watchPane'] = 'forbidden';
    else d.situation = { ...d.situation, watch: value as Situation['watch'] };
  },
  'computer.fetches-apps': (d, value) => {
    if (value === 'no') Object.assign(d.computer, { software: 'pymobiledevice3', systemFiles: 'yes' });
  },
  'backup.app-list': set('backup', 'appList'),
  'backup.space': set('backup', 'space'),
  'backup.borrowed': (d, value) => {
    if (value !== 'within')
      Object.assign(d.backup, { space: 'borrowed', made: '2026-02-01', extended: value === 'over' ? 'no' : 'unknown' });
  },
  'backup.beta': set('backup', 'beta'),
  'restore.blocked': inSituation((value) => ({
    blocked: value === 'none' ? null : (value as NonNullable<Situation['blocked']>),
  })),
  'restore.ended': inSituation((value) => ({ ended: value as Situation['ended'] })),
};
