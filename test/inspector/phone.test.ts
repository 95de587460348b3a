import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, control, Inspector, stepOf, stepsOf, soon, withMachinery } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

test('touching what the script does next follows the script', async () => {
  const { page } = await inspector.open();
  const all = await stepsOf(page);
  await page.locator('.device').getByRole('button', { name: 'Start' }).click();
  await page.locator('.device').getByRole('button', { name: 'Continue' }).click();
  expect(await stepOf(page)).toBe(3);
  expect(await stepsOf(page)).toBe(all);
  expect(await page.getByText('You left the story').count()).toBe(0);
});

test('another tap leaves the script, goes on by hand, and leads back', async () => {
  const { page, errors } = await inspector.open(at(34));
  const all = await stepsOf(page);
  await page.locator('.device').getByRole('button', { name: 'Settings' }).click();
  await page.locator('.device').getByText('Not while it restores').waitFor();
  await page.locator('.device').getByRole('button', { name: 'Stop Restoring' }).click();
  expect(await stepOf(page)).toBe(35);
  expect(await page.locator('.sentence').innerText()).toContain('stopped');
  await control(page, 'Run again').click();
  await soon(() => page.getByRole('dialog').locator('.proof-word').innerText()).toContain('Identical');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Return to the story' }).first().click();
  expect(await stepsOf(page)).toBe(all);
  expect(await stepOf(page)).toBe(34);
  expect(errors).toEqual([]);
});

test('a branch by hand travels in the address', async () => {
  const { page } = await inspector.open(at(34));
  await page.getByRole('region', { name: 'Possible now' }).getByRole('button', { name: 'Stop Restoring' }).click();
  await soon(() => page.url()).toContain('stop.tapped');
  const again = await inspector.open(new URL(page.url()).hash);
  expect(await stepOf(again.page)).toBe(35);
  expect(await again.page.locator('.sentence').innerText()).toContain('stopped');
});

test('a refused tap stays where it is and says which guard and which values', async () => {
  const { page } = await inspector.open(withMachinery(at(9, 'listing/unfinished-beside-a-finished-one')));
  const step = await stepOf(page);
  await page.locator('.device .tap.choice.dim').first().click();
  const refusal = page.locator('.refusal');
  await soon(() => refusal.innerText()).toContain('isUsable');
  expect(await refusal.locator('dd').count()).toBeGreaterThan(1);
  expect(await stepOf(page)).toBe(step);
  await control(page, 'Back').click();
  expect(await refusal.count()).toBe(0);
});

test('what is possible is what the phone takes', async () => {
  const { page } = await inspector.open(at(1));
  const possible = page.getByRole('region', { name: 'Possible now' });
  await soon(() => possible.getByRole('button').allInnerTexts()).toContain('Start');
  await possible.getByRole('button', { name: 'Unplug' }).click();
  expect(await stepOf(page)).toBe(2);
  await soon(() => possible.getByRole('button').allInnerTexts()).toContain('Plug in');
});

test('a question stays on the phone when what prints has been fetched', async () => {
  const { page } = await inspector.open(at(33));
  await soon(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    return page.locator('article.fate-sheet').count();
  }).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await page.locator('.device .sheet').waitFor();
  expect(await page.locator('.device .sheet').innerText()).toContain('Sign in');
});
