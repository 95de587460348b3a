import type { Backup, Item, World } from '../../model/world.ts';
import { newestFirst } from '../../model/newest-first.ts';
import { backupSchema } from '../../model/backups.ts';
import { hasService, type ServiceId } from '../../model/services.ts';
import type { Route } from '../../model/kinds.ts';
import { compareVersions } from '../../model/version.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import { asksForPassword } from '../../rulebook/case/listing.ts';
import type { BeforeActId } from '../../rulebook/tables/before-acts.ts';
import type { PhoneToErase } from './phone-to-erase.ts';

/** An act that could save what lies only on a phone, and the world in which it has been done. */
export interface SavingAct {
  readonly act: BeforeActId;
  /** The service that takes it up. */
  readonly service: ServiceId | null;
  readonly worldAfter: (world: World) => World;
}

/** The same as `BEFORE_ACTS` names them, for those that a changed world can show. */
export function savingActsFor(world: World, phone: PhoneToErase): readonly SavingAct[] {
  const { organisation } = world;
  // Nobody gets at its switches or its apps; what is on already may still go up by itself.
  const services = servicesOf(world, phone).filter(
    (service) => phone.lock !== 'shut' || world.services[service].now === 'on',
  );
  return [
    ...services.map((service): SavingAct => ({
      act: world.services[service].now === 'on' ? 'let-service-finish' : 'let-service-upload',
      service,
      worldAfter: (before) => afterUpload(before, phone, service),
    })),
    ...(phone.lock !== 'shut' && organisation.icloudBackup === 'allowed' && phone.account !== null
      ? [{ act: 'icloud-backup', service: null, worldAfter: withBackup(phone, 'icloud') } as const]
      : []),
    ...(phone.lock !== 'shut' && organisation.pairing === 'allowed' && passwordInTheWay(world, phone) !== 'for-good'
      ? [{ act: 'computer-backup', service: null, worldAfter: withBackup(phone, 'computer') } as const]
      : []),
  ];
}

/** From this iOS on “Reset All Settings” takes off a backup password that nobody knows (CP-16). */
const RESET_SINCE = '11';

/**
 * A phone makes each backup on a computer with the password that the last one had, so one that nobody is known to know
 * has to come off first, where that can be done at all.
 */
export function passwordInTheWay({ backups }: World, { name, ios }: PhoneToErase): 'no' | 'reset-first' | 'for-good' {
  const [latest] = backups.filter(({ kind, device }) => kind === 'computer' && device === name).toSorted(newestFirst);
  if (!latest || !asksForPassword(latest) || latest.password === 'known') return 'no';
  return compareVersions(ios, RESET_SINCE) >= 0 ? 'reset-first' : latest.password === 'unknown' ? 'no' : 'for-good';
}

/** What an organisation forbids cannot be switched on. */
function servicesOf({ organisation, accounts }: World, { items, ios }: PhoneToErase): readonly ServiceId[] {
  if (accounts.length === 0) return [];
  const forbidden: Partial<Record<ServiceId, 'allowed' | 'forbidden'>> = {
    keychain: organisation.keychainSync,
    photos: organisation.photosSync,
    drive: organisation.documentSync,
  };
  const services = new Set(items.map((item) => categoryOf(item).service).filter((service) => service !== undefined));
  return [...services].filter((service) => forbidden[service] !== 'forbidden' && hasService(ios, service));
}

const isOn = (phone: PhoneToErase): ((item: Item) => boolean) => {
  const ids = new Set(phone.items.map(({ id }) => id));
  return ({ id }) => ids.has(id);
};

function afterUpload(world: World, phone: PhoneToErase, service: ServiceId): World {
  const isThere = isOn(phone);
  return {
    ...world,
    services: { ...world.services, [service]: { ...world.services[service], now: 'on' } },
    items: world.items.map((item) =>
      isThere(item) && item.syncs === 'on' && categoryOf(item).service === service
        ? { ...item, uploaded: 'yes' }
        : item,
    ),
  };
}

/** No id of a scenario can look like this. */
const NEW_BACKUP = 'the new backup';

const withBackup =
  (phone: PhoneToErase, kind: Exclude<Route, 'direct'>) =>
  (world: World): World => {
    const isThere = isOn(phone);
    const parsed = backupSchema.parse({
      id: 'new-backup',
      device: phone.name,
      deviceKind: phone.kind,
      model: phone.model,
      ios: phone.ios,
      made: world.today,
      ...(kind === 'computer' ? { encrypted: 'yes' } : {}),
    });
    // A backup on a computer needs no account; the world writes nobody as it does for those that are stated.
    const [owner] = world.accounts;
    const account = phone.account ?? (owner ? owner.id : world.services.account);
    const backup: Backup = { ...parsed, id: NEW_BACKUP, kind, account };
    return {
      ...world,
      backups: [...world.backups, backup],
      items: world.items.map((item) =>
        // What lies on the phone today is there when the backup is made, whatever older ones hold.
        isThere(item) && item.heldBy ? { ...item, heldBy: [...item.heldBy, NEW_BACKUP] } : item,
      ),
    };
  };
