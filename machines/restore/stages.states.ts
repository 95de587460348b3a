import { must } from '../../src/model/must.ts';
import { momentOf } from '../events.ts';
import { TIMING } from '../timing.ts';
import { restoreSetup } from './restore.setup.ts';

/** Stages of one state each: they wait for the clock, or for an actor of their own. */
export const erasing = restoreSetup.createStateConfig({
  tags: 'phase:erasing',
  meta: { says: 'All content and settings are erased', gate: 'erase', screen: 'erasing', shows: ['B1', 'C1'] },
  entry: { type: 'waitFor', params: { ms: TIMING.eraseMs } },
  on: {
    'clock.moved': [
      {
        guard: 'returnsToService',
        actions: ['erase', { type: 'block', params: { because: 'return-to-service' } }],
        target: 'enrolling',
      },
      { guard: 'isDue', actions: 'erase', target: 'setUp' },
    ],
  },
});

export const eligibility = restoreSetup.createStateConfig({
  tags: ['phase:eligibility', 'shows-restoring'],
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
});

export const awaitingRestart = restoreSetup.createStateConfig({
  tags: ['phase:placement', 'shows-restoring'],
  meta: {
    says: 'The data lie ready beside the system; the person has to restart the device',
    gate: 'placement',
    screen: 'restart-awaited',
    usual: ['phone.restarted'],
    shows: ['D2'],
  },
  entry: { type: 'block', params: { because: 'needs-restart' } },
  exit: 'unblock',
  on: { 'phone.restarted': 'restarting', 'restart.forced': 'restarting' },
});

export const restarting = restoreSetup.createStateConfig({
  tags: 'phase:restart',
  meta: {
    says: 'The device restarts in the middle of the restore',
    gate: 'placement',
    screen: 'restarting',
    shows: ['C14'],
  },
  invoke: {
    id: 'restart',
    src: 'restart',
    input: ({ context, event }) => ({ file: context.file, at: momentOf(event) }),
    onDone: [
      {
        guard: { type: 'erasedInstead', params: ({ event }) => event.output },
        actions: ['erase', { type: 'block', params: { because: 'erased-by-ios' } }],
        target: 'failed',
      },
      {
        guard: { type: 'movedByComputer', params: ({ event }) => event.output },
        actions: [{ type: 'rememberRestart', params: ({ event }) => event.output }, 'flagSetup'],
        target: 'signingInAfterwards',
      },
      {
        guard: { type: 'movedUnderManagement', params: ({ event }) => event.output },
        actions: { type: 'rememberRestart', params: ({ event }) => event.output },
        target: 'enrolling',
      },
      {
        guard: { type: 'moved', params: ({ event }) => event.output },
        actions: { type: 'rememberRestart', params: ({ event }) => event.output },
        target: 'downloading',
      },
      {
        guard: 'isDirectRoute',
        actions: ['raiseMoveBrokenOff', { type: 'block', params: { because: 'move-broken-off' } }],
        target: 'failed',
      },
      {
        guard: { type: 'stagingLeft', params: ({ event }) => event.output },
        actions: { type: 'block', params: { because: 'staging-left' } },
        target: 'failed',
      },
      { actions: { type: 'block', params: { because: 'not-moved' } }, target: 'failed' },
    ],
  },
});

export const signingInAfterwards = restoreSetup.createStateConfig({
  tags: 'phase:sign-in',
  meta: {
    says: 'After a computer restore the account is asked for in the rest of Setup',
    gate: 'placement',
    shows: ['A9c'],
  },
  invoke: {
    id: 'accountSignIn',
    src: 'accountSignIn',
    input: ({ context: { file, situation }, event }) => ({ file, situation, at: momentOf(event) }),
    onDone: [
      {
        guard: 'managementMatters',
        actions: { type: 'rememberAccount', params: ({ event }) => event.output },
        target: 'enrolling',
      },
      { actions: { type: 'rememberAccount', params: ({ event }) => event.output }, target: 'downloading' },
    ],
  },
});

/** Where an organisation has a say, Setup comes to it last: after the restore, or without one. */
export const enrolling = restoreSetup.createStateConfig({
  tags: 'phase:enrolment',
  meta: { says: 'Setup comes to the organisation that manages the device', gate: 'download', shows: ['D15'] },
  entry: 'comeToEnrolment',
  invoke: {
    id: 'enrolment',
    src: 'enrolment',
    input: ({ context, event }) => ({
      file: context.file,
      situation: context.situation,
      part: 'setup',
      at: momentOf(event),
    }),
    onDone: [
      {
        guard: 'restoreIsOpen',
        actions: { type: 'rememberEnrolment', params: ({ event }) => event.output },
        target: 'downloading',
      },
      { actions: { type: 'rememberEnrolment', params: ({ event }) => event.output }, target: 'setUpAsNew' },
    ],
  },
});

export const downloading = restoreSetup.createStateConfig({
  tags: ['phase:download', 'shows-restoring'],
  meta: {
    says: 'The Home Screen is there; the rest comes down in the background',
    gate: 'download',
    screen: 'home-restoring',
    shows: ['C14', 'C6'],
  },
  entry: [
    'settlePlacement',
    'tellOfEnrolment',
    'reportHomeScreen',
    'tellSimulation',
    'tellOfCutNetwork',
    'noteCutNetwork',
  ],
  on: {
    'connection.*': {
      actions: [
        { type: 'noteConnection', params: ({ event }) => event },
        { type: 'tellDownload', params: ({ event }) => event },
      ],
    },
    'parts.changed': {
      actions: [
        { type: 'noteParts', params: ({ event }) => event },
        { type: 'tellDownloadOfParts', params: ({ event }) => event },
      ],
    },
  },
  invoke: {
    id: 'contentDownload',
    src: 'contentDownload',
    input: ({ context, event }) => ({
      file: context.file,
      situationAtFreeze: must(context.situationAtFreeze, 'what was frozen'),
      situation: context.situation,
      connection: context.connection,
      lacking: context.lacking,
      at: momentOf(event),
    }),
    onDone: [
      {
        guard: { type: 'stoppedByPerson', params: ({ event }) => event.output },
        actions: { type: 'rememberDownload', params: ({ event }) => event.output },
        target: 'stopped',
      },
      {
        guard: { type: 'brokenByItem', params: ({ event }) => event.output },
        actions: [
          { type: 'rememberDownload', params: ({ event }) => event.output },
          { type: 'block', params: { because: 'bad-download' } },
        ],
        target: 'brokenOff',
      },
      {
        guard: 'somethingExcluded',
        actions: { type: 'rememberDownload', params: ({ event }) => event.output },
        target: 'completedWithExclusions',
      },
      { actions: { type: 'rememberDownload', params: ({ event }) => event.output }, target: 'completed' },
    ],
  },
});
