/** What a move straight from the old phone needs, brings and leaves behind. */
export const DIRECT_MOVE = {
  'PP-01': {
    says:
      'From iOS 12.4 on both phones, a new phone can take its data straight from the old one. No backup ' +
      'and no iCloud space is needed.',
    sources: ['QS', 'DM-SKIP'],
  },
  'PP-02': {
    says:
      'Since iOS 12.4 an organisation hides the page for moving from a phone on its own. The page for ' +
      'backups has another switch.',
    sources: ['DM-SKIP'],
  },
  'PP-03': {
    says:
      'A direct move needs both phones nearby, on, with Wi-Fi and Bluetooth. They join by radio or cable ' +
      'and should have power.',
    sources: ['QS', 'QS-26'],
  },
  'PP-04': {
    says:
      'As guides report it, the new phone shows a pattern for the old one to scan. Then it asks for the ' +
      'passcode of the old one.',
    sources: ['QS', 'QS-26'],
  },
  'PP-05': {
    says: 'A direct move needs the data on the old phone. One that is erased, broken or sold cannot give them.',
    sources: ['QS'],
  },
  'PP-06': {
    says:
      'By one article a move is cancelled when the new phone has the older iOS. Set it up as new, update, ' +
      'erase, and start again.',
    sources: ['QS-CANCEL'],
  },
  'PP-07': {
    says: 'From iOS 11 up to 12.3, Quick Start took over sign-in and settings. Data of apps came from a backup.',
    sources: ['MACST'],
  },
  'PP-08': {
    says:
      'Once two phones are joined, the person chooses the old phone or iCloud. The second choice is an ' +
      'ordinary iCloud restore.',
    sources: ['QS'],
  },
  'PP-09': {
    says: 'In a direct move the programs of apps come from the App Store. Their data come from the old phone.',
    sources: ['QS-MR'],
  },
  'PP-10': {
    says:
      'Apple support says that secrets not bound to a device move by Quick Start, as with an encrypted ' +
      'computer backup.',
    sources: ['AP-FORUM-QS', 'QS-MR'],
  },
  'PP-11': { says: 'Secrets bound to one device stay on the old phone in a direct move.', sources: ['AP-FORUM-QS'] },
  'PP-12': {
    says: 'Two makers saw a secret of their app missing after Quick Start. Neither named the class of the secret.',
    sources: ['TESSER', 'NOTESN'],
  },
  'PP-13': {
    says:
      'A key in the security chip stays behind. A reference to it may come along, so the app takes the key ' +
      'for present.',
    sources: ['SECENC', 'NEVIS'],
  },
  'PP-14': {
    says:
      'After a direct move a store that its maker keeps out of backups was reported missing. That this ' +
      'mark was the cause is a guess.',
    sources: ['ELEMENT'],
  },
  'PP-15': {
    says: 'After a direct move fewer apps ask for a login than after an iCloud restore.',
    sources: ['QS-MR', 'AP-FORUM-QS'],
  },
  'PP-16': {
    says:
      'Guides report that messages, local photos, settings, Home Screen, Health and known networks come ' +
      'along in a direct move.',
    sources: ['QS'],
  },
  'PP-17': {
    says: 'Payment cards, Face ID and Touch ID do not come along in a direct move. The person sets them up again.',
    sources: ['QS'],
  },
  'PP-18': {
    says:
      'Services bring their data after a direct move too. Whether originals of iCloud Photos are copied ' +
      'locally is not stated anywhere.',
    sources: ['AP-ICLOUD', 'OPTIM'],
  },
  'PP-19': {
    says:
      'A sealed store can arrive without its key, so the app shows an error. Deleting and installing the ' +
      'app anew is the reported cure.',
    sources: ['NOTESN', 'SIMPLEX', 'BCW'],
  },
  'PP-20': {
    says:
      'A login can arrive without the sealed store. The app looks signed in and never works; signing out ' +
      'and in cures it.',
    sources: ['ELEMENT'],
  },
  'PP-21': {
    says:
      'A worn and unlocked watch is offered to the new phone, by a question since iOS 16. Otherwise it is ' +
      'unpaired and restored.',
    sources: ['WATCH-NEW'],
  },
  'PP-22': {
    says: 'A phone assigned to an organisation never offers the direct move, whatever its profile says.',
    sources: ['INTUNE', 'INTUNE-TALK'],
  },
  'PP-23': {
    says:
      'The offer to use a nearby phone comes before network and profile. Only the old phone, if managed, ' +
      'can be kept from showing it.',
    sources: ['INTUNE', 'DM-REST'],
  },
  'PP-24': {
    says: 'An erase sent by an organisation can leave out the page for a nearby phone at the next start.',
    sources: ['DM-ERASE'],
  },
  'PP-25': {
    says:
      'With Stolen Device Protection, away from known places, setting up a phone with this one needs face ' +
      'or finger. A passcode will not do.',
    sources: ['AP-SDP', 'SDP-LISTS'],
  },
  'PP-26': {
    says:
      'An eSIM moves as a step of its own, if the carrier allows and both run iOS 16. The old phone then ' +
      'loses the line.',
    sources: ['ESIM-Q'],
  },
  'PP-27': {
    says:
      'The transfer framework for apps of iOS 26.1 serves moves to and from other systems. Between iPhones ' +
      'it has no part.',
    sources: ['AP-MIGKIT'],
  },
  'PP-28': {
    says: 'A patent of Apple describes two restarts and a special mode for such a move. It is no proof of the product.',
    sources: ['AP-PATENT'],
  },
  'PP-29': {
    says: 'Articles say that a cancelled move starts over on the new phone and leaves the old one as it was.',
    sources: ['QS-CANCEL'],
  },
} as const;
