import { eachOf } from '../model/optional.ts';
import { counted, formatBytes, formatCount } from '../model/bytes.ts';
import { compareVersions, isVersion } from '../model/version.ts';
import type { BackupRead, ListSummary, StatusFacts } from './backup.ts';
import { type CheckFinding, failedCheck, notKnowable, passed } from './check-finding.ts';

const ANOTHER = 'Make a new backup, if the device is still there, or look for an older one of it.';
const CORRUPT = 'error 205: the backup is corrupt or not compatible';
const NEVER_FINISHED = 'error 204: there is no usable backup';

/** What a device understands; iOS 18.2 was looked at. */
const STATUS_VERSIONS = { from: '2.4', before: '4.0' };
const MANIFEST_VERSIONS = { from: '7.4', before: '11.0' };
/** Versions of the list of domains (`SystemDomainsVersion`) in backups that devices took, of 2016 and of iOS 27. */
const SEEN_DOMAINS = { oldest: '20.0', newest: '24.0' };
/** What is no version may be anything, a name as well, and does not pass. */
const shown = (version: string | undefined): string =>
  version === undefined ? 'not given' : isVersion(version) ? version : 'none that there is';

const lies = (version: string, { from, before }: typeof STATUS_VERSIONS): boolean =>
  compareVersions(version, from) >= 0 && compareVersions(version, before) < 0;

export function findStatus({ status, manifest }: BackupRead): CheckFinding {
  switch (status.state) {
    case 'missing':
      return failedCheck('There is no Status.plist.', NEVER_FINISHED, ANOTHER);
    case 'empty':
      return failedCheck('Status.plist is empty.', NEVER_FINISHED, ANOTHER);
    case 'unreadable':
      return failedCheck(`Status.plist cannot be read: ${status.problem}.`, CORRUPT, ANOTHER);
    case 'read':
      break;
  }
  const { facts } = status;
  if (facts.missing.length > 0)
    return failedCheck(`Status.plist lacks ${facts.missing.join(', ')}.`, 'error 11: a value is missing', ANOTHER);
  const { version } = facts;
  if (version === undefined || !isVersion(version) || !lies(version, STATUS_VERSIONS))
    return failedCheck(
      `Its version is ${shown(version)}.`,
      'error 203: the versions do not fit together',
      'Update the device, or make a new backup.',
    );
  if (facts.backupState === 'empty') return failedCheck('It calls the backup empty.', NEVER_FINISHED, ANOTHER);
  if (facts.backupState === 'old')
    return failedCheck('It calls the backup old.', 'error 203: the backup is in an old format', ANOTHER);
  if (facts.backupState !== 'new') return failedCheck('Its state is none that a device knows.', CORRUPT, ANOTHER);
  return snapshotOf(facts, manifest.state);
}

function snapshotOf({ snapshotState }: StatusFacts, manifest: BackupRead['manifest']['state']): CheckFinding {
  const hasManifest = manifest === 'read';
  switch (snapshotState) {
    case 'finished':
      return manifest === 'empty'
        ? failedCheck('It says “finished”, and Manifest.plist beside it is empty.', CORRUPT, ANOTHER)
        : passed('It says “finished”.');
    case 'removing':
      return passed('It was finished, and was still being tidied up. A device takes it.');
    case 'moving':
      return passed('It was still being put together. A device takes what lies in Snapshot as well.');
    case 'uploading':
      return hasManifest
        ? passed('The last run broke off. A device takes the older state that lies beneath; a tool may refuse it.')
        : failedCheck('It broke off while files were copied, and nothing older lies beneath.', NEVER_FINISHED, ANOTHER);
    default:
      return failedCheck('Its state of the copy is none that a device knows.', CORRUPT, ANOTHER);
  }
}

export function findFormat({ manifest }: BackupRead): CheckFinding {
  switch (manifest.state) {
    case 'missing':
      return failedCheck('There is no Manifest.plist.', CORRUPT, ANOTHER);
    case 'empty':
      return failedCheck('Manifest.plist is empty.', CORRUPT, ANOTHER);
    case 'unreadable':
      return failedCheck(`Manifest.plist cannot be read: ${manifest.problem}.`, CORRUPT, ANOTHER);
    case 'read':
      break;
  }
  const { version, lockdown } = manifest.facts;
  const notTexts = eachOf(lockdown?.notTexts);
  if (notTexts.length > 0)
    return failedCheck(`What it says of the device is no text (${notTexts.join(', ')}).`, CORRUPT, ANOTHER);
  if (version === undefined || !isVersion(version)) return notKnowable('It does not say of which version it is.');
  if (!lies(version, MANIFEST_VERSIONS))
    return failedCheck(
      `Its version is ${version}.`,
      'error 203: the version of the backup is not supported',
      'Update the device, or make a new backup.',
    );
  return findDomainsVersion(version, manifest.facts.systemDomainsVersion);
}

/** Each device takes a range of its own, which nobody has published (FM-19). */
function findDomainsVersion(version: string, domains: string | undefined): CheckFinding {
  if (domains === undefined) return passed(`Its version is ${version}.`);
  const isSeen =
    isVersion(domains) &&
    compareVersions(domains, SEEN_DOMAINS.oldest) >= 0 &&
    compareVersions(domains, SEEN_DOMAINS.newest) <= 0;
  return isSeen
    ? passed(`Its version is ${version}, and that of its list of domains is ${domains}.`)
    : notKnowable(
        `Its version is ${version}, but that of its list of domains is ${shown(domains)}: devices were seen to take ` +
          `${SEEN_DOMAINS.oldest} to ${SEEN_DOMAINS.newest}. Outside of its range a device answers with error 203.`,
      );
}

export function findKeybag({ keybag, manifest }: BackupRead): CheckFinding {
  if (manifest.state !== 'read') return notKnowable('It lies in Manifest.plist, which cannot be read.');
  switch (keybag.state) {
    case 'read':
      return passed('It is there.');
    case 'unreadable':
      return failedCheck(`It cannot be read: ${keybag.problem}.`, 'error 1: the key bag cannot be read', ANOTHER);
    case 'missing':
    case 'empty':
      return failedCheck('There is none. A device asks for it even where nothing is encrypted.', CORRUPT, ANOTHER);
  }
}

export function findPassword({ encryption, manifest, headerSaysEncrypted }: BackupRead): CheckFinding {
  const isDeclared = manifest.state === 'read' ? manifest.facts.isEncrypted === true : undefined;
  if (isDeclared === false && headerSaysEncrypted === true)
    return failedCheck(
      'The backup says that it is not encrypted, and its list of files is.',
      CORRUPT,
      'Nobody is asked for a password, so nothing can be read. ' + ANOTHER,
    );
  switch (encryption.state) {
    case 'plain':
      return passed('None is needed: the backup is not encrypted.');
    case 'unlocked':
      return passed('It opens the backup.');
    case 'list open':
    case 'declared':
      return notKnowable('The backup is encrypted. Whether somebody knows the password cannot be told from here.');
    case 'not told':
      return notKnowable('No file says whether the backup is encrypted.');
    case 'locked':
      break;
  }
  switch (encryption.why) {
    case 'no password yet':
      return notKnowable('The backup is encrypted, and no password was given.');
    case 'wrong password':
      return failedCheck(
        'The password that was given does not open it.',
        'error 207: the password is wrong',
        'Try older ones: it is the password that was set for backups of this device, and neither that of an account ' +
          'nor a passcode.',
      );
    case 'damaged keybag':
    case 'no keybag':
    case 'too many rounds': {
      const { problem = LOCKED_BY[encryption.why] } = encryption;
      return failedCheck(`${problem}.`, CORRUPT, ANOTHER);
    }
  }
}

const LOCKED_BY = {
  'damaged keybag': 'The key bag is damaged',
  'no keybag': 'There is no key bag',
  'too many rounds': 'The key bag asks for more work than any device does',
} as const;

/** Lists of this size were reported to be too much for a device (FM-20). */
const TOO_LARGE_A_LIST = 1.2e9;

export function findList(
  { list: kind, listSize, encryption, manifest }: BackupRead,
  list: ListSummary | undefined,
): CheckFinding {
  if (kind === 'missing')
    return failedCheck(
      manifest.state === 'read'
        ? 'It is missing: only it says what the files are.'
        : 'It is missing, and so is Manifest.plist.',
      'an error that names Manifest.db',
      ANOTHER,
    );
  if (listSize !== undefined && listSize >= TOO_LARGE_A_LIST)
    return notKnowable(
      `It is there and takes ${formatBytes(listSize)}. Devices were reported to give up on lists of that size (FM-20).`,
    );
  if (list) return passed(`It names ${counted(list.files, 'file')}.`);
  return encryption.state === 'locked'
    ? notKnowable('It is there and locked by the password.')
    : failedCheck('It is there and cannot be read as a list.', CORRUPT, ANOTHER);
}

export function findPayload({ payload }: BackupRead, list: ListSummary | undefined): CheckFinding {
  if (!list) return notKnowable('The list of files was not read.');
  const { payloadAbsent, payloadOtherLength = 0 } = list;
  if (payload === undefined || payloadAbsent === undefined)
    return notKnowable('The files of the folder could not be looked at.');
  if (payloadAbsent > 0)
    return failedCheck(
      `${formatCount(payloadAbsent)} of ${formatCount(list.files)} files are missing. The restore stops when it ` +
        'comes to them, which can be an hour after it began.',
      'error 205: several errors while files were copied',
      'Copy the folder again from where it came, look for another backup, or have a tool put its list right.',
    );
  if (payloadOtherLength > 0)
    return notKnowable(
      `${formatCount(payloadOtherLength)} files have another length than the list says: changed, or cut off.`,
    );
  return passed(`All ${formatCount(list.files)} are there, in the length that the list says.`);
}
