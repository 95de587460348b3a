import type { Page } from 'playwright';
import { pageKeys } from '../../../src/inspector/shell/use-keys.ts';
import type { Overlay } from '../../../src/inspector/state/overlay.ts';
import type { StoryStore } from '../../../src/inspector/state/story-store.ts';
import type { View } from '../../../src/inspector/state/views.ts';
import { SHOWCASE } from '../drive.ts';

/** A window that the page has to fit. */
export interface Room {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly touch?: boolean;
}

/** Telephones, tablets, projectors and desks; and what is left of a window when the browser enlarges it. */
export const ROOMS: readonly Room[] = [
  { name: 'telephone', width: 390, height: 844, touch: true },
  { name: 'reflow at 320', width: 320, height: 568 },
  { name: '200 % of 1280 × 720', width: 640, height: 360 },
  { name: '150 % of 1280 × 720', width: 853, height: 480 },
  { name: 'tablet upright', width: 768, height: 1024 },
  { name: 'larger tablet upright', width: 820, height: 1180, touch: true },
  { name: 'small projector', width: 1024, height: 768 },
  { name: 'tablet across', width: 1194, height: 834, touch: true },
  { name: 'projector', width: 1280, height: 720 },
  { name: 'desk', width: 1440, height: 900 },
  { name: 'large desk', width: 1920, height: 1080 },
];
/** Where the walker itself goes from state to state. */
export const DESK: Room = { name: 'desk', width: 1440, height: 900 };

/** What is told, in the order in which the page writes its own address, and what the person has done with it. */
export interface Tale {
  readonly name: string;
  readonly hash: string;
  readonly after?: (page: Page) => Promise<void>;
}

const CHANGES = [
  'services.photos.atBackup:off',
  'services.messages.atBackup:off',
  'services.health.atBackup:off',
  'device.kind:ipad',
  'surroundings.power:off',
];
const changed = (count: number): string =>
  CHANGES.slice(0, count)
    .map((change) => `&c=${change}`)
    .join('');

export const SHEET = 'dialog:modal, [aria-modal=true]';
/** The first Escape may belong to something inside the sheet. */
export const closeSheet = (page: Page): Promise<void> => pressUntil(page, 'Escape', 'detached');

/** A page that shares two cores with others may not be listening yet. */
export async function pressUntil(page: Page, key: string, state: 'visible' | 'detached'): Promise<void> {
  const sheet = page.locator(SHEET);
  for (let tries = 0; tries < 10; tries += 1) {
    await page.keyboard.press(key);
    const isSo = await sheet.waitFor({ state, timeout: 3000 }).then(
      () => true,
      () => false,
    );
    if (isSo) return;
  }
  throw new Error(`${key}: the sheet is not ${state}.`);
}

async function runAgain(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Run again', exact: true }).click();
  await page.locator(SHEET).waitFor();
  await closeSheet(page);
}
const tap = (page: Page): Promise<void> =>
  page.getByRole('region', { name: 'Possible now' }).getByRole('button').first().click();

export const TALES: readonly Tale[] = [
  { name: 'the beginning', hash: `s=${SHOWCASE}` },
  { name: 'in the middle, one change, run again', hash: `s=${SHOWCASE}${changed(1)}&p=16`, after: runAgain },
  { name: 'the end, five changes, run again', hash: `s=${SHOWCASE}${changed(5)}&p=50`, after: runAgain },
  { name: 'what comes after the restart', hash: `s=${SHOWCASE}&p=40` },
  { name: 'a tap by hand', hash: `s=${SHOWCASE}&p=33`, after: tap },
  { name: 'the end', hash: `s=${SHOWCASE}&p=50` },
];

/** The sheets that a key opens and the keys, found in the table of keys. */
export const SHEETS: readonly (readonly [Overlay, string])[] = pageKeys(true).flatMap(({ key, does }) => {
  let opened: Overlay | undefined;
  // A key that opens a sheet asks nothing of the story.
  const nobody = new Proxy({}, { get: () => () => nobody }) as unknown as StoryStore;
  try {
    does(nobody, (sheet) => {
      opened = sheet;
    });
  } catch {
    return [];
  }
  return opened === undefined ? [] : [[opened, key] as const];
});

/** What a person does inside a view so that more stands there. */
export interface Act {
  readonly name: string;
  readonly view: View;
  readonly does: (page: Page) => Promise<void>;
  readonly undoes: (page: Page) => Promise<void>;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .press('Enter');
const escape = (page: Page): Promise<void> => page.keyboard.press('Escape');

export const ACTS: readonly Act[] = [
  {
    name: 'an item is picked',
    view: 'story',
    does: async (page) => {
      await page.getByRole('grid', { name: 'Items', exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      // Ledger and why share a card where the page is narrow.
      const why = page.getByRole('group', { name: 'Ledger or why' }).getByRole('button', { name: 'Why' });
      if (await why.isVisible()) await why.press('Enter');
    },
    undoes: async (page) => {
      const ledger = page.getByRole('group', { name: 'Ledger or why' }).getByRole('button', { name: 'Ledger' });
      if (await ledger.isVisible()) await ledger.press('Enter');
    },
  },
  {
    name: 'a branch of the flow is picked',
    view: 'flow',
    does: async (page) => {
      await page.locator('.flow-branch').last().focus();
      await page.keyboard.press('Enter');
    },
    undoes: async (page) => {
      const close = page.getByRole('button', { name: /^(?:Close|Show all)/ });
      if (await close.first().isVisible()) await close.first().press('Enter');
    },
  },
  {
    name: 'the conditions are drawn out',
    view: 'what-if',
    does: async (page) => {
      if (await page.locator('.drawer-button').isVisible()) await page.locator('.drawer-button').press('Enter');
    },
    undoes: escape,
  },
  {
    name: 'a state is explained',
    view: 'charts',
    does: async (page) => {
      await page.locator('.chart-canvas svg').first().focus();
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Enter');
    },
    undoes: (page) => page.locator('.meaning > .button').press('Enter'),
  },
  {
    name: 'a chart is unfolded',
    view: 'charts',
    does: (page) => press(page, 'Unfold icloudSync'),
    undoes: (page) => press(page, 'Fold icloudSync'),
  },
  { name: 'the menu is open', view: 'messages', does: (page) => press(page, 'More'), undoes: escape },
  {
    name: 'programs are watched',
    view: 'messages',
    does: async (page) => {
      await press(page, 'More');
      await press(page, /^Watch programs/);
      await page.locator(SHEET).waitFor();
    },
    undoes: closeSheet,
  },
  {
    name: 'the proof is open',
    view: 'story',
    does: async (page) => {
      await press(page, 'Run again');
      await page.locator(SHEET).waitFor();
    },
    undoes: closeSheet,
  },
];
