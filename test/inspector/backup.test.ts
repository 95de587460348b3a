import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import { serve, type Serving } from '../../src/cli/serve/server.ts';
import { SAMPLE_PERSON } from '../../src/import/sample/person.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { scenarioText } from '../../src/import/scenario-text.ts';
import { summaryOfBackup } from '../../src/import/summary.ts';
import { lockOf, madeSample, onDisk } from '../cli/samples.ts';
import { dropOn } from './backup-in-page.ts';
import { soon } from './drive.ts';
import { launchBrowser } from './page.ts';

const PASSWORD = 'correct horse';
const home = mkdtempSync(join(tmpdir(), 'restore-sim-page-backup-'));

let browser: Browser;
let serving: Serving;
let page: Page;
const asked: string[] = [];
const errors: string[] = [];

beforeAll(async () => {
  // Served as people have it: the policy of the page and that of its threads count.
  serving = await serve({ folder: resolve('dist/inspector'), port: 0 });
  browser = await launchBrowser();
  page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, acceptDownloads: true })).newPage();
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(serving.address);
  await page.locator('.topbar').waitFor();
});
afterAll(async () => {
  await browser.close();
  await serving.close();
  rmSync(home, { recursive: true });
});

const sheet = () => page.getByRole('dialog', { name: 'A customer’s backup' });
const part = (name: string) => sheet().getByRole('region', { name });
const check = (title: string) => sheet().locator('.checks > li').filter({ hasText: title });
const press = (name: string) => sheet().getByRole('button', { name, exact: true }).click();
const answered = () => soon(() => part('Would a restore go through?').count()).toBe(1);

const dropOnPage = (...paths: readonly string[]): Promise<void> => dropOn(page, ...paths);

/** Writes a sample without its payload, under a name such as devices have. */
function filesOf(sample: SampleBackup, name: string, more: Readonly<Record<string, string | Uint8Array>> = {}): string {
  const folder = join(home, name);
  mkdirSync(folder, { recursive: true });
  for (const [file, bytes] of [...sample.files, ...Object.entries(more)]) writeFileSync(join(folder, file), bytes);
  return folder;
}

/** What of a person could be seen, shared or found later: the page, its address, and what the browser keeps for it. */
const traces = (): Promise<string> =>
  page.evaluate(async () => {
    const kept = [localStorage, sessionStorage].map((store) => JSON.stringify({ ...store }));
    const databases = JSON.stringify(await indexedDB.databases());
    const inPage = document.documentElement.outerHTML;
    return [inPage, document.title, location.href, document.cookie, databases, ...kept].join('\n');
  });

test('a folder that is dropped becomes the answer of the command line, and asks nobody for anything', async () => {
  const sample = await madeSample({ inLog: 20 });
  const folder = onDisk(sample, join(home, SAMPLE_PERSON.udid));
  const before = asked.length;
  expect(asked.filter((address) => /wasm|backup/i.test(address))).toEqual([]);
  await dropOnPage(folder);
  await answered();
  await soon(() => check('All files that the list names are there').innerText()).toContain('Passed');
  expect(await sheet().locator('.headline').innerText()).toContain('iPhone 13 mini, iOS 16.4, backed up 1 March 2026');
  expect(await part('What is not in this backup').innerText()).toContain('Health');
  expect(await part('What the files cannot tell, and what to ask').innerText()).toContain('Is Find My off');
  expect(asked.slice(before).every((address) => address.startsWith(serving.address))).toBe(true);
  expect(asked.slice(before).filter((address) => address.endsWith('.wasm'))).toHaveLength(1);

  const [download] = await Promise.all([page.waitForEvent('download'), press('Save as a file')]);
  const read = await openBackup(folder);
  const { stated } = summaryOfBackup(read, { target: { is: 'same' }, changes: {}, keepNames: false });
  read.close();
  expect(readFileSync(await download.path(), 'utf8')).toBe(scenarioText(stated));
});

test('another device, another iOS and less room change the answer at once', async () => {
  await sheet()
    .getByRole('spinbutton', { name: /^Free room/ })
    .fill('0.1');
  await soon(() => check('The device has room for it').innerText()).toContain('Failed');
  expect(await check('The device has room for it').innerText()).toContain('error 106');
  await sheet()
    .getByRole('spinbutton', { name: /^Free room/ })
    .fill('64');
  await soon(() => check('The device has room for it').innerText()).toContain('Passed');
  await sheet().getByLabel('iOS on it').selectOption('15.8');
  await soon(() => check('The device runs the iOS of the backup').innerText()).toContain('error 203');
  await sheet().getByLabel('Another device').check();
  await sheet().getByLabel('Model').selectOption('iPhone 16');
  await sheet().getByLabel('iOS on it').selectOption('18.3');
  await soon(() => check('The device runs the iOS of the backup').innerText()).toContain('the device runs iOS 18.3');
  expect(await part('What the files cannot tell, and what to ask').innerText()).toContain('SIM');
});

test('kept, played like any other, and shared, it says first what it carries; no name is anywhere', async () => {
  await sheet()
    .getByRole('button', { name: /^Show .* smaller ones/ })
    .click();
  const inSheet = await traces();
  expect(inSheet).toContain('WhatsApp');
  await press('Keep');
  await press('Keep it in My cases');
  await press('Play this restore');
  await soon(() => page.title()).toContain('backup of an iPhone 13 mini, made 1 March 2026, restored onto iPhone 16');
  await soon(() => page.url()).toContain('z=');
  await page.getByRole('button', { name: 'Share and save' }).click();
  const carries = page.getByRole('region', { name: 'What it carries of the backup' });
  await soon(() => carries.innerText()).toMatch(/iPhone 13 mini[^]*which apps were installed \(7\)/);
  const everywhere = `${inSheet}\n${await traces()}\n${await page.getByLabel(/^Link to this scenario/).inputValue()}`;
  const carried = await page.evaluate(async () => {
    const packed = new URLSearchParams(location.hash.slice(1)).get('z') ?? '';
    const bytes = Uint8Array.from(atob(packed.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0));
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw'))).text();
  });
  expect(carried).toContain('category: messages');
  const parts = ['sms.db', 'IMG_', 'HomeDomain', 'AppDomain', 'Antarctica', 'Robin', 'secretproject', basename(home)];
  for (const secret of [...Object.values(SAMPLE_PERSON), ...parts].map((each) => each.toLowerCase())) {
    expect(everywhere.toLowerCase(), secret).not.toContain(secret);
    expect(carried.toLowerCase(), secret).not.toContain(secret);
  }
  await page.keyboard.press('Escape');
});

test('an encrypted one tells a wrong password from a damaged bag, and without any what it can', async () => {
  const lock = lockOf(PASSWORD, { outer: 2000, inner: 500 });
  const sample = await madeSample({ lock });
  const folder = filesOf(sample, 'encrypted');
  const files = [...sample.files.keys()].map((name) => join(folder, name));
  await dropOnPage(...files);
  const field = sheet().getByLabel('The password of the backup');
  await field.fill('wrong');
  await press('Open it');
  await soon(() => sheet().getByRole('alert').innerText()).toBe('This is not the password of the backup.');
  expect(await field.inputValue()).toBe('');
  await press('Go on without it');
  await answered();
  expect(await part('What is in it, the largest first').innerText()).toContain('locked by the password');
  expect(await check('The password fits').innerText()).toContain('Failed');

  await press('Another backup');
  await dropOnPage(...files);
  await field.fill(PASSWORD);
  await press('Open it');
  await soon(() => part('What is in it, the largest first').innerText()).toContain('Health');
  expect(await check('The password fits').innerText()).toContain('It opens the backup');
  expect(await check('All files that the list names are there').innerText()).toContain('Only single files were given');
  expect(await traces()).not.toContain(PASSWORD);

  await press('Another backup');
  const damaged = damageOneKey(must(sample.files.get('Manifest.plist')));
  await dropOnPage(filesOf(sample, 'damaged', { 'Manifest.plist': damaged }));
  await field.fill(PASSWORD);
  await press('Open it');
  await soon(() => sheet().getByRole('alert').innerText()).toContain(
    'The password is right, and the keybag is damaged',
  );
});

const must = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('a file of the sample is missing');
  return value;
};

/** The last byte of the last wrapped key of the bag becomes another. */
function damageOneKey(manifest: Uint8Array): Uint8Array {
  const bytes = Buffer.from(manifest);
  const at = bytes.lastIndexOf('WPKY');
  bytes[at + 4 + 4 + 39] = (bytes[at + 4 + 4 + 39] ?? 0) ^ 1;
  return bytes;
}

test('giving up ends the reading at once', async () => {
  // So many rounds take seconds.
  const lock = lockOf(PASSWORD, { outer: 5, inner: 5 });
  const slow = { ...lock, derivations: lock.derivations.map((step) => ({ ...step, rounds: 9_900_000 })) };
  await dropOnPage(filesOf(await madeSample({ lock: slow, rows: 300 }), 'slow'));
  await sheet().getByLabel('The password of the backup').fill(PASSWORD);
  await press('Open it');
  await sheet().getByRole('button', { name: 'Cancel' }).waitFor();
  const took = await sheet().evaluate(async (dialog) => {
    const begun = performance.now();
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')?.click();
    while (!dialog.querySelector('.drop-here')) await new Promise((drawn) => setTimeout(drawn, 5));
    return performance.now() - begun;
  });
  // 200 ms on a machine of one’s own.
  expect(took).toBeLessThan(1000);
});

test('of a folder with two the person chooses by device, iOS and day', async () => {
  const sample = await madeSample({ rows: 300 });
  const older = await madeSample({ rows: 300, ios: '9.3.5', made: 1_500_000_000_000 });
  const parent = join(home, 'Backup');
  for (const [each, name] of [
    [sample, SAMPLE_PERSON.udid],
    [older, '0123456789012345678901234567890123456789'],
  ] as const)
    filesOf(each, join('Backup', name));
  await dropOnPage(parent);
  await soon(() => sheet().locator('.pick').allInnerTexts()).toEqual([
    expect.stringMatching(/^iPhone 13 mini\niOS 16\.4 · 1 March 2026 · not encrypted · [\d.]+ [MG]B$/),
    expect.stringMatching(/^iPhone 5s\niOS 9\.3\.5 · 14 July 2017 · not encrypted · [\d.]+ [MG]B$/),
  ]);
  expect(await traces()).not.toContain('0123456789012345678901234567890123456789');
  await sheet().locator('.pick').last().click();
  await soon(() => sheet().locator('.headline').innerText()).toContain('iPhone 5s, iOS 9.3.5');
});

test('the picker, a folder with all its files, and single files lead there as well', async () => {
  const sample = await madeSample({ rows: 300 });
  const folder = onDisk(sample, join(home, 'chosen'));
  const bytes = Object.fromEntries(
    [...sample.files].map(([name, file]) => [name, Buffer.from(file).toString('base64')]),
  );
  await page.evaluate(async (files) => {
    const picked = await (await navigator.storage.getDirectory()).getDirectoryHandle('picked', { create: true });
    for (const [name, base64] of Object.entries(files)) {
      const writable = await (await picked.getFileHandle(name, { create: true })).createWritable();
      await writable.write(Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0)));
      await writable.close();
    }
    Object.assign(globalThis, { showDirectoryPicker: () => Promise.resolve(picked) });
  }, bytes);
  await press('Another backup');
  await press('Choose the folder');
  await answered();
  await soon(() => check('All files that the list names are there').innerText()).toContain('Failed');

  await press('Another backup');
  const [whole] = await Promise.all([page.waitForEvent('filechooser'), press('Choose the whole folder (slow)')]);
  await whole.setFiles(folder);
  await answered();
  await soon(() => check('All files that the list names are there').innerText()).toContain('Passed');

  await press('Another backup');
  const [single] = await Promise.all([page.waitForEvent('filechooser'), press('Choose its files')]);
  await single.setFiles([...sample.files.keys()].map((name) => join(folder, name)));
  await answered();
  expect(await check('All files that the list names are there').innerText()).toContain('Only single files were given');
});

test('what is no backup, or a broken one, is told in a sentence', async () => {
  const empty = join(home, 'nothing');
  mkdirSync(empty, { recursive: true });
  writeFileSync(join(empty, '0000000000000000000000000000000000000000.mddata'), '');
  await dropOnPage(empty);
  await soon(() => sheet().getByRole('alert').innerText()).toContain('This is a backup of iOS 3 or 4');
  await press('Open another');

  // Whoever is in the room of backups is not told of scenarios.
  const foreign = join(home, 'holiday');
  mkdirSync(foreign, { recursive: true });
  writeFileSync(join(foreign, 'beach.jpg'), 'x');
  await dropOnPage(foreign);
  await soon(() => sheet().getByRole('alert').innerText()).toContain('nothing here is called so');
  await press('Open another');

  // A backup begins while the password is typed: the browser refuses the file that it no longer is.
  const lock = lockOf(PASSWORD, { outer: 5, inner: 5 });
  const running = await madeSample({ rows: 300, lock });
  const folder = filesOf(running, 'running');
  await dropOnPage(folder);
  await sheet().getByLabel('The password of the backup').fill(PASSWORD);
  writeFileSync(join(folder, 'Manifest.db'), Buffer.concat([must(running.files.get('Manifest.db')), Buffer.alloc(16)]));
  await press('Open it');
  await soon(() => sheet().getByRole('alert').innerText()).toMatch(/changed while it was read: a backup seems to be/);
  await press('Open another');

  const sample = await madeSample({ rows: 300 });
  const text = new TextEncoder().encode('This is no database, and was never one. '.repeat(300));
  await dropOnPage(filesOf(sample, 'broken', { 'Manifest.db': text, 'Status.plist': '<plist><dict>' }));
  await answered();
  expect(await sheet().locator('.verdict').innerText()).toContain(
    'No. This check fails: “The backup ended as it should',
  );
  expect(await part('What is in it, the largest first').innerText()).toContain('cannot be read');
  expect(errors).toEqual([]);
});

test('a page that is one file says where a backup is read', async () => {
  await page.goto(pathToFileURL(resolve('dist/restore-sim.html')).href);
  await page.locator('.topbar').waitFor();
  await dropOnPage(filesOf(await madeSample({ rows: 300 }), 'for-one-file'));
  await soon(() => sheet().innerText()).toContain('A backup is read with the program started');
  expect(await sheet().getByRole('button', { name: 'Try a sample backup' }).count()).toBe(0);
});
