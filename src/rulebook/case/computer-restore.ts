import { PROGRAMS } from '../../model/programs.ts';
import type { Backup, Item } from '../../model/world.ts';
import { compareVersions } from '../../model/version.ts';
import type { IosVersion } from '../tables/ios-versions.ts';
import type { CaseFile } from './case-file.ts';
import { routeOf, type Situation } from './situation.ts';

/*
 * What a restore by a computer does to a device in use. Apple's programs put the data of the backup in the place of
 * those that are there and leave the apps, which are in no backup. A tool adds: what the backup lacks stays, unless it
 * is told to remove it, and then nothing stays that the backup lacks, apps included.
 */

/** Whether the data of a device in use give way to those of the backup, or stay beside them. */
export const whatComputerRestoreKeeps = ({ world: { computer } }: Pick<CaseFile, 'world'>): 'replaces' | 'adds' =>
  computer.remove === 'yes' ? 'replaces' : 'adds';

export const addsToDevice = (file: Pick<CaseFile, 'world'>): boolean => whatComputerRestoreKeeps(file) === 'adds';

/** Whether something that is on a device in use, and that the backup does not bring, is still there afterwards. */
export const staysUnderComputerRestore = (file: CaseFile, item: Item): boolean => {
  if (addsToDevice(file)) return true;
  return item.category === 'app' && PROGRAMS[file.world.computer.software].byApple;
};

/** Whether the device fetches the apps of the backup, where it knows which they are. */
export function fetchesApps({ world: { computer } }: CaseFile): boolean {
  return PROGRAMS[computer.software].fetchesApps === 'always' || computer.remove === 'yes';
}

/** TL-14: from this iOS on a data group with a slash in its name stops a restore by a computer. */
const REFUSES_BAD_NAMES = '18.1';

/** How an item fails here. A bad name is a failure only where the iOS of the device minds it. */
export function failureHere(file: CaseFile, { fails }: Item, situation: Situation): Item['fails'] {
  if (fails?.because !== 'bad-name') return fails;
  const isMinded = routeOf(file, situation) === 'computer' && compareVersions(situation.ios, REFUSES_BAD_NAMES) >= 0;
  return isMinded ? fails : undefined;
}

const isTool = ({ world: { computer } }: CaseFile): boolean => !PROGRAMS[computer.software].byApple;

/** BK-12: an older tool wants the list of apps before it sends anything, where it is to have apps installed. */
export const stopsWithoutAppList = (file: CaseFile, backup: Backup | null): boolean =>
  isTool(file) &&
  file.world.computer.build === 'before-september-2020' &&
  file.world.computer.installsApps === 'yes' &&
  backup?.kind === 'computer' &&
  backup.appList === 'no';

/** TL-17: from this iOS on a tool's thin backup is refused when data of apps are in it. */
const REFUSES_THIN_BACKUPS = '27';

/** A backup of chosen files by a tool, on an iOS that refuses such ones when they hold data of apps. */
export const mayBeRefusedAsThin = (file: CaseFile, backup: Backup | null, { ios }: Situation): boolean =>
  isTool(file) &&
  backup?.kind === 'computer' &&
  backup.contents === 'partial' &&
  compareVersions(ios, REFUSES_THIN_BACKUPS) >= 0;

/** Who installs the apps that a backup was made with; a list of apps of which nobody knows counts as there. */
export function whoInstallsApps(file: CaseFile, backup: Backup | null): 'the restore' | 'the person' {
  if (file.world.route !== 'computer') return 'the restore';
  const isAsked = file.world.computer.installsApps === 'yes' && backup?.appList !== 'no';
  return isAsked && fetchesApps(file) ? 'the restore' : 'the person';
}

/** OG-11: with this beta Setup came after a partial restore by a tool, which had been skipped before. */
const SETUP_APPEARS_WITH: IosVersion = '26.4';

export const showsSetupAfterTool = ({ world }: CaseFile, { backup, ios }: Pick<Situation, 'backup' | 'ios'>): boolean =>
  world.device.beta === 'yes' &&
  compareVersions(ios, SETUP_APPEARS_WITH) === 0 &&
  !PROGRAMS[world.computer.software].byApple &&
  world.backups.some(({ id, contents }) => id === backup && contents === 'partial');
