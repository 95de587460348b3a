import { cellOf } from '../model/optional.ts';
import { IN_NO_BACKUP } from '../import/expected-kinds.ts';
import { KEYCHAIN_WORDS } from '../import/keychain-words.ts';
import { sizeInWords } from '../import/size-words.ts';
import { threeLinesOf } from '../import/three-lines.ts';
import type { ImportedList } from '../import/imported-item.ts';
import type { BackupFacts, BackupSummary, ListedApp } from '../import/summary.ts';
import type { UntoldFact } from '../import/open-questions.ts';
import { counted, formatBytes, formatCount } from '../model/bytes.ts';
import { fateOn } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { hangingIndent, sanitise, table, wrap } from '../report/layout.ts';
import { FATE_SIGNS, type Paint } from '../report/paint.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import { play } from '../run/play.ts';
import { preflightLines } from './preflight-text.ts';

export interface Shown {
  readonly page: { readonly paint: Paint; readonly width: number };
  readonly device: string;
  readonly output: string | undefined;
  readonly files: string | undefined;
}

/** Items that a terminal is given; the rest is counted, and `--json` has them all. */
const MOST_ITEMS = 60;

/** What a backup is, whether a restore of it would go through, what is in it, and what nobody can tell from it. */
export function importAsText(summary: BackupSummary, shown: Shown): string {
  const { page } = shown;
  return [
    ...threeLinesOf(summary),
    ...part(page, 'Would a restore go through?', preflightLines(summary, page)),
    ...part(page, 'What is in it, the largest first', itemLines(summary, page.width)),
    ...(summary.backup.apps.length === 0 ? [] : part(page, 'Its apps', appLines(summary.backup, page.width))),
    ...part(page, 'What is not in this backup', absentLines(summary, page.width)),
    ...(summary.disagreements.length === 0
      ? []
      : part(page, 'Where the backup and the rule book disagree', disagreementLines(summary, page.width))),
    ...part(
      page,
      'What the files cannot tell',
      summary.questions.flatMap((question) => questionLines(question, page.width)),
    ),
    ...part(page, 'How to go on', goingOn(summary, shown)),
  ].join('\n');
}

const part = ({ paint }: Shown['page'], title: string, lines: readonly string[]): string[] => [
  '',
  paint.heading(title),
  ...lines,
];

function itemLines(summary: BackupSummary, width: number): string[] {
  const { list, listProblem, backup } = summary;
  const { keychain } = backup;
  const ofKeychain = keychain === undefined ? [] : wrap(KEYCHAIN_WORDS[keychain], width);
  if (list) return [...tableOf(list, summary, width), ...ofKeychain];
  const why =
    backup.encryption === 'locked'
      ? 'The list of its files is locked by its password. Until somebody gives it, nobody can say what is in it.'
      : `The list of its files cannot be read: ${sanitise(String(listProblem))}.`;
  return [...wrap(why, width), ...ofKeychain];
}

function tableOf(list: ImportedList, { scenario }: BackupSummary, width: number): string[] {
  const { ledger } = play(scenario);
  const goesThrough = ledger.outcome.startsWith('completed');
  const rows = new Map(ledger.rows.map((row) => [row.id, row]));
  const shown = list.items.slice(0, MOST_ITEMS).map((item) => {
    const { fate } = must(rows.get(item.id), `the ledger row of ${item.id}`);
    return [
      sanitise(item.title),
      formatCount(item.files),
      sizeInWords(item),
      cellOf(item.newest),
      item.classes.map((one) => must(CLASS_LETTERS[one], 'a letter of a class')).join(''),
      ...(goesThrough ? [fate === null ? '' : `${FATE_SIGNS[fate].sign} ${fateOn('computer', fate).word}`] : []),
    ];
  });
  const more = list.items.slice(MOST_ITEMS);
  const bytes = more.reduce((sum, item) => sum + item.bytes, 0);
  return [
    ...(goesThrough ? [] : ['As things stand the restore does not go through, so nothing of this comes back.']),
    ...table([...COLUMNS, ...(goesThrough ? [{ title: 'On the device' }] : [])], shown, width),
    ...(more.length === 0
      ? []
      : [`and ${formatCount(more.length)} smaller ones, ${formatBytes(bytes)} together (--json has them all)`]),
    ...(list.items.every(({ classes }) => classes.length === 0) ? [] : wrap(CLASSES, width)),
    ...(list.emptyDomains === 0
      ? []
      : [`${counted(list.emptyDomains, 'container')} of apps, extensions and parts of iOS without any file`]),
  ];
}
const COLUMNS = [
  { title: 'Data', gives: true },
  { title: 'Files', align: 'right' },
  { title: 'Size', align: 'right' },
  { title: 'Newest' },
  { title: 'Class' },
] as const;

/** The classes of files by the letters that Apple gives them, and when files of them can be read. */
const CLASS_LETTERS = ['', 'A', 'B', 'C', 'D'] as const;
const CLASSES =
  'Class: when its files can be read. A: while the device is unlocked; B: and open files go on; C: once it has been ' +
  'unlocked after a start; D: always.';

/** Apps that are named one by one. */
const MOST_APPS = 40;

const named = (chosen: readonly ListedApp[]): string =>
  chosen
    .slice(0, MOST_APPS)
    .map(({ title }) => sanitise(title))
    .join(', ') + (chosen.length > MOST_APPS ? ` and ${formatCount(chosen.length - MOST_APPS)} more` : '');

function appLines({ apps }: BackupFacts, width: number): string[] {
  const ofStore = apps.filter(({ isOfStore, isAssigned }) => isOfStore && !isAssigned);
  const assigned = apps.filter(({ isAssigned }) => isAssigned);
  const others = apps.filter(({ isOfStore, isAssigned }) => !isOfStore && !isAssigned);
  return [
    ...(ofStore.length === 0 ? [] : hangingIndent('– ', `Come again from the App Store: ${named(ofStore)}.`, width)),
    ...(assigned.length === 0
      ? []
      : hangingIndent('– ', `Assigned to the device by an organisation: ${named(assigned)}.`, width)),
    ...(others.length === 0
      ? []
      : hangingIndent('– ', `Without store data, so nobody knows where they come from: ${named(others)}.`, width)),
  ];
}

function absentLines({ absent, list, backup, scenario }: BackupSummary, width: number): string[] {
  const never = IN_NO_BACKUP.map((id) => CATEGORIES[id].title).join(', ');
  const hasAppList = scenario.world.backups.every(({ appList }) => appList === 'yes');
  return [
    ...(list ? [] : wrap('What its list would name is not known.', width)),
    ...absent.flatMap(({ title, why }) => hangingIndent('– ', `${sanitise(title)}. ${why}`, width)),
    ...(hasAppList || backup.apps.length === 0
      ? []
      : hangingIndent(
          '– ',
          'The list of apps for the App Store (Info.plist, Applications). Nothing says which apps to install, so ' +
            'none comes back by itself: they are installed by hand, and their data wait for them.',
          width,
        )),
    ...hangingIndent('– ', `In no computer backup at all: ${never}.`, width),
  ];
}

const disagreementLines = ({ disagreements }: BackupSummary, width: number): string[] => [
  ...wrap('The backup counts: what it holds, it holds. Whoever keeps the rules looks at these.', width),
  ...disagreements.flatMap(({ title, backup, ruleBook, rule }) =>
    hangingIndent('– ', `${sanitise(title)}. ${backup} The rule book says: ${ruleBook} (${rule})`, width),
  ),
];

const settingOf = (path: string | undefined): string[] => (path === undefined ? [] : [` (--set ${path}=…)`]);

const questionLines = ({ about, taken, ask, path }: UntoldFact, width: number): string[] =>
  hangingIndent(
    '– ',
    [about, ...(taken === undefined ? [] : [`, taken as: ${taken}`]), `. ${ask}`, ...settingOf(path)].join(''),
    width,
  );

/** A name for a file that nobody has named yet. */
const CUSTOMER = 'customer.yaml';

function goingOn({ scenario, backup }: BackupSummary, { output, device, files }: Shown): string[] {
  const file = output ?? CUSTOMER;
  const item = scenario.world.items.find(({ listed }) => listed !== 'unknown')?.id ?? scenario.world.items[0]?.id;
  return [
    ...(files === undefined ? [] : [`A line for each file was written to ${files}.`]),
    ...(output === undefined
      ? ['Write it as a scenario, and play it:', `  restore-sim import <folder> -o ${file}`]
      : [`The scenario was written to ${file}. Play it:`]),
    `  restore-sim run ${file}`,
    ...(item === undefined ? [] : [`  restore-sim why ${file} ${item}`, `  restore-sim what-if ${file} ${item}`]),
    ...(device === 'same' ? ['  restore-sim import <folder> --device "iPhone 16, iOS 18.3"'] : []),
    ...(backup.encryption === 'locked' ? ['In a terminal, the password is asked for; nothing of it is kept.'] : []),
  ];
}
