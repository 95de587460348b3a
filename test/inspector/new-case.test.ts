import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Locator, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Inspector, soon } from './drive.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

/** A person who knows nothing of the page but the words on it, and counts every click. */
class Stranger {
  clicks = 0;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get sheet(): Locator {
    return this.#page.getByRole('dialog');
  }

  async tap(what: Locator): Promise<void> {
    this.clicks += 1;
    await what.click();
  }

  /** An answer to a question, by the words of both. */
  async answer(question: RegExp, answer: string): Promise<void> {
    const asked = this.sheet.getByRole('radiogroup', { name: question }).first();
    await this.tap(asked.getByRole('radio', { name: answer, exact: true }));
  }

  /** A list takes a click to open and one to choose. */
  async choose(question: RegExp, answer: string): Promise<void> {
    this.clicks += 2;
    await this.sheet.getByRole('combobox', { name: question }).selectOption({ label: answer });
  }

  async next(): Promise<void> {
    await this.tap(this.sheet.getByRole('button', { name: /^Next: / }));
  }

  heap(title: string): Locator {
    return this.sheet.getByRole('region', { name: title });
  }
}

const seriousIn = async (page: Page): Promise<string[]> => {
  await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate<AxeResults>(
    'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
  );
  const places = (nodes: (typeof violations)[number]['nodes']) => nodes.map(({ html }) => html.slice(0, 120));
  return violations.map(({ id, nodes }) => `${id}: ${places(nodes).join(' | ')}`);
};

test('a stranger puts a customer’s case in, sees what hangs on what, and plays it', async () => {
  const { page, errors, strangers } = await inspector.open();
  const stranger = new Stranger(page);
  await stranger.tap(page.getByRole('button', { name: 'New case' }));

  await stranger.answer(/very same phone/, 'No, another one');
  await stranger.choose(/model was the old phone/, 'iPhone 12');
  await stranger.choose(/model is the new phone/, 'iPhone 16');
  await stranger.next();
  await stranger.tap(stranger.sheet.getByRole('checkbox', { name: 'In iCloud' }));
  await stranger.answer(/From where/, 'From iCloud');
  await stranger.answer(/How old/, 'Three weeks');
  const age = stranger.sheet.getByRole('radiogroup', { name: /How old/ });
  await soon(() => age.getByRole('radio', { checked: true }).allTextContents()).toEqual(['Three weeks']);
  await stranger.next();
  await stranger.tap(stranger.sheet.getByRole('checkbox', { name: 'WhatsApp', exact: true }));
  await stranger.tap(stranger.sheet.getByRole('checkbox', { name: 'Photos and videos', exact: true }));
  await stranger.answer(/^WhatsApp: chats/, 'Missing');
  await stranger.next();
  await stranger.answer(/on for iCloud Photos on the old phone/, 'Off');
  // What was said decides the photos; the chats hang on more.
  await soon(() => stranger.heap('Comes').textContent()).toContain('Photos and videos');
  await soon(() => stranger.heap('Depends on an answer').textContent()).toContain('WhatsApp: chats');
  expect(await seriousIn(page)).toEqual([]);

  // The question that decides most stands on top; its answers are given there, until nothing is open that decides.
  const next = stranger.sheet.getByRole('region', { name: 'Ask this next' });
  const none = next.getByText('No open question changes anything any more.');
  const asked: (string | null)[] = [];
  for (;;) {
    await soon(() => next.getAttribute('aria-busy')).toBe('false');
    if (await none.isVisible()) break;
    asked.push(await next.getByRole('heading').textContent());
    expect(asked.length).toBeLessThan(20);
    await stranger.tap(next.getByRole('list').getByRole('button').first());
  }
  expect(new Set(asked).size).toBe(asked.length);
  expect(await stranger.heap('Depends on an answer').count()).toBe(0);

  await stranger.tap(stranger.sheet.getByRole('button', { name: 'Play this case' }));
  await stranger.sheet.waitFor({ state: 'detached' });
  expect(stranger.clicks).toBeLessThan(60);
  await soon(() => page.locator('.picker-button').textContent()).toContain('iPhone 12 to iPhone 16');
  // It is a story like any other: the three questions of the desk are answered of it too.
  await page.getByRole('tab', { name: 'Ask' }).click();
  const ways = page.getByRole('region', { name: 'Which way brings most?' });
  await soon(() => ways.textContent()).toContain('It brings most');

  await page.getByRole('button', { name: 'Change this case' }).click();
  const missing = stranger.sheet.getByRole('radio', { name: 'Missing', checked: true });
  await stranger.sheet
    .getByRole('button', { name: /What is missing/ })
    .first()
    .click();
  await missing.waitFor();
  await page.keyboard.press('Escape');
  await stranger.sheet.waitFor({ state: 'detached' });
  expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
});

/** Tabs on until the focus stands on it; it never falls on the covered page on the way. */
async function tabTo(page: Page, what: Locator): Promise<void> {
  const isThere = () => what.evaluate((element) => element === document.activeElement);
  for (let presses = 0; !(await isThere()); presses += 1) {
    expect(presses).toBeLessThan(60);
    await page.keyboard.press('Tab');
    // Behind the last stop the browser's own controls come.
    expect(await page.evaluate(() => document.activeElement?.closest('.page') === null)).toBe(true);
  }
}

test('by keys alone: told, kept, left, found again, renamed, put back; a wrong file says where', async () => {
  const { page, errors } = await inspector.open();
  const sheet = page.getByRole('dialog');
  const focused = () => page.evaluate(() => document.activeElement?.textContent);
  const press = (...keys: readonly string[]) =>
    keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
  await press('n');
  await sheet.getByRole('radiogroup').first().waitFor();
  // The focus stands on the first answer; arrows pass over answers and choose none, a digit chooses.
  await soon(focused).toBe('No, another one');
  await press('ArrowRight');
  expect(await sheet.getByRole('radio', { checked: true }).count()).toBe(0);
  await press('1');
  expect(await sheet.getByRole('radio', { checked: true }).allTextContents()).toEqual(['No, another one']);
  await tabTo(page, sheet.getByRole('button', { name: /^Next: / }));
  await press('Enter', 'Space');
  await tabTo(page, sheet.getByRole('button', { name: /^Next: / }));
  await press('Enter');
  await tabTo(page, sheet.getByRole('searchbox'));
  await page.keyboard.type('contacts');
  await tabTo(page, sheet.getByRole('checkbox', { name: 'Contacts', exact: true }));
  await press('Space');
  await soon(() => sheet.getByRole('status').last().textContent()).toMatch(/^1 depends\. Ask this next: /);

  await tabTo(page, sheet.getByRole('button', { name: 'Keep', exact: true }));
  await press('Enter');
  await page.keyboard.type('Desk 7');
  await press('Enter');
  await soon(() => page.evaluate(() => localStorage.getItem('restore-sim.case.1'))).toContain('Desk 7');

  // What was said since is asked about before it goes, and is there again.
  await tabTo(page, sheet.getByRole('button', { name: /Which backups/ }));
  await press('Enter', 'Space');
  await press('Escape');
  await sheet.getByRole('alertdialog').waitFor();
  await soon(focused).toBe('Go on');
  await press('Tab', 'Tab', 'Enter');
  await sheet.waitFor({ state: 'detached' });
  await press('n');
  await soon(focused).toBe('Go on with it');
  await press('Enter');
  await sheet.getByText('Contacts', { exact: true }).first().waitFor();

  // The file: a slip is told with its line, and nothing is taken over until it is right.
  const file = sheet.getByRole('button', { name: 'Show the file' });
  await tabTo(page, file);
  await press('Enter');
  const text = sheet.getByRole('textbox', { name: 'The case as YAML' });
  await soon(() => text.evaluate((area) => area === document.activeElement)).toBe(true);
  const right = await text.inputValue();
  await text.fill(right.replace('world:', 'wrld:'));
  await soon(() => sheet.getByRole('status').first().textContent()).toMatch(
    /Line \d+, column 1.*wrld.*Did you mean “world”/,
  );
  await text.fill(right.replace('category: contacts', 'category: notes'));
  await soon(() => sheet.getByRole('status').first().textContent()).toContain('It can be played.');
  await tabTo(page, sheet.getByRole('button', { name: 'Use this file' }));
  await press('Enter');
  await soon(() => sheet.getByRole('heading', { level: 2 }).textContent()).toContain('Notes');
  expect(await seriousIn(page)).toEqual([]);
  await press('Escape');
  await press('Tab', 'Tab', 'Enter');
  await sheet.waitFor({ state: 'detached' });

  // In the library.
  await press('o');
  await sheet.getByRole('tab', { name: 'My cases' }).click();
  const row = sheet.getByRole('button', { name: /^Play Desk/ });
  await sheet.getByRole('button', { name: /^Rename/ }).press('Enter');
  await press('Control+a');
  await page.keyboard.type('Desk 8');
  await press('Enter');
  await soon(() => row.getAttribute('aria-label')).toBe('Play Desk 8');
  await sheet.getByRole('button', { name: /^Delete/ }).press('Enter');
  await soon(() => row.count()).toBe(0);
  await sheet.getByRole('button', { name: 'Undo' }).press('Enter');
  await row.waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await row.press('Enter');
  await sheet.waitFor({ state: 'detached' });
  await soon(() => page.locator('.picker-button').textContent()).toContain('Desk 7');
  expect(errors).toEqual([]);
});
