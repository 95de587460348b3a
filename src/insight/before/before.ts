import { addToGroup } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { compareVersions } from '../../model/version.ts';
import type { Backup, Item, World } from '../../model/world.ts';
import type { ServiceId } from '../../model/services.ts';
import { type CaseFile, categoryOf, OLD_PHONE } from '../../rulebook/case/case-file.ts';
import { situationAtStart } from '../../rulebook/case/situation.ts';
import { FACTS } from '../../rulebook/facts/facts.ts';
import { type Answer, backupsWithinReach, isElsewhere, isNoData } from '../../rulebook/facts/phone.facts.ts';
import { heldBy, questionFor } from '../../rulebook/judge/decide.ts';
import { canBeSignedIn, openQuestionOf } from '../../rulebook/case/listing.ts';
import { keptByItsApp } from '../../rulebook/case/kept-by-its-app.ts';
import { BEFORE_ACTS, type BeforeActId } from '../../rulebook/tables/before-acts.ts';
import { type Elsewhere, handFor } from '../../rulebook/tables/elsewhere.ts';
import { caseFileOf } from '../../run/case-file-of.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { bindingOf } from './bound-to-the-phone.ts';
import { phoneToErase, type PhoneToErase } from './phone-to-erase.ts';
import { passwordInTheWay, savingActsFor } from './saving-acts.ts';

/** One thing to do, and what it saves. */
export interface PlannedAct {
  readonly act: BeforeActId;
  readonly service: ServiceId | null;
  readonly saves: readonly string[];
}

/** Items about which nobody has said whether there is another copy, and the question that would settle it. */
export interface OpenQuestion {
  readonly ask: string;
  readonly items: readonly string[];
}

export interface BeforeAnswer {
  /** Whether the phone may be erased or handed in now, as far as what is on it goes. */
  readonly may: Answer;
  /** `null`: there is no phone that could still be erased. */
  readonly phone: Pick<PhoneToErase, 'name' | 'kind' | 'starts'> | null;
  readonly items: readonly string[];
  /** Their last copy is on the phone. */
  readonly onlyHere: readonly string[];
  /** They lie in a backup that the device of the story does not take: safe while the phone stays, lost when it goes. */
  readonly boundHere: readonly string[];
  /** Those among them that another device like the phone takes; the others open on this very phone alone. */
  readonly boundToItsKind: readonly string[];
  /** Whether the phone goes away in this story, because the data are to come onto another one. */
  readonly goes: boolean;
  readonly open: readonly OpenQuestion[];
  /** What to do first, in this order. */
  readonly acts: readonly PlannedAct[];
  /** No act that is known saves them. */
  readonly lostAnyway: readonly string[];
  /** In a backup that can still be used, and those that are somewhere else. */
  readonly inABackup: readonly string[];
  /** In backups alone that a newer iOS made than the device can run onto which they are to come, also back onto it. */
  readonly tooNew: readonly string[];
  /** Known to be in iCloud alone, under an account that nobody can sign in to. */
  readonly unreached: readonly string[];
  readonly elsewhere: readonly string[];
  /** No copy of them is anywhere, and none is needed: they are set up or issued anew. */
  readonly madeAnew: readonly string[];
  /** The store delivers them no more, so that what is on the phone may be the last of them that works. */
  readonly undelivered: readonly string[];
  /** The store delivers them to an account alone whose password nobody knows. */
  readonly sealedInStore: readonly string[];
}

/** May this phone be erased or handed in now? */
export function beforeErase({ world }: Scenario): BeforeAnswer {
  const file = caseFileOf(world);
  const phone = phoneToErase(file);
  if (!phone)
    return {
      may: 'yes',
      phone: null,
      items: [],
      onlyHere: [],
      boundHere: [],
      boundToItsKind: [],
      goes: false,
      open: [],
      acts: [],
      lostAnyway: [],
      inABackup: [],
      tooNew: [],
      unreached: [],
      elsewhere: [],
      madeAnew: [],
      undelivered: [],
      sealedInStore: [],
    };
  const answers = new Map(phone.items.map((item) => [item, isSafe(file, item)]));
  const itemsWith = (answer: Answer): Item[] => phone.items.filter((item) => answers.get(item) === answer);
  const onlyHere = itemsWith('no');
  const unknown = itemsWith('unknown');
  const saved = phone.starts ? planFor(world, phone, [...onlyHere, ...unknown]) : [];
  const bindings = new Map(itemsWith('yes').map((item) => [item, bindingOf(world, phone, item)]));
  const bound = [...bindings].flatMap(([item, binding]) => (binding === 'none' ? [] : [item]));
  const unreached = itemsWith('yes').filter((item) => !isReachable(file, item));
  const goes = phone.name !== world.device.name;
  const plan = withTheReset(
    world,
    phone,
    inOrder([...saved, ...(phone.starts ? freeingPlan(world, phone, { bound, unreached }) : [])]),
  );
  const isSaved = new Set(plan.flatMap(({ saves }) => saves));
  const safe = itemsWith('yes').filter((item) => !bound.includes(item) && !unreached.includes(item));
  const held = safe.filter(
    (item) => isInABackup(file, item) && !keptByItsApp(item) && categoryOf(item).returns !== 'store',
  );
  const tooNew = held.filter((item) => isTooNew(file, item));
  const inABackup = held.filter((item) => !tooNew.includes(item));
  const madeAnew = safe.filter((item) => !held.includes(item) && isMadeAnew(file, item));
  const bought = safe.filter((item) => categoryOf(item).returns === 'store');
  const undelivered = bought.filter(({ store }) => !IS_DELIVERED[store]);
  const sealedInStore = bought.filter(
    (item) => !undelivered.includes(item) && file.account(file.buyerOf(item, null))?.password === 'forgotten',
  );
  const named = new Set([...held, ...madeAnew, ...undelivered, ...sealedInStore]);
  const isLost = onlyHere.length > 0 || (goes && bound.length > 0);
  const isBarred = unreached.length > 0;
  return {
    may: isLost || isBarred ? 'no' : unknown.length > 0 ? 'unknown' : 'yes',
    phone,
    items: ids(phone.items),
    onlyHere: ids(onlyHere),
    boundHere: ids(bound),
    boundToItsKind: ids(bound.filter((item) => bindings.get(item) === 'to-its-kind')),
    goes,
    open: questionsAbout(file, unknown),
    acts: phone.starts ? [...atOnce(phone), ...plan, ...atTheErase(phone)] : [],
    lostAnyway: ids([...onlyHere, ...(goes ? bound : [])].filter(({ id }) => !isSaved.has(id))),
    inABackup: ids(inABackup),
    tooNew: ids(tooNew),
    unreached: ids(unreached),
    elsewhere: ids(safe.filter((item) => !named.has(item))),
    madeAnew: ids(madeAnew),
    undelivered: ids(undelivered),
    sealedInStore: ids(sealedInStore),
  };
}

const ids = (items: readonly Item[]): string[] => items.map(({ id }) => id);

/**
 * Whether it is somewhere else, whichever way the story goes on after the erase: which backup is chosen tells whether
 * a service that was switched off since still counts, so each is asked.
 */
function isSafe(file: CaseFile, item: Item): Answer {
  const answer = isSafeBy(file, item);
  if (answer !== 'yes' || doubtfulBackups(file).length === 0) return answer;
  return isSafeBy(withSureBackups(file), item) === 'yes' ? 'yes' : 'unknown';
}

/** Backups of which nobody has said whether they can be used: what lies in none but these is not known to be safe. */
const doubtfulBackups = (file: CaseFile): readonly Backup[] =>
  file.remember('doubtful backups', () => file.world.backups.filter((backup) => openQuestionOf(file, backup) !== null));

const withSureBackups = (file: CaseFile): CaseFile =>
  file.remember('sure backups', () =>
    caseFileOf({ ...file.world, backups: file.world.backups.filter((one) => openQuestionOf(file, one) === null) }),
  );

/** Whether it is safe also where what lies under accounts that nobody can sign in to does not count. */
function isReachable(file: CaseFile, { id }: Item): boolean {
  const open = withoutShutAccounts(file);
  return isSafe(open, must(open.item(id), id)) === 'yes';
}

/** EL-03: a backup shows under the account alone that made it, and so does what its iCloud services hold. */
const withoutShutAccounts = (file: CaseFile): CaseFile =>
  file.remember('without shut accounts', () => {
    const { accounts, backups, items, services } = file.world;
    const shut = new Set(accounts.filter((account) => !canBeSignedIn(account)).map(({ id }) => id));
    if (shut.size === 0) return file;
    return caseFileOf({
      ...file.world,
      backups: backups.filter(({ kind, account }) => kind !== 'icloud' || !shut.has(account)),
      items: shut.has(services.account)
        ? items.map((item) => (item.syncs === 'on' && categoryOf(item).service ? { ...item, uploaded: 'no' } : item))
        : items,
    });
  });

/** The fact behind each doubt about a backup, and its question. */
const ABOUT_A_BACKUP = { password: 'backup.password', 'borrowed-space': 'backup.borrowed' } as const;

/** One question for all items that hang on it, of a backup where one would do. */
function questionsAbout(file: CaseFile, unknown: readonly Item[]): OpenQuestion[] {
  const asked = new Map<string, string[]>();
  for (const item of unknown) {
    const doubts = doubtfulBackups(file).filter((backup) => heldBy(file, item, backup) === 'yes');
    const facts = isSafeBy(file, item) === 'yes' ? doubts.map((one) => must(openQuestionOf(file, one), one.id)) : [];
    const asks =
      facts.length === 0 ? [FACTS['item.last-copy-erased'].ask] : facts.map((one) => FACTS[ABOUT_A_BACKUP[one]].ask);
    for (const ask of new Set(asks)) addToGroup(asked, ask, [item.id]);
  }
  return [...asked].map(([ask, items]) => ({ ask, items }));
}

function isSafeBy(file: CaseFile, item: Item): Answer {
  // What an erase takes only where somebody chooses so has a place of its own among the acts.
  if (categoryOf(item).survivesErase !== undefined) return 'yes';
  const { backups, oldPhone } = file.world;
  const chosen = [null, ...backups.map(({ id }) => id), ...(oldPhone ? [OLD_PHONE] : [])];
  const start = situationAtStart(file);
  const answers = new Set(chosen.map((backup) => isElsewhere(questionFor(file, item, { ...start, backup }))));
  return answers.has('no') ? 'no' : answers.has('unknown') ? 'unknown' : 'yes';
}

/** EL-01: a backup goes onto the same or a later iOS only, so the device it is to go onto has to have that first. */
function isTooNew(file: CaseFile, item: Item): boolean {
  const { device } = file.world;
  const holding = backupsWithinReach(file).filter((backup) => heldBy(file, item, backup) === 'yes');
  return holding.length > 0 && holding.every(({ ios }) => compareVersions(ios, device.latestIos ?? ios) > 0);
}

/** Whether the store delivers it once more; a new word for how it stands there has to answer. */
const IS_DELIVERED: Readonly<Record<Item['store'], boolean>> = {
  available: true,
  'test-build': true,
  unknown: true,
  withdrawn: false,
  refunded: false,
  'other-region': false,
  'not-shared': false,
  never: false,
};

/** Nobody keeps a copy of it, and nobody has to: by what its kind says, unless an iCloud service has it. */
const isMadeAnew = ({ world }: CaseFile, item: Item): boolean => {
  const { protection, service, elsewhere } = categoryOf(item);
  if (isNoData(item.protection ?? protection) || MADE_BY.has(handFor(item))) return true;
  return elsewhere === 'person' && (service === undefined || world.services[service].now !== 'on');
};
const MADE_BY: ReadonlySet<Elsewhere | undefined> = new Set<Elsewhere>(['person', 'issuer']);

const isInABackup = (file: CaseFile, item: Item): boolean =>
  FACTS['item.in-a-backup'].read(questionFor(file, item, situationAtStart(file))) === 'yes';

/** Acts in their order, each with what it saves beyond those before it; of the backups, that which saves more first. */
function planFor(world: World, phone: PhoneToErase, atRisk: readonly Item[]): PlannedAct[] {
  const planned: PlannedAct[] = [];
  let left = atRisk;
  const take = (act: PlannedAct): void => {
    const taken = new Set(act.saves);
    if (act.saves.length > 0) planned.push(act);
    left = left.filter(({ id }) => !taken.has(id));
  };
  const acts = savingActsFor(world, phone);
  const savedBy = ({ worldAfter }: (typeof acts)[number], items: readonly Item[]): string[] => {
    const after = caseFileOf(worldAfter(world));
    return items.filter(({ id }) => isSafe(after, must(after.item(id), id)) === 'yes').map(({ id }) => id);
  };
  for (const act of acts.filter(({ service }) => service !== null))
    take({ act: act.act, service: act.service, saves: savedBy(act, left) });
  if (phone.lock !== 'shut')
    take({ act: 'app-moves-it', service: null, saves: left.filter(keepsItself).map(({ id }) => id) });
  else take({ act: 'find-the-passcode', service: null, saves: left.map(({ id }) => id) });
  const backups = acts
    .filter(({ service }) => service === null)
    .map((act) => ({ act, saves: savedBy(act, left).length }))
    .toSorted((a, b) => b.saves - a.saves);
  for (const { act } of backups) take({ act: act.act, service: null, saves: savedBy(act, left) });
  return planned;
}

const ORDER = Object.keys(BEFORE_ACTS);

/** One act is done once, for all that it saves, and backups come last. */
function inOrder(acts: readonly PlannedAct[]): PlannedAct[] {
  const merged = new Map<string, PlannedAct>();
  for (const planned of acts) {
    const key = [planned.act, planned.service].join(' ');
    const same = merged.get(key);
    merged.set(key, same ? { ...planned, saves: [...same.saves, ...planned.saves] } : planned);
  }
  const isBackup = ({ act }: PlannedAct): number => Number(act.endsWith('-backup'));
  return [...merged.values()].toSorted(
    (a, b) => isBackup(a) - isBackup(b) || (isBackup(a) === 1 ? 0 : ORDER.indexOf(a.act) - ORDER.indexOf(b.act)),
  );
}

/** A backup on a computer would come out under the password that nobody is known to know. */
const withTheReset = (world: World, phone: PhoneToErase, plan: readonly PlannedAct[]): readonly PlannedAct[] =>
  passwordInTheWay(world, phone) === 'reset-first'
    ? plan.flatMap((planned) =>
        planned.act === 'computer-backup'
          ? [{ act: 'reset-the-backup-password', service: null, saves: [] }, planned]
          : [planned],
      )
    : plan;

/** What opens on this phone alone, or where nobody gets at it: another copy frees it, and an app moves its codes. */
function freeingPlan(
  world: World,
  phone: PhoneToErase,
  { bound, unreached }: { readonly bound: readonly Item[]; readonly unreached: readonly Item[] },
): PlannedAct[] {
  const planned: PlannedAct[] = [];
  let left: readonly Item[] = [...new Set([...bound, ...unreached])];
  for (const { act, service, worldAfter } of savingActsFor(world, phone)) {
    const after = worldAfter(world);
    const file = caseFileOf(after);
    const isFree = (item: Item): boolean =>
      !(bound.includes(item) && bindingOf(after, phone, must(file.item(item.id), item.id)) !== 'none') &&
      !(unreached.includes(item) && !isReachable(file, item));
    const freed = left.filter(isFree);
    if (freed.length > 0) planned.push({ act, service, saves: ids(freed) });
    left = left.filter((item) => !freed.includes(item));
  }
  const codes = phone.lock !== 'shut' ? left.filter(({ category }) => category === 'app-keychain') : [];
  return [
    ...planned,
    ...(codes.length === 0 ? [] : [{ act: 'app-moves-it', service: null, saves: ids(codes) } as const]),
  ];
}

/** What its maker keeps out of every backup leaves the phone by the app alone. */
const keepsItself = ({ policy }: Item): boolean => policy === 'excludes-itself';

/** What has to be done at once, because it counts for some days only. */
const atOnce = ({ lock }: PhoneToErase): PlannedAct[] =>
  lock === 'previous-passcode' ? [{ act: 'enter-the-previous-passcode', service: null, saves: [] }] : [];

const atTheErase = ({ items, lock, findMy, asksForOwner, eraseForbidden }: PhoneToErase): PlannedAct[] => [
  ...(eraseForbidden ? [{ act: 'organisation-erases', service: null, saves: [] } as const] : []),
  ...(asksForOwner && lock !== 'shut' ? [{ act: 'go-where-it-knows', service: null, saves: [] } as const] : []),
  // The question about the line comes where the person erases.
  ...(!eraseForbidden && lock !== 'shut' && items.some((item) => categoryOf(item).survivesErase === 'by-choice')
    ? [
        {
          act: 'keep-the-line',
          service: null,
          saves: items.filter((item) => categoryOf(item).survivesErase === 'by-choice').map(({ id }) => id),
        } as const,
      ]
    : []),
  ...(findMy ? [{ act: 'free-the-phone', service: null, saves: [] } as const] : []),
];
