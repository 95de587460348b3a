import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, type Part, wholeOf } from './row.ts';

const surroundings = wholeOf('surroundings');
const inScript =
  (key: string, value: string, ...events: readonly string[]) =>
  ({ script }: Scenario): readonly Part[] =>
    script.some((entry) => events.includes('do' in entry ? entry.do : 'end' in entry ? 'end' : ''))
      ? [{ path: 'script', name: '', values: { [key]: value } }]
      : [];
const A15 =
  'It changes how long the restore takes, and no verdict: only device state, account trust and encryption do.';

/** How the restore went, and what never matters. */
export const COURSE_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'wifi',
    title: 'Wi-Fi',
    group: 'outside',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: ['on'],
    values: { on: 'Connect to Wi-Fi', off: 'There is no Wi-Fi' },
    moves: ['restore.ended', 'service.account'],
    unblocks: ['given-up'],
  },
  {
    key: 'power',
    title: 'Power',
    group: 'outside',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: ['on'],
    values: { on: 'Connect to power', off: 'There is no power' },
    moves: ['restore.ended', 'service.account'],
    unblocks: ['given-up'],
  },
  {
    key: 'connection',
    title: 'Connections during the restore',
    group: 'outside',
    when: 'now',
    parts: inScript('connection', 'as stated', 'wifi.lost', 'power.lost', 'computer.disconnected', 'move.failed'),
    helps: ['kept'],
    values: { kept: 'Keep power, Wi-Fi and cable connected until the end', 'as stated': 'Connections break off' },
    moves: ['restore.ended', 'service.account'],
    unblocks: ['disconnected', 'not-moved', 'given-up'],
  },
  {
    key: 'stop',
    title: 'Stop Restoring',
    group: 'outside',
    when: 'now',
    parts: inScript('stop', 'tapped', 'stop.tapped'),
    helps: ['never'],
    values: { never: 'Restore again and let it finish', tapped: 'Tap Stop Restoring' },
    moves: ['restore.ended'],
  },
  {
    key: 'end',
    title: 'How long one waits',
    group: 'outside',
    when: 'now',
    atOnce: true,
    parts: inScript('end', 'as stated', 'end'),
    helps: ['waited'],
    values: { waited: 'Wait until the restore is over', 'as stated': 'The story ends earlier' },
    moves: ['restore.ended', 'service.account'],
  },
  {
    key: 'carriesOn',
    title: 'Going on with the restore',
    group: 'outside',
    when: 'now',
    parts: inScript('carriesOn', 'no', 'person.gaveUp', 'setup.asNew'),
    helps: ['yes'],
    values: { yes: 'Go through with the restore', no: 'Leave it before it begins' },
    moves: ['restore.ended', 'backup.chosen'],
    unblocks: [
      'given-up',
      'set-up-as-new',
      'sign-in',
      'find-my',
      'erase-refused',
      'activation-lock',
      'backup-password',
      'no-backup',
      'no-space',
      'restore-hidden',
      'no-account',
      'newer-ios',
      'never-completed',
      'other-account',
      'deleted',
    ],
  },
  {
    key: 'speed',
    title: 'Speed of the line',
    group: 'cannot matter',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: [],
    values: { fast: 'A fast line', usual: 'A usual line', slow: 'A slow line' },
    moves: [],
    cannotMatter: A15,
  },
  {
    key: 'region',
    title: 'Where the phone is',
    group: 'cannot matter',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: [],
    values: { home: 'At home', abroad: 'Abroad' },
    moves: [],
    cannotMatter: A15,
  },
];
