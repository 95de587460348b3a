import { slugOfText } from '../model/slug.ts';
import type { CategoryId } from '../rulebook/categories/categories.ts';

/** What a domain of a backup holds: the kind of data, and words for a person. */
export interface DomainMeaning {
  readonly category: CategoryId;
  readonly title: string;
}

/** Domains with a fixed name. Sources: the file list of iOS 16.4 (DOMAINS) and the facts that each category cites. */
const FIXED_DOMAINS: Readonly<Record<string, DomainMeaning>> = {
  HomeDomain: { category: 'device-settings', title: 'Settings, Home Screen and data of iOS itself' },
  CameraRollDomain: { category: 'photos', title: 'Photos and videos' },
  MediaDomain: { category: 'shared-system-data', title: 'Attachments of messages, recordings and media lists' },
  HealthDomain: { category: 'health', title: 'Health and activity' },
  HomeKitDomain: { category: 'home', title: 'Home and its accessories' },
  KeychainDomain: { category: 'passwords', title: 'Keychain: passwords, keys and certificates' },
  ProtectedDomain: { category: 'trusted-certificates', title: 'Certificates that were trusted by hand' },
  KeyboardDomain: { category: 'keyboard-learning', title: 'Words the keyboard has learned' },
  TonesDomain: { category: 'ringtones', title: 'Ringtones' },
  BooksDomain: { category: 'shared-system-data', title: 'Lists of the Books app' },
  WirelessDomain: { category: 'usage-data', title: 'Counters and settings of mobile data' },
  SystemPreferencesDomain: { category: 'network-settings', title: 'Network and VPN settings' },
  RootDomain: { category: 'location-permissions', title: 'Permissions to use the location' },
  ManagedPreferencesDomain: { category: 'managed-settings', title: 'Settings that an organisation prescribes' },
  DatabaseDomain: { category: 'shared-system-data', title: 'Time zone and system notes' },
  InstallDomain: { category: 'installed-app-state', title: 'List of installed and offloaded apps' },
  NetworkDomain: { category: 'network-settings', title: 'Settings of network statistics' },
  MobileDeviceDomain: { category: 'shared-system-data', title: 'Provisioning of apps' },
  BackupDomain: { category: 'shared-system-data', title: 'Settings of the backup itself' },
};

/** Containers of iOS that hold something with rules of its own; all others are data shared by parts of iOS. */
const SYSTEM_CONTAINERS: Readonly<Record<string, DomainMeaning>> = {
  'com.apple.bluetooth': { category: 'bluetooth', title: 'Bluetooth pairings' },
  'com.apple.configurationprofiles': { category: 'profiles', title: 'Configuration profiles' },
  'com.apple.icloud.findmydevice.managed': { category: 'shared-system-data', title: 'Settings of Find My' },
};

/**
 * Domains that end with the name of an app, a group of apps, an extension or a container. The first that fits
 * counts.
 */
const FAMILIES = [
  {
    begins: 'AppDomainPlaceholder-',
    category: 'app-placeholder',
    title: (name) => `${name}: icon that waits for its app`,
  },
  { begins: 'AppDomainGroup-', category: 'app-group-data', title: (name) => `${name}: shared data` },
  { begins: 'AppDomainPlugin-', category: 'app-extension', title: (name) => `${name}: app extension` },
  // EL-79: the data of the apps of iOS itself are put in place before the restart, those of all other apps after it.
  { begins: 'AppDomain-com.apple.', category: 'shared-system-data', title: (name) => `${name}: its data` },
  { begins: 'AppDomain-', category: 'app-data', title: (name) => `${name}: its data` },
  {
    begins: 'SysSharedContainerDomain-',
    category: 'shared-system-data',
    title: (name) => `${name}: data shared by parts of iOS`,
  },
  { begins: 'SysContainerDomain-', category: 'shared-system-data', title: (name) => `${name}: data of iOS` },
] as const satisfies readonly { begins: string; category: CategoryId; title: (name: string) => string }[];

/** Well-known apps by the beginning of their identifier. */
const APP_NAMES: Readonly<Record<string, string>> = {
  'AlexisBarreyat.BeReal': 'BeReal',
  BeReal: 'BeReal',
  'ch.protonmail.protonmail': 'Proton Mail',
  'com.alltrails.AllTrails': 'AllTrails',
  'com.apple.AppleMediaDiscovery': 'Media discovery',
  'com.apple.AppStore': 'App Store',
  'com.apple.Maps': 'Maps',
  'com.apple.Music': 'Music',
  'com.apple.ScreenshotServicesService': 'Screenshots',
  'com.apple.iBooks': 'Books',
  'com.apple.mail': 'Mail',
  'com.apple.mobilesafari': 'Safari',
  'com.apple.notes': 'Notes',
  'com.apple.siri': 'Siri',
  'com.apple.tips': 'Tips',
  'com.apple.weather': 'Weather',
  'com.atebits.Tweetie2': 'Twitter',
  'com.burbn.instagram': 'Instagram',
  'com.duckduckgo': 'DuckDuckGo',
  'com.facebook.Facebook': 'Facebook',
  'com.facebook.Messenger': 'Messenger',
  'com.google.Gmail': 'Gmail',
  'com.google.chrome': 'Chrome',
  'com.linecorp.line': 'LINE',
  'com.mewe': 'MeWe',
  'com.microsoft.Office.Outlook': 'Outlook',
  'com.microsoft.shared': 'Microsoft apps',
  'com.microsoft.skype.teams': 'Microsoft Teams',
  'com.reddit.Reddit': 'Reddit',
  'com.skype.skype': 'Skype',
  'com.spotify.client': 'Spotify',
  'com.toyopagroup.picaboo': 'Snapchat',
  'com.viber': 'Viber',
  'com.waze.iphone': 'Waze',
  'com.wickr.pro': 'Wickr Pro',
  'com.zhiliaoapp': 'TikTok',
  'is.workflow.my.app': 'Shortcuts',
  'jp.naver.line': 'LINE',
  'net.whatsapp.WhatsApp': 'WhatsApp',
  'org.joinmastodon.app': 'Mastodon',
  'org.whispersystems.signal': 'Signal',
  'ph.telegra.Telegraph': 'Telegram',
  'snapchat.picaboo': 'Snapchat',
  'viber.share': 'Viber',
};

const GROUP = /^(?:group|systemgroup)\./;
/** Endings that name no app. */
const DULL_PARTS: ReadonlySet<string> = new Set([
  'app',
  'ios',
  'iphone',
  'ipad',
  'mobile',
  'client',
  'prod',
  'pro',
  'shared',
  'share',
  'container',
  'com',
  'net',
  'org',
]);
const CAMEL = /(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/;

/**
 * What a domain of a backup holds. A domain that nobody knows counts as data shared by parts of iOS, under its own
 * name.
 */
export function meaningOfDomain(domain: string): DomainMeaning {
  const fixed = Object.hasOwn(FIXED_DOMAINS, domain) ? FIXED_DOMAINS[domain] : undefined;
  if (fixed) return fixed;
  const family = FAMILIES.find(({ begins }) => domain.startsWith(begins));
  if (!family) return { category: 'shared-system-data', title: domain };
  const name = domain.slice(domain.indexOf('-') + 1).replace(GROUP, '');
  const container =
    domain.startsWith('Sys') && Object.hasOwn(SYSTEM_CONTAINERS, name) ? SYSTEM_CONTAINERS[name] : undefined;
  return container ?? { category: family.category, title: family.title(nameOfApp(name)) };
}

/** `WhatsApp` for `net.whatsapp.WhatsApp`; of an unknown identifier its last telling part, made readable. */
export function nameOfApp(identifier: string): string {
  const bare = identifier.replace(GROUP, '');
  const known = longestKnown(bare);
  if (known !== undefined) {
    const rest = bare
      .slice(known.length + 1)
      .split('.')
      .filter((part) => part !== '' && !DULL_PARTS.has(part.toLowerCase()));
    return [APP_NAMES[known], ...rest.map((part) => readable(part).toLowerCase())].join(', ');
  }
  const parts = bare.split('.').filter((part) => part !== '');
  return readable(parts.findLast((part) => !DULL_PARTS.has(part.toLowerCase())) ?? parts.at(-1) ?? identifier);
}

/** The name of an app that is well known, or undefined. */
export function knownAppName(identifier: string): string | undefined {
  const known = longestKnown(identifier.replace(GROUP, ''));
  return known === undefined ? undefined : APP_NAMES[known];
}

function longestKnown(identifier: string): string | undefined {
  const parts = identifier.split('.');
  for (let length = parts.length; length > 0; length -= 1) {
    const beginning = parts.slice(0, length).join('.');
    if (Object.hasOwn(APP_NAMES, beginning)) return beginning;
  }
  return undefined;
}

function readable(part: string): string {
  const words = part
    .split(/[-_]/)
    .flatMap((word) => word.split(CAMEL))
    .filter((word) => word !== '')
    .join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name for a scenario file: small letters, digits and hyphens, at most 64; `taken` keeps two apart. */
export function idOfDomain(domain: string, taken: ReadonlySet<string>): string {
  const short = domain
    .replace(/^AppDomainPlaceholder-/, 'waiting-')
    .replace(/^AppDomainGroup-/, 'group-')
    .replace(/^AppDomainPlugin-/, 'extension-')
    .replace(/^AppDomain-/, 'app-')
    .replace(/^Sys(?:Shared)?ContainerDomain-/, 'system-')
    .replace(/-(?:group|systemgroup)\./, '-')
    .replace(/Domain$/, '');
  const slug = slugOfText('domain', short, 58);
  if (!taken.has(slug)) return slug;
  for (let number = 2; ; number += 1) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`;
}
