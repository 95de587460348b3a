import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import * as own from '../../../../src/rulebook/case/own-ways.ts';
import { SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { OWN_WAY_FACTS } from '../../../../src/rulebook/facts/own-ways.facts.ts';
import { questionFor } from '../../../../src/rulebook/judge/decide.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const at = (more: Partial<Situation> = {}): Situation => ({ ...SITUATION_AT_START, account: 'mara', ...more });
/** Chats of one app, with the ways that the app itself has for them. */
const app = (copies: readonly Plain[], item: Plain = {}, world: Plain = {}): CaseFile =>
  caseFile({
    today: '2026-03-01',
    device: { name: 'red' },
    accounts: [{ id: 'mara' }, { id: 'ola' }],
    backups: [{ id: 'b', made: '2026-02-01', device: 'blue' }],
    items: [
      { id: 'chats', category: 'app-data', app: 'x', ...item },
      { id: 'other', category: 'photos' },
    ],
    copies: copies.map((copy) => ({ of: ['chats'], ...copy })),
    ...world,
  });
const chats = (file: CaseFile) => must(file.item('chats'), 'the chats');
const state = (way: own.OwnWay, file: CaseFile, situation = at()) => own.ownState(file, chats(file), situation, way);

test('an item has the ways that are stated, or the one of an app with a cloud of its own', () => {
  const backup = { kind: 'own-backup', made: '2026-02-20' };
  const kinds = (file: CaseFile) => own.ownWaysOf(file, chats(file)).map(({ kind }) => kind);
  const having = (file: CaseFile) => own.itemsWithOwnWays(file).map(({ id }) => id);
  expect([kinds(app([])), having(app([]))]).toEqual([[], []]);
  expect(kinds(app([backup, { kind: 'own-transfer' }, { kind: 'other-device' }]))).toEqual([
    'own-backup',
    'own-transfer',
  ]);
  expect(having(app([backup]))).toEqual(['chats']);
  expect(own.statesOwnWay(app([{ kind: 'other-device' }]), chats(app([])))).toBe(false);

  const cloud = app([], { policy: 'own-cloud' });
  expect(own.ownWaysOf(cloud, chats(cloud))).toMatchObject([{ kind: 'own-backup', of: ['chats'], exists: 'yes' }]);
  expect([having(cloud), having(app([], { policy: 'own-cloud', inBackup: 'yes' }))]).toEqual([[], ['chats']]);
  expect(having(app([], { inBackup: 'yes' }))).toEqual([]);
  expect(own.ownWaysOf(app([backup], { policy: 'own-cloud' }), chats(cloud))).toHaveLength(1);
});

test('what is known of the backup of the phone counts beside an own way, whatever the app is called', () => {
  const apart = (copies: readonly Plain[], item: Plain): string => {
    const file = app(copies, item);
    return OWN_WAY_FACTS['own.kept-apart'].read(questionFor(file, chats(file), at()));
  };
  const backup = [{ kind: 'own-backup' }];
  expect([undefined, 'yes', 'no', 'unknown'].map((inBackup) => apart(backup, inBackup ? { inBackup } : {}))).toEqual([
    'no',
    'no',
    'yes',
    'unknown',
  ]);
  const cloud = (inBackup: Plain) => apart(backup, { policy: 'own-cloud', ...inBackup });
  expect([cloud({}), cloud({ inBackup: 'yes' }), cloud({ inBackup: 'no' })]).toEqual(['unknown', 'no', 'yes']);
  expect(apart([], { inBackup: 'no' })).toBe('no');
});

describe('an own backup', () => {
  test.each<[string, Plain, Plain, string]>([
    ['ready', {}, {}, 'ready'],
    ['never made', { exists: 'no' }, {}, 'missing'],
    ['of which nobody knows', { exists: 'unknown' }, {}, 'unknown'],
    ['kept until today', { until: '2026-03-01' }, {}, 'ready'],
    ['kept until yesterday', { until: '2026-02-28' }, {}, 'over'],
    ['of the day of the chats', { made: '2026-02-10' }, { created: '2026-02-10' }, 'ready'],
    ['from before the chats', { made: '2026-02-09' }, { created: '2026-02-10' }, 'too-old'],
    ['with a day, and chats without', { made: '2026-02-09' }, {}, 'ready'],
    ['that reaches back far enough', { days: 19 }, { created: '2026-02-10' }, 'ready'],
    ['that does not reach back as far', { days: 18 }, { created: '2026-02-10' }, 'not-covered'],
    ['that reaches back from its day', { days: 5, made: '2026-02-15' }, { created: '2026-02-10' }, 'ready'],
    ['that does not from its day', { days: 4, made: '2026-02-15' }, { created: '2026-02-10' }, 'not-covered'],
    ['that reaches back, and chats without a day', { days: 4 }, {}, 'unknown'],
    ['with a password that is known', { password: 'known' }, {}, 'ready'],
    ['with a password that is forgotten', { password: 'forgotten' }, {}, 'password-forgotten'],
    ['of another number', { number: 'changed' }, {}, 'number-changed'],
    ['of the account', { account: 'mara' }, {}, 'ready'],
    ['of another account', { account: 'ola' }, {}, 'other-account'],
    ['that breaks off', { fails: 'yes' }, {}, 'fails'],
  ])('%s', (_, copy, item, expected) => {
    const file = app([{ kind: 'own-backup', ...copy }], item);
    expect(state('own-backup', file)).toBe(expected);
    expect(state('own-transfer', file)).toBe('none');
    const brings = { ready: 'yes', 'other-account': 'yes', unknown: 'unknown' }[expected] ?? 'no';
    expect(own.isInOwnBackup(file, chats(file), at())).toBe(brings);
  });

  test('opens under a second account too', () => {
    expect(state('own-backup', app([{ kind: 'own-backup', account: 'ola' }]), at({ besides: 'ola' }))).toBe('ready');
    expect(state('own-backup', app([{ kind: 'own-backup' }]), at({ besides: null }))).toBe('ready');
  });

  test('of several the one counts that can be used, or that perhaps can, or else the first', () => {
    const backup = (more: Plain): Plain => ({ kind: 'own-backup', ...more });
    const [missing, unknown, ready, over] = [
      backup({ id: 'a', exists: 'no' }),
      backup({ id: 'b', exists: 'unknown' }),
      backup({ id: 'c' }),
      backup({ id: 'd', until: '2026-01-01' }),
    ];
    expect(state('own-backup', app([missing, unknown, ready]))).toBe('ready');
    expect(state('own-backup', app([missing, unknown, over]))).toBe('unknown');
    expect(state('own-backup', app([missing, over]))).toBe('missing');
    expect(state('own-backup', app([over, missing]))).toBe('over');
  });
});

describe('an own transfer', () => {
  const transfer = (copy: Plain, world: Plain = {}, item: Plain = {}) =>
    state('own-transfer', app([{ kind: 'own-transfer', ...copy }], item, world));

  test.each<[string, Plain, Plain, Plain, string]>([
    ['from a phone that nobody tells of', {}, {}, {}, 'ready'],
    ['from a phone at hand', {}, { oldPhone: { name: 'blue', state: 'at-hand' } }, {}, 'ready'],
    ['from a phone of which nobody knows', {}, { oldPhone: { name: 'blue', state: 'unknown' } }, {}, 'unknown'],
    ['from one that is gone', {}, { oldPhone: { name: 'blue', state: 'gone' } }, {}, 'old-phone-gone'],
    [
      'from one that is erased, whatever the copy says',
      { oldPhone: 'there' },
      { oldPhone: { name: 'blue', state: 'erased' } },
      {},
      'old-phone-gone',
    ],
    ['that is said to be there', { oldPhone: 'there' }, { oldPhone: { name: 'blue', state: 'unknown' } }, {}, 'ready'],
    ['that is said to be gone', { oldPhone: 'gone' }, {}, {}, 'old-phone-gone'],
    ['of which nobody knows whether the data are there', { oldPhone: 'unknown' }, {}, {}, 'unknown'],
    ['from this very device', {}, {}, { on: 'red' }, 'old-phone-gone'],
    ['to another number', { number: 'changed' }, {}, {}, 'number-changed'],
    ['that breaks off', { fails: 'yes' }, {}, {}, 'fails'],
    ['that breaks off for good', { fails: 'yes', afterFailure: 'emptied' }, {}, {}, 'fails-for-good'],
    ['that breaks off, and nobody knows what is left', { fails: 'yes', afterFailure: 'unknown' }, {}, {}, 'unknown'],
  ])('%s', (_, copy, world, item, expected) => {
    expect(transfer(copy, world, item)).toBe(expected);
  });
});
