import type { ManifestApp, ManifestFacts, StatusFacts, SyncedClass } from './backup.ts';
import type { PlistDict, PlistValue } from './binary-plist.ts';
import { boolIn, byCode, dataIn, dateIn, dictIn, isPlistDict, isPlistList, present, textIn } from './plist-parts.ts';

const SYNCED = [
  ['Bookmarks', 'bookmarks'],
  ['Calendars', 'calendars'],
  ['Contacts', 'contacts'],
  ['Notes', 'notes'],
] as const;

/** What Manifest.plist tells; accounts and names that it holds are not passed on. */
export function factsOfManifest(manifest: PlistDict): ManifestFacts {
  const lockdown = dictIn(manifest, 'Lockdown');
  return {
    ...present({
      version: textIn(manifest, 'Version'),
      systemDomainsVersion: textIn(manifest, 'SystemDomainsVersion'),
      requiredProductVersion: textIn(manifest, 'RequiredProductVersion'),
      date: dateIn(manifest, 'Date'),
      isEncrypted: boolIn(manifest, 'IsEncrypted'),
      wasPasscodeSet: boolIn(manifest, 'WasPasscodeSet'),
      lockdown: lockdown && lockdownOf(lockdown),
      apps: appsOf(dictIn(manifest, 'Applications')),
    }),
    hasKeybag: dataIn(manifest, 'BackupKeyBag') !== undefined,
    hasManifestKey: dataIn(manifest, 'ManifestKey') !== undefined,
    synced: lockdown ? syncedOf(dictIn(lockdown, 'com.apple.mobile.data_sync')) : [],
  };
}

/** The values that a device takes from here, and takes as texts alone. */
const TEXTS = ['ProductVersion', 'ProductType', 'BuildVersion', 'DeviceName', 'SerialNumber', 'UniqueDeviceID'];

const lockdownOf = (lockdown: PlistDict): ManifestFacts['lockdown'] => ({
  ...present({
    productVersion: textIn(lockdown, 'ProductVersion'),
    productType: textIn(lockdown, 'ProductType'),
    buildVersion: textIn(lockdown, 'BuildVersion'),
  }),
  notTexts: TEXTS.filter((name) => lockdown.has(name) && textIn(lockdown, name) === undefined),
});

function syncedOf(synced: PlistDict | undefined): readonly SyncedClass[] {
  if (!synced) return [];
  return SYNCED.flatMap(([name, kind]) => {
    const part = dictIn(synced, name);
    if (!part) return [];
    const told = ['Sources', 'AccountNames'].flatMap((list) => listIn(part, list));
    return [{ class: kind, withIcloud: told.some((source) => typeof source === 'string' && /icloud/i.test(source)) }];
  });
}

function listIn(dict: PlistDict, name: string): readonly PlistValue[] {
  const value = dict.get(name);
  return isPlistList(value) ? value : [];
}

function appsOf(apps: PlistDict | undefined): readonly ManifestApp[] | undefined {
  if (!apps) return undefined;
  return [...apps]
    .toSorted(([a], [b]) => byCode(a, b))
    .map(([id, app]) => ({
      id,
      ...(isPlistDict(app)
        ? present({ version: textIn(app, 'CFBundleVersion'), contentClass: textIn(app, 'ContainerContentClass') })
        : {}),
    }));
}

/** What Status.plist tells. */
export function factsOfStatus(status: PlistDict): StatusFacts {
  const facts = present({
    version: textIn(status, 'Version'),
    backupState: textIn(status, 'BackupState'),
    snapshotState: textIn(status, 'SnapshotState'),
    isFullBackup: boolIn(status, 'IsFullBackup'),
    date: dateIn(status, 'Date'),
  });
  const uuid = textIn(status, 'UUID');
  const required = {
    UUID: uuid,
    Date: facts.date,
    BackupState: facts.backupState,
    SnapshotState: facts.snapshotState,
    IsFullBackup: facts.isFullBackup,
  };
  const missing = Object.entries(required).flatMap(([name, value]) => (value === undefined ? [name] : []));
  return { ...facts, hasUuid: uuid !== undefined, missing };
}
