import type { Outcome } from '../../src/model/fates.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Block, Situation } from '../../src/rulebook/case/situation.ts';
import { freeze } from '../../src/rulebook/judge/judgement.ts';
import type { Connection } from '../connection/connection.setup.ts';
import type { KnowsConnection } from '../connection/knows-connection.ts';
import type { CanBeHeldUp } from '../waiting.ts';

export interface RestoreContext extends CanBeHeldUp, KnowsConnection {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** The situation under which the verdicts were frozen; null before that. */
  readonly situationAtFreeze: Situation | null;
  readonly findMy: boolean;
}
export interface RestoreOutput {
  readonly outcome: Outcome;
  readonly situation: Situation;
  readonly situationAtFreeze: Situation | null;
}
export interface RestoreInput {
  readonly file: CaseFile;
  readonly connection: Connection;
  readonly at: number;
}

/** Find My does not work with a Managed Apple Account, whatever its switch says. */
export const hasFindMy = ({ world: { accounts, device } }: CaseFile): boolean =>
  device.findMy === 'on' && accounts[0]?.kind !== 'managed';

export const isCloud = ({ file }: RestoreContext): boolean => file.world.route === 'icloud';

export const mayErase = ({ file, findMy }: RestoreContext): boolean =>
  file.world.organisation.erase === 'allowed' && (!findMy || file.world.accounts[0]?.password === 'known');

/** Bytes that have to fit on the device. */
export const spaceNeeded = ({ file, situation }: RestoreContext): number =>
  freeze(file, situation).eligible.reduce((sum, item) => sum + item.bytes, 0);

export function whyNotErased(context: RestoreContext): Block {
  if (mayErase(context)) return 'given-up';
  return context.file.world.organisation.erase === 'forbidden' ? 'erase-refused' : 'find-my';
}

/** Why somebody who is asked where the data shall come from chooses nothing. */
export function whyNothingChosen(context: RestoreContext): Block {
  const { organisation, accounts } = context.file.world;
  if (organisation.restorePane === 'forbidden') return 'restore-hidden';
  if (!isCloud(context) && organisation.pairing === 'forbidden') return 'pairing-forbidden';
  return isCloud(context) && accounts.length === 0 ? 'no-account' : 'set-up-as-new';
}
