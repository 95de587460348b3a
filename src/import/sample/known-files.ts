/** A file that lies in every backup of iOS, or in every encrypted one. */
export interface KnownFile {
  readonly domain: string;
  readonly path: string;
  /** Bytes on a phone that has been used for two years. */
  readonly size: number;
  readonly protectionClass: number;
  readonly onlyEncrypted: boolean;
}

/** Path, thousands of bytes, protection class; `E` where only encrypted backups hold it. Facts: DOMAINS, ILEAPP. */
const BY_DOMAIN: Readonly<Record<string, readonly (readonly [string, number, number, 'E'?])[]>> = {
  HomeDomain: [
    ['Library/SMS/sms.db', 48_200, 4],
    ['Library/SMS/sms.db-wal', 410, 4],
    ['Library/SMS/Drafts/draft-1/composition.plist', 2, 3],
    ['Library/AddressBook/AddressBook.sqlitedb', 3_100, 4],
    ['Library/AddressBook/AddressBookImages.sqlitedb', 12_400, 4],
    ['Library/Calendar/Calendar.sqlitedb', 2_700, 4],
    ['Library/Reminders/Container_v1/Stores/Data-local.sqlite', 640, 3],
    ['Library/Notes/notes.sqlite', 210, 3],
    ['Library/CallHistoryDB/CallHistory.storedata', 890, 4],
    ['Library/Safari/Bookmarks.db', 1_300, 4],
    ['Library/Safari/History.db', 6_900, 3, 'E'],
    ['Library/Safari/SafariTabs.db', 1_900, 3, 'E'],
    ['Library/Accounts/Accounts3.sqlite', 520, 4],
    ['Library/Mail/Accounts.plist', 6, 3],
    ['Library/Voicemail/voicemail.db', 74, 4],
    ['Library/Voicemail/1.amr', 96, 4],
    ['Library/SpringBoard/IconState.plist', 9, 4],
    ['Library/SpringBoard/OriginalLockBackground.cpbitmap', 11_800, 4],
    ['Library/Wallpapers/Home.ci.data', 5_300, 4],
    ['Library/UserNotifications/Library/PushStore', 3, 4],
    ['Library/Preferences/.GlobalPreferences.plist', 4, 4],
    ['Library/Preferences/com.apple.springboard.plist', 14, 4],
    ['Library/Preferences/com.apple.mobilephone.plist', 3, 4],
    ['Library/Preferences/com.apple.MobileBluetooth.devices.plist', 5, 4],
    ['Library/Passes/Cards/sample.pkpass/pass.json', 7, 3],
    ['Library/Passes/passes23.sqlite', 380, 3],
    ['Library/TCC/TCC.db', 90, 4],
    ['Library/ConfigurationProfiles/ClientTruth.plist', 2, 4],
    ['Library/WebClips/sample.webclip/Info.plist', 1, 4],
    ['Library/Shortcuts/Shortcuts.sqlite', 760, 3],
    ['Library/NanoBackup/backup.plist', 1_100, 3],
    ['Library/DoNotDisturb/DB/ModeConfigurations.json', 6, 3, 'E'],
    ['Library/CoreDuet/People/interactionC.db', 8_700, 3, 'E'],
    ['Library/Weather/NanoWeather.plist', 3, 4],
    ['Library/Application Support/com.apple.sample/local.db', 120, 3],
    ['Library/Caches/com.apple.persistentURLTranslator.Analytics/urls.sqlitedb', 33, 4],
  ],
  CameraRollDomain: [
    ['Media/PhotoData/Photos.sqlite', 61_000, 4],
    ['Media/PhotoData/Photos.sqlite-wal', 2_100, 4],
    ['Media/PhotoData/AlbumsMetadata/sample.albummetadata', 1, 4],
  ],
  MediaDomain: [
    ['Library/SMS/StickerCache/sample.heic', 44, 4],
    ['Media/Recordings/CloudRecordings.db', 180, 3],
    ['Media/Recordings/20251108 101500.m4a', 4_400, 3],
    ['Media/Vibrations/UserGeneratedVibrationPatterns.plist', 2, 4],
  ],
  HealthDomain: [
    ['Health/healthdb.sqlite', 3_600, 1, 'E'],
    ['Health/healthdb_secure.sqlite', 94_000, 1, 'E'],
    ['MedicalID/MedicalIDData.archive', 5, 2, 'E'],
  ],
  HomeKitDomain: [['Library/homed/datastore.sqlite', 1_020, 3, 'E']],
  KeychainDomain: [['keychain-backup.plist', 498, 1]],
  ProtectedDomain: [['trustd/private/TrustStore.sqlite3', 37, 4]],
  KeyboardDomain: [
    ['Library/Keyboard/dynamic-text.dat', 22, 3],
    ['Library/Keyboard/user_model_database.sqlite', 81, 3],
  ],
  TonesDomain: [['Media/iTunes_Control/iTunes/Ringtones.plist', 1, 4]],
  BooksDomain: [['Purchases/Purchases.plist', 2, 4]],
  WirelessDomain: [
    ['Library/Databases/DataUsage.sqlite', 130, 4],
    ['Library/Preferences/com.apple.commcenter.plist', 6, 4],
  ],
  SystemPreferencesDomain: [
    ['SystemConfiguration/preferences.plist', 9, 4],
    ['com.apple.networkextension.plist', 4, 4],
    ['com.apple.wifi.known-networks.plist', 21, 4, 'E'],
  ],
  RootDomain: [
    ['Library/Caches/locationd/clients.plist', 108, 4],
    ['Library/Preferences/com.apple.preferences.network.plist', 2, 4],
  ],
  ManagedPreferencesDomain: [['mobile/.GlobalPreferences.plist', 1, 4]],
  DatabaseDomain: [['com.apple.xpc.launchd/disabled.plist', 1, 4]],
  InstallDomain: [['Library/MobileInstallation/BackedUpState/sample.plist', 3, 4]],
  NetworkDomain: [['Library/Preferences/com.apple.symptomsd.plist', 1, 4]],
  'AppDomain-com.apple.mobilesafari': [['Library/Safari/ReadingListArchives/sample.plist', 5, 3]],
  'AppDomain-com.apple.Maps': [['Library/Maps/MapsSync_0.0.1', 720, 3]],
  'AppDomainGroup-group.com.apple.notes': [
    ['NoteStore.sqlite', 9_800, 3],
    ['Accounts/LocalAccount/Media/sample/photo.jpg', 2_300, 3],
  ],
  'AppDomainGroup-group.com.apple.FileProvider.LocalStorage': [['File Provider Storage/Lease.pdf', 1_450, 3]],
  'SysContainerDomain-com.apple.accessoryd': [['Library/Preferences/sample.plist', 1, 4]],
  'SysSharedContainerDomain-systemgroup.com.apple.configurationprofiles': [
    ['Library/ConfigurationProfiles/UserSettings.plist', 12, 4],
  ],
  'SysSharedContainerDomain-systemgroup.com.apple.bluetooth': [
    ['Library/Database/com.apple.MobileBluetooth.ledevices.paired.db', 28, 4],
  ],
};

export const KNOWN_FILES: readonly KnownFile[] = Object.entries(BY_DOMAIN).flatMap(([domain, files]) =>
  files.map(([path, thousands, protectionClass, only]) => ({
    domain,
    path,
    size: thousands * 1000,
    protectionClass,
    onlyEncrypted: only === 'E',
  })),
);
