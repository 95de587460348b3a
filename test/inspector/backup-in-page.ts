import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Locator, Page } from 'playwright';
import { serve, type Serving } from '../../src/cli/serve/server.ts';
import { launchBrowser } from './page.ts';

/** Drops folders and files of the disk on a page, as a person would: the browser itself makes the entries. */
export async function dropOn(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, x: 700, y: 400, data });
  await session.detach();
}

/** The page, served as people have it, in which one backup after the other is read. */
export class BackupInPage {
  readonly errors: string[] = [];
  readonly page: Page;
  readonly #browser: Browser;
  readonly #serving: Serving;

  private constructor(browser: Browser, serving: Serving, page: Page) {
    [this.#browser, this.#serving, this.page] = [browser, serving, page];
    page.on('pageerror', (error) => this.errors.push(error.message));
  }

  static async start(): Promise<BackupInPage> {
    const serving = await serve({ folder: resolve('dist/inspector'), port: 0 });
    const browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true });
    const page = await context.newPage();
    await page.goto(serving.address);
    await page.locator('.topbar').waitFor();
    return new BackupInPage(browser, serving, page);
  }

  get sheet(): Locator {
    return this.page.getByRole('dialog', { name: 'A customer’s backup' });
  }

  get answer(): Locator {
    return this.sheet.getByRole('region', { name: 'Would a restore go through?' });
  }

  /** The scenario that the page writes of a folder. */
  async scenarioOf(folder: string, password: string): Promise<string> {
    await dropOn(this.page, folder);
    const field = this.sheet.getByLabel('The password of the backup');
    await this.answer.or(field).waitFor({ timeout: 60_000 });
    if ((await field.count()) > 0) {
      await field.fill(password);
      await this.sheet.getByRole('button', { name: 'Open it', exact: true }).click();
      await this.answer.waitFor({ timeout: 60_000 });
    }
    // Names and lengths of the payload come after the answer, and change it.
    await this.sheet.locator('.checks > li').filter({ hasText: 'in the length that the list says' }).waitFor();
    const save = this.sheet.getByRole('button', { name: 'Save as a file', exact: true });
    const [download] = await Promise.all([this.page.waitForEvent('download'), save.click()]);
    const text = readFileSync(await download.path(), 'utf8');
    await this.sheet.getByRole('button', { name: 'Another backup', exact: true }).click();
    return text;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#serving.close();
  }
}
