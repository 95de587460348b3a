import type { CaseFile } from '../src/rulebook/case/case-file.ts';
import { listBackups } from '../src/rulebook/case/listing.ts';

/** What guards of the different actors may find in their context. */
interface SeenContext {
  readonly file: CaseFile;
  readonly account?: string | null;
  readonly ios?: string;
  readonly backup?: string | null;
  readonly wifi?: boolean;
  readonly power?: boolean;
  readonly findMy?: boolean;
}
interface SeenEvent {
  readonly account?: string;
  readonly backup?: string;
  readonly password?: string;
}
type Values = Readonly<Record<string, string | number | boolean | null>>;

/** The values that a guard compared, for the person whose tap was refused. */
export const GUARD_VALUES: Readonly<Record<string, (context: SeenContext, event: SeenEvent) => Values>> = {
  isUsable: ({ file, account = null, ios = '' }, { backup = '' }) => {
    const row = listBackups(file, account, ios).find((candidate) => candidate.backup.id === backup);
    return {
      backup,
      reason: row ? row.reason : 'no such backup',
      'made by iOS': row?.backup.ios ?? null,
      'device runs iOS': ios,
    };
  },
  passwordFits: ({ file }, { account = '', password = 'right' }) => ({
    account,
    password,
    'password known': file.account(account)?.password === 'known',
  }),
  backupPasswordFits: ({ file, backup = null }, { password = 'right' }) => ({
    password,
    'backup password known': file.backup(backup)?.password === 'known',
  }),
  codeArrives: ({ file, account = null }) => ({ 'two-factor': file.account(account)?.twoFactor ?? null }),
  updateWouldHelp: ({ file, ios = '' }) => ({
    'device runs iOS': ios,
    'newest for this model': file.world.device.latestIos ?? null,
  }),
  mayErase: ({ file, findMy = false }) => ({
    'erase by the organisation': file.world.organisation.erase,
    'Find My on': findMy,
    'account password': file.world.accounts[0]?.password ?? null,
  }),
  computerMayRestore: ({ file, findMy = false }) => ({
    route: file.world.route,
    'Find My on': findMy,
    'pairing by the organisation': file.world.organisation.pairing,
  }),
  accountPasswordKnown: ({ file }) => ({ 'account password': file.world.accounts[0]?.password ?? null }),
  activationPasswordKnown: ({ file }) => ({ 'activation lock': file.world.device.activationLock }),
  wifiIsOn: ({ wifi = false }) => ({ 'Wi-Fi': wifi }),
  wifiIsOff: ({ wifi = false }) => ({ 'Wi-Fi': wifi }),
  powerIsOn: ({ power = false }) => ({ power }),
  powerIsOff: ({ power = false }) => ({ power }),
  cloudChoiceShown: ({ file }) => ({
    route: file.world.route,
    'restore choice': file.world.organisation.restorePane,
    accounts: file.world.accounts.length,
  }),
  computerChoiceShown: ({ file }) => ({
    route: file.world.route,
    'restore choice': file.world.organisation.restorePane,
    pairing: file.world.organisation.pairing,
  }),
  isCloudRestore: ({ file }) => ({ route: file.world.route }),
  isComputerRoute: ({ file }) => ({ route: file.world.route }),
  passcodeKnown: ({ file }) => ({ 'passcode of an older device': file.world.accounts[0]?.devicePasscode ?? null }),
  asksThisAccount: (_context, { account = '' }) => ({ account }),
  accountWasSkipped: ({ file }, { account = '' }) => ({
    account,
    'password known': file.account(account)?.password === 'known',
  }),
  passwordKnown: ({ file }, { account = '' }) => ({
    account,
    'password known': file.account(account)?.password === 'known',
  }),
  restoreBroughtApps: () => ({ 'a restore ran': false }),
};
