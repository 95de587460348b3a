import { newestFirst } from '../../model/newest-first.ts';
import type { DeviceKind } from '../../model/kinds.ts';
import type { Item } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { asksForItsOwner } from '../../rulebook/case/device-protection.ts';
import { type OpenedBy, openedBy } from '../../rulebook/case/lock-out.ts';
import { homeOf, itemsOnDevice } from '../../rulebook/case/on-the-device.ts';

/** The phone that somebody wants to erase or to hand in, and what is on it. */
export interface PhoneToErase {
  readonly name: string;
  readonly kind: DeviceKind;
  readonly model: string;
  readonly ios: string;
  readonly account: string | null;
  /** What gets a person in: what is done in its Settings, in its apps and at a computer asks for its passcode. */
  readonly lock: OpenedBy;
  /** Find My is known to be on. */
  readonly findMy: boolean;
  /** Stolen Device Protection asks here for a face or a finger, or may do so. */
  readonly asksForOwner: boolean;
  /** An organisation has taken the erase off it, so that its person cannot erase it. */
  readonly eraseForbidden: boolean;
  /** Whether it can be switched on: of one that cannot, nothing is saved by what is done on it. */
  readonly starts: boolean;
  readonly items: readonly Item[];
}

/**
 * The device itself where it is in use; else the phone that the data come from. `null`: there is none that could still
 * be erased.
 */
export function phoneToErase(file: CaseFile): PhoneToErase | null {
  const { device, oldPhone, backups, accounts, organisation } = file.world;
  const [first] = accounts;
  const owner = first ? first.id : null;
  const onDevice = itemsOnDevice(file);
  // A device in use with nothing of the story on it is not the one that anybody fears for, where there is another.
  if (device.state === 'in-use' && (onDevice.length > 0 || !oldPhone)) {
    const { name, kind, model, ios, findMy } = device;
    const asksForOwner = asksForItsOwner(device, device.place) !== 'no';
    const lock = openedBy(device);
    return {
      name,
      kind,
      model,
      ios,
      account: owner,
      lock,
      findMy: findMy === 'on',
      asksForOwner,
      eraseForbidden: organisation.erase === 'forbidden',
      starts: true,
      items: onDevice,
    };
  }
  if (oldPhone) {
    if (oldPhone.state === 'erased' || oldPhone.state === 'gone') return null;
    const { name, kind, model, ios, account = owner } = oldPhone;
    const asksForOwner = asksForItsOwner(oldPhone, oldPhone.place) !== 'no';
    const lock = oldPhone.passcode === 'known' ? 'open' : 'shut';
    const starts = oldPhone.state !== 'broken';
    const items = livingOn(file, name);
    return { ...OF_ANOTHER, name, kind, model, ios, account, lock, asksForOwner, starts, items };
  }
  const [newest] = backups.filter(({ device: made }) => made !== device.name).toSorted(newestFirst);
  if (!newest) return null;
  const { device: name, deviceKind: kind, model, ios, account } = newest;
  const items = livingOn(file, name);
  return { ...OF_ANOTHER, name, kind, model, ios, account, lock: 'open', asksForOwner: false, starts: true, items };
}

/** What a scenario says of the device that is restored alone. */
const OF_ANOTHER = { findMy: false, eraseForbidden: false } as const;

const livingOn = (file: CaseFile, name: string): readonly Item[] =>
  file.world.items.filter((item) => item.deleted === undefined && homeOf(file, item) === name);
