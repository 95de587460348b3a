import { expect, test } from 'vitest';
import { scenarioFrom } from '../../../src/scenario/scenario-from.ts';
import { problemsOf } from '../stories.ts';

type Plain = Record<string, unknown>;
const NAMELESS = { title: 'A story', why: 'For a test.', expect: { outcome: 'completed' } };
/** What is wrong with a story, as `path: message | advice`; the sign # marks a key. */
const told = (world: Plain, rest: Plain = {}): string[] =>
  problemsOf(() =>
    scenarioFrom({ ...NAMELESS, ...rest, world }, 'story', (complaints) =>
      complaints.map(({ path, at, message, advice }) => ({
        file: `${path.join('/')}${at === 'key' ? '#' : ''}`,
        message,
        ...(advice === undefined ? {} : { advice }),
      })),
    ),
  ).map(({ file, message, advice }) => `${file}: ${message}${advice === undefined ? '' : ` | ${advice}`}`);
const PHOTOS = { category: 'photos' };
const copies = (...more: readonly Plain[]) => ({
  items: [PHOTOS],
  copies: more.map((copy, at) => ({ id: `c${at}`, of: ['photos'], ...copy })),
});
const needs = (graph: Readonly<Record<string, readonly string[]>>) => ({
  items: Object.entries(graph).map(([id, others]) => ({ id, category: 'notes', needs: others })),
});
const CIRCLE = 'needs this item itself, so neither could ever be of use | Name under “needs” only what has to be';
const fails = (category: string, more: Plain) => ({ items: [{ category, fails: more }] });

test.each<[what: string, world: Plain, says: readonly string[]]>([
  [
    'an old phone of the device’s own name',
    { device: { name: 'Blue' }, oldPhone: { name: 'Blue' } },
    [
      'world/oldPhone/name: the old phone and the device have one name, “Blue”: they would be one device | ' +
        'Give the old phone a name of its own, or the device one.',
    ],
  ],
  ['an old phone of another name', { device: { name: 'Blue' }, oldPhone: { name: 'Red' } }, []],
  [
    'accounts that are not there, wherever they are named',
    {
      accounts: [{ id: 'mara' }],
      oldPhone: { account: 'mira' },
      services: { account: 'mira' },
      ...copies({ kind: 'own-backup', account: 'mira' }),
    },
    ['oldPhone', 'services', 'copies/0'].map(
      (at) => `world/${at}/account: there is no account “mira” in this scenario | Did you mean “mara”?`,
    ),
  ],
  [
    'items and backups that are not there',
    {
      accounts: [],
      items: [{ ...PHOTOS, heldBy: ['nightly'], needs: ['photo'] }],
      copies: [{ kind: 'web', of: ['photos', 'photo'] }],
    },
    [
      'world/copies/0/of/1: there is no item “photo” in this scenario | Did you mean “photos”?',
      'world/items/0/heldBy/0: there is no backup “nightly” in this scenario | Known: none.',
      'world/items/0/needs/0: there is no item “photo” in this scenario | Did you mean “photos”?',
    ],
  ],
  ['needs in a row', needs({ a: ['b', 'c'], b: ['c'], c: [] }), []],
  ['an item that needs itself', needs({ a: ['a'] }), [`world/items/0/needs/0: “a” ${CIRCLE} there first.`]],
  [
    'a circle of three, in whatever order',
    needs({ a: ['b'], b: ['d', 'c'], c: ['a'], d: [] }),
    [
      `world/items/0/needs/0: “b” ${CIRCLE} there first.`,
      `world/items/1/needs/1: “c” ${CIRCLE} there first.`,
      `world/items/2/needs/0: “a” ${CIRCLE} there first.`,
    ],
  ],
  [
    'an item that needs a circle, and is none of it',
    needs({ a: ['b'], b: ['b'] }),
    [`world/items/1/needs/0: “b” ${CIRCLE} there first.`],
  ],
  [
    'what says nothing of a copy of its kind',
    copies(
      { kind: 'web', where: 'there', days: 3 },
      { kind: 'own-transfer', days: 3 },
      { kind: 'own-backup', days: 3 },
    ),
    [
      'world/copies/0/days#: “days” says nothing of a copy of the kind “web” | It takes: where.',
      'world/copies/1/days#: “days” says nothing of a copy of the kind “own-transfer” | ' +
        'It takes: where, exists, number, oldPhone, fails, afterFailure.',
    ],
  ],
  [
    'a backup that stops at an item',
    fails('photos', { at: 'capture', and: 'stops' }),
    [
      'world/items/0/fails/and: a backup that stops at an item never finishes | ' +
        'Say “complete: no” of the backup, or “and: skipped” here.',
    ],
  ],
  ['a backup that skips an item', fails('photos', { at: 'capture', and: 'skipped' }), []],
  ['a restore that stops at an item', fails('photos', { at: 'placement', and: 'stops' }), []],
  [
    'a download of what comes before the restart',
    fails('messages', { at: 'download' }),
    ['world/items/0/fails/at: messages come before the restart, not with the download | Write “at: placement”.'],
  ],
  ['a failure of what comes before the restart, there', fails('messages', { at: 'placement' }), []],
  ['a download of photos', fails('photos', { at: 'download' }), []],
  [
    'a bad name where nothing looks at names',
    fails('photos', { at: 'download', because: 'bad-name' }),
    [
      'world/items/0/fails/at: a name with a slash is refused where the data are put in place | ' +
        'Write “at: placement”, or leave out “because”.',
    ],
  ],
  ['a bad name where they are put in place', fails('photos', { at: 'placement', because: 'bad-name' }), []],
  [
    'what is later than today',
    {
      today: '2026-03-01T10:00',
      backups: [
        { id: 'now', made: '2026-03-01' },
        { id: 'late', made: '2026-03-02' },
      ],
      items: [
        { ...PHOTOS, created: '2026-03-01' },
        { category: 'notes', created: '2026-03-02' },
      ],
    },
    [
      'world/backups/1/made: the backup is from 2026-03-02, after the story’s today (2026-03-01) | ' +
        'Set “today” later, or the backup earlier.',
      'world/items/1/created: this comes from 2026-03-02, after the story’s today (2026-03-01) | ' +
        'Set “today” later, or this date earlier.',
    ],
  ],
  [
    'two apps of no name',
    {
      items: [
        { id: 'one', category: 'app' },
        { id: 'two', category: 'app' },
      ],
    },
    [],
  ],
  [
    'two of one id, and two apps of one name',
    {
      accounts: [{ id: 'a' }, { id: 'a' }],
      items: [
        { id: 'one', category: 'app', app: 'bank' },
        { id: 'data', category: 'app-data', app: 'bank' },
        { id: 'two', category: 'app', app: 'bank' },
      ],
    },
    [
      'world/accounts/1/id: two accounts have the id “a” | Give one of them an “id” of its own.',
      'world/items/2/app: two items are the app “bank”: one and two | Give each app a name of its own under “app”.',
    ],
  ],
])('%s', (_what, world, says) => {
  expect(told(world)).toEqual(says);
});

const WORLD = { accounts: [{ id: 'mara' }, { id: 'ola' }], items: [PHOTOS] };
test.each<[what: string, rest: Plain, says: readonly string[]]>([
  [
    'expectations of items that are not there',
    {
      expect: {
        outcome: 'completed',
        items: { photo: 'restored' },
        attempts: [{ same: true, items: { photo: 'restored' } }],
        whatIf: [{ for: 'photo', nothing: true }],
      },
    },
    [
      'expect/items/photo#: there is no item “photo” in this scenario | Did you mean “photos”?',
      'expect/attempts/0/items/photo#: there is no item “photo” in this scenario | Did you mean “photos”?',
      'expect/whatIf/0/for: there is no item “photo” in this scenario | Did you mean “photos”?',
    ],
  ],
  [
    'an event without its account, and one with an account too many',
    { script: [{ wait: 'next' }, { do: 'store.passwordSkipped' }, { do: 'back', account: 'ola' }] },
    [
      'script/1: store.passwordSkipped needs “account” | Add “account: …”. Known: mara, ola.',
      'script/2/account#: back takes no “account”',
    ],
  ],
  [
    'an event without an app where there is none',
    { attempts: [{}, { script: [{ do: 'app.loggedIn' }] }] },
    ['attempts/1/script/0: app.loggedIn needs “app” | Add “app: …”.'],
  ],
  [
    'a change that would rename',
    { attempts: [{ change: { 'items.photos.id': 'other', 'items.photos.count': '3' } }] },
    [
      'attempts/0/change/items.photos.id#: “items.photos.id” cannot change: it is what the item is known by | ' +
        'Change what is so about it, and leave its name.',
    ],
  ],
  [
    'steps out of order, and a delay of nothing',
    {
      script: [
        { do: 'back', step: 9 },
        { do: 'back', step: 4 },
        { do: 'back', step: 9, during: 'sync' },
        { do: 'stop.tapped', after: '1h' },
        { do: 'stop.tapped', step: 12, after: '1h' },
      ],
    },
    [
      'script/1/step: step 4 is not after step 9 | Put the entries in the order of their steps.',
      'script/2/step#: “step” says the moment alone | Leave out “during” and “after”, or the step.',
      'script/2/step: step 9 is not after step 9 | Put the entries in the order of their steps.',
      'script/4/step#: “step” says the moment alone | Leave out “during” and “after”, or the step.',
      'script/3/after#: stop.tapped says how long “after”, and not after the beginning of which part of the story | ' +
        'Add “during: download”.',
    ],
  ],
])('%s', (_what, rest, says) => {
  expect(told(WORLD, rest)).toEqual(says);
});

test('twenty are told at most', () => {
  const items = Array.from({ length: 30 }, (_, at) => ({ id: `i${at}`, category: 'notes', needs: ['purple'] }));
  expect(told({ items })).toHaveLength(20);
});

test('of the names that could stand there twelve are told', () => {
  const accounts = Array.from({ length: 13 }, (_, at) => ({ id: `a${at}` }));
  expect(told({ accounts }, { script: [{ do: 'store.passwordSkipped' }] })[0]).toMatch(/ Known: a0, a1, .*, a11\.$/);
});
