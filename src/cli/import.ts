import { eachOf } from '../model/optional.ts';
import { basename, isAbsolute, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import type { BackupRead } from '../import/backup.ts';
import { readTarget } from '../import/import-target.ts';
import { scenarioText } from '../import/scenario-text.ts';
import { type BackupSummary, summaryOfBackup } from '../import/summary.ts';
import { InputError } from '../model/problem.ts';
import { parseMoment } from '../model/time.ts';
import { loadScenario } from '../scenario/load.ts';
import { openBackup } from './backup-folder.ts';
import { backupsIn, type FoundBackup } from './backups-in.ts';
import { guarded } from './faults.ts';
import { FileLines } from './file-lines.ts';
import { importAsText } from './import-text.ts';
import { backupsAsText } from './import-list-text.ts';
import { importAsJson } from './import-json.ts';
import { changesFrom } from './set-option.ts';
import { askPassword, firstLineOfInput } from './password.ts';
import { clearLine, outputPage, print, printJson, Progress, showOnLine } from './terminal.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';

interface Options {
  readonly output?: string;
  readonly force?: true;
  readonly device: string;
  readonly set?: readonly string[];
  readonly today?: string;
  readonly json?: true;
  readonly files?: string;
  readonly keepNames?: true;
  readonly passwordStdin?: true;
  readonly backup?: string;
}

export function register(program: Command): void {
  program
    .command('import')
    .summary('read the folder of a backup and tell what it would bring back, onto which device')
    .description(
      'Reads the folder of a backup on this computer (Finder, iTunes, Apple Devices, idevicebackup2, ' +
        'pymobiledevice3) and tells what is in it, whether a restore would go through, and what it cannot tell. It ' +
        'only reads: nothing in the folder changes, and nothing leaves this computer.',
    )
    .argument('<folder>', 'the folder of a backup, or the one in which all backups of a computer lie')
    .option('--backup <n>', 'which backup, where the folder holds several: its number in the list')
    .option('-o, --output <file>', 'write a scenario there, for run, why, what-if, compare and the page')
    .option('--force', 'write over files that exist')
    .option('--device <device>', 'onto which device: same, or such as "iPhone 16, iOS 18.3"', 'same')
    .option('--set <path=value>', 'a condition, such as device.free="64 GB"; as often as you like', collected)
    .option('--today <day>', 'the day of the restore; the day after the backup unless said')
    .option('--json', 'print the answer as one JSON object')
    .option('--keep-names', 'let names of devices, files, and apps from outside the store pass')
    .option('--files <file>', 'with --keep-names: write a line for each file there, as CSV')
    .option('--password-stdin', 'take the password of an encrypted backup from the first line of the input')
    .action(guarded(importBackup));
}

const collected = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

async function importBackup(folder: string, options: Options): Promise<void> {
  const target = readTarget(options.device);
  const changes = changesFrom(eachOf(options.set));
  const force = options.force === true;
  const keepNames = options.keepNames === true;
  const today = dayFrom(options.today);
  if (options.files !== undefined && !keepNames)
    throw new InputError([
      {
        file: '--files',
        message: 'a line for each file would give the names of files away',
        advice: 'Say --keep-names as well where that is meant.',
      },
    ]);
  for (const file of [options.output, options.files]) if (file !== undefined) refuseExisting(file, force);
  const found = await backupsIn(folder);
  const chosen = chosenOf(found, options.backup);
  if (chosen)
    for (const file of [options.output, options.files]) if (file !== undefined) refuseInside(chosen.path, file);
  if (chosen === undefined) {
    print(
      options.json
        ? JSON.stringify({ backups: found.map(({ facts }) => facts) })
        : backupsAsText(found, folder, outputPage().width),
    );
    return;
  }
  await namingNobody(chosen.path, keepNames, async () => {
    const read = await openBackup(chosen.path, { keepNames, password: passwordFor(options) });
    clearLine();
    const lines = options.files === undefined ? undefined : new FileLines(options.files, force);
    try {
      tell(
        read,
        { ...options, folder },
        { target, changes, keepNames, lines, ...(today === undefined ? {} : { today }) },
      );
    } finally {
      lines?.abandon();
      read.close();
    }
  });
}

interface Asked {
  readonly target: ReturnType<typeof readTarget>;
  readonly changes: Readonly<Record<string, string>>;
  readonly keepNames: boolean;
  readonly today?: string;
  readonly lines: FileLines | undefined;
}

function tell(read: BackupRead, options: Options & { readonly folder: string }, asked: Asked): void {
  const progress = new Progress(undefined, 'files of the list read');
  let rows = 0;
  const { lines, ...wishes } = asked;
  const summary = summaryOfBackup(read, {
    ...wishes,
    onRow: (row) => {
      rows += 1;
      if (rows % ROWS_BETWEEN_NEWS === 0) progress.step(rows);
      lines?.add(row);
    },
  });
  progress.clear();
  const refusal = whyUnread(read, summary);
  const { output, files } = refusal ? { output: undefined, files: undefined } : options;
  if (files !== undefined) lines?.finish();
  if (output !== undefined) {
    const text = scenarioText(summary.stated);
    // Nothing is written that nobody could read again.
    loadScenario(text, output);
    writeWhole(output, text, options.force === true);
  }
  if (options.json) printJson(importAsJson(summary));
  else
    print(
      importAsText(summary, {
        page: outputPage(),
        device: options.device,
        output,
        files,
      }),
    );
  // What the other files tell has been told.
  if (refusal) throw refusal;
}

/** A list that nobody can read makes no case; one that waits for a password is told as far as it can be. */
function whyUnread({ encryption, list }: BackupRead, { listProblem }: BackupSummary): InputError | undefined {
  if (listProblem === undefined) return undefined;
  const advice = 'What its other files tell stands above. Nothing was written.';
  if (encryption.state !== 'locked')
    return new InputError([{ file: list === 'mbdb' ? 'Manifest.mbdb' : 'Manifest.db', message: listProblem, advice }]);
  if (encryption.why === 'no password yet') return undefined;
  return encryption.why === 'wrong password'
    ? new InputError([{ file: 'the password', message: 'it does not open this backup', advice }])
    : new InputError([{ file: 'Manifest.plist', message: listProblem, advice }]);
}
const ROWS_BETWEEN_NEWS = 5000;

/** What goes wrong is told of the file in the backup: the name of its folder is the number of a device. */
async function namingNobody<T>(path: string, keepNames: boolean, open: () => Promise<T>): Promise<T> {
  try {
    return await open();
  } catch (error) {
    if (keepNames || !(error instanceof InputError)) throw error;
    const plain = (words: string): string => words.replaceAll(`${path}/`, '').replaceAll(path, shownFolder(path));
    throw new InputError(
      error.problems.map((problem) => ({ ...problem, file: plain(problem.file), message: plain(problem.message) })),
    );
  }
}

/** The last folder of a path, where it is not the number of a device. */
const shownFolder = (path: string): string =>
  NUMBER_OF_A_DEVICE.test(basename(path)) ? 'the folder of the backup' : path;
const NUMBER_OF_A_DEVICE = /^(?:[0-9a-f]{40}|[0-9a-f]{8}-[0-9a-f]{16})(?:-|$)/i;

/** Nothing is added to the folder of a backup, by mistake neither: a device would find it among its files. */
function refuseInside(folder: string, file: string): void {
  const way = relative(resolve(folder), resolve(file));
  if (way.startsWith('..') || isAbsolute(way)) return;
  throw new InputError([
    { file: basename(file), message: 'it would lie in the backup, which is only read', advice: 'Write it elsewhere.' },
  ]);
}

/** One backup is taken at once; among several somebody has to choose, and is shown them. */
function chosenOf(found: readonly FoundBackup[], wanted: string | undefined): FoundBackup | undefined {
  if (wanted === undefined) return found.length === 1 ? found[0] : undefined;
  const chosen = /^\d{1,4}$/.test(wanted) ? found[Number(wanted) - 1] : undefined;
  if (chosen) return chosen;
  throw new InputError([
    {
      file: '--backup',
      message: `there is no backup number “${wanted.slice(0, 40)}”`,
      advice: `Write a number from 1 to ${found.length}.`,
    },
  ]);
}

function dayFrom(day: string | undefined): string | undefined {
  if (day === undefined || parseMoment(day) !== undefined) return day;
  throw new InputError([
    { file: '--today', message: `“${day.slice(0, 40)}” is no day`, advice: 'Write a date such as 2026-03-01.' },
  ]);
}

/** Never an argument, never kept: one line of the input, or asked without being shown. */
const passwordFor =
  ({ passwordStdin }: Options): (() => Promise<string | undefined>) =>
  async () => {
    const password = await (passwordStdin ? firstLineOfInput() : askPassword('Its password (Enter for none): '));
    // What a device made slow on purpose takes seconds here as well.
    if (password !== undefined) showOnLine('opening it, which takes some seconds …');
    return password;
  };
