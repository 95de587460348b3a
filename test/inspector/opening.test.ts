import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at, control, dropFiles, Inspector, soon, stepOf } from './drive.ts';
import { followHostileLinks } from './hostile-links.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const PAIR = [
  'title: Many items',
  'why: a world in two files',
  'world:',
  '  backups: [{ id: b, made: 2026-02-28 }]',
  '  itemsFile: items.jsonl',
  'expect: { outcome: completed }',
  '',
].join('\n');
const KINDS = ['messages', 'notes', 'payment-cards', 'local-files'];
const itemLines = (count: number): string =>
  Array.from({ length: count }, (_, n) => JSON.stringify({ id: `i${n}`, category: KINDS[n % KINDS.length] })).join(
    '\n',
  );

/** Plays for a long time, within every limit of the loader. */
const long = (apps: number, logins: number): string =>
  [
    'title: Long',
    'why: a test',
    'world:',
    '  backups: [{ id: b, made: 2026-02-28 }]',
    '  items:',
    ...Array.from({ length: apps }, (_, n) => `    - { id: a${n}, category: app, app: a${n} }`),
    'script:',
    ...Array.from({ length: logins }, (_, n) => `  - { do: app.loggedIn, app: a${n}, during: over }`),
    'expect: { outcome: completed }',
    '',
  ].join('\n');

describe('a world in two files', () => {
  test('opens when both are dropped together; the page answers meanwhile, and 20,000 rows scroll', async () => {
    const { page, errors } = await inspector.open();
    await page.evaluate(() => {
      const seen = globalThis as unknown as { longest: number };
      seen.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
      }).observe({ entryTypes: ['longtask'] });
    });
    await dropFiles(page, { 'many.yaml': PAIR, 'items.jsonl': itemLines(20_000) });
    await soon(() => page.title()).toContain('Many items');
    expect(await page.locator('.ledger .sum').innerText()).toContain('20,000 items');
    await page.locator('.ledger .table').evaluate((table) => table.scrollTo({ top: table.scrollHeight }));
    await soon(() => page.locator('.rows .row[aria-rowindex="20001"]').count()).toBe(1);
    // A machine that others use as well draws late: seconds are what must not be.
    expect(await page.evaluate(() => (globalThis as unknown as { longest: number }).longest)).toBeLessThan(5000);
    await control(page, 'Last').click();
    await soon(() => control(page, 'Next').getAttribute('aria-disabled')).toBe('true');
    expect(errors).toEqual([]);
  });

  test('says what is missing when the items did not come with it', async () => {
    const { page } = await inspector.open(at(7));
    await dropFiles(page, { 'many.yaml': PAIR });
    const dialog = page.getByRole('dialog');
    await soon(() => dialog.innerText()).toContain('the file did not come with it');
    expect(await dialog.innerText()).toContain('Drop “many.yaml” and “items.jsonl” together');
    expect(await stepOf(page)).toBe(7);
  });

  test('names the line of the second file that is wrong', async () => {
    const { page } = await inspector.open();
    await dropFiles(page, { 'many.yaml': PAIR, 'items.jsonl': `${itemLines(3)}\n{"id": "x", "category": "mesages"}` });
    await soon(() => page.getByRole('dialog').count()).toBe(1);
    expect(await page.getByRole('dialog').innerText()).toMatch(/Line 4, column \d+/);
  });

  test('a file of items alone is no scenario', async () => {
    const { page } = await inspector.open();
    await dropFiles(page, { 'items.jsonl': itemLines(3) });
    await soon(() => page.getByRole('dialog').count()).toBe(1);
    expect(await page.getByRole('dialog').innerText()).toContain('A scenario is a file that ends in .yaml');
  });
});

describe('what takes long to play', () => {
  test('leaves the page free, says how far it is, and can be cancelled', async () => {
    const { page, errors } = await inspector.open(at(7));
    await dropFiles(page, { 'long.yaml': long(6000, 1900) });
    const line = page.locator('.opening');
    await soon(() => line.innerText()).toMatch(/Playing: step [\d,]+/);
    await control(page, 'Next').click();
    await soon(() => stepOf(page)).toBe(8);
    await line.getByRole('button', { name: 'Cancel' }).click();
    await soon(() => line.count()).toBe(0);
    expect(await stepOf(page)).toBe(8);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(errors).toEqual([]);
  });

  test('from a link is stopped after its time, and the page stays as it was', async () => {
    const { page } = await inspector.open(at(7));
    const packed = deflateRawSync(Buffer.from(long(2000, 1200))).toString('base64url');
    await page.evaluate((hash) => {
      // Its 20 seconds pass before any machine has played it.
      const wait = setTimeout;
      const sooner = (does: () => void, ms?: number) => wait(does, ms === 20_000 ? 30 : ms);
      Object.assign(globalThis, { setTimeout: sooner });
      location.hash = hash;
    }, `n=long.yaml&z=${packed}`);
    await expect
      .poll(() => page.getByRole('dialog').allInnerTexts(), { timeout: 40_000 })
      .toEqual([expect.stringContaining('A link has 20 seconds to open')]);
    expect(await stepOf(page)).toBe(7);
  });
});

describe('a link from a stranger', () => {
  test('that names no scenario there is, is told so, and ends what was being opened', async () => {
    const { page } = await inspector.open(at(7));
    await dropFiles(page, { 'long.yaml': long(6000, 1900) });
    await soon(() => page.locator('.opening').count()).toBe(1);
    for (const id of ['a/b', 'constructor/x', 'showcase/none']) {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `s=${id}`);
      const dialog = page.getByRole('dialog');
      await soon(() => dialog.innerText()).toContain('The link names a scenario that does not exist');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await soon(() => dialog.count()).toBe(0);
      await soon(() => page.locator('.opening').count()).toBe(0);
    }
    expect(await stepOf(page)).toBe(7);
    expect(await page.title()).toContain('New iPhone');
  });

  test('of 10 such links none runs, breaks or stops anything', async () => {
    const count = 10;
    expect(await followHostileLinks(inspector, count, 1)).toBe(count);
  }, 240_000);
});
