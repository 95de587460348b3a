import { describe, expect, test } from 'vitest';
import type { Gate } from '../../../src/model/fates.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { Ledger } from '../../../src/run/ledger.ts';
import { lackingKnown, Parts } from '../../../src/run/parts.ts';
import { caseFile } from '../stories.ts';

const file = caseFile({
  items: [
    { id: 'sketch', category: 'app', app: 'sketch' },
    { id: 'drawings', category: 'app-data', app: 'sketch', needs: ['sketch', 'fonts'] },
    { id: 'fonts', category: 'notes' },
    { id: 'codes', category: 'app-keychain', app: 'sketch' },
    { id: 'other', category: 'app-data', app: 'other' },
    { id: 'cards', category: 'payment-cards' },
    { id: 'mail', category: 'device-settings', management: 'remove-with-profile' },
  ],
});
const { items } = file.world;

type Told = JournalEntry & { readonly actor?: string };
const linesOf = (...entries: readonly Told[]): JournalLine[] =>
  entries.map((entry, index) => ({ n: index + 1, step: index + 1, atMs: 0, actor: 'simulation', ...entry }));
const arrived = (...ids: readonly string[]): Told => ({
  type: 'item.arrived',
  items: ids,
  gate: 'placement',
  from: 'backup',
  rule: null,
});
const waiting = (gate: Gate, ...ids: readonly string[]): Told => ({
  type: 'item.waiting',
  items: ids,
  gate,
  rule: 'a/rule',
  also: [],
});
const judged = (outcome: 'excluded' | 'unknown' | 'of-no-use', gate: Gate, ...ids: readonly string[]): Told => ({
  type: 'item.judged',
  items: ids,
  gate,
  rule: 'a/rule',
  outcome,
  also: [],
});
const removed = (...ids: readonly string[]): Told => ({ type: 'item.removed', items: ids, by: 'person' });

const newsOf = (...entries: readonly Told[]) => new Parts(file).news(linesOf(...entries));

describe('what an item needs is lacking', () => {
  test('once it is on the device and the part has come to another end; what may yet come is not', () => {
    expect(newsOf(arrived('sketch', 'drawings'))).toBeUndefined();
    expect(newsOf(judged('excluded', 'capture', 'fonts'))).toBeUndefined();
    expect(newsOf(arrived('sketch', 'drawings'), waiting('sync', 'fonts'))?.lacking).toEqual({ drawings: ['fonts'] });
    expect(newsOf(arrived('sketch', 'drawings'), judged('excluded', 'capture', 'fonts'))).toEqual({
      lacking: { drawings: ['fonts'] },
      anew: ['drawings'],
    });
  });

  test('perhaps, where nobody knows whether the part is there', () => {
    expect(newsOf(arrived('sketch', 'drawings'), judged('unknown', 'capture', 'fonts'))?.lacking).toEqual({
      drawings: ['?fonts'],
    });
  });

  test('no longer when the part comes, and that is new; the same again is not', () => {
    const parts = new Parts(file);
    const lines = linesOf(arrived('sketch', 'drawings'), judged('excluded', 'capture', 'fonts'));
    expect(parts.news(lines)?.anew).toEqual(['drawings']);
    const useless = [...lines, ...linesOf(judged('of-no-use', 'phone', 'drawings'))];
    expect(parts.news(useless)).toBeUndefined();
    expect(parts.news([...useless, ...linesOf(arrived('fonts'))])).toEqual({ lacking: {}, anew: ['drawings'] });
  });

  test('is said anew when something else has been said of the item since', () => {
    const parts = new Parts(file);
    const lines = linesOf(arrived('sketch', 'drawings'), judged('excluded', 'capture', 'fonts'));
    parts.news(lines);
    expect(parts.news(lines)?.anew).toEqual(['drawings']);
  });

  test('through what itself is of no use', () => {
    const chain = caseFile({
      items: [
        { id: 'a', category: 'notes', needs: ['b'] },
        { id: 'b', category: 'reminders', needs: ['c'] },
        { id: 'c', category: 'calendars' },
      ],
    });
    const told = (end: 'excluded' | 'unknown') =>
      new Parts(chain).news(linesOf(arrived('a', 'b'), judged(end, 'capture', 'c')))?.lacking;
    expect(told('excluded')).toEqual({ a: ['b'], b: ['c'] });
    expect(told('unknown')).toEqual({ a: ['?b'], b: ['?c'] });
  });

  test('surely, where one part surely is, whatever else may be', () => {
    const chain = caseFile({
      items: [
        { id: 'a', category: 'notes', needs: ['b'] },
        { id: 'b', category: 'reminders', needs: ['c', 'd'] },
        { id: 'c', category: 'calendars' },
        { id: 'd', category: 'contacts' },
      ],
    });
    const lines = linesOf(arrived('a', 'b'), judged('excluded', 'capture', 'c'), judged('unknown', 'capture', 'd'));
    const parts = new Parts(chain);
    expect(parts.news(lines)).toEqual({ lacking: { a: ['b'], b: ['c', '?d'] }, anew: ['a', 'b'] });
    expect(parts.news(lines)?.anew).toEqual(['a', 'b']);
    const perhaps = new Parts(chain);
    const open = linesOf(arrived('a', 'b', 'c'), judged('unknown', 'capture', 'd'));
    expect(perhaps.news(open)).toEqual({ lacking: { a: ['?b'], b: ['?d'] }, anew: ['a', 'b'] });
    expect(perhaps.news(open)).toBeUndefined();
  });

  test('never of items that need nothing', () => {
    const bare = caseFile({ items: [{ category: 'notes' }] });
    expect(new Parts(bare).news(linesOf(judged('excluded', 'capture', 'notes')))).toBeUndefined();
  });

  test('counts what the rows of before say', () => {
    const rows = new Ledger(items).rows.map((row) => ({
      ...row,
      onPhone: row.id !== 'fonts',
      fate: 'excluded' as const,
    }));
    expect(new Parts(file, rows).news([])?.lacking).toEqual({ drawings: ['fonts'] });
  });
});

describe('an app that hangs', () => {
  const hangs = caseFile({
    items: [
      { id: 'sketch', category: 'app', app: 'sketch', start: 'hangs' },
      { id: 'drawings', category: 'app-data', app: 'sketch' },
      { id: 'more', category: 'app-data', app: 'sketch' },
    ],
  });
  const lacking = (...entries: readonly Told[]) => new Parts(hangs).news(linesOf(...entries))?.lacking ?? {};
  const anew: Told = { type: 'item.arrived', items: ['more'], gate: 'sync', from: 'app', rule: null };

  test('over restored data has itself and them of no use, and only then', () => {
    expect(lacking(arrived('sketch', 'drawings'))).toEqual({ sketch: ['drawings'], drawings: ['sketch'] });
    expect(lacking(arrived('drawings'))).toEqual({});
    expect(lacking(arrived('sketch'))).toEqual({});
    expect(lacking(arrived('sketch'), anew)).toEqual({});
    expect(lacking(arrived('sketch', 'drawings'), removed('drawings'))).toEqual({});
    expect(lacking(arrived('sketch', 'drawings'), removed('sketch'))).toEqual({});
    expect(lacking(arrived('sketch', 'drawings'), anew)).toEqual({ sketch: ['drawings'], drawings: ['sketch'] });
  });

  test('hangs over its own data alone', () => {
    const two = caseFile({
      items: ['sketch', 'other'].flatMap((app) => [
        { id: app, category: 'app', app, start: 'hangs' },
        { id: `${app}-data`, category: 'app-data', app },
      ]),
    });
    const told = new Parts(two).news(linesOf(arrived('sketch', 'other', 'sketch-data')))?.lacking;
    expect(told).toEqual({ sketch: ['sketch-data'], 'sketch-data': ['sketch'] });
  });

  test('and made its data anew needs no part of before, but still its app', () => {
    const mended = caseFile({
      items: [
        { id: 'sketch', category: 'app', app: 'sketch' },
        { id: 'drawings', category: 'app-data', app: 'sketch', needs: ['sketch', 'notes'] },
        { category: 'notes' },
      ],
    });
    const told = (from: 'app' | 'backup') =>
      new Parts(mended).news(
        linesOf(
          { type: 'item.arrived', items: ['drawings'], gate: 'sync', from, rule: null },
          judged('excluded', 'capture', 'notes', 'sketch'),
        ),
      )?.lacking;
    expect(told('app')).toEqual({ drawings: ['sketch'] });
    expect(told('backup')).toEqual({ drawings: ['sketch', 'notes'] });
  });
});

describe('what leaves with something', () => {
  const of = (...entries: readonly Told[]) => {
    const lines = linesOf(...entries);
    return {
      app: new Parts(file).ofApp('sketch', lines, items),
      management: new Parts(file).ofManagement(items, lines),
      account: new Parts(file).ofAccount(items, lines),
    };
  };
  const all = items.map(({ id }) => id);

  test('is what is on the device: of the app, of the management, of the account', () => {
    expect(of()).toEqual({ app: [], management: [], account: [] });
    expect(of(arrived(...all))).toEqual({
      app: ['sketch', 'drawings'],
      management: ['mail'],
      account: ['fonts', 'codes', 'cards'],
    });
    expect(of(arrived(...all), removed(...all))).toEqual({ app: [], management: [], account: [] });
  });

  test('or what is held aside there until it is downloaded, and what waits elsewhere is not', () => {
    expect(of(waiting('download', ...all))).toEqual({ app: ['sketch', 'drawings'], management: ['mail'], account: [] });
    expect(of(waiting('sync', ...all))).toEqual({ app: [], management: [], account: [] });
    expect(of(judged('excluded', 'download', ...all))).toEqual({ app: [], management: [], account: [] });
  });

  test('what its app keeps elsewhere is not held aside', () => {
    const server = caseFile({
      items: [
        { id: 'sketch', category: 'app', app: 'sketch' },
        { id: 'cloud', category: 'app-data', app: 'sketch', policy: 'server' },
      ],
    });
    const lines = linesOf(waiting('download', 'sketch', 'cloud'));
    expect(new Parts(server).ofApp('sketch', lines, server.world.items)).toEqual(['sketch']);
    const there = linesOf(arrived('sketch', 'cloud'));
    expect(new Parts(server).ofApp('sketch', there, server.world.items)).toEqual(['sketch', 'cloud']);
  });
});

describe('what the machines knew when a line was said', () => {
  const told: Told = { type: 'transition', event: 'parts.changed', taken: [], states: [] };
  const before = [arrived('sketch', 'drawings'), judged('excluded', 'capture', 'fonts')];
  const known = (...entries: readonly Told[]) => lackingKnown(file, linesOf(...entries), entries.length - 1);
  const LACKS = { drawings: ['fonts'] };

  test('is what the root was told last in this attempt, and nothing before', () => {
    expect(known(...before)).toEqual({});
    expect(known(...before, told)).toEqual(LACKS);
    expect(known(...before, told, removed('drawings'))).toEqual(LACKS);
    expect(known(...before, told, removed('drawings'), told)).toEqual({});
    expect(known(told, ...before)).toEqual({});
    expect(known(arrived('drawings'), told)).toEqual({});
  });

  test('says nothing of a line that comes later', () => {
    const lines = linesOf(...before, removed('codes'), told);
    expect(lackingKnown(file, lines, 2)).toEqual({});
    expect(lackingKnown(file, lines, 3)).toEqual(LACKS);
  });

  test('is not what another actor took, nor another event, nor another kind of line', () => {
    expect(known(...before, { ...told, actor: 'simulation/restore' })).toEqual({});
    expect(known(...before, { type: 'transition', event: 'back', taken: [], states: [] })).toEqual({});
    expect(known(...before, { type: 'message', to: 'simulation', event: 'parts.changed' })).toEqual({});
  });

  test('ends with the attempt', () => {
    const again: Told = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true };
    expect(known(...before, told, again)).toEqual({});
    expect(known(again, ...before, told)).toEqual(LACKS);
  });
});
