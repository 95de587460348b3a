import { compareVersions } from '../../model/version.ts';
import { type ServiceId, type ServiceRow, SERVICES } from '../../model/services.ts';
import type { CaseFile } from '../case/case-file.ts';
import { accountOfServices, type Question } from '../case/situation.ts';
import { readHolds } from './account.facts.ts';
import { serviceState, switchAt } from './captured.facts.ts';
import { type Fact, UNKNOWN } from './fact.ts';

/*
 * What iCloud keeps encrypted from end to end hangs on one chain. The keys lie with the person's own devices, and a
 * new one gets them with the passcode of an older device, or with a recovery way of the account: one answer opens the
 * keychain, Health, Home and all the others, whether or not passwords are kept in iCloud Keychain.
 */

/** Whether only the person's own devices hold the keys of this copy. Before Health and Home there was the keychain. */
function isEndToEnd({ file, category, situation }: Question): boolean {
  const { service } = category;
  if (service === undefined) return false;
  if (file.world.edition !== 'modern') return service === 'keychain';
  const { endToEnd, sealedSince }: ServiceRow = SERVICES[service];
  if (sealedSince !== undefined && compareVersions(situation.ios, sealedSince) < 0) return false;
  const sealed = category.endToEnd ?? endToEnd;
  return (
    sealed === 'always' ||
    (sealed === 'advanced' && accountOfServices(file, situation)?.advancedDataProtection === 'on')
  );
}

/** While iCloud Backup is on, the backup holds the key of Messages in iCloud; switched off, that key is replaced. */
function hasKeyInBackup({ file, category, backup }: Question): string {
  const { services } = file.world;
  if (category.service !== 'messages' || backup?.kind !== 'icloud') return 'no';
  if (backup.account !== services.account || backup.backupTurnedOff !== undefined) return 'no';
  const atBackup = switchAt({ file, backup }, 'messages', 'atBackup');
  return atBackup === 'on' ? 'yes' : atBackup === 'off' ? 'no' : UNKNOWN;
}

/** What another device of the account still has. */
const onAnotherDevice = (file: CaseFile): ReadonlySet<string> =>
  file.remember(
    'on another device',
    () => new Set(file.world.copies.filter(({ kind }) => kind === 'other-device').flatMap(({ of }) => of)),
  );

/**
 * A reset deletes what is encrypted by standard; what it does to the rest, no source says. In the days when the
 * keychain was all that was sealed, a reset put that of the device in its place (EE-31).
 */
const afterReset = ({ file, item, category }: Question): string => {
  if (file.world.edition !== 'modern') return 'reset';
  const sealed = category.endToEnd ?? (category.service && SERVICES[category.service].endToEnd);
  if (sealed !== 'always') return UNKNOWN;
  return onAnotherDevice(file).has(item.id) ? 'refilled' : 'reset';
};

function readTrust(question: Question): string {
  const { file, situation } = question;
  if (!isEndToEnd(question) || situation.keychainPasscode === 'given') return 'reachable';
  if (situation.keychainPasscode === 'reset') return afterReset(question);
  const key = hasKeyInBackup(question);
  if (key !== 'no') return key === 'yes' ? 'reachable' : UNKNOWN;
  const account = accountOfServices(file, situation);
  const isLost = account?.recovery === 'lost' && account.devicePasscode === 'forgotten';
  return isLost && file.world.edition === 'modern' ? 'lost' : 'waits';
}

/**
 * Whether iCloud may keep a copy that a prohibition holds back: where its service is and was off, where the item never
 * went up or was deleted, there is none, and nobody is told that it is still there.
 */
function mayKeepACopy(question: Question): boolean {
  const now = serviceState(question, 'now');
  if (now === 'on') return ['yes', UNKNOWN].includes(readHolds(question));
  return now === UNKNOWN || ['on', UNKNOWN].includes(serviceState(question, 'atBackup'));
}

export function readAllowed(question: Question): string {
  const { file, category, situation } = question;
  const { service } = category;
  if (service === undefined) return 'yes';
  const { organisation } = file.world;
  const switches: Readonly<Partial<Record<ServiceId, string>>> = {
    keychain: organisation.keychainSync,
    photos: organisation.photosSync,
    drive: organisation.documentSync,
  };
  if (switches[service] === 'forbidden' && mayKeepACopy(question)) return 'no';
  const account = accountOfServices(file, situation);
  if (account?.kind !== 'managed') return 'yes';
  const { managed } = SERVICES[service];
  if (managed === 'no') return 'not-managed';
  if (account.services === 'forbidden') return 'not-this-account';
  return managed === 'unknown' || account.services === 'unknown' ? UNKNOWN : 'yes';
}

/** What an account has to have before iCloud hands out its own copy. */
export const CHAIN_FACTS = {
  'service.allowed': {
    title: 'The organisation',
    group: 'the organisation',
    values: {
      yes: 'allows this service',
      no: 'forbids this service',
      'not-this-account': 'lets this Managed Apple Account use no iCloud services',
      'not-managed': 'gave out a Managed Apple Account, which cannot keep this',
    },
    read: readAllowed,
    perItem: true,
    ask: 'Does an organisation allow this iCloud service, on this device and for this account?',
    changeable: 'another-way',
  },
  'service.trust': {
    title: 'The keys of the iCloud copy',
    group: 'account trust',
    values: {
      reachable: 'can be reached',
      waits: 'wait for the passcode of an older device or a recovery way',
      lost: 'cannot be reached',
      reset: 'were given up with a reset, and the copy with them',
      refilled: 'were reset, and another trusted device sent its copy again',
    },
    read: readTrust,
    perItem: true,
    ask:
      'Is the passcode of an older device known, or is there a trusted device, a recovery contact or a ' +
      'recovery key?',
    changeable: 'now',
  },
  'service.two-factor': {
    title: 'Two-factor authentication',
    group: 'account trust',
    values: { on: 'is on', off: 'is off' },
    read: ({ file, situation }) => (accountOfServices(file, situation)?.twoFactor === 'off' ? 'off' : 'on'),
    perItem: false,
    ask: 'Does the account use two-factor authentication?',
    changeable: 'now',
  },
} as const satisfies Record<string, Fact>;
