import { afterAll, beforeAll, expect, test } from 'vitest';
import { VIEW_ORDER } from '../../src/inspector/state/views.ts';
import { BACKUP_STATES, LESSON_STATES } from '../inspector/size/lesson-states.ts';
import { ACTS, DESK, ROOMS, SHEETS, TALES } from '../inspector/size/states.ts';
import { Walk } from '../inspector/size/walk.ts';

let walk: Walk;
beforeAll(async () => {
  walk = await Walk.start();
});
afterAll(() => walk.stop());

const themes = ['light', 'dark'] as const;

test('nothing is cut, covered or too small: every tale, view, sheet and act in every window and theme', async () => {
  for (const tale of TALES) {
    await walk.enter(DESK);
    await walk.tell(tale);
    for (const view of VIEW_ORDER) {
      await walk.enter(DESK);
      await walk.show(view);
      await inEveryRoom(`${tale.name}, ${view}`);
    }
  }
  await walk.enter(DESK);
  for (const [sheet, key] of SHEETS) {
    await walk.open(key);
    await inEveryRoom(sheet);
    await walk.enter(DESK);
    await walk.close();
  }
  for (const act of ACTS) {
    await walk.enter(DESK);
    await walk.show(act.view);
    for (const room of ROOMS) {
      await walk.enter(room);
      await act.does(walk.page);
      await walk.look(`${act.name}, ${room.name}`);
      await act.undoes(walk.page);
    }
  }
  for (const state of BACKUP_STATES) {
    await walk.enter(DESK);
    await state.does(walk.page);
    await inEveryRoom(state.name);
  }
  await walk.enter(DESK);
  await walk.close();
  for (const state of LESSON_STATES) {
    await walk.enter(DESK);
    await walk.enterLesson(state);
    await inEveryRoom(state.name);
  }
  expect(walk.report('every-size-verify.txt')).toEqual([]);
});

async function inEveryRoom(what: string): Promise<void> {
  for (const theme of themes)
    for (const room of ROOMS) {
      await walk.enter(room, theme);
      await walk.look(`${what}, ${room.name}, ${theme}`);
    }
}
