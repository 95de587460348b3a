import { parseBytes } from '../model/bytes.ts';
import { InputError } from '../model/problem.ts';
import type { DeviceKind } from '../model/kinds.ts';
import type { CategoryId } from '../rulebook/categories/categories.ts';
import { withChanges } from '../scenario/change.ts';
import type { Changes } from '../scenario/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioFrom } from '../scenario/scenario-from.ts';
import { type AppsOfBackup, appsOfBackup } from './apps-of-backup.ts';
import { BackupChanged } from './backup-changed.ts';
import type { BackupRead, Encryption, FileRow, ListSummary } from './backup.ts';
import type { ImportedList } from './imported-item.ts';
import type { ImportTarget } from './import-target.ts';
import { ItemTally, reservedIds } from './item-tally.ts';
import { type AbsentKind, absentKinds, type Disagreement, disagreementsOf } from './list-against-rules.ts';
import type { UntoldFact } from './open-questions.ts';
import { noticesOf } from './notices.ts';
import { type PreflightCheck, preflightOf } from './preflight.ts';
import { questionsOfBackup } from './questions-of-backup.ts';
import { freeGuessed, keychainOf, makerOf, scenarioOfBackup } from './scenario-of-backup.ts';
import { iosOfTarget, kindOfTarget } from './target-facts.ts';
import { servicesSeen } from './services-of-backup.ts';
import { withoutFolder } from './without-folder.ts';

/** What whoever imports a backup can wish for. */
export interface ImportWishes {
  readonly target: ImportTarget;
  /** Changed conditions, as `withChanges` takes them. */
  readonly changes: Changes;
  readonly today?: string;
  /** Names of people, devices, files and apps from outside the store may pass. */
  readonly keepNames: boolean;
  /** Sees every row that goes by. */
  readonly onRow?: (row: FileRow) => void;
}

/** An app that was installed, as it is told: never by an identifier. */
export interface ListedApp {
  readonly title: string;
  /** The computer kept what the App Store asks for. */
  readonly isOfStore: boolean;
  readonly isAssigned: boolean;
}

/** What a backup is, in a few words. */
export interface BackupFacts {
  readonly kind: DeviceKind;
  readonly model: string;
  readonly ios: string;
  readonly made: string;
  /** Whether a file of the backup tells it; else it is what the scenario takes it for. */
  readonly isIosTold: boolean;
  readonly isMadeTold: boolean;
  /** `locked`: encrypted, and the list of its files stays closed. */
  readonly encryption: Encryption['state'];
  readonly apps: readonly ListedApp[];
  /** What the key bag says of passwords and codes; undefined where it does not say. */
  readonly keychain: 'moves' | 'stays' | undefined;
  /** Bytes of the files as the list gives them, or else as they lie on the disk. */
  readonly bytes: number;
  readonly files: number;
  readonly isFromList: boolean;
}

/** All that is told of a backup: the same for the command line and the page. */
export interface BackupSummary {
  readonly backup: BackupFacts;
  readonly checks: readonly PreflightCheck[];
  readonly notices: readonly string[];
  /** Undefined where the list of files could not be read; `listProblem` says why. */
  readonly list: ImportedList | undefined;
  readonly listProblem: string | undefined;
  readonly absent: readonly AbsentKind[];
  readonly disagreements: readonly Disagreement[];
  readonly questions: readonly UntoldFact[];
  /** The scenario as a file states it, with the changed conditions in it, and the same ready to be played. */
  readonly stated: Readonly<Record<string, unknown>>;
  readonly scenario: Scenario;
}

/** Reads the list of a backup once, and tells what is in it and what it would bring back. */
export const summaryOfBackup = (read: BackupRead, wishes: ImportWishes): BackupSummary =>
  summaryOfVisit(visitBackup(read, wishes), wishes);

/** A backup whose list was read: what it would bring back onto one device and another is told without reading again. */
export interface VisitedBackup extends Visited {
  readonly read: BackupRead;
  readonly apps: AppsOfBackup;
}

export function visitBackup(
  opened: BackupRead,
  { keepNames, onRow }: Pick<ImportWishes, 'keepNames' | 'onRow'>,
): VisitedBackup {
  const read = withoutFolder(opened);
  const taken = reservedIds();
  const apps = appsOfBackup(read, taken, keepNames);
  return { read, apps, ...visitList(read, new ItemTally(apps, taken), onRow) };
}

export function summaryOfVisit(
  visited: VisitedBackup,
  wishes: Omit<ImportWishes, 'keepNames' | 'onRow'>,
): BackupSummary {
  const { read, apps } = visited;
  const changes = withWhatFollows(wishes.changes);
  const maker = makerOf(read);
  const { bytes = 0, files = 0 } = visited.list ?? { ...read.payload };
  const stated = changes['device.free'];
  const free = stated === undefined ? undefined : parseBytes(stated);
  const input = {
    read,
    list: visited.summary,
    bytes: visited.list?.bytes,
    target: {
      ios: changes['device.ios'] ?? iosOfTarget(wishes.target, maker),
      free: free ?? freeGuessed(bytes),
      isFreeGuessed: free === undefined,
      findMy: changes['device.findMy'],
      kind: kindOfTarget(wishes.target, maker),
      state: changes['device.state'],
    },
  };
  const checks = preflightOf(input);
  const seen = servicesSeen(read, visited.list?.hasPhotosMarker === true);
  const items = visited.list?.items;
  const { today } = wishes;
  const world = {
    read,
    apps: apps.apps,
    items,
    bytes,
    seen,
    target: wishes.target,
    ...(today === undefined ? {} : { today }),
  };
  const scenario = withChanges(asScenario(scenarioOfBackup(world, checks)), changes);
  return {
    backup: {
      kind: maker.product.kind,
      model: maker.product.model,
      ios: maker.ios,
      made: maker.made,
      isIosTold: maker.isIosTold,
      isMadeTold: maker.isMadeTold,
      encryption: read.encryption.state,
      apps: apps.apps.map(({ title, store }) => ({
        title,
        isOfStore: store?.hasSinf === true,
        isAssigned: store?.assignedToDevice === true,
      })),
      keychain: keychainOf(read).keychain,
      bytes,
      files,
      isFromList: visited.list !== undefined,
    },
    checks,
    notices: noticesOf(input),
    list: visited.list,
    listProblem: visited.problem,
    absent: absentKinds(scenario.world),
    disagreements: disagreementsOf(scenario.world),
    questions: questionsOfBackup({
      read,
      maker,
      apps: apps.apps,
      items,
      categories: scenario.world.items.map(({ category }) => category as CategoryId),
      seen,
      freeGuessed: free === undefined ? input.target.free : undefined,
      isSameDevice: wishes.target.is === 'same',
      settled: new Set(Object.keys(changes)),
    }),
    stated: scenario.stated,
    scenario,
  };
}

/** Find My is on only where a device is in use, and it holds up nobody at a first screen. */
const withWhatFollows = (changes: Changes): Changes =>
  changes['device.findMy'] === 'on' && changes['device.state'] === undefined
    ? { ...changes, 'device.state': 'in-use' }
    : changes;

interface Visited {
  readonly list: ImportedList | undefined;
  readonly summary: ListSummary | undefined;
  readonly problem: string | undefined;
}

/**
 * A list that is missing, locked or damaged is told as such: what the other files say stands all the same. Of a folder
 * that is being written to nothing stands.
 */
function visitList(read: BackupRead, tally: ItemTally, onRow: ImportWishes['onRow']): Visited {
  try {
    const summary = read.eachFile((row) => {
      tally.visit(row);
      onRow?.(row);
    });
    return { list: tally.list(), summary, problem: undefined };
  } catch (error) {
    if (!(error instanceof InputError) || error instanceof BackupChanged) throw error;
    // Without its place, which stands before each of them.
    return { list: undefined, summary: undefined, problem: error.problems.map(({ message }) => message).join('; ') };
  }
}

/** The name of a scenario that no file has yet. */
const ID = 'import/backup';

const asScenario = (stated: Readonly<Record<string, unknown>>): Scenario =>
  scenarioFrom({ ...stated }, ID, (complaints) =>
    complaints.map(({ path, message }) => ({ file: ID, message: `${path.map(String).join('.')}: ${message}` })),
  );
