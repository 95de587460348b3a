/** Tools, transcribed system files, and the issue threads of such tools. */
export const SOFTWARE_SOURCES = {
  DOMAINS: {
    strength: 'R',
    title: 'Domains.plist of iOS 16.4, transcribed',
    where: 'https://gist.github.com/leminlimez/c602c067349140fe979410ef69d39c28',
  },
  TRACE: {
    strength: 'R',
    title: 'traceloupe: audit of what backups cover',
    where: 'https://github.com/PeterBlenessy/traceloupe/blob/d9d7e4b/docs/reference/backup-coverage-audit.md',
  },
  MBPOL: {
    strength: 'R',
    title: 'Restore policy of backupd, decompiled',
    where: 'public decompiled listing; its repository could not be named',
  },
  MBERR: {
    strength: 'R',
    title: 'Error numbers of backupd, decompiled',
    where: 'public decompiled listing; its repository could not be named',
  },
  MBDRIVE: {
    strength: 'R',
    title: 'Restore engine of backupd, decompiled',
    where: 'public decompiled listing; its repository could not be named',
  },
  'BUDDY-ERR': {
    strength: 'R',
    title: 'Error numbers of the Setup app, decompiled',
    where: 'public decompiled listing; its repository could not be named',
  },
  IDB2: {
    strength: 'R',
    title: 'idevicebackup2 source',
    where: 'https://github.com/libimobiledevice/libimobiledevice/blob/fa0f791/tools/idevicebackup2.c',
  },
  'IDB2-MAN': {
    strength: 'R',
    title: 'idevicebackup2 manual page',
    where: 'https://github.com/libimobiledevice/libimobiledevice/blob/fa0f791/docs/idevicebackup2.1',
  },
  PMD3: {
    strength: 'R',
    title: 'pymobiledevice3 backup service',
    where: 'https://github.com/doronz88/pymobiledevice3/blob/62e2957/pymobiledevice3/services/mobilebackup2.py',
  },
  MVT: {
    strength: 'R',
    title: 'Mobile Verification Toolkit: records extracted',
    where: 'https://github.com/mvt-project/mvt/blob/dac4acb/docs/ios/records.md',
  },
  ILEAPP: {
    strength: 'R',
    title: 'iLEAPP: paths and backup records',
    where: 'https://github.com/abrignoni/iLEAPP/blob/423798fa/scripts/artifacts/mobileBackupplist.py',
  },
  IBE: {
    strength: 'R',
    title: 'iTunes-Backup-Explorer: readers for backup files',
    where: 'https://github.com/MaxiHuHe04/iTunes-Backup-Explorer/tree/6948261',
  },
  JSH: {
    strength: 'R',
    title: 'iphone_backup_decrypt: paths and keys',
    where: 'https://github.com/jsharkey13/iphone_backup_decrypt/tree/feeafce',
  },
  'KEYBAG-RE': {
    strength: 'R',
    title: 'iloot: keybag reader',
    where: 'https://github.com/hackappcom/iloot/blob/9362ac9/keystore/keybag.py',
  },
  NUGGET: {
    strength: 'R',
    title: 'Nugget: partial restore',
    where: 'https://github.com/leminlimez/Nugget/blob/db58f7a/src/restore/backup.py',
  },
  NETIMD: {
    strength: 'T',
    title: 'Netimobiledevice issue 58: no calls in an unencrypted backup',
    where: 'https://github.com/artehe/Netimobiledevice/issues/58',
  },
  'LIMD-429': {
    strength: 'T',
    title: 'libimobiledevice issue 429: restoring to another device',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/429',
  },
  'LIMD-460': {
    strength: 'T',
    title: 'libimobiledevice issue 460: code 105',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/460',
  },
  'LIMD-1384': {
    strength: 'T',
    title: 'libimobiledevice issue 1384: code 105 during a backup',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1384',
  },
  'LIMD-12': {
    strength: 'T',
    title: 'libimobiledevice issue 12: locked device',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/12',
  },
  'LIMD-787': {
    strength: 'R',
    title: 'libimobiledevice issues 787 and 726: code 102',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/787',
  },
  'LIMD-205': {
    strength: 'T',
    title: 'Issue threads on code 205',
    where:
      'https://github.com/libimobiledevice/libimobiledevice/issues/801; artehe/Netimobiledevice issue 68; ' +
      'leminlimez/CowabungaLite issue 63',
  },
  'LIMD-207': {
    strength: 'T',
    title: 'libimobiledevice issue 1469: code 207',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1469',
  },
  'LIMD-187': {
    strength: 'T',
    title: 'libimobiledevice issue 187: code 212',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/187',
  },
  'LIMD-1746': {
    strength: 'T',
    title: 'libimobiledevice issue 1746: supervised partial restore',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1746',
  },
  'LIMD-447': {
    strength: 'T',
    title: 'libimobiledevice issue 447: profiles after a restore',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/447',
  },
  'ERR-211': { strength: 'T', title: 'Issue threads on code 211', where: 'https://github.com/2bf/remove-mdm/issues/3' },
  'ERR-22': {
    strength: 'T',
    title: 'Issue threads on code 22',
    where: 'https://github.com/leminlimez/Nugget/issues/230',
  },
  PINF: {
    strength: 'R',
    title: 'Pinfinder issues 62, 77, 78, 96 and 104: where the Screen Time passcode is',
    where: 'https://github.com/gwatts/pinfinder/issues/77; issues 78 and 104',
  },
  'NOTES-R': {
    strength: 'R',
    title: 'Issue threads of reading tools: iCloud notes in computer backups',
    where: 'https://github.com/joz-k/ios_backup_extractor/issues/5; apple_cloud_notes_parser issue 43',
  },
  'IDR-111': {
    strength: 'R',
    title: 'idevicerestore issue 111: what an erase does to the keys',
    where: 'https://github.com/libimobiledevice/idevicerestore/issues/111',
  },
  'LIMD-841': {
    strength: 'R',
    title: 'libimobiledevice issue 841: options that equal Apple’s program',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/841',
  },
  'LIMD-1495': {
    strength: 'R',
    title: 'libimobiledevice issue 1495: contacts in a backup',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1495',
  },
  'LIMD-APP': {
    strength: 'T',
    title: 'libimobiledevice issues 1664 and 1283: apps and their data missing',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1664; issue 1283',
  },
  'LIMD-1361': {
    strength: 'T',
    title: 'libimobiledevice issue 1361: backup without an index',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1361',
  },
  'LIMD-1660': {
    strength: 'T',
    title: 'Two reports of a Manifest.db of 1.2 and 1.5 GB',
    where:
      'https://github.com/libimobiledevice/libimobiledevice/issues/1660; ' +
      'https://github.com/doronz88/pymobiledevice3/issues/1857',
  },
  'LIMD-1033': {
    strength: 'T',
    title: 'libimobiledevice issue 1033: files taken out of a backup',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1033',
  },
  'LIMD-1042': {
    strength: 'T',
    title: 'libimobiledevice issue 1042: no list of apps',
    where: 'https://github.com/libimobiledevice/libimobiledevice/issues/1042',
  },
  'PMD-1053': {
    strength: 'T',
    title: 'pymobiledevice3 issue 1053: option to remove',
    where: 'https://github.com/doronz88/pymobiledevice3/issues/1053',
  },
  'PMD-1574': {
    strength: 'T',
    title: 'pymobiledevice3 issue 1574: setup after a partial restore',
    where: 'https://github.com/doronz88/pymobiledevice3/issues/1574',
  },
  'PMD-507': {
    strength: 'T',
    title: 'pymobiledevice3 pull 507: false error on iOS 17',
    where: 'https://github.com/doronz88/pymobiledevice3/pull/507',
  },
  'NUG-1108': {
    strength: 'T',
    title: 'Nugget issue 1108: supervision on iOS 27',
    where: 'https://github.com/leminlimez/Nugget/issues/1108',
  },
  'NUG-21': {
    strength: 'T',
    title: 'Nugget issue 21: name of a data group with a slash',
    where: 'https://github.com/leminlimez/Nugget/issues/21',
  },
  GOLDEN: {
    strength: 'S',
    title: 'GoldenNugget: notes of release 9.0 beta 1',
    where: 'https://github.com/awesomenull-dev/GoldenNugget/releases/tag/9.0b1',
  },
} as const;
