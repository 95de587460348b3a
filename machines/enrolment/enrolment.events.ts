import { must } from '../../src/model/must.ts';
import type { Item } from '../../src/model/world.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { hasOldProfile, isEnrolled, isSetUpByService } from '../../src/rulebook/case/enrolment.ts';
import { ownCopy } from '../../src/rulebook/case/on-the-device.ts';
import type { Enrolment, Situation } from '../../src/rulebook/case/situation.ts';
import { freeze, judge } from '../../src/rulebook/judge/judgement.ts';
import type { Emitted } from '../events.ts';

/** What the service sets up, or would: all that is its own, but for those of its items that are settled already. */
export function enrolmentEvents(
  file: CaseFile,
  situation: Situation,
  isSettled: (item: Item) => boolean = () => false,
): readonly Emitted[] {
  const items = file.world.items.filter((item) => isSetUpByService(file.world, item) && !isSettled(item));
  return judge(file, items, situation, 'download').flatMap(({ items: ids, gate, rule, outcome, also }): Emitted[] => {
    if (rule === null) return [];
    if (outcome === 'downloaded-again') return [{ type: 'item.arrived', items: ids, gate, from: 'organisation', rule }];
    return outcome === 'pending' ? [{ type: 'item.waiting', items: ids, gate, rule, also }] : [];
  });
}

/** What the restore brought of an enrolment, and whether it works: a service takes back what it still knows. */
export function broughtEnrolmentEvents(
  file: CaseFile,
  situation: Situation,
  situationAtFreeze: Situation,
): readonly Emitted[] {
  const { eligible } = freeze(file, situationAtFreeze);
  const brought = eligible.filter(({ category }) => category === 'enrolment');
  return [
    ...judge(file, brought, situation, 'phone')
      .filter(({ rule }) => rule !== null)
      .map((group): Emitted => ({ type: 'item.judged', ...group })),
    ...enrolmentEvents(file, situation, (item) => eligible.includes(item)),
  ];
}

const ENDS: ReadonlySet<Enrolment | undefined> = new Set<Enrolment>(['removed', 'retired']);

/** What the service has on the device and takes along when an enrolment ends. */
function itemsLeaving(
  file: CaseFile,
  before: Situation,
  after: Situation,
  situationAtFreeze: Situation | null,
): readonly Item[] {
  if (!ENDS.has(after.enrolment)) return [];
  const brought = hasOldProfile(before) && situationAtFreeze ? freeze(file, situationAtFreeze).eligible : [];
  const isThere = (item: Item): boolean =>
    before.enrolment === 'before'
      ? ownCopy(file, item, before) === 'stayed'
      : isEnrolled(before) || brought.includes(item);
  return file.world.items.filter((item) => isSetUpByService(file.world, item) && isThere(item));
}

/** What an enrolment takes along when it ends; `there`: apps on the device that are tied to its profile. */
export function endOfEnrolment(
  file: CaseFile,
  before: Situation,
  after: Situation,
  situationAtFreeze: Situation | null,
  there: readonly string[],
): readonly Emitted[] {
  const leave = [
    ...itemsLeaving(file, before, after, situationAtFreeze),
    ...there.map((id) => must(file.item(id), `the item ${id}`)),
  ];
  return [
    ...judge(file, leave, after, 'phone').map((group): Emitted => ({ type: 'item.judged', ...group })),
    ...enrolmentEvents(file, after, (item) => leave.includes(item)),
  ];
}
