import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FATES } from '../../src/model/fates.ts';
import { Ledger } from '../../src/run/ledger.ts';
import { itemTwinOf } from '../../src/teach/item-twin.ts';
import { variantOf } from '../../src/teach/variant.ts';
import { Inspector, soon } from './drive.ts';
import { bookIn, fatesIn, leaksIn, lookAt, toLearner } from './lesson/leaks.ts';
import { addressOf, FOUR, lessonNamed, placeOf } from './lesson/lessons.ts';

const lesson = lessonNamed(FOUR);
const PREDICT = placeOf(lesson, 'predict');
const WITH_REASONS = placeOf(lesson, 'predict', PREDICT);
const DEBRIEF = placeOf(lesson, 'debrief');

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

async function openAt(hash: string, options = {}) {
  const driven = await inspector.openLessons(hash, { reducedMotion: 'reduce', ...options });
  return driven;
}
const rowsOf = (page: Page) => page.locator('.bet-row');
const toOpen = (page: Page) => page.getByRole('button', { name: 'Next to open' });

/** Chooses the same in every question, and how sure. */
async function betAll(page: Page): Promise<void> {
  await page.locator('.betting .bet-row input').first().waitFor({ state: 'attached' });
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('fieldset.choices')) group.querySelector('input')?.click();
  });
  await soon(() => page.locator('[data-after-bets]').getAttribute('aria-disabled')).toBe('false');
}
async function lockAll(page: Page): Promise<void> {
  await betAll(page);
  await page.locator('[data-after-bets]').click();
  await page.locator('.revealing').waitFor();
}

test('before the lock nothing in the page gives an answer away; after the reveal everything stands there', async () => {
  const { page, errors, strangers } = await openAt(addressOf(FOUR, 'aa00', PREDICT));
  for (let n = 0; n < 4; n += 1) {
    const code = `aa0${n}`;
    await toLearner(page, addressOf(FOUR, code, PREDICT), code);
    expect(leaksIn(await lookAt(page)), code).toEqual([]);
    expect(bookIn(await page.locator('body').ariaSnapshot()), code).toEqual([]);
    await toLearner(page, addressOf(FOUR, code, WITH_REASONS), code);
    const offered = await page.locator('.rule-choices .option-word').allTextContents();
    expect(offered.length % 5, 'as many rules are offered of each item').toBe(0);
    expect(leaksIn(await lookAt(page), offered), code).toEqual([]);
  }
  const code = 'aa03';
  await toLearner(page, addressOf(FOUR, code, PREDICT), code);
  await betAll(page);
  expect(leaksIn(await lookAt(page))).toEqual([]);
  await page.locator('[data-after-bets]').click();
  await page.locator('.revealing').waitFor();
  // Nothing has been looked for beside the page that only an open row asks for.
  expect(page.workers().map((worker) => worker.url())).toEqual([]);
  await soon(() => page.locator('.same-case').count()).toBe(0);
  const variant = variantOf(lesson, PREDICT, code);
  const { items, played } = variant;
  const told = new Set<string>();
  while ((await toOpen(page).getAttribute('aria-disabled')) !== 'true') {
    await toOpen(page).click();
    for (const sentence of bookIn(await page.locator('.feedback').innerText())) told.add(sentence);
  }
  const words = await page.locator('.verdict-lines .fate').allTextContents();
  expect(words).toEqual(
    items.map(({ id }) => {
      const fate = played.rows.get(id)?.fate;
      return fate ? FATES[fate].word : '';
    }),
  );
  const looked = await lookAt(page);
  expect(leaksIn(looked)).toContain('rows differ');
  expect(told.size).toBeGreaterThan(2);
  // The same case with one thing changed, where the wrong answer would have been right.
  const said = await page.locator('.own-bet').first().innerText();
  expect(said).toContain(FATES.restored.word);
  const twinned = items.flatMap(({ id, title }) => {
    const fate = played.rows.get(id)?.fate;
    const twin = fate === 'restored' ? null : itemTwinOf(variant, id, 'restored');
    return twin === null ? [] : [{ title, twin }];
  });
  const [first] = twinned;
  await page.getByRole('button', { name: `Why: ${first?.title}` }).click();
  const { contrast, fate } = first?.twin ?? {};
  const same = page.getByRole('region', { name: 'The same case with one thing changed' });
  await soon(() => same.innerText()).toContain(`${contrast?.title}: ${contrast?.there} instead of ${contrast?.here}.`);
  expect(await same.innerText()).toContain(fate ? FATES[fate].word : 'no fate');
  // Found once, it stands there at once when the page is loaded anew, and what is kept of it says no fate.
  const sameAs = await same.innerText();
  expect(await page.evaluate(() => Object.values(sessionStorage).join(' '))).toContain(contrast?.path);
  expect(fatesIn(await page.evaluate(() => JSON.stringify(sessionStorage)))).toEqual([]);
  await page.addInitScript(() => {
    // Whoever looks for it again finds nothing any more.
    const Usual = Worker;
    window.Worker = class extends Usual {
      override postMessage(message: { readonly kind?: string }): void {
        if (message.kind !== 'item-twin') super.postMessage(message);
      }
    };
  });
  await page.reload();
  await page.locator('.revealing').waitFor();
  while ((await toOpen(page).getAttribute('aria-disabled')) !== 'true') await toOpen(page).click();
  await page.getByRole('button', { name: `Why: ${first?.title}` }).click();
  await soon(() => same.innerText()).toBe(sameAs);
  expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
});

test('a row opens at the step at which its item is decided for the last time, and no row before', async () => {
  const code = 'k7f2';
  const { page } = await openAt(addressOf(FOUR, code, PREDICT));
  await lockAll(page);
  const { run, scenario, items } = variantOf(lesson, PREDICT, code);
  const opens = lastChanges(scenario.world.items, run.journal.lines);
  const step = page.getByRole('button', { name: 'One step' });
  let steps = 0;
  for (;;) {
    const open = await rowsOf(page).evaluateAll((rows) =>
      rows.flatMap((row) => (row.matches('.is-so, .not-so') ? [row.getAttribute('data-row')] : [])),
    );
    const expected = items.filter(({ id }) => Number(opens.get(id)) <= steps + 1).map(({ id }) => id);
    expect(open, `step ${steps + 1}`).toEqual(expected);
    if ((await step.getAttribute('aria-disabled')) === 'true') break;
    await step.click();
    steps += 1;
    await page.waitForFunction(
      (n) => document.querySelector('.foot-says')?.textContent.includes(`Step ${n},`),
      steps + 1,
    );
  }
  expect(steps + 1).toBe(run.steps);
  expect(new Set(opens.values()).size).toBeGreaterThan(3);
});

/** The step in which each item changes last, told by the journal alone. */
function lastChanges(items: readonly { readonly id: string }[], lines: Parameters<Ledger['apply']>[0][]) {
  const ledger = new Ledger(items);
  const last = new Map<string, number>();
  for (const line of lines)
    ledger.apply(line, (_place, before, after) => {
      if (before.fate !== after.fate || before.rule !== after.rule || before.syncWithheld !== after.syncWithheld)
        last.set(after.id, line.step);
    });
  return last;
}

/** Presses Tab until something of this name has the focus. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const wanted = page.getByRole('button', { name }).first();
  await wanted.waitFor();
  for (let tabs = 0; tabs < 120; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not come to ${String(name)}.`);
}
const hasFocus = (page: Page, selector: string) =>
  soon(() => page.evaluate((wanted) => document.activeElement?.matches(wanted), selector));

test('who comes by a link answers with a digit at once', async () => {
  const { page, errors } = await openAt('#l=02-the-four&k=AB12&t=2');
  await page.locator('.bet-row').first().waitFor();
  await page.keyboard.press('2');
  await soon(() => page.locator('.bet-row:first-child input:checked').count()).toBe(1);
  expect(errors).toEqual([]);
});

test('a whole lesson by keyboard alone, each reveal told in a sentence', async () => {
  const { page, errors } = await openAt('#l=');
  await tabTo(page, new RegExp(`^${lesson.title}`));
  await page.keyboard.press('Enter');
  const now = page.locator('.task-bar [aria-current=step]');
  for (let place = 0; place < lesson.tasks.length; place += 1) {
    await soon(() => now.innerText()).toMatch(new RegExp(`^${place + 1} `));
    const task = lesson.tasks[place] ?? {};
    if ('example' in task) {
      await tabTo(page, 'Next stop');
      await pressUntilReady(page);
      await page.keyboard.press('Enter');
    } else if ('predict' in task) {
      await hasFocus(page, '.bet-row:first-child input').toBe(true);
      const groups = await page.locator('fieldset.choices').count();
      // A digit chooses and goes on: at the end the lock has the focus.
      for (let group = 0; group < groups; group += 1) await page.keyboard.press('2');
      await hasFocus(page, '[data-after-bets]').toBe(true);
      await page.keyboard.press('Enter');
      // What goes on takes the focus up once it is drawn.
      await hasFocus(page, '.lesson-foot [data-first]').toBe(true);
      const rows = await rowsOf(page).count();
      const told: string[] = [];
      while ((await page.locator('.bet-row:not(.is-so, .not-so)').count()) > 0) {
        const before = await page.locator('.foot-says').innerText();
        await page.keyboard.press('Enter');
        await soon(() => page.locator('.foot-says').innerText()).not.toBe(before);
        told.push(await page.locator('.lesson-mode > [role=status]').innerText());
      }
      expect(told.join(' ').match(/you said/g)).toHaveLength(rows);
      await soon(() => isReady(page)).toBe(true);
      await page.keyboard.press('Enter');
    } else if ('debrief' in task) {
      await page.getByRole('heading', { name: /right$/ }).waitFor();
      await tabTo(page, /^Done$/);
      await page.keyboard.press('Enter');
    } else {
      // The other kinds have tests of their own; here one goes on by the bar.
      await tabTo(page, new RegExp(`^${place + 2} `));
      await page.keyboard.press('Enter');
    }
  }
  await soon(() => page.locator('.task-bar svg').count()).toBe(4);
  expect(errors).toEqual([]);
});

/** Enter goes from stop to stop; at the last one the focus goes on. */
async function pressUntilReady(page: Page): Promise<void> {
  const ahead = page.getByRole('button', { name: 'Next task' });
  while ((await ahead.getAttribute('aria-disabled')) === 'true') await page.keyboard.press('Enter');
  await soon(() => isReady(page)).toBe(true);
}

/** Nothing is left to open, and the button for the next task has the focus. */
const isReady = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.textContent.includes('Next task') === true);

test('what is locked in one window stays as it was locked, and all that is kept can be deleted', async () => {
  const { page } = await openAt(addressOf(FOUR, 'two1', PREDICT));
  await page.locator('.betting .bet-row input').first().waitFor({ state: 'attached' });
  const other = await page.context().newPage();
  await other.goto(page.url());
  await lockAll(other);
  const kept = () => page.evaluate(() => localStorage.getItem('restore-sim.lesson.attempt.02-the-four.two1'));
  const before = await kept();
  expect(before).toMatch(/^1\|02-the-four\|two1\|t1=/);
  // The first window shows it locked; what it does now is written nowhere.
  await page.locator('.revealing').waitFor();
  await page.reload();
  await page.locator('.revealing').waitFor();
  expect(await kept()).toBe(before);
  await page.goto(`${inspector.origin}/#l=`);
  await page.getByRole('button', { name: 'Delete all that is kept' }).click();
  await page.getByRole('button', { name: 'Delete them for good' }).click();
  await page.getByText('Deleted.').waitFor();
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('attempt')))).toEqual([]);
});

test('axe finds nothing in any screen of a lesson, light and dark', async () => {
  const { page } = await openAt('#l=');
  const look = async (where: string) => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((name) => {
        document.documentElement.dataset['theme'] = name;
      }, theme);
      expect(await faultsIn(page), `${where}, ${theme}`).toEqual([]);
    }
  };
  await page.locator('.lesson-card').first().waitFor();
  await look('list');
  await toLearner(page, addressOf(FOUR, 'axe1', WITH_REASONS), 'axe1');
  await look('bets');
  await lockAll(page);
  await toOpen(page).click();
  await toOpen(page).click();
  await look('reveal');
  await page.locator('.task-bar button').first().click();
  await page.getByRole('button', { name: 'Next stop' }).click();
  await look('example');
  await page.locator('.task-bar button').nth(DEBRIEF).click();
  await page.getByRole('heading', { name: /right$/ }).waitFor();
  await look('debrief');
});

test('a class hands its results in: what was mixed up, what was known least, and nobody’s copy unseen', async () => {
  const { page, strangers } = await openAt('#l=&o=results');
  const attempt = (code: string, sign: string): string => `1|${FOUR}|${code}|t${PREDICT}=${sign.repeat(9)}~90`;
  await page.locator('input[type=file]').setInputFiles([
    {
      name: 'class.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`${attempt('k7f2', 'A2')}\n${attempt('m2q8', 'A2')}`),
    },
    { name: 'photo.txt', mimeType: 'text/plain', buffer: Buffer.from('no result') },
  ]);
  await page.getByRole('heading', { name: lesson.title }).waitFor();
  expect(await page.getByRole('alert').innerText()).toContain('photo.txt');
  const table = page.getByRole('group', { name: 'Results by code' });
  await expect(table.locator('tbody th').allInnerTexts()).resolves.toEqual(['k7f2', 'm2q8']);
  expect(await table.innerText()).toContain('the same choices as somebody with another case');
  const tasks = await page.getByRole('region', { name: 'Task by task' }).locator('li').allInnerTexts();
  expect(tasks.map((words) => words.replaceAll(/\s+/g, ' '))).toEqual([expect.stringMatching(/^\d+ of 18 2 Predict$/)]);
  expect(await page.getByRole('region', { name: 'To talk about first' }).innerText()).toContain('False promise');
  const said = await page.locator('.matrix td.mixed-up').allInnerTexts();
  expect(said.map(Number).reduce((sum, times) => sum + times, 0)).toBeGreaterThan(8);
  expect(await faultsIn(page)).toEqual([]);
  expect(strangers).toEqual([]);
});

async function faultsIn(page: Page): Promise<string[]> {
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('axe-core/axe.min.js') });
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (context: Document) => Promise<AxeResults> } }).axe.run(document),
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}

test('sheet and key are printed from the same run, each on one page; the key only after the lock', async () => {
  const { page } = await openAt(addressOf(FOUR, 'k7f2', PREDICT));
  await page.evaluate(() => {
    window.print = () => document.body.toggleAttribute('data-printed', true);
  });
  await page.getByRole('button', { name: 'Print' }).click();
  const both = page.getByRole('button', { name: 'Sheet and key' });
  expect(await both.getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Escape');
  await lockAll(page);
  await page.getByRole('button', { name: 'Print' }).click();
  await both.click();
  await page.locator('[data-printed]').waitFor();
  const { items, played } = variantOf(lesson, PREDICT, 'k7f2');
  const [sheet = '', key = ''] = await page.locator('.paper-page').allTextContents();
  expect(bookIn(sheet)).toEqual([]);
  for (const { id, title } of items) {
    expect(sheet).toContain(title);
    const fate = played.rows.get(id)?.fate;
    const row = await page.locator('.paper-page').last().locator('tr', { hasText: title }).first().textContent();
    expect(row).toContain(fate ? FATES[fate].word : 'no fate');
  }
  expect(bookIn(key).length).toBeGreaterThan(3);
  const pdf = await page.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(2);
});
