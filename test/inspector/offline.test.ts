import { expect, test } from 'vitest';
import { launchBrowser, servePage } from './page.ts';

test('the page opens without an error and asks nobody but its own origin', async () => {
  const server = await servePage();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    const strangers: string[] = [];
    const errors: string[] = [];
    page.on('request', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(server.origin))
        strangers.push(request.url());
    });
    page.on('pageerror', (error) => errors.push(error.message));

    await page.goto(server.origin);
    await page.locator('#root > *').first().waitFor();

    expect(errors).toEqual([]);
    expect(strangers).toEqual([]);
  } finally {
    await browser.close();
    server.close();
  }
});
