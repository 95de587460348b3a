import type { Gate } from '../../../../src/model/fates.ts';
import type { Edition, Route } from '../../../../src/model/kinds.ts';
import type { Situation } from '../../../../src/rulebook/case/situation.ts';
import type { CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import type { FactId } from '../../../../src/rulebook/facts/facts.ts';
import type { Draft, Plain } from './one-item-world.ts';

/** A case as a trainer tells it. The item is judged at the gates named, in the world that the case describes. */
export interface Case {
  readonly when: string;
  readonly category: CategoryId;
  readonly route?: Route;
  readonly edition?: Edition;
  readonly gates?: readonly Gate[];
  readonly world?: (d: Draft) => void;
  readonly rule: string | null;
  readonly outcome?: string;
  readonly missing?: FactId;
}
export const same = (d: Draft): void => void (d.device['name'] = 'old iPhone');
export const encrypted = (d: Draft): void => void (d.backup['encrypted'] = 'yes');
export const serviceOn = (d: Draft): void => void Object.assign(d.service, { atBackup: 'on', now: 'on' });
export const item =
  (fields: Plain) =>
  (d: Draft): void =>
    void Object.assign(d.item, fields);
export const situation =
  (fields: Partial<Situation>) =>
  (d: Draft): void =>
    void (d.situation = { ...d.situation, ...fields });
export const both =
  (...changes: readonly ((d: Draft) => void)[]) =>
  (d: Draft): void =>
    changes.forEach((change) => change(d));
export const erasedHere = both(same, situation({ erased: true }));
export const DOWNLOAD: readonly Gate[] = ['download'];
export const SYNC: readonly Gate[] = ['sync'];
