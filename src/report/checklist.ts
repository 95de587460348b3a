import { fateOn, type Outcome } from '../model/fates.ts';
import { outcomeOn } from '../model/on-way.ts';
import { formatElapsed } from '../model/time.ts';
import type { Route } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import type { Block } from '../rulebook/case/blocks.ts';
import { cellsOf } from '../rulebook/judge/cells.ts';
import { formatCount } from '../model/bytes.ts';
import { RESTORE_PATH } from '../run/actor-paths.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { mendWords } from '../rulebook/tables/mends.ts';
import { isThrownAway } from './backups-left.ts';
import { isClosed, isThere, type ItemView, ofNoUse } from './item-view.ts';
import { routeTaken } from '../run/route-taken.ts';
import { SOURCE_WORDS } from './source-words.ts';
import { ruleOf } from './sources.ts';
import { titlesOf } from './story-text.ts';

/** One question of the checklist, filled in from the run. */
export interface Check {
  readonly id: 'completed' | 'missing' | 'in-the-backup' | 'retry';
  readonly question: string;
  readonly answer: string;
  readonly details: readonly string[];
}

/** A16: it completed; what is missing; was it in the backup at all; a retry returns nothing. */
export function checklistOf(
  world: World,
  outcome: Outcome,
  lines: readonly JournalLine[],
  views: readonly ItemView[],
): readonly Check[] {
  const route = routeTaken(world, lines);
  const missing = views.filter((view) => !isThere(view));
  const begun = timesBegun(lines);
  return [
    completed(outcome, lines, begun, route),
    missingCategories(views, missing),
    inTheBackup(missing, begun > 0, route),
    retry(world, outcome, missing),
  ];
}

/** How often a backup was opened and compared. */
export const timesBegun = (lines: readonly JournalLine[]): number =>
  lines.filter((line) => line.type === 'actor.started' && line.actor === `${RESTORE_PATH}/eligibility`).length;

/** A4: the three things that can be seen when a restore has completed. */
function completed(outcome: Outcome, lines: readonly JournalLine[], begun: number, route: Route): Check {
  const home = lines.find(
    (line) =>
      line.type === 'transition' && line.actor === RESTORE_PATH && line.states.some((state) => state === 'downloading'),
  );
  const ended = lines.find((line) => line.type === 'restore.ended');
  const yes = outcome === 'completed' || outcome === 'completed-with-exclusions';
  return {
    id: 'completed',
    question: 'Did the restore complete?',
    answer: yes ? 'Yes' : outcome === 'in-progress' ? 'Not yet' : 'No',
    details: [
      outcome === 'in-progress' && begun === 0
        ? 'The story ends before a restore began.'
        : `${outcomeOn(route, outcome).word}${ended ? ` at ${formatElapsed(ended.atMs)}` : ''}. ` +
          outcomeOn(route, outcome).means,
      home
        ? `The Home Screen was reached at ${formatElapsed(home.atMs)}.`
        : 'The Home Screen was not reached through a restore.',
      home ? 'The setup was finished.' : 'The setup was not finished with a restore.',
      begun > 1
        ? `The restore began ${begun} times.`
        : begun === 1
          ? 'The restore did not start over.'
          : outcome === 'in-progress'
            ? 'The restore has not begun yet.'
            : 'The restore never began.',
    ],
  };
}

const howManyOf = (some: number, all: number): string => {
  if (some < all) return `${formatCount(some)} of ${formatCount(all)} `;
  return all === 1 ? '' : `all ${formatCount(all)} `;
};

function missingCategories(views: readonly ItemView[], missing: readonly ItemView[]): Check {
  const titles = [...new Set(views.map(({ categoryTitle }) => categoryTitle))];
  const details = titles.flatMap((title) => {
    const lost = missing.filter((view) => view.categoryTitle === title);
    if (lost.length === 0) return [];
    const all = views.filter((view) => view.categoryTitle === title).length;
    const fates = [
      ...new Set(
        lost.map(({ fate, route }) => (fate === null ? 'still on the way' : fateOn(route, fate).word.toLowerCase())),
      ),
    ].join(', ');
    return [`${title}: ${howManyOf(lost.length, all)}missing (${fates})`];
  });
  const useless = ofNoUse(views);
  return {
    id: 'missing',
    question: 'Which categories are missing?',
    answer:
      (details.length === 0 ? 'None' : `${formatCount(details.length)} of ${formatCount(titles.length)}`) +
      (useless.length === 0 ? '' : `; there and of no use: ${formatCount(useless.length)}`),
    details: [
      ...details,
      ...useless.map(
        ({ title, mend }) => `${title}: there and of no use.${mend === null ? '' : ` What helps: ${mendWords(mend)}`}`,
      ),
    ],
  };
}

type Held = 'yes' | 'purchase' | 'app' | 'no' | 'unknown';

function heldInBackup({ row, fate, category, keptByItsApp }: ItemView): Held {
  // What nobody knows of the phone itself says nothing against what is known of the backup.
  if ((fate === 'unknown' && row.gate !== 'phone') || row.backupCopy === null) return 'unknown';
  if (row.backupCopy.outcome === 'never-in-backup' || row.backupCopy.outcome === 'lost-at-erase') return 'no';
  if (row.backupCopy.gate === 'listing' || row.backupCopy.gate === 'erase') return 'unknown';
  if (keptByItsApp) return 'app';
  return categoryNamed(category).returns === 'store' ? 'purchase' : 'yes';
}

const heldWords = (held: Held, route: Route): string =>
  held === 'unknown' ? 'Not known: a fact is not given' : SOURCE_WORDS[route].held[held];

const HELD_SHORT: Readonly<Record<Held, string>> = {
  yes: 'yes',
  purchase: 'as a purchase',
  app: 'kept by its app',
  no: 'no',
  unknown: 'unknown',
};

function inTheBackup(missing: readonly ItemView[], opened: boolean, route: Route): Check {
  const { question, unopened } = SOURCE_WORDS[route];
  if (!opened && missing.length > 0)
    return {
      id: 'in-the-backup',
      question,
      answer: unopened,
      details: [],
    };
  const groups = (['yes', 'purchase', 'app', 'no', 'unknown'] as const)
    .map((held) => ({
      held,
      items: missing.filter((view) => heldInBackup(view) === held),
    }))
    .filter(({ items }) => items.length > 0);
  return {
    id: 'in-the-backup',
    question,
    answer:
      missing.length === 0
        ? 'Nothing is missing'
        : groups.map(({ held, items }) => `${HELD_SHORT[held]}: ${formatCount(items.length)}`).join(', '),
    details: groups.map(({ held, items }) => `${heldWords(held, route)}: ${titlesOf(items)}`),
  };
}

/** What holds a restore up once and need not be met again; everything else stands in the way of the next one too. */
const PASSING: ReadonlySet<string> = new Set<Block>([
  'disconnected',
  'computer-error',
  'not-moved',
  'given-up',
  'set-up-as-new',
]);

/** Given up with the restore itself, not decided by a rule about the data or about what stands in the way. */
function isInterrupted({ fate, rule: id }: ItemView): boolean {
  const rule = ruleOf(id);
  if (fate !== 'not-downloaded' || !rule) return false;
  return cellsOf(rule).some(
    ([fact, values]) =>
      (fact === 'restore.ended' && values.includes('stopped') && !values.includes('finished')) ||
      (fact === 'restore.blocked' && values.some((value) => PASSING.has(value))),
  );
}

/** Brought by nothing but a sign-in or a hand: iCloud, a store or a server has it, and no restore is needed. */
function needsNoRestore({ fate, rule: id }: ItemView): boolean {
  const rule = ruleOf(id);
  return fate === 'not-downloaded' && rule?.gate === 'erase' && rule.group === 'other copies';
}

function retry(world: World, outcome: Outcome, missing: readonly ItemView[]): Check {
  const ran = outcome === 'completed' || outcome === 'completed-with-exclusions';
  // What a restore that ran to its end did not bring was not given up with it.
  const elsewhere = missing.filter(needsNoRestore);
  const interrupted = ran ? [] : missing.filter((view) => isInterrupted(view) && !elsewhere.includes(view));
  const thrownAway = missing.filter((view) => isThrownAway(world, view));
  const apart = [...elsewhere, ...interrupted, ...thrownAway];
  const decided = missing.filter((view) => isClosed(view) && !apart.includes(view));
  const waiting = missing.filter(({ fate }) => fate === 'pending');
  const notNeeded = waiting.length + elsewhere.length;
  const given: readonly (readonly [string, readonly ItemView[]])[] = [
    ['A retry under the same conditions gives the same result. It returns none of these', decided],
    [
      outcome === 'never-started'
        ? 'No restore began. One that runs to its end may bring these'
        : 'These were given up with the restore. One that runs to its end may bring them',
      interrupted,
    ],
    [
      'These went with their app when it was deleted. Another restore brings them, if the app is left where it is',
      thrownAway,
    ],
    ['These need no restore. They come with a sign-in, or are fetched by hand', elsewhere],
    ['These need no retry, only what they wait for', waiting],
    ['These hang on a fact that is not given', missing.filter(({ fate }) => fate === 'unknown')],
    ['Nothing has been decided about these yet', missing.filter(({ fate }) => fate === null)],
  ];
  return {
    id: 'retry',
    question: 'Would the same restore, repeated, bring it back?',
    answer:
      missing.length === 0
        ? 'Nothing is missing'
        : notNeeded === missing.length
          ? 'Not needed'
          : thrownAway.length === 0 && (ran || decided.length === missing.length)
            ? 'No'
            : interrupted.length + notNeeded === missing.length
              ? 'Perhaps, where it runs to its end'
              : 'Only in part',
    details: given
      .filter(([, items]) => items.length > 0)
      .map(([text, items]) => `${text} (${formatCount(items.length)}): ${titlesOf(items)}`),
  };
}
