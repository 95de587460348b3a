import type { CategoryId } from '../rulebook/categories/categories.ts';
import { type AppsOfBackup, type ImportedApp, isOfApple } from './apps-of-backup.ts';
import type { FileRow } from './backup.ts';
import { dayOfSeconds } from './days.ts';
import { knownAppName } from './domains.ts';
import { LOOKED_FOR } from './expected-kinds.ts';
import type { ImportedItem, ImportedList } from './imported-item.ts';
import { PathTree } from './path-tree.ts';
import type { ReadableItem } from './readable-item.ts';
import { READABLE_ITEMS, UNCLASSIFIED } from './readable-items.ts';
import { RESTORE_MARKS, type RestoreMark } from './restore-marks.ts';
import { slugOf } from './slugs.ts';

type Kind = Omit<ReadableItem, 'places'> & { readonly app?: string };

const PLACES = new PathTree<Kind>(READABLE_ITEMS.flatMap((kind) => kind.places.map((place) => [place, kind] as const)));

/** Containers by how their domains begin, the most exact first. */
const FAMILIES = [
  {
    begins: 'AppDomainPlaceholder-',
    category: 'app-placeholder',
    id: 'placeholders',
    title: 'Icons that wait for their apps',
  },
  { begins: 'AppDomainGroup-', category: 'app-group-data', id: 'groups', title: 'shared data' },
  { begins: 'AppDomainPlugin-', category: 'app-extension', id: 'extensions', title: 'its extensions' },
  { begins: 'AppDomain-', category: 'app-data', id: 'data', title: 'its data' },
] as const satisfies readonly { begins: string; category: CategoryId; id: string; title: string }[];

/** Containers of apps that the list of apps does not name: one line for each family. */
const NOBODYS: Readonly<Record<(typeof FAMILIES)[number]['category'], Kind>> = {
  'app-placeholder': {
    id: 'other-placeholders',
    category: 'app-placeholder',
    title: 'Icons that wait for their apps',
  },
  'app-group-data': {
    id: 'other-groups',
    category: 'app-group-data',
    title: 'Data that apps share, of no single app',
  },
  'app-extension': {
    id: 'other-extensions',
    category: 'app-extension',
    title: 'Data of extensions of apps that are not in the list of apps',
  },
  'app-data': { id: 'other-data', category: 'app-data', title: 'Data of apps that are not in the list of apps' },
};
const SYSTEM_CONTAINERS: Kind = {
  id: 'containers-of-ios',
  category: 'shared-system-data',
  title: 'Containers of parts of iOS',
};
const PARTS_BY_APPLE: Kind = {
  id: 'parts-by-apple',
  category: 'shared-system-data',
  title: 'Data of other Apple apps and parts of iOS',
};

/** Names that kinds of data have in every scenario: no app takes one of them. */
export const reservedIds = (): Set<string> =>
  new Set(
    [...READABLE_ITEMS, ...LOOKED_FOR, ...Object.values(NOBODYS), UNCLASSIFIED, SYSTEM_CONTAINERS, PARTS_BY_APPLE].map(
      ({ id }) => id,
    ),
  );

interface Sum {
  readonly kind: Kind;
  readonly mark: RestoreMark | undefined;
  files: number;
  bytes: number;
  sizeNotGiven: number;
  newest: number;
  classes: number;
}
/** What a domain holds: one kind of data, or several that its paths tell apart. */
interface Domain {
  files: number;
  readonly whole: Sum | undefined;
  readonly rest: Kind;
}

/**
 * Rows of a list, added up as they come by: what is kept grows with the kinds of data and the domains and never with
 * the rows, of which there can be more than a million.
 */
export class ItemTally {
  readonly #apps: AppsOfBackup;
  readonly #taken: Set<string>;
  readonly #domains = new Map<string, Domain>();
  readonly #sums = new Map<Kind, Map<RestoreMark | undefined, Sum>>();
  readonly #kinds = new Map<string, Kind>();
  #files = 0;
  #bytes = 0;
  #sizeNotGiven = 0;
  #hasPhotosMarker = false;

  constructor(apps: AppsOfBackup, taken: Set<string>) {
    this.#apps = apps;
    this.#taken = taken;
  }

  visit({ domain: name, path, kind, size, modified, protectionClass }: FileRow): void {
    let domain = this.#domains.get(name);
    if (!domain) this.#domains.set(name, (domain = this.#newDomain(name)));
    if (kind !== 'file') return;
    domain.files += 1;
    this.#files += 1;
    const sum = domain.whole ?? this.#sumAt(name, path, domain.rest);
    sum.files += 1;
    if (size === undefined) {
      sum.sizeNotGiven += 1;
      this.#sizeNotGiven += 1;
    } else {
      sum.bytes += size;
      this.#bytes += size;
    }
    if (modified !== undefined && modified > sum.newest) sum.newest = modified;
    if (protectionClass !== undefined) sum.classes |= 1 << protectionClass;
    if (path === MARKER) this.#hasPhotosMarker = true;
  }

  #newDomain(name: string): Domain {
    const rest = this.#restOf(name);
    const isOneThing = !PLACES.knows(name) && !RESTORE_MARKS.knows(name);
    return { files: 0, rest, whole: isOneThing ? this.#sumOf(rest, undefined) : undefined };
  }

  #sumAt(domain: string, path: string, rest: Kind): Sum {
    return this.#sumOf(PLACES.find(domain, path) ?? rest, RESTORE_MARKS.find(domain, path));
  }

  #sumOf(kind: Kind, mark: RestoreMark | undefined): Sum {
    let byMark = this.#sums.get(kind);
    if (!byMark) this.#sums.set(kind, (byMark = new Map()));
    let sum = byMark.get(mark);
    if (!sum) byMark.set(mark, (sum = { kind, mark, files: 0, bytes: 0, sizeNotGiven: 0, newest: 0, classes: 0 }));
    return sum;
  }

  /** What a domain holds beside the places that the table names. */
  #restOf(domain: string): Kind {
    if (/^Sys(?:Shared)?ContainerDomain-/.test(domain)) return SYSTEM_CONTAINERS;
    const family = FAMILIES.find(({ begins }) => domain.startsWith(begins));
    if (!family) return UNCLASSIFIED;
    const identifier = domain.slice(family.begins.length);
    if (isOfApple(identifier)) return this.#ofApple(identifier);
    const app = this.#ownerOf(family.category, identifier);
    return app ? this.#ofApp(app, family) : NOBODYS[family.category];
  }

  #ofApple(identifier: string): Kind {
    const name = knownAppName(identifier);
    return name === undefined
      ? PARTS_BY_APPLE
      : this.#once({
          id: slugOf(name, 'apple', new Set()),
          category: 'shared-system-data',
          title: `${name}: its data`,
        });
  }

  #ownerOf(category: CategoryId, identifier: string): ImportedApp | undefined {
    switch (category) {
      case 'app-group-data':
        return this.#apps.ofGroup(identifier);
      case 'app-extension':
        return this.#apps.ofExtension(identifier);
      default:
        return this.#apps.named(identifier);
    }
  }

  #ofApp({ id, title }: ImportedApp, family: (typeof FAMILIES)[number]): Kind {
    return this.#once({
      id: `${id}-${family.id}`,
      category: family.category,
      title: `${title}: ${family.title}`,
      app: id,
    });
  }

  /** Containers of one owner are one kind: the first that was met stands for all. */
  #once(kind: Kind): Kind {
    const key = `${kind.category} ${kind.id}`;
    let known = this.#kinds.get(key);
    if (!known) this.#kinds.set(key, (known = { ...kind, id: slugOf(kind.id, 'part', this.#taken) }));
    return known;
  }

  list(): ImportedList {
    const items = [...this.#sums.values()].flatMap((byMark) =>
      [...byMark.values()].filter(({ files }) => files > 0).map((sum) => this.#itemOf(sum)),
    );
    return {
      items: items.toSorted((a, b) => b.bytes - a.bytes || b.files - a.files || (a.id < b.id ? -1 : 1)),
      domains: this.#domains.size,
      emptyDomains: [...this.#domains.values()].filter(({ files }) => files === 0).length,
      files: this.#files,
      bytes: this.#bytes,
      sizeNotGiven: this.#sizeNotGiven,
      hasPhotosMarker: this.#hasPhotosMarker,
    };
  }

  #itemOf({ kind, mark, files, bytes, sizeNotGiven, newest, classes }: Sum): ImportedItem {
    const { id, category, title, app } = kind;
    const day = dayOfSeconds(newest);
    const putBack = category === UNCLASSIFIED.category ? 'unknown' : mark;
    return {
      id: mark === undefined ? id : `${id}-${MARKED[mark].id}`,
      category: mark === undefined ? category : (MARKED_CATEGORY[category] ?? category),
      title: mark === undefined ? title : `${title} (${MARKED[mark].words})`,
      ...(app === undefined ? {} : { app }),
      ...(putBack === undefined ? {} : { putBack }),
      files,
      bytes,
      sizeNotGiven,
      ...(day === undefined ? {} : { newest: day }),
      classes: [1, 2, 3, 4].filter((one) => (classes & (1 << one)) !== 0),
    };
  }
}

/** A file whose name alone tells that iCloud Photos was on. */
const MARKER = 'Media/PhotoData/cpl_enabled_marker';

const MARKED = {
  'same-device': { id: 'of-this-device', words: 'stays with its device' },
  never: { id: 'not-put-back', words: 'never put back' },
} as const satisfies Readonly<Record<RestoreMark, { id: string; words: string }>>;

/** Working files beside a kind of data are no such data: a cache of checked certificates is no password. */
const MARKED_CATEGORY: Readonly<Partial<Record<CategoryId, CategoryId>>> = { passwords: 'shared-system-data' };
