/**
 * What keys of a scenario mean whose schema does not say it: groups, and values that need but a few words. By their
 * path, or by the end of it where a key means the same in several groups.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  title: 'One line: what happens',
  edition: 'The time it plays in',
  route: 'Where the backup that is restored lies',
  world: 'Everything that is so before the story begins',
  'world.device': 'The phone that is restored',
  'world.device.kind': 'What kind of device it is',
  'world.device.model': 'Its model, as people call it',
  'world.device.ios': 'Its iOS, in quotes: "18.3"',
  'world.device.state': 'new: it greets. in-use: somebody’s, full of data; it has to be erased first',
  'world.device.findMy': 'Whether Find My is on',
  'world.device.activationLock': 'Whether it is linked to an account, and whether its password is known',
  'world.device.supervised': 'Whether an organisation supervises it',
  'world.accounts[].id': 'Its name in this file',
  'world.accounts[].password': 'Whether its password is known',
  'world.accounts[].twoFactor': 'Whether a second factor is asked for, and whether its code arrives',
  'world.accounts[].advancedDataProtection': 'Whether its iCloud is sealed end to end',
  'world.backups': 'The backups that exist, wherever they lie',
  'world.backups[].id': 'Its name in this file',
  'world.backups[].device': 'The name of the device that made it',
  'world.backups[].deviceKind': 'What kind of device made it',
  'world.backups[].model': 'The model of the device that made it',
  'world.backups[].made': 'The day, or the moment, it was made: 2026-02-28, or 2026-02-28T22:10',
  'world.backups[].ios': 'The iOS that made it, in quotes: "18.3"',
  'world.backups[].complete': 'no: it was never finished',
  'world.backups[].damaged': 'yes: it cannot be read',
  'world.backups[].declared.encrypted': 'Whether it says that it is encrypted',
  'world.backups[].declared.complete': 'Whether it says that it was finished',
  'world.backups[].declared.damaged': 'Whether it says that it cannot be read',
  'world.backups[].declared.items': 'How many items it says it holds',
  'world.backups[].supervised': 'Whether its device was supervised',
  'world.services': 'iCloud services that keep copies of their own, each on or off',
  atBackup: 'Whether it was on when the backup was made',
  now: 'Whether it is on now',
  'world.surroundings': 'What is around the phone when the story begins',
  'world.surroundings.wifi': 'Whether there is Wi-Fi',
  'world.surroundings.power': 'Whether it is plugged in',
  'world.surroundings.speed': 'How fast the network is; no verdict hangs on it',
  'world.surroundings.region': 'abroad: downloads take longer',
  'world.organisation': 'What an organisation allows on this phone',
  'world.organisation.icloudBackup': 'iCloud Backup',
  'world.organisation.erase': 'Erasing all content and settings',
  'world.organisation.restorePane': 'The page of Setup Assistant that offers a restore',
  'world.organisation.appStore': 'The App Store',
  'world.organisation.pairing': 'Connecting it to a computer',
  'world.organisation.keychainSync': 'iCloud Keychain',
  'world.organisation.photosSync': 'iCloud Photos',
  'world.organisation.documentSync': 'Documents in iCloud',
  'world.computer': 'The program on the computer that restores, and its options',
  'world.computer.software': 'Apple’s own program, or another one',
  'world.computer.systemFiles': 'Whether it asks for what lies outside apps',
  'world.computer.installsApps': 'Whether it has the apps installed',
  'world.copies': 'Other places that hold some of the items',
  'world.copies[].kind': 'What place it is',
  'world.copies[].of': 'The items it holds, by their ids',
  'world.copies[].where': 'The place in words',
  'world.items': 'What the customer expects to see again',
  'world.items[].category': 'What kind of data it is',
  'world.items[].title': 'What the customer calls it; the category’s title unless said otherwise',
  'world.items[].count': 'How many pieces it is',
  'world.items[].policy':
    'What its maker decided: in the backup, on a server … Codes that a server keeps count as data of the app',
  'world.items[].store': 'Whether the store still has it',
  'world.items[].runsOn': 'The devices it runs on',
  'world.items[].offloaded': 'Whether the app was removed to save room, and its data kept',
  'world.items[].management': 'How an organisation manages it',
  script: 'What is done beyond the usual course, in order',
  'script[].account': 'The account it is about',
  'script[].backup': 'The backup it is about',
  'script[].app': 'The app it is about',
  'script[].password': 'Whether the password that is entered is the right one; right unless said otherwise',
  expect: 'What the run has to show. Without it the file plays, and no check can fail',
};

/** What a key means by its path, or by the longest end of its path that is in the table. */
export function fieldWords(path: string): string {
  for (let rest = path; rest !== '';) {
    const words = Object.hasOwn(FIELD_WORDS, rest) ? FIELD_WORDS[rest] : undefined;
    if (words !== undefined) return words;
    const dot = rest.indexOf('.');
    if (dot === -1) break;
    rest = rest.slice(dot + 1);
  }
  const service = /^world\.services\.([a-z-]+)$/.exec(path)?.[1];
  return service === undefined ? '' : `iCloud for ${service.replace('-', ' ')}: one word, or at the backup and now`;
}
