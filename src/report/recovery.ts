import type { Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { formatElapsed } from '../model/time.ts';
import type { World } from '../model/world.ts';
import type { ServiceId } from '../model/services.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import { isBeyondReach } from '../rulebook/case/listing.ts';
import { type Block, BLOCKS } from '../rulebook/case/blocks.ts';
import { heldBy } from '../rulebook/judge/decide.ts';
import { ACCOUNT_RECOVERY, isOutOfReach, isWithinReach } from '../rulebook/tables/account-recovery.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { caseFileOf } from '../run/case-file-of.ts';
import { settledAt } from '../run/standing.ts';
import type { Accessible } from './accessible.ts';
import { timesBegun } from './checklist.ts';
import { chosenBackup, type Ended, isHarmed, isThrownAway, otherBackups } from './backups-left.ts';
import {
  copies,
  heldThoughOff,
  isKeptElsewhere,
  keptByServices,
  keptElsewhere,
  leftOnOldPhone,
  leftWithAccount,
  mended,
  synced,
  waiting,
  withheld,
} from './copies-left.ts';
import { isClosed, isThere, type ItemView, ofNoUse } from './item-view.ts';
import { routeTaken } from '../run/route-taken.ts';
import { SOURCE_WORDS, type SourceWords } from './source-words.ts';
import { titlesOf } from './story-text.ts';

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
  const ended: Ended = { world, outcome, lines, situation };
  return {
    ends: [...endsOf(world, outcome, lines, missing), ...outOfReach(world, lines, missing)],
    accessible: [
      ...synced(views),
      ...mended(views),
      ...waiting(missing),
      ...withheld(missing),
      ...leftWithAccount(missing),
      ...keptByServices(ended, missing),
      ...heldThoughOff(ended, missing),
      ...keptElsewhere(ended, missing),
      ...regained(world, lines, missing),
      ...chosenBackup(ended, missing),
      ...otherBackups(ended, missing),
      ...leftOnOldPhone(world, missing),
      ...copies(ended, missing),
    ],
    customer: forCustomer(outcome, views, missing, {
      unharmed: wordsOfUnharmed(lines, SOURCE_WORDS[routeTaken(world, lines)]),
      begun: timesBegun(lines) > 0,
      erased: lines.some(({ type }) => type === 'device.erased'),
      noneLeft: isNoneLeft(world, lines.findLast((line) => line.type === 'restore.ended')?.because),
      source: SOURCE_WORDS[routeTaken(world, lines)],
    }),
  };
}

/** Of a backup with one damaged item in it nobody says that it is whole. */
function wordsOfUnharmed(lines: readonly JournalLine[], words: SourceWords): string | null {
  if (isHarmed(lines)) return null;
  const because = lines.findLast((line) => line.type === 'restore.ended')?.because;
  return because === 'bad-item' || because === 'bad-download' ? words.restUnharmed : words.unharmed;
}

function endsOf(world: World, outcome: Outcome, lines: readonly JournalLine[], missing: readonly ItemView[]): string[] {
  const end = lines.find((line) => line.type === 'restore.ended');
  const at = end ? formatElapsed(end.atMs) : '';
  const because = end?.because ? `${BLOCKS[end.because]}. ` : '';
  const closed = missing.filter((view) => isClosed(view) && !isThrownAway(world, view) && !isKeptElsewhere(view));
  const thrownAway = missing.filter((view) => isThrownAway(world, view));
  const source = SOURCE_WORDS[routeTaken(world, lines)];
  switch (outcome) {
    case 'completed':
    case 'completed-with-exclusions':
      return [
        `It ends here, at ${at}, with the completed ${source.act}. ` +
          (closed.length === 0
            ? 'Nothing is closed that the person would miss.'
            : `No waiting, and no repetition of this ${source.act}, returns what is closed: ${titlesOf(closed)}.`),
        ...(thrownAway.length === 0
          ? []
          : [`What went with its deleted app lies in the backup as before: ${titlesOf(thrownAway)}.`]),
        `Nobody did anything wrong: the ${source.act} followed its rules.`,
        ...(closed.some(({ fate }) => fate === 'excluded') ? [source.keepsItsValue] : []),
      ];
    case 'failed':
      return [
        `The ${source.act} broke off at ${at}. ${because}Where the cause can be put right, it can be started again.`,
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
        `It has not ended. The ${source.act} was stopped at ${at}; ${source.unchanged}, and a new ${source.act} can ` +
          'begin after erasing.',
      ];
    case 'never-started':
      return [`No ${source.act} began. ${because}${howItGoesOn(world, end?.because)}`];
    case 'in-progress':
      if (timesBegun(lines) === 0)
        return [`No ${source.act} has begun yet. The story ends while the device waits for one.`];
      return [`It has not ended. The ${source.act} still runs or waits, and what is on the way can still come.`];
  }
}

/** Blocks that nobody can lift any more: the backup is gone, or opens for nobody. */
const FOR_GOOD: ReadonlySet<Block> = new Set<Block>([
  'deleted',
  'not-kept',
  'too-old-for-icloud',
  'recovery-lost',
  'damaged',
  'borrowed-over',
  'overwritten',
  'no-index',
  'stale-index',
]);

/** The kinds of backup that somebody could still restore. */
const kindsWithinReach = (world: World): ReadonlySet<string> =>
  new Set(world.backups.filter((backup) => !isBeyondReach(caseFileOf(world), backup)).map(({ kind }) => kind));

/** Ends of a story after which, with no other backup, there is none to restore. */
const LEAVES_NONE: ReadonlySet<Block> = new Set<Block>([
  ...FOR_GOOD,
  'no-backup',
  'never-completed',
  'given-up',
  'set-up-as-new',
]);
const isNoneLeft = (world: World, because: Block | null | undefined): boolean =>
  because !== null &&
  because !== undefined &&
  LEAVES_NONE.has(because) &&
  kindsWithinReach(world).size === 0 &&
  !isOldPhoneAtHand(world);
/** Whoever wanted to move from phone to phone needs no backup. */
const isOldPhoneAtHand = ({ route, oldPhone }: World): boolean => route === 'direct' && oldPhone?.state === 'at-hand';

/** What a person can still do where no restore began, by what it ended with. */
function howItGoesOn(world: World, because: Block | null | undefined): string {
  const kinds = kindsWithinReach(world);
  switch (because) {
    case 'no-backup':
    case 'never-completed':
      return 'Without a usable backup, recovery is very unlikely, and what is listed below is all there is.';
    case 'given-up':
      return kinds.size === 0 && !isOldPhoneAtHand(world)
        ? 'No backup is left that could be restored; what is listed below is all there is.'
        : 'It can be begun again at any time.';
    case 'set-up-as-new':
      if (isOldPhoneAtHand(world)) return 'After another erase the old phone can be the source again.';
      if (kinds.size === 0) return 'No backup is left that could be restored; what is listed below is all there is.';
      return kinds.has('icloud')
        ? 'A backup in iCloud can be restored after another erase.'
        : 'The backup on the computer can be restored onto the device as it is.';
    default:
      if (because === null || because === undefined || !FOR_GOOD.has(because))
        return 'Recovery at user level goes on as soon as that is settled.';
      return kinds.size === 0
        ? 'That cannot be settled any more. What is listed below is all there is.'
        : 'That cannot be settled any more. Recovery goes on with another backup.';
  }
}

/** The account itself is lost, and the standard setting leaves Apple a way to some of what it keeps. */
function lostAccount({ accounts, edition }: World, lines: readonly JournalLine[]): boolean {
  const end = lines.findLast((line) => line.type === 'restore.ended');
  const isStandard = accounts[0]?.advancedDataProtection === 'off' && accounts[0].kind === 'personal';
  return edition === 'modern' && end?.because === 'sign-in' && isStandard;
}

function regained(world: World, lines: readonly JournalLine[], missing: readonly ItemView[]): Accessible[] {
  if (!lostAccount(world, lines)) return [];
  const file = caseFileOf(world);
  const backups = world.backups.filter(
    (backup) => backup.kind === 'icloud' && backup.account === world.accounts[0]?.id && !isBeyondReach(file, backup),
  );
  const isOn = (service: ServiceId): boolean => world.services[service].now === 'on';
  const isInBackup = ({ id, category }: ItemView): boolean =>
    !isOutOfReach(categoryNamed(category)) &&
    categoryNamed(category).returns !== 'store' &&
    backups.some((backup) => heldBy(file, must(file.item(id), id), backup) === 'yes');
  const items = missing.filter((view) => isWithinReach(categoryNamed(view.category), isOn) || isInBackup(view));
  const { where, says } = ACCOUNT_RECOVERY.helps;
  return items.length === 0 ? [] : [{ where, what: titlesOf(items), says }];
}

function outOfReach(world: World, lines: readonly JournalLine[], missing: readonly ItemView[]): string[] {
  const items = lostAccount(world, lines)
    ? missing.filter(({ category }) => isOutOfReach(categoryNamed(category)))
    : [];
  return items.length === 0 ? [] : [`${ACCOUNT_RECOVERY.cannot.says}: ${titlesOf(items)}.`];
}

function forCustomer(
  outcome: Outcome,
  views: readonly ItemView[],
  missing: readonly ItemView[],
  {
    unharmed,
    begun,
    erased,
    noneLeft,
    source,
  }: {
    /** What can be said of the source of a restore that broke off; `null` where that itself cannot be read. */
    readonly unharmed: string | null;
    readonly begun: boolean;
    /** In this story: what an erase has taken is nothing that not beginning leaves alone. */
    readonly erased: boolean;
    readonly noneLeft: boolean;
    readonly source: SourceWords;
  },
): string {
  const { act } = source;
  const there = views.length - missing.length;
  const unusable = ofNoUse(views).length;
  const all = `${views.length} ${views.length === 1 ? 'thing' : 'things'}`;
  const perhaps = missing.some(({ fate }) => fate === 'unknown') ? ', as far as is known' : '';
  const back = `${there} of ${all} ${there === 1 || views.length === 1 ? 'is' : 'are'} on your phone now${perhaps}.${
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
        ? `Your ${act} is complete, and ${source.allThere}.`
        : `Your ${act} is complete. ${back}${waits}${asked}${closed}`;
    case 'failed':
      if (open > 0 && there === 0)
        return (
          `Your ${act} could not be completed. ${unharmed === null ? '' : `${unharmed} `}What your device still ` +
          'shows of what was on it, we can look at together.'
        );
      return unharmed === null
        ? `Your restore could not be completed, because this backup cannot be read to its end. ${back}`
        : `Your ${act} could not be completed. ${unharmed} ${back}`;
    case 'stopped':
      return `Your ${act} was stopped before it was done. ${back} ${source.stillThere}`;
    case 'never-started':
      return missing.some(({ fate }) => fate === 'lost-at-erase')
        ? `No ${act} has begun. What was only on the phone went with the erase. None of it was your mistake, ` +
            'and we can look together where copies may be.'
        : missing.some(({ fate }) => fate === 'lost-later')
          ? `No ${act} has begun. Some things have left your phone by what was done on it, and I can tell you for ` +
            'each how it comes back.'
          : noneLeft && missing.length > 0
            ? 'There is no backup here that can be restored. None of it was your mistake, and we can look together ' +
              'where copies may be.'
            : erased
              ? `Your phone has been erased, and no ${act} has begun yet. Let us look at what is in the way.`
              : `No ${act} has begun yet, so nothing is lost by it. Let us look at what is in the way.`;
    case 'in-progress':
      if (missing.some(({ rule }) => rule === 'enrolment/waits-at-remote-management'))
        return (
          `Your ${act} has come as far as it can by itself. Your phone waits to be enrolled by the organisation it ` +
          'is assigned to, and only that organisation can enrol or release it.'
        );
      if (!begun)
        return erased
          ? `Your phone has been erased, and no ${act} has begun yet. Let us see what it waits for.`
          : `No ${act} has begun yet, so nothing is lost by it. Let us see what your phone waits for.`;
      return `Your ${act} is still going on. ${back} Please leave the phone on power and Wi-Fi.`;
  }
}
