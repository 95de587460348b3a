import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, Inspector, soon, stepOf } from './drive.ts';

const ROOM = { viewport: { width: 1280, height: 720 }, reducedMotion: 'reduce' } as const;
/** What is for programmers: a rule, a state or event of a machine, a fingerprint. */
const MACHINERY = /(?<![\w./-])[a-z]+\/[a-z]+(?:-[a-z]+)+|\b[a-z]+\.[a-z]+[A-Z]\w*|clock\.moved|\b[0-9a-f]{8,}\b/;

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const stage = (page: Page) => page.getByRole('dialog', { name: 'Class mode' });
const status = (page: Page): Promise<string> => stage(page).getByRole('status').innerText();
const sceneOf = async (page: Page): Promise<number> => Number(/^Scene (\d+) of/.exec(await status(page))?.[1]);

async function inClass(page: Page): Promise<void> {
  await page.keyboard.press('f');
  await stage(page).getByRole('status').waitFor({ state: 'attached' });
}

/** What the room sees beside the phone, and what would be wrong with it. */
const lookAt = (page: Page) =>
  stage(page).evaluate((cover) => {
    const written = [...cover.querySelectorAll<HTMLElement>('.stage-grid *')].filter(
      (part) =>
        !part.closest('.phone-column') &&
        part.getClientRects().length > 0 &&
        [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
    );
    const scene = cover.querySelector('.scene');
    const placeOf = (part: string): string => {
      const { x, y, width, height } = cover.querySelector(part)?.getBoundingClientRect() ?? new DOMRect();
      return [x, y, width, height].map(Math.round).join(' ');
    };
    return {
      text: written
        .map((part) => part.textContent)
        .join(' ')
        .replaceAll(/https?:\S+/g, 'an address'),
      small: written
        .filter((part) => Number.parseFloat(getComputedStyle(part).fontSize) < 20)
        .map((part) => part.outerHTML),
      places: ['.device', '.scene', '.fate-ribbon .band', '.turn.main', '.scene-strip'].map(placeOf),
      hidden: (scene?.scrollHeight ?? 0) - (scene?.clientHeight ?? 0),
      focusInside: cover.contains(document.activeElement),
      isLast: cover.querySelector('.turn.main')?.getAttribute('aria-disabled') === 'true',
    };
  });

test('a clicker alone goes through all scenes, and nothing moves but what changed', async () => {
  const { page, strangers, errors } = await inspector.open(at(1), ROOM);
  await inClass(page);
  const first = await lookAt(page);
  const texts: string[] = [];
  let looked = first;
  while (!looked.isLast) {
    texts.push(looked.text);
    await page.keyboard.press('PageDown');
    looked = await lookAt(page);
    expect(looked).toMatchObject({ small: [], places: first.places, hidden: 0, focusInside: true });
    expect(looked.text).not.toMatch(MACHINERY);
  }
  texts.push(looked.text);
  // Each press shows something else, and all of it is fewer than the steps of the run.
  expect(new Set(texts).size).toBe(texts.length);
  expect(await sceneOf(page)).toBeLessThan(26);
  const all = texts.join(' ');
  expect(all).toContain('iCloud Photos was on, so the iCloud backup left the library out.');
  expect(all).toContain('Backup: Mara');
  expect(all).toContain('an address');
  expect(all).toContain('Apple page, read in a copy');
  expect(all).toContain('The backup left your photos to iCloud Photos.');
  expect(all).toMatch(/15 of 24 items are on the phone/);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('PageDown');
  expect((await lookAt(page)).text).toBe(looked.text);
  expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
});

test('on a phone the story is the same stage, scrolled: sentence, phone, card', async () => {
  const { page, errors } = await inspector.open(at(16), { viewport: { width: 390, height: 844 } });
  const card = page.getByRole('region', { name: 'What did not come, and why' });
  await soon(() => card.innerText()).toContain('That is where to look for them.');
  expect(await card.innerText()).toContain('iCloud Photos was on, so the iCloud backup left the library out.');
  const tops = await page.evaluate(() =>
    ['.happened', '.device', '.last-drop', '.story-flow'].map((part) =>
      Number(document.querySelector(part)?.getBoundingClientRect().top),
    ),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  expect(await page.locator('.device').count()).toBe(1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(errors).toEqual([]);
});

describe('in front of a room', () => {
  test('it opens and leaves at the step of the workbench; digits, blanking and the keys work', async () => {
    const { page, errors } = await inspector.open(at(22), ROOM);
    await inClass(page);
    await page.keyboard.press('Escape');
    await stage(page).waitFor({ state: 'detached' });
    expect(await stepOf(page)).toBe(22);
    await soon(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await inClass(page);
    await page.keyboard.press('1');
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await soon(() => sceneOf(page)).toBe(12);
    await page.keyboard.press('7');
    await soon(() => sceneOf(page)).toBe(7);
    await page.keyboard.press('b');
    await soon(() => status(page)).toBe('The screen is blank.');
    await page.keyboard.press('PageDown');
    await soon(() => sceneOf(page)).toBe(7);
    await page.keyboard.press('.');
    await page.keyboard.press('.');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys in class mode' }).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('PageUp');
    await soon(() => sceneOf(page)).toBe(6);
    await page.keyboard.press('Escape');
    await stage(page).waitFor({ state: 'detached' });
    expect(await stepOf(page)).toBe(14);
    expect(errors).toEqual([]);
  });

  test('the trainer’s window goes along, both ways, and neither needs the other', async () => {
    const { page, errors } = await inspector.open(at(16), ROOM);
    await inClass(page);
    const opening = page.waitForEvent('popup');
    await page.keyboard.press('n');
    const notes = await opening;
    const heading = () => notes.getByRole('heading', { level: 1 }).innerText();
    await soon(heading).toBe('8 of 24: Photos and videos');
    expect(await notes.locator('main').innerText()).toContain('The backup left your photos to iCloud Photos');
    expect(await notes.getByRole('region', { name: 'Next' }).innerText()).toContain('9: Contacts');
    await notes.keyboard.press('PageDown');
    await notes.keyboard.press('PageDown');
    await soon(() => sceneOf(page)).toBe(9);
    await page.keyboard.press('Home');
    await soon(heading).toBe('1 of 24: The case');
    expect(await notes.getByRole('timer').innerText()).toBe('0:00');
    await notes.getByRole('button', { name: 'Start the clock' }).click();
    await soon(() => notes.getByRole('timer').innerText()).toMatch(/^0:0[1-9]$/);
    await notes.close();
    await page.keyboard.press('PageDown');
    await soon(() => sceneOf(page)).toBe(2);
    await page.evaluate(() => {
      window.open = () => null;
    });
    await page.keyboard.press('n');
    expect(await stage(page).getByRole('alert').innerText()).toContain('did not allow');
    expect(errors).toEqual([]);
  });

  test('axe finds nothing, light and dark', async () => {
    const { page } = await inspector.open(at(16), ROOM);
    await inClass(page);
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press('t');
    await page.keyboard.press('PageDown');
    expect(await faultsIn(page)).toEqual([]);
    await page.keyboard.press('End');
    expect(await faultsIn(page)).toEqual([]);
  });
});

async function faultsIn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (context: string) => Promise<AxeResults> } }).axe.run('.class-mode'),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
