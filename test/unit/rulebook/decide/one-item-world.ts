import { GATES_OF_RESTORE, type Gate } from '../../../../src/model/fates.ts';
import type { Edition, Route } from '../../../../src/model/kinds.ts';
import { type Item, type WorldInput, completeWorld, worldSchema } from '../../../../src/model/world.ts';
import { CaseFile, OLD_PHONE } from '../../../../src/rulebook/case/case-file.ts';
import { SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { CATEGORIES, type CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import type { Category } from '../../../../src/rulebook/categories/category.ts';
import type { FactId } from '../../../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../../../src/rulebook/judge/decide.ts';
import { RULES } from '../../../../src/rulebook/rules/rules.ts';
import type { Rule } from '../../../../src/rulebook/tables/rule.ts';

export type Plain = Record<string, unknown>;
/** A world in the making, with one item that is judged. Backup: the old iPhone's, all that could go well goes well. */
export interface Draft {
  readonly device: Plain;
  readonly backup: Plain;
  readonly oldPhone: Plain;
  readonly account: Plain;
  readonly service: { atBackup: string; now: string };
  readonly item: Plain;
  readonly organisation: Plain;
  readonly computer: Plain;
  owner: string;
  copies: Plain[];
  app: Plain | null;
  runsHere: boolean;
  lacks: string;
  /** Whether the backup holds another one of its kind. */
  beside: boolean;
  situation: Partial<Situation>;
}

export const FREEZE = ['capture', 'erase', 'sign-in', 'eligibility'] as const satisfies readonly Gate[];
export const UNTIL_THE_END = GATES_OF_RESTORE;
export const categoryIds = Object.keys(CATEGORIES) as CategoryId[];
export const rules: readonly (readonly [string, Rule])[] = Object.entries(RULES);
export const IOS: Record<Edition, string> = { ios7: '7.1.2', ios8: '8.4.1', modern: '18.3' };

export const draft = (): Draft => ({
  device: {},
  backup: {},
  oldPhone: {},
  account: {},
  service: { atBackup: 'off', now: 'off' },
  item: {},
  organisation: {},
  computer: {},
  owner: 'mara',
  copies: [],
  app: null,
  runsHere: true,
  lacks: 'nothing',
  beside: false,
  situation: {},
});

export function build(d: Draft, edition: Edition, route: Route, category: CategoryId) {
  const { service }: Category = CATEGORIES[category];
  const device = { ios: IOS[edition], ...d.device };
  const runsOn = d.runsHere ? 'any' : d.device['kind'] === 'ipad' ? 'iphone-only' : 'ipad-only';
  const input = {
    device,
    accounts: [{ id: 'mara', ...d.account }, { id: 'ola' }],
    backups: [
      {
        id: 'backup',
        made: '2026-02-01',
        ios: IOS[edition],
        ...(category === 'enrolment' ? { managedBy: 'management' } : {}),
        ...d.backup,
      },
    ],
    ...(route === 'direct' ? { oldPhone: { ios: IOS[edition], ...d.oldPhone } } : {}),
    services: { account: d.owner, ...(service && { [service]: d.service }) },
    organisation: d.organisation,
    computer: d.computer,
    copies: d.copies,
    items: [
      { id: 'item', category, runsOn, ...d.item },
      ...(d.beside ? [{ id: 'older', category, ...d.item, heldBy: ['backup'] }] : []),
      ...(d.app ? [{ id: 'the-app', category: 'app', app: 'x', runsOn, ...d.app }] : []),
    ],
  } as unknown as WorldInput;
  const file = new CaseFile(completeWorld(worldSchema.parse(input), edition, route), RULES, 'test');
  const situation: Situation = {
    ...SITUATION_AT_START,
    backup: route === 'direct' ? OLD_PHONE : 'backup',
    account: 'mara',
    ios: IOS[edition],
    ...d.situation,
  };
  const item = file.world.items[0];
  if (!item) throw new Error('a world without its item');
  const part = PARTS[d.lacks];
  const hanging = d.lacks === 'app-that-starts' ? file.appItem('x') : undefined;
  const lacking: readonly Item[] = hanging ? [hanging] : part ? [{ ...item, id: 'part', category: part }] : [];
  return { file, situation, item, lacking, question: questionFor(file, item, situation, lacking) };
}

/** A missing part of each kind. */
const PARTS: Readonly<Record<string, CategoryId>> = {
  app: 'app',
  key: 'app-keychain',
  certificate: 'certificates',
  part: 'app-data',
  'first-start': 'app-data',
};

export const withApp = (d: Draft, app: Plain = {}): void => {
  d.app = { ...d.app, ...app };
  d.item['app'] = 'x';
};
export const set =
  (part: 'device' | 'backup' | 'oldPhone' | 'account' | 'item' | 'organisation' | 'computer', key: string) =>
  (d: Draft, value: string): void => {
    d[part][key] = value;
  };
export const inSituation =
  (change: (value: string) => Partial<Situation>) =>
  (d: Draft, value: string): void => {
    d.situation = { ...d.situation, ...change(value) };
  };

/** An iOS within an era. */
export const iosIn = (era: string): string => (era === 'older' ? '8.4' : era.replace('ios-', ''));

/** What makes an app's own way as its state says. */
const OWN_WAYS_AS: Readonly<Record<string, Plain>> = {
  missing: { exists: 'no' },
  over: { until: '2026-02-01' },
  'too-old': { made: '2026-01-01' },
  'not-covered': { days: 3 },
  'password-forgotten': { password: 'forgotten' },
  'other-account': { account: 'ola' },
  'number-changed': { number: 'changed' },
  'old-phone-gone': { oldPhone: 'gone' },
  fails: { fails: 'yes' },
  'fails-for-good': { fails: 'yes', afterFailure: 'emptied' },
  unknown: { exists: 'unknown' },
};
export const ownWay = (d: Draft, kind: 'own-backup' | 'own-transfer', state: string): void => {
  if (state === 'none') return;
  if (state === 'too-old') d.item['created'] = '2026-01-20';
  if (state === 'not-covered') d.item['created'] = '2025-12-01';
  d.copies.push({
    kind,
    of: ['item'],
    ...(kind === 'own-transfer' ? { oldPhone: 'there' } : {}),
    ...OWN_WAYS_AS[state],
  });
};

/** How to bring about values of facts. */
export type Knobs = { readonly [F in FactId]?: (d: Draft, value: string) => void };
