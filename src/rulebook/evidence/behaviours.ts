import type { DisputeId } from './disputes.ts';
import type { SourceKey } from './sources.ts';

/** One documented behaviour that the simulator shows. */
export interface Behaviour {
  readonly says: string;
  /** A and B are third-party guides; C is the older Apple text; D is public documentation and reports. */
  readonly document: 'A' | 'B' | 'C' | 'D';
  /** For D the one that carries it best; the facts name the others. */
  readonly source: SourceKey;
  /** Set when another source says otherwise. */
  readonly disputed?: DisputeId;
}

/** The catalogue that rules, machines and scenarios point at, and that coverage counts. */
export const BEHAVIOURS = {
  A1: {
    says: 'A restore can finish without trouble and still lack expected data. The screen gives no hint of it.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'warnings-during-restore',
  },
  A2: {
    says: 'What may come back is settled before the restore ends. After that, nothing the person does changes it.',
    document: 'A',
    source: 'SEED-A',
  },
  A3: {
    says: 'Data missing after a finished restore is not late. Waiting does not return it.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'second-phase-after-completion',
  },
  A4: {
    says: 'Finished means three things: the Home Screen is there, setup is done, and the restore has not begun again.',
    document: 'A',
    source: 'SEED-A',
  },
  A5: {
    says: 'A finished restore with gaps is not the same as one that failed or was stopped.',
    document: 'A',
    source: 'SEED-A',
  },
  A6: {
    says: 'After the end, the phone does not go back for what it left out. There is no second round.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'second-phase-after-completion',
  },
  A7: {
    says: 'The same backup under the same conditions gives the same result, however often it is restored.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'repeating-the-restore',
  },
  A8: {
    says: 'Every kind of data is judged for itself. One kind may return while another does not.',
    document: 'A',
    source: 'SEED-A',
  },
  A9a: {
    says: 'If the security of the phone has changed since the backup, protected data may be held back.',
    document: 'A',
    source: 'SEED-A',
  },
  A9b: {
    says: 'If encryption no longer fits what the data need, certain kinds are left out.',
    document: 'A',
    source: 'SEED-A',
  },
  A9c: {
    says: 'If the account or the device differs from what the backup recorded, some data are skipped.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'what-decides-exclusion',
  },
  A10: { says: 'Leaving data out follows a rule. It is a decision and not a fault.', document: 'A', source: 'SEED-A' },
  A11: {
    says: 'A restore that goes on failing after an iOS update, with nothing else changed, is a case for support.',
    document: 'A',
    source: 'SEED-A',
  },
  A12a: {
    says: 'iCloud brings photos, contacts and calendars after the restore, little by little, on its own.',
    document: 'A',
    source: 'SEED-A',
  },
  A12b: {
    says: 'Nothing that the restore left out returns by sync. That way stays shut.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'equal-copy-from-a-service',
  },
  A12c: { says: 'Data arriving by sync is no sign that a restore is still going on.', document: 'A', source: 'SEED-A' },
  A13: {
    says: 'What was made later than the backup was never part of it. The restore did its work correctly.',
    document: 'A',
    source: 'SEED-A',
  },
  A14: {
    says:
      'Some apps fetch their data after login; others keep it encrypted on the phone. So an app can return ' +
      'without its data.',
    document: 'A',
    source: 'SEED-A',
  },
  A15: {
    says:
      'Only a change in the device, the trust in the account, or the encryption can change the result. Trying ' +
      'again does not.',
    document: 'A',
    source: 'SEED-A',
    disputed: 'what-decides-exclusion',
  },
  A16: {
    says: 'Four checks help: it finished, what is missing, was it ever in the backup, and repeating brings nothing.',
    document: 'A',
    source: 'SEED-A',
  },
  A17: {
    says:
      'A restore rebuilds what fits today. It weighs the record in the backup against the phone and adapts, ' +
      'without failing.',
    document: 'A',
    source: 'SEED-A',
  },
  A18: {
    says:
      'What a person can do ends with the restore. They did nothing wrong, the backup may keep its worth, and ' +
      'other data remain.',
    document: 'A',
    source: 'SEED-A',
  },
  B1: {
    says: 'A restore empties the phone and sets it back to the day of the backup.',
    document: 'B',
    source: 'SEED-B',
  },
  B2: {
    says: 'Photos newer than the backup and kept nowhere else are lost with the erase.',
    document: 'B',
    source: 'SEED-B',
  },
  B3: {
    says: 'This guide says that an iCloud backup never holds the camera roll, only settings, app data and messages.',
    document: 'B',
    source: 'SEED-B',
    disputed: 'photos-in-icloud-backup',
  },
  B4: {
    says: 'iCloud Photos keeps the library apart from the backup. Erase and restore do not touch it.',
    document: 'B',
    source: 'SEED-B',
  },
  B5a: {
    says: 'A backup on a computer holds the camera roll, so restoring it brings the photos back.',
    document: 'B',
    source: 'SEED-B',
  },
  B5b: {
    says: 'Photos can come down again from iCloud Photos. The guide sends people to Recently Deleted for this.',
    document: 'B',
    source: 'SEED-B',
    disputed: 'recently-deleted-brings-library',
  },
  B5c: {
    says: 'Copies may exist elsewhere: on another device of the account, on the photos website, or on a Mac.',
    document: 'B',
    source: 'SEED-B',
  },
  B5d: {
    says: 'Programs by other makers search the phone for deleted pictures. Success is not certain.',
    document: 'B',
    source: 'SEED-B',
  },
  B6: {
    says: 'To be safe another time, turn on iCloud Photos or copy pictures to a computer beforehand.',
    document: 'B',
    source: 'SEED-B',
  },
  B7: {
    says: 'A deleted photo can be recovered for 30 days.',
    document: 'B',
    source: 'SEED-B',
    disputed: 'recently-deleted-days',
  },
  B8: { says: 'iCloud Photos protects as much as fits into the iCloud space.', document: 'B', source: 'SEED-B' },
  B9: { says: 'With no backup at all, there is little hope of recovery.', document: 'B', source: 'SEED-B' },
  B10: {
    says: 'Photo services by other makers may hold copies, if they upload by themselves.',
    document: 'B',
    source: 'SEED-B',
  },
  C1: {
    says: 'A phone in use must be erased before an iCloud restore. Check first that a backup exists.',
    document: 'C',
    source: 'SEED-C',
  },
  C2: { says: 'Only what was saved on the date of the backup comes back.', document: 'C', source: 'SEED-C' },
  C3: {
    says: 'An iCloud restore needs power, Wi-Fi and an up-to-date iOS.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'cellular-for-restore',
  },
  C4: { says: 'The backups can be looked up on the device or from a computer.', document: 'C', source: 'SEED-C' },
  C5a: {
    says:
      'The list can be empty because no backup ever finished. An unfinished one has no size or date and is of ' +
      'no use.',
    document: 'C',
    source: 'SEED-C',
  },
  C5b: {
    says: 'A backup can be dimmed because the phone has an older iOS. An update makes it available.',
    document: 'C',
    source: 'SEED-C',
  },
  C5c: {
    says:
      'A backup can be missing because another account made it. Going back to sign-in lets the person try each ' +
      'account.',
    document: 'C',
    source: 'SEED-C',
  },
  C5d: {
    says: 'A backup can be gone because the device made none for 180 days. Apple may then delete it.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'how-long-backups-are-kept',
  },
  C6: {
    says: 'While the restore runs, iCloud Backup is greyed out in Settings, next to a button that stops it.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'stopping-a-restore',
  },
  C7: {
    says: 'iCloud keeps three backups per device, each with date, time and name. The newest is usually the right one.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'number-of-backups-kept',
  },
  C8: {
    says: 'A backup fits another kind of device too. Apps that cannot run there are left out.',
    document: 'C',
    source: 'SEED-C',
  },
  C9: { says: 'The phone must have the iOS version of the backup or a later one.', document: 'C', source: 'SEED-C' },
  C10: {
    says: 'In iOS 7 camera photos stay with the kind of device: those of an iPhone do not go to an iPad.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'photos-bound-to-device-kind',
  },
  C11: {
    says: 'On iOS 8 the cloud photo library, while on, keeps pictures and films out of the backup.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'photos-in-icloud-backup',
  },
  C12: {
    says: 'On iOS 8 without the cloud photo library, pictures are in the backup but stay with the kind of device.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'photos-bound-to-device-kind',
  },
  C13: {
    says: 'Items bought with several accounts ask for several passwords during the restore.',
    document: 'C',
    source: 'SEED-C',
  },
  C14: {
    says:
      'Settings and accounts come first. After a restart, media, apps, books and photos arrive while the phone ' +
      'is usable.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'second-phase-after-completion',
  },
  C15: {
    says: 'A connection alert asks for power and Wi-Fi, and then for patience. A picture of the alert helps support.',
    document: 'C',
    source: 'SEED-C',
  },
  C16: {
    says:
      'Time depends on place and connection. A gigabyte may need 1 to 4 hours on a fast line, and longer when ' +
      'travelling.',
    document: 'C',
    source: 'SEED-C',
    disputed: 'duration-of-restore',
  },
  D1: {
    says:
      'A phone in use holds data of its own. An erase takes them and frees their space; ' +
      'a restore refused or given up leaves them.',
    document: 'D',
    source: 'IDR-111',
  },
  D2: {
    says: 'A computer restore onto a phone in use replaces or adds, depending on the program and its options.',
    document: 'D',
    source: 'DEC-A',
    disputed: 'restore-onto-used-phone',
  },
  D3: { says: 'At an erase the eSIM can be kept or deleted.', document: 'D', source: 'ESIM-K' },
  D4: {
    says: 'Parts of an app need one another. A part that arrived without the other is of no use.',
    document: 'D',
    source: 'NOTESN',
  },
  D5: {
    says: 'Data of an app that is not there are held until the app is installed.',
    document: 'D',
    source: 'LIMD-APP',
    disputed: 'data-of-absent-apps',
  },
  D6: { says: 'What a restore brought can be lost by what the person does later.', document: 'D', source: 'DEC-W' },
  D7: { says: 'A single damaged item is skipped, or it stops the whole restore.', document: 'D', source: 'NUG-21' },
  D8: {
    says: 'A move straight from the old phone is a way of its own, with its own needs and contents.',
    document: 'D',
    source: 'QS',
  },
  D9: {
    says: 'Borrowed iCloud space keeps a backup for 21 days, once prolonged, and not every kind of data is in it.',
    document: 'D',
    source: 'TEMP',
    disputed: 'health-in-borrowed-space',
  },
  D10: {
    says: 'A backup describes itself. It can lack its list of apps, be partial, or contradict itself.',
    document: 'D',
    source: 'IDB2',
  },
  D11: {
    says: 'End-to-end services open with the passcode of an earlier device or a recovery way. A reset loses them.',
    document: 'D',
    source: 'AP-ICE',
  },
  D12: {
    says: 'Messages in iCloud have a second key, which lies in the iCloud backup.',
    document: 'D',
    source: 'AP-CLOUDKIT',
    disputed: 'messages-end-to-end',
  },
  D13: { says: 'A Managed Apple Account keeps and buys less than a personal one.', document: 'D', source: 'AP-MAA' },
  D14: {
    says: 'Away from known places, Stolen Device Protection delays or refuses steps that come before a restore.',
    document: 'D',
    source: 'AP-SDP',
    disputed: 'erase-under-theft-protection',
  },
  D15: {
    says: 'Enrolment is a step of setup. An old profile from a backup can block it.',
    document: 'D',
    source: 'INTUNE',
    disputed: 'enrolment-after-older-backup',
  },
  D16: {
    says: 'The backup or transfer that an app makes itself has conditions, and it can fail.',
    document: 'D',
    source: 'WA-3',
  },
  D17: {
    says: 'An iCloud restore can be interrupted, freeze or be forced to restart in each of its phases.',
    document: 'D',
    source: 'UNANS',
  },
  D18: {
    says: 'From iOS 13 on, versions differ in what a backup holds and what a restore does.',
    document: 'D',
    source: 'PINF',
  },
  D19: {
    says: 'Before a phone is erased or handed in, what exists only there can be told.',
    document: 'D',
    source: 'AP-METHODS',
  },
  D20: {
    says: 'The ways to a new phone differ in what they bring. Which one is best depends on the case.',
    document: 'D',
    source: 'QS-26',
  },
} as const satisfies Record<string, Behaviour>;

export type BehaviourId = keyof typeof BEHAVIOURS;
