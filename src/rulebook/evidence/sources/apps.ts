/** What makers of apps and those who use them report about restores. */
export const APP_SOURCES = {
  ELEMENT: {
    strength: 'T',
    title: 'Element X issue 1947: login without its store',
    where: 'https://github.com/element-hq/element-x-ios/issues/1947',
  },
  NOTESN: {
    strength: 'T',
    title: 'Notesnook issue 6804: store without its key',
    where: 'https://github.com/streetwriters/notesnook/issues/6804',
  },
  TESSER: {
    strength: 'T',
    title: 'TesserPG issue 86: secret missing after Quick Start',
    where: 'https://github.com/DimensionDev/TesserPG-iOS/issues/86',
  },
  SECENC: {
    strength: 'T',
    title: 'SecureEnclaveCrypto issue 17: keys of the security chip after a move',
    where: 'https://github.com/trailofbits/SecureEnclaveCrypto/issues/17',
  },
  BCW: {
    strength: 'T',
    title: 'BC Wallet issue 1924: wallet that does not open',
    where: 'https://github.com/bcgov/bc-wallet-mobile/issues/1924',
  },
  SIMPLEX: {
    strength: 'T',
    title: 'SimpleX issue 3565: password of the store unknown',
    where: 'https://github.com/simplex-chat/simplex-chat/issues/3565',
  },
  SNOTES: {
    strength: 'T',
    title: 'Standard Notes: half-restored notes',
    where: 'https://github.com/standardnotes/mobile/issues/18; forum issue 431',
  },
  ZOTERO: {
    strength: 'T',
    title: 'Zotero pull 1272: login on another phone',
    where: 'https://github.com/zotero/zotero-ios/pull/1272',
  },
  MULLV: {
    strength: 'T',
    title: 'Mullvad pulls 2738 and 7430: VPN after a restore',
    where: 'https://github.com/mullvad/mullvadvpn-app/pull/2738; pull 7430',
  },
  TAILS: {
    strength: 'T',
    title: 'Tailscale issue 13080: no network after a restore',
    where: 'https://github.com/tailscale/tailscale/issues/13080',
  },
  BLINK: {
    strength: 'T',
    title: 'Blink issue 364: references to keys that are gone',
    where: 'https://github.com/blinksh/blink/issues/364',
  },
  CWA: {
    strength: 'T',
    title: 'Corona-Warn-App issue 1013: app hangs after a restore',
    where: 'https://github.com/corona-warn-app/cwa-app-ios/issues/1013',
  },
  BITW: {
    strength: 'T',
    title: 'Bitwarden issue 610: vault key on the same device',
    where: 'https://github.com/bitwarden/mobile/issues/610',
  },
  NEVIS: {
    strength: 'T+',
    title: 'Nevis mobile SDK: moving to another device',
    where: 'https://docs.nevis.net/mobilesdk/appendixes/device-migration',
  },
  KCPERS: {
    strength: 'T',
    title: 'Issue threads on secrets that outlive their app',
    where:
      'https://github.com/oblador/react-native-keychain/issues/87; mattermost-mobile pull 1889; lockwise-ios issue 155',
  },
  MMKV: {
    strength: 'T',
    title: 'MMKV storage issue 269: sealed store after an iCloud restore',
    where: 'https://github.com/ammarahm-ed/react-native-mmkv-storage/issues/269',
  },
  FREEOTP: {
    strength: 'T',
    title: 'FreeOTP issue 262: codes after a restore',
    where: 'https://github.com/freeotp/freeotp-ios/issues/262',
  },
  ASYNC: {
    strength: 'T+',
    title: 'React Native Async Storage: exclusion from backups',
    where: 'https://react-native-async-storage.github.io/2.0/advanced/Backup',
  },
  'WA-1': {
    strength: 'T+',
    title: 'WhatsApp: sealed backup, edition with an open copy in the backup of the phone',
    where: 'https://faq.whatsapp.com/490592613091019/?locale=tl_PH',
  },
  'WA-2': {
    strength: 'T+',
    title: 'WhatsApp: sealed backup, edition that leaves the chats out of the backup of the phone',
    where: 'https://faq.whatsapp.com/490592613091019/?locale=ko_KR',
  },
  'WA-3': {
    strength: 'T+',
    title: 'WhatsApp: sealed backup, edition with passkeys',
    where: 'https://faq.whatsapp.com/490592613091019/?helpref=search',
  },
  'SIG-SUP': {
    strength: 'T+',
    title: 'Signal: support pages on backup and restore',
    where: 'https://support.signal.org/hc/fr/articles/360007059752; article 10075152150426',
  },
  'SIG-SB': {
    strength: 'T',
    title: 'Daring Fireball, December 2025: Signal Secure Backups',
    where: 'https://daringfireball.net/2025/12/signal_secure_backups_are_now_available_on_ios',
  },
  'SIG-I': {
    strength: 'T',
    title: 'Signal issues 5798, 5896, 5474 and 901',
    where: 'https://github.com/signalapp/Signal-iOS/issues/5798; issues 5896, 5474 and 901',
  },
  'TG-SEC': {
    strength: 'T',
    title: 'Telegram: secret chats, community copy of the questions and answers',
    where: 'https://telegram.wiki/privacy/secretchats; telegramclub.blogspot.com, October 2014',
  },
  MSA: {
    strength: 'T',
    title: 'Microsoft Q&A: Authenticator on a new phone, partly written by machine',
    where: 'https://learn.microsoft.com/en-us/answers/questions/5843814; question 5827376',
  },
  'MSA-N': {
    strength: 'T',
    title: 'Microsoft notice on Authenticator and iCloud Keychain, relayed',
    where: 'https://m365admin.handsontek.net/?p=15005; https://gsinfosec.com/',
  },
  GAUTH: {
    strength: 'T',
    title: 'Articles on moving Google Authenticator',
    where: 'https://plisio.net/cybersecurity/google-authenticator-transfer; https://www.technospot.net/',
  },
  'DEC-W': {
    strength: 'T+',
    title: 'Decipher Tools: the grey Waiting icon',
    where: 'https://deciphertools.com/support/knowledge-base/what-does-the-gray-waiting-app-icon-mean/',
  },
  'DEC-A': {
    strength: 'T+',
    title: 'Decipher Tools: apps that stay after a restore',
    where: 'https://deciphertools.com/support/knowledge-base/why-are-my-apps-still-installed-after-restoring/',
  },
  MINIK: {
    strength: 'T',
    title: 'MiniKeePass issues 565, 625 and 631',
    where: 'https://github.com/MiniKeePass/MiniKeePass/issues/565; issues 625 and 631',
  },
  LOOP: {
    strength: 'T',
    title: 'LoopKit and Trio: self-built apps on a new phone',
    where: 'https://github.com/LoopKit/LoopKit/issues/563; nightscout/Trio issue 1010; LoopKit/loopdocs pull 44',
  },
  TFL: {
    strength: 'T',
    title: 'Issue threads on TestFlight builds',
    where: 'https://github.com/davidsansome/tsurukame/issues/858; ChatSecure-iOS issue 1029',
  },
  CKIT: {
    strength: 'T',
    title: 'Issue threads on CloudKit after a restore',
    where: 'https://github.com/mentrena/SyncKit/issues/36; jayhickey/Cirrus issue 8',
  },
} as const;
