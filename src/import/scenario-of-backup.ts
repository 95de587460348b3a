import { formatBytes, MAX_SIZE_SIZE, parseBytes } from '../model/bytes.ts';
import { addToGroup } from '../model/groups.ts';
import type { DeviceKind, Edition } from '../model/kinds.ts';
import { addDays, dayInWords } from '../model/time.ts';
import { compareVersions, isVersion } from '../model/version.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import type { ImportedApp } from './apps-of-backup.ts';
import type { BackupRead } from './backup.ts';
import { momentFromEpoch } from './days.ts';
import { LOOKED_FOR } from './expected-kinds.ts';
import type { ImportedItem } from './imported-item.ts';
import type { ImportTarget } from './import-target.ts';
import { iosOfTarget } from './target-facts.ts';
import type { PreflightCheck } from './preflight.ts';
import { MADE_FROM_BACKUP } from './made-from-backup.ts';
import { iosNeeded } from './preflight-of-device.ts';
import { type Product, productOf } from './product-types.ts';
import { servicesAsked, type ServiceSeen } from './services-of-backup.ts';

type Plain = Record<string, unknown>;

/** What a scenario is made of. */
export interface ImportedWorld {
  readonly read: BackupRead;
  readonly apps: readonly ImportedApp[];
  /** Undefined where the list of files could not be read. */
  readonly items: readonly ImportedItem[] | undefined;
  readonly bytes: number;
  readonly seen: readonly ServiceSeen[];
  readonly target: ImportTarget;
  readonly today?: string;
}

/** The id of the backup in a scenario, and the names of the devices: neutral ones, whatever a customer calls theirs. */
export const BACKUP_ID = 'backup';
const OLD: Readonly<Record<DeviceKind, string>> = { iphone: 'old iPhone', ipad: 'old iPad', ipod: 'old iPod touch' };

/** The iOS of a backup of which no file tells any. */
export const IOS_NOT_TOLD = '18.3';
/** The day of a backup of which no file tells any. */
const DAY_NOT_TOLD = '2026-02-28';
/** Room that a device is taken to have free where nobody has said: the sizes in which devices are sold. */
const ROOMS = [128e9, 256e9, 512e9, 1e12, 2e12, MAX_SIZE_SIZE];
const roomFor = (bytes: number): number => ROOMS.find((room) => room > bytes * ROOM_TO_SPARE) ?? MAX_SIZE_SIZE;
const ROOM_TO_SPARE = 1.2;

/** What is known of the device that made a backup, and of its moment. */
export interface Maker {
  readonly product: Product;
  readonly isProductTold: boolean;
  readonly ios: string;
  readonly isIosTold: boolean;
  readonly made: string;
  readonly isMadeTold: boolean;
}

export function makerOf(read: BackupRead): Maker {
  const info = read.info.state === 'read' ? read.info.facts : undefined;
  const manifest = read.manifest.state === 'read' ? read.manifest.facts : undefined;
  const status = read.status.state === 'read' ? read.status.facts : undefined;
  const told = iosNeeded(read) ?? manifest?.lockdown?.productVersion;
  const ios = told !== undefined && isVersion(told) ? told : undefined;
  const moment = [manifest?.date, info?.lastBackup, status?.date]
    .filter((date) => date !== undefined)
    .map(momentFromEpoch)
    .find(isReasonable);
  const product = productOf(info?.productName, info?.productType ?? manifest?.lockdown?.productType);
  return {
    product: product ?? { kind: 'iphone', model: 'iPhone', isKnown: false },
    isProductTold: product !== undefined,
    ios: ios ?? IOS_NOT_TOLD,
    isIosTold: ios !== undefined,
    made: moment ?? DAY_NOT_TOLD,
    isMadeTold: moment !== undefined,
  };
}
/** A scenario knows the years from 2007 on, and no backup is of the next century. */
const isReasonable = (moment: string): boolean => moment >= '2007' && moment < '2100';

/** Room that is taken to be free: more than the backup needs, so that no block is made up. */
export const freeGuessed = (bytes: number): number => roomFor(bytes);

const editionOf = (ios: string): Edition =>
  compareVersions(ios, '8') < 0 ? 'ios7' : compareVersions(ios, '9') < 0 ? 'ios8' : 'modern';

/** A scenario as its file states it, beside that of a record of iCloud backups. Whatever is usual is left out. */
export function scenarioOfBackup(world: ImportedWorld, checks: readonly PreflightCheck[]): Plain {
  const maker = makerOf(world.read);
  const ios = iosOfTarget(world.target, maker);
  const edition = editionOf(ios);
  const items = itemsOf(world);
  const accounts = buyersOf(world.apps);
  return {
    title: titleOf(maker, world.target),
    why: `${MADE_FROM_BACKUP} What its files cannot tell is stated as not known, or as usual.`,
    ...(edition === 'modern' ? {} : { edition }),
    route: 'computer',
    world: {
      today: world.today ?? addDays(maker.made.slice(0, 10), 1),
      device: deviceOf(world, maker, ios),
      ...(accounts.length === 0 ? {} : { accounts: accounts.map((id) => ({ id })) }),
      backups: [statedBackup(world, maker, checks)],
      ...servicesOf(world.seen, items),
      ...(items.length === 0 ? {} : { items }),
    },
  };
}

const titleOf = ({ product, made, isMadeTold }: Maker, target: ImportTarget): string => {
  const onto = target.is === 'same' ? 'the same device' : target.model;
  return `The backup of an ${product.model}${isMadeTold ? `, made ${dayInWords(made)}` : ''}, restored onto ${onto}`;
};

function deviceOf({ target, bytes }: ImportedWorld, { product }: Maker, ios: string): Plain {
  const free = roomFor(bytes);
  const room = free === ROOMS[0] ? {} : { free };
  if (target.is === 'same')
    return { name: OLD[product.kind], ...kindUnlessIphone(product.kind), model: product.model, ios, ...room };
  return { ...kindUnlessIphone(target.kind), model: target.model, ios, ...room };
}
const kindUnlessIphone = (kind: DeviceKind): Plain => (kind === 'iphone' ? {} : { kind });

/** The first is whose phone it is: whoever bought the most apps. */
export function buyersOf(apps: readonly ImportedApp[]): readonly string[] {
  const bought = new Map<string, string[]>();
  for (const { id, store } of apps) if (store?.buyer !== undefined) addToGroup(bought, store.buyer, [id]);
  return [...bought].toSorted(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1)).map(([buyer]) => buyer);
}

function statedBackup(
  { read, items }: ImportedWorld,
  { product, ios, made }: Maker,
  checks: readonly PreflightCheck[],
): Plain {
  const manifest = read.manifest.state === 'read' ? read.manifest.facts : undefined;
  const info = read.info.state === 'read' ? read.info.facts : undefined;
  const hasFailed = (...ids: readonly PreflightCheck['id'][]): boolean =>
    checks.some(({ id, state }) => state === 'failed' && ids.includes(id));
  const says = manifest?.isEncrypted;
  const encrypted = read.isEncrypted;
  const isIncomplete = hasFailed('status');
  return {
    id: BACKUP_ID,
    device: OLD[product.kind],
    ...(product.kind === 'iphone' ? {} : { deviceKind: product.kind }),
    model: product.model,
    made,
    ios,
    ...(isIncomplete ? { complete: 'no' } : {}),
    ...(encrypted === undefined ? { encrypted: 'unknown' } : encrypted ? { encrypted: 'yes' } : {}),
    ...(says !== undefined && encrypted !== undefined && says !== encrypted
      ? { declared: { encrypted: says ? 'yes' : 'no' } }
      : {}),
    ...(encrypted === true && read.encryption.state !== 'unlocked' ? { password: passwordOf(read) } : {}),
    ...(hasFailed('versions', 'keybag') || (hasFailed('list') && read.list !== 'missing') ? { damaged: 'yes' } : {}),
    ...(read.list === 'missing' ? { index: 'missing' } : {}),
    ...(hasFailed('payload') ? { index: 'stale' } : {}),
    ...(info?.storeApps === undefined || info.storeApps.length === 0
      ? { appList: info === undefined ? 'unknown' : 'no' }
      : {}),
    ...(items === undefined ? {} : { list: 'read' }),
    ...keychainOf(read),
    ...passcodeOf(manifest?.wasPasscodeSet),
    supervised: 'unknown',
  };
}

const passwordOf = ({ encryption }: BackupRead): string =>
  encryption.state === 'locked' && encryption.why === 'wrong password' ? 'forgotten' : 'unknown';

const passcodeOf = (wasSet: boolean | undefined): Plain =>
  wasSet === true ? {} : { passcodeSet: wasSet === false ? 'no' : 'unknown' };

/** FM-15: the classes of the keychain that may leave their device, where the key bag does not tie them to it. */
const KEYCHAIN_CLASSES = [6, 7, 8];

export function keychainOf({ keybag }: BackupRead): { readonly keychain?: 'moves' | 'stays' } {
  if (keybag.state !== 'read') return {};
  const ties = KEYCHAIN_CLASSES.map((number) => keybag.facts.classes.get(number)?.device);
  if (ties.every((tied) => tied === true)) return { keychain: 'stays' };
  return ties.every((tied) => tied === false) ? { keychain: 'moves' } : {};
}

function servicesOf(seen: readonly ServiceSeen[], items: readonly Plain[]): Plain {
  const asked = servicesAsked(items.map(({ category }) => category as CategoryId));
  if (asked.length === 0) return {};
  const wasOn = new Set(seen.map(({ service }) => service));
  return {
    services: Object.fromEntries(
      asked.map((service) => [service, wasOn.has(service) ? { atBackup: 'on', now: 'unknown' } : 'unknown']),
    ),
  };
}

function itemsOf({ apps, items, read }: ImportedWorld): readonly Plain[] {
  const owner = buyersOf(apps)[0];
  const held = items ? items.map(statedItem) : [];
  const found = new Set(items?.map(({ category }) => category));
  // What could be told by a list alone is told by none where it was not read.
  const absent =
    items === undefined || read.list === 'missing'
      ? []
      : LOOKED_FOR.filter(({ category }) => !found.has(category)).map((kind) => ({
          ...named(kind.id, kind.category),
          ...titled(kind.title, kind.category),
          listed: 'no',
        }));
  return [...apps.map((app) => statedApp(app, owner)), ...held, ...absent];
}

const named = (id: string, category: CategoryId): Plain => (id === category ? { category } : { id, category });
const titled = (title: string, category: CategoryId): Plain =>
  (CATEGORIES[category] as Category).title === title ? {} : { title };

function statedApp({ id, title, store }: ImportedApp, owner: string | undefined): Plain {
  return {
    id,
    category: 'app',
    app: id,
    title,
    ...(store?.hasSinf === true ? {} : { store: 'unknown' }),
    ...(store?.assignedToDevice === true ? { management: 'assigned-to-device' } : {}),
    ...(store?.buyer === undefined || store.buyer === owner ? {} : { account: store.buyer }),
  };
}

function statedItem({ id, category, title, app, files, bytes, putBack }: ImportedItem): Plain {
  return {
    ...named(id, category),
    ...titled(title, category),
    ...(app === undefined ? {} : { app }),
    ...(files === 1 ? {} : { count: Math.min(files, MOST_FILES) }),
    ...(bytes === 0 ? {} : { bytes: readableSize(Math.min(bytes, MAX_SIZE_SIZE)) }),
    listed: 'yes',
    ...(putBack === undefined ? {} : { putBack }),
  };
}
const MOST_FILES = 1e9;

/** `90 MB` where that says it to the byte. */
function readableSize(bytes: number): number | string {
  const words = formatBytes(bytes);
  return parseBytes(words) === bytes ? words : bytes;
}
