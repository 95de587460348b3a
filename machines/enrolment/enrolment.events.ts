import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { freeze, judge } from '../../src/rulebook/judge/judgement.ts';
import { BY_THE_SERVICE } from '../../src/rulebook/rules/scopes.ts';
import type { Emitted } from '../events.ts';

const CATEGORIES: ReadonlySet<string> = new Set(BY_THE_SERVICE);

/** What the service sets up, or would: all that is its own and that the restore did not bring. */
export function enrolmentEvents(
  file: CaseFile,
  situation: Situation,
  situationAtFreeze: Situation | null,
): readonly Emitted[] {
  const brought = new Set(situationAtFreeze ? freeze(file, situationAtFreeze).eligible : []);
  const items = file.world.items.filter((item) => CATEGORIES.has(item.category) && !brought.has(item));
  return judge(file, items, situation, 'download').flatMap(({ items: ids, gate, rule, outcome, also }): Emitted[] => {
    if (rule === null) return [];
    if (outcome === 'downloaded-again') return [{ type: 'item.arrived', items: ids, gate, from: 'organisation', rule }];
    return outcome === 'pending' ? [{ type: 'item.waiting', items: ids, gate, rule, also }] : [];
  });
}
