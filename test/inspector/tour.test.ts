import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, control, Inspector, soon, stepOf } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const card = (page: Page) => page.locator('.tour-card');
const stopOf = async (page: Page): Promise<string> => (await card(page).locator('.tour-count').innerText()).trim();
const invitation = (page: Page) => page.locator('.tour-invitation');

/** The card lies inside the window, and the control that it speaks of can be pressed. */
async function standsBeside(page: Page): Promise<void> {
  const faults = () =>
    page.evaluate(() => {
      const shown = document.querySelector('.tour-card')?.getBoundingClientRect();
      const ring = document.querySelector('.tour-ring')?.getBoundingClientRect();
      if (!shown || !ring) return ['no card'];
      // What can be pressed in the middle of the ring is what the ring is drawn around, or lies in it.
      const isRinged = (element: Element) => {
        const box = element.getBoundingClientRect();
        return Math.abs(box.left - ring.left - 4) < 2 && Math.abs(box.top - ring.top - 4) < 2;
      };
      let middle = document.elementFromPoint(ring.left + ring.width / 2, ring.top + ring.height / 2);
      while (middle && !isRinged(middle)) middle = middle.parentElement;
      return [
        ...(shown.left < 0 || shown.top < 0 || shown.right > innerWidth || shown.bottom > innerHeight
          ? ['the card is beyond the edge']
          : []),
        ...(middle === null ? ['the control is covered or out of sight'] : []),
      ];
    });
  await soon(faults).toEqual([]);
}

test('the tour offers itself to who comes without a link, once, and over nothing', async () => {
  const { page, errors } = await inspector.open();
  await invitation(page).waitFor();
  expect(await card(page).count()).toBe(0);
  await invitation(page).getByRole('button', { name: 'No tour' }).click();
  expect(await invitation(page).count()).toBe(0);
  await page.goto('about:blank');
  await page.goto(`${inspector.origin}/`);
  await page.locator('.happened').waitFor();
  expect(await invitation(page).count()).toBe(0);

  const linked = await inspector.open(at(1));
  await linked.page.locator('.happened').waitFor();
  expect(await invitation(linked.page).count()).toBe(0);
  expect(errors).toEqual([]);
});

test.each([
  [1280, 720],
  [1024, 768],
])('at %i × %i each stop goes on when its true act is done, and the last one ends the tour', async (width, height) => {
  const { page, errors } = await inspector.open('', { viewport: { width, height } });
  await invitation(page)
    .getByRole('button', { name: /Take the tour/ })
    .click();
  await soon(() => stopOf(page)).toBe('Stop 1 of 6');
  await standsBeside(page);
  await page.locator('.phone-column').getByRole('button', { name: 'Start', exact: true }).first().click();
  await soon(() => stopOf(page)).toBe('Stop 2 of 6');
  await standsBeside(page);
  await control(page, 'Next drop').click();
  await soon(() => stopOf(page)).toBe('Stop 3 of 6');
  await standsBeside(page);
  await page.locator('.ledger .row.now').first().click();
  await soon(() => stopOf(page)).toBe('Stop 4 of 6');
  expect(await card(page).innerText()).toContain('what to say to the customer');
  await standsBeside(page);
  await control(page, 'Run again').click();
  await page.getByRole('dialog', { name: 'Run again' }).waitFor();
  // It waits behind the comparison.
  expect(await card(page).count()).toBe(0);
  await page.keyboard.press('Escape');
  await soon(() => stopOf(page)).toBe('Stop 5 of 6');
  await standsBeside(page);
  await page.getByRole('tab', { name: 'What if' }).click();
  if (width === 1024) {
    await soon(() => card(page).innerText()).toContain('Open the conditions');
    await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  }
  await soon(() => card(page).innerText()).toContain('Turn one condition');
  await standsBeside(page);
  await page.locator('.conditions-list').getByRole('switch').first().click();
  await soon(() => stopOf(page)).toBe('Stop 6 of 6');
  await standsBeside(page);
  await page.keyboard.press('o');
  await page.getByRole('dialog', { name: 'Library' }).waitFor();
  await page.keyboard.press('Escape');
  await soon(() => card(page).count()).toBe(0);
  expect(errors).toEqual([]);
});

test('on a phone every stop stands beside its control; Escape ends it, and the focus is not lost', async () => {
  const { page, errors } = await inspector.open(at(20), {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Take the tour' }).click();
  await soon(() => stopOf(page)).toBe('Stop 1 of 6');
  // It begins where its words fit.
  expect(await stepOf(page)).toBe(1);
  for (const stop of [1, 2, 3, 4, 5, 6]) {
    await soon(() => stopOf(page)).toBe(`Stop ${stop} of 6`);
    await standsBeside(page);
    if (stop < 6) await card(page).getByRole('button', { name: 'Next stop' }).click();
  }
  await card(page).getByRole('button', { name: 'Before' }).click();
  await soon(() => stopOf(page)).toBe('Stop 5 of 6');
  await page.keyboard.press('Escape');
  await soon(() => card(page).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Help');
  expect(errors).toEqual([]);
});
