import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, type Part } from './row.ts';

/** The old phone, where the data come from it. */
const oldPhone = ({ route, world }: Scenario): readonly Part[] =>
  route === 'direct' && world.oldPhone ? [{ path: 'oldPhone', name: 'the old phone', values: world.oldPhone }] : [];
/** The same where an app could move its own data from it. */
const oldPhoneOfAnApp = ({ route, world }: Scenario): readonly Part[] =>
  route !== 'direct' && world.oldPhone && world.copies.some(({ kind }) => kind === 'own-transfer')
    ? [{ path: 'oldPhone', name: 'the old phone', values: world.oldPhone }]
    : [];
const STATE = {
  key: 'state',
  title: 'The old phone',
  group: 'outside',
  section: 'backup',
  when: 'never',
  helps: ['at-hand'],
  words: { 'at-hand': 'There, with its data', erased: 'Erased', gone: 'Not there any more', broken: 'Broken' },
  values: {
    'at-hand': 'Have the old phone there, switched on and not erased',
    erased: 'The old phone has been erased',
    gone: 'The old phone is not there any more',
    broken: 'The old phone cannot be used any more',
  },
} as const satisfies Partial<ConditionRow>;
const OF_ITS_APPS = ['own.transfer', 'own.best', 'own.done'] as const;
const holdsA =
  (category: string) =>
  ({ world }: Scenario): boolean =>
    world.items.some((item) => item.category === category);
const BEGINS = ['move.holds', 'move.carries', 'move.room', 'line.step', 'watch.step', ...FURTHER] as const;

/** What a move from phone to phone asks of the old phone. */
export const DIRECT_CONDITIONS: readonly ConditionRow[] = [
  {
    ...STATE,
    parts: oldPhone,
    moves: ['old-phone.state', 'old-phone.last-copy', ...OF_ITS_APPS, ...BEGINS],
    unblocks: ['no-old-phone'],
  },
  { ...STATE, parts: oldPhoneOfAnApp, moves: [...OF_ITS_APPS, 'old-phone.state', 'old-phone.last-copy'] },
  {
    key: 'passcode',
    title: 'The passcode of the old phone',
    group: 'account trust',
    when: 'now',
    parts: oldPhone,
    helps: ['known'],
    values: { known: 'Find the passcode of the old phone', forgotten: 'Nobody knows the passcode of the old phone' },
    moves: BEGINS,
    unblocks: ['old-passcode'],
  },
  {
    key: 'near',
    title: 'The phones side by side',
    group: 'device state',
    when: 'now',
    parts: oldPhone,
    helps: ['yes'],
    values: { yes: 'Put the phones side by side, Wi-Fi and Bluetooth on', no: 'The phones do not find each other' },
    moves: BEGINS,
    unblocks: ['phones-apart'],
  },
  {
    key: 'face',
    title: 'The owner of the old phone',
    group: 'device state',
    when: 'now',
    parts: oldPhone,
    applies: (_scenario, { values }) => values['stolenDeviceProtection'] !== 'off',
    helps: ['works'],
    words: { works: 'Is there', fails: 'Is not there' },
    values: { works: 'Have the owner of the old phone there', fails: 'The owner of the old phone is not there' },
    moves: BEGINS,
    unblocks: ['owner-missing'],
  },
  {
    key: 'managedBlocksQuickStart',
    words: { no: 'Allowed', yes: 'Held back by an organisation' },
    title: 'Quick Start on the old phone',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts: oldPhone,
    helps: ['no'],
    values: {
      no: 'Ask the organisation to let the old phone set up another one',
      yes: 'The organisation keeps the old phone from it',
    },
    moves: BEGINS,
    unblocks: ['quick-start-forbidden'],
  },
  {
    key: 'fits',
    title: 'Room for what is on the old phone',
    group: 'device state',
    when: 'now',
    parts: oldPhone,
    helps: ['yes'],
    values: { yes: 'See that the new phone takes it', no: 'The new phone says that it has too little room' },
    moves: ['move.room', ...FURTHER],
    unblocks: ['no-space'],
  },
  {
    key: 'esimTransfer',
    title: 'The line of the old phone',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: oldPhone,
    applies: holdsA('esim'),
    helps: ['allowed'],
    words: { allowed: 'May move', 'by-carrier-only': 'By the carrier only' },
    values: { allowed: 'See that the carrier lets the line move', 'by-carrier-only': 'Only the carrier can set it up' },
    moves: ['line.step'],
  },
  {
    key: 'watch',
    title: 'The watch of the old phone',
    group: 'outside',
    section: 'course',
    when: 'now',
    parts: oldPhone,
    applies: holdsA('watch'),
    helps: ['worn'],
    words: { worn: 'Worn and unlocked', 'put-away': 'Put away' },
    values: { worn: 'Wear the watch, unlocked', 'put-away': 'The watch lies somewhere else' },
    moves: ['watch.step'],
  },
  {
    key: 'directPane',
    title: 'The direct choice in the organisation',
    group: 'outside',
    section: 'organisation',
    when: 'another-way',
    parts: ({ route, world }) =>
      route === 'direct' ? [{ path: 'organisation', name: '', values: world.organisation }] : [],
    helps: ['allowed'],
    values: {
      allowed: 'Ask the organisation to show the direct choice',
      forbidden: 'The organisation hides the direct choice',
    },
    moves: BEGINS,
    unblocks: ['direct-hidden'],
  },
];
