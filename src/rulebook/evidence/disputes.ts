import type { SourceKey } from './sources.ts';

/** A point on which sources differ. The report shows both sides and the one we follow. */
export interface Dispute {
  /** The question, as one would ask it. */
  readonly about: string;
  readonly sides: readonly { readonly says: string; readonly by: SourceKey }[];
  /** What the rules do. */
  readonly follows: string;
  readonly because: string;
}

/** Every disagreement that can change a verdict or a message. */
export const DISPUTES = {
  'photos-in-icloud-backup': {
    about: 'Are photos part of an iCloud backup?',
    sides: [
      { says: 'An iCloud backup never holds the camera roll.', by: 'SEED-B' },
      { says: 'Photos are in the backup as long as iCloud Photos is off.', by: 'AP-ICLOUD' },
      { says: 'In iOS 8, photos are in the backup while the cloud library is off.', by: 'SEED-C' },
    ],
    follows: 'Photos count as backed up while iCloud Photos is off. While it is on, they sync.',
    because: 'Apple says so for both eras. The guide is right only for people who use iCloud Photos.',
  },
  'recently-deleted-brings-library': {
    about: 'Does a library come back through Recently Deleted?',
    sides: [
      { says: 'After a restore, open Recently Deleted and recover everything there.', by: 'SEED-B' },
      { says: 'The cloud library arrives by itself on a phone that signs in.', by: 'AP-PHOTOS' },
    ],
    follows: 'The library arrives by sync. Recently Deleted helps only with photos that were deleted.',
    because: 'Apple describes how its own service works. A restore deletes nothing in the cloud.',
  },
  'second-phase-after-completion': {
    about: 'Does anything still arrive once the Home Screen is there?',
    sides: [
      { says: 'The end is final, and no later round follows.', by: 'SEED-A' },
      { says: 'After the restart, purchases and photos go on arriving while the phone is used.', by: 'SEED-C' },
      { says: 'Data may still arrive in the background, so waiting can be right.', by: 'AP-MISSING' },
    ],
    follows: 'The restore ends after the background phase. What a rule left out by then stays out.',
    because: 'Apple describes the late phase. The guide holds for excluded data, not for data still on the way.',
  },
  'repeating-the-restore': {
    about: 'Can a second attempt bring more?',
    sides: [
      { says: 'Equal conditions give an equal result on every attempt.', by: 'SEED-A' },
      { says: 'A missing password or an unfinished download can be made up for later.', by: 'AP-MISSING' },
    ],
    follows: 'Rules give the same answer each time. Waiting items and broken connections are no verdicts.',
    because: 'Both are right about different things: decisions repeat, interruptions need not.',
  },
  'messages-in-computer-backup': {
    about: 'Are synced messages in a computer backup?',
    sides: [
      { says: 'Messages already kept in iCloud are left out.', by: 'AP-METHODS' },
      { says: 'For computer backups, marks that exclude message files are ignored.', by: 'DOMAINS' },
      { says: 'Messages can be read from any computer backup.', by: 'MVT' },
    ],
    follows: 'They are left out, with a note that they may be present after all.',
    because: 'The Apple page is the stronger source. The file list makes an exception possible.',
  },
  'call-history-unencrypted': {
    about: 'Are calls in an unencrypted computer backup?',
    sides: [
      { says: 'Calls are stored only with encryption.', by: 'AP-ENC' },
      { says: 'Calls are on the general list for computer backups.', by: 'DOMAINS' },
      { says: 'An unencrypted backup was found to have no calls.', by: 'NETIMD' },
    ],
    follows: 'Calls need an encrypted computer backup.',
    because: 'Apple and the finding agree. A mark on the file itself would explain the list, but this is a guess.',
  },
  'safari-history-unencrypted': {
    about: 'Is the browser history in an unencrypted computer backup?',
    sides: [
      { says: 'Website history is stored only with encryption.', by: 'AP-ENC' },
      { says: 'Browser history is on the general list for computer backups.', by: 'DOMAINS' },
    ],
    follows: 'The history needs an encrypted computer backup.',
    because: 'The Apple page is stronger, and an analysis tool finds the history only there.',
  },
  'saved-passwords-unencrypted': {
    about: 'Are saved passwords in an unencrypted computer backup?',
    sides: [
      { says: 'Saved passwords need an encrypted backup.', by: 'AP-METHODS' },
      { says: 'They are present, locked with a key of the device that made them.', by: 'AP-IOSSEC' },
      { says: 'After a plain backup they are gone on a different device.', by: 'AP-FORUM-KC' },
      { says: 'Users of an app expect its codes after a plain backup.', by: 'FREEOTP' },
    ],
    follows: 'They come back on the same device only.',
    because: 'The two fit together: for any other device the passwords are as good as missing.',
  },
  'wifi-passwords-in-icloud-backup': {
    about: 'Are Wi-Fi passwords in an iCloud backup?',
    sides: [
      { says: 'Backups preserve Wi-Fi passwords.', by: 'IMBA' },
      { says: 'The known networks are not sent to iCloud.', by: 'DOMAINS' },
      { says: 'Saved passwords in an iCloud backup are locked to one device.', by: 'AP-IOSSEC' },
    ],
    follows: 'They do not come from the backup. iCloud Keychain may bring them.',
    because: 'The file list and the security guide agree. The article does not tell the kinds of backup apart.',
  },
  'saved-passwords-on-another-device': {
    about: 'Do passwords from an iCloud backup reach another device?',
    sides: [
      { says: 'Saved passwords are among the data to move, and iCloud backup is a way to do it.', by: 'EVERYTECH' },
      { says: 'They are locked with a key of the device that made the backup.', by: 'AP-IOSSEC' },
      { says: 'A secret bound to one device never moves.', by: 'SEC-ITEM' },
      { says: 'An iCloud backup brings them to the same device only.', by: 'AP-FORUM-KC' },
    ],
    follows: 'On another device only iCloud Keychain brings them.',
    because: 'Apple explains the lock. The article does not say which way carries which data.',
  },
  'home-in-icloud-backup': {
    about: 'Are Home settings in an iCloud backup?',
    sides: [
      { says: 'The Home configuration is part of the backup.', by: 'AP-SECBACKUP-OLD' },
      { says: 'Data of the Home app are not sent to iCloud backups.', by: 'DOMAINS' },
      { says: 'Home data sync with end-to-end encryption.', by: 'AP-ADP' },
    ],
    follows: 'They are not in the backup. They sync.',
    because: 'The newer sources agree; the other one is an older edition.',
  },
  'number-of-backups-kept': {
    about: 'How many backups does iCloud keep for a device?',
    sides: [
      { says: 'The latest three are kept.', by: 'SEED-C' },
      { says: 'A new backup takes the place of the one before.', by: 'IPHONEFAQ' },
      { says: 'Only the newest backup of a device stays, by an article of 2025.', by: 'ARCHIVED' },
    ],
    follows: 'Three in the time of iOS 7 and 8. Since then those count that the story names.',
    because: 'The older Apple text gives the number. No current Apple page was found that does.',
  },
  'how-long-backups-are-kept': {
    about: 'When does the limit of 180 days begin?',
    sides: [
      { says: 'After 180 days without a backup, Apple may delete the backups.', by: 'SEED-C' },
      { says: 'Once iCloud Backup is turned off, the last backup stays for 180 days.', by: 'AP-IUG' },
    ],
    follows: 'Both start the count. Past the limit a backup may be gone: only the list shows whether it is.',
    because: 'Both texts are by Apple. Neither promises deletion on the exact day.',
  },
  'photos-bound-to-device-kind': {
    about: 'Do backed-up photos stay with the kind of device?',
    sides: [
      { says: 'In iOS 7 and 8, photos of an iPhone do not go to an iPad.', by: 'SEED-C' },
      { says: 'Between iPad and iPhone some data do not come along; photos are not named.', by: 'AP-MISSING' },
    ],
    follows: 'The rule holds for iOS 7 and 8 only.',
    because: 'The older text names its versions. For later ones no source states a rule for photos.',
  },
  'sim-card-for-messages': {
    about: 'Do messages need the same SIM card?',
    sides: [
      { says: 'The SIM card used for the backup is needed to recover messages.', by: 'AP-SECBACKUP-OLD' },
      { says: 'Only the voicemail password needs that SIM card.', by: 'AP-ICLOUD' },
    ],
    follows: 'Today only the voicemail password needs it.',
    because: 'The current page is newer. The older edition counts for its own time.',
  },
  'contacts-in-icloud-backup': {
    about: 'Are contacts, calendars and notes in an iCloud backup?',
    sides: [
      { says: 'They are listed as content of the backup.', by: 'AP-SECBACKUP-OLD' },
      { says: 'They are left out when they already sync with iCloud.', by: 'AP-METHODS' },
      { says: 'Their files are on the list of what is backed up.', by: 'DOMAINS' },
    ],
    follows: 'Synced ones are left out. Those kept only on the phone are in the backup.',
    because: 'The current page decides for synced data. The file list covers the rest.',
  },
  'recently-deleted-days': {
    about: 'How long does Recently Deleted keep a photo?',
    sides: [
      { says: 'It is kept for 30 days.', by: 'SEED-B' },
      { says: 'It is kept for 30 days.', by: 'BURA-RD' },
      { says: 'It is finally removed after up to 40 days.', by: 'CANDID' },
    ],
    follows: 'A photo can be recovered for 30 days.',
    because: 'Most sources say 30. No Apple page with the longer limit was found.',
  },
  'what-decides-exclusion': {
    about: 'What decides whether data are left out?',
    sides: [
      { says: 'Security, encryption, account trust and the state of the device decide.', by: 'SEED-A' },
      { says: 'Fixed lists and settings decide what a backup holds.', by: 'AP-METHODS' },
      { says: 'The class of a secret decides whether it can move.', by: 'SEC-ITEM' },
    ],
    follows: 'The rules use what can be checked: lists, classes, encryption, and whether it is the same device.',
    because: 'Apple gives conditions that can be tested. Only the guide speaks of account trust in general.',
  },
  'warnings-during-restore': {
    about: 'Does a restore warn about missing data?',
    sides: [
      { says: 'No warning appears.', by: 'SEED-A' },
      { says: 'Connection alerts and password requests appear.', by: 'SEED-C' },
      { says: 'A note tells that the restore is still running.', by: 'AP-MISSING' },
    ],
    follows: 'Rules leave data out in silence. Trouble with network, passwords or space does show a message.',
    because: 'The sources speak of different events, so both can be true.',
  },
  'stopping-a-restore': {
    about: 'What happens when the person stops a restore?',
    sides: [
      { says: 'What has not arrived is lost unless the phone is erased and restored again.', by: 'OSXD' },
      { says: 'The button exists; nothing is said about its effect.', by: 'SEED-C' },
    ],
    follows: 'What has not arrived is given up.',
    because: 'One article names the effect, and the Apple text does not contradict it. The evidence is thin.',
  },
  'duration-of-restore': {
    about: 'How long does a restore take?',
    sides: [
      { says: 'A gigabyte takes one to four hours, however fast the line.', by: 'SEED-C' },
      { says: 'Hours or days for what follows.', by: 'WEBSET' },
      { says: 'From minutes upwards.', by: 'SLASH' },
    ],
    follows: 'Simulated time stays between 1 and 4 hours per gigabyte. It never changes a verdict.',
    because: 'Only the older Apple text gives a figure. No modern one was found.',
  },
  'cellular-for-restore': {
    about: 'Can an iCloud restore use mobile data?',
    sides: [
      { says: 'Wi-Fi or 4G will do.', by: 'WEBSET' },
      { says: 'Wi-Fi is needed.', by: 'SEED-C' },
    ],
    follows: 'Wi-Fi is needed.',
    because: 'Apple is the stronger source. What modern mobile plans allow was not checked.',
  },
  'bluetooth-pairings': {
    about: 'Do Bluetooth pairings come back?',
    sides: [
      { says: 'A computer backup holds nearly every setting.', by: 'AP-METHODS' },
      { says: 'The files with the pairings do not move to another device.', by: 'DOMAINS' },
      { says: 'Bluetooth keys stay with one device.', by: 'AP-IOSSEC' },
    ],
    follows: 'They come back on the same device only.',
    because: 'Two detailed sources agree, and the general statement leaves room for exceptions.',
  },
  'equal-copy-from-a-service': {
    about: 'Can excluded data still appear by sync?',
    sides: [
      { says: 'Sync never brings excluded data.', by: 'SEED-A' },
      { says: 'Passwords that arrive from iCloud Keychain are kept beside the backup.', by: 'SEC-DB' },
      { says: 'Older sets of contacts can be recovered from iCloud.', by: 'ARCHIVE' },
    ],
    follows: 'The excluded copy stays out. An equal copy from a service is shown as another origin.',
    because: 'Both hold at once, because the copies are different ones.',
  },
  'home-in-computer-backup': {
    about: 'Are Home data in a computer backup?',
    sides: [
      { says: 'Home data are not part of local backups.', by: 'AP-HOME' },
      { says: 'Home data are stored on a computer with encryption, on the list of iOS 16.4.', by: 'DOMAINS' },
    ],
    follows: 'They are in no computer backup. They sync.',
    because: 'The present Apple guide is the stronger source and the newer one. The list tells of iOS 16.4.',
  },
  'contacts-in-computer-backup': {
    about: 'Does a computer backup bring contacts that iCloud keeps?',
    sides: [
      { says: 'What iCloud already holds is left out.', by: 'AP-METHODS' },
      { says: 'Only contacts of the phone itself are put back. The others come with the account.', by: 'LIMD-1495' },
      { says: 'Contacts are found in any computer backup.', by: 'MVT' },
    ],
    follows: 'They come by sync. With nobody signed in, whether they come is unknown.',
    because: 'Apple says what a person can count on. A file that is there need not be put back.',
  },
  'notes-in-computer-backup': {
    about: 'Does a computer backup bring notes that iCloud keeps?',
    sides: [
      { says: 'What iCloud already holds is left out.', by: 'AP-METHODS' },
      { says: 'Reading tools find notes of the iCloud account in the backup.', by: 'NOTES-R' },
    ],
    follows: 'They come by sync. With nobody signed in, whether they come is unknown.',
    because: 'Apple says what a person can count on. A tool may still read the notes in the backup.',
  },
  'screen-time-passcode-in-backup': {
    about: 'Which backups bring the Screen Time passcode?',
    sides: [
      { says: 'Up to iOS 12 only encrypted ones hold it; from iOS 13 none does.', by: 'PINF' },
      { says: 'Some users say every backup brings it, others only an encrypted one.', by: 'SCREENT' },
    ],
    follows:
      'A plain backup never brings it. From iOS 13 no computer backup does, and the account may. Of an iCloud backup ' +
      'it is asked.',
    because: 'The author of a tool looked for it in many computer backups. The users report single cases.',
  },
  'voice-memos-in-icloud-backup': {
    about: 'Does an iCloud backup hold voice memos while iCloud is off for them?',
    sides: [
      { says: 'They belong to it up to iOS 11 only.', by: 'AP-ICLOUD-OLD' },
      { says: 'What no service syncs is copied into it.', by: 'AP-ICLOUD' },
    ],
    follows: 'From iOS 12 on it is asked. While iCloud is on for them, the backup leaves them out.',
    because:
      'Both texts are by Apple. The older one does not speak of the switch, and the newer one not of voice memos.',
  },
  'health-in-borrowed-space': {
    about: 'Does a backup in borrowed iCloud space hold Health?',
    sides: [
      { says: 'It holds everything, Health included.', by: 'TEMP' },
      { says: 'The file list leaves Health out of this kind of backup.', by: 'DOMAINS' },
    ],
    follows: 'Health is not in it.',
    because: 'The list is what iOS itself works by. The guides speak in general.',
  },
  'whatsapp-in-phone-backup': {
    about: 'Does the backup of the phone hold what a messenger keeps in a sealed backup of its own?',
    sides: [
      { says: 'The backup of the phone still holds an open copy.', by: 'WA-1' },
      { says: 'The chats are then left out of it.', by: 'WA-2' },
    ],
    follows: 'Unknown, unless the case says what the list of backed-up apps showed.',
    because: 'Both are editions of one page by the maker, and neither has a date.',
  },
  'keychain-by-quick-start': {
    about: 'Do secrets of apps come along in a direct move?',
    sides: [
      { says: 'Those that are not bound to the device come, as with an encrypted backup.', by: 'AP-FORUM-QS' },
      { says: 'A secret was missing after Quick Start.', by: 'TESSER' },
      { says: 'The key to a store was missing after Quick Start.', by: 'NOTESN' },
    ],
    follows: 'Movable secrets come. For a secret of unknown class it is unknown.',
    because: 'An Apple engineer gives the principle. The reports do not name the class.',
  },
  'erase-under-theft-protection': {
    about: 'Does an erase wait for an hour under Stolen Device Protection?',
    sides: [
      { says: 'Sensitive steps need the face or finger, and some need an hour as well.', by: 'AP-SDP' },
      { says: 'The erase stands among the steps that need the face or finger alone.', by: 'SDP-LISTS' },
    ],
    follows: 'An erase needs the face or finger, without an hour. Steps of the account and Find My wait.',
    because: 'The lists agree with one another, and Apple’s text leaves room for them.',
  },
  'theft-protection-by-default': {
    about: 'Does iOS 26.4 turn Stolen Device Protection on by itself?',
    sides: [
      { says: 'It is a setting that the person turns on.', by: 'AP-SDP' },
      { says: 'With iOS 26.4 it is on for all, by reports; one observer saw an invitation.', by: 'SDP-264' },
    ],
    follows: 'Unknown from iOS 26.4 on, so the case has to say it.',
    because: 'No Apple text on the change was read.',
  },
  'restore-onto-used-phone': {
    about: 'Does a computer restore empty a phone in use first?',
    sides: [
      { says: 'A restore empties the phone.', by: 'SEED-B' },
      { says: 'Apps stay. Only their data are replaced.', by: 'DEC-A' },
    ],
    follows: 'Apps stay and data are replaced. An erase is an act of its own.',
    because: 'The maker of backup tools describes it in detail. The guide speaks of restores in general.',
  },
  'direct-move-on-assigned-phone': {
    about: 'Can a phone that is assigned to an organisation offer the direct move?',
    sides: [
      { says: 'The page has a switch to show or hide it.', by: 'DM-SKIP' },
      { says: 'Such a phone does not offer it.', by: 'INTUNE' },
      { says: 'Administrators never saw it there.', by: 'INTUNE-TALK' },
    ],
    follows: 'It is not offered on an assigned phone.',
    because: 'The switch can only hide. Documentation and practice agree.',
  },
  'enrolment-after-older-backup': {
    about: 'Does a phone enrol after a restore of a backup from before its enrolment?',
    sides: [
      { says: 'On another phone setup goes on to Remote Management.', by: 'INTUNE' },
      { says: 'Under iOS 9 the enrolment was lost.', by: 'RADAR' },
      { says: 'Such a restore can disturb the managed state.', by: 'INTUNE-TALK' },
    ],
    follows: 'On another phone it enrols. On the same phone the backup decides, with a warning.',
    because: 'The documentation is newer than the reports, and it tells the two cases apart.',
  },
  'data-of-absent-apps': {
    about: 'What becomes of data whose app is not there after a restore by a tool?',
    sides: [
      { says: 'They are held aside until the app is there.', by: 'MBDRIVE' },
      { says: 'They came only with the option to remove.', by: 'PMD-1053' },
      { says: 'They did not come back.', by: 'LIMD-APP' },
    ],
    follows: 'They wait for their app.',
    because: 'The program itself shows a place for such data. The reports may have ended too early.',
  },
  'supervised-restore-ios-27': {
    about: 'Is the erase of a supervised phone with iOS 27 a fault or a rule?',
    sides: [
      { says: 'A restore by a tool ended in an erased phone.', by: 'LIMD-1746' },
      { says: 'Supervision no longer comes from a backup, taken for an intended change.', by: 'NUG-1108' },
    ],
    follows: 'It is told as reported.',
    because: 'No Apple text on it was read.',
  },
  'keychain-after-app-delete': {
    about: 'Does deleting an app remove its secrets?',
    sides: [
      { says: 'Deleting and installing anew cleans an app.', by: 'NOTESN' },
      { says: 'Its secrets stay in the keychain.', by: 'KCPERS' },
    ],
    follows: 'The secrets stay unless the app clears them.',
    because: 'Many makers agree on it, each with a case.',
  },
  'messages-end-to-end': {
    about: 'Can messages in iCloud be opened when no trusted device is left?',
    sides: [
      { says: 'They are sealed, and only trusted devices or a recovery way open them.', by: 'AP-ICE' },
      { says: 'While iCloud Backup is on, the backup holds their key.', by: 'AP-CLOUDKIT' },
    ],
    follows: 'The key in the backup opens them, as long as iCloud Backup was on.',
    because: 'Both are Apple’s texts. The table of the older one names each case.',
  },
} as const satisfies Record<string, Dispute>;

export type DisputeId = keyof typeof DISPUTES;
