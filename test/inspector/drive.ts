import type { Browser, BrowserContextOptions, Page } from 'playwright';
import { expect } from 'vitest';
import { launchBrowser, servePage } from './page.ts';

/** A page that is driven as a person would, and what it asked for and complained about meanwhile. */
export interface Driven {
  readonly page: Page;
  readonly strangers: readonly string[];
  readonly errors: readonly string[];
}

/** One browser and one server for the tests of a file. */
export class Inspector {
  readonly #browser: Browser;
  readonly #server: { readonly origin: string; readonly close: () => void };

  private constructor(browser: Browser, server: { readonly origin: string; readonly close: () => void }) {
    this.#browser = browser;
    this.#server = server;
  }

  static async start(): Promise<Inspector> {
    return new Inspector(await launchBrowser(), await servePage());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
  }

  get origin(): string {
    return this.#server.origin;
  }

  /** Opens the page at an address behind `#`, and waits until a story stands there: as long as is usual, or longer. */
  open(hash = '', options: BrowserContextOptions = {}, patience?: number): Promise<Driven> {
    return this.#opened(hash, options, '.topbar', patience);
  }

  /** The same for an address in the lessons. */
  openLessons(hash: string, options: BrowserContextOptions = {}): Promise<Driven> {
    return this.#opened(hash, options, '.lesson-mode');
  }

  async #opened(hash: string, options: BrowserContextOptions, until: string, patience?: number): Promise<Driven> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    if (patience !== undefined) page.setDefaultTimeout(patience);
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(`${this.origin}/`))
        strangers.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${this.origin}/${hash}`);
    await page.locator(until).waitFor();
    return { page, strangers, errors };
  }
}

export const SHOWCASE = 'showcase/new-iphone-icloud-photos-on';
export const at = (step: number, id = SHOWCASE, view = ''): string =>
  `#s=${id}&p=${step}${view === '' ? '' : `&v=${view}`}`;

export const control = (page: Page, name: string) =>
  page.getByRole('toolbar', { name: 'Steps' }).getByRole('button', { name, exact: true });
export const slider = (page: Page) => page.getByRole('slider', { name: 'Step of the run' });

/** What engineers look at stands behind “Show the machinery”. */
export const withMachinery = (hash: string): string => `${hash === '' ? '#' : `${hash}&`}m=1`;

/** The step that the page stands at, as its slider tells it. */
export const stepOf = async (page: Page): Promise<number> => Number(await slider(page).getAttribute('aria-valuenow'));
export const stepsOf = async (page: Page): Promise<number> => Number(await slider(page).getAttribute('aria-valuemax'));

/** Drops a file on the page, as from the desktop. */
export const drop = (page: Page, name: string, text: string): Promise<void> => dropFiles(page, { [name]: text });

/** Drops several files at once, by their names. */
export async function dropFiles(page: Page, files: Readonly<Record<string, string>>): Promise<void> {
  const data = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** Asks again until it is so: a page that shares two cores with others may take its time. */
// oxlint-disable-next-line vitest/require-awaited-expect-poll
export const soon = <T>(ask: () => T) => expect.poll(ask, { timeout: 15_000 });
