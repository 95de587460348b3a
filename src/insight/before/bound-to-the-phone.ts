import type { Item, World } from '../../model/world.ts';
import { must } from '../../model/must.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { situationAtStart } from '../../rulebook/case/situation.ts';
import { backupsWithinReach, isElsewhere } from '../../rulebook/facts/phone.facts.ts';
import { decide, heldBy, questionFor } from '../../rulebook/judge/decide.ts';
import { caseFileOf } from '../../run/case-file-of.ts';
import type { PhoneToErase } from './phone-to-erase.ts';

/*
 * A backup can hold a thing and give it to the very phone that made it alone, such as the codes of an app or passwords
 * in an iCloud backup. For somebody who erases that phone and restores it, it is safe; for somebody who hands the phone
 * in, it is lost with it.
 */

/** A device like the phone. None of a scenario can be called so. */
const ANOTHER = 'another device';

/** The same world in which the backup goes onto a device of the given name. */
function onto(world: World, { kind, model, ios }: PhoneToErase, name: string): CaseFile {
  const target =
    world.device.name === name ? world.device : { ...world.device, name, kind, model, ios, state: 'new' as const };
  return caseFileOf({ ...world, device: target });
}

const isShutOut = (file: CaseFile, item: Item, backup: string): boolean => {
  const question = questionFor(file, must(file.item(item.id), item.id), { ...situationAtStart(file), backup });
  return decide(question, ['eligibility'])?.outcome === 'excluded';
};

/**
 * Whether the only copies beside the phone are backups that the device onto which they are to come does not take:
 * because they open on this very phone alone, or on a device like it.
 */
export function bindingOf(world: World, phone: PhoneToErase, item: Item): 'none' | 'to-the-phone' | 'to-its-kind' {
  const file = caseFileOf(world);
  const withoutBackups = caseFileOf({ ...world, backups: [] });
  const bare = questionFor(
    withoutBackups,
    must(withoutBackups.item(item.id), item.id),
    situationAtStart(withoutBackups),
  );
  if (isElsewhere(bare) !== 'no') return 'none';
  const holding = backupsWithinReach(file).filter((backup) => heldBy(file, item, backup) === 'yes');
  const isTakenBy = (name: string): boolean => {
    const target = onto(world, phone, name);
    return holding.some(({ id }) => !isShutOut(target, item, id));
  };
  const isTakenAway = world.device.name !== phone.name;
  if (isTakenBy(isTakenAway ? world.device.name : ANOTHER) || !isTakenBy(phone.name)) return 'none';
  return isTakenAway && isTakenBy(ANOTHER) ? 'to-its-kind' : 'to-the-phone';
}
