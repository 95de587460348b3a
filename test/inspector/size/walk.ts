import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright';
import { serve, type Serving } from '../../../src/cli/serve/server.ts';
import { type View, VIEWS } from '../../../src/inspector/state/views.ts';
import { launchBrowser } from '../page.ts';
import { faultsInPage } from './faults.ts';
import { sightInPage } from './sight.ts';
import type { LessonState } from './lesson-states.ts';
import { closeSheet, DESK, pressUntil, type Room, type Tale } from './states.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** One page that is led from state to state, as quickly as it can be looked at. */
export class Walk {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #serving: Serving;
  readonly #session: CDPSession;
  readonly #found = new Map<string, string[]>();
  #looks = 0;

  private constructor(browser: Browser, serving: Serving, page: Page, session: CDPSession) {
    this.#browser = browser;
    this.#serving = serving;
    this.page = page;
    this.#session = session;
  }

  /** With the page of our own server, which alone can watch programs. */
  static async start(): Promise<Walk> {
    const [browser, serving] = [await launchBrowser(), await serve({ folder: resolve('dist/inspector'), port: 0 })];
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.addInitScript(`globalThis.makeSight = ${sightInPage};`);
    // A window that fills the screen cannot be given another size.
    await page.addInitScript('Element.prototype.requestFullscreen = () => Promise.resolve();');
    await page.goto(serving.address);
    await page.locator('.topbar').waitFor();
    const walk = new Walk(browser, serving, page, await page.context().newCDPSession(page));
    await walk.enter(DESK);
    return walk;
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await this.#serving.close();
  }

  async enter({ width, height, touch = false }: Room, theme: 'light' | 'dark' = 'light'): Promise<void> {
    await this.page.setViewportSize({ width, height });
    await this.page.emulateMedia({ colorScheme: theme });
    await this.#session.send('Emulation.setTouchEmulationEnabled', { enabled: touch });
  }

  async tell({ hash, after }: Tale): Promise<void> {
    const { page } = this;
    await page.evaluate((to) => {
      location.hash = to;
    }, `#${hash}`);
    await page.waitForFunction(isThere, hash);
    await after?.(page);
  }

  /** Shows a view; the machinery stands around it exactly when the view belongs to it. */
  async show(view: View): Promise<void> {
    const { page } = this;
    const isShown = (await page.locator('#tab-charts').count()) > 0;
    if (VIEWS[view].machinery !== isShown) await page.keyboard.press('m');
    await page.locator(`#tab-${view}`).click();
    await page.locator('.waiting-view, [aria-busy=true]').first().waitFor({ state: 'detached' });
  }

  /** Opens the sheet behind a key, and waits until all of it is there. */
  async open(key: string): Promise<void> {
    await pressUntil(this.page, key, 'visible');
    await this.page.waitForFunction(() => document.querySelector('dialog [aria-busy=true]') === null);
  }
  close(): Promise<void> {
    return closeSheet(this.page);
  }

  /** Goes to a screen of the lessons, in place of the workbench. */
  async enterLesson({ hash, shows, after }: LessonState): Promise<void> {
    const { page } = this;
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator(shows).first().waitFor();
    await after?.(page);
  }

  /** In the colours that a person has chosen for all programs, or again in those of the page. */
  async forceColours(isForced: boolean): Promise<void> {
    await this.page.emulateMedia({ forcedColors: isForced ? 'active' : 'none' });
  }

  /** What axe finds is noted as a fault like any other. */
  async lookWithAxe(where: string): Promise<void> {
    const { page } = this;
    // As a debugger does it: the page itself lets in no script but its own.
    if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
    const { violations } = await page.evaluate<AxeResults>(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    for (const { id, nodes } of violations)
      this.#note(`axe, ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`, where);
  }

  #note(fault: string, where: string): void {
    this.#found.set(fault, [...(this.#found.get(fault) ?? []), where]);
  }

  /** Looks at the page as it stands, and notes what is wrong with it. */
  async look(where: string): Promise<void> {
    this.#looks += 1;
    for (const fault of await this.page.evaluate(faultsInPage)) this.#note(fault, where);
    await this.#keepPicture(where);
  }

  /** For eyes: `RSIM_SCREENS=1` keeps every state as a picture. */
  async #keepPicture(where: string): Promise<void> {
    if (process.env['RSIM_SCREENS'] !== '1') return;
    mkdirSync('test-results/screens', { recursive: true });
    const name = where.replaceAll(/[^\w]+/g, '-');
    await this.page.screenshot({ path: `test-results/screens/${name}.png` });
  }

  get looks(): number {
    return this.#looks;
  }

  /** Every fault once, with how often and where it stood first. All of them are written down whole. */
  report(file: string): readonly string[] {
    const faults = [...this.#found].map(([fault, where]) => `${fault} (${where.length}×: ${where[0]})`).toSorted();
    mkdirSync('test-results', { recursive: true });
    writeFileSync(`test-results/${file}`, [`${this.#looks} states`, ...faults, ''].join('\n'));
    return faults;
  }
}

/** Whether the page shows the story of an address: where it is shorter than the address says, its last step. */
function isThere(hash: string): boolean {
  const [wanted, here] = [new URLSearchParams(hash), new URLSearchParams(location.hash.slice(1))];
  const slider = document.querySelector('[role=slider]');
  const [step = 0, last = 0] = ['aria-valuenow', 'aria-valuemax'].map((name) => Number(slider?.getAttribute(name)));
  return (
    document.querySelector('.opening') === null &&
    wanted.getAll('c').join(' ') === here.getAll('c').join(' ') &&
    step === Math.min(Number(wanted.get('p') ?? '1'), last)
  );
}
