import { type CaseView, caseViewOf } from '../case-view.ts';
import { CATEGORIES } from '../../rulebook/categories/categories.ts';
import { type Category, isNotSettled } from '../../rulebook/categories/category.ts';
import { PROGRAM_IDS, PROGRAMS } from '../../model/programs.ts';
import { addDays } from '../../model/time.ts';
import { isOfTile, ITEM_TILES, tilesIn } from '../item-tiles.ts';
import { isList, valueAt } from '../json.ts';
import { addTile, withoutItems } from '../parts.ts';
import type { Draft } from '../draft.ts';
import type { CasePart, QuestionRow, SaidAnswer } from '../question.ts';
import { atPath, setAt } from './at-path.ts';
import { dayMeant, todayOf } from './backups.questions.ts';

const all = ({ items }: CaseView): readonly CasePart[] =>
  items.map(({ id, title }) => ({ key: id, name: `“${title}”` }));
const where =
  (holds: (item: CaseView['items'][number]) => boolean) =>
  ({ items }: CaseView): readonly CasePart[] =>
    items.filter(holds).map(({ id, title }) => ({ key: id, name: `“${title}”` }));
const ofApps = where(({ category, app }) => category !== 'app' && app !== undefined);
const notTheApp = where(({ category }) => category !== 'app');
/** Where sources differ on what a backup brings, or an app keeps a backup of its own beside it. */
const perhapsInBackup = (view: CaseView, { key }: CasePart): boolean => {
  const item = view.items.find(({ id }) => id === key);
  if (item?.stated['inBackup'] !== undefined) return true;
  if (item?.stated['policy'] === 'own-cloud') return true;
  const category: Category | undefined = item && CATEGORIES[item.category];
  return category !== undefined && view.route !== 'direct' && isNotSettled(category, view.route);
};
/** What came after the backup to a device in use, where the program adds and may write over the files it lies in. */
function mayBeWrittenOver({ route, stated, items }: CaseView, { key }: CasePart): boolean {
  const item = items.find(({ id }) => id === key);
  if (item?.stated['stillShown'] !== undefined) return true;
  if (route !== 'computer' || valueAt(stated, ['world', 'device', 'state']) !== 'in-use') return false;
  const program = PROGRAM_IDS.find((id) => id === valueAt(stated, ['world', 'computer', 'software']));
  return (
    item?.stated['created'] !== undefined &&
    CATEGORIES[item.category].store !== 'apart' &&
    program !== undefined &&
    !PROGRAMS[program].byApple
  );
}
const keptElsewhere = where(({ service }) => service !== undefined);

/** Of every tile that is named something is there, and of no other. */
function withTiles(draft: Draft, before: readonly string[], tiles: readonly string[]): Draft {
  const without = before
    .filter((tile) => !tiles.includes(tile))
    .reduce((current, tile) => withoutItems(current, (item) => isOfTile(tile, item)), draft);
  return tiles.filter((tile) => !before.includes(tile)).reduce(addTile, without);
}
const listed = (said: SaidAnswer | undefined): readonly string[] =>
  said === undefined || said === '' ? [] : typeof said === 'string' ? [said] : said;
const BACKUP_WORDS = { icloud: 'The iCloud backup', computer: 'The computer backup' };

const copiesOf =
  (kind: string) =>
  ({ stated }: CaseView): readonly CasePart[] => {
    const copies = valueAt(stated, ['world', 'copies']);
    return (Array.isArray(copies) ? (copies as readonly Readonly<Record<string, unknown>>[]) : [])
      .filter((copy) => copy['kind'] === kind)
      .map((copy) => {
        const key = String(copy['id'] ?? kind);
        const of = Array.isArray(copy['of']) ? String(copy['of'][0]) : '';
        const title = valueAt(stated, ['world', 'items', of, 'title']);
        return { key, name: `“${typeof title === 'string' ? title : of}”` };
      });
  };
const ownBackups = copiesOf('own-backup');
const transfers = copiesOf('own-transfer');
const exists = (view: CaseView, { key }: CasePart): boolean =>
  valueAt(view.stated, ['world', 'copies', key, 'exists']) !== 'no';

/** The backup that an app makes itself, and its own way from phone to phone. */
const COPY_QUESTIONS: readonly QuestionRow[] = [
  atPath({
    id: 'copies.%.exists',
    card: 'items',
    ask: 'Does the app show a backup of its own of %?',
    parts: ownBackups,
    path: ({ key }) => ['world', 'copies', key, 'exists'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'open',
    usual: 'yes',
  }),
  atPath({
    id: 'copies.%.exists',
    card: 'items',
    ask: 'Does the app offer to move % from the old phone?',
    parts: transfers,
    path: ({ key }) => ['world', 'copies', key, 'exists'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'open',
    usual: 'yes',
  }),
  atPath({
    id: 'copies.%.password',
    card: 'accounts',
    ask: 'Is the app’s own backup of % sealed, and is its password or key known?',
    parts: ownBackups,
    asked: exists,
    path: ({ key }) => ['world', 'copies', key, 'password'],
    options: { none: 'It is not sealed', known: 'Sealed, and known', forgotten: 'Sealed, and forgotten' },
    unasked: 'open',
    usual: 'none',
    plays: ['none', 'forgotten'],
  }),
  atPath({
    id: 'copies.%.number',
    card: 'accounts',
    ask: 'Is the phone number or login for the backup of % still the same?',
    parts: ownBackups,
    asked: exists,
    path: ({ key }) => ['world', 'copies', key, 'number'],
    options: { same: 'Yes', changed: 'No' },
    unasked: 'usual',
    usual: 'same',
    plays: ['same', 'changed'],
  }),
  atPath({
    id: 'copies.%.oldPhone',
    card: 'items',
    ask: 'Does the old phone still have the app, with %?',
    parts: transfers,
    asked: exists,
    path: ({ key }) => ['world', 'copies', key, 'oldPhone'],
    options: { there: 'Yes', gone: 'No' },
    unasked: 'open',
    usual: 'there',
  }),
];

/** What is missing, and what is known of it. */
export const ITEM_QUESTIONS: readonly QuestionRow[] = [
  {
    id: 'items',
    card: 'items',
    ask: 'What is missing, and what else was expected?',
    kind: 'several',
    options: () => ITEM_TILES,
    unasked: 'usual',
    read: (view) => {
      const tiles = tilesIn(view);
      return tiles.length === 0 && view.draft.basis === 'call' ? undefined : tiles;
    },
    write: (draft, _part, said) => withTiles(draft, tilesIn(caseViewOf(draft)), listed(said)),
    // What nobody has named has no fate.
    open: () => ({ plays: [] }),
    paths: () => [['world', 'items']],
  },
  atPath({
    id: 'items.%.created',
    card: 'items',
    ask: 'When did % come to be?',
    kind: 'when',
    parts: notTheApp,
    path: ({ key }) => ['world', 'items', key, 'created'],
    options: () => [
      { value: '1 year', words: 'Long ago' },
      { value: '2 weeks', words: 'In the last weeks' },
      { value: '0 days', words: 'Today' },
    ],
    unasked: 'usual',
    plays: ({ today }) => [addDays(today, -365), today],
    writes: (said, draft) => dayMeant(said, todayOf(draft)),
  }),
  {
    id: 'items.%.heldBy',
    card: 'items',
    ask: 'Which of the backups show %?',
    kind: 'several',
    parts: notTheApp,
    asked: ({ backups }) => backups.length > 0,
    options: ({ backups }) =>
      backups.map(({ id, kind }) => ({ value: id, words: BACKUP_WORDS[kind], means: `“${id}”` })),
    unasked: 'usual',
    read: (view, { key }) => {
      const held = valueAt(view.stated, ['world', 'items', key, 'heldBy']);
      return isList(held) ? held.map(String) : undefined;
    },
    write: (draft, { key }, said) =>
      setAt(draft, ['world', 'items', key, 'heldBy'], said === undefined ? undefined : listed(said)),
    open: ({ backups }) => ({ plays: [...backups.map(({ id }) => id), ''] }),
    paths: (_view, { key }) => [['world', 'items', key, 'heldBy']],
  },
  atPath({
    id: 'items.%.count',
    card: 'items',
    ask: 'How many pieces is %?',
    kind: 'amount',
    parts: all,
    path: ({ key }) => ['world', 'items', key, 'count'],
    options: () => [],
    unasked: 'usual',
    plays: [],
  }),
  atPath({
    id: 'items.%.bytes',
    card: 'items',
    ask: 'How large is %?',
    kind: 'amount',
    parts: all,
    path: ({ key }) => ['world', 'items', key, 'bytes'],
    options: () => [],
    unasked: 'usual',
    plays: [],
  }),
  atPath({
    id: 'items.%.inBackup',
    card: 'items',
    ask: 'Was % seen on the phone after the restore, before anybody signed in or opened the app’s own backup?',
    parts: all,
    asked: perhapsInBackup,
    path: ({ key }) => ['world', 'items', key, 'inBackup'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
  }),
  atPath({
    id: 'items.%.uploaded',
    card: 'switches',
    ask: 'Can the customer see % on another device of the account or, where it shows such data, on iCloud.com?',
    parts: keptElsewhere,
    path: ({ key }) => ['world', 'items', key, 'uploaded'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
  }),
  atPath({
    id: 'items.%.carried',
    card: 'items',
    ask: 'Is % on the new phone after the move?',
    parts: all,
    asked: ({ route }) => route === 'direct',
    path: ({ key }) => ['world', 'items', key, 'carried'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
  }),
  atPath({
    id: 'items.%.stillShown',
    card: 'items',
    ask: 'Does the phone still show % after the restore?',
    parts: all,
    asked: mayBeWrittenOver,
    path: ({ key }) => ['world', 'items', key, 'stillShown'],
    options: { yes: 'Yes', no: 'No' },
    unasked: 'usual',
  }),
  atPath({
    id: 'items.%.backupSwitch',
    card: 'switches',
    ask: 'Is the app of % switched on in the list of apps of iCloud Backup?',
    parts: ofApps,
    asked: (view, { key }) =>
      view.route === 'icloud' &&
      ['app-data', 'app-group-data'].includes(String(valueAt(view.stated, ['world', 'items', key, 'category']))) &&
      !['server', 'excludes-itself'].includes(String(valueAt(view.stated, ['world', 'items', key, 'policy']))),
    path: ({ key }) => ['world', 'items', key, 'backupSwitch'],
    options: { on: 'On', off: 'Off' },
    unasked: 'open',
    usual: 'on',
  }),
  ...COPY_QUESTIONS,
];
