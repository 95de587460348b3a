import type { Page } from 'playwright';

/** A screen of the lessons: its address, what shows that it is there, and what a person does in it first. */
export interface LessonState {
  readonly name: string;
  readonly hash: string;
  readonly shows: string;
  readonly after?: (page: Page) => Promise<void>;
  /** No other test does, or not with all that stands here. */
  readonly looksWithAxe?: true;
}

/** Where the browser keeps what is to be practised. */
const LOOKS = 'restore-sim.lesson.looks';
/** What two learners handed in: each took everything for one and the same. */
const CLASS = Buffer.from(['k7f2', 'm2q8'].map((code) => `1|02-the-four|${code}|t1=${'A2'.repeat(9)}~90`).join('\n'));

const inFour = (task: number): string => `#l=02-the-four&k=size&t=${task}`;
const lockIt = async (page: Page): Promise<void> => {
  await page.locator('.bet-row').first().waitFor();
  if ((await page.locator('.betting').count()) > 0) {
    await page.evaluate(() => {
      for (const group of document.querySelectorAll('fieldset.choices')) group.querySelector('input')?.click();
    });
    await page.locator('[data-after-bets][aria-disabled=false]').press('Enter');
  }
  const next = page.getByRole('button', { name: 'Next to open' });
  for (let rows = 0; rows < 3; rows += 1) await next.press('Enter');
};

export const LESSON_STATES: readonly LessonState[] = [
  { name: 'list of lessons', hash: '#l=', shows: '.lesson-card' },
  {
    name: 'example',
    hash: inFour(1),
    shows: '.course-row',
    after: (page) => page.getByRole('button', { name: 'Next stop' }).press('Enter'),
  },
  { name: 'bets', hash: inFour(2), shows: '.betting .bet-row' },
  { name: 'bets and reasons', hash: inFour(3), shows: '.betting .bet-row' },
  { name: 'reveal', hash: inFour(2), shows: '.bet-row', after: lockIt },
  { name: 'debrief', hash: inFour(6), shows: '.debrief-sums' },
  {
    name: 'twin cases',
    looksWithAxe: true,
    hash: inFour(4),
    shows: '.lesson-mode fieldset, .lesson-mode [role=radiogroup]',
  },
  { name: 'what to say', looksWithAxe: true, hash: inFour(5), shows: '.lesson-mode input[type=radio]' },
  {
    name: 'find the cause',
    looksWithAxe: true,
    hash: '#l=05-the-bank-app-is-empty&k=size&t=1',
    shows: '.lesson-mode input[type=radio]',
  },
  {
    name: 'practice is due',
    looksWithAxe: true,
    hash: inFour(2),
    shows: '.bet-row',
    after: async (page) => {
      await lockIt(page);
      await page.waitForFunction((key) => localStorage.getItem(key) !== null, LOOKS);
      await page.evaluate((key) => {
        const longAgo = (localStorage.getItem(key) ?? '').replaceAll(/"at":\d+/g, '"at":1000000000000');
        localStorage.setItem(key, longAgo);
        location.hash = '#l=';
      }, LOOKS);
      await page.getByRole('button', { name: 'Practise' }).waitFor();
    },
  },
  { name: 'class results', hash: '#l=&o=results', shows: '.hand-in-place' },
  {
    name: 'results of a class',
    looksWithAxe: true,
    hash: '#l=&o=results',
    shows: '.hand-in-place',
    after: async (page) => {
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'class.txt', mimeType: 'text/plain', buffer: CLASS });
      await page.getByRole('group', { name: 'Results by code' }).waitFor();
    },
  },
];

/** What stands over the page without a key of its own, and how one gets to it. */
export interface BackupState {
  readonly name: string;
  readonly does: (page: Page) => Promise<void>;
}

export const BACKUP_STATES: readonly BackupState[] = [
  {
    name: 'a backup is to be dropped',
    does: async (page) => {
      await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
      await page.getByRole('button', { name: /^A customer’s backup/ }).press('Enter');
      await page.getByRole('button', { name: 'Try a sample backup' }).waitFor();
    },
  },
  {
    name: 'a backup has been read',
    does: async (page) => {
      await page.getByRole('button', { name: 'Try a sample backup' }).press('Enter');
      await page.locator('.backup-answer[aria-busy=false]').waitFor();
    },
  },
];
