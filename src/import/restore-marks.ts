import { PathTree } from './path-tree.ts';

/** How files return that do not simply return: they stay with their device, or no restore puts them back. */
export type RestoreMark = 'same-device' | 'never';

const places = (domain: string, folder: string, names: readonly string[]): string[] =>
  names.map((name) => `${domain}/${folder}${folder === '' ? '' : '/'}${name}`);

/** EL-74, FM-18: files of which the file list of iOS 16.4 says that they go to no other device. */
export const STAYS_WITH_ITS_DEVICE: readonly string[] = [
  'DatabaseDomain/lsd/com.apple.lsdidentifiers.plist',
  'HomeDomain/Library/DataAccess/DeviceSpecificInfo.plist',
  'HomeDomain/Library/WebKit/Form Values',
  'WirelessDomain/Library/Logs/IQAgent',
  ...places('HomeDomain', 'Library/Preferences', [
    'com.apple.GMM.plist',
    'com.apple.MobileBluetooth.devices.plist',
    'com.apple.MobileBluetooth.security.plist',
    'com.apple.MobileBluetooth.services.plist',
  ]),
];

/** EL-73, FM-18: files of which the same list says that no restore puts them back. */
export const NEVER_PUT_BACK: readonly string[] = [
  ...places('HomeDomain', 'Library', [
    'AggregateDictionary/ADDataStore.sqlitedb',
    'BackBoard',
    'Caches/com.apple.WebAppCache',
    'Calendar/Attachments',
    'Health',
    'IdentityServices/Persistence/DoNotBackup',
    'Logs/ADDataStore.sqlitedb',
    'Mail/Recents',
    'Mail/Recents-shm',
    'Mail/Recents-wal',
    'Maps',
    'MobileBluetooth/com.apple.MobileBluetooth.ledevices.other.db',
    'Passes/Discovery',
    'Safari/BookmarksSyncMetadata.plist',
    'Safari/SyncedTabsMetadata.plist',
    'SplashBoard',
    'SpringBoard/PushStore',
    'Voicemail/OfflineCache',
    'com.apple.AppleMediaServices.notbackedup',
    'Application Support/com.apple.palette.green.bin',
    'Application Support/com.apple.palette.green.plist',
  ]),
  ...places('HomeDomain', 'Library/Preferences', [
    'com.apple.AOSNotification.FMFAccounts.notbackedup.plist',
    'com.apple.AOSNotification.FMIPAccounts.notbackedup.plist',
    'com.apple.AppleMediaServices.notbackedup',
    'com.apple.MobileAsset.plist',
    'com.apple.MobileBluetooth.ledevices.plist',
    'com.apple.MobileSoftwareUpdate.plist',
    'com.apple.NewDeviceOutreach.plist',
    'com.apple.calaccessd.keepalive',
    'com.apple.cameracapture.volatile.plist',
    'com.apple.carrier*',
    'com.apple.coreaudio.device.plist',
    'com.apple.homed.notbackedup.plist',
    'com.apple.indigo.plist',
    'com.apple.iokit.IOMobileGraphicsFamily.plist',
    'com.apple.migration.plist',
    'com.apple.mmcs.plist',
    'com.apple.mobilerepair.BatteryRepair.plist',
    'com.apple.mobilerepair.DisplayRepair.plist',
    'com.apple.mobilerepaird.plist',
    'com.apple.mobilerepaird.systemhealth.plist',
    'com.apple.nfcacd.plist',
    'com.apple.operator*',
    'com.apple.palette.chestnut.plist',
    'com.apple.rtcreporting.plist',
    'com.apple.seld.plist',
    'com.apple.settings.storage.plist',
    'com.apple.siri.backedup.encrypted.plist',
    'com.apple.smartcharging.topoffprotection.plist',
    'com.apple.stockholm.awd.plist',
    'com.apple.stockholm.plist',
    'com.apple.stockholm.tsmreg.plist',
    'com.apple.voicetrigger.notbackedup.plist',
    'group.com.apple.Livability.plist',
    'nfcd.plist',
  ]),
  ...places('KeyboardDomain', 'Library/Keyboard', [
    'CoreDataUbiquitySupport',
    'Typology',
    'app_usage_database.plist',
    'appusagedatabase.plist',
  ]),
  'KeychainDomain/ocspcache.sqlite3',
  'ProtectedDomain/trustd/private/caissuercache.sqlite3',
  'ProtectedDomain/trustd/private/ocspcache.sqlite3',
  'RootDomain/Library/Caches/locationd/cache_unencrypted.db',
  ...places('RootDomain', 'Library/Preferences', [
    'com.apple.MobileAsset.plist',
    'com.apple.cltm.plist',
    'com.apple.coreservices.appleidauthenticationinfo.plist',
    'com.apple.mmcs.plist',
    'com.apple.osanalytics.OTATaskingAgent.plist',
    'com.apple.powerd.bdc.plist',
    'com.apple.rtcreporting.plist',
    'com.apple.wifi.manager.plist',
    'com.apple.xpc.activity2.plist',
  ]),
  ...places('WirelessDomain', 'Library/Preferences', [
    'com.apple.awdd.persistent.plist',
    'com.apple.awdd.plist',
    'com.apple.commcenter.attach_apn.plist',
    'com.apple.commcenter.carrier_bundle.plist',
    'com.apple.commcenter.device_specific_nobackup.plist',
    'com.apple.commcenter.omadm_apns.plist',
    'no_backup',
  ]),
];

/** Asked of every file of a list. */
export const RESTORE_MARKS = new PathTree<RestoreMark>([
  ...STAYS_WITH_ITS_DEVICE.map((place) => [place, 'same-device'] as const),
  ...NEVER_PUT_BACK.map((place) => [place, 'never'] as const),
]);
