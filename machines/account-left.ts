import { must } from '../src/model/must.ts';
import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import { maySignIn } from '../src/rulebook/case/enrolment.ts';
import { signedOutOf } from '../src/rulebook/case/situation-changes.ts';
import { type Copies, isNamed, type Situation } from '../src/rulebook/case/situation.ts';
import { judge } from '../src/rulebook/judge/judgement.ts';
import { isOfAccountLeft } from '../src/rulebook/rules/account-left.ts';
import type { ActDone } from './app-acts.ts';
import type { Emitted } from './events.ts';

/*
 * An account leaves the device: somebody signs out, or its organisation no longer lets it stay. The device in use and
 * the finished one do the same about it, so it stands here once.
 */

/** `kept`: what is on the device and may lie in iCloud too. */
export function accountLeaves(
  file: CaseFile,
  before: Situation,
  account: string,
  copies: Copies,
  kept: readonly string[],
): ActDone {
  const situation = signedOutOf(before, account, copies);
  const items = kept.map((id) => must(file.item(id), `the item ${id}`));
  const told = judge(file, items, situation, 'phone')
    .filter(({ rule }) => isOfAccountLeft(rule))
    .map((group): Emitted => ({ type: 'item.judged', ...group }));
  return { situation, told };
}

/** The accounts that are signed in and that their organisation does not let stay on this device. */
const mustLeave = (file: CaseFile, situation: Situation, accounts: readonly (string | null | undefined)[]) =>
  accounts.filter(isNamed).filter((id) => !maySignIn(file, id, situation));

/** EE-24: where the device is no longer what an organisation asks of it, its account is signed out by itself. */
export function accountsLeaveByThemselves(
  file: CaseFile,
  before: Situation,
  signedIn: readonly (string | null | undefined)[],
  kept: readonly string[],
): ActDone {
  return mustLeave(file, before, signedIn).reduce<ActDone>(
    ({ situation, told }, account) => {
      const left = accountLeaves(file, situation, account, 'by-itself', kept);
      return {
        situation: left.situation,
        told: [...told, { type: 'alert.raised', alert: 'account-signed-out' }, ...left.told],
      };
    },
    { situation: before, told: [] },
  );
}
