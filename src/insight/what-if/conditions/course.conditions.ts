import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, type Part, wholeOf } from './row.ts';

const surroundings = wholeOf('surroundings');
const inScript =
  (key: string, value: string, ...events: readonly string[]) =>
  ({ script }: Scenario): readonly Part[] =>
    script.some((entry) => events.includes('do' in entry ? entry.do : 'end' in entry ? 'end' : ''))
      ? [{ path: 'script', name: '', values: { [key]: value } }]
      : [];
/** It froze, and the next thing that somebody does is no forced restart. */
const leftFrozen = ({ script }: Scenario): readonly Part[] => {
  const isLeft = script.some(
    (entry, place) => 'do' in entry && entry.do === 'phone.froze' && !script.slice(place + 1).some(isForced),
  );
  return isLeft ? [{ path: 'script', name: '', values: { frozen: 'as stated' } }] : [];
};
const isForced = (entry: Scenario['script'][number]): boolean => 'do' in entry && entry.do === 'restart.forced';
const stoppers = ({ world }: Scenario): readonly Part[] =>
  world.items.flatMap(({ id, title, fails }) =>
    fails?.and === 'stops' ? [{ path: `items.${id}.fails`, name: `“${title}”`, values: fails }] : [],
  );
/** The erase asks what becomes of an eSIM; a script that does not say leaves it open. */
const esimAtErase = ({ world, script }: Scenario): readonly Part[] => {
  if (world.device.state !== 'in-use' || !world.items.some(({ category }) => category === 'esim')) return [];
  const said = script.map((entry) => ('do' in entry ? entry.esim : undefined));
  return [{ path: 'script', name: '', values: { esim: said.find((word) => word !== undefined) ?? UNKNOWN } }];
};
/** A computer may restore over a device in use, or onto the same device once it has been erased. */
const eraseFirst = ({ route, world, script }: Scenario): readonly Part[] =>
  route === 'computer' &&
  world.device.state !== 'new' &&
  !script.some((entry) => 'do' in entry && entry.do === 'erase.requested')
    ? [{ path: 'script', name: '', values: { erase: 'no' } }]
    : [];
const A15 =
  'It changes how long the restore takes, and no verdict: only device state, account trust and encryption do.';

/** How the restore went, and what never matters. */
export const COURSE_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'erase',
    words: { no: 'not erased', first: 'erased first' },
    title: 'What is on the device',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: eraseFirst,
    helps: ['first'],
    values: { first: 'Erase the device first, which frees its room', no: 'The device is not erased' },
    moves: ['device.taken', 'phone.copy', 'enrolment.state', 'item.last-copy-erased'],
    unblocks: ['no-space'],
  },
  {
    key: 'wifi',
    title: 'Wi-Fi',
    group: 'outside',
    section: 'course',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: ['on'],
    values: { on: 'Connect to Wi-Fi', off: 'There is no Wi-Fi' },
    moves: FURTHER,
    unblocks: ['given-up'],
  },
  {
    key: 'power',
    title: 'Power',
    group: 'outside',
    section: 'course',
    when: 'now',
    atOnce: true,
    parts: surroundings,
    helps: ['on'],
    values: { on: 'Connect to power', off: 'There is no power' },
    moves: FURTHER,
    unblocks: ['given-up'],
  },
  {
    key: 'connection',
    words: { 'as stated': 'breaks off' },
    title: 'Connections during the restore',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('connection', 'as stated', 'wifi.lost', 'power.lost'),
    helps: ['kept'],
    values: { kept: 'Keep power and Wi-Fi until the end', 'as stated': 'Power or Wi-Fi is lost' },
    moves: FURTHER,
    unblocks: ['given-up'],
  },
  {
    key: 'cable',
    words: { 'as stated': 'pulled' },
    title: 'The cable to the computer',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('cable', 'as stated', 'computer.disconnected'),
    helps: ['kept'],
    values: { kept: 'Leave the cable in until the computer is done', 'as stated': 'The cable is pulled' },
    moves: FURTHER,
    unblocks: ['disconnected'],
  },
  {
    key: 'computer',
    words: { 'as stated': 'stopped with an error' },
    title: 'The error of the computer',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('computer', 'as stated', 'computer.stopped'),
    helps: ['goes through'],
    values: {
      'goes through': 'Restore once more; where the error does not come back, it goes through',
      'as stated': 'The computer stops with an error',
    },
    moves: FURTHER,
    unblocks: ['computer-error'],
  },
  {
    key: 'moved',
    words: { 'as stated': 'no restart between' },
    title: 'A restart between two restores',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('moved', 'as stated', 'move.failed'),
    helps: ['restarted'],
    values: {
      restarted: 'Restart the device before the restore is tried again',
      'as stated': 'The data cannot be put in place',
    },
    moves: FURTHER,
    unblocks: ['not-moved'],
  },
  {
    key: 'and',
    words: { skipped: 'left out', stops: 'stops it' },
    title: 'What the restore does at %',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: stoppers,
    helps: ['skipped'],
    values: { skipped: 'Take % out of the restore', stops: 'The restore stops at %' },
    moves: ['item.fails', 'item.stops', ...FURTHER],
    unblocks: ['bad-item', 'bad-download'],
  },
  {
    key: 'esim',
    title: 'The eSIM at the erase',
    group: 'outside',
    section: 'course',
    when: 'another-way',
    parts: esimAtErase,
    helps: ['keep'],
    values: {
      keep: 'Keep the eSIM when the device is erased',
      delete: 'Delete the eSIM with the erase',
      unknown: 'Nobody remembers what became of the eSIM at the erase',
    },
    moves: ['phone.copy', 'item.last-copy-erased', 'device.taken'],
  },
  {
    key: 'frozen',
    words: { 'as stated': 'left as it is', forced: 'a forced restart' },
    title: 'A restore that stands still',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: leftFrozen,
    helps: ['forced'],
    values: { forced: 'Force a restart when it stands still', 'as stated': 'Leave it as it stands' },
    moves: FURTHER,
    unblocks: ['given-up'],
  },
  {
    key: 'stop',
    title: 'Stop Restoring',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('stop', 'tapped', 'stop.tapped'),
    helps: ['never'],
    values: { never: 'Restore again and let it finish', tapped: 'Tap Stop Restoring' },
    moves: FURTHER,
  },
  {
    key: 'end',
    words: { 'as stated': 'not to the end' },
    title: 'How long one waits',
    group: 'outside',
    section: 'course',
    when: 'now',
    atOnce: true,
    parts: inScript('end', 'as stated', 'end'),
    helps: ['waited'],
    values: { waited: 'Wait until the restore is over', 'as stated': 'The story ends earlier' },
    moves: FURTHER,
  },
  {
    key: 'carriesOn',
    title: 'Going on with the restore',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: inScript('carriesOn', 'no', 'person.gaveUp', 'setup.asNew'),
    helps: ['yes'],
    values: ({ world: { device }, route }) => ({
      yes:
        device.findMy === 'off' || device.state === 'new'
          ? 'Go through with the restore'
          : route === 'computer'
            ? 'Switch Find My off when the computer asks for it, and go through with the restore'
            : 'Turn Find My off with the account’s password when the device is erased, and go through with the restore',
      no: 'Leave it before it begins',
    }),
    moves: FURTHER,
    unblocks: [
      'given-up',
      'set-up-as-new',
      'sign-in',
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
      'borrowed-over',
      'overwritten',
      'no-index',
      'no-old-phone',
      'phones-apart',
      'owner-missing',
      'old-passcode',
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
