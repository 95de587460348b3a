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
  RADAR: {
    strength: 'T',
    title: 'Open Radar 26937206 and 25412240: enrolment under iOS 9.3',
    where: 'https://openradar.appspot.com/26937206; https://github.com/lionheart/openradar-mirror/issues/7871',
  },
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
    where:
      'https://setapp.com/how-to/temporary-icloud-storage; https://www.iphonelife.com/; https://jimmytechsf.com/; ' +
      'codelist.biz, 7 December 2021; https://supertechman.com.au/',
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
  QS: {
    strength: 'T',
    title: 'Articles on Quick Start',
    where:
      'https://www.maketecheasier.com/; https://everydaytech.org/ (how to change to a new iPhone); ' +
      'https://australiavoice.org/; https://tinygrab.com/how-do-i-transfer-my-iphone',
  },
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
  'WATCH-PAIR': {
    strength: 'T',
    title: 'Articles on Apple Watch and iPad',
    where:
      'https://everydaytech.org/devices-hardware/device-pairing-bluetooth-connectivity/' +
      'can-you-connect-apple-watch-to-ipad; ' +
      'https://forums.macrumors.com/threads/pairing-the-apple-watch-with-an-ipad.1875442/',
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
  'INTUNE-TALK': {
    strength: 'T',
    title: 'Discussions of the Intune documentation',
    where:
      'https://github.com/MicrosoftDocs/IntuneDocs/issues/3029; issues 3158 and 2982; memdocs pulls ' +
      '3074, 4511 and 4611',
  },
  'SDP-LISTS': {
    strength: 'T',
    title: 'Lists of what Stolen Device Protection guards, repeated by others',
    where:
      'https://www.phonearena.com/news/apple-reveals-when-to-expect-next-ios-update_id154429; ' +
      'techcrayon.com, 25 November 2024; ' +
      'https://www.expressvpn.com/blog/how-to-use-stolen-device-protection-iphone',
  },
  'SDP-264': {
    strength: 'T',
    title: 'Reports on Stolen Device Protection in iOS 26.4',
    where:
      'https://mjtsai.com/blog/2026/02/17/ios-26-4-stolen-device-protection-enabled-by-default; a ' +
      'MacRumors text at iactu.info',
  },
  'QS-MR': {
    strength: 'T',
    title: 'MacRumors, 24 September 2021: moving from phone to phone',
    where: 'https://www.onenewspage.com/n/Computer+Industry/1zn3nfymfa',
  },
  'QS-CANCEL': {
    strength: 'S',
    title: 'Article on a cancelled move',
    where: 'https://skeptive.com/iphone-data-transfer-canceled-why-it-happens-and-how-to-actually-finish-it-1tbf',
  },
  'QS-26': {
    strength: 'T',
    title: 'Guide to all ways of moving, for iOS 26',
    where: 'https://apfelpatient.de/en/tips-tricks/transferring-data-to-a-new-iphone-all-methods-ios-26',
  },
  'WATCH-NEW': {
    strength: 'T',
    title: 'Articles on the watch and a new iPhone',
    where:
      'https://www.macobserver.com/tips/how-to/pair-an-apple-watch-to-a-new-iphone; a copy of a 9to5Mac ' +
      'text at toptech.news',
  },
  'ESIM-K': {
    strength: 'T',
    title: 'Articles on erasing with or without the eSIM',
    where:
      'https://saily.com/blog/how-to-reset-iphone-without-losing-esim; a copy of a Macworld text at ' +
      'livesciencenet.pages.dev',
  },
  'ESIM-Q': {
    strength: 'T',
    title: 'Articles on moving an eSIM between phones',
    where: 'https://cellt.net/glossary/esim-quick-transfer; https://sim-finder.com/en/guides/transfer-iphone',
  },
  ARCHIVED: {
    strength: 'T',
    title: 'Articles on archived computer backups and the number of iCloud backups',
    where: 'a copy of a CNET text at verum.world; a copy of an iDownloadBlog text at makeupvana.store',
  },
  RESETE: {
    strength: 'T',
    title: 'fone.tips: what a reset of end-to-end data removes',
    where: 'https://fone.tips/reset-encrypted-data-on-iphone',
  },
  'ADP-UK': {
    strength: 'T',
    title: 'Articles on Advanced Data Protection in the United Kingdom, February 2025',
    where:
      'copy of a text of The Verge at vuink.com; https://www.gadgets360.com/ (7767116); ' +
      'https://latest-apple-news.com/; https://nquiringminds.com/',
  },
  VOICEM: {
    strength: 'T',
    title: 'Memory Murals: voicemail lies with the carrier',
    where: 'https://memorymurals.com/journal/save-deceased-loved-ones-voicemail',
  },
  RECOV: {
    strength: 'T',
    title: 'Articles on Recovery Assistant and recovery by a nearby device',
    where: 'https://grokipedia.com/page/Nearby_device_recovery; https://www.igeeksblog.com/?p=732479',
  },
  OLDBK: {
    strength: 'T',
    title: 'Macworld: contents of an iPhone OS 3 backup',
    where: 'https://www.macworld.com/article/1144086',
  },
  MACST: {
    strength: 'T',
    title: 'MacStories: review of iOS 11, automatic setup',
    where: 'https://www.macstories.net/stories/ios-11-the-macstories-review/2',
  },
  HK2017: {
    strength: 'T',
    title: 'Report of a keychain reset, 2017',
    where: 'https://1wayswim.com/blog/2017/2/18/a-half-a-day-with-apple-care-tech-support',
  },
  MACLIFE: {
    strength: 'T',
    title: 'Mac Life, October 2021: backing up before an upgrade',
    where: 'https://www.pressreader.com/australia/mac-life/20211012/283227331270701',
  },
  REGION: {
    strength: 'T',
    title: 'techyorker: another country for the App Store',
    where: 'https://techyorker.com/how-to-change-app-store-country-region-in-ios-15-on-iphone-and-ipad',
  },
  'RAD-CON': {
    strength: 'T',
    title: 'Open Radar 33074522 and 34129608: contacts under a beta of iOS 11',
    where: 'https://github.com/lionheart/openradar-mirror/issues/17795; issue 18266',
  },
  'IMORE-HEALTH': {
    strength: 'T',
    title: 'iMore: Health data in iOS 11',
    where: 'https://www.imore.com/how-sync-your-health-data-ios-11-and-how-it-works',
  },
  'YAHOO-MSG': {
    strength: 'T',
    title: 'Yahoo Finance, 2018: Messages in iCloud has landed',
    where: 'https://www.yahoo.com/finance/news/messages-icloud-landed-turn-191908351.html',
  },
  'MACWORLD-MSG': {
    strength: 'T',
    title: 'Macworld: messages in sync since May 2018',
    where: 'https://www.macworld.co.uk/how-to/back-up-iphone-messages-icloud-3678176/',
  },
  'SIGN-OUT': {
    strength: 'T',
    title: 'Macworld 2021: logging devices out of iCloud, in a copy',
    where: 'https://macmegasite.com/2021/09/17/how-to-properly-log-your-devices-out-of-icloud',
  },
  'SIGN-OUT-TG': {
    strength: 'T',
    title: 'TinyGrab: what happens when somebody signs out of iCloud',
    where: 'https://tinygrab.com/?p=452123',
  },
  'KC-RESET': {
    strength: 'T',
    title: 'iSumsoft: resetting iCloud Keychain without its security code',
    where: 'https://www.isumsoft.com/apple/reset-icloud-keychain-security-code-if-forgot.html',
  },
  'KC-RESET-APPLE': {
    strength: 'A*',
    title: 'Apple on a forgotten iCloud Security Code, quoted in its own forum (2017)',
    where: 'https://discussions.apple.com/thread/7975403',
  },
  'PASS-72': {
    strength: 'T',
    title: 'MacRumors: iOS 17 keeps the old passcode for 72 hours',
    where: 'https://www.macrumors.com/2023/06/15/ios-17-iphone-passcode-reset-72-hours/',
  },
  'FINDMY-ERASE': {
    strength: 'T',
    title: 'Winenfood: what an erase by Find My does and what it leaves',
    where: 'https://winenfood.com/using-iclouds-find-my-iphone-erase-feature',
  },
  'LOCKED-MR': {
    strength: 'T',
    title: 'MacRumors: erasing a phone whose passcode is forgotten',
    where: 'https://macrumors.com/how-to/erase-reset-locked-iphone',
  },
  'LOCKED-ARE': {
    strength: 'T',
    title: 'Arekore: a forgotten passcode, and what an erase leaves',
    where: 'https://arekore.app/en/tips/ios/reset-forgotten-iphone-passcode/',
  },
  'LOCKED-LTF': {
    strength: 'T',
    title: 'Local Tech Fix: the screen that says the phone is unavailable',
    where: 'https://localtechfix.com/articles/forgot-iphone-passcode-iphone-unavailable',
  },
} as const;
