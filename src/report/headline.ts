import { ARRIVES_AS, type Fate, FATES } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';
import { askOn } from '../rulebook/facts/ask-on.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import type { RuleBook } from '../rulebook/tables/rule.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { missingOf } from '../run/ledger.ts';
import { namesOf, partsOf, type StepTelling, TIME_PASSES } from './step-words.ts';

/** What just happened, for a room to read: one sentence, and what stands behind it. */
export interface Headline {
  readonly says: string;
  /** The reason, or what else happened in the step; empty when the sentence says it all. */
  readonly behind: string;
  /** What became of the items that the sentence speaks of; null when it speaks of none. */
  readonly fate: Fate | null;
}

/** What becomes of items, in words that fit one and many. */
const BECOMES: Readonly<Record<Fate, (names: string) => string>> = {
  restored: (names) => `${names} came back from the backup.`,
  'downloaded-again': (names) => `${names} came down again.`,
  synced: (names) => `${names} came by sync.`,
  'never-left': (names) => `${names} stayed on the phone all the time.`,
  'of-no-use': (names) => `${names} cannot be used here as things stand.`,
  pending: (names) => `${names} must wait.`,
  excluded: (names) => `${names} cannot come back here.`,
  'never-in-backup': (names) => `${names} never got into this backup.`,
  'lost-at-erase': (names) => `${names} went with the erase.`,
  'lost-later': (names) => `${names} got lost afterwards.`,
  'not-downloaded': (names) => `${names} did not come down.`,
  unknown: (names) => `Nobody can say yet what becomes of ${names}.`,
};
const ON_THE_DIRECT_WAY: Readonly<Partial<Record<Fate, (names: string) => string>>> = {
  restored: (names) => `${names} came over from the old phone.`,
  'never-in-backup': (names) => `${names} cannot be part of a move from phone to phone.`,
  'not-downloaded': (names) => `${names} did not come.`,
};

interface Told extends StepTelling {
  readonly lines: readonly JournalLine[];
  readonly book: RuleBook;
}

interface Verdict {
  readonly fate: Fate;
  readonly items: readonly string[];
  readonly rule: string | null;
  /** What would have to be asked. */
  readonly missing: FactId | null;
}

/** The step as one sentence: how a restore ended, what dropped, what came, and only then what was done. */
export function headlineOf({ lines, book, ...telling }: Told): Headline {
  const { world, route } = telling;
  const verdicts = lines.flatMap(verdictIn);
  const end = lines.filter(({ type }) => type === 'restore.ended');
  const told = verdicts.find(({ fate }) => !FATES[fate].arrives) ?? verdicts[0];
  if (!told || end.length > 0) {
    const [says, ...rest] = [...new Set([...partsOf(end, telling), ...partsOf(lines, telling)])];
    return { says: says ?? TIME_PASSES, behind: rest.slice(0, 2).join(' '), fate: null };
  }
  const alike = verdicts.filter(({ fate }) => fate === told.fate);
  const names = namesOf(
    alike.flatMap(({ items: ids }) => ids),
    world.items,
  );
  const reasons = [...new Set(alike.map((verdict) => reasonOf(verdict, book, route)))];
  const [reason] = reasons.length === 1 ? reasons : [];
  const others = verdicts
    .filter(({ fate }) => fate !== told.fate)
    .map((other) => becomes(other.fate, namesOf(other.items, world.items), route));
  return {
    says: becomes(told.fate, names, route),
    behind: [...(reason === undefined ? [] : [reason]), ...partsOf(lines.filter(isForThePerson), telling), ...others]
      .slice(0, 2)
      .join(' '),
    fate: told.fate,
  };
}

/** What somebody has to answer or to see must not be passed over for what came in the same step. */
const isForThePerson = ({ type }: JournalLine): boolean => type === 'prompt.shown' || type === 'alert.raised';

/** A rule that would hold if a fact were known is no reason: there the question stands. */
function reasonOf({ fate, rule, missing }: Verdict, book: RuleBook, route: Route): string | undefined {
  if (fate === 'unknown') return missing === null ? undefined : `Ask: ${askOn(route, missing)}`;
  return rule === null ? undefined : book[rule]?.says;
}

function becomes(fate: Fate, names: string, route: Route): string {
  const onTheWay = route === 'direct' ? ON_THE_DIRECT_WAY[fate] : undefined;
  return (onTheWay ?? BECOMES[fate])(names);
}

function verdictIn(line: JournalLine): Verdict[] {
  switch (line.type) {
    case 'item.judged':
      return line.outcome === 'eligible'
        ? []
        : [{ fate: line.outcome, items: line.items, rule: line.rule, missing: missingOf(line) }];
    case 'item.waiting':
      return [{ fate: 'pending', items: line.items, rule: line.rule, missing: null }];
    case 'item.arrived':
      return [{ fate: ARRIVES_AS[line.from], items: line.items, rule: line.rule, missing: null }];
    default:
      return [];
  }
}
