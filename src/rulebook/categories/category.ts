import type { Form } from '../../model/fates.ts';
import type { EndToEnd, ServiceId } from '../../model/services.ts';
import type { Protection } from '../../model/items.ts';
import type { ReferenceId } from '../evidence/references.ts';

/** What the content download calls for, in the order of the documents (C14). */
export const DOWNLOAD_KINDS = ['music', 'films', 'tv', 'apps', 'books', 'photos', 'rest'] as const;
export type DownloadKind = (typeof DOWNLOAD_KINDS)[number];

/** One kind of data a person expects to see: where each kind of backup holds it, and how it returns. */
export interface Category {
  readonly title: string;
  readonly form: Form;
  /**
   * In an iCloud backup: always, never, unless its service syncs it, or only up to an iOS version. `open-since-…`: up
   * to the version before; since then sources differ, or are silent, on what its service does not sync.
   */
  readonly icloud: 'in' | 'never' | 'unless-synced' | 'until-ios-10' | 'open-since-ios-12' | 'open-since-ios-13';
  /**
   * In a computer backup: always, never, only when encrypted, unless its service syncs it, or only up to an iOS
   * version. `disputed-if-synced`: sources differ on what its service syncs; `not-settled-unless-synced`: no source
   * says whether it is held while its service is off.
   */
  readonly computer:
    | 'in'
    | 'never'
    | 'encrypted-only'
    | 'unless-synced'
    | 'until-ios-12'
    | 'disputed-if-synced'
    | 'not-settled-unless-synced';
  /** By a move from phone to phone: it comes by reports, it stays behind, or no source says. */
  readonly direct: 'comes' | 'stays' | 'not-stated';
  /** When it returns: with settings before the restart, after it, or again from the store. */
  readonly returns: 'placement' | 'background' | 'store';
  readonly kind: DownloadKind;
  /** The iCloud service that keeps its own copy. */
  readonly service?: ServiceId;
  /** When its copy in iCloud is encrypted from end to end; as the whole service unless said otherwise. */
  readonly endToEnd?: EndToEnd;
  /** off: its service takes up only what is marked for it. */
  readonly syncs?: 'off';
  readonly protection: Protection;
  /** Who has it, or makes it anew, whatever becomes of the device and its backups. */
  readonly elsewhere?: 'store' | 'server' | 'issuer' | 'computer' | 'person' | 'device';
  /** An erase leaves it in place: always, or when the person chooses so. */
  readonly survivesErase?: 'always' | 'by-choice';
  /**
   * Whether what is new of it lies in files that a backup may hold in an older state: those of its kind, those of its
   * app, or the one keychain. `apart`: it shares none.
   */
  readonly store: 'kind' | 'app' | 'keychain' | 'apart';
  /** Part of the apps themselves: what a program on the computer brings when it asks for app data only. */
  readonly ofApps?: true;
  /** The facts that say where it is held. */
  readonly cites: readonly ReferenceId[];
}

/** As most kinds of data are: on the device, in every backup, back in place before the restart. */
const USUAL = {
  form: 'device',
  icloud: 'in',
  computer: 'in',
  direct: 'comes',
  returns: 'placement',
  kind: 'rest',
  protection: 'none',
  store: 'kind',
} as const satisfies Partial<Category>;

/** A row of the category table, which says only what is particular. */
export const category = (row: Omit<Category, keyof typeof USUAL> & Partial<Category>): Category => ({
  ...USUAL,
  ...row,
});

const OPEN: ReadonlySet<string> = new Set<Category['icloud'] | Category['computer']>([
  'disputed-if-synced',
  'not-settled-unless-synced',
  'open-since-ios-12',
  'open-since-ios-13',
]);

/** Whether sources differ, or are silent, on what a backup of one kind or of any brings of it. */
export const isNotSettled = ({ icloud, computer }: Category, kind?: 'icloud' | 'computer'): boolean =>
  (kind !== 'computer' && OPEN.has(icloud)) || (kind !== 'icloud' && OPEN.has(computer));
