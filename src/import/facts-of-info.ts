import type { InfoFacts, StoreApp } from './backup.ts';
import type { PlistDict } from './binary-plist.ts';
import { InputError } from '../model/problem.ts';
import { readPlist } from './plist.ts';
import { boolIn, byCode, dataIn, dateIn, dictIn, isPlistDict, present, textIn, textsIn } from './plist-parts.ts';

/** Bytes of the metadata of all apps; those of one take 2 to 8 kB. */
const MOST_METADATA = 12e6;

/** What Info.plist tells; names of people and devices only where they are asked for. */
export function factsOfInfo(info: PlistDict, keepNames: boolean): InfoFacts {
  return {
    ...present({
      productName: textIn(info, 'Product Name'),
      productType: textIn(info, 'Product Type'),
      productVersion: textIn(info, 'Product Version'),
      buildVersion: textIn(info, 'Build Version'),
      lastBackup: dateIn(info, 'Last Backup Date'),
      installed: unique(textsIn(info, 'Installed Applications')),
      storeApps: storeApps(dictIn(info, 'Applications')),
      computerVersion: textIn(info, 'iTunes Version'),
      deviceName: keepNames ? (textIn(info, 'Device Name') ?? textIn(info, 'Display Name')) : undefined,
    }),
    onWindows: info.has('Windows OS Version') || info.has('Devices Version'),
  };
}

const unique = (texts: readonly string[] | undefined): readonly string[] | undefined =>
  texts && [...new Set(texts)].toSorted(byCode);

function storeApps(apps: PlistDict | undefined): readonly StoreApp[] | undefined {
  if (!apps) return undefined;
  const buyers = new Map<string, string>();
  const metadata = new Metadata();
  return [...apps]
    .toSorted(([a], [b]) => byCode(a, b))
    .map(([id, value]) => {
      const app = isPlistDict(value) ? value : undefined;
      const bytes = app && dataIn(app, 'iTunesMetadata');
      const told = bytes && metadata.of(bytes);
      return {
        id,
        hasSinf: (app && dataIn(app, 'ApplicationSINF')) !== undefined,
        hasMetadata: told !== undefined,
        assignedToDevice: (told && boolIn(told, 'DeviceBasedVPP')) === true,
        ...present({
          title: told && textIn(told, 'itemName'),
          buyer: told && neutral(buyerOf(told), buyers),
        }),
      };
    });
}

/** What the App Store gave with each app: property lists in a property list. */
class Metadata {
  readonly #read = new Map<Uint8Array, PlistDict | undefined>();
  #left = MOST_METADATA;

  /** Many apps may point at the same bytes: they are read once. */
  of(bytes: Uint8Array): PlistDict | undefined {
    if (this.#read.has(bytes)) return this.#read.get(bytes);
    this.#left -= bytes.length;
    if (this.#left < 0)
      throw new InputError([
        { file: 'Info.plist', message: `its apps carry more than ${MOST_METADATA} bytes of metadata` },
      ]);
    const value = metadataIn(bytes);
    this.#read.set(bytes, value);
    return value;
  }
}

function metadataIn(bytes: Uint8Array): PlistDict | undefined {
  try {
    const value = readPlist(bytes, 'iTunesMetadata');
    return isPlistDict(value) ? value : undefined;
  } catch (error) {
    // Of one app out of hundreds: it counts as an app without metadata.
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Who bought an app, told apart by number or account; neither is ever passed on. */
function buyerOf(metadata: PlistDict): string | undefined {
  const download = dictIn(metadata, 'com.apple.iTunesStore.downloadInfo');
  const account = download && dictIn(download, 'accountInfo');
  const number = account?.get('DSPersonID');
  if (typeof number === 'number' || typeof number === 'bigint') return `number ${number}`;
  return (account && textIn(account, 'AppleID')) ?? textIn(metadata, 'apple-id');
}

function neutral(buyer: string | undefined, buyers: Map<string, string>): string | undefined {
  if (buyer === undefined) return undefined;
  if (!buyers.has(buyer)) buyers.set(buyer, `buyer-${buyers.size + 1}`);
  return buyers.get(buyer);
}
