import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, Inspector, SHOWCASE } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

test('at any step the page says whether the restore is stuck, and which way brings most', async () => {
  const { page, errors } = await inspector.open(at(5, SHOWCASE, 'answers'));
  const stuck = page.getByRole('region', { name: 'Is it stuck here?' });
  await stuck.getByText('Waiting for the person at the phone.').waitFor();
  await page.keyboard.press('End');
  await stuck.getByText('Over: Completed with exclusions.').waitFor();
  const before = page.getByRole('region', { name: 'May the old phone be erased or handed in before it begins?' });
  expect(await before.locator('.headline').innerText()).toContain('No. 3 items of 24');
  const ways = page.getByRole('region', { name: 'Which way brings most?' });
  expect(await ways.locator('.headline').innerText()).toContain('brings most');
  await ways.getByText('Item by item').click();
  expect(await ways.getByRole('columnheader').allInnerTexts()).toEqual(['Items', 'A iCloud', 'B new']);
  expect(errors).toEqual([]);
});
