import * as z from 'zod/mini';
import type { Json } from '../model/canonical.ts';
import { backupSchema } from '../model/backups.ts';
import { deviceSchema } from '../model/devices.ts';
import {
  type BACKUP_ROUTES,
  DEVICE_KINDS,
  type DeviceKind,
  EDITIONS,
  type Edition,
  ROUTES,
  type Route,
} from '../model/kinds.ts';
import type { ServiceId } from '../model/services.ts';
import type { Account } from '../model/world.ts';
import { accountInWords, UNNAMED_ACCOUNT } from '../model/account-names.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import { scenarioSchema } from '../scenario/scenario.ts';
import { startOfBackup, startOfDevice, STARTING_WORLDS } from '../scenario/starting-worlds.ts';
import type { Draft } from './draft.ts';
import { isGroup, isList, type JsonGroup, partsIn, valueAt } from './json.ts';

type BackupRoute = (typeof BACKUP_ROUTES)[number];

export interface BackupInView {
  readonly id: string;
  readonly kind: BackupRoute;
  readonly device: string;
  readonly stated: JsonGroup;
  readonly place: number;
}
export interface ItemInView {
  readonly id: string;
  readonly title: string;
  readonly category: CategoryId;
  readonly service: ServiceId | undefined;
  readonly app: string | undefined;
  readonly stated: JsonGroup;
  readonly place: number;
}

/**
 * What questions are asked of: the parts of a case as far as they can be told apart, also while something in it is
 * wrong and no scenario can be made of it.
 */
export interface CaseView {
  readonly draft: Draft;
  readonly stated: JsonGroup;
  readonly edition: Edition;
  readonly today: string;
  readonly route: Route;
  readonly deviceName: string;
  readonly deviceKind: DeviceKind;
  readonly accounts: readonly { readonly id: Account['id']; readonly words: string }[];
  readonly backups: readonly BackupInView[];
  readonly items: readonly ItemInView[];
  readonly services: readonly ServiceId[];
}

/** What holds where nothing is said. */
const USUAL = z.pick(scenarioSchema, { edition: true, route: true }).parse({});
const DEVICE = deviceSchema.parse({});
const BACKUP_DEVICE = backupSchema.shape.device.parse(undefined);
const deviceOfBackup = (edition: Edition, backup: JsonGroup): string =>
  text(backup['device']) ?? startOfBackup(STARTING_WORLDS[edition], backup['deviceKind'])['device'] ?? BACKUP_DEVICE;

const wordIn = <T extends string>(words: readonly T[], value: Json | undefined): T | undefined =>
  words.find((word) => word === value);
const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const textsOf = (values: readonly (Json | undefined)[]): readonly string[] =>
  values.filter((value) => typeof value === 'string');

/** `stated`: the draft's own, or as it is taken while questions are open. */
export function caseViewOf(draft: Draft, stated: JsonGroup = draft.stated): CaseView {
  const at = (...path: readonly string[]): Json | undefined => valueAt(stated, path);
  const edition = wordIn(EDITIONS, at('edition')) ?? USUAL.edition;
  const route = wordIn(ROUTES, at('route')) ?? USUAL.route;
  const accounts = textsOf(partsIn(at('world', 'accounts')).map(({ id }) => id));
  const items = itemsIn(at('world', 'items'));
  const device = at('world', 'device');
  const start = startOfDevice(STARTING_WORLDS[edition], isGroup(device) ? device : {});
  return {
    draft,
    stated,
    edition,
    today: text(at('world', 'today')) ?? STARTING_WORLDS[edition].today,
    route,
    deviceName: text(at('world', 'device', 'name')) ?? start['name'] ?? DEVICE.name,
    deviceKind: wordIn(DEVICE_KINDS, at('world', 'device', 'kind')) ?? DEVICE.kind,
    accounts: (isList(at('world', 'accounts')) ? accounts : [UNNAMED_ACCOUNT]).map((id) => ({
      id,
      words: accountInWords(id),
    })),
    backups: partsIn(at('world', 'backups')).flatMap((backup, place): BackupInView[] => {
      const id = text(backup['id']);
      if (id === undefined) return [];
      const kind = wordIn(['icloud', 'computer'], backup['kind']) ?? (route === 'computer' ? 'computer' : 'icloud');
      return [{ id, kind, device: deviceOfBackup(edition, backup), stated: backup, place }];
    }),
    items,
    services: [...new Set(items.map(({ service }) => service).filter((service) => service !== undefined))],
  };
}

const itemsIn = (value: Json | undefined): readonly ItemInView[] =>
  partsIn(value).flatMap((item, place): ItemInView[] => {
    const category = text(item['category']);
    if (category === undefined || !Object.hasOwn(CATEGORIES, category)) return [];
    const row: Category = CATEGORIES[category as CategoryId];
    const id = text(item['id']) ?? category;
    const title = text(item['title']) ?? row.title;
    return [
      {
        id,
        title,
        category: category as CategoryId,
        service: row.service,
        app: text(item['app']),
        stated: item,
        place,
      },
    ];
  });
