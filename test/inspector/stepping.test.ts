import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, control, Inspector, slider, stepOf, stepsOf, soon, withMachinery } from './drive.ts';

const NAMES = ['First', 'Back', 'Next', 'Next gate', 'Next drop', 'Last', 'Play', 'Run again'];

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

describe('stepping through a run', () => {
  test('the eight controls have their names and their order', async () => {
    const { page } = await inspector.open();
    const names = await page
      .getByRole('toolbar', { name: 'Steps' })
      .getByRole('button')
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(names).toEqual(NAMES);
  });

  test('forward, back, to a gate, to a drop, to the end and to the beginning', async () => {
    const { page, errors } = await inspector.open();
    expect(await stepOf(page)).toBe(1);
    await control(page, 'Next').click();
    await control(page, 'Next').click();
    expect(await stepOf(page)).toBe(3);
    await control(page, 'Back').click();
    expect(await stepOf(page)).toBe(2);
    await control(page, 'Next gate').click();
    expect(await slider(page).getAttribute('aria-valuetext')).toContain('Listing');
    await control(page, 'Next drop').click();
    await soon(() => page.getByText('changed now').first().textContent()).toMatch(/^\d+ changed now$/);
    expect(await page.locator('.row.now').count()).toBeGreaterThan(0);
    await control(page, 'Last').click();
    expect(await stepOf(page)).toBe(await stepsOf(page));
    expect(await control(page, 'Next').getAttribute('aria-disabled')).toBe('true');
    await control(page, 'First').click();
    expect(await stepOf(page)).toBe(1);
    expect(errors).toEqual([]);
  });

  test('a step shows the same whichever way it was reached', async () => {
    const { page } = await inspector.open(at(1));
    const shown = () => page.locator('.table').innerText();
    for (let step = 1; step < 20; step += 1) await control(page, 'Next').click();
    const forward = await shown();
    await control(page, 'Last').click();
    await control(page, 'First').click();
    expect(await shown()).not.toBe(forward);
    await soon(() => page.url()).not.toContain('p=');
    await page.goto(`${inspector.origin}/${at(20)}`);
    await soon(shown).toBe(forward);
    await control(page, 'Last').click();
    while ((await stepOf(page)) > 20) await control(page, 'Back').click();
    expect(await shown()).toBe(forward);
  });

  test('a step that was drawn before asks for no styles: that would lay out a page that is half drawn', async () => {
    const { page } = await inspector.open(at(10));
    const there = async (): Promise<void> => {
      for (const [key, by] of [['ArrowRight', 1] as const, ['ArrowLeft', -1] as const])
        for (let steps = 0; steps < 5; steps += 1) {
          const next = (await stepOf(page)) + by;
          await page.keyboard.press(key);
          // Keys that come faster than pictures would leave some undrawn.
          await soon(() => stepOf(page)).toBe(next);
          await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
        }
    };
    await there();
    await page.evaluate(() => {
      const { getComputedStyle: ask } = window;
      Object.assign(window, { asked: 0 });
      window.getComputedStyle = (...of) => {
        (window as unknown as { asked: number }).asked += 1;
        return ask(...of);
      };
    });
    await there();
    expect(await stepOf(page)).toBe(10);
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
  });

  test('play steps on by itself and stops when it is told to', async () => {
    const { page } = await inspector.open();
    await page.getByRole('combobox', { name: 'Speed of Play' }).selectOption('fast');
    await control(page, 'Play').click();
    await soon(() => stepOf(page)).toBeGreaterThan(2);
    await control(page, 'Play').click();
    const rests = await stepOf(page);
    await page.waitForTimeout(1500);
    expect(await stepOf(page)).toBe(rests);
  });

  test('run again shows both fingerprints and that they are identical', async () => {
    const { page } = await inspector.open(withMachinery(at(50)));
    await control(page, 'Run again').click();
    const dialog = page.getByRole('dialog', { name: 'Run again' });
    await soon(() => dialog.locator('.proof-word').innerText()).toContain('Identical');
    const [first, second] = await dialog.locator('[data-fingerprint=journal]').allInnerTexts();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(second).toBe(first);
  });

  test('the live region speaks each step as a sentence', async () => {
    const { page } = await inspector.open();
    const said = page.locator('[aria-live=polite]');
    for (let step = 2; step < 12; step += 1) {
      await control(page, 'Next').click();
      expect(await said.innerText()).toMatch(new RegExp(`^Step ${step} of \\d+\\. .+\\.$`));
    }
  });
});

describe('by keyboard alone', () => {
  test('every control has a key, and the list of keys opens and closes', async () => {
    const { page } = await inspector.open();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(3);
    await page.keyboard.press('ArrowLeft');
    expect(await stepOf(page)).toBe(2);
    await page.keyboard.press('g');
    expect(await stepOf(page)).toBeGreaterThan(2);
    await page.keyboard.press('d');
    expect(await page.locator('.row.now').count()).toBeGreaterThan(0);
    await page.keyboard.press('End');
    expect(await stepOf(page)).toBe(await stepsOf(page));
    await page.keyboard.press('Home');
    expect(await stepOf(page)).toBe(1);
    await page.keyboard.press('p');
    await soon(() => stepOf(page)).toBeGreaterThan(1);
    await page.keyboard.press('p');
    await page.keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Keys and marks' });
    for (const name of NAMES.filter((word) => word !== 'Play')) expect(await help.innerText()).toContain(name);
    await page.keyboard.press('Escape');
    expect(await help.count()).toBe(0);
  });

  test('the slider moves by steps and by gates', async () => {
    const { page } = await inspector.open();
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    expect(await stepOf(page)).toBe(2);
    await page.keyboard.press('PageUp');
    expect(await stepOf(page)).toBeGreaterThan(2);
    await page.keyboard.press('End');
    expect(await stepOf(page)).toBe(await stepsOf(page));
  });

  test('a scenario is chosen, an item picked and explained without a mouse', async () => {
    const { page } = await inspector.open();
    await page.keyboard.press('o');
    await page.getByRole('searchbox', { name: 'Search scenarios' }).waitFor();
    await page.keyboard.type('completed-nothing-left-out');
    await page
      .getByRole('button', { name: /nothing is left out/ })
      .first()
      .waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await soon(() => page.title()).toContain('nothing is left out');
    await page.keyboard.press('End');
    await page.getByRole('grid', { name: 'Items' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('.row.selected').count()).toBe(1);
    const title = await page.locator('.row.selected bdi').first().innerText();
    await soon(() => page.getByRole('region', { name: 'Why' }).innerText()).toContain(title);
  });
});
