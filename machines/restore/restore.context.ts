import type { Outcome } from '../../src/model/fates.ts';
import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Block, Lacking, Situation } from '../../src/rulebook/case/situation.ts';
import { isThereAlready } from '../content-download/download-queue.ts';
import { asksForPassword, whyUnreadable } from '../../src/rulebook/case/listing.ts';
import { freeze, placedItems, stopperAmong } from '../../src/rulebook/judge/judgement.ts';
import type { Connection } from '../connection/connection.setup.ts';
import type { KnowsConnection } from '../connection/knows-connection.ts';
import type { CanBeHeldUp } from '../waiting.ts';

export interface RestoreContext extends CanBeHeldUp, KnowsConnection {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** The situation under which the verdicts were frozen; null before that. */
  readonly situationAtFreeze: Situation | null;
  readonly findMy: boolean;
  /** What is on the device and of no use, as it was told last. */
  readonly lacking: Lacking;
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

export const isCloud = ({ file }: RestoreContext): boolean => file.world.route === 'icloud';

export const mayErase = ({ file, findMy }: RestoreContext): boolean =>
  file.world.organisation.erase === 'allowed' && (!findMy || file.world.accounts[0]?.password === 'known');

/** Bytes that have to fit on the device; apps that are there already take no more. */
export const spaceNeeded = ({ file, situation }: RestoreContext): number =>
  freeze(file, situation).eligible.reduce(
    (sum, item) => sum + (isThereAlready(file, item, situation) ? 0 : item.bytes),
    0,
  );

/** Why the backup that was chosen cannot be read to its end; null when it can. */
export function whyBackupUnreadable({ file, situation }: RestoreContext): Block | null {
  const backup = file.backup(situation.backup);
  return backup && whyUnreadable(backup);
}

/** Encrypted, and not said to be: nobody was asked for its password, so nothing in it opens. */
export function isLockedUnawares({ file, situation }: RestoreContext): boolean {
  const backup = file.backup(situation.backup);
  return backup?.kind === 'computer' && backup.encrypted === 'yes' && !asksForPassword(backup);
}

/** What breaks the restore off while data are put in place. */
export const stopperOfPlacement = ({ file, situationAtFreeze }: RestoreContext): Item | undefined =>
  situationAtFreeze ? stopperAmong(placedItems(file, situationAtFreeze), 'placement') : undefined;

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
