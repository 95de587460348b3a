import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { PROGRAMS } from '../../model/programs.ts';
import { parseDuration } from '../../model/duration.ts';
import { addDays, DAY_LENGTH } from '../../model/time.ts';
import { STARTING_WORLDS } from '../../scenario/starting-worlds.ts';
import type { Draft } from '../draft.ts';
import { type CaseView, caseViewOf } from '../case-view.ts';
import { freeName, withList } from '../parts.ts';
import { valueAt } from '../json.ts';
import type { CasePart, QuestionRow } from '../question.ts';
import { atPath, optionsIn, setAt } from './at-path.ts';

const KIND_WORDS = { icloud: 'iCloud backup', computer: 'computer backup' } as const;

const partsOf = ({ backups }: CaseView, kind?: (typeof BACKUP_ROUTES)[number]): readonly CasePart[] => {
  const among = backups.filter((backup) => kind === undefined || backup.kind === kind);
  return among.map(({ id, kind: each }) => {
    const isOnlyOne = backups.filter((other) => other.kind === each).length === 1;
    return { key: id, name: isOnlyOne ? `the ${KIND_WORDS[each]}` : `the ${KIND_WORDS[each]} “${id}”` };
  });
};
/** Every backup as people tell it apart. */
export const backupsInWords = (view: CaseView): readonly CasePart[] => partsOf(view);
const all = (view: CaseView): readonly CasePart[] => partsOf(view);
const inICloud = (view: CaseView): readonly CasePart[] => partsOf(view, 'icloud');
const onComputer = (view: CaseView): readonly CasePart[] => partsOf(view, 'computer');

/** Every day that an age or a date of the customer's means: `3 weeks` ago, or the day itself. */
export function dayMeant(said: string, today: string): string {
  const ms = parseDuration(said);
  return ms === undefined ? said : addDays(today, -Math.round(ms / DAY_LENGTH));
}

export const todayOf = ({ stated }: Draft): string => {
  const today = valueAt(stated, ['world', 'today']);
  return typeof today === 'string' ? today : STARTING_WORLDS.modern.today;
};

/** The backups of the kinds that were named: those there are, and one of each kind that is not there yet. */
function withKinds(draft: Draft, kinds: readonly string[]): Draft {
  const kept = caseViewOf(draft).backups.filter(({ kind }) => kinds.includes(kind));
  const added = BACKUP_ROUTES.filter((kind) => kinds.includes(kind) && !kept.some((backup) => backup.kind === kind));
  return withList(draft, 'backups', [
    ...kept.map(({ stated }) => stated),
    ...added.map((kind) => ({ id: freeName(draft, 'backups', kind), kind })),
  ]);
}

/** Which backups there are, and what each is. */
export const BACKUP_QUESTIONS: readonly QuestionRow[] = [
  {
    id: 'backups',
    card: 'backups',
    ask: 'Which backups are there?',
    kind: 'several',
    options: () => optionsIn({ icloud: 'In iCloud', computer: 'On a computer' }),
    unasked: 'open',
    read: (view) => {
      if (view.draft.basis === 'call' && valueAt(view.draft.stated, ['world', 'backups']) === undefined)
        return undefined;
      return BACKUP_ROUTES.filter((kind) => view.backups.some((backup) => backup.kind === kind));
    },
    write: (draft, _part, said) =>
      said === undefined
        ? setAt(draft, ['world', 'backups'], undefined)
        : withKinds(draft, typeof said === 'string' ? (said === 'none' ? [] : [said]) : said),
    open: () => ({ plays: ['icloud', 'computer', 'none'] }),
    paths: () => [['world', 'backups']],
  },
  atPath({
    id: 'route',
    card: 'backups',
    ask: 'From where do the data come, or from where were they to come?',
    path: () => ['route'],
    options: { icloud: 'From iCloud', computer: 'From the computer', direct: 'Straight from the old phone' },
    unasked: 'open',
    usual: 'icloud',
    plays: ({ backups }) =>
      backups.length > 0 && backups.every(({ kind }) => kind === 'computer')
        ? ['computer', 'icloud', 'direct']
        : ['icloud', 'computer', 'direct'],
  }),
  atPath({
    id: 'backups.%.made',
    card: 'backups',
    ask: 'How old is %?',
    kind: 'when',
    parts: all,
    path: ({ key }) => ['world', 'backups', key, 'made'],
    options: () =>
      optionsIn({
        '1 day': 'A day',
        '1 week': 'A week',
        '3 weeks': 'Three weeks',
        '3 months': 'Three months',
        '7 months': 'More than half a year',
        '13 months': 'More than a year',
      }),
    unasked: 'open',
    plays: ['1 day', '3 weeks', '7 months', '13 months'],
    writes: (said, draft) => dayMeant(said, todayOf(draft)),
  }),
  atPath({
    id: 'backups.%.encrypted',
    card: 'backups',
    ask: 'Is “Encrypt local backup” switched on for %?',
    parts: onComputer,
    path: ({ key }) => ['world', 'backups', key, 'encrypted'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'open',
    usual: 'no',
  }),
  atPath({
    id: 'backups.%.password',
    card: 'backups',
    ask: 'Does somebody know the password of %?',
    parts: onComputer,
    asked: (view, part) => valueAt(view.stated, ['world', 'backups', part.key, 'encrypted']) !== 'no',
    path: ({ key }) => ['world', 'backups', key, 'password'],
    options: { known: 'Yes', forgotten: 'No, it is forgotten' },
    unasked: 'open',
    usual: 'known',
    plays: ['known', 'forgotten'],
    canBeUnknown: true,
  }),
  atPath({
    id: 'computer.software',
    card: 'backups',
    ask: 'Which program restored it?',
    asked: ({ route }) => route === 'computer',
    path: () => ['world', 'computer', 'software'],
    options: () => Object.entries(PROGRAMS).map(([value, { title }]) => ({ value, words: title })),
    unasked: 'usual',
    usual: 'finder',
    plays: ['finder', 'idevicebackup2', 'tool'],
  }),
  atPath({
    id: 'backups.%.account',
    card: 'backups',
    ask: 'Which account made %?',
    parts: inICloud,
    asked: ({ accounts }) => accounts.length > 1,
    path: ({ key }) => ['world', 'backups', key, 'account'],
    options: ({ accounts }) => accounts.map(({ id, words }) => ({ value: id, words })),
    unasked: 'open',
    usual: ({ accounts }) => accounts[0]?.id,
    plays: ({ accounts }) => accounts.map(({ id }) => id),
  }),
  atPath({
    id: 'backups.%.ios',
    card: 'backups',
    ask: 'Which iOS made %?',
    kind: 'list',
    parts: all,
    asked: (view, { key }) => valueAt(view.draft.stated, ['world', 'backups', key, 'ios']) !== undefined,
    path: ({ key }) => ['world', 'backups', key, 'ios'],
    options: () => optionsIn({ '26.2': '26.2', '18.3': '18.3', '17.0': '17.0' }),
    unasked: 'usual',
    plays: ['18.3', '26.2'],
  }),
  atPath({
    id: 'backups.%.complete',
    card: 'backups',
    ask: 'Did the phone ever say that % was finished?',
    parts: all,
    path: ({ key }) => ['world', 'backups', key, 'complete'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
    usual: 'yes',
    plays: ['yes', 'no'],
  }),
  atPath({
    id: 'backups.%.damaged',
    card: 'backups',
    ask: 'Did anything say that % is damaged?',
    parts: all,
    path: ({ key }) => ['world', 'backups', key, 'damaged'],
    options: { no: 'No', yes: 'Yes' },
    unasked: 'usual',
    usual: 'no',
    plays: ['no', 'yes'],
  }),
  atPath({
    id: 'backups.%.after180Days',
    card: 'backups',
    ask: 'Is % still listed, although it is over 180 days old?',
    parts: inICloud,
    asked: (view, { key }) => {
      const made = valueAt(view.stated, ['world', 'backups', key, 'made']);
      return typeof made === 'string' && made < addDays(view.today, -180);
    },
    path: ({ key }) => ['world', 'backups', key, 'after180Days'],
    options: { kept: 'Yes', deleted: 'No, it is gone' },
    unasked: 'open',
    usual: 'kept',
    plays: ['kept', 'deleted'],
  }),
  atPath({
    id: 'backups.%.space',
    card: 'backups',
    ask: 'Was % made in the room that Apple lends for the move to a new phone?',
    parts: inICloud,
    path: ({ key }) => ['world', 'backups', key, 'space'],
    options: { plan: 'No, in the room of the plan', borrowed: 'Yes' },
    unasked: 'usual',
    usual: 'plan',
    plays: ['plan', 'borrowed'],
  }),
  atPath({
    id: 'backups.%.extended',
    card: 'backups',
    ask: 'Was the lent room of % prolonged?',
    parts: inICloud,
    asked: (view, { key }) => valueAt(view.stated, ['world', 'backups', key, 'space']) === 'borrowed',
    path: ({ key }) => ['world', 'backups', key, 'extended'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'open',
    usual: 'no',
  }),
  atPath({
    id: 'backups.%.passcodeSet',
    card: 'backups',
    ask: 'Did the phone have a passcode when % was made?',
    parts: all,
    path: ({ key }) => ['world', 'backups', key, 'passcodeSet'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'open',
    usual: 'yes',
  }),
];
