import { must } from '../../src/model/must.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Lacking, Situation } from '../../src/rulebook/case/situation.ts';
import { itemsOnDevice, ownCopy } from '../../src/rulebook/case/on-the-device.ts';
import { isEligible, judge } from '../../src/rulebook/judge/judgement.ts';
import { mayBeUsed } from '../account-sign-in/account-sign-in.guards.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';
import type { RestoreOutput } from '../restore/restore.context.ts';

export interface SimulationContext {
  readonly file: CaseFile;
  readonly attempt: number;
  /** What the last restore left behind; null while it runs. */
  readonly situation: Situation | null;
  readonly situationAtFreeze: Situation | null;
  readonly lacking: Lacking;
}

const guard = guardOn<SimulationContext>();

const isDeleted = ({ situation }: SimulationContext, app: string): boolean =>
  situation !== null && situation.appsDeleted.includes(app) && !situation.appsInstalled.includes(app);

const isKnown = ({ situationAtFreeze, file }: SimulationContext, app: string): boolean =>
  situationAtFreeze !== null || itemsOnDevice(file).some((item) => item.app === app);

/** Whether the program itself is on the device; an app that no item names is believed to have come. */
export function isOnTheDevice(context: SimulationContext, app: string): boolean {
  const { file, situation, situationAtFreeze } = context;
  const program = file.appItem(app);
  if (!situation || isDeleted(context, app)) return false;
  if (situation.appsInstalled.includes(app)) return true;
  if (!program) return isKnown(context, app);
  if (ownCopy(file, program, situation) === 'stayed') return true;
  if (!situationAtFreeze || !isEligible(file, program, situationAtFreeze)) return false;
  return judge(file, [program], situation, 'download').every(({ outcome }) => FATES_THERE.has(outcome));
}
const FATES_THERE: ReadonlySet<string> = new Set(['eligible', 'downloaded-again']);

const runsHere = ({ file }: SimulationContext, app: string): boolean => {
  const { kind } = file.world.device;
  const runsOn = file.appItem(app)?.runsOn;
  return runsOn === undefined || runsOn === 'any' || (runsOn === 'ipad-only') === (kind === 'ipad');
};

/** The kinds of what an app holds that is of no use. */
const lackingOf = ({ file, lacking }: SimulationContext, app: string): readonly string[] =>
  Object.keys(lacking)
    .map((id) => must(file.item(id), `the item ${id}`))
    .filter((item) => item.app === app)
    .map(({ category }) => category);

export const SIMULATION_GUARDS = {
  accountWasSkipped: guard<EventOf<'store.passwordEntered'>>({
    holds: ({ context }, { account }) =>
      context.situation?.passwordsSkipped.includes(account) === true &&
      context.file.account(account)?.password !== 'forgotten',
    saw: ({ file, situation }, { account }) => ({
      account,
      'was skipped': situation?.passwordsSkipped.includes(account) === true,
      'password forgotten': file.account(account)?.password === 'forgotten',
    }),
    words: 'Nothing waits for the password of this account.',
  }),
  passwordKnown: guard<EventOf<'settings.signedIn'>>({
    holds: ({ context }, { account }) =>
      context.file.account(account)?.password === 'known' && mayBeUsed(context.file, account),
    saw: ({ file }, { account }) => ({
      account,
      'password known': file.account(account)?.password === 'known',
      'may sign in here': mayBeUsed(file, account),
    }),
    words: 'The password of this account is not known, or its organisation lets it sign in elsewhere only.',
  }),
  managementGoesOn: guard<RestoreOutput>({
    holds: (_asked, { situation: { enrolment = 'none' } }) => enrolment !== 'none',
    saw: (_context, { situation }) => ({ enrolment: situation.enrolment }),
    words: 'No organisation has a say on this phone.',
  }),
  appOpens: guard<EventOf<'app.loggedIn'>>({
    holds: ({ context }, { app }) =>
      isOnTheDevice(context, app) && lackingOf(context, app).every((kind) => kind === 'network-settings'),
    saw: (context, { app }) => ({
      app,
      'on the device': isOnTheDevice(context, app),
      'of no use in it': lackingOf(context, app).length,
    }),
    words: 'The app is not there, or what it holds cannot be opened, so it offers no login.',
  }),
  appIsThere: guard<EventOf<'app.deleted'>>({
    holds: ({ context }, { app }) => !isDeleted(context, app) && isKnown(context, app),
    saw: (context, { app }) => ({ app, deleted: isDeleted(context, app) }),
    words: 'The app and its icon are not on the device.',
  }),
  appCanBeInstalled: guard<EventOf<'app.installed'>>({
    holds: ({ context }, { app }) => !isOnTheDevice(context, app) && runsHere(context, app),
    saw: (context, { app }) => ({
      app,
      'on the device': isOnTheDevice(context, app),
      'runs on this device': runsHere(context, app),
    }),
    words: 'The app is there already, or it does not run on this kind of device.',
  }),
};
