import { must } from '../../model/must.ts';
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

/** What the backup's metadata recorded, against the device now: one line each. */
export function compareConditions(
  file: CaseFile,
  situation: Situation,
): readonly { fact: FactId; backup: string; now: string }[] {
  const item = file.world.items[0];
  if (!item || !file.backup(situation.backup)) return [];
  const question = questionFor(file, item, situation);
  return COMPARED.map((fact) => ({ fact, ...must(FACTS[fact].compare?.(question), fact) }));
}
