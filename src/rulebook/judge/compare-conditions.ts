import { must } from '../../model/must.ts';
import type { Backup } from '../../model/world.ts';
import type { CaseFile } from '../case/case-file.ts';
import { FACTS, type FactId } from '../facts/facts.ts';
import { questionFor } from './decide.ts';
import type { Situation } from '../case/situation.ts';

/** The facts about the device and the account that a restore compares as a whole (A17). */
const COMPARED = [
  'device.identity',
  'device.roll',
  'device.model',
  'device.sim',
  'device.security-state',
  'account.recorded',
] as const satisfies readonly FactId[];

/** An iPod touch has no SIM, so beside one there is none to compare. */
const haveSims = ({ world }: CaseFile, backup: Backup): boolean =>
  world.device.kind !== 'ipod' && backup.deviceKind !== 'ipod';

/** What the backup's metadata recorded, against the device now: one line each. */
export function compareConditions(
  file: CaseFile,
  situation: Situation,
): readonly { fact: FactId; backup: string; now: string }[] {
  const item = file.world.items[0];
  const backup = file.backup(situation.backup);
  if (!item || !backup) return [];
  const question = questionFor(file, item, situation);
  const compared = haveSims(file, backup) ? COMPARED : COMPARED.filter((fact) => fact !== 'device.sim');
  return compared.map((fact) => ({ fact, ...must(FACTS[fact].compare?.(question), fact) }));
}
