import { SERVICE_IDS, type ServiceId } from '../model/services.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import type { BackupRead, SyncedClass } from './backup.ts';

/** What shows that a service was on when the backup was made. */
export interface ServiceSeen {
  readonly service: ServiceId;
  readonly by: string;
  /** It rests on the name of one file alone. */
  readonly isWeak: boolean;
}

const SERVICE_OF_CLASS: Readonly<Record<SyncedClass['class'], ServiceId>> = {
  bookmarks: 'safari',
  calendars: 'calendars',
  contacts: 'contacts',
  notes: 'notes',
};

export function servicesSeen({ manifest }: BackupRead, hasPhotosMarker: boolean): readonly ServiceSeen[] {
  const synced = manifest.state === 'read' ? manifest.facts.synced : [];
  return [
    ...synced
      .filter(({ withIcloud }) => withIcloud)
      .map(({ class: name }) => ({
        service: SERVICE_OF_CLASS[name],
        by: 'Manifest.plist names iCloud as a source of it',
        isWeak: false,
      })),
    ...(hasPhotosMarker
      ? [{ service: 'photos', by: 'a marker of iCloud Photos lies in the backup, by its name', isWeak: true } as const]
      : []),
  ];
}

/** The services that some of these kinds of data hang on, in the order of the table. */
export function servicesAsked(categories: Iterable<CategoryId>): readonly ServiceId[] {
  const asked = new Set([...categories].map((id) => (CATEGORIES[id] as Category).service));
  return SERVICE_IDS.filter((id) => asked.has(id));
}
