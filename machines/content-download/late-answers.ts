import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { passwordGiven } from '../../src/rulebook/case/situation-changes.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { type ItemGroup, judgeAnew } from '../../src/rulebook/judge/judgement.ts';
import type { Emitted } from '../events.ts';

/** What an answer changes for items that had their turn before it came. */
export interface LateAnswer {
  readonly situation: Situation;
  readonly told: readonly Emitted[];
  readonly groups: readonly ItemGroup[];
}

/** `items` had their turn. */
export function passwordAnswered(
  file: CaseFile,
  items: readonly Item[],
  before: Situation,
  account: string,
): LateAnswer {
  const situation = passwordGiven(before, account);
  return {
    situation,
    told: [{ type: 'prompt.answered', prompt: 'account-password', account, answer: 'given' }],
    groups: judgeAnew(file, items, before, situation, 'download'),
  };
}
