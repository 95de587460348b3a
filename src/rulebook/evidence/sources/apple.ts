/** Pages and program text published by Apple. */
export const APPLE_SOURCES = {
  'SEED-C': {
    strength: 'A-old',
    title: 'Apple: Get help restoring from an iCloud backup (iOS 7 and 8)',
    where: 'https://support.apple.com/en-us/HT201418',
  },
  'AP-METHODS': {
    strength: 'A',
    title: 'Apple: Backup methods for iPhone and iPad',
    where: 'https://support.apple.com/en-au/108771',
  },
  'AP-ICLOUD': {
    strength: 'A',
    title: 'Apple: What does iCloud back up?',
    where: 'https://support.apple.com/zh-cn/108770',
  },
  'AP-ICLOUD-OLD': {
    strength: 'A-old',
    title: 'Apple: What does iCloud back up? (older text)',
    where: 'https://support.apple.com/HT207428',
  },
  'AP-IUG': {
    strength: 'A',
    title: 'Apple: iCloud User Guide, backups',
    where: 'https://support.apple.com/en-om/guide/icloud/mm085db3a8d6',
  },
  'AP-IHELP': {
    strength: 'A-old',
    title: 'Apple: iCloud Help, choosing what to back up',
    where: 'https://help.apple.com/icloud/#mm6a9671f057',
  },
  'AP-ENC': {
    strength: 'A',
    title: 'Apple: About encrypted backups',
    where: 'https://support.apple.com/en-ca/HT203790',
  },
  'AP-ENC-OLD': {
    strength: 'A-old',
    title: 'Apple: About encrypted backups in iTunes (older text)',
    where: 'https://support.apple.com/en-mk/HT205220',
  },
  'AP-ENCPW': {
    strength: 'A*',
    title: 'Apple: If the password of an encrypted backup is forgotten',
    where: 'https://support.apple.com/108313',
  },
  'AP-MISSING': {
    strength: 'A',
    title: 'Apple: If information is missing after restoring from iCloud',
    where: 'https://support.apple.com/ja-jp/102325',
  },
  'AP-BACKFAIL': {
    strength: 'A',
    title: 'Apple: If iCloud cannot back up',
    where: 'https://support.apple.com/sv-se/HT203516',
  },
  'AP-MANAGED': {
    strength: 'A',
    title: 'Apple: Backing up managed apps',
    where: 'https://support.apple.com/zh-tw/102017',
  },
  'AP-MANAGED-OLD': {
    strength: 'A-old',
    title: 'Apple: Backing up managed apps and settings (older text)',
    where: 'https://support.apple.com/no-no/HT205199',
  },
  'AP-DEPLOY': {
    strength: 'A',
    title: 'Apple Platform Deployment: back up and restore managed devices',
    where: 'https://support.apple.com/th-th/guide/deployment/depd44f045b4/web',
  },
  'AP-CONFIG': {
    strength: 'A',
    title: 'Apple Configurator User Guide: backup',
    where: 'https://support.apple.com/en-ge/guide/apple-configurator-mac/aside/cad67d80cfc6',
  },
  'AP-MDMICLOUD': {
    strength: 'A',
    title: 'Apple: management settings for iCloud',
    where: 'https://support.apple.com/guide/mdm/ (topic mdmdd145a51ca)',
  },
  'AP-SECBACKUP': {
    strength: 'A',
    title: 'Apple Platform Security: Security of iCloud Backup',
    where: 'https://support.apple.com/en-gb/guide/security/sec2c21e7f49/web',
  },
  'AP-SECBACKUP-OLD': {
    strength: 'A-old',
    title: 'Apple Platform Security: iCloud Backup contents (older edition)',
    where: 'https://support.apple.com/en-gw/guide/security/sec2c21e7f49/web',
  },
  'AP-KEYBAGS': {
    strength: 'A',
    title: 'Apple Platform Security: Keybags for Data Protection',
    where: 'https://support.apple.com/en-gb/guide/security/sec6483d5760/web',
  },
  'AP-KCDP': {
    strength: 'A',
    title: 'Apple Platform Security: Keychain data protection',
    where: 'https://support.apple.com/en-gb/guide/security/secb0694df1a/web',
  },
  'AP-IOSSEC': {
    strength: 'A*',
    title: 'Apple iOS Security Guide, as quoted by Hetzel in 2014',
    where: 'https://www.hetzel.net/2014-09-20/ios-backups-device-migration',
  },
  'AP-ADP': {
    strength: 'A',
    title: 'Apple: iCloud data security overview',
    where: 'https://support.apple.com/en-gb/102651',
  },
  'AP-KCREC': {
    strength: 'A',
    title: 'Apple Platform Security: iCloud Keychain recovery and escrow',
    where: 'https://support.apple.com/guide/security/secdeb202947/web',
  },
  'AP-PHOTOS': { strength: 'A', title: 'Apple: iCloud Photos', where: 'https://support.apple.com/en-il/HT204264' },
  'AP-DEVBACKUP': {
    strength: 'A',
    title: 'Apple Developer: Optimizing app data for iCloud backup',
    where: 'https://developer.apple.com/documentation/foundation/optimizing_your_app_s_data_for_icloud_backup',
  },
  'AP-STORAGE': {
    strength: 'A*',
    title: 'Apple Developer: iOS Data Storage Guidelines',
    where: 'https://developer.apple.com/icloud/documentation/data-storage/',
  },
  'AP-FORUM': {
    strength: 'A',
    title: 'Apple Developer Forums: which parts of an app are backed up',
    where: 'https://developer.apple.com/forums/thread/113648',
  },
  'AP-FORUM-KC': {
    strength: 'A',
    title: 'Apple Developer Forums: saved passwords and restores',
    where: 'https://developer.apple.com/forums/thread/93373',
  },
  'AP-IAP': {
    strength: 'A',
    title: 'Apple: Restore in-app purchases',
    where: 'https://support.apple.com/ro-ro/108096',
  },
  'DM-REST': {
    strength: 'C',
    title: 'Apple device management: restrictions',
    where: 'https://github.com/apple/device-management/blob/b6202ca/mdm/profiles/com.apple.applicationaccess.yaml',
  },
  'DM-INSTALL': {
    strength: 'C',
    title: 'Apple device management: app installation command',
    where: 'https://github.com/apple/device-management/blob/b6202ca/mdm/commands/application.install.yaml',
  },
  'DM-APPMAN': {
    strength: 'C',
    title: 'Apple device management: managed app declaration',
    where:
      'https://github.com/apple/device-management/blob/b6202ca/declarative/' +
      'declarations/configurations/app.managed.yaml',
  },
  'DM-INFO': {
    strength: 'C',
    title: 'Apple device management: device information query',
    where: 'https://github.com/apple/device-management/blob/b6202ca/mdm/commands/information.device.yaml',
  },
  'DM-SKIP': {
    strength: 'C',
    title: 'Apple device management: setup pages that can be skipped',
    where: 'https://github.com/apple/device-management/blob/b6202ca/other/skipkeys.yaml',
  },
  'SEC-ITEM': {
    strength: 'C',
    title: 'Apple Security source: SecItem.h',
    where: 'https://github.com/apple-oss-distributions/Security/blob/db15acbe/keychain/headers/SecItem.h',
  },
  'SEC-DB': {
    strength: 'C',
    title: 'Apple Security source: SecItemDb.c',
    where: 'https://github.com/apple-oss-distributions/Security/blob/db15acbe/keychain/securityd/SecItemDb.c',
  },
  'SEC-PRIV': {
    strength: 'C',
    title: 'Apple Security source: SecItemPriv.h',
    where: 'https://github.com/apple-oss-distributions/Security/tree/db15acbe/keychain',
  },
  'SEC-README': {
    strength: 'C',
    title: 'Apple Security source: README.keychain',
    where: 'https://github.com/apple-oss-distributions/Security/blob/db15acbe/README.keychain',
  },
  'AP-ICE': {
    strength: 'A',
    title: 'Apple Platform Security: iCloud encryption',
    where: 'https://support.apple.com/en-qa/guide/security/sec3cac31735/1/web/1',
  },
  'AP-CLOUDKIT': {
    strength: 'A-old',
    title: 'Apple Platform Security: end-to-end encryption in CloudKit, with the table for Messages (older edition)',
    where: 'https://support.apple.com/en-gb/guide/security/sec3cac31735/web',
  },
  'AP-HOME': {
    strength: 'A',
    title: 'Apple Platform Security: HomeKit data',
    where: 'https://support.apple.com/en-bn/guide/security/sec49613249e/web',
  },
  'AP-ENERGY': {
    strength: 'A',
    title: 'Apple Platform Security: EnergyKit data',
    where: 'https://support.apple.com/en-lk/guide/security/secd0a47c14c/web',
  },
  'AP-ADP-COUNTS': {
    strength: 'A*',
    title: 'Apple: counts and lists of the iCloud data security overview, as repeated by others',
    where:
      'https://gearbriefly.pages.dev/2026/05/19/apple-advanced-data-protection-icloud-recovery-checklist; ' +
      'livemint.com, 12 December 2023; https://techfashionweb.com/',
  },
  'AP-IDRS': {
    strength: 'A*',
    title: 'Apple: iCloud Data Recovery Service, as quoted',
    where: 'https://apfelpatient.de/en/?p=25544',
  },
  'AP-SDP': {
    strength: 'A',
    title: 'Apple: About Stolen Device Protection',
    where: 'https://support.apple.com/en-sg/120340',
  },
  'AP-MAA': {
    strength: 'A',
    title: 'Apple Platform Support: Managed Apple Accounts',
    where: 'https://support.apple.com/fr-ca/guide/platform-support/depdebc08867/web',
  },
  'AP-MAA-ACCESS': {
    strength: 'A',
    title: 'Apple Business Manager guide: services for Managed Apple Accounts',
    where: 'https://support.apple.com/en-au/guide/apple-business-manager/axm171b3ee95/web',
  },
  'AP-MAA-CONTROL': {
    strength: 'A',
    title: 'Apple Business guide: what users may use',
    where: 'https://support.apple.com/guide/business/axm53xk34bq/web',
  },
  'AP-MAA-SEC': {
    strength: 'A',
    title: 'Apple Platform Security: Managed Apple Accounts',
    where: 'https://support.apple.com/guide/security/managed-apple-account-security-sec049674014/web',
  },
  'AP-UNENROL': {
    strength: 'A',
    title: 'Apple Business guide: unenrol devices and sign out users',
    where: 'https://support.apple.com/en-qa/guide/business/axm1bd0cc49b/web',
  },
  'AP-MIGRATE': {
    strength: 'A',
    title: 'Apple Platform Deployment: moving devices to another management service',
    where: 'https://support.apple.com/en-lb/guide/deployment/dep4acb2aa44/web',
  },
  'AP-MIGRATE-DEV': {
    strength: 'A',
    title: 'Apple Developer: migrating managed devices',
    where: 'https://developer.apple.com/documentation/devicemanagement/migrating-managed-devices',
  },
  'AP-RETURN': {
    strength: 'A',
    title: 'Apple Platform Deployment: Return to Service',
    where: 'https://support.apple.com/en-lamr/guide/deployment/dep17cb455a0/1/web/1.0',
  },
  'AP-RETURN-DEV': {
    strength: 'A',
    title: 'Apple Developer: returning a managed device to service',
    where: 'https://developer.apple.com/documentation/devicemanagement/returning-a-managed-device-to-service',
  },
  'AP-MIGKIT': {
    strength: 'A',
    title: 'Apple Developer: AppMigrationKit',
    where: 'https://developer.apple.com/documentation/appmigrationkit',
  },
  'AP-RN26': {
    strength: 'A',
    title: 'Apple: release notes of iOS and iPadOS 26',
    where: 'https://developer.apple.com/documentation/ios-ipados-release-notes/ios-ipados-26-release-notes',
  },
  'AP-FORUM-QS': {
    strength: 'A*',
    title: 'Apple Developer Forums: saved passwords and Quick Start',
    where: 'https://developer.apple.com/forums/thread/788360',
  },
  'AP-PASSKEY': {
    strength: 'A',
    title: 'Apple: About the security of passkeys',
    where: 'https://support.apple.com/en-nz/102195',
  },
  'AP-KCPRIV': {
    strength: 'A',
    title: 'Apple: iCloud Keychain and privacy',
    where: 'https://www.apple.com/uk/legal/privacy/data/en/icloud-keychain/',
  },
  'AP-SHAREDLIB': {
    strength: 'A',
    title: 'Apple: iCloud Shared Photo Library',
    where: 'https://support.apple.com/en-us/123926',
  },
  'AP-FAMILY': {
    strength: 'A-old',
    title: 'Apple: sharing purchases with the family (older text)',
    where: 'https://support.apple.com/en-gw/guide/mac-help/mchlc2b37692/10.13/mac/10.13',
  },
  'AP-PATENT': {
    strength: 'A*',
    title: 'Apple patent application on moving data to a new device, 2019, abstract',
    where: 'https://strike.market/stocks/AAPL/patents/34158',
  },
  'DM-ERASE': {
    strength: 'C',
    title: 'Apple device management: erase command',
    where: 'https://github.com/apple/device-management/blob/b6202ca/mdm/commands/device.erase.yaml',
  },
} as const;
