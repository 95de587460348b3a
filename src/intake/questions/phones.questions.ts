import type { Json } from '../../model/canonical.ts';
import { must } from '../../model/must.ts';
import { DEVICE_KINDS, type Edition } from '../../model/kinds.ts';
import { compareVersions, isVersion } from '../../model/version.ts';
import { STARTING_WORLDS } from '../../scenario/starting-worlds.ts';
import { IOS_CHOICES, PHONE_MODELS } from '../phone-models.ts';
import type { Draft, OldPhoneField } from '../draft.ts';
import type { CaseView } from '../case-view.ts';
import { type JsonPath, valueAt } from '../json.ts';
import type { QuestionOption, QuestionRow, SaidAnswer } from '../question.ts';
import { atPath, optionsIn, wordSaid } from './at-path.ts';

const KIND_WORDS = { iphone: 'An iPhone', ipad: 'An iPad', ipod: 'An iPod touch' };
const listed = (values: readonly string[]): readonly QuestionOption[] =>
  values.map((value) => ({ value, words: value }));
const distinct = (values: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(values.filter((value) => value !== undefined)),
];

/**
 * What a scenario says of the old phone without the word of a person: what the phone itself and each of its backups
 * state, as long as they all state the same. Said again, it then changes nothing.
 */
function statedOfOld(view: CaseView, field: Exclude<OldPhoneField, 'same'>): string | undefined {
  const ofPhone = valueAt(view.stated, ['world', 'oldPhone', field]);
  if (field === 'state') return typeof ofPhone === 'string' ? ofPhone : undefined;
  const ofBackups = view.backups
    .filter(({ device }) => device !== view.deviceName)
    .map(({ stated }) => stated[field === 'kind' ? 'deviceKind' : field]);
  const values = new Set(ofPhone === undefined ? ofBackups : [ofPhone, ...ofBackups]);
  const [value] = values;
  return values.size === 1 && typeof value === 'string' ? value : undefined;
}

const isSame = (view: CaseView): boolean => (view.draft.oldPhone.same ?? sameAsStated(view)) === 'yes';
/** Undefined where some backups are of this phone, and some of another one. */
function sameAsStated({ backups, deviceName }: CaseView): 'yes' | 'no' | undefined {
  const own = backups.filter(({ device }) => device === deviceName).length;
  if (own === 0) return 'no';
  return own === backups.length ? 'yes' : undefined;
}

const withOld = (draft: Draft, field: OldPhoneField, said: SaidAnswer | undefined): Draft => {
  const { [field]: _before, ...rest } = draft.oldPhone;
  return { ...draft, oldPhone: said === undefined ? rest : { ...rest, [field]: wordSaid(said) } };
};

interface OldRow {
  readonly field: OldPhoneField;
  readonly ask: string;
  readonly kind?: QuestionRow['kind'];
  readonly options: QuestionRow['options'];
  readonly unasked: QuestionRow['unasked'];
  /** The world has a word for it unless said. */
  readonly plays?: (view: CaseView) => readonly string[];
  readonly reads?: (view: CaseView) => string | undefined;
}
const PLACES: Readonly<Record<OldPhoneField, readonly JsonPath[]>> = {
  same: [
    ['device', 'name'],
    ['oldPhone', 'name'],
  ],
  kind: [['oldPhone', 'kind']],
  model: [['oldPhone', 'model']],
  ios: [['oldPhone', 'ios']],
  state: [['oldPhone', 'state']],
};
const ofOld = ({ field, plays, reads, ...row }: OldRow): QuestionRow => ({
  id: `oldPhone.${field}`,
  card: 'phones',
  kind: 'tiles',
  ...row,
  asked: (view) => field === 'same' || !isSame(view),
  read: (view) =>
    view.draft.oldPhone[field] ?? (reads ? reads(view) : field === 'same' ? undefined : statedOfOld(view, field)),
  write: (draft, _part, said) => withOld(draft, field, said),
  open: (view) => (plays ? { plays: plays(view) } : { says: ['world', 'oldPhone', field] }),
  paths: () => PLACES[field].map((place) => ['world', ...place]),
});

/**
 * What an iOS can be to that of the other phone: the same, older, newer. The first is what it is taken for, and the
 * last the one of which most hangs on other questions: the one side that a restore can fail at.
 */
function iosToPlay(edition: Edition, other: Json | undefined, hardest: 'older' | 'newer'): readonly string[] {
  const usual = must(STARTING_WORLDS[edition].device['ios'], 'the iOS of a starting world');
  const known = typeof other === 'string' && isVersion(other) ? other : usual;
  const older = IOS_CHOICES.find((each) => compareVersions(each, known) < 0);
  const newer = IOS_CHOICES.findLast((each) => compareVersions(each, known) > 0);
  return distinct([usual, known, ...(hardest === 'older' ? [newer, NEWEST_IOS, older] : [older, newer, NEWEST_IOS])]);
}

const NEWEST_IOS = must(IOS_CHOICES[0], 'the newest iOS');
/** To be updated to an older iOS than the phone has is not to be updated. */
const OLDEST_IOS = must(IOS_CHOICES.at(-1), 'the oldest iOS');

/** Old and new phone. */
export const PHONE_QUESTIONS: readonly QuestionRow[] = [
  ofOld({
    field: 'same',
    ask: 'Is it the very same phone as before?',
    options: () => optionsIn({ no: 'No, another one', yes: 'Yes, the same phone, erased or repaired' }),
    unasked: 'open',
    plays: () => ['no', 'yes'],
    reads: (view) => (view.draft.basis === 'call' ? undefined : sameAsStated(view)),
  }),
  ofOld({
    field: 'kind',
    ask: 'What was the old device?',
    options: () => optionsIn(KIND_WORDS),
    unasked: 'usual',
    plays: () => [...DEVICE_KINDS],
  }),
  ofOld({
    field: 'model',
    ask: 'Which model was the old phone?',
    kind: 'list',
    options: ({ draft }) => listed(distinct([draft.oldPhone.model, ...PHONE_MODELS[kindOfOld(draft)]])),
    unasked: 'open',
    plays: ({ edition, stated }) => distinct([STARTING_WORLDS[edition].backup['model'], modelOf(stated)]),
  }),
  ofOld({
    field: 'ios',
    ask: 'Which iOS did the old phone run?',
    kind: 'list',
    options: ({ draft }) => listed(distinct([draft.oldPhone.ios, ...IOS_CHOICES])),
    unasked: 'open',
    plays: ({ edition, stated }) => iosToPlay(edition, stringAt(stated, 'ios'), 'newer'),
  }),
  ofOld({
    field: 'state',
    ask: 'Where is the old phone now?',
    options: () =>
      optionsIn({
        'at-hand': 'At hand, with its data',
        erased: 'Erased',
        gone: 'Sold, given back, lost or stolen',
        broken: 'Broken',
      }),
    unasked: 'open',
  }),
  atPath({
    id: 'device.kind',
    card: 'phones',
    ask: 'What is the new device?',
    path: () => ['world', 'device', 'kind'],
    options: KIND_WORDS,
    unasked: 'usual',
    usual: 'iphone',
    plays: [...DEVICE_KINDS],
  }),
  atPath({
    id: 'device.model',
    card: 'phones',
    ask: 'Which model is the new phone?',
    kind: 'list',
    path: () => ['world', 'device', 'model'],
    options: ({ deviceKind, stated }) => listed(distinct([modelOf(stated), ...PHONE_MODELS[deviceKind]])),
    unasked: 'open',
    plays: ({ edition, draft }) => {
      const { device, backup } = STARTING_WORLDS[edition];
      return distinct([device['model'], draft.oldPhone.model, backup['model']]);
    },
  }),
  atPath({
    id: 'device.ios',
    card: 'phones',
    ask: 'Which iOS did the new phone have when it began?',
    kind: 'list',
    path: () => ['world', 'device', 'ios'],
    options: ({ stated }) => listed(distinct([iosOf(stated), ...IOS_CHOICES])),
    unasked: 'open',
    plays: ({ edition, draft, backups }) =>
      iosToPlay(edition, draft.oldPhone.ios ?? backups[0]?.stated['ios'], 'older'),
  }),
  atPath({
    id: 'device.latestIos',
    card: 'phones',
    ask: 'Can the new phone be updated, and up to which iOS?',
    kind: 'list',
    path: () => ['world', 'device', 'latestIos'],
    options: () => [
      { value: NEWEST_IOS, words: 'Yes, to the newest iOS' },
      { value: OLDEST_IOS, words: 'No, it stays as it is' },
      ...listed(IOS_CHOICES.slice(1, -1)).map(({ value }) => ({ value, words: `To iOS ${value}` })),
    ],
    unasked: 'open',
    plays: [NEWEST_IOS, OLDEST_IOS],
  }),
  atPath({
    id: 'device.state',
    card: 'phones',
    ask: 'How was this phone when it began?',
    path: () => ['world', 'device', 'state'],
    options: {
      new: 'New or erased, at its first screen',
      'set-up': 'In use, set up without any backup',
      'in-use': 'In use, with the data on it',
    },
    unasked: 'usual',
    usual: 'new',
    plays: ['new', 'set-up', 'in-use'],
  }),
  atPath({
    id: 'device.assigned',
    card: 'phones',
    ask: 'Does an organisation list this phone as its own?',
    path: () => ['world', 'device', 'assigned'],
    options: { no: 'No', yes: 'Yes' },
    unasked: 'usual',
    usual: 'no',
    plays: ['no', 'yes'],
  }),
  atPath({
    id: 'device.free',
    card: 'phones',
    ask: 'How much room was free on it?',
    kind: 'amount',
    path: () => ['world', 'device', 'free'],
    options: { '5 GB': '5 GB', '50 GB': '50 GB', '128 GB': '128 GB' },
    unasked: 'usual',
    plays: ['128 GB', '5 GB'],
  }),
  atPath({
    id: 'device.sim',
    card: 'phones',
    ask: 'Is the SIM the one that was in the phone when the backup was made?',
    path: () => ['world', 'device', 'sim'],
    options: { same: 'Yes', other: 'No, another one', none: 'There is none' },
    unasked: 'usual',
    usual: 'same',
  }),
];

const modelOf = (stated: CaseView['stated']): string | undefined => stringAt(stated, 'model');
const iosOf = (stated: CaseView['stated']): string | undefined => stringAt(stated, 'ios');
function stringAt(stated: CaseView['stated'], key: string): string | undefined {
  const value = valueAt(stated, ['world', 'device', key]);
  return typeof value === 'string' ? value : undefined;
}
const kindOfOld = ({ oldPhone: { kind } }: Draft): keyof typeof KIND_WORDS =>
  DEVICE_KINDS.find((each) => each === kind) ?? DEVICE_KINDS[0];
