import { spokenNames } from '../model/spoken-names.ts';
import { capitalised } from '../model/phrases.ts';
import type { Fate, Outcome } from '../model/fates.ts';
import { addToGroup } from '../model/groups.ts';
import { must } from '../model/must.ts';
import { formatElapsed } from '../model/time.ts';
import type { Backup, Item, World } from '../model/world.ts';
import { OWN_WAYS } from '../model/copy-kinds.ts';
import type { ServiceId } from '../model/services.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import { homeOf } from '../rulebook/case/on-the-device.ts';
import { isBeyondReach } from '../rulebook/case/listing.ts';
import { questionFor } from '../rulebook/judge/decide.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { ACCOUNT_PHONE_RULES } from '../rulebook/rules/account.rules.ts';
import { isOfOwnWay } from '../rulebook/rules/own-way.ts';
import { type MendId, mendWords } from '../rulebook/tables/mends.ts';
import { caseFileOf } from '../run/play.ts';
import { settledAt } from '../run/standing.ts';
import { ACCOUNT_RECOVERY, isOutOfReach, isWithinReach } from '../rulebook/tables/account-recovery.ts';
import { COPY_SOURCES, copiesOffered } from '../rulebook/tables/copies.ts';
import { type Block, BLOCKS, type Situation, SITUATION_AT_START } from '../rulebook/case/situation.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { isClosed, isThere, type ItemView, ofNoUse } from './item-view.ts';
import { routeTaken, SOURCE_WORDS, type SourceWords } from './source-words.ts';
import { ruleOf } from './sources.ts';
import { titlesOf } from './story-text.ts';

/** Something that can still be reached, and where. */
export interface Accessible {
  readonly where: string;
  readonly what: string;
  readonly says: string;
}

/** A18: where the person's own means end, and what is still there. */
export interface Recovery {
  readonly ends: readonly string[];
  readonly accessible: readonly Accessible[];
  /** To be said to the customer. */
  readonly customer: string;
}

export function recoveryOf(
  world: World,
  outcome: Outcome,
  lines: readonly JournalLine[],
  views: readonly ItemView[],
): Recovery {
  const missing = views.filter((view) => !isThere(view));
  const { situation } = settledAt(lines, Number.POSITIVE_INFINITY);
  return {
    ends: [...endsOf(world, outcome, lines, missing), ...outOfReach(world, lines, missing)],
    accessible: [
      ...synced(views),
      ...mended(views),
      ...waiting(missing),
      ...withheld(missing),
      ...leftWithAccount(missing),
      ...keptByServices(world, situation, missing),
      ...regained(world, lines, missing),
      ...chosenBackup(world, outcome, lines, situation, missing),
      ...otherBackups(world, situation, missing),
      ...leftOnOldPhone(world, missing),
      ...copies(world, missing),
    ],
    customer: forCustomer(outcome, views, missing, {
      harmed: isHarmed(lines),
      source: SOURCE_WORDS[routeTaken(world, lines)],
    }),
  };
}

function endsOf(world: World, outcome: Outcome, lines: readonly JournalLine[], missing: readonly ItemView[]): string[] {
  const end = lines.find((line) => line.type === 'restore.ended');
  const at = end ? formatElapsed(end.atMs) : '';
  const because = end?.because ? `${BLOCKS[end.because]}. ` : '';
  const closed = missing.filter(isClosed);
  const source = SOURCE_WORDS[routeTaken(world, lines)];
  switch (outcome) {
    case 'completed':
    case 'completed-with-exclusions':
      return [
        `It ends here, at ${at}, with the completed restore. ` +
          (closed.length === 0
            ? 'Nothing is closed that the person would miss.'
            : `No waiting, and no repetition of this restore, returns what is closed: ${titlesOf(closed)}.`),
        'Nobody did anything wrong: the restore followed its rules.',
        ...(closed.some(({ fate }) => fate === 'excluded') ? [source.keepsItsValue] : []),
      ];
    case 'failed':
      return [
        `The restore broke off at ${at}. ${because}Where the cause can be put right, the restore can be started again.`,
        [
          'If it fails again under the same conditions',
          lines.some((line) => line.type === 'event' && line.event === 'update.requested') ||
          world.device.latestIos === undefined
            ? ''
            : ', also after an update of iOS',
          ', recovery at user level ends: that is a case for support, at the level of system and account.',
        ].join(''),
      ];
    case 'stopped':
      return [
        `It has not ended. The restore was stopped at ${at}; the backup is unchanged, and a new restore can ` +
          'begin after erasing.',
      ];
    case 'never-started':
      return [
        [
          'No restore began. ',
          because,
          end?.because === 'no-backup' || end?.because === 'never-completed'
            ? 'Without a usable backup, recovery is very unlikely, and what is listed below is all there is.'
            : 'Recovery at user level goes on as soon as that is settled.',
        ].join(''),
      ];
    case 'in-progress':
      return ['It has not ended. The restore still runs or waits, and what is on the way can still come.'];
  }
}

const synced = (views: readonly ItemView[]): Accessible[] => {
  const items = views.filter(({ fate }) => fate === 'synced');
  return items.length === 0
    ? []
    : [
        {
          where: 'iCloud',
          what: titlesOf(items),
          says: 'Their services keep copies of their own, and these are on the phone now.',
        },
      ];
};

/** What is there and does not work, with the act that mends it and what that costs. */
function mended(views: readonly ItemView[]): Accessible[] {
  const groups = new Map<MendId, ItemView[]>();
  for (const view of views) if (view.mend !== null) addToGroup(groups, view.mend, [view]);
  return [...groups].map(([id, group]) => ({
    where: 'There, and of no use until it is mended',
    what: titlesOf(group),
    says: mendWords(id),
  }));
}

const UNFINISHED: ReadonlySet<Outcome> = new Set<Outcome>(['never-started', 'stopped', 'failed']);

/** A restore that never began, or did not end, leaves its backup as it was. */
function chosenBackup(
  world: World,
  outcome: Outcome,
  lines: readonly JournalLine[],
  situation: Situation | null,
  missing: readonly ItemView[],
): Accessible[] {
  const chosen = world.backups.find(({ id }) => id === situation?.backup);
  const file = caseFileOf(world);
  if (chosen === undefined || !UNFINISHED.has(outcome) || isHarmed(lines) || isBeyondReach(file, chosen)) return [];
  const left = missing.filter(({ fate }) => fate === 'not-downloaded');
  return rowOf(world, chosen, left, 'It is unchanged and holds these. What ended the restore has to be settled first.');
}

function rowOf(world: World, backup: Backup, views: readonly ItemView[], says: string): Accessible[] {
  const file = caseFileOf(world);
  const held = views.filter(
    (view) =>
      questionFor(file, must(file.item(view.id), view.id), SITUATION_AT_START).isHeldBy(backup) === 'yes' &&
      categoryNamed(view.category).returns !== 'store',
  );
  if (held.length === 0) return [];
  return [{ where: capitalised(spokenNames(world).backup(backup.id)), what: titlesOf(held), says }];
}

/** Every backup of the world that still can be used and holds it counts, whichever was chosen. */
function otherBackups(world: World, situation: Situation | null, missing: readonly ItemView[]): Accessible[] {
  const file = caseFileOf(world);
  const chosen = situation?.backup ?? null;
  return world.backups
    .filter((backup) => backup.id !== chosen && !isBeyondReach(file, backup))
    .flatMap((backup) =>
      rowOf(
        world,
        backup,
        missing.filter(({ fate }) => fate !== 'pending'),
        backup.kind === 'computer'
          ? 'It holds these. Its own conditions decide what comes.'
          : 'It holds these. Restoring it erases the device first, and its own conditions decide what comes.',
      ),
    );
}

const NOT_KNOWN_TO_BE_THERE: ReadonlySet<Fate | null> = new Set(['pending', 'unknown', null]);

/** What did not come lies where it came from while that phone lives; an app’s own transfer may have emptied it. */
function leftOnOldPhone(world: World, missing: readonly ItemView[]): Accessible[] {
  const { oldPhone } = world;
  if (oldPhone?.state !== 'at-hand') return [];
  const file = caseFileOf(world);
  const left = missing.filter(({ id, fate, rule, category }) => {
    const item = must(file.item(id), id);
    return (
      !NOT_KNOWN_TO_BE_THERE.has(fate) &&
      !(rule !== null && isOfOwnWay(rule)) &&
      categoryNamed(category).returns !== 'store' &&
      item.deleted === undefined &&
      homeOf(file, item) === oldPhone.name
    );
  });
  if (left.length === 0) return [];
  return [
    {
      where: 'The old phone',
      what: titlesOf(left),
      says: 'Still there. Keep that phone as it is until all of it is here in another way.',
    },
  ];
}

/** One row for each rule behind the items. */
function byRule(
  items: readonly ItemView[],
  ruleIdOf: (view: ItemView) => string | null,
  whereOf: (rule: string) => string,
): Accessible[] {
  const groups = new Map<string, ItemView[]>();
  for (const view of items) {
    const id = ruleIdOf(view);
    if (id !== null) addToGroup(groups, id, [view]);
  }
  return [...groups].map(([id, group]) => ({
    where: whereOf(id),
    what: titlesOf(group),
    says: ruleOf(id)?.customer ?? id,
  }));
}

const waiting = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(({ fate }) => fate === 'pending'),
    ({ rule }) => rule,
    (rule) => (isOfOwnWay(rule) ? 'In the app itself' : 'Waits on this phone'),
  );
const withheld = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(({ fate }) => fate !== 'pending'),
    ({ row }) => row.syncWithheld,
    (rule) => (isOfOwnWay(rule) ? 'In the app itself' : 'iCloud'),
  );

/** What left the phone with its account lies in iCloud as before. */
const leftWithAccount = (missing: readonly ItemView[]): Accessible[] =>
  byRule(
    missing.filter(
      ({ rule, fate }) => fate === 'lost-later' && rule !== null && Object.hasOwn(ACCOUNT_PHONE_RULES, rule),
    ),
    ({ rule }) => rule,
    (rule) => (rule === 'account/cards-went-with-it' ? 'In Wallet, by hand' : 'iCloud'),
  );

/** Nobody is signed in, so what iCloud keeps has not come; it lies there all the same. */
function keptByServices(world: World, situation: Situation | null, missing: readonly ItemView[]): Accessible[] {
  if (!situation || situation.account !== null || world.accounts.length === 0) return [];
  const file = caseFileOf(world);
  const isKept = ({ id, fate }: ItemView): boolean => {
    const question = questionFor(file, must(file.item(id), id), situation);
    return (
      fate !== 'pending' &&
      fate !== 'lost-later' &&
      FACTS['service.now'].read(question) === 'on' &&
      FACTS['service.holds'].read(question) === 'yes'
    );
  };
  const items = missing.filter(isKept);
  return items.length === 0
    ? []
    : [
        {
          where: 'iCloud',
          what: titlesOf(items),
          says: 'Their services keep copies of their own, and bring them once the account is signed in.',
        },
      ];
}

/** The account itself is lost, and the standard setting leaves Apple a way to some of what it keeps. */
function lostAccount({ accounts, edition }: World, lines: readonly JournalLine[]): boolean {
  const end = lines.findLast((line) => line.type === 'restore.ended');
  const isStandard = accounts[0]?.advancedDataProtection === 'off' && accounts[0].kind === 'personal';
  return edition === 'modern' && end?.because === 'sign-in' && isStandard;
}

function regained(world: World, lines: readonly JournalLine[], missing: readonly ItemView[]): Accessible[] {
  if (!lostAccount(world, lines)) return [];
  const hasBackup = world.backups.some(({ kind, complete }) => kind === 'icloud' && complete === 'yes');
  const isOn = (service: ServiceId): boolean => world.services[service].now === 'on';
  const items = missing.filter(({ category }) => isWithinReach(categoryNamed(category), hasBackup, isOn));
  const { where, says } = ACCOUNT_RECOVERY.helps;
  return items.length === 0 ? [] : [{ where, what: titlesOf(items), says }];
}

function outOfReach(world: World, lines: readonly JournalLine[], missing: readonly ItemView[]): string[] {
  const items = lostAccount(world, lines)
    ? missing.filter(({ category }) => isOutOfReach(categoryNamed(category)))
    : [];
  return items.length === 0 ? [] : [`${ACCOUNT_RECOVERY.cannot.says}: ${titlesOf(items)}.`];
}

function copies(world: World, missing: readonly ItemView[]): Accessible[] {
  const titles = new Map<string, Item>(world.items.map((item) => [item.id, item]));
  const ids = new Set(missing.map(({ id }) => id));
  // What becomes of a copy that the app keeps by itself is told by its rules, with all that it hangs on.
  const offered = copiesOffered(world, ids).filter(({ kind }) => !OWN_WAYS.some((way) => way === kind));
  return offered.map(({ kind, of, where }) => ({
    where: `${COPY_SOURCES[kind].title}${where === undefined ? '' : `: ${where}`}`,
    what: titlesOf(of.filter((id) => ids.has(id)).map((id) => must(titles.get(id), id))),
    says: COPY_SOURCES[kind].says,
  }));
}

/** Blocks that lie in the backup itself: of such a one nobody says that it is fine. */
const IN_THE_BACKUP: ReadonlySet<Block> = new Set<Block>(['damaged', 'stale-index', 'no-index']);

function isHarmed(lines: readonly JournalLine[]): boolean {
  const end = lines.findLast((line) => line.type === 'restore.ended');
  return end !== undefined && end.because !== null && IN_THE_BACKUP.has(end.because);
}

function forCustomer(
  outcome: Outcome,
  views: readonly ItemView[],
  missing: readonly ItemView[],
  { harmed, source }: { readonly harmed: boolean; readonly source: SourceWords },
): string {
  const there = views.length - missing.length;
  const unusable = ofNoUse(views).length;
  const all = `${views.length} ${views.length === 1 ? 'thing' : 'things'}`;
  const back = `${there} of ${all} ${there === 1 || views.length === 1 ? 'is' : 'are'} on your phone now.${
    unusable === 0
      ? ''
      : ` ${unusable === 1 ? 'One of these does' : `${unusable} of these do`} not work yet, and we can go through ` +
        'what helps.'
  }`;
  const waits = missing.some(({ fate }) => fate === 'pending')
    ? ' Some are still waiting, and we can go through what they need together.'
    : '';
  const open = views.filter(({ fate }) => fate === 'unknown').length;
  const asked = open === 0 ? '' : ` What became of ${open === 1 ? 'one' : open} of them we can find out by a question.`;
  const closed = missing.some(isClosed)
    ? ' For the rest I can tell you the reason one by one. None of it was your mistake.'
    : '';
  switch (outcome) {
    case 'completed':
    case 'completed-with-exclusions':
      return missing.length === 0 && unusable === 0
        ? 'Your restore is complete, and everything is back.'
        : `Your restore is complete. ${back}${waits}${asked}${closed}`;
    case 'failed':
      return harmed
        ? `Your restore could not be completed, because this backup cannot be read to its end. ${back}`
        : `Your restore could not be completed. ${source.unharmed} ${back}`;
    case 'stopped':
      return `Your restore was stopped before it was done. ${back} ${source.stillThere}`;
    case 'never-started':
      return missing.some(({ fate }) => fate === 'lost-at-erase')
        ? 'No restore has begun. What was only on the phone went with the erase. None of it was your mistake, ' +
            'and we can look together where copies may be.'
        : missing.some(({ fate }) => fate === 'lost-later')
          ? 'No restore has begun. Some things have left your phone by what was done on it, and I can tell you for ' +
            'each how it comes back.'
          : 'No restore has begun yet, so nothing is lost by it. Let us look at what is in the way.';
    case 'in-progress':
      if (missing.some(({ rule }) => rule === 'enrolment/waits-at-remote-management'))
        return (
          'Your restore has come as far as it can by itself. Your phone waits to be enrolled by the organisation it ' +
          'is assigned to, and only that organisation can enrol or release it.'
        );
      return `Your restore is still going on. ${back} Please leave the phone on power and Wi-Fi.`;
  }
}
