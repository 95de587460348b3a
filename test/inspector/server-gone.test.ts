import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/server.ts';
import { drop, soon } from './drive.ts';
import { launchBrowser } from './page.ts';

const start = (port = 0) => serve({ folder: resolve('dist/inspector'), port });

test('when the server is gone the page stays and says so; once it is back, all is where it was', async () => {
  const browser = await launchBrowser();
  let serving = await start();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.goto(`${serving.address}#s=showcase/new-iphone-icloud-photos-on&p=5`);
    const place = page.getByRole('slider', { name: 'Step of the run' });
    await soon(() => place.getAttribute('aria-valuenow')).toBe('5');
    const { port } = serving;
    await serving.close();

    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('tab', { name: 'What if' }).click();
    const missing = page.getByRole('alert').filter({ hasText: 'could not be fetched' });
    await missing.waitFor();
    await soon(() => place.getAttribute('aria-valuenow')).toBe('6');
    // The address follows what is shown a moment later, and is what the page is loaded again from.
    await soon(() => page.url()).toMatch(/p=6.*v=what-if/);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.getByText('There is still no answer.').waitFor();
    expect(errors).toEqual([]);

    serving = await start(port);
    await page.getByRole('button', { name: 'Load the page again' }).click();
    await page.locator('.conditions').first().waitFor();
    await soon(() => place.getAttribute('aria-valuenow')).toBe('6');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(errors).toEqual([]);
  } finally {
    await browser.close();
    await serving.close();
  }
});

/** Too large for an address, even packed. */
const large = (): string => {
  let seed = 1;
  const word = () => ((seed = (seed * 48_271) % 2_147_483_647) + 2_147_483_647).toString(36);
  const items = Array.from(
    { length: 1400 },
    (_, n) => `    - { id: item-${n}, category: notes, title: ${word()}${word()}${word()} }`,
  );
  return `title: A large case of my own
why: Kept.
world:
  backups: [{ id: b, made: 2026-02-20 }]
  items:
${items.join('\n')}
`;
};

test('a case that no address can carry stands there again; where it cannot be kept, that is said first', async () => {
  const browser = await launchBrowser();
  let serving = await start();
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(serving.address);
    const place = page.getByRole('slider', { name: 'Step of the run' });
    await place.waitFor();
    await drop(page, 'large.yaml', large());
    await soon(() => page.title()).toContain('A large case of my own');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await soon(() => place.getAttribute('aria-valuenow')).toBe('2');
    await soon(() => page.url()).not.toContain('#');
    const { port } = serving;
    await serving.close();
    await page.getByRole('tab', { name: 'What if' }).click();
    await page.getByRole('alert').filter({ hasText: 'could not be fetched' }).waitFor();
    serving = await start(port);

    // A browser that has no room for it.
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new Error('full');
      };
    });
    const again = page.getByRole('button', { name: 'Load the page again' });
    await again.click();
    await page.getByText('loading the page again loses it').waitFor();
    expect(await page.title()).toContain('A large case of my own');

    await page.reload();
    await place.waitFor();
    expect(await page.title()).not.toContain('A large case of my own');
    await drop(page, 'large.yaml', large());
    await soon(() => page.title()).toContain('A large case of my own');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await soon(() => page.url()).not.toContain('#');
    await page.evaluate(() => {
      Object.assign(window, { isAsBefore: true });
      window.dispatchEvent(new Event('vite:preloadError'));
    });
    await again.click();
    await soon(() => page.evaluate(() => 'isAsBefore' in window)).toBe(false);
    await soon(() => page.title()).toContain('A large case of my own');
    await soon(() => place.getAttribute('aria-valuenow')).toBe('2');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.evaluate(() => sessionStorage.getItem('restore-sim.case'))).toBeNull();
  } finally {
    await browser.close();
    await serving.close();
  }
});
