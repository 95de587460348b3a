// Takes the README's pictures of the inspector: node src/setup/take-pictures.mjs
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from './browser.mjs';

const root = join(import.meta.dirname, '..', '..');
const port = 4871;

const PICTURES = [
  {
    file: 'inspector-light.png',
    scheme: 'light',
    clicks: ['button:Next drop', 'button:Next drop', 'button:Next drop'],
  },
  { file: 'inspector-flow-dark.png', scheme: 'dark', clicks: ['tab:Flow', 'button:Last', 'button:Run again'] },
  { file: 'customers-case-light.png', scheme: 'light', clicks: [], keys: ['c'], settles: 6000 },
  {
    file: 'class-mode-dark.png',
    scheme: 'dark',
    clicks: ['button:Next drop', 'button:Next drop', 'button:Next drop'],
    keys: ['f'],
    settles: 1500,
  },
];

const server = spawn(process.execPath, ['src/cli/bin.cjs', 'inspect', '--no-open', '--port', String(port)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [said] = await once(server.stdout, 'data');
const address = /http:\/\/\S+/.exec(String(said))?.[0];
if (!address) throw new Error(`no address in: ${said}`);

const { executablePath, args, env } = await findBrowser();
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
try {
  for (const { file, scheme, clicks, keys = ['Escape'], settles = 300 } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      deviceScaleFactor: 1.5,
      colorScheme: scheme,
      reducedMotion: 'reduce',
    });
    await page.goto(address);
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
    await page.waitForLoadState('networkidle');
    for (const click of clicks) {
      const [role, name] = click.split(':');
      await page.getByRole(role, { name, exact: true }).first().click();
      await page.waitForTimeout(300);
    }
    for (const key of keys) await page.keyboard.press(key);
    await page.mouse.move(0, 0);
    await page.waitForTimeout(settles);
    await page.screenshot({ path: join(root, 'src/setup/pictures', file) });
    await page.close();
  }
} finally {
  await browser.close();
  server.kill();
}
