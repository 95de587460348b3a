import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import type { Gate } from '../../../src/model/fates.ts';
import { CaseFile, OLD_PHONE } from '../../../src/rulebook/case/case-file.ts';
import { type Situation, SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { askOn } from '../../../src/rulebook/facts/ask-on.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { cellsOf } from '../../../src/rulebook/judge/cells.ts';
import { compareConditions } from '../../../src/rulebook/judge/compare-conditions.ts';
import { decide, questionFor } from '../../../src/rulebook/judge/decide.ts';
import { rowsAsked, sectionFor } from '../../../src/rulebook/judge/rows.ts';
import * as j from '../../../src/rulebook/judge/judgement.ts';
import type { RuleBook } from '../../../src/rulebook/tables/rule.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { caseFile, story } from '../stories.ts';
import { ruleOf } from './rule-of.ts';

type Plain = Record<string, unknown>;
const at = (more: Partial<Situation> = {}): Situation => ({
  ...SITUATION_AT_START,
  backup: 'b',
  account: 'mara',
  ios: '18.3',
  ...more,
});
const fileOf = (book: RuleBook, world: Plain, rest: Plain = {}): CaseFile =>
  new CaseFile(
    story({ accounts: [{ id: 'mara' }], backups: [{ id: 'b', made: '2026-02-01' }], ...world }, rest).world,
    book,
    'a test',
  );
const itemOf = (file: CaseFile, id: string) => must(file.item(id), id);
const PHOTO = { id: 'it', category: 'photos' };

describe('the cells of a row', () => {
  test('are its facts with their values, and the iOS with which it holds', () => {
    const when = { 'backup.encrypted': 'yes', 'item.protection': ['none', 'migratory'] } as const;
    expect(cellsOf(ruleOf('eligibility', when))).toEqual([
      ['backup.encrypted', ['yes']],
      ['item.protection', ['none', 'migratory']],
    ]);
    expect(
      cellsOf(ruleOf('eligibility', {}, { ios: { backup: { before: '4.0' }, device: { from: '27.0' } } })),
    ).toEqual([
      ['backup.ios', ['older', 'ios-3.0']],
      ['device.ios', ['ios-27.0']],
    ]);
  });

  test('have it that what a list of files names lies in the backup, where a computer could have made it', () => {
    const unless = ['item.listed', ['not-known', 'not-named']];
    expect(cellsOf(ruleOf('capture', {}))).toEqual([unless]);
    expect(cellsOf(ruleOf('capture', {}, { routes: ['icloud', 'computer'] }))).toEqual([unless]);
    expect(cellsOf(ruleOf('capture', {}, { routes: ['icloud'] }))).toEqual([]);
    expect(cellsOf(ruleOf('erase', {}))).toEqual([]);
    expect(cellsOf(ruleOf('capture', { 'item.listed': 'not-named' }))).toEqual([['item.listed', ['not-named']]]);
  });

  test('are worked out once', () => {
    const one = ruleOf('capture', {});
    expect(cellsOf(one)).toBe(cellsOf(one));
    const book = { one };
    expect(sectionFor(book, 'modern', 'icloud', 'photos')).toBe(sectionFor(book, 'modern', 'icloud', 'photos'));
    expect(sectionFor(book, 'modern', 'icloud', 'photos')).not.toBe(sectionFor(book, 'ios8', 'icloud', 'photos'));
  });
});

test('what an erase took for good is told before why no backup held it', () => {
  const book = {
    held: ruleOf('capture', {}),
    lost: ruleOf('erase', {}, { outcome: 'lost-at-erase' }),
    later: ruleOf('erase', {}),
  };
  const { byGate } = sectionFor(book, 'modern', 'icloud', 'photos');
  expect(rowsAsked(byGate, ['capture', 'erase']).map(({ id }) => id)).toEqual(['lost', 'held', 'later']);
  expect(rowsAsked(byGate, ['capture']).map(({ id }) => id)).toEqual(['held']);
});

describe('whether a backup holds an item', () => {
  test('is asked as if nothing had been erased', () => {
    const book = {
      erased: ruleOf('capture', { 'device.taken': 'erased' }),
      plain: ruleOf('capture', { 'item.created': 'after' }),
    };
    const file = fileOf(book, { items: [PHOTO, { id: 'new', category: 'photos', created: '2026-02-02' }] });
    const held = (id: string) =>
      questionFor(file, itemOf(file, id), at()).isHeldBy(itemOf(file, id), must(file.backup('b'), 'b'));
    expect([held('it'), held('new')]).toEqual(['yes', 'no']);
    expect(questionFor(file, itemOf(file, 'it'), at()).route).toBe('icloud');
  });

  test('and where its list does not name it, no row that hangs on a fact has a say', () => {
    const book = {
      hangs: ruleOf('capture', { 'backup.encrypted': 'yes' }, { routes: ['computer'] }),
      sure: ruleOf('capture', { 'item.listed': 'not-named' }, { routes: ['computer'] }),
      later: ruleOf('eligibility', { 'backup.encrypted': 'yes' }),
    };
    const verdict = (list: string, gates: readonly Gate[]) => {
      const file = fileOf(
        book,
        {
          backups: [{ id: 'b', made: '2026-02-01', kind: 'computer', encrypted: 'unknown', list }],
          items: [{ ...PHOTO, listed: 'no' }],
        },
        { route: 'computer' },
      );
      return decide(questionFor(file, itemOf(file, 'it'), at()), gates);
    };
    expect(verdict('read', ['capture'])).toMatchObject({ rule: 'sure', outcome: 'excluded', also: [] });
    expect(verdict('not-read', ['capture'])).toMatchObject({ rule: 'hangs', missing: 'backup.encrypted' });
    // At another gate the list says nothing.
    expect(verdict('read', ['eligibility'])).toMatchObject({ rule: 'later', missing: 'backup.encrypted' });
  });
});

test('a row hangs on a fact of which nobody knows only with a value that is possible', () => {
  const parts = [
    { id: 'app', category: 'app', app: 'x' },
    { id: 'data', category: 'app-data', app: 'x', needs: ['app'] },
  ];
  const outcome = (values: 'key' | 'app' | readonly ('key' | 'app')[]) => {
    const file = fileOf({ it: ruleOf('phone', { 'item.lacks': values }) }, { items: parts });
    const lacking = [{ ...itemOf(file, 'app'), id: '?app' }];
    return decide(questionFor(file, itemOf(file, 'data'), at(), lacking), ['phone'])?.missing ?? null;
  };
  expect([outcome('app'), outcome(['key', 'app']), outcome('key')]).toEqual(['item.lacks', 'item.lacks', null]);
});

describe('a restore compares the backup with the device as a whole', () => {
  test('in six facts, once there are a backup and something in it', () => {
    const compared = (world: Plain, situation = at()) =>
      compareConditions(fileOf(RULES, world), situation).map(({ fact }) => fact);
    expect(compared({ items: [PHOTO] })).toEqual([
      'device.identity',
      'device.roll',
      'device.model',
      'device.sim',
      'device.security-state',
      'account.recorded',
    ]);
    expect(compared({ items: [PHOTO] }, at({ backup: null }))).toEqual([]);
    expect(compared({ items: [] })).toEqual([]);
    const withoutSims = compared({ items: [PHOTO] }).filter((fact) => fact !== 'device.sim');
    expect(compared({ device: { kind: 'ipod' }, items: [PHOTO] })).toEqual(withoutSims);
  });
});

describe('verdicts of a moment', () => {
  test('are taken anew where the same rule now says it for certain', () => {
    const book = {
      row: ruleOf('download', { 'item.password': 'skipped', 'backup.encrypted': 'yes' }),
      first: ruleOf('download', { 'item.password': 'not-asked' }),
    };
    const file = fileOf(
      book,
      {
        accounts: [{ id: 'mara' }, { id: 'ola' }],
        backups: [
          { id: 'b', made: '2026-02-01', kind: 'computer', encrypted: 'unknown' },
          { id: 'sure', made: '2026-02-01', kind: 'computer', encrypted: 'yes' },
        ],
        items: [{ id: 'film', category: 'films', account: 'ola' }],
      },
      { route: 'computer' },
    );
    const skipped = at({ passwordsSkipped: ['ola'] });
    const anew = (before: Situation, after: Situation) =>
      j.judgeAnew(file, file.world.items, before, after, 'download').map(({ rule, outcome }) => [rule, outcome]);
    expect(anew(skipped, { ...skipped, backup: 'sure' })).toEqual([['row', 'excluded']]);
    expect(anew(skipped, { ...skipped, backup: 'b' })).toEqual([]);
  });

  test('at the close ask no later gate where no backup was chosen, but the download where the story was left', () => {
    const book = {
      early: ruleOf('listing', { 'item.created': 'before' }, { categories: ['messages'] }),
      late: ruleOf('download', {}),
      freeze: ruleOf('eligibility', {}),
    };
    const file = fileOf(book, { items: [PHOTO] });
    const rules = (situation: Situation) =>
      j.judgeAtClose(file, file.world.items, situation, 'listing').map(({ rule, also }) => [rule, ...also]);
    expect(rules(at())).toEqual([['freeze', 'late']]);
    expect(rules(at({ backup: null }))).toEqual([[null]]);
    expect(rules(at({ backup: null, ended: 'story-ended' }))).toEqual([['late']]);
  });
});

describe('what fails', () => {
  const fails = (id: string, failing: Plain): Plain => ({
    id,
    category: failing['at'] === 'download' ? 'photos' : 'messages',
    fails: failing,
  });
  const file = () =>
    fileOf(
      {},
      {
        items: [
          { id: 'fine', category: 'messages' },
          fails('capture', { at: 'capture', and: 'skipped' }),
          fails('placement', { at: 'placement', and: 'skipped' }),
          fails('download', { at: 'download', and: 'skipped' }),
          fails('stops', { at: 'placement', and: 'stops' }),
          fails('ends', { at: 'download', and: 'stops' }),
          { id: 'photo', category: 'photos' },
          { id: 'bad', category: 'photos', fails: { at: 'placement', and: 'skipped' } },
        ],
      },
    );
  const ids = (items: readonly { readonly id: string }[]): string[] => items.map(({ id }) => id);

  test('is passed over or breaks the restore off, each at its place', () => {
    const world = file();
    expect(ids(j.skippedItems(world, at()))).toEqual(['placement', 'download', 'bad']);
    const { items } = world.world;
    expect(j.stopperAmong(world, items, at(), 'placement')?.id).toBe('stops');
    expect(j.stopperAmong(world, items, at(), 'download')?.id).toBe('ends');
    expect(j.stopperAmong(world, items.slice(0, 4), at(), 'placement')).toBeUndefined();
  });

  test('at its place before the restart has its turn there, whatever kind of data it is', () => {
    const world = file();
    const placed = ids(j.placedItems(world, at()));
    expect(placed).toContain('bad');
    expect(placed).not.toContain('photo');
    expect(placed).toContain('fine');
  });
});

test('over the link between two phones everything is there before the restart but what belongs to an app', () => {
  const items = ['photos', 'messages', 'app', 'app-data'].map((category) => ({ id: category, category, app: 'x' }));
  const returns = (file: CaseFile, situation: Situation) =>
    file.world.items.map((item) => j.returnsIn(file, item, situation));
  expect(returns(fileOf({}, { items }), at())).toEqual(['background', 'placement', 'store', 'background']);
  expect(returns(fileOf({}, { items }, { route: 'direct' }), at({ backup: OLD_PHONE }))).toEqual([
    'placement',
    'placement',
    'store',
    'background',
  ]);
});

test('what an item needs and lacks is an item, perhaps one of which nobody is sure', () => {
  const file = caseFile({
    items: [
      { id: 'a', category: 'app-data', app: 'x' },
      { id: 'b', category: 'app', app: 'x' },
    ],
  });
  const parts = j.missingParts(file, { a: ['b', '?b'] });
  expect(parts(itemOf(file, 'a')).map(({ id, category }) => [id, category])).toEqual([
    ['b', 'app'],
    ['?b', 'app'],
  ]);
  expect(parts(itemOf(file, 'b'))).toEqual([]);
});

test('a fact is asked for in the words of the way', () => {
  expect(askOn('icloud', 'item.created')).toBe(FACTS['item.created'].ask);
  const backup = FACTS['account.recorded'].ask;
  expect(askOn('icloud', 'account.recorded')).toBe(backup);
  expect(askOn('direct', 'backup.ios')).not.toContain('backup');
});
