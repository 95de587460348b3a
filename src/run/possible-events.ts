import type { PersonEvent, SurroundingsEvent } from '../../machines/events.ts';
import { EVENT_DATA, type EventData, type InnerEventData, type UsualWhen } from '../model/event-row.ts';
import { SCRIPT_EVENTS } from '../model/events.ts';
import { newestFirst } from '../model/newest-first.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';

type Offered<T> = T extends { at: number } ? Omit<T, 'at' | InnerEventData> : never;
/** An event that can be sent, without its moment. */
export type PossibleEvent = Offered<PersonEvent> | Offered<SurroundingsEvent>;
export type PossibleEventType = PossibleEvent['type'];
export const POSSIBLE_EVENT_TYPES = Object.keys(SCRIPT_EVENTS) as readonly PossibleEventType[];

type Data = Readonly<Partial<Record<EventData, string>>>;

/** What the usual person sees in the state that calls for them. */
export interface Here {
  /** The backup that was chosen. */
  readonly backup?: string | null;
}

const knows = (file: CaseFile, account: string | undefined) => file.account(account)?.password === 'known';
const firstAccount = (file: CaseFile) => file.world.accounts[0]?.id;

const USUAL: Readonly<Record<UsualWhen, (file: CaseFile, data: Data, here: Here) => boolean>> = {
  always: () => true,
  'first-account-signs-in': (file, { account, password }) =>
    account === firstAccount(file) && password === 'right' && knows(file, account),
  'first-password-known': (file) => knows(file, firstAccount(file)),
  'password-known': (file, { account }) => knows(file, account),
  'backup-password-known': (file, { password }, { backup = null }) =>
    password === 'right' && file.backup(backup)?.password === 'known',
  // After an erase past Find My it is the person’s own account that is asked for.
  'linked-password-known': (file) =>
    file.world.device.activationLock === 'password-known' ||
    (file.world.device.activationLock === 'off' && knows(file, firstAccount(file))),
  'passcode-in-use': (file) => file.world.device.passcode === 'yes',
};

/** Whether the usual person would do it. */
export function isUsual(file: CaseFile, { type, ...data }: PossibleEvent, here: Here): boolean {
  return USUAL[SCRIPT_EVENTS[type].usual](file, data, here);
}

/** The values that the data of an event can have in this world. */
const VALUES: Readonly<Record<EventData, (file: CaseFile) => readonly string[]>> = {
  account: (file) => file.world.accounts.map(({ id }) => id),
  backup: (file) => file.world.backups.toSorted(newestFirst).map(({ id }) => id),
  app: (file) => [
    ...new Set(file.world.items.flatMap((item) => (item.app && item.category !== 'app' ? [item.app] : []))),
  ],
  password: () => EVENT_DATA.password,
  esim: () => EVENT_DATA.esim,
  copies: () => EVENT_DATA.copies,
};

/** Every form in which an event of this type can be sent in this world. */
export function formsOf(file: CaseFile, type: PossibleEventType): readonly PossibleEvent[] {
  const forms = SCRIPT_EVENTS[type].data.reduce<readonly Data[]>(
    (begun, name) => begun.flatMap((data) => VALUES[name](file).map((value) => ({ ...data, [name]: value }))),
    [{}],
  );
  return forms.map((data) => ({ type, ...data }) as PossibleEvent);
}
