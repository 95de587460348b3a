import { must } from '../../../../src/model/must.ts';
import type { Item } from '../../../../src/model/world.ts';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import { SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { caseFile, type Plain } from '../../stories.ts';

export const TODAY = '2026-03-01';
export const at = (more: Partial<Situation> = {}): Situation => ({ ...SITUATION_AT_START, ios: '18.3', ...more });
export const itemOf = (file: CaseFile, id: string): Item => must(file.item(id), id);

/** The case file of a world in which two people have an account. */
export const file = (world: Plain = {}, rest: Plain = {}): CaseFile =>
  caseFile({ today: TODAY, accounts: [{ id: 'mara' }, { id: 'ola' }], ...world }, rest);
