import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { VIEW_ORDER, VIEWS } from '../../src/inspector/state/views.ts';
import { SHEETS } from './size/states.ts';
import { Walk } from './size/walk.ts';

let walk: Walk;
beforeEach(async () => {
  walk = await Walk.start();
});
afterEach(() => walk.stop());

/** Stories of an iPad, with and without a backup; their own titles and names say no “phone”. */
const OF_IPADS = ['managed-accounts/the-pupil-leaves-the-school', 'on-the-phone/too-full-for-its-own-backup'];
/** The list of all scenarios is of phones and iPads alike. */
const OF_ALL = new Set(['library', 'help']);

/** All that can be seen, read aloud or pointed at; what is folded is opened. */
const wordsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const sheet = document.querySelector('dialog:modal, [aria-modal=true]') ?? document.body;
    for (const folded of sheet.querySelectorAll('details')) folded.open = true;
    const named = [...sheet.querySelectorAll('[aria-label], [title]')]
      .filter((element) => element.checkVisibility())
      .flatMap((element) => [element.getAttribute('aria-label'), element.getAttribute('title')]);
    const drawn = [...sheet.querySelectorAll('svg text')].map(({ textContent }) => textContent);
    return [(sheet as HTMLElement).innerText, ...named, ...drawn].flatMap((words) => words?.split('\n') ?? []);
  });

const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/;
const PHONE = /(?<!old )\bphone\b(?! number)/i;

test('of an iPad nothing says “the phone”, and a day is written as people write it', async () => {
  const found: string[] = [];
  let read = 0;
  const look = async (where: string, isOfAll = false) => {
    const words = await wordsOn(walk.page);
    read += words.length;
    for (const line of words) if (ISO_DAY.test(line) || (!isOfAll && PHONE.test(line))) found.push(`${where}: ${line}`);
  };
  for (const [place, id] of OF_IPADS.entries()) {
    await walk.tell({ name: id, hash: `s=${id}&p=${3 - place}` });
    for (const view of VIEW_ORDER.filter((each) => !VIEWS[each].machinery)) {
      await walk.show(view);
      await look(`${id}, ${view}`);
    }
  }
  for (const [sheet, key] of SHEETS.filter(([name]) => name !== 'new-case')) {
    await walk.open(key);
    await look(sheet, OF_ALL.has(sheet));
    await walk.close();
  }
  expect(found).toEqual([]);
  expect(read).toBeGreaterThan(1000);
});
