/** Guides, articles and documentation by others. */
export const ARTICLE_SOURCES = {
  'SEED-A': {
    strength: 'S',
    title: 'Third-party guide: iPhone restore missing data',
    where: 'https://iosdigitalguide.com/?p=134',
  },
  'SEED-B': {
    strength: 'S',
    title: 'Third-party guide: How do I get my pictures back after restoring from iCloud?',
    where: 'https://darwinsdata.com/how-do-i-get-my-pictures-back-after-restoring-from-icloud/',
  },
  'AP-MINOS': {
    strength: 'T',
    title: 'MacRumors, 18 November 2024: iCloud backup to need iOS 9',
    where: 'https://www.macrumors.com/',
  },
  INTUNE: {
    strength: 'T+',
    title: 'Microsoft: back up and restore for iOS and iPadOS',
    where: 'https://github.com/MicrosoftDocs/memdocs/blob/main/memdocs/intune/enrollment/backup-restore-ios.md',
  },
  RADAR: { strength: 'T', title: 'Open Radar 26937206', where: 'https://openradar.appspot.com/26937206' },
  WEBSET: {
    strength: 'T',
    title: 'websetnet: restoring from iCloud or a computer',
    where: 'https://websetnet.net/how-to-restore-your-iphone-from-icloud-or-a-computer-backup/',
  },
  SLASH: {
    strength: 'T',
    title: 'SlashGear 2023: restoring an iPhone from a backup',
    where: 'https://www.slashgear.com/1446465/how-to-restore-iphone-backup/',
  },
  MACOBS: {
    strength: 'T',
    title: 'MacObserver 2025: restoring from a backup',
    where: 'https://www.macobserver.com/tips/how-to/restore-your-iphone-from-a-backup-full-guide/',
  },
  OSXD: { strength: 'T', title: 'OSXDaily: stopping a restore', where: 'https://osxdaily.com/' },
  TEMP: {
    strength: 'T',
    title: 'Articles on temporary iCloud space',
    where: 'https://setapp.com/; https://www.iphonelife.com/',
  },
  WATCH: {
    strength: 'T',
    title: 'Articles on Apple Watch backups',
    where: 'https://howtoeverything.info/; https://www.mactrast.com/',
  },
  'BURA-RD': { strength: 'T', title: 'Buralog: Recently Deleted', where: 'https://buralog.jp/?p=22048' },
  OPTIM: { strength: 'T', title: 'MacReports: Optimize iPhone Storage', where: 'https://macreports.com/' },
  ARCHIVE: {
    strength: 'T',
    title: 'Super Tech Man: data recovery on iCloud.com',
    where: 'https://supertechman.com.au/how-to-restore-deleted-icloud-contacts-calendars-and-bookmarks/',
  },
  TIDBITS: {
    strength: 'T',
    title: 'TidBITS 2011: losing and recovering iCloud data',
    where: 'https://tidbits.com/2011/11/02/how-to-lose-and-recover-icloud-data/',
  },
  ESIM: {
    strength: 'T',
    title: 'FoneTool: eSIM and iCloud backup',
    where: 'https://www.fonetool.com/phone-transfer/does-icloud-backup-esim.html',
  },
  WHATSAPP: {
    strength: 'T',
    title: 'BGR: restoring WhatsApp chats',
    where: 'https://www.bgr.in/how-to/whatsapp-guide-how-to-restore-chat-history-on-android-ios-1283359/',
  },
  SIGNAL: {
    strength: 'T+',
    title: 'Signal: transfer between iPhones',
    where: 'https://signal.org/blog/ios-device-transfer/',
  },
  ONESPAN: {
    strength: 'T+',
    title: 'OneSpan: fingerprint after a restore',
    where: 'https://docs.onespan.com/docs/new-fingerprint-needed-after-backup-or-restores',
  },
  PREY: { strength: 'T', title: 'Prey for iOS, release notes', where: 'https://github.com/prey/prey-ios-client' },
  PAY: { strength: 'T', title: 'Help pages of banks on Apple Pay', where: 'https://www.iombank.com/' },
  SCREENT: {
    strength: 'T',
    title: 'Apple Community: Screen Time passcode',
    where: 'https://discussions.apple.com/thread/250640637',
  },
  APPGONE: {
    strength: 'T',
    title: 'iMore: apps removed from the store, in a copy',
    where: 'copy of an iMore text, read without an address',
  },
  KCSZK: { strength: 'T', title: 'kcszk.com: notice on iOS 9 backups', where: 'https://kcszk.com/blog/archives/8753' },
  ACTLOCK: {
    strength: 'T',
    title: 'BuyBackWorld: Activation Lock',
    where: 'https://buybackworld1.zendesk.com/hc/en-us/articles/216880466',
  },
  ERASEPW: {
    strength: 'T',
    title: 'wukiHow: password before erasing',
    where: 'https://wukihow.com/ast/851700/how-to-factory-reset-an-iphone-without-apple-id-password.html',
  },
  OFFLOAD: { strength: 'T', title: 'cleanor.app: offloaded apps', where: 'https://cleanor.app/reference/offload-app' },
  CORRUPT: {
    strength: 'T',
    title: 'fone.tips: damaged iTunes backup',
    where: 'https://fone.tips/solve-itunes-corrupt-backup-problem/',
  },
  BADPW: {
    strength: 'T',
    title: 'imentality.com: backup password dialogs',
    where: 'https://imentality.com/itunes-backup-password-incorrect-fix/',
  },
  FLAVOR: {
    strength: 'T',
    title: 'flavor365: versions that do not match',
    where: 'https://flavor365.com/how-to-fix-iphone-restore-errors-6s-to-7-guide',
  },
  UNANS: {
    strength: 'T',
    title: 'unanswered.io: restore does not work',
    where: 'https://unanswered.io/guide/iphone-not-restoring-from-backup',
  },
  IOWA: {
    strength: 'T',
    title: 'Iowa City Tech 2015: restore from a computer',
    where: 'Iowa City Tech, 2015, read in a copy without an address',
  },
  QS: { strength: 'T', title: 'Articles on Quick Start', where: 'https://www.maketecheasier.com/' },
  'GIST-RU': {
    strength: 'T',
    title: 'Russian copy of the Apple transfer article',
    where: 'https://gist.github.com/de6a962f511564ee2deaa862479084dd',
  },
  IMBA: {
    strength: 'T',
    title: 'Web article: what restoring a backup means',
    where: 'https://imba.missouri.edu/what-does-restore-backup-iphone-mean-3829822525.html',
  },
  EVERYTECH: {
    strength: 'T',
    title: 'Everyday Tech: copying an iPhone',
    where: 'https://everydaytech.org/files-data-cloud-storage/data-management/how-to-copy-iphone-to-new-iphone',
  },
  IPHONEFAQ: {
    strength: 'T',
    title: 'The iPhone FAQ: how long backups are kept',
    where: 'https://www.iphonefaq.org/archives/977956',
  },
  CANDID: {
    strength: 'T',
    title: 'Candid.Technology: recently deleted photos',
    where: 'https://candid.technology/access-recently-deleted-photos-iphone-ipad-ios/',
  },
} as const;
