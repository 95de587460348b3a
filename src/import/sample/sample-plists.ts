import { compareVersions } from '../../model/version.ts';
import type { PlistDict, PlistValue } from '../binary-plist.ts';
import { SAMPLE_APPS, SAMPLE_PERSON, type SampleApp } from './person.ts';
import { writeBinaryPlist } from './plist-writer.ts';
import type { Seeded } from './seeded.ts';

export interface SampleFacts {
  readonly ios: string;
  /** Milliseconds since 1970. */
  readonly made: number;
  readonly isEncrypted: boolean;
  readonly isFlat: boolean;
}

const dict = (entries: Readonly<Record<string, PlistValue | undefined>>): PlistDict =>
  new Map(Object.entries(entries).filter((entry): entry is [string, PlistValue] => entry[1] !== undefined));
const date = (milliseconds: number): PlistValue => ({ kind: 'date', milliseconds });

/** A model that the version can run on. */
const modelOf = (ios: string): { readonly name: string; readonly type: string } =>
  compareVersions(ios, '15.0') >= 0
    ? { name: 'iPhone 13 mini', type: 'iPhone14,4' }
    : { name: 'iPhone 5s', type: 'iPhone6,1' };

export function infoPlist({ ios, made }: SampleFacts, seeded: Seeded): PlistDict {
  const { name, type } = modelOf(ios);
  const fromStore = SAMPLE_APPS.filter(({ from }) => from !== 'none');
  return dict({
    Applications: new Map(fromStore.map((app) => [app.id, storeEntry(app, seeded)])),
    'Build Version': '20E252',
    'Device Name': SAMPLE_PERSON.deviceName,
    'Display Name': SAMPLE_PERSON.deviceName,
    GUID: '00000000000000000000000000005A3B',
    ICCID: SAMPLE_PERSON.iccid,
    IMEI: SAMPLE_PERSON.imei,
    'IMEI 2': SAMPLE_PERSON.imei2,
    MEID: SAMPLE_PERSON.meid,
    'Installed Applications': SAMPLE_APPS.map(({ id }) => id),
    'Last Backup Date': date(made + 900_000),
    'Phone Number': SAMPLE_PERSON.phoneNumber,
    'Product Name': name,
    'Product Type': type,
    'Product Version': ios,
    'Serial Number': SAMPLE_PERSON.serialNumber,
    'Target Identifier': SAMPLE_PERSON.udid,
    'Target Type': 'Device',
    'Unique Identifier': SAMPLE_PERSON.udid,
    'iTunes Version': '12.12.9.4',
  });
}

const storeEntry = (app: SampleApp, seeded: Seeded): PlistDict =>
  dict({
    ApplicationSINF: seeded.bytes(64),
    PlaceholderIcon: seeded.bytes(200),
    iTunesMetadata: writeBinaryPlist(
      dict({
        itemName: app.title,
        softwareVersionBundleId: app.id,
        DeviceBasedVPP: app.from === 'organisation' ? true : undefined,
        'com.apple.iTunesStore.downloadInfo':
          app.from === 'organisation'
            ? undefined
            : dict({
                accountInfo: dict({
                  AppleID: app.buyer === 'first' ? SAMPLE_PERSON.appleId : SAMPLE_PERSON.otherAppleId,
                  DSPersonID: app.buyer === 'first' ? 1_000_001 : 1_000_002,
                }),
              }),
      }),
    ),
  });

export function manifestPlist(
  { ios, made, isEncrypted, isFlat }: SampleFacts,
  keybag: Uint8Array,
  manifestKey: Uint8Array | undefined,
): PlistDict {
  const { type } = modelOf(ios);
  const source = dict({ AccountNames: [SAMPLE_PERSON.account], Sources: ['iCloud'] });
  return dict({
    AppleIDs: dict({ [SAMPLE_PERSON.appleId]: dict({ dsid: 1_000_001 }) }),
    Applications: new Map(
      SAMPLE_APPS.map(({ id }) => [
        id,
        dict({
          CFBundleIdentifier: id,
          CFBundleVersion: '1.0',
          ContainerContentClass: compareVersions(ios, '9.0') >= 0 ? 'Data/Application' : undefined,
          Path: `/var/containers/Bundle/Application/00000000-0000-0000-0000-000000000000/${id}.app`,
        }),
      ]),
    ),
    BackupKeyBag: keybag,
    Date: date(made),
    IsEncrypted: isEncrypted,
    Lockdown: dict({
      BuildVersion: '20E252',
      DeviceName: SAMPLE_PERSON.deviceName,
      ProductType: type,
      ProductVersion: ios,
      SerialNumber: SAMPLE_PERSON.serialNumber,
      UniqueDeviceID: SAMPLE_PERSON.udid,
      'com.apple.iTunes.backup': dict({ LastBackupComputerName: SAMPLE_PERSON.computerName }),
      'com.apple.mobile.data_sync': dict({ Calendars: source, Contacts: source }),
    }),
    ManifestKey: manifestKey,
    SystemDomainsVersion: isFlat ? '20.0' : '24.0',
    Version: isFlat ? '9.1' : '10.0',
    WasPasscodeSet: true,
  });
}

export const statusPlist = ({ ios, made, isFlat }: SampleFacts): PlistDict =>
  dict({
    BackupState: 'new',
    Date: date(made - 600_000),
    IsFullBackup: false,
    SnapshotState: 'finished',
    UUID: '00000000-0000-4000-8000-000000005A3B',
    Version: isFlat ? '2.4' : compareVersions(ios, '12.0') >= 0 ? '3.3' : '3.2',
  });
