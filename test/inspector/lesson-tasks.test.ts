import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Inspector } from './drive.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

/** One page at a task, in the light and at the width that are asked for. */
async function openTask(hash: string, colorScheme: 'light' | 'dark', width = 1440) {
  const { page, errors, strangers } = await inspector.openLessons(hash, {
    colorScheme,
    reducedMotion: 'reduce',
    viewport: { width, height: 900 },
  });
  return { page, errors, strangers };
}

async function faultsIn(page: Page, part = 'html'): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(
    (within) => (globalThis as unknown as { axe: { run: (part: string) => Promise<AxeResults> } }).axe.run(within),
    part,
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a cause is looked for by keyboard alone; how much each question was worth is told afterwards', async () => {
  const { page, errors, strangers } = await openTask('#l=05-the-bank-app-is-empty&k=mara', 'light');
  const call = page.getByRole('region', { name: 'The call' });
  const first = call.getByRole('button').first();
  await first.focus();
  await page.keyboard.press('Enter');
  await call.getByRole('row').nth(1).waitFor();
  // The next question stands where the first one stood, and has the focus.
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  await page.keyboard.press('Enter');
  await call.getByRole('row').nth(2).waitFor();
  expect(await page.getByText(/\d+ of \d+ causes/).count()).toBe(0);
  expect(await page.getByText('After the call').count()).toBe(0);
  expect(await faultsIn(page)).toEqual([]);

  const cause = page.getByRole('region', { name: 'The cause' });
  await cause.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await cause.getByRole('button', { name: 'Name this cause' }).focus();
  await page.keyboard.press('Enter');
  await page
    .getByText(/That is not it|You found the cause/)
    .first()
    .waitFor();
  if ((await page.getByRole('button', { name: 'Give up and see' }).count()) > 0) await press(page, 'Give up and see');
  await page.getByRole('region', { name: 'What you say' }).getByRole('radio').first().check();
  await press(page, 'Say this');
  const after = page.getByRole('region', { name: 'After the call' });
  await after.getByText(/the best way of asking needs \d here/).waitFor();
  expect(await after.getByRole('row').count()).toBe(3);
  expect(await call.getByText(/\d+ of \d+ causes/).count()).toBe(2);
  expect(await faultsIn(page)).toEqual([]);

  // What was done is kept, and the next customer is another one.
  await page.reload();
  await page.getByRole('button', { name: 'Call 1' }).click();
  await page.getByRole('region', { name: 'After the call' }).waitFor();
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 360, height: 760 });
  expect(await faultsIn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await press(page, 'Call 2');
  expect(await page.getByRole('button', { name: 'Give up and see' }).count()).toBe(1);
  expect(await page.getByText('After the call').count()).toBe(0);
  expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
});

test('two phones: the condition is marked on neither before the answer and on both after it', async () => {
  const { page, errors } = await openTask('#l=02-the-four&k=mara&t=4', 'dark');
  const answer = page.getByRole('region', { name: 'Your answer' });
  await answer.getByRole('radio').nth(1).check();
  expect(await page.locator('.condition.marked').count()).toBe(0);
  expect(await page.getByRole('region', { name: 'Why' }).count()).toBe(0);
  expect(await faultsIn(page)).toEqual([]);
  await press(page, 'Lock my answer');
  await page.getByRole('region', { name: 'Why' }).waitFor();
  expect(await page.locator('.condition.marked').count()).toBe(2);
  expect(await answer.getByText('This one').count()).toBe(1);
  expect(await answer.getByRole('radio').first().isDisabled()).toBe(true);
  expect(await faultsIn(page)).toEqual([]);
  await page.setViewportSize({ width: 360, height: 760 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  // The sentences: locked only when each is chosen, and then each is told.
  await press(page, 'Next task');
  const sentences = page.getByRole('group').filter({ has: page.getByRole('radio', { name: /^“/ }) });
  await sentences.first().waitFor();
  expect(await page.getByText('True of this case').count()).toBe(0);
  const many = await sentences.count();
  for (let n = 0; n < many; n += 1) await sentences.nth(n).getByRole('radio').first().check();
  expect(await faultsIn(page)).toEqual([]);
  await press(page, 'Lock my sentences');
  await page.getByText(/of 3 are true of this case/).waitFor();
  expect(await page.getByText('True of this case', { exact: true }).count()).toBe(many);
  expect(await faultsIn(page)).toEqual([]);

  // What was learnt is kept for practice, without a word of what it was, and is due another day.
  const kept = (key: string) => page.evaluate((name) => localStorage.getItem(name), `restore-sim.lesson.${key}`);
  expect(await kept('looks')).toMatch(/^\{"at":\d+,"grades":\{"[\da-f]{12}":/);
  expect(await kept('practice')).toBe(null);
  await press(page, 'Lessons');
  await page.getByText('Nothing is due today').waitFor();
  expect(await kept('practice')).toMatch(/^\{"[\da-f]{12}":/);
  expect(await kept('looks')).toBe('');
  await page.evaluate(() => {
    const key = 'restore-sim.lesson.practice';
    const deck = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, { due: number }>;
    for (const card of Object.values(deck)) card.due = 1;
    localStorage.setItem(key, JSON.stringify(deck));
  });
  await page.reload();
  await page.getByText(/things? (?:is|are) due today/).waitFor();
  expect(await faultsIn(page, '.due-today')).toEqual([]);
  await press(page, 'Practise');
  await page.getByRole('button', { name: 'Lock my bets' }).waitFor();
  expect(page.url()).toContain('k=practice-');
  expect(errors).toEqual([]);
});
