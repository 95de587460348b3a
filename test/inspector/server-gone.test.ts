import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { serve } from '../../src/cli/serve/server.ts';
import { soon } from './drive.ts';
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
