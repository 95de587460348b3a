import { expect, test } from 'vitest';
import * as s from '../../../../src/rulebook/case/situation.ts';
import { caseFile } from '../../stories.ts';

const at = (more: Partial<s.Situation> = {}): s.Situation => ({ ...s.SITUATION_AT_START, ...more });

test('who is signed in is one of two', () => {
  const now = at({ account: 'mara', besides: 'ola' });
  expect(['mara', 'ola', 'kim'].map((account) => s.isSignedIn(now, account))).toEqual([true, true, false]);
  expect([undefined, null, 'mara'].map(s.isNamed)).toEqual([false, false, true]);
});

test('an app is deleted until it is installed again', () => {
  const now = at({ appsDeleted: ['a', 'b'], appsInstalled: ['b', 'c'] });
  expect(['a', 'b', 'c', 'd'].map((app) => s.isAppDeleted(now, app))).toEqual([true, false, false, false]);
});

test('a part that perhaps lacks is still that part', () => {
  expect(s.isPerhaps(s.perhapsLacking('key'))).toBe(true);
  expect(s.isPerhaps('key')).toBe(false);
  expect([s.partNamed(s.perhapsLacking('key')), s.partNamed('key')]).toEqual(['key', 'key']);
});

test('a server is emptied by its own app', () => {
  const home = caseFile({
    items: [{ id: 'a', category: 'app', app: 'a' }, { id: 'b', category: 'app', app: 'b' }, { category: 'photos' }],
  });
  const emptied = (more: Partial<s.Situation>) => home.world.items.map((item) => s.isServerEmptied(at(more), item));
  expect(emptied({})).toEqual([false, false, false]);
  expect(emptied({ serversEmptied: ['b'] })).toEqual([false, true, false]);
  expect(emptied({ serversEmptied: ['b', 'c'] })).toEqual([false, true, false]);
});
