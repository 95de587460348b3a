import { eachOf } from '../model/optional.ts';
import type { BackupRead, StoreApp } from './backup.ts';
import { nameOfApp } from './domains.ts';
import { slugOf } from './slugs.ts';

/** An app that was installed when the backup was made. */
export interface ImportedApp {
  /** Its name in a scenario. */
  readonly id: string;
  readonly title: string;
  /** What the computer kept of it for the App Store; undefined for an app that did not come from there. */
  readonly store: StoreApp | undefined;
}

/** Without what the computer keeps for the App Store, an app is none of the store as far as anybody can tell. */
export const isOutsideTheStore = ({ store }: ImportedApp): boolean => store === undefined;

/** The apps of a backup, and whose a container is. Identifiers stay in here: outside the store they name a person. */
export interface AppsOfBackup {
  readonly apps: readonly ImportedApp[];
  /** The app that has this very identifier. */
  readonly named: (identifier: string) => ImportedApp | undefined;
  /** The app of an extension: its identifier begins with that of its app. */
  readonly ofExtension: (identifier: string) => ImportedApp | undefined;
  /** The app of a group of apps, where one alone can be meant. */
  readonly ofGroup: (identifier: string) => ImportedApp | undefined;
}

export const isOfApple = (identifier: string): boolean => /^(?:group\.|systemgroup\.)?com\.apple\./.test(identifier);

export function appsOfBackup({ info, manifest }: BackupRead, taken: Set<string>, keepNames: boolean): AppsOfBackup {
  const facts = info.state === 'read' ? info.facts : undefined;
  const onDevice = eachOf(manifest.state === 'read' ? manifest.facts.apps : undefined);
  const store = new Map(eachOf(facts?.storeApps).map((app) => [app.id, app]));
  const byDevice = onDevice.filter(({ contentClass }) => contentClass === 'Data/Application').map(({ id }) => id);
  const identifiers = [...new Set([...(facts?.installed ?? byDevice), ...store.keys()])]
    .filter((identifier) => !isOfApple(identifier))
    .toSorted();
  let unnamed = 0;
  const byIdentifier = new Map(
    identifiers.map((identifier): readonly [string, ImportedApp] => {
      const row = store.get(identifier);
      const isOfStore = row?.hasMetadata === true;
      // Its identifier names an app of the store alone.
      const ofIdentifier = keepNames || (isOfStore && row.hasSinf) ? nameOfApp(identifier) : undefined;
      const told = isOfStore || keepNames ? (row?.title ?? ofIdentifier) : undefined;
      const title = told ?? `App without store data ${(unnamed += 1)}`;
      return [identifier, { id: slugOf(title, 'app', taken), title, store: isOfStore ? row : undefined }];
    }),
  );
  const longestFirst = identifiers.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
  const named = (identifier: string | undefined): ImportedApp | undefined =>
    identifier === undefined ? undefined : byIdentifier.get(identifier);
  return {
    apps: [...byIdentifier.values()],
    named,
    ofExtension: (identifier) => named(longestFirst.find((app) => identifier.startsWith(`${app}.`))),
    ofGroup: (identifier) => named(ownerOfGroup(identifier.replace(/^group\./, ''), identifiers)),
  };
}

/** Two parts of an identifier name its maker; fewer in common say nothing. */
const PARTS_OF_A_MAKER = 2;

/**
 * No metadata say which apps share a group: the one whose identifier has most in common with it, where that is one
 * alone. A guess, and told as such.
 */
function ownerOfGroup(group: string, identifiers: readonly string[]): string | undefined {
  const parts = group.split('.');
  let best: string | undefined;
  let most = PARTS_OF_A_MAKER - 1;
  let isAlone = true;
  for (const identifier of identifiers) {
    const others = identifier.split('.');
    let shared = 0;
    while (shared < parts.length && shared < others.length && parts[shared] === others[shared]) shared += 1;
    if (shared > most) [best, most, isAlone] = [identifier, shared, true];
    else if (shared === most && best !== undefined) isAlone = false;
  }
  return isAlone ? best : undefined;
}
