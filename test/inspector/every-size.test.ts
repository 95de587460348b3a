import { afterEach, beforeEach, expect, test } from 'vitest';
import { VIEW_ORDER } from '../../src/inspector/state/views.ts';
import { BACKUP_STATES, LESSON_STATES } from './size/lesson-states.ts';
import { ACTS, DESK, type Room, ROOMS, SHEETS, TALES } from './size/states.ts';
import { Walk } from './size/walk.ts';

let walk: Walk;
// A second try begins as the first did, with nothing that the page remembers of it.
beforeEach(async () => {
  walk = await Walk.start();
});
afterEach(() => walk.stop());

const themeOf = (turn: number) => (turn % 2 === 0 ? 'light' : 'dark');

/*
 * Every view in every window; of the tales one after another, so that each meets every view and every window too. The
 * whole product is walked by test/verify/every-size.test.ts.
 */
test('nothing is cut, covered or too small in any window', { timeout: 240_000 }, async () => {
  for (const [turn, tale] of TALES.entries()) {
    await walk.enter(DESK);
    await walk.tell(tale);
    for (const [place, view] of VIEW_ORDER.entries()) {
      const rooms = ROOMS.filter((_, room) => (room + place) % TALES.length === turn);
      await walk.enter(DESK);
      await walk.show(view);
      if (place === turn) await lookForced(`${tale.name}, ${view}`);
      for (const room of rooms) {
        await walk.enter(room, themeOf(turn + place));
        await walk.look(`${tale.name}, ${view}, ${room.name}`);
      }
    }
  }
  await walk.enter(DESK);
  for (const [turn, [sheet, key]] of SHEETS.entries()) {
    await walk.open(key);
    for (const room of everyFifth(turn)) {
      await walk.enter(room, themeOf(turn));
      await walk.look(`${sheet}, ${room.name}`);
    }
    await walk.enter(DESK);
    await lookForced(sheet);
    await walk.close();
  }
  for (const [turn, act] of ACTS.entries()) {
    await walk.enter(DESK);
    await walk.show(act.view);
    for (const room of everyFifth(turn)) {
      await walk.enter(room, themeOf(turn));
      await act.does(walk.page);
      await walk.look(`${act.name}, ${room.name}`);
      await act.undoes(walk.page);
    }
  }
  for (const [turn, state] of BACKUP_STATES.entries()) {
    await walk.enter(DESK);
    await state.does(walk.page);
    await walk.lookWithAxe(state.name);
    await inSomeRooms(state.name, turn);
  }
  await walk.enter(DESK);
  await walk.close();
  for (const [turn, state] of LESSON_STATES.entries()) {
    await walk.enter(DESK);
    await walk.enterLesson(state);
    if (state.looksWithAxe) await walk.lookWithAxe(state.name);
    await inSomeRooms(state.name, turn);
  }
  expect(walk.report('every-size.txt')).toEqual([]);
  expect(walk.looks).toBeGreaterThan(VIEW_ORDER.length * ROOMS.length);
});

async function inSomeRooms(name: string, turn: number): Promise<void> {
  for (const room of narrowestAnd(turn)) {
    await walk.enter(room, themeOf(turn));
    await walk.look(`${name}, ${room.name}`);
  }
  await lookForced(name);
}

async function lookForced(name: string): Promise<void> {
  await walk.forceColours(true);
  await walk.look(`${name}, forced colours`);
  await walk.forceColours(false);
}

/** The narrowest window, where most can be cut, and one of the others. */
const narrowestAnd = (turn: number): readonly Room[] =>
  ROOMS.filter(({ width }, room) => width === 320 || room === (turn * 3) % ROOMS.length);
const everyFifth = (turn: number): readonly Room[] => ROOMS.filter((_, room) => room % 5 === turn % 5);
