import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BEHAVIOURS } from '../../src/rulebook/evidence/behaviours.ts';
import { REFERENCES } from '../../src/rulebook/evidence/references.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import { EVENTS } from '../../src/model/events.ts';
import { at, control, Inspector, soon, stepOf, stepsOf } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const said = (page: Page) => page.locator('.happened-says').innerText();
const tabs = (page: Page) => page.getByRole('tablist', { name: 'Views' }).getByRole('tab').allInnerTexts();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? 'none');

/** Words of the machinery that stand in a text: fingerprints, rules' ids, and names of events with a dot in them. */
function machineryIn(text: string): string[] {
  const words = text.split(/[\s“”"(),;:[\]]+/);
  const events = new Set(Object.keys(EVENTS).filter((event) => event.includes('.')));
  return words.filter(
    (word) =>
      Object.hasOwn(RULES, word) ||
      Object.hasOwn(BEHAVIOURS, word) ||
      Object.hasOwn(REFERENCES, word) ||
      events.has(word.replace(/\.$/, '')) ||
      (/^[0-9a-f]{4,64}$/.test(word) && /[0-9]/.test(word) && /[a-f]/.test(word)),
  );
}

test('the plain page speaks of the story: no fingerprint, no rule’s id, no event’s name, in any view', async () => {
  const { page, errors } = await inspector.open();
  expect(await tabs(page)).toEqual(['Story', 'Flow', 'What if', 'Ask']);
  expect(await page.locator('.lesson').innerText()).toContain('a dozen things are missing for a dozen');
  expect(
    await page.locator('.happened-says').evaluate((says) => Number.parseFloat(getComputedStyle(says).fontSize)),
  ).toBeGreaterThanOrEqual(20);
  for (const step of [1, 7, 16, 33, 50]) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, at(step));
    await soon(() => stepOf(page)).toBe(step);
    expect(machineryIn(await page.locator('body').innerText())).toEqual([]);
  }
  await page.locator('.flow-branch').first().waitFor();
  for (const name of ['Flow', 'What if', 'Ask', 'Story']) {
    await tab(page, name).click();
    await soon(() => page.locator('.waiting-view').count()).toBe(0);
    if (name === 'What if') await page.getByRole('grid', { name: 'Items in both runs' }).waitFor();
    expect(machineryIn(await page.locator('body').innerText())).toEqual([]);
  }
  await page.keyboard.press('m');
  await soon(() => tabs(page)).toEqual(['Story', 'Flow', 'What if', 'Ask', 'Charts', 'Messages']);
  expect(machineryIn(await page.locator('body').innerText()).length).toBeGreaterThan(1);
  await soon(() => page.url()).toContain('m=1');
  await page.keyboard.press('5');
  await soon(() => tab(page, 'Charts').getAttribute('aria-selected')).toBe('true');
  await page.reload();
  await page.locator('.topbar').waitFor();
  expect(await tabs(page)).toContain('Messages');
  await page.keyboard.press('m');
  await soon(() => tabs(page)).toEqual(['Story', 'Flow', 'What if', 'Ask']);
  expect(await tab(page, 'Story').getAttribute('aria-selected')).toBe('true');
  expect(errors).toEqual([]);
  await page.context().close();
});

describe('the story', () => {
  test('says in one large sentence what just happened, grows its flow, and a branch explains itself', async () => {
    const { page } = await inspector.open(at(15));
    await control(page, 'Next').click();
    expect(await said(page)).toBe('Photos and videos never got into this backup.');
    expect(await page.locator('.happened-behind').innerText()).toContain('iCloud Photos was on');
    await soon(() => page.locator('.story-flow .flow-branch').count()).toBe(3);
    const branch = page.getByRole('button', { name: /Excluded.*Show these in the ledger/ });
    await branch.press('Enter');
    await soon(() => page.getByRole('region', { name: 'Why' }).innerText()).toContain('Studio Draw for iPad');
    expect(await page.locator('.filter-note').innerText()).toContain('Excluded, eligibility');
    expect(await page.locator('.rows .row').count()).toBe(3);
    await tab(page, 'Flow').click();
    await soon(() => page.getByRole('region', { name: 'Why' }).innerText()).toContain('Say to the customer');
    await page.context().close();
  });

  test('a tap by hand says so, keeps the focus beside itself, and leads back', async () => {
    const { page } = await inspector.open(at(5));
    const all = await stepsOf(page);
    await page.locator('.device').getByRole('button').first().focus();
    await page.keyboard.press('Enter');
    await soon(() => stepOf(page)).toBe(6);
    await soon(() => focused(page)).not.toBe('BODY');
    await page
      .getByRole('region', { name: 'Possible now' })
      .getByRole('button', { name: 'Go one screen back' })
      .press('Enter');
    await soon(() => stepOf(page)).toBe(7);
    expect(await page.locator('.by-hand-note').innerText()).toContain('You left the story at step 6');
    expect(await page.locator('.where').innerText()).toContain('by hand');
    await soon(() => focused(page)).not.toBe('BODY');
    await page.locator('.by-hand-note button').press('Enter');
    expect(await stepsOf(page)).toBe(all);
    await soon(() => focused(page)).not.toBe('BODY');
    for (const key of ['s', '?', 'o']) {
      await page.keyboard.press(key);
      await page.getByRole('dialog').waitFor();
      await page.keyboard.press('Escape');
      await soon(() => page.getByRole('dialog').count()).toBe(0);
      expect(await focused(page)).not.toBe('BODY');
    }
    await page.context().close();
  });

  test('the first stop of the keyboard leads past everything to the steps', async () => {
    const { page } = await inspector.open();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await stepOf(page)).toBe(2);
    await page.context().close();
  });
});

test('the browser’s Back returns to the view and the scenario before, not to single steps', async () => {
  const { page } = await inspector.open(at(3));
  const view = () => page.getByRole('tab', { selected: true }).innerText();
  const isWritten = (part: string) => soon(() => page.url()).toContain(part);
  await control(page, 'Next').click();
  await control(page, 'Next').click();
  await isWritten('p=5');
  await tab(page, 'Flow').click();
  await isWritten('v=flow');
  await control(page, 'Next').click();
  await isWritten('p=6');
  await page.keyboard.press('o');
  await page.getByRole('searchbox', { name: 'Search scenarios' }).waitFor();
  await page.keyboard.type('completed-nothing-left-out');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await isWritten('s=outcomes/');
  await page.goBack();
  await soon(() => page.title()).toContain('iCloud Photos on');
  expect([await view(), await stepOf(page)]).toEqual(['Flow', 6]);
  await page.goBack();
  await soon(view).toBe('Story');
  expect(await stepOf(page)).toBe(5);
  await page.goForward();
  await soon(view).toBe('Flow');
  await page.waitForTimeout(500);
  await page.goForward();
  await soon(() => page.title()).toContain('nothing is left out');
  await page.context().close();
});

describe('the timeline', () => {
  test('begins with the backup and its drops, and ends where the needle stands', async () => {
    const { page } = await inspector.open(at(50));
    const gates = await page.locator('.track .gate-name').allInnerTexts();
    expect(gates).toEqual(['capture', 'sign-in', 'listing', 'eligibility', 'placement', 'download', 'sync']);
    const { marks, captured, needle, width } = await page.evaluate(() => {
      const box = (selector: string) => document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
      const track = box('.track');
      return {
        marks: [...document.querySelectorAll('.marks > g')].map((mark) => {
          const { left, right } = (mark.querySelector('path') ?? mark).getBoundingClientRect();
          return (left + right) / 2 - track.left;
        }),
        captured: box('.gate.captured').right - track.left,
        needle: box('.needle').left - track.left,
        width: track.width,
      };
    });
    expect(marks.filter((x) => x < captured).length).toBe(8);
    for (const [index, x] of marks.toSorted((a, b) => a - b).entries())
      if (index > 0) expect(x - (marks.toSorted((a, b) => a - b)[index - 1] ?? 0)).toBeGreaterThan(13);
    expect(Math.abs(needle - width)).toBeLessThan(3);
    await page.goto(`${inspector.origin}/${at(12, 'computer-plain/cable-pulled')}`);
    await soon(() => page.locator('.attempt-no').allInnerTexts()).toEqual(['2']);
    expect(await page.locator('.where').innerText()).toContain('attempt 1 of 2');
    await page.context().close();
  });

  test('Play rests at a question and at a drop until the person goes on', async () => {
    const { page } = await inspector.open(at(4));
    await page.getByRole('combobox', { name: 'Speed of Play' }).selectOption('fast');
    await control(page, 'Play').click();
    await soon(() => page.locator('.sentence').innerText()).toContain('Play rests here');
    const question = await stepOf(page);
    await page.waitForTimeout(600);
    expect(await stepOf(page)).toBe(question);
    await control(page, 'Play').click();
    await soon(async () => (await stepOf(page)) > question && (await page.locator('.rests').count()) === 1).toBe(true);
    expect(await page.locator('.row.now').count()).toBeGreaterThan(0);
    await page.context().close();
  });
});
