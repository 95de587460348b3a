import { expect, test } from 'vitest';
import { SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { SituationTold } from '../../../src/run/situation-told.ts';

const actor = () => ({}) as never;
const holding = (context: object) => ({ context }) as never;
const START = { ...SITUATION_AT_START, ios: '18.3' };

test('what an actor holds is told whole at first, then only what is new, lists by what is in them', () => {
  const told = new SituationTold();
  const restore = actor();
  const news = (change: object) =>
    told.news(restore, 'simulation/restore', holding({ situation: { ...START, ...change } }));
  expect(news({})).toEqual(START);
  expect(news({})).toBeUndefined();
  expect(news({ appsDeleted: ['a'] })).toEqual({ appsDeleted: ['a'] });
  expect(news({ appsDeleted: ['a'] })).toBeUndefined();
  expect(news({ appsDeleted: ['b'] })).toEqual({ appsDeleted: ['b'] });
  expect(news({ appsDeleted: ['b', 'a'] })).toEqual({ appsDeleted: ['b', 'a'] });
  expect(news({ appsDeleted: ['b', 'c'] })).toEqual({ appsDeleted: ['b', 'c'] });
  expect(news({ appsDeleted: [] })).toEqual({ appsDeleted: [] });
});

test('a piece that an actor holds is told as that, and of others nothing', () => {
  const told = new SituationTold();
  const of = (path: string, context: object) => told.news(actor(), path, holding(context));
  expect(of('simulation/restore/restart', { ios: '26.0' })).toEqual({ ios: '26.0' });
  expect(of('simulation/restore/restart', { ios: '26.0' })).toBeUndefined();
  expect(of('simulation/restore', { situation: START, keychainPasscode: 'given' })).toEqual({
    ...START,
    keychainPasscode: 'given',
  });
  expect(of('simulation/connection', { situation: START })).toBeUndefined();
  expect(of('simulation', {})).toBeUndefined();
});

test('sync and the restore have a situation each; a further attempt tells both anew', () => {
  const told = new SituationTold();
  const [restore, sync] = [actor(), actor()];
  const both = (context: object) => [
    told.news(restore, 'simulation/restore', holding(context)),
    told.news(sync, 'simulation/icloudSync', holding(context)),
  ];
  expect(both({ situation: START })).toEqual([START, START]);
  expect(both({ situation: { ...START } })).toEqual([undefined, undefined]);
  told.forget();
  expect(both({ situation: { ...START } })).toEqual([START, START]);
});

test('what actors hold that woke up has been told, of each side its own', () => {
  const told = new SituationTold();
  const [restore, sync, other] = [actor(), actor(), actor()];
  told.recognise([
    { ref: other, path: 'simulation/connection', snapshot: holding({ situation: START }) },
    { ref: restore, path: 'simulation/restore', snapshot: holding({ situation: START }) },
    { ref: sync, path: 'simulation/icloudSync', snapshot: holding({ situation: { ...START, account: 'mara' } }) },
  ]);
  const later = holding({ situation: { ...START, full: true } });
  expect(told.news(restore, 'simulation/restore', later)).toEqual({ full: true });
  expect(told.news(sync, 'simulation/icloudSync', later)).toEqual({ full: true, account: null });
});
