import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { loadScenario } from '../../src/scenario/load.ts';
import { play } from '../../src/run/play.ts';
import type { Page } from 'playwright';
import { recordToScenario } from '../../src/insight/explain/record-to-scenario.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { runAsJson } from '../../src/report/run-json.ts';
import { compareWithExpectation } from '../../src/run/expected.ts';
import { Journal } from '../../src/run/journal.ts';
import { at, control, drop, Inspector, SHOWCASE, stepOf, stepsOf, soon } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const small = (title: string, more = '') =>
  `title: ${JSON.stringify(title)}\nwhy: a test\nworld:\n  backups: [{ id: b, made: 2026-02-28 }]\n  ` +
  `items:\n    - { category: messages, title: ${JSON.stringify(title)}, bytes: 3 GB }\n${more}expect: { ` +
  `outcome: completed }\n`;

describe('a file of one’s own', () => {
  test('opens when it is dropped, and travels in the address', async () => {
    const { page } = await inspector.open();
    await drop(page, 'mine.yaml', small('My own story'));
    await soon(() => page.title()).toContain('My own story');
    await control(page, 'Next').click();
    await soon(() => page.url()).toMatch(/z=.*p=2/);
    const other = await inspector.open(new URL(page.url()).hash);
    expect(await other.page.title()).toContain('My own story');
    expect(await stepOf(other.page)).toBe(2);
  });

  test('with mistakes is refused in place, with line and column; the page stays as it was', async () => {
    const { page } = await inspector.open(at(7));
    await drop(page, 'broken.yaml', small('x').replace('category: messages', 'category: mesages'));
    const dialog = page.getByRole('dialog');
    await soon(() => dialog.innerText()).toMatch(/Line 6, column \d+/);
    expect(await dialog.innerText()).toContain('messages');
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    expect(await stepOf(page)).toBe(7);
  });

  test('that is no YAML at all is refused too', async () => {
    const { page, errors } = await inspector.open();
    await drop(page, 'broken.yaml', 'title: [\n  - "');
    await soon(() => page.getByRole('dialog').innerText()).toContain('not valid YAML');
    expect(errors).toEqual([]);
  });
});

describe('a hostile scenario', () => {
  test('neither runs nor breaks the page', async () => {
    const evil = `</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1">`;
    const { page, errors, strangers } = await inspector.open();
    await drop(page, 'evil.yaml', small(evil));
    await soon(() => page.title()).toContain('</script>');
    await page.keyboard.press('m');
    for (const view of ['Flow', 'Messages', 'Charts']) await page.getByRole('tab', { name: view }).click();
    await control(page, 'Last').click();
    expect(await page.evaluate(() => (globalThis as { hacked?: number }).hacked)).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
    expect({ errors, strangers }).toEqual({ errors: [], strangers: [] });
  });

  test('names of 10,000 characters and text from right to left keep the layout', async () => {
    for (const name of ['ä'.repeat(10_000), 'שלום עולם '.repeat(900), `\u202E${'x'.repeat(500)}`]) {
      const { page } = await inspector.open();
      await drop(page, 'long.yaml', small(name));
      await soon(() => page.getByRole('button', { name: /^Scenario/ }).innerText()).toContain(name.trim().slice(0, 5));
      await control(page, 'Last').click();
      const widths = await page.evaluate(() => ({
        page: document.documentElement.scrollWidth,
        window: innerWidth,
        height: document.documentElement.scrollHeight,
        inner: innerHeight,
      }));
      expect(widths.page).toBeLessThanOrEqual(widths.window);
      expect(widths.height).toBeLessThanOrEqual(widths.inner);
      await page.context().close();
    }
  });

  test('a run of 10,000 steps can be gone through at once', async () => {
    const taps = Array.from({ length: 1990 }, () => '  - { do: screen.tapped, during: placement }').join('\n');
    const { page } = await inspector.open();
    await drop(page, 'long.yaml', small('long', `script:\n${taps}\nattempts: [{}, {}, {}, {}, {}]\n`));
    await expect.poll(() => stepsOf(page), { timeout: 90_000 }).toBeGreaterThan(10_000);
    await control(page, 'Last').click();
    expect(await stepOf(page)).toBe(await stepsOf(page));
    await page.evaluate(async () => {
      const key = (name: string) =>
        document
          .querySelector('[role=slider]')
          ?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
      key('Home');
      await new Promise((painted) => {
        requestAnimationFrame(() => setTimeout(painted, 0));
      });
    });
    expect(await stepOf(page)).toBe(1);
  }, 120_000);
});

describe('a link from a stranger', () => {
  test.each([
    ['a scenario that is not here', '#s=showcase/not-here'],
    ['a path out of the folder', '#s=../../etc/passwd'],
    ['damaged compression', '#z=AAAA'],
    ['characters that are no base64', '#z=%00%ff'],
    ['a change that leads nowhere', `${at(3)}&c=device.nonsense.deep:1`],
    ['a forbidden path', `${at(3)}&c=__proto__.x:1`],
    ['events by hand that are none', `${at(3)}&h=1~[{"type":"evil"}]`],
    ['broken events by hand', `${at(3)}&h=1~[`],
    ['a link that is too long', `#z=${'A'.repeat(40_000)}`],
  ])('%s is told, and the page shows a story all the same', async (_name, hash) => {
    const { page, errors } = await inspector.open(hash);
    await soon(() => page.getByRole('dialog').count()).toBe(1);
    expect((await page.getByRole('dialog').innerText()).length).toBeGreaterThan(20);
    await page.keyboard.press('Escape');
    await control(page, 'Next').click();
    expect(await stepOf(page)).toBe(2);
    expect(errors.filter((error) => !error.includes('404'))).toEqual([]);
  });

  test('a text that unpacks to hundreds of megabytes is not unpacked', async () => {
    const { page } = await inspector.open();
    const packed = await page.evaluate(async () => {
      const zeros = new Blob([new Uint8Array(16_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const bytes = new Uint8Array(await new Response(zeros).arrayBuffer());
      let binary = '';
      for (const byte of bytes) binary += String.fromCodePoint(byte);
      return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
    });
    expect(packed.length).toBeLessThan(32_000);
    const other = await inspector.open(`#z=${packed}`);
    await soon(() => other.page.getByRole('dialog').innerText()).toContain('too large');
  });
});

test('changed conditions and steps done by hand are saved as a scenario that leads to the same end', async () => {
  const { page } = await inspector.open(`${at(34)}&c=device.passcode:no`);
  await page.getByRole('region', { name: 'Possible now' }).getByRole('button', { name: 'Stop Restoring' }).click();
  await page.keyboard.press('s');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Scenario as YAML' }).click(),
  ]);
  const scenario = loadScenario(await readFile(await download.path(), 'utf8'), 'saved.yaml');
  expect(scenario.world.device.passcode).toBe('no');
  expect(play(scenario).outcome).toBe('stopped');
  expect(scenario.expect?.outcome).toBe('stopped');
});

const kept = async (page: Page, word: string): Promise<string> => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: word, exact: true }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
};

test('what is kept of a run is what the command line gives, to the byte', async () => {
  const { page } = await inspector.open(at(7));
  await page.keyboard.press('m');
  await page.keyboard.press('s');
  const run = reportInputFrom(play(loadScenario(await readFile(`scenarios/${SHOWCASE}.yaml`, 'utf8'), 'x', SHOWCASE)));
  expect(await kept(page, 'Run as JSON')).toBe(jsonText(runAsJson(run)));
  expect(await kept(page, 'Journal')).toBe(new Journal(run.lines).toText());
  expect(await kept(page, 'Scenario as YAML')).toBe(recordToScenario(run, { file: 'saved.yaml' }));
});

test('a wait and a tap are kept as they were', async () => {
  const { page } = await inspector.open(at(12));
  const possible = page.getByRole('region', { name: 'Possible now' });
  await possible.getByRole('button', { name: /^Wait/ }).click();
  await possible.getByRole('button', { name: 'Tap the screen' }).click();
  await page.keyboard.press('m');
  await page.keyboard.press('s');
  const text = await kept(page, 'Scenario as YAML');
  const again = play(loadScenario(text, 'saved.yaml'));
  expect(again.journal.toText()).toBe(await kept(page, 'Journal'));
  expect(compareWithExpectation(again)).toEqual([]);
  expect(text).toContain('do: screen.tapped');
});

test('a file that could not be read again is not kept, and the page says so', async () => {
  const taps = Array.from({ length: 2000 }, () => '  - { do: screen.tapped, during: placement }').join('\n');
  const { page } = await inspector.open();
  await drop(page, 'full.yaml', small('Full', `script:\n${taps}\n`));
  await soon(() => page.title()).toContain('Full');
  await control(page, 'Last').click();
  await page.getByRole('region', { name: 'Possible now' }).getByRole('button', { name: /^Wait/ }).click();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Scenario as YAML' }).click();
  const alert = page.getByRole('dialog').getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(
    /Nothing was saved\. .*this run cannot be kept as a scenario that could be read again/,
  );
});

test('the fate sheet is one page', async () => {
  const { page } = await inspector.open(at(50));
  // The sheets come after the first picture.
  await soon(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    return page.locator('.fate-sheet').count();
  }).toBe(1);
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBe(1);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const sheet = await page.locator('.fate-sheet').innerText();
  for (const part of ['Completed with exclusions', 'For the customer', 'Never in backup', 'outcome'])
    expect(sheet).toContain(part);
});
