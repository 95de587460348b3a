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

test('a stranger puts a customer’s case in, sees what hangs on what, plays it and comes back to its cards', async () => {
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
