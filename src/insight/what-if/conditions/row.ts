import { eachOf } from '../../../model/optional.ts';
import { must } from '../../../model/must.ts';
import { capitalised } from '../../../model/phrases.ts';
import type { ServiceId } from '../../../model/services.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { FactId } from '../../../rulebook/facts/facts.ts';
import type { Block } from '../../../rulebook/case/blocks.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Choice, Companion, Condition, ConditionGroup, ConditionSection, When } from '../condition.ts';
import { controlOf, type ValueKind, wordsOfValue } from '../value-words.ts';

/** A part of the world that a row of the table speaks of, and how its paths begin. */
export interface Part {
  readonly path: string;
  /** The name to put into titles. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** What the part is, when one item, account or service is all it speaks of. */
  readonly item?: string;
  readonly account?: string;
  readonly service?: ServiceId;
}

/** The three groups of A15 and what cannot matter are sections of their own; what lies outside them says where. */
const SECTION_OF_GROUP = {
  'device state': 'device',
  'account trust': 'account',
  'encryption context': 'encryption',
  'cannot matter': 'cannot-matter',
} as const satisfies Readonly<Record<Exclude<ConditionGroup, 'outside'>, ConditionSection>>;
type Placed =
  | { readonly group: 'outside'; readonly section: ConditionSection }
  | { readonly group: keyof typeof SECTION_OF_GROUP; readonly section?: ConditionSection };

/** A row of the table of conditions. `%` in words stands for the name of the part. */
export type ConditionRow = RowOfTable & Placed;

interface RowOfTable {
  /** The last step of the path; without one the part is the condition, and its value stands under `value`. */
  readonly key?: string;
  readonly title: string;
  readonly when: When;
  /** Takes effect without another restore. */
  readonly atOnce?: true;
  readonly parts: (scenario: Scenario) => readonly Part[];
  /** Every value, with what it means to bring it about; a function when the values come from the world. */
  readonly values:
    | Readonly<Record<string, string>>
    | ((scenario: Scenario, part: Part) => Readonly<Record<string, string>>);
  /** How values read; as words of ours unless said otherwise, and single values in words of their own. */
  readonly reads?: ValueKind;
  readonly words?: Readonly<Record<string, string>> | ((scenario: Scenario) => Readonly<Record<string, string>>);
  readonly control?: 'backups';
  /** The values that may bring something back. All but the present one unless said otherwise. */
  readonly helps?: readonly string[];
  /** Beside the path itself: what the person would do differently. */
  readonly together?: Readonly<Partial<Record<Companion, string>>>;
  /** Whether the row applies here. */
  readonly applies?: (scenario: Scenario, part: Part) => boolean;
  /** The path below `script` by which the person does it when the story is over, where that is possible. */
  readonly afterwards?: (part: Part) => string;
  /** Whatever stands in the way, it is worth a try: everything hangs on it. */
  readonly always?: true;
  readonly moves: readonly FactId[];
  readonly unblocks?: readonly Block[];
  readonly cannotMatter?: string;
}

export function conditionsOf(row: ConditionRow, scenario: Scenario): readonly Condition[] {
  return row
    .parts(scenario)
    .filter((part) => !row.applies || row.applies(scenario, part))
    .map((part) => conditionOf(row, scenario, part))
    .filter((condition) => condition !== undefined);
}

function conditionOf(row: ConditionRow, scenario: Scenario, part: Part): Condition | undefined {
  const value = String(must(part.values[row.key ?? 'value'], `the value of ${row.title}`));
  const named = (words: string): string => capitalised(words.replaceAll('%', part.name));
  const own = typeof row.words === 'function' ? row.words(scenario) : row.words;
  const wordsOf = (read: string): string => own?.[read] ?? wordsOfValue(row.reads ?? 'words', read);
  const path = [part.path, row.key].filter((step) => step !== undefined && step !== '').join('.');
  const values = typeof row.values === 'function' ? row.values(scenario, part) : row.values;
  const isOpen = value === UNKNOWN;
  const later = row.afterwards?.(part);
  const choices = Object.entries(values).map(([choice, title]): Choice => ({
    value: choice,
    words: wordsOf(choice),
    // What nobody knows yet is a thing to ask, and no act to advise.
    title: isOpen && choice !== UNKNOWN ? `${named(row.title)}: ${wordsOf(choice)}` : named(title),
    changes: { [path]: choice, ...row.together },
    helps: choice !== value && (!row.helps || row.helps.includes(choice)),
    ...(later === undefined ? {} : { afterwards: { [path]: choice, [`script.${later}`]: 'given' } }),
  }));
  if (choices.every((choice) => choice.value === value)) return undefined;
  return {
    path,
    title: named(row.title),
    group: row.group,
    section: row.section ?? SECTION_OF_GROUP[row.group],
    control: row.control ? { kind: row.control } : controlOf(Object.keys(values)),
    value,
    words: wordsOf(value),
    choices,
    when: isOpen ? 'find-out' : row.when,
    again: !isOpen && row.atOnce !== true,
    moves: row.moves,
    unblocks: eachOf(row.unblocks),
    always: row.always === true,
    ...(part.item === undefined ? {} : { item: part.item }),
    ...(part.account === undefined ? {} : { account: part.account }),
    ...(part.service === undefined ? {} : { service: part.service }),
    ...(row.cannotMatter === undefined ? {} : { cannotMatter: row.cannotMatter }),
  };
}

export const wholeOf =
  (key: 'device' | 'organisation' | 'computer' | 'surroundings', name = '') =>
  ({ world }: Scenario): readonly Part[] => [{ path: key, name, values: world[key] }];

/** What another backup than the present one may change. */
const OF_THE_BACKUP = [
  'phone.copy',
  'move.holds',
  'item.in-this-backup',
  'enrolment.still-taken',
  'backup.managed',
  'item.last-copy-erased',
  'item.in-a-backup',
  'service.trust',
  'item.created',
  'backup.chosen',
  'backup.encrypted',
  'backup.keychain',
  'item.listed',
  'backup.ios',
  'device.identity',
  'device.roll',
  'device.model',
  'device.security-state',
  'account.recorded',
  'item.password',
  'app.present',
  'backup.app-list',
  'backup.space',
  'backup.borrowed',
  'backup.beta',
  'backup.supervision',
  'item.buyer',
  'enrolment.state',
  'service.at-backup',
] as const satisfies readonly FactId[];

/**
 * Where another backup may be the one that is chosen. Whatever stands in the way of the present one (it is damaged, too
 * new, too large …) may not stand in the way of the other.
 */
export const WHICH_BACKUP = {
  moves: OF_THE_BACKUP,
  unblocks: [
    'no-backup',
    'never-completed',
    'newer-ios',
    'no-update',
    'other-account',
    'deleted',
    'not-kept',
    'too-old-for-icloud',
    'recovery-lost',
    'damaged',
    'backup-password',
    'supervision',
    'no-space',
    'given-up',
    'borrowed-over',
    'overwritten',
    'no-index',
    'stale-index',
    'bad-item',
    'bad-download',
    'no-app-list',
    'thin-backup',
    'staging-left',
  ],
} as const satisfies Pick<ConditionRow, 'moves' | 'unblocks'>;

/** Where the restore comes further than before: everything that it settles on its way. */
export const FURTHER = [
  ...OF_THE_BACKUP,
  'restore.ended',
  'service.account',
  'service.two-factor',
] as const satisfies readonly FactId[];
