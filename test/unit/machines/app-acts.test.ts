import { describe, expect, test } from 'vitest';
import {
  emptyStateSent,
  installedByHand,
  isToldAlready,
  loggedInAgain,
  offloadedByHand,
  roomFreed,
} from '../../../machines/app-acts.ts';
import {
  type AppsKnown,
  heldByServer,
  isHalfRestored,
  isMadeAnew,
  offersLogin,
  ofNoUseIn,
  ownStatesOf,
} from '../../../machines/apps-known.ts';
import { must } from '../../../src/model/must.ts';
import { perhapsLacking, SITUATION_AT_START, type Situation } from '../../../src/rulebook/case/situation.ts';
import { caseFile } from '../stories.ts';

/* Acts on apps where nothing is to be told, and what they know of a phone on which nothing has come so far. */

const file = caseFile({
  accounts: [{ id: 'mara' }],
  backups: [{ id: 'it', made: '2026-02-28' }],
  items: [
    { id: 'bank', category: 'app', app: 'bank' },
    { id: 'papers', category: 'app-data', app: 'bank' },
    { id: 'statements', category: 'app-data', app: 'bank', policy: 'server' },
    { id: 'codes', category: 'app-keychain', app: 'bank' },
    { id: 'tunnel', category: 'network-settings', app: 'bank' },
    { id: 'orphan', category: 'app-data', app: 'no-program' },
    { id: 'letters', category: 'messages' },
  ],
});
const item = (id: string) => must(file.item(id), id);
const situation: Situation = { ...SITUATION_AT_START, backup: 'it', account: 'mara', ios: '18.3' };
const here: AppsKnown = { file, situation, situationAtFreeze: situation, lacking: {} };
const nothing: AppsKnown = { file, situation: null, situationAtFreeze: null, lacking: {} };

describe('told before its turn comes is', () => {
  const told = (change: Partial<Situation>): string[] =>
    file.world.items.filter((each) => isToldAlready({ ...situation, ...change }, each)).map(({ id }) => id);

  test('nothing at first', () => expect(told({})).toEqual([]));
  test('the program of an app that was installed', () => expect(told({ appsInstalled: ['bank'] })).toEqual(['bank']));
  test('what the device held of a deleted app, and not what its server keeps', () =>
    expect(told({ appsDeleted: ['bank'] })).toEqual(['bank', 'papers', 'codes', 'tunnel']));
  test('what a server has lost', () => expect(told({ serversEmptied: ['bank'] })).toEqual(['statements']));
  test('of no other app', () =>
    expect(told({ appsInstalled: ['x'], appsDeleted: ['x'], serversEmptied: ['x'] })).toEqual([]));
});

describe('a login makes anew', () => {
  const madeAnew = (known: AppsKnown): string[] =>
    file
      .itemsOfApp('bank')
      .filter((each) => isMadeAnew(known, 'bank', each))
      .map(({ id }) => id);

  test('the entry of a VPN', () => expect(madeAnew(here)).toEqual(['tunnel']));
  test('the codes too, where one signed out before', () =>
    expect(madeAnew({ ...here, situation: { ...situation, signedOut: ['bank'] } })).toEqual(['codes', 'tunnel']));
  test('no codes where one signed out of another app, or nothing is known', () => {
    expect(madeAnew({ ...here, situation: { ...situation, signedOut: ['x'] } })).toEqual(['tunnel']);
    expect(madeAnew(nothing)).toEqual(['tunnel']);
  });
});

test('where no restore has come so far nothing is known of the apps', () => {
  expect(ownStatesOf(nothing, 'bank', 'own-backup')).toEqual([]);
  expect(heldByServer(nothing, 'bank')).toEqual([]);
  expect(isHalfRestored(nothing, 'bank')).toBe(false);
  expect(offersLogin(nothing, 'bank')).toBe(false);
  expect(roomFreed({ ...nothing, situation }, situation).told).toEqual([]);
  expect(heldByServer(here, 'bank')).toEqual([item('statements')]);
});

test('of no use is what surely lacks something', () => {
  const lacking = (needs: readonly string[]) =>
    ofNoUseIn({ ...here, lacking: { papers: needs } as AppsKnown['lacking'] }, 'bank');
  expect(lacking([])).toEqual([]);
  expect(lacking([perhapsLacking('app')])).toEqual([]);
  expect(lacking(['app', perhapsLacking('key')])).toEqual([item('papers')]);
});

test('an app without a program leaves nothing to tell when it is offloaded, and everything else stays', () => {
  const { situation: after, told } = offloadedByHand(here, situation, 'no-program');
  expect(told).toEqual([]);
  expect(after).toEqual({ ...situation, appsOffloaded: ['no-program'] });
  expect(offloadedByHand(here, situation, 'bank').told[0]).toEqual({
    type: 'item.removed',
    items: ['bank'],
    by: 'person',
  });
});

test('after the restore nothing begins to wait: what an act tells is what comes now', () => {
  const acts = [installedByHand, loggedInAgain, emptyStateSent].map((act) => act(here, situation, 'bank').told);
  expect(acts.flat().filter(({ type }) => type === 'item.waiting')).toEqual([]);
  const waits = { ...situation, full: true };
  expect(roomFreed({ ...here, situation: waits }, waits).told.filter(({ type }) => type === 'item.waiting')).toEqual(
    [],
  );
});
