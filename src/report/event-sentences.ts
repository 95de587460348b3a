import { POSSIBLE_EVENTS, type PossibleEventType } from '../run/possible-events.ts';

type Data = Readonly<Record<string, string>>;

/** What a person or the surroundings do, as a sentence to be read aloud. */
const EVENT_SENTENCES: Readonly<Record<PossibleEventType, (data: Data) => string>> = {
  'findMy.turnedOff': () => 'The customer turns Find My off.',
  'erase.requested': () => 'The customer asks for all content and settings to be erased.',
  'restore.requested': () => 'The customer asks the computer to restore a backup.',
  'setup.started': () => 'The customer begins the setup.',
  'wifi.joined': () => 'The customer joins a Wi-Fi network.',
  'activation.unlocked': () => 'The customer enters the password of the linked account.',
  'passcode.chosen': () => 'The customer chooses a passcode.',
  'passcode.skipped': () => 'The customer goes on without a passcode.',
  'route.chosen': () => 'The customer chooses to restore from a backup.',
  'setup.asNew': () => 'The customer sets the phone up as new.',
  'person.gaveUp': () => 'The customer gives up here.',
  'account.entered': ({ account = '', password }) =>
    `The customer signs in as ${account}${password === 'wrong' ? ', with a password that is not right' : ''}.`,
  'code.entered': () => 'The customer enters the code.',
  back: () => 'The customer goes back one step.',
  'backup.chosen': ({ backup = '' }) => `The customer chooses the backup “${backup}”.`,
  'backup.passwordEntered': ({ password }) =>
    `The customer enters ${password === 'wrong' ? 'a password that is not right' : 'the password of the backup'}.`,
  'update.requested': () => 'The customer updates iOS first.',
  'stop.tapped': () => 'The customer taps Stop Restoring.',
  'store.passwordEntered': ({ account = '' }) => `The customer enters the password of ${account}.`,
  'store.passwordSkipped': ({ account = '' }) => `The customer skips the password of ${account}.`,
  'keychain.passcodeEntered': () => 'The customer enters the passcode of the older device.',
  'keychain.passcodeSkipped': () => 'The customer skips the passcode of the older device.',
  'settings.signedIn': ({ account = '' }) => `The customer signs in as ${account} in Settings.`,
  'app.loggedIn': ({ app = '' }) => `The customer logs in to ${app}.`,
  'screen.tapped': () => 'The customer taps the screen.',
  'screen.locked': () => 'The customer locks the phone.',
  'screen.unlocked': () => 'The customer unlocks the phone.',
  'wifi.lost': () => 'Wi-Fi is lost.',
  'wifi.back': () => 'Wi-Fi is back.',
  'power.lost': () => 'The phone is unplugged.',
  'power.back': () => 'The phone is plugged in again.',
  'computer.disconnected': () => 'The cable to the computer is pulled.',
  'move.failed': () => 'The restored data cannot be moved into place.',
};

const isOffered = (event: string): event is PossibleEventType => Object.hasOwn(POSSIBLE_EVENTS, event);

export const eventSentence = (event: string, data: Data): string =>
  isOffered(event) ? EVENT_SENTENCES[event](data) : event;

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isOffered(event) ? POSSIBLE_EVENTS[event].title : event);
