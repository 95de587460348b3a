import { listConditions } from '../insight/what-if/conditions.ts';
import { wordsOfValue } from '../insight/what-if/value-words.ts';
import { formatCount } from '../model/bytes.ts';
import { must } from '../model/must.ts';
import { decapitalised, inList } from '../model/phrases.ts';
import { SERVICE_IDS } from '../model/services.ts';
import { spokenNames } from '../model/spoken-names.ts';
import { dayInWords } from '../model/time.ts';
import type { Item, World } from '../model/world.ts';
import { accountInWords } from '../model/account-names.ts';
import { eventSentence } from '../report/event-sentences.ts';
import { type DoEntry, isPlainData, type Plain, type Scenario } from '../scenario/scenario.ts';
import { copyFacts } from './copy-facts.ts';
import { valueSaid } from './value-said.ts';
import type { Variant } from './variant.ts';

/** One thing that an agent knows of a case before anything happens. */
export interface CaseFact {
  readonly title: string;
  readonly words: string;
}

/**
 * What is known of a case, as an agent has it from the customer: the phones, the backups, what iCloud keeps, and every
 * condition that the case states or that varies from learner to learner. What follows from it nobody says here.
 */
export function caseFactsOf({ scenario, case: { vary } }: Pick<Variant, 'scenario' | 'case'>): readonly CaseFact[] {
  const { world } = scenario;
  const varied = new Set(vary.map(({ path }) => path));
  const facts: CaseFact[] = [
    { title: 'This phone', words: thisPhone(scenario, varied) },
    ...oldPhone(world),
    ...whose(world),
    ...backups(world),
    { title: 'Today', words: dayInWords(world.today) },
    ...services(world),
    ...copyFacts(world),
  ];
  for (const condition of listConditions(scenario)) {
    const { path, title } = condition;
    if (!TOLD_ABOVE.test(path) && (varied.has(path) || isStated(scenario, path)))
      facts.push({ title, words: valueSaid(condition) });
  }
  return [...facts, ...acts(scenario)];
}

/** These stand in the facts that every case has. */
const TOLD_ABOVE = /^(?:device\.(?:name|kind|model|ios)$|backups\.[^.]+\.made$|services\.(?!account)|copies\.)/;

/** How far it can be updated decides whether a backup of a newer iOS is out of reach. */
function thisPhone({ world, stated }: Scenario, varied: ReadonlySet<string>): string {
  const { name, model, ios, latestIos, state } = world.device;
  const isTold =
    latestIos !== undefined && (varied.has('device.latestIos') || isStated({ stated }, 'device.latestIos'));
  const update = !isTold ? '' : latestIos === ios ? ', the newest that it can run' : `, can be updated to ${latestIos}`;
  // A backup of this very phone can only be put onto it anew when it was erased in between.
  const erased = state === 'new' && world.backups.some(({ device }) => device === name) ? ', erased before' : '';
  return `${name}, ${model}, iOS ${ios}${update}${erased}`;
}

/** With a single account there is nothing to mix up. */
function whose({ accounts: [first, ...others] }: World): CaseFact[] {
  return first && others.length > 0
    ? [{ title: 'Whose phone it is', words: `that of the account ${accountInWords(first.id)}` }]
    : [];
}

function oldPhone({ route, oldPhone: phone }: World): CaseFact[] {
  return route === 'direct' && phone
    ? [{ title: 'The old phone', words: `${phone.name}, ${phone.model}, iOS ${phone.ios}` }]
    : [];
}

function backups(world: World): CaseFact[] {
  const names = spokenNames(world);
  const of = (account: string): string =>
    world.accounts.length > 1 ? `, with the account ${accountInWords(account)}` : '';
  const listed = world.backups.map(
    ({ id, kind, device, model, ios, account }) =>
      `${names.backup(id)}, made by ${device} (${model}, iOS ${ios})${kind === 'icloud' ? of(account) : ''}`,
  );
  if (listed.length === 0) return [];
  return [{ title: listed.length === 1 ? 'The backup' : 'The backups', words: listed.join('; ') }];
}

/** Where a service is now as it was at the backup, one word says both. */
function services({ services: all }: World): CaseFact[] {
  const told = (state: 'atBackup' | 'now'): string => {
    const named = (is: string) => SERVICE_IDS.filter((id) => all[id][state] === is).map(spacedName);
    const [on, open] = [named('on'), named('unknown')];
    const known = on.length > 0 ? inList(on) : open.length > 0 ? '' : 'nothing';
    return [known, open.length > 0 ? `not known of ${inList(open)}` : ''].filter(Boolean).join('; ');
  };
  const [before, now] = [told('atBackup'), told('now')];
  return before === now
    ? [{ title: 'iCloud keeps', words: now }]
    : [
        { title: 'iCloud kept at the backup', words: before },
        { title: 'iCloud keeps now', words: now },
      ];
}
const spacedName = (id: string): string => id.replaceAll('-', ' ');

/** What people do, and what happens to the phone: part of the case, since nobody could work it out. */
function acts({ world, script }: Scenario): CaseFact[] {
  const names = spokenNames(world);
  const told = script.flatMap((entry) => ('do' in entry ? [eventSentence(entry.do, wordsIn(entry), names)] : []));
  return told.length === 0 ? [] : [{ title: 'What happens', words: told.join(' ') }];
}
const wordsIn = (entry: DoEntry): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );

/** Whether the file says something of a condition by itself. */
function isStated({ stated }: Pick<Scenario, 'stated'>, path: string): boolean {
  let at: unknown = isPlainData(stated['world']) ? stated['world'] : undefined;
  for (const part of path.split('.')) {
    if (Array.isArray(at)) at = (at as unknown[]).find((one) => isPlainData(one) && one['id'] === part);
    else at = isPlainData(at) && Object.hasOwn(at, part) ? (at as Plain)[part] : undefined;
  }
  return at !== undefined;
}

type FieldWords = ((value: string) => string) | null;
const plain =
  (about: string): FieldWords =>
  (value) =>
    `${about}: ${decapitalised(wordsOfValue('words', value))}`;

/** How each field of an item is told where the file states it; `null`: it stands elsewhere, or tells nothing known. */
const FIELDS: Readonly<Record<keyof Item, FieldWords>> = {
  id: null,
  category: null,
  title: null,
  bytes: null,
  app: null,
  // By their titles, below.
  needs: null,
  heldBy: null,
  count: (value) => (Number(value) > 1 ? `${formatCount(Number(value))} of them` : ''),
  created: (day) => `made on ${dayInWords(day)}`,
  deleted: (day) => `deleted on ${dayInWords(day)}`,
  on: (device) => `on ${device}`,
  policy: plain('what its maker says of backups'),
  backupSwitch: plain('its switch in iCloud Backup'),
  ownSwitch: plain('its own switch for backups'),
  store: plain('in the store'),
  start: plain('its start'),
  onDemand: plain('connects by itself'),
  deviceMark: plain('mark of the device'),
  overTwoGigabytes: plain('more than 2 GB'),
  runsOn: plain('runs'),
  offloaded: plain('offloaded'),
  account: (account) => `belongs to the account ${accountInWords(account)}`,
  protection: plain('its entry in the keychain'),
  management: plain('managed'),
  uploaded: plain('has gone up to iCloud'),
  inBackup: plain('in the backup'),
  syncs: plain('kept in iCloud'),
  installedBy: plain('put there by'),
  carried: plain('seen to come over'),
  stillShown: plain('still shown after the restore'),
  fails: plain('its download'),
  listed: plain('named in the backup’s own list'),
  putBack: plain('put back by iOS'),
};

/** What is known of one item: what the file says of it, or what varies in it. */
export function itemFactsOf({ scenario, case: { vary } }: Pick<Variant, 'scenario' | 'case'>, item: Item): string[] {
  const stated = statedItem(scenario, item.id);
  const varied = new Set(
    vary.flatMap(({ path }) => (path.startsWith(`items.${item.id}.`) ? [path.split('.')[2]] : [])),
  );
  return (Object.keys(FIELDS) as (keyof Item)[])
    .flatMap((field) => {
      const tell = FIELDS[field];
      const value = item[field];
      if (!tell || value === undefined || !(varied.has(field) || Object.hasOwn(stated, field))) return [];
      const words = tell(String(value));
      return words === '' ? [] : [words];
    })
    .concat(needsOf(scenario, item));
}

function needsOf({ world }: Scenario, { needs }: Item): string[] {
  const titles = needs.map(
    (id) =>
      `“${
        must(
          world.items.find((other) => other.id === id),
          id,
        ).title
      }”`,
  );
  return titles.length === 0 ? [] : [`needs ${inList(titles)}`];
}

const NOTHING_STATED: Plain = {};

function statedItem({ stated }: Scenario, id: string): Plain {
  const items = isPlainData(stated['world']) ? stated['world']['items'] : undefined;
  const found = Array.isArray(items)
    ? (items as unknown[]).find((one) => isPlainData(one) && (one['id'] ?? one['category']) === id)
    : undefined;
  return isPlainData(found) ? found : NOTHING_STATED;
}
