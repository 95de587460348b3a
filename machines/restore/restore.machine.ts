import { type ActorRef, assign, emit, enqueueActions, sendParent, sendTo, setup, type Snapshot } from 'xstate';
import type { Outcome } from '../../src/model/fates.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { close, freeze, judge, placedItems } from '../../src/rulebook/judge/judgement.ts';
import type { Block, Situation } from '../../src/rulebook/case/situation.ts';
import { accountSignInMachine, type SignInOutput } from '../account-sign-in/account-sign-in.machine.ts';
import { backupListingMachine, type ListingOutput } from '../backup-listing/backup-listing.machine.ts';
import type { ChartMeta } from '../chart-meta.ts';
import {
  contentDownloadMachine,
  type DownloadOutput,
  outcomeOf,
} from '../content-download/content-download.machine.ts';
import { eligibilityMachine } from '../eligibility/eligibility.machine.ts';
import {
  type Emitted,
  momentOf,
  type NoticeEvent,
  type PersonEvent,
  type RunEvent,
  type SurroundingsEvent,
} from '../events.ts';
import { restartMachine, type RestartOutput } from '../restart/restart.machine.ts';
import { TIMING } from '../timing.ts';

interface Context {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** The situation under which the verdicts were frozen. */
  readonly frozen: Situation | null;
  readonly wifi: boolean;
  readonly power: boolean;
  readonly findMy: boolean;
  readonly dueAt: number | null;
  readonly remaining: number | null;
}
export interface RestoreOutput {
  readonly at: number;
  readonly outcome: Outcome;
  readonly situation: Situation;
  readonly frozen: Situation | null;
}
interface Input {
  readonly file: CaseFile;
  readonly wifi: boolean;
  readonly power: boolean;
  readonly at: number;
}

const outputOf = <T>(event: unknown): T => (event as { output: T }).output;
const isCloud = ({ file }: Context): boolean => file.world.route === 'icloud';
const mayErase = ({ file, findMy }: Context): boolean =>
  file.world.organisation.erase === 'allowed' && (!findMy || file.world.accounts[0]?.password === 'known');

const whyNotErased = (context: Context): Block => {
  if (mayErase(context)) return 'given-up';
  return context.file.world.organisation.erase === 'forbidden' ? 'erase-refused' : 'find-my';
};

/** Bytes that have to fit on the device. */
const spaceNeeded = ({ file, situation }: Context): number =>
  freeze(file, situation).eligible.reduce((sum, item) => sum + item.bytes, 0);

const startingSituation = (file: CaseFile): Situation => ({
  backup: null,
  account: null,
  ios: file.world.device.ios,
  passcode: file.world.device.passcode === 'yes',
  erased: file.world.device.state === 'new',
  blocked: null,
  ended: 'running',
  passwordsGiven: [],
  passwordsSkipped: [],
  loggedIn: [],
  keychainPasscode: 'not-asked',
});

const end =
  (outcome: Outcome) =>
  ({ context, event }: { context: Context; event: unknown }): RestoreOutput => ({
    at: momentOf(event),
    outcome,
    situation: context.situation,
    frozen: context.frozen,
  });

/** The whole life of one restore, from a device in use or new to one of five ends. */
export const restoreMachine = setup({
  types: {
    context: {} as Context,
    events: {} as PersonEvent | SurroundingsEvent | RunEvent,
    emitted: {} as Emitted,
    input: {} as Input,
    output: {} as RestoreOutput,
    meta: {} as ChartMeta,
  },
  actors: {
    accountSignIn: accountSignInMachine,
    backupListing: backupListingMachine,
    eligibility: eligibilityMachine,
    restart: restartMachine,
    contentDownload: contentDownloadMachine,
  },
  guards: {
    isDue: ({ context, event }) => context.dueAt !== null && momentOf(event) >= context.dueAt,
    isInUse: ({ context }) => context.file.world.device.state === 'in-use',
    isComputerRoute: ({ context }) => !isCloud(context),
    mayErase: ({ context }) => mayErase(context),
    computerMayRestore: ({ context }) =>
      !isCloud(context) && !context.findMy && context.file.world.organisation.pairing === 'allowed',
    findMyBlocks: ({ context }) => !isCloud(context) && context.findMy,
    accountPasswordKnown: ({ context }) => context.file.world.accounts[0]?.password === 'known',
    isActivationLocked: ({ context }) => context.file.world.device.activationLock !== 'off',
    activationPasswordKnown: ({ context }) => context.file.world.device.activationLock === 'password-known',
    cloudChoiceShown: ({ context }) =>
      isCloud(context) &&
      context.file.world.organisation.restorePane === 'allowed' &&
      context.file.world.accounts.length > 0,
    computerChoiceShown: ({ context }) =>
      !isCloud(context) &&
      context.file.world.organisation.restorePane === 'allowed' &&
      context.file.world.organisation.pairing === 'allowed',
    signedIn: ({ event }) => outputOf<SignInOutput>(event).left === 'signed-in',
    signInLeftBack: ({ event }) => outputOf<SignInOutput>(event).left === 'back',
    backupChosen: ({ event }) => outputOf<ListingOutput>(event).left === 'chosen',
    listingLeftBack: ({ context, event }) => outputOf<ListingOutput>(event).left === 'back' && isCloud(context),
    computerListingLeftBack: ({ event }) => outputOf<ListingOutput>(event).left === 'back',
    powerMissing: ({ context }) => !context.power,
    wifiMissing: ({ context }) => !context.wifi && isCloud(context),
    backupDamaged: ({ context }) => context.file.backup(context.situation.backup)?.damaged === 'yes',
    spaceShort: ({ context }) => spaceNeeded(context) > context.file.world.device.free,
    spaceShortForComputer: ({ context }) => !isCloud(context) && spaceNeeded(context) > context.file.world.device.free,
    connected: ({ context }) => context.power && (context.wifi || !isCloud(context)),
    wifiIsOn: ({ context }) => context.wifi,
    wifiIsOff: ({ context }) => !context.wifi,
    powerIsOn: ({ context }) => context.power,
    powerIsOff: ({ context }) => !context.power,
    cloudLosesWifi: ({ context }) => context.wifi && isCloud(context),
    cloudRegainsWifi: ({ context }) => !context.wifi && isCloud(context),
    onlyWifiMissing: ({ context }) => !context.wifi && context.power && isCloud(context),
    onlyPowerMissing: ({ context }) => !context.power && (context.wifi || !isCloud(context)),
    moved: ({ event }) => outputOf<RestartOutput>(event).left === 'done',
    movedByComputer: ({ context, event }) => outputOf<RestartOutput>(event).left === 'done' && !isCloud(context),
    stoppedByPerson: ({ event }) => outputOf<DownloadOutput>(event).left === 'stopped',
    somethingExcluded: ({ context }) => context.frozen !== null && freeze(context.file, context.frozen).excluded > 0,
  },
  actions: {
    waitForErase: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.erase }),
    waitForActivation: assign({ dueAt: ({ event }) => momentOf(event) + TIMING.activate }),
    waitForPlacing: assign({
      dueAt: ({ context, event }) => momentOf(event) + (context.remaining ?? TIMING.place),
      remaining: null,
    }),
    holdPlacing: assign({
      remaining: ({ context, event }) => (context.dueAt === null ? null : context.dueAt - momentOf(event)),
      dueAt: null,
    }),
    stopWaiting: assign({ dueAt: null }),
    loseWifi: assign({ wifi: false }),
    losePower: assign({ power: false }),
    regainWifi: assign({ wifi: true }),
    regainPower: assign({ power: true }),
    raiseFindMyOn: emit({ type: 'alert.raised', alert: 'find-my-on' }),
    clearFindMyOn: emit({ type: 'alert.cleared', alert: 'find-my-on' }),
    turnFindMyOff: assign({ findMy: false }),
    askForFindMyPassword: enqueueActions(({ context, enqueue }) => {
      if (!context.findMy) return;
      enqueue.emit({ type: 'prompt.shown', prompt: 'find-my-password' });
      enqueue.emit({ type: 'prompt.answered', prompt: 'find-my-password', answer: 'given' });
    }),
    flagEraseWithoutBackup: enqueueActions(({ context, enqueue }) => {
      const { world } = context.file;
      if (!world.backups.some((backup) => backup.kind === world.route && backup.complete === 'yes'))
        enqueue.emit({ type: 'alert.raised', alert: 'erase-with-no-backup' });
    }),
    erase: enqueueActions(({ context, enqueue }) => {
      enqueue.assign({ situation: { ...context.situation, erased: true }, findMy: false, dueAt: null });
      enqueue.emit({ type: 'device.erased' });
    }),
    raiseActivationLock: emit({ type: 'alert.raised', alert: 'activation-locked' }),
    clearActivationLock: emit({ type: 'alert.cleared', alert: 'activation-locked' }),
    setPasscode: assign({ situation: ({ context }) => ({ ...context.situation, passcode: true }) }),
    skipPasscode: assign({ situation: ({ context }) => ({ ...context.situation, passcode: false }) }),
    rememberAccount: assign({
      situation: ({ context, event }) => ({ ...context.situation, account: outputOf<SignInOutput>(event).account }),
    }),
    leaveListing: assign({
      situation: ({ context, event }) => ({
        ...context.situation,
        account: null,
        ios: outputOf<ListingOutput>(event).ios,
      }),
    }),
    rememberBackup: assign({
      situation: ({ context, event }) => {
        const { backup, ios } = outputOf<ListingOutput>(event);
        return { ...context.situation, backup, ios };
      },
    }),
    rememberReason: assign({
      situation: ({ context, event }) => {
        const { because, ios } = outputOf<ListingOutput>(event);
        return { ...context.situation, blocked: because, ios };
      },
    }),
    raiseWifiLost: emit({ type: 'alert.raised', alert: 'wifi-lost' }),
    clearWifiLost: emit({ type: 'alert.cleared', alert: 'wifi-lost' }),
    raisePowerLost: emit({ type: 'alert.raised', alert: 'power-lost' }),
    clearPowerLost: emit({ type: 'alert.cleared', alert: 'power-lost' }),
    raiseConnectionAlerts: enqueueActions(({ context, enqueue }) => {
      if (!context.wifi && isCloud(context)) enqueue.emit({ type: 'alert.raised', alert: 'wifi-lost' });
      if (!context.power) enqueue.emit({ type: 'alert.raised', alert: 'power-lost' });
    }),
    raiseNoSpace: emit({ type: 'alert.raised', alert: 'not-enough-space' }),
    clearNoSpace: emit({ type: 'alert.cleared', alert: 'not-enough-space' }),
    raiseCorrupt: emit({ type: 'alert.raised', alert: 'backup-corrupt' }),
    raiseDisconnected: emit({ type: 'alert.raised', alert: 'disconnected' }),
    replaceDataOfDeviceInUse: assign({
      situation: ({ context }) => ({
        ...context.situation,
        erased: context.situation.erased || context.file.world.device.state === 'in-use',
      }),
    }),
    freezeVerdicts: assign({ frozen: ({ context }) => context.situation }),
    block: assign({
      situation: ({ context }, params: { because: Block }) => ({ ...context.situation, blocked: params.because }),
    }),
    blockErase: assign({
      situation: ({ context }): Situation => ({ ...context.situation, blocked: whyNotErased(context) }),
    }),
    blockChoice: assign({
      situation: ({ context }): Situation => {
        const { organisation, accounts } = context.file.world;
        if (organisation.restorePane === 'forbidden') return { ...context.situation, blocked: 'restore-hidden' };
        if (!isCloud(context) && organisation.pairing === 'forbidden')
          return { ...context.situation, blocked: 'pairing-forbidden' };
        return {
          ...context.situation,
          blocked: isCloud(context) && accounts.length === 0 ? 'no-account' : 'set-up-as-new',
        };
      },
    }),
    settlePlacement: enqueueActions(({ context, enqueue }) => {
      if (!context.frozen) return;
      for (const group of judge(
        context.file,
        placedItems(context.file, context.frozen),
        context.situation,
        'placement',
      ))
        enqueue.emit(outcomeOf(group));
    }),
    reportHomeScreen: enqueueActions(({ context, event, enqueue }) => {
      const notice: NoticeEvent = {
        type: 'homeScreen.reached',
        at: momentOf(event),
        situation: context.frozen ? { ...context.frozen, account: context.situation.account } : context.situation,
        restoreRan: context.frozen !== null,
      };
      enqueue(sendTo(({ system }) => system.get('icloudSync') as ActorRef<Snapshot<unknown>, NoticeEvent>, notice));
    }),
    rememberDownload: assign({
      situation: ({ context, event }) => ({
        ...context.situation,
        ...outputOf<DownloadOutput>(event).situation,
        blocked: context.situation.blocked,
      }),
    }),
    closeUnbegun: enqueueActions(({ context, enqueue }) => {
      const situation: Situation = { ...context.situation, ended: 'never-started' };
      enqueue.assign({ situation });
      for (const group of close(context.file, context.file.world.items, situation, 'listing'))
        enqueue.emit({ type: 'item.judged', ...group });
      enqueue.emit({ type: 'restore.ended', outcome: 'never-started', because: situation.blocked });
    }),
    closeFailed: enqueueActions(({ context, enqueue }) => {
      const situation: Situation = { ...context.situation, ended: 'failed' };
      enqueue.assign({ situation });
      const items = context.frozen ? freeze(context.file, context.frozen).eligible : context.file.world.items;
      for (const group of close(context.file, items, situation, 'placement'))
        enqueue.emit({ type: 'item.judged', ...group });
      enqueue.emit({ type: 'restore.ended', outcome: 'failed', because: situation.blocked });
    }),
    closeUnfinished: enqueueActions(({ context, enqueue }) => {
      const situation: Situation = { ...context.situation, ended: 'story-ended' };
      const items = context.frozen ? freeze(context.file, context.frozen).eligible : context.file.world.items;
      for (const group of close(context.file, items, situation, 'placement'))
        enqueue.emit(group.rule === null ? { type: 'item.judged', ...group } : outcomeOf(group));
    }),
    reportEnd: enqueueActions(({ context, enqueue }, params: { outcome: Outcome }) => {
      enqueue.assign({
        situation: { ...context.situation, ended: params.outcome === 'stopped' ? 'stopped' : 'finished' },
      });
      enqueue.emit({ type: 'restore.ended', outcome: params.outcome, because: null });
    }),
    tellSimulation: sendParent(({ context, event }) => ({
      type: 'homeScreen.reached',
      at: momentOf(event),
      situation: context.situation,
      restoreRan: context.frozen !== null,
    })),
  },
}).createMachine({
  id: 'restore',
  context: ({ input }) => ({
    file: input.file,
    situation: startingSituation(input.file),
    frozen: null,
    wifi: input.wifi,
    power: input.power,
    findMy: input.file.world.device.findMy === 'on',
    dueAt: null,
    remaining: null,
  }),
  initial: 'starting',
  on: {
    'wifi.lost': { guard: 'wifiIsOn', actions: 'loseWifi' },
    'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
    'power.lost': { guard: 'powerIsOn', actions: 'losePower' },
    'power.back': { guard: 'powerIsOff', actions: 'regainPower' },
    'story.ended': { actions: 'closeUnfinished' },
  },
  states: {
    starting: { always: [{ guard: 'isInUse', target: 'inUse' }, { target: 'setUp' }] },
    inUse: {
      initial: 'idle',
      states: {
        idle: {
          meta: {
            says: 'The device is in use; an iCloud restore is not offered here',
            gate: 'erase',
            screen: 'home',
            usual: ['restore.requested', 'erase.requested', 'person.gaveUp'],
            shows: ['C1'],
          },
          on: {
            'restore.requested': [
              { guard: 'computerMayRestore', target: '#restore.choosing.backupListing' },
              { guard: 'findMyBlocks', target: 'findMyOn' },
            ],
            'erase.requested': {
              guard: 'mayErase',
              actions: ['flagEraseWithoutBackup', 'askForFindMyPassword'],
              target: '#restore.erasing',
            },
            'person.gaveUp': { actions: 'blockErase', target: '#restore.neverStarted' },
          },
        },
        findMyOn: {
          meta: {
            says: 'Find My has to be switched off before a computer restore',
            gate: 'erase',
            screen: 'find-my',
            usual: ['findMy.turnedOff', 'person.gaveUp'],
          },
          entry: 'raiseFindMyOn',
          exit: 'clearFindMyOn',
          on: {
            'findMy.turnedOff': {
              guard: 'accountPasswordKnown',
              actions: ['askForFindMyPassword', 'turnFindMyOff'],
              target: 'idle',
            },
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'find-my' } },
              target: '#restore.neverStarted',
            },
          },
        },
      },
    },
    erasing: {
      meta: { says: 'All content and settings are erased', gate: 'erase', screen: 'erasing', shows: ['B1', 'C1'] },
      entry: 'waitForErase',
      on: { 'clock.moved': { guard: 'isDue', actions: 'erase', target: 'setUp' } },
    },
    setUp: {
      initial: 'hello',
      states: {
        hello: {
          meta: { says: 'Hello, language and region', gate: 'sign-in', screen: 'hello', usual: ['setup.started'] },
          on: {
            'setup.started': 'wifi',
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'given-up' } },
              target: '#restore.neverStarted',
            },
          },
        },
        wifi: {
          meta: { says: 'A Wi-Fi network is chosen', gate: 'sign-in', screen: 'wifi', usual: ['wifi.joined'] },
          on: {
            'wifi.joined': { guard: 'wifiIsOn', target: 'activating' },
            'wifi.back': { guard: 'wifiIsOff', actions: 'regainWifi' },
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'given-up' } },
              target: '#restore.neverStarted',
            },
          },
        },
        activating: {
          meta: { says: 'The device is activated', gate: 'sign-in', screen: 'activating' },
          entry: 'waitForActivation',
          exit: 'stopWaiting',
          on: { 'clock.moved': [{ guard: 'isDue', target: 'activated' }] },
        },
        activated: { always: [{ guard: 'isActivationLocked', target: 'locked' }, { target: 'passcode' }] },
        locked: {
          meta: {
            says: 'The device belongs to an account whose password is asked',
            gate: 'sign-in',
            screen: 'activation-lock',
            usual: ['activation.unlocked', 'person.gaveUp'],
          },
          entry: 'raiseActivationLock',
          exit: 'clearActivationLock',
          on: {
            'activation.unlocked': { guard: 'activationPasswordKnown', target: 'passcode' },
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'activation-lock' } },
              target: '#restore.neverStarted',
            },
          },
        },
        passcode: {
          meta: {
            says: 'A passcode is chosen, or not',
            gate: 'sign-in',
            screen: 'passcode',
            usual: ['passcode.chosen', 'passcode.skipped'],
          },
          on: {
            'passcode.chosen': { actions: 'setPasscode', target: 'appsAndData' },
            'passcode.skipped': { actions: 'skipPasscode', target: 'appsAndData' },
          },
        },
        appsAndData: {
          meta: {
            says: 'Where the data shall come from',
            gate: 'sign-in',
            screen: 'apps-and-data',
            usual: ['route.chosen', 'setup.asNew'],
          },
          on: {
            'route.chosen': [
              { guard: 'cloudChoiceShown', target: '#restore.choosing.accountSignIn' },
              { guard: 'computerChoiceShown', target: '#restore.choosing.backupListing' },
            ],
            'setup.asNew': { actions: 'blockChoice', target: '#restore.neverStarted' },
            'person.gaveUp': { actions: 'blockChoice', target: '#restore.neverStarted' },
          },
        },
      },
    },
    choosing: {
      initial: 'accountSignIn',
      states: {
        accountSignIn: {
          meta: { says: 'Sign-in with an Apple Account', gate: 'sign-in', shows: ['C5c'] },
          invoke: {
            id: 'accountSignIn',
            src: 'accountSignIn',
            input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
            onDone: [
              { guard: 'signedIn', actions: 'rememberAccount', target: 'backupListing' },
              { guard: 'signInLeftBack', target: '#restore.setUp.appsAndData' },
              { actions: { type: 'block', params: { because: 'sign-in' } }, target: '#restore.neverStarted' },
            ],
          },
        },
        backupListing: {
          meta: { says: 'The backups that can be seen here', gate: 'listing', shows: ['C4', 'C7'] },
          invoke: {
            id: 'backupListing',
            src: 'backupListing',
            input: ({ context, event }) => ({
              file: context.file,
              account: context.situation.account,
              ios: context.situation.ios,
              at: momentOf(event),
            }),
            onDone: [
              { guard: 'backupChosen', actions: 'rememberBackup', target: '#restore.preconditions' },
              { guard: 'listingLeftBack', actions: 'leaveListing', target: 'accountSignIn' },
              { guard: 'computerListingLeftBack', actions: 'leaveListing', target: '#restore.starting' },
              { actions: 'rememberReason', target: '#restore.neverStarted' },
            ],
          },
        },
      },
    },
    preconditions: {
      initial: 'checking',
      states: {
        checking: {
          always: [
            { guard: 'powerMissing', target: 'needsPower' },
            { guard: 'wifiMissing', target: 'needsWifi' },
            {
              guard: 'backupDamaged',
              actions: ['raiseCorrupt', { type: 'block', params: { because: 'damaged' } }],
              target: '#restore.failed',
            },
            {
              guard: 'spaceShortForComputer',
              actions: ['raiseNoSpace', { type: 'block', params: { because: 'no-space' } }],
              target: '#restore.failed',
            },
            { guard: 'spaceShort', target: 'needsSpace' },
            { target: '#restore.eligibility' },
          ],
        },
        needsPower: {
          meta: { says: 'Waits for power', gate: 'placement', screen: 'needs-power', shows: ['C3'] },
          entry: 'raisePowerLost',
          exit: 'clearPowerLost',
          on: {
            'power.back': { actions: 'regainPower', target: 'checking' },
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'given-up' } },
              target: '#restore.neverStarted',
            },
          },
        },
        needsWifi: {
          meta: { says: 'Waits for Wi-Fi', gate: 'placement', screen: 'needs-wifi', shows: ['C3'] },
          entry: 'raiseWifiLost',
          exit: 'clearWifiLost',
          on: {
            'wifi.back': { actions: 'regainWifi', target: 'checking' },
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'given-up' } },
              target: '#restore.neverStarted',
            },
          },
        },
        needsSpace: {
          meta: {
            says: 'The backup does not fit on the device',
            gate: 'placement',
            screen: 'needs-space',
            usual: ['person.gaveUp'],
          },
          entry: 'raiseNoSpace',
          exit: 'clearNoSpace',
          on: {
            back: '#restore.choosing.backupListing',
            'person.gaveUp': {
              actions: { type: 'block', params: { because: 'no-space' } },
              target: '#restore.neverStarted',
            },
          },
        },
      },
    },
    eligibility: {
      meta: {
        says: 'Which data may return is decided and frozen',
        gate: 'eligibility',
        screen: 'restoring',
        shows: ['A2', 'A17'],
      },
      entry: 'replaceDataOfDeviceInUse',
      invoke: {
        id: 'eligibility',
        src: 'eligibility',
        input: ({ context, event }) => ({ file: context.file, situation: context.situation, at: momentOf(event) }),
        onDone: { actions: 'freezeVerdicts', target: 'placing' },
      },
    },
    placing: {
      initial: 'choosing',
      states: {
        choosing: { always: [{ guard: 'connected', target: 'copying' }, { target: 'paused' }] },
        copying: {
          meta: {
            says: 'Settings and accounts are put in place first',
            gate: 'placement',
            screen: 'restoring',
            shows: ['C14'],
          },
          entry: 'waitForPlacing',
          on: {
            'clock.moved': { guard: 'isDue', actions: 'stopWaiting', target: '#restore.restarting' },
            'wifi.lost': [
              { guard: 'cloudLosesWifi', actions: ['loseWifi', 'holdPlacing'], target: 'paused' },
              { guard: 'wifiIsOn', actions: 'loseWifi' },
            ],
            'power.lost': { actions: ['losePower', 'holdPlacing'], target: 'paused' },
            'computer.disconnected': {
              guard: 'isComputerRoute',
              actions: ['raiseDisconnected', { type: 'block', params: { because: 'disconnected' } }],
              target: '#restore.failed',
            },
          },
        },
        paused: {
          meta: {
            says: 'Waits for power and Wi-Fi, and goes on where it stopped',
            gate: 'placement',
            screen: 'restoring-paused',
            shows: ['C3', 'C15'],
          },
          entry: 'raiseConnectionAlerts',
          on: {
            'wifi.lost': [
              { guard: 'cloudLosesWifi', actions: ['loseWifi', 'raiseWifiLost'] },
              { guard: 'wifiIsOn', actions: 'loseWifi' },
            ],
            'power.lost': { guard: 'powerIsOn', actions: ['losePower', 'raisePowerLost'] },
            'wifi.back': [
              { guard: 'onlyWifiMissing', actions: ['clearWifiLost', 'regainWifi'], target: 'choosing' },
              { guard: 'cloudRegainsWifi', actions: ['clearWifiLost', 'regainWifi'] },
              { guard: 'wifiIsOff', actions: 'regainWifi' },
            ],
            'power.back': [
              { guard: 'onlyPowerMissing', actions: ['clearPowerLost', 'regainPower'], target: 'choosing' },
              { guard: 'powerIsOff', actions: ['clearPowerLost', 'regainPower'] },
            ],
          },
        },
      },
    },
    restarting: {
      meta: {
        says: 'The device restarts in the middle of the restore',
        gate: 'placement',
        screen: 'restarting',
        shows: ['C14'],
      },
      invoke: {
        id: 'restart',
        src: 'restart',
        input: ({ event }) => ({ at: momentOf(event) }),
        onDone: [
          { guard: 'movedByComputer', target: 'signingInAfterwards' },
          { guard: 'moved', target: 'downloading' },
          { actions: { type: 'block', params: { because: 'not-moved' } }, target: 'failed' },
        ],
      },
    },
    signingInAfterwards: {
      meta: {
        says: 'After a computer restore the account is asked for in the rest of Setup',
        gate: 'placement',
        shows: ['A9c'],
      },
      invoke: {
        id: 'accountSignIn',
        src: 'accountSignIn',
        input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
        onDone: { actions: 'rememberAccount', target: 'downloading' },
      },
    },
    downloading: {
      meta: {
        says: 'The Home Screen is there; the rest comes down in the background',
        gate: 'download',
        screen: 'home-restoring',
        shows: ['C14', 'C6'],
      },
      entry: ['settlePlacement', 'reportHomeScreen', 'tellSimulation'],
      invoke: {
        id: 'contentDownload',
        src: 'contentDownload',
        input: ({ context, event }) => ({
          file: context.file,
          frozen: context.frozen ?? context.situation,
          situation: context.situation,
          wifi: context.wifi,
          power: context.power,
          at: momentOf(event),
        }),
        onDone: [
          { guard: 'stoppedByPerson', actions: 'rememberDownload', target: 'stopped' },
          { guard: 'somethingExcluded', actions: 'rememberDownload', target: 'completedWithExclusions' },
          { actions: 'rememberDownload', target: 'completed' },
        ],
      },
    },
    completed: {
      type: 'final',
      meta: { says: 'Finished; nothing in the backup was left out', screen: 'home-done', shows: ['A4', 'A5'] },
      entry: { type: 'reportEnd', params: { outcome: 'completed' } },
      output: end('completed'),
    },
    completedWithExclusions: {
      type: 'final',
      meta: { says: 'Finished; by rule, some data did not return', screen: 'home-done', shows: ['A1', 'A4', 'A5'] },
      entry: { type: 'reportEnd', params: { outcome: 'completed-with-exclusions' } },
      output: end('completed-with-exclusions'),
    },
    stopped: {
      type: 'final',
      meta: { says: 'Stop Restoring was tapped', screen: 'home-done', shows: ['A5', 'C6'] },
      entry: { type: 'reportEnd', params: { outcome: 'stopped' } },
      output: end('stopped'),
    },
    failed: {
      type: 'final',
      meta: { says: 'The restore broke off with an error', screen: 'failed', shows: ['A5', 'A11'] },
      entry: 'closeFailed',
      output: end('failed'),
    },
    neverStarted: {
      type: 'final',
      meta: { says: 'No restore began', screen: 'hello', shows: ['A5', 'B9'] },
      entry: 'closeUnbegun',
      output: end('never-started'),
    },
  },
  output: ({ event }) => event.output as RestoreOutput,
});
