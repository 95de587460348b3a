import { ownerAtFirst } from '../../model/owner-at-first.ts';
import type { Item } from '../../model/world.ts';
import { accountNames } from '../../model/account-names.ts';
import type { CaseFile } from '../case/case-file.ts';
import { ownCopy } from '../case/on-the-device.ts';
import { type Fact, UNKNOWN } from './fact.ts';
import { isAppDeleted, isSignedIn, type Question } from '../case/situation.ts';
import { whoInstallsApps } from '../case/computer-restore.ts';
import { serviceState } from './captured.facts.ts';

const buyerOf = ({ file, item, backup }: Question): string | null => file.buyerOf(item, backup);

/** A computer restore comes before the sign-in; until then the first account counts as the person's. */
const signedIn = ({ file, situation, route }: Question): string | null =>
  situation.account ?? (route === 'computer' ? ownerAtFirst(file.world) : null);

/** A computer restore leaves the apps of a device in use where they are (TG-01). */
const isOnDevice = ({ file, situation }: Question, app: Item): boolean => ownCopy(file, app, situation) === 'stayed';

function accountWords({ world }: CaseFile, id: string | null | undefined): string {
  if (id === null || id === undefined) return 'no account';
  // A backup is of some account, also where the case names none.
  if (id === '') return 'the account of the backup';
  return accountNames(world.accounts)(id);
}

const PRESENT_WHEN_INSTALLED_BY = { 'the restore': 'yes', 'the person': 'by-hand' } as const;

/** Whether its iCloud service has a copy of it. */
export function readHolds({ file, item, category }: Question): string {
  if (item.deleted !== undefined && item.uploaded === undefined) return 'deleted';
  if (item.uploaded === 'unknown' || file.maybeUploadedSince(item, category.service)) return UNKNOWN;
  return file.isUploaded(item) ? 'yes' : 'no';
}

/** Whose data it is, and who is signed in. */
export const ACCOUNT_FACTS = {
  'account.recorded': {
    title: 'The account signed in',
    group: 'account trust',
    values: { same: 'is the one the backup recorded', other: 'is not the one the backup recorded', none: 'is none' },
    read: (question) => {
      const account = signedIn(question);
      if (account === null) return 'none';
      return !question.backup || account === question.backup.account ? 'same' : 'other';
    },
    perItem: false,
    ask: 'Which account is signed in on the device now?',
    changeable: 'now',
    compare: (question) => ({
      backup: accountWords(question.file, question.backup?.account),
      now: accountWords(question.file, signedIn(question)),
    }),
  },
  'item.password': {
    title: 'The password of its account',
    group: 'account trust',
    values: {
      'not-needed': 'is that of the account signed in',
      given: 'was given',
      skipped: 'was skipped',
      'not-asked': 'has not been asked for yet',
    },
    read: (question) => {
      const buyer = buyerOf(question);
      const { situation } = question;
      if (buyer === null || isSignedIn(situation, buyer)) return 'not-needed';
      if (situation.passwordsGiven.includes(buyer)) return 'given';
      return situation.passwordsSkipped.includes(buyer) ? 'skipped' : 'not-asked';
    },
    perItem: true,
    ask: 'Which account bought it, and is its password known?',
    changeable: 'now',
    compare: (question) => ({
      backup: accountWords(question.file, buyerOf(question)),
      now: accountWords(question.file, question.situation.account),
    }),
  },
  'item.buyer': {
    title: 'The account that bought it',
    group: 'account trust',
    values: { personal: 'is a personal one', managed: 'is a Managed Apple Account' },
    read: (question) => (question.file.account(buyerOf(question))?.kind === 'managed' ? 'managed' : 'personal'),
    perItem: true,
    ask: 'Is it an app of the person, or one that the organisation hands out?',
    changeable: 'never',
  },
  'item.store': {
    title: 'The store',
    group: 'the store',
    values: {
      available: 'still offers it',
      withdrawn: 'no longer offers it',
      refunded: 'refunded it',
      'other-region': 'does not deliver it by itself in this region',
      'not-shared': 'delivers it no more, since the family does not share it',
      'test-build': 'never had it: it came by TestFlight',
      never: 'never had it',
    },
    read: ({ file, item }) => (file.appItem(item.app) ?? item).store,
    perItem: true,
    ask: 'Is it still in the store, and was it refunded?',
    changeable: 'never',
  },
  'app.present': {
    title: 'Its app',
    group: 'the app',
    values: {
      yes: 'is there or comes with this restore',
      no: 'is not installed by this restore',
      later: 'is installed later by the organisation',
      'by-hand': 'is left to the person to install',
      none: 'is part of iOS',
    },
    read: (question) => {
      const { file, item, backup, route } = question;
      const { world } = file;
      const app = file.appItem(item.app);
      if (!app) return 'none';
      const managed = app.management !== 'none';
      const name = app.app ?? app.id;
      if (isAppDeleted(question.situation, name)) return 'no';
      if (question.situation.appsInstalled.includes(name) || isOnDevice(question, app)) return 'yes';
      if (route === 'computer' && managed) return 'later';
      if (route === 'icloud' && app.management === 'assigned-to-device' && backup?.device !== world.device.name)
        return 'no';
      if (world.organisation.appStore === 'forbidden' && !managed) return 'no';
      if (!managed && file.account(file.buyerOf(app, backup))?.kind === 'managed') return 'no';
      if (app.store === 'unknown') return 'unknown';
      if (app.store !== 'available') return 'no';
      return PRESENT_WHEN_INSTALLED_BY[whoInstallsApps(file, backup)];
    },
    perItem: true,
    ask: 'Is the app still in the App Store?',
    changeable: 'never',
  },
  'app.by-hand': {
    title: 'The app',
    group: 'the app',
    values: { yes: 'was installed by the person', no: 'was not installed by the person' },
    read: ({ item, situation }) => (situation.appsInstalled.includes(item.app ?? item.id) ? 'yes' : 'no'),
    perItem: true,
    ask: 'Did the customer install the app by hand, from the store or from elsewhere?',
    changeable: 'now',
  },
  'app.download': {
    title: 'The download of its app',
    group: 'the store',
    values: {
      'goes-on': 'is not held up',
      stuck: 'stands still behind a grey icon',
      'no-room': 'waits for room on the device',
      offloaded: 'was undone: the app was offloaded by the person',
    },
    read: ({ item: { app }, situation: { appsStuck, appsOffloaded, appsWithoutRoom } }) => {
      if (app === undefined) return 'goes-on';
      if (appsOffloaded.includes(app)) return 'offloaded';
      if (appsStuck.includes(app)) return 'stuck';
      return appsWithoutRoom?.includes(app) === true ? 'no-room' : 'goes-on';
    },
    perItem: true,
    ask: 'Is the icon of the app still grey, and what does a tap on it do?',
    changeable: 'now',
  },
  'device.full': {
    title: 'The device',
    group: 'device state',
    values: { yes: 'has no room left', no: 'has room left' },
    read: ({ situation }) => (situation.full ? 'yes' : 'no'),
    perItem: false,
    ask: 'How much room is free, under Settings, General, Storage?',
    changeable: 'now',
  },
  'app.login': {
    title: 'The login in the app',
    group: 'the app',
    values: { done: 'was done', 'not-yet': 'has not been done' },
    read: ({ item: { app, policy }, situation: { loggedIn, ownRestored } }) =>
      app !== undefined && (loggedIn.includes(app) || (policy === 'own-cloud' && ownRestored.includes(app)))
        ? 'done'
        : 'not-yet',
    perItem: true,
    ask: 'Did the customer log in to the app again?',
    changeable: 'now',
  },
  'item.offloaded': {
    title: 'The app',
    group: 'the app',
    values: { yes: 'was offloaded to save space', no: 'was installed' },
    read: ({ item }) => item.offloaded,
    perItem: true,
    ask: 'Did the app show a small cloud beside its name?',
    changeable: 'now',
  },
  'organisation.app-store': {
    title: 'The organisation',
    group: 'the organisation',
    values: { allowed: 'allows the App Store', forbidden: 'hides the App Store' },
    read: ({ file }) => file.world.organisation.appStore,
    perItem: false,
    ask: 'Does an organisation hide the App Store on this device?',
    changeable: 'another-way',
  },
  'service.now': {
    title: 'Its iCloud service',
    group: 'other copies',
    values: { on: 'is on now', off: 'is off for it now', none: 'is none, for this kind of data on this iOS' },
    read: (question) => serviceState(question, 'now'),
    perItem: true,
    ask: 'Is iCloud switched on for this kind of data on the device now?',
    changeable: 'now',
  },
  'service.account': {
    title: 'The iCloud copy',
    group: 'account trust',
    values: {
      same: 'belongs to the account signed in',
      other: 'belongs to another account',
      none: 'cannot come: nobody is signed in',
    },
    read: ({ file, situation }) => {
      if (situation.account === null) return 'none';
      return isSignedIn(situation, file.world.services.account) ? 'same' : 'other';
    },
    perItem: false,
    ask: 'Which account holds the iCloud copy?',
    changeable: 'now',
    compare: ({ file, situation }) => ({
      backup: accountWords(file, file.world.services.account),
      now: accountWords(file, situation.account),
    }),
  },
  'provider.keeps': {
    title: 'The provider or service of these data',
    group: 'other copies',
    values: { yes: 'keeps them', no: 'does not keep them' },
    read: ({ item: { uploaded } }) => (uploaded === 'no' || uploaded === UNKNOWN ? uploaded : 'yes'),
    perItem: true,
    ask: 'Does the mail server, or whoever else keeps these data, still have them?',
    changeable: 'before-the-backup',
  },
  'service.holds': {
    title: 'The iCloud service',
    group: 'other copies',
    values: { yes: 'holds it', no: 'does not hold it', deleted: 'does not hold it: it was deleted' },
    read: readHolds,
    perItem: true,
    ask: 'Can the customer see it on another device of the account, or on iCloud.com?',
    changeable: 'before-the-backup',
  },
} as const satisfies Record<string, Fact>;
