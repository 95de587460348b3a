import { describe, expect, test } from 'vitest';
import { RESTART_GUARDS } from '../../../machines/restart/restart.setup.ts';
import { type RestoreContext, whyBackupRefused } from '../../../machines/restore/restore.context.ts';
import { RESTORE_GUARDS } from '../../../machines/restore/restore.guards.ts';
import { type Situation, situationAtStart } from '../../../src/rulebook/case/situation.ts';
import { caseFile, type Plain } from '../stories.ts';
import { actionsDone } from './asked-of-machines.ts';

/* Where the restore looks at a bound, or at two words at once that hardly any story has together. */

const event = { type: 'clock.moved', at: 5 };
const done = { left: 'done', at: 5, forced: false } as const;

function contextIn(world: Plain, now: Partial<Situation> = {}, rest: Plain = {}): RestoreContext {
  const file = caseFile({ items: [], ...world }, rest);
  const situation = { ...situationAtStart(file), ...now };
  const known = {
    file,
    situation,
    situationAtFreeze: situation,
    findMy: true,
    place: 'familiar' as const,
    lacking: {},
  };
  return { ...known, bound: false, joined: false, dueAtMs: 5, remainingMs: null, connection: CONNECTED };
}
const CONNECTED = { wifi: true, power: true, network: true };

test.each([
  ['18.6', false],
  ['26', true],
  ['26.1', true],
])('a device with iOS %s may change its service without an erase: %s', (ios, may) => {
  const world = { device: { state: 'in-use', assigned: 'yes' }, organisation: { movesTo: 'another' } };
  const context = contextIn(world, { ios, enrolment: 'before' });
  expect(RESTORE_GUARDS.serviceMayChange.holds({ context, event }, undefined)).toBe(may);
});

test.each([
  ['26.4', 'computer', 'tool', false],
  ['27', 'computer', 'tool', true],
  ['27.1', 'computer', 'tool', true],
  ['27', 'computer', 'finder', false],
  ['27', 'icloud', 'tool', false],
])('a supervised device with iOS %s by the way of %s, with %s, erases itself: %s', (ios, route, software, erases) => {
  const world = { device: { supervised: 'yes' }, computer: { software } };
  const context = contextIn(world, { ios }, { route });
  expect(RESTORE_GUARDS.erasedInstead.holds({ context, event }, done)).toBe(erases);
});

test.each([
  [999, true],
  [1000, false],
  [1001, false],
])('1000 bytes from a computer find %i free, which is too little: %s', (free, isShort) => {
  const world = {
    device: { free },
    backups: [{ id: 'b', made: '2026-02-28', kind: 'computer' }],
    items: [{ id: 'it', category: 'messages', bytes: 1000 }],
  };
  const context = contextIn(world, { backup: 'b' }, { route: 'computer' });
  expect(RESTORE_GUARDS.spaceShortForComputer.holds({ context, event }, undefined)).toBe(isShort);
  expect(RESTORE_GUARDS.spaceShort.holds({ context, event }, undefined)).toBe(isShort);
});

test.each([
  ['app-data', 'thin-backup'],
  ['app-extension', 'thin-backup'],
  ['messages', null],
])('a thin backup in which %s is meets %s', (category, because) => {
  const world = {
    device: { ios: '27' },
    computer: { software: 'tool' },
    backups: [{ id: 'b', made: '2026-02-28', kind: 'computer', contents: 'partial' }],
    items: [{ id: 'it', category, app: category === 'messages' ? undefined : 'bank' }],
  };
  expect(whyBackupRefused(contextIn(world, { backup: 'b' }, { route: 'computer' }))).toBe(because);
});

describe('Find My, when management ends on a device in use,', () => {
  const ended = (signIn: string, findMy: boolean): string[] => {
    const account = { id: 'mara', kind: 'managed', signIn };
    const world = { accounts: [account], device: { state: 'in-use', assigned: 'yes' } };
    const context = { ...contextIn(world, { enrolment: 'before' }), findMy };
    const params = () => ({ by: 'by-service', there: [], kept: [] });
    const told = actionsDone('restore', { context, parts: [], inOrder: () => ['endManagement'], params });
    return told.filter((line) => line.startsWith('  findMy'));
  };
  test('goes with an account that has to leave', () => expect(ended('managed', true)).toEqual(['  findMy false']));
  test('stays with one that may stay', () => expect(ended('anywhere', true)).toEqual([]));
  test('stays off', () => expect([...ended('managed', false), ...ended('anywhere', false)]).toEqual([]));
});

test('where nothing is there, nothing is judged and nothing breaks off', () => {
  const context = { ...contextIn({}), judged: 0 };
  const asking = { context, parts: [], inOrder: () => ['judgeCategory'], params: () => ({}) };
  expect(actionsDone('eligibility', asking)).toEqual(['eligibility judgeCategory']);
});

test.each([
  ['computer', 'left-over', true],
  ['computer', 'empty', false],
  ['icloud', 'left-over', false],
])('by the way of %s, where its place is %s, an earlier restore is in the way: %s', (route, staging, isTaken) => {
  const { file } = contextIn({ computer: { staging } }, {}, { route });
  const context = { file, forced: false, dueAtMs: 5 };
  expect(RESTART_GUARDS.stagingIsTaken.holds({ context, event }, undefined)).toBe(isTaken);
});
