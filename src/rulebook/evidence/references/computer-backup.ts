/** What a backup on a computer holds, the options of restore tools, and the files that tell about a backup. */
export const COMPUTER_BACKUP = {
  'CP-01': {
    says: 'A backup on a computer covers almost everything on the device, settings included.',
    sources: ['AP-METHODS'],
  },
  'CP-02': {
    says: 'A computer backup leaves out store content, apps, and PDFs saved directly to Books.',
    sources: ['AP-METHODS'],
  },
  'CP-03': {
    says:
      'Music, films, books and photos that were copied over from the computer are not backed up. They are ' +
      'synced from it again.',
    sources: ['AP-METHODS', 'AP-DEPLOY'],
  },
  'CP-04': {
    says: 'What iCloud already holds, such as synced photos and messages, is left out of a computer backup.',
    sources: ['AP-METHODS'],
  },
  'CP-05': {
    says: 'A computer backup has no messages from the Mail app. The mail server delivers them again.',
    sources: ['AP-METHODS'],
  },
  'CP-06': {
    says: 'Health, Activity and saved passwords enter a computer backup only when it is encrypted.',
    sources: ['AP-METHODS', 'AP-ENC'],
  },
  'CP-07': { says: 'Only an encrypted computer backup carries saved passwords.', sources: ['AP-ENC', 'AP-DEPLOY'] },
  'CP-08': {
    says: 'Only an encrypted computer backup carries Wi-Fi settings.',
    sources: ['AP-ENC', 'AP-DEPLOY', 'DOMAINS'],
  },
  'CP-09': {
    says: 'Only an encrypted computer backup carries the browser history.',
    sources: ['AP-ENC', 'AP-DEPLOY', 'MVT'],
  },
  'CP-10': {
    says: 'Only an encrypted computer backup carries Health data.',
    sources: ['AP-ENC', 'AP-DEPLOY', 'DOMAINS'],
  },
  'CP-11': {
    says: 'Only an encrypted computer backup carries the list of calls, according to the current text.',
    sources: ['AP-ENC', 'AP-DEPLOY', 'MVT', 'NETIMD'],
  },
  'CP-12': {
    says: 'Face ID, Touch ID and the device passcode are missing even from an encrypted computer backup.',
    sources: ['AP-ENC'],
  },
  'CP-13': {
    says:
      'Encryption starts switched off. Once a password is set, every later computer backup of that device is ' +
      'encrypted too.',
    sources: ['AP-ENC', 'AP-METHODS'],
  },
  'CP-14': {
    says: 'Switching encryption on overwrites the earlier, readable backup with an encrypted one.',
    sources: ['AP-ENC'],
  },
  'CP-15': {
    says:
      'An encrypted computer backup is useless without its password. Encryption then cannot be switched off in ' +
      'the usual way.',
    sources: ['AP-ENC', 'AP-ENC-OLD', 'AP-ENCPW'],
  },
  'CP-16': {
    says:
      'Since iOS 11, resetting all settings clears the backup password for new backups. Older encrypted ' +
      'backups stay locked.',
    sources: ['AP-ENCPW'],
  },
  'CP-17': {
    says:
      'An earlier Apple page lists passwords, Wi-Fi, website history and Health as encrypted only. Calls are ' +
      'missing from that list.',
    sources: ['AP-ENC-OLD'],
  },
  'CP-18': {
    says:
      'A backup made with Configurator has contacts, Camera Roll, restrictions, certificates and some ' +
      'accounts, but no photo albums.',
    sources: ['AP-CONFIG'],
  },
  'CP-19': {
    says:
      'An unencrypted computer backup stores files readable for any device. Its saved passwords stay locked to ' +
      'the device that made it.',
    sources: ['AP-IOSSEC'],
  },
  'CP-20': {
    says:
      'One analysis tool finds calendar, contacts, messages with attachments, profiles, shortcuts and WhatsApp ' +
      'in any computer backup.',
    sources: ['MVT'],
  },
  'CP-21': {
    says:
      'One analysis tool finds calls, contact suggestions, Safari history and open tabs only in encrypted ' +
      'computer backups.',
    sources: ['MVT'],
  },
  'CP-22': {
    says:
      'One analysis tool finds no system logs, caches, usage statistics or website storage, even in encrypted ' +
      'computer backups.',
    sources: ['MVT'],
  },
  'CP-23': { says: 'Since iOS 14.7 backups no longer hold the list of past iMessage look-ups.', sources: ['MVT'] },
  'CP-24': {
    says:
      'Siri training, suggestions, open tabs, Focus, Health, Medical ID, Home and known Wi-Fi networks are ' +
      'stored on a computer only ' +
      'with encryption.',
    sources: ['DOMAINS', 'TRACE'],
  },
  'CP-25': {
    says: 'System folders are backed up only if a list names them. Usage records such as Biome are simply not named.',
    sources: ['DOMAINS', 'TRACE'],
  },
  'CP-26': {
    says: 'For Mail, the accounts and fetch settings are backed up, but not the messages.',
    sources: ['DOMAINS'],
  },
  'CP-27': {
    says: 'Wallet passes are backed up. Files that belong to the payment hardware are not.',
    sources: ['DOMAINS', 'AP-METHODS'],
  },
  'CP-28': {
    says: 'Bluetooth settings are backed up, but the pairings work only on the device that made them.',
    sources: ['DOMAINS', 'MBPOL'],
  },
  'CP-29': { says: 'For computer backups, marks that would keep message files out are ignored.', sources: ['DOMAINS'] },
  'CP-30': { says: 'The folders for voice memos are part of a computer backup.', sources: ['DOMAINS', 'JSH'] },
  'CP-31': {
    says: 'What Chinese and Japanese keyboards have learned stays out of computer backups.',
    sources: ['DOMAINS'],
  },
  'CP-32': {
    says: 'Photos synced from a computer and photo caches are cleared during a restore. They have to be synced again.',
    sources: ['DOMAINS'],
  },
  'CP-33': {
    says:
      'A computer backup lists each app with its licence and store data, so that the device can download the ' +
      'program.',
    sources: ['IDB2', 'ILEAPP', 'APPGONE'],
  },
  'CP-34': {
    says: 'The list of installed and offloaded apps always comes back, with or without other system files.',
    sources: ['DOMAINS', 'MBPOL'],
  },
  'CP-35': {
    says:
      'A Mac keeps backups in Library/Application Support/MobileSync/Backup. Windows keeps them in a ' +
      'MobileSync folder of the user.',
    sources: ['IBE'],
  },
  'CP-36': { says: 'An organisation can require that every computer backup is encrypted.', sources: ['DM-REST'] },
  'CP-37': {
    says: 'Trusted certificates, location permissions and VPN settings are part of the system files in a backup.',
    sources: ['DOMAINS'],
  },
  'CP-38': {
    says: 'Records of cellular data use are backed up. Carrier and access point settings are not.',
    sources: ['DOMAINS'],
  },
  'RT-01': {
    says:
      'Without the option for system files, a tool restores only app data and a short list that is always ' +
      'restored.',
    sources: ['IDB2', 'PMD3', 'MBPOL', 'NUGGET'],
  },
  'RT-02': {
    says:
      'Both tools restart the phone after a restore unless told not to. Without a restart, data may not reach ' +
      'its place.',
    sources: ['IDB2', 'PMD3', 'IDB2-MAN'],
  },
  'RT-03': {
    says: 'Up to version 1.2.0, idevicebackup2 restarted only on request. This changed so that data moves in properly.',
    sources: ['IDB2-MAN'],
  },
  'RT-04': {
    says:
      'idevicebackup2 makes no copy of the backup first unless asked. pymobiledevice3 copies when called ' +
      'from code, not on the command ' +
      'line.',
    sources: ['IDB2', 'PMD3'],
  },
  'RT-05': {
    says:
      'By default idevicebackup2 keeps the settings of the target. One option restores the settings from the ' +
      'backup instead.',
    sources: ['IDB2'],
  },
  'RT-06': {
    says:
      'By default pymobiledevice3 asks the target to keep its own settings, although the help text says the ' +
      'opposite.',
    sources: ['PMD3'],
  },
  'RT-07': {
    says: 'By default a tool keeps items on the phone that the backup lacks. One option deletes them.',
    sources: ['IDB2', 'PMD3'],
  },
  'RT-08': {
    says: 'With the option to skip apps, the tool sends no app list, and the phone downloads no apps.',
    sources: ['IDB2', 'PMD3'],
  },
  'RT-09': {
    says: 'An encrypted backup needs its password. idevicebackup2 can ask for it; pymobiledevice3 stops without it.',
    sources: ['IDB2', 'IDB2-MAN', 'PMD3'],
  },
  'FM-10': {
    says:
      'The status file of a backup says whether the copy was finished, when it was made, and whether it is ' +
      'complete.',
    sources: ['PMD3', 'IDB2'],
  },
  'FM-11': {
    says: 'After a restore the phone records the date, the two iOS builds, and whether the backup came from iCloud.',
    sources: ['ILEAPP'],
  },
  'FM-16': {
    says:
      'The key bag of a computer backup says of each key class what opens it: the device that made it, the password, ' +
      'or both.',
    sources: ['KEYBAG-RE', 'AP-IOSSEC'],
  },
  'FM-17': {
    says: 'Manifest.db names every file of a computer backup. Of all else a restore knows nothing.',
    sources: ['IBE', 'MVT', 'PMD3'],
  },
  'FM-18': {
    says:
      'One list of iOS 16.4 names the files that stay with their device and those that no restore puts back. It is ' +
      'exact for that iOS, and a hint for others.',
    sources: ['DOMAINS'],
  },
  'FM-19': {
    says:
      'A device looks at a backup in a fixed order. It begins with its own state and how the backup ended, and ends ' +
      'with the room and the files.',
    sources: ['MBDRIVE'],
  },
  'FM-20': {
    says: 'By two reports, devices gave up on a list of files of 1.2 GB and one of 1.5 GB.',
    sources: ['LIMD-1660'],
  },
  'FM-15': {
    says:
      'Key classes 6 to 8 can move to another device. Classes 9 to 11 are their forms bound to one device; 1 ' +
      'to 4 protect files.',
    sources: ['KEYBAG-RE'],
  },
} as const;
