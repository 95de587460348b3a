import { orNull } from '../../model/optional.ts';
import { addToGroup, groupOf } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { ownerAtFirst } from '../../model/owner-at-first.ts';
import type { Account, Backup, Item, World } from '../../model/world.ts';
import type { ServiceId } from '../../model/services.ts';
import { CATEGORIES } from '../categories/categories.ts';
import type { Category } from '../categories/category.ts';
import type { RuleBook } from '../tables/rule.ts';
import { USUAL_BACKUP } from './usual-parts.ts';

/** What stands for the old phone where a backup would have its id; no id of a backup can look like this. */
export const OLD_PHONE = 'the old phone';

/**
 * The frozen world with its look-ups, and the rule book that judges it.
 * Machines hold this one handle and never rows: it writes itself into JSON as its digest alone.
 */
export class CaseFile {
  readonly digest: string;
  readonly #world: World;
  readonly #book: RuleBook;
  readonly #accounts: ReadonlyMap<string | null | undefined, Account>;
  readonly #backups: ReadonlyMap<string | null, Backup>;
  readonly #apps: ReadonlyMap<string | undefined, Item>;
  readonly #notUploaded: ReadonlySet<string>;
  readonly #memo = new Map<string, unknown>();
  readonly #bySituation = new WeakMap<object, Map<string, unknown>>();

  /** `digest` identifies world and book: equal digests, equal judgements. */
  constructor(world: World, book: RuleBook, digest: string) {
    this.#world = world;
    this.#book = book;
    this.digest = digest;
    this.#accounts = new Map(world.accounts.map((account) => [account.id, account]));
    this.#backups = new Map([...world.backups, ...oldPhoneAsSource(world)].map((backup) => [backup.id, backup]));
    this.#apps = new Map(
      world.items.flatMap((item) => (item.category === 'app' && item.app ? [[item.app, item] as const] : [])),
    );
    this.#notUploaded = findNotUploaded(world);
  }

  get world(): World {
    return this.#world;
  }

  get book(): RuleBook {
    return this.#book;
  }

  account(id: string | null | undefined): Account | undefined {
    return this.#accounts.get(id);
  }

  /** A backup, or the old phone under `OLD_PHONE`: what data come from. */
  backup(id: string | null): Backup | null {
    return orNull(this.#backups.get(id));
  }

  item(id: string): Item | undefined {
    return this.remember('items by id', () => new Map(this.#world.items.map((item) => [item.id, item]))).get(id);
  }

  appItem(app: string | undefined): Item | undefined {
    return this.#apps.get(app);
  }

  /**
   * The app itself and all that it keeps, in the order of the world. Each tap in an app asks, so they are
   * sorted once.
   */
  itemsOfApp(app: string): readonly Item[] {
    const byApp = this.remember('items by app', () => {
      const groups = new Map<string | undefined, Item[]>();
      for (const item of this.#world.items) addToGroup(groups, item.app, [item]);
      return groups;
    });
    return groupOf(byApp, app);
  }

  /**
   * C13: whose password the store asks for; the account that made the backup unless the item or its app names
   * another.
   */
  buyerOf(item: Item, backup: Backup | null): string | null {
    return item.account ?? this.appItem(item.app)?.account ?? backup?.account ?? ownerAtFirst(this.#world);
  }

  /**
   * A service that was switched on only after the backup may or may not have taken this up: unless the scenario says
   * so, nobody knows.
   */
  maybeUploadedSince(item: Item, service: ServiceId | undefined): boolean {
    if (!service || item.uploaded !== undefined || item.deleted !== undefined) return false;
    const { atBackup, now } = this.#world.services[service];
    return atBackup === 'off' && now === 'on';
  }

  isUploaded(item: Item): boolean {
    return !this.#notUploaded.has(item.id);
  }

  /** Keeps what is derived from the case file alone, so that it is worked out once. */
  remember<T>(key: string, derive: () => T): T {
    let known = this.#memo.get(key);
    if (known === undefined) this.#memo.set(key, (known = derive()));
    return known as T;
  }

  /** The same for what hangs on a situation too; situations of equal content share one answer. */
  rememberFor<T>(situation: object, key: string, derive: () => T): T {
    let answers = this.#bySituation.get(situation);
    if (!answers)
      this.#bySituation.set(
        situation,
        (answers = this.remember(JSON.stringify(situation), () => new Map<string, unknown>())),
      );
    let known = answers.get(key);
    if (known === undefined) answers.set(key, (known = derive()));
    return known as T;
  }

  toJSON(): { caseFile: string } {
    return { caseFile: this.digest };
  }
}

/** The old phone is a source made today: what it holds, it holds as of now. */
function oldPhoneAsSource({ oldPhone, today }: World): readonly Backup[] {
  if (!oldPhone) return [];
  const { name: device, kind: deviceKind, model, ios, account } = oldPhone;
  const known = { device, deviceKind, model, ios, account };
  return [{ ...USUAL_BACKUP, ...known, id: OLD_PHONE, kind: 'direct', made: today }];
}

const CATEGORY_ROWS: Readonly<Record<string, Category>> = CATEGORIES;
export function categoryNamed(id: string): Category {
  const category = CATEGORY_ROWS[id];
  // Asked for each item again and again: the words are made only where it is missing.
  return category === undefined ? must<Category>(category, `the category ${id}`) : category;
}
export const categoryOf = (item: Pick<Item, 'category'>): Category => categoryNamed(item.category);

/** Uploads go from the oldest to the newest, whatever the order in which things are listed. */
export function byUpload(a: Item, b: Item): number {
  const [old = '', young = ''] = [a.created, b.created];
  if (old !== young) return old < young ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** B8: uploads stop when the room in iCloud is used up: everything from the first that does not fit on. */
export function beyondRoom(items: readonly Item[], room: number): ReadonlySet<string> {
  const missing = new Set<string>();
  let used = 0;
  for (const item of items.filter(countsAgainstRoom).toSorted(byUpload)) {
    used += item.bytes;
    if (used > room) missing.add(item.id);
  }
  return missing;
}

const countsAgainstRoom = ({ category, syncs, uploaded }: Item): boolean =>
  category === 'photos' && syncs === 'on' && uploaded === undefined;

function findNotUploaded({ accounts, items, services }: World): ReadonlySet<string> {
  const room = accounts.find(({ id }) => id === services.account)?.room;
  const missing = new Set(room === undefined || services.photos.now === 'off' ? [] : beyondRoom(items, room));
  // SY-03: what was deleted is deleted there too, unless somebody has seen it there.
  for (const { id, uploaded, deleted } of items)
    if (uploaded === 'no' || (deleted !== undefined && uploaded === undefined)) missing.add(id);
  return missing;
}
