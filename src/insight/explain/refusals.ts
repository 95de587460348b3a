import type { JournalLine, Refusal } from '../../run/journal.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';

type Refused = Extract<JournalLine, { type: 'refused' }>;

/** Why an event was refused, for a person. */
export interface ExplainedRefusal {
  readonly event: string;
  /** The words of the button. */
  readonly title: string;
  readonly says: string;
  readonly guards: readonly (Refusal & { readonly words: string })[];
  /** What can be done instead: events and the words of their buttons. */
  readonly possible: readonly { readonly event: string; readonly title: string }[];
}

/** What each guard asks for, as an answer to “why not”. */
export const GUARD_WORDS: Readonly<Record<string, string>> = {
  accountExists: 'This account is not part of the story.',
  accountPasswordKnown: 'Find My is switched off with the password of the account, and that is not known.',
  accountWasSkipped: 'Nothing waits for the password of this account.',
  activationPasswordKnown: 'The device opens only with the password of the account it is locked to.',
  asksThisAccount: 'The phone is asking for another account at the moment.',
  backupPasswordFits: 'The password of this backup does not fit.',
  cloudLosesWifi: 'This restore does not hang on Wi-Fi, or Wi-Fi is already gone.',
  cloudRegainsWifi: 'This restore does not hang on Wi-Fi, or Wi-Fi is there.',
  cloudChoiceShown: 'The choice to restore from iCloud is not shown here.',
  codeArrives: 'No code can arrive: there is no trusted device or number at hand.',
  computerChoiceShown: 'The choice to restore from a computer is not shown here.',
  computerMayRestore: 'A computer restores over a device in use only with Find My off and pairing allowed.',
  findMyBlocks: 'Find My is not what holds this up.',
  isCloudRestore: 'Stop Restoring belongs to a restore from iCloud.',
  isComputerRoute: 'No cable is in use: this restore comes from iCloud.',
  isUsable: 'This backup cannot be chosen here.',
  isUsableAndLocked: 'This backup cannot be chosen here.',
  mayErase: 'The device may not be erased: an organisation forbids it, or Find My is on and the password is not known.',
  onlyPowerMissing: 'More than power is missing, or power is there.',
  onlyWifiMissing: 'More than Wi-Fi is missing, or Wi-Fi is there.',
  powerIsOff: 'Power is there already.',
  powerIsOn: 'The device is not plugged in.',
  passcodeKnown: 'The passcode of the older device is not known.',
  passwordFits: 'The password does not fit, or this account is not the one being asked for.',
  passwordFitsAlone: 'The password does not fit.',
  passwordKnown: 'The password of this account is not known.',
  restoreBroughtApps: 'No restore has brought an app that could be logged in to.',
  updateWouldHelp: 'The device already runs the newest iOS it can.',
  wifiIsOff: 'Wi-Fi is there already.',
  wifiIsOn: 'There is no Wi-Fi.',
};

/** Throws a TypeError for a line that is no refusal. */
export function explainRefusal(line: JournalLine): ExplainedRefusal {
  if (line.type !== 'refused') throw new TypeError(`line ${line.n} is no refusal`);
  const guards = line.guards.map((guard) => ({
    ...guard,
    words: GUARD_WORDS[guard.guard] ?? 'The conditions for it are not met.',
  }));
  return {
    event: line.event,
    title: titleOf(line.event),
    says: sentenceOf(line, guards),
    guards,
    possible: line.possible.map((event) => ({ event, title: titleOf(event) })),
  };
}

const titleOf = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);

function sentenceOf({ event, data }: Refused, guards: readonly { readonly words: string }[]): string {
  const about = Object.values(data).length > 0 ? ` (${Object.values(data).join(', ')})` : '';
  const reasons = [...new Set(guards.map(({ words }) => words))];
  const because = reasons.length > 0 ? reasons.join(' ') : 'Nothing on this screen offers it now.';
  return `“${titleOf(event)}”${about} is not possible here. ${because}`;
}
