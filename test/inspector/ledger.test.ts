import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, drop, Inspector, soon, withMachinery } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const rows = '.rows .row:not(.group)';

test('chips filter by fate, search finds, and both are undone', async () => {
  const { page } = await inspector.open(at(50));
  const chip = page.getByRole('group', { name: 'Filter by fate' }).getByRole('button', { name: /^Excluded/ });
  const said = Number(/\d+/.exec(await chip.innerText())?.[0]);
  await chip.click();
  expect(await page.locator(rows).count()).toBe(said);
  expect(new Set(await page.locator(`${rows} .fate`).allInnerTexts())).toEqual(new Set(['Excluded']));
  await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('nordbank');
  await soon(() => page.locator(rows).count()).toBe(1);
  await page.getByRole('group', { name: 'Filter by fate' }).getByRole('button', { name: /^All/ }).click();
  await soon(() => page.locator(rows).count()).toBe(2);
});

test('groups hold every item once', async () => {
  const { page } = await inspector.open(at(50));
  await page.getByRole('combobox', { name: 'Order and groups' }).selectOption({ label: 'Groups: fate' });
  const heads = await page.locator('.row.group .quiet').allInnerTexts();
  const sum = heads.reduce((all, head) => all + Number(head.split(',')[0]), 0);
  expect(heads.length).toBeGreaterThan(1);
  expect(sum).toBeLessThanOrEqual(24);
});

test('a picked item is explained: way, values, rule, words for the customer, source', async () => {
  const { page } = await inspector.open(withMachinery(at(50)));
  await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('9 tokens');
  await page.locator(rows).first().click();
  const why = page.getByRole('region', { name: 'Why' });
  await soon(() => why.locator('.gate-track li').count()).toBe(8);
  expect(await why.locator('.gate-track .decided').innerText()).toContain('eligibility');
  const text = await why.innerText();
  for (const part of ['Compared', 'Backup', 'Now', 'Rule', 'Say to the customer', 'keychain/'])
    expect(text).toContain(part);
  expect(await why.locator('.sources .tag').count()).toBeGreaterThan(0);
});

test('the ledger as CSV is safe to open in a spreadsheet', async () => {
  const { page } = await inspector.open();
  await drop(
    page,
    'formula.yaml',
    'title: t\nwhy: w\nworld:\n  backups: [{ id: b, made: 2026-02-28 }]\n  items:\n    - { category: ' +
      'messages, title: "=HYPERLINK(\\"http://x\\")" }\n    - { category: music, title: "a, \\"b\\"" ' +
      '}\nexpect: { outcome: completed }\n',
  );
  await soon(() => page.title()).toContain('t ·');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save the ledger as CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(csv).toContain('"a, ""b"""');
  expect(csv.split('\r\n').length).toBe(4);
});
