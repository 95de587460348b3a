import type { CaseView } from '../case-view.ts';
import type { CasePart, QuestionRow } from '../question.ts';
import { startOfDevice, STARTING_WORLDS } from '../../scenario/starting-worlds.ts';
import { isGroup, valueAt } from '../json.ts';
import { atPath } from './at-path.ts';

const all = ({ accounts }: CaseView): readonly CasePart[] =>
  accounts.map(({ id, words }) => ({ key: id, name: words }));
const KNOWN = { known: 'Yes', forgotten: 'No' };
/** What iCloud keeps encrypted from end to end is what asks for the passcode of an older device. */
const SEALED: ReadonlySet<string> = new Set(['keychain', 'health', 'home', 'messages', 'journal', 'screen-time']);

const protection = ({ stated }: CaseView): unknown => valueAt(stated, ['world', 'device', 'stolenDeviceProtection']);
const isProtected = (view: CaseView): boolean => !['off', undefined].includes(protection(view) as string | undefined);
/** From some iOS on nobody knows it unless somebody says so: then nothing stands for it. */
const protectionUsually = ({ edition, stated }: CaseView): string | undefined => {
  const device = valueAt(stated, ['world', 'device']);
  const start = startOfDevice(STARTING_WORLDS[edition], isGroup(device) ? device : {});
  return start['stolenDeviceProtection'] === undefined ? 'off' : undefined;
};

/** Accounts and passwords, and what locks the phone. */
export const ACCOUNT_QUESTIONS: readonly QuestionRow[] = [
  atPath({
    id: 'accounts.%.password',
    card: 'accounts',
    ask: 'Is the password of % known?',
    parts: all,
    path: ({ key }) => ['world', 'accounts', key, 'password'],
    options: KNOWN,
    unasked: 'usual',
    usual: 'known',
    plays: ['known', 'forgotten'],
  }),
  atPath({
    id: 'accounts.%.twoFactor',
    card: 'accounts',
    ask: 'Is a code asked for when % signs in, and does it arrive?',
    parts: all,
    path: ({ key }) => ['world', 'accounts', key, 'twoFactor'],
    options: {
      'code-arrives': 'Yes, and it arrives',
      'code-cannot-arrive': 'Yes, and it cannot arrive',
      off: 'No code is asked for',
    },
    unasked: 'usual',
    usual: 'code-arrives',
    plays: ['code-arrives', 'code-cannot-arrive', 'off'],
  }),
  atPath({
    id: 'accounts.%.devicePasscode',
    card: 'accounts',
    ask: 'Is the passcode of an older device of % known?',
    parts: all,
    asked: ({ services }) => services.some((service) => SEALED.has(service)),
    path: ({ key }) => ['world', 'accounts', key, 'devicePasscode'],
    options: KNOWN,
    unasked: 'open',
    // Whoever has lost every way into the account has lost this too.
    usual: ({ stated }, { key }) =>
      valueAt(stated, ['world', 'accounts', key, 'recovery']) === 'lost' ? 'forgotten' : 'known',
    plays: ['known', 'forgotten'],
  }),
  atPath({
    id: 'accounts.%.advancedDataProtection',
    card: 'accounts',
    ask: 'Is Advanced Data Protection on for %?',
    parts: all,
    path: ({ key }) => ['world', 'accounts', key, 'advancedDataProtection'],
    options: { on: 'On', off: 'Off' },
    unasked: 'usual',
    usual: 'off',
    plays: ['off', 'on'],
  }),
  atPath({
    id: 'accounts.%.recovery',
    card: 'accounts',
    ask: 'Is there a trusted device, a recovery contact or a recovery key for %?',
    parts: all,
    path: ({ key }) => ['world', 'accounts', key, 'recovery'],
    options: { available: 'Yes', lost: 'No, nothing is left' },
    unasked: 'usual',
    usual: 'available',
    plays: ['available', 'lost'],
  }),
  atPath({
    id: 'accounts.%.kind',
    card: 'accounts',
    ask: 'Does % belong to the customer or to an organisation?',
    parts: all,
    path: ({ key }) => ['world', 'accounts', key, 'kind'],
    options: { personal: 'To the customer', managed: 'To an organisation' },
    unasked: 'usual',
    usual: 'personal',
    plays: ['personal', 'managed'],
  }),
  atPath({
    id: 'device.passcode',
    card: 'accounts',
    ask: 'Has this phone a passcode now?',
    path: () => ['world', 'device', 'passcode'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
    usual: 'yes',
    plays: ['yes', 'no'],
  }),
  atPath({
    id: 'device.findMy',
    card: 'accounts',
    ask: 'Is Find My on?',
    path: () => ['world', 'device', 'findMy'],
    options: { off: 'Off', on: 'On' },
    unasked: 'usual',
    usual: 'off',
    plays: ['off', 'on'],
  }),
  atPath({
    id: 'device.stolenDeviceProtection',
    card: 'accounts',
    ask: 'Is Stolen Device Protection on?',
    path: () => ['world', 'device', 'stolenDeviceProtection'],
    options: { off: 'Off', on: 'On, away from familiar places', everywhere: 'On, at every place' },
    unasked: 'usual',
    usual: protectionUsually,
  }),
  atPath({
    id: 'device.place',
    card: 'accounts',
    ask: 'Is the customer at a place that the phone knows, such as home or work?',
    asked: isProtected,
    path: () => ['world', 'device', 'place'],
    options: { familiar: 'Yes', unfamiliar: 'No' },
    unasked: 'open',
    usual: 'familiar',
  }),
  atPath({
    id: 'device.face',
    card: 'accounts',
    ask: 'Is the person there whose face or finger the phone knows?',
    asked: isProtected,
    path: () => ['world', 'device', 'face'],
    options: { works: 'Yes', fails: 'No' },
    unasked: 'open',
    usual: 'works',
    plays: ['works', 'fails'],
  }),
  atPath({
    id: 'device.activationLock',
    card: 'accounts',
    ask: 'Does the phone ask for the password of somebody’s account before anything else?',
    path: () => ['world', 'device', 'activationLock'],
    options: {
      off: 'No',
      'password-known': 'Yes, and it is known',
      'password-forgotten': 'Yes, and nobody knows it',
    },
    unasked: 'usual',
    usual: 'off',
    plays: ['off', 'password-forgotten'],
  }),
  atPath({
    id: 'device.supervised',
    card: 'accounts',
    ask: 'Does Settings say that an organisation supervises the phone?',
    path: () => ['world', 'device', 'supervised'],
    options: { no: 'No', yes: 'Yes' },
    unasked: 'usual',
    usual: 'no',
    plays: ['no', 'yes'],
  }),
];
