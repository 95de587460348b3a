import type { Outcome } from '../../src/model/fates.ts';
import type { Item, World } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Block, Situation } from '../../src/rulebook/case/situation.ts';
import { asksForPassword, whyUnreadable } from '../../src/rulebook/case/listing.ts';
import { freeze, placedItems, stopperAmong } from '../../src/rulebook/judge/judgement.ts';
import type { Connection } from '../connection/connection.setup.ts';
import type { KnowsConnection } from '../connection/knows-connection.ts';
import { acceptsPerson } from './device-protection.ts';
import type { CanBeHeldUp } from '../waiting.ts';

export interface RestoreContext extends CanBeHeldUp, KnowsConnection {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** The situation under which the verdicts were frozen; null before that. */
  readonly situationAtFreeze: Situation | null;
  readonly findMy: boolean;
  /** Whether the device knows the place; the person may reach a familiar one. */
  readonly place: World['device']['place'];
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

export const mayErase = (context: RestoreContext): boolean => mayEraseBut(context) && acceptsPerson(context);
const mayEraseBut = ({ file, findMy }: RestoreContext): boolean =>
  file.world.organisation.erase === 'allowed' && (!findMy || file.world.accounts[0]?.password === 'known');

/** Without the password of the account Find My stays on; with it, only Stolen Device Protection is left. */
export function whyFindMyStaysOn(context: RestoreContext): Block {
  // Only a computer needs it off; an erase asks for the password and goes its way.
  if (isCloud(context)) return whyNotErased(context);
  return context.file.world.accounts[0]?.password === 'known' && !acceptsPerson(context)
    ? 'device-protection'
    : 'find-my';
}

/** Bytes that have to fit on the device. */
export const spaceNeeded = ({ file, situation }: RestoreContext): number =>
  freeze(file, situation).eligible.reduce((sum, item) => sum + item.bytes, 0);

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
  if (context.file.world.organisation.erase === 'forbidden') return 'erase-refused';
  return mayEraseBut(context) ? 'device-protection' : 'find-my';
}

/** Why somebody who is asked where the data shall come from chooses nothing. */
export function whyNothingChosen(context: RestoreContext): Block {
  const { organisation, accounts } = context.file.world;
  if (organisation.restorePane === 'forbidden') return 'restore-hidden';
  if (!isCloud(context) && organisation.pairing === 'forbidden') return 'pairing-forbidden';
  return isCloud(context) && accounts.length === 0 ? 'no-account' : 'set-up-as-new';
}
