import { readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContext, FrameLocator, Page } from 'playwright';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { readAttempt } from '../../src/teach/attempt.ts';
import { resultOf } from '../../src/teach/results/attempt-result.ts';
import { gradeAll } from '../../src/teach/results/grade.ts';
import { readHandedIn } from '../../src/teach/results/handed-in.ts';
import { percentOf } from '../../src/teach/results/told-answer.ts';
import { serveLms } from '../peers/lms-page.ts';
import { packedShort, SHORT_ID, shortLesson } from '../peers/packing.ts';
import { interactionIds, type LmsCall, type ScormVersion, violations } from '../peers/strict-scorm.ts';
import { soon } from './drive.ts';
import { restoreSim } from '../cli/command.ts';
import { launchBrowser, servePage } from './page.ts';

const CODE = 'k7f2';
let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

type Lms = Awaited<ReturnType<typeof serveLms>>;
const calls = (page: Page): Promise<LmsCall[]> =>
  page.evaluate(() => JSON.parse(localStorage.getItem('calls') || '[]') as LmsCall[]);
const setOf = (all: readonly LmsCall[]): Map<string, string> =>
  new Map(
    all.flatMap(({ name, words, answer }): [string, string][] =>
      name.endsWith('SetValue') && answer === 'true' ? [[String(words[0]), String(words[1])]] : [],
    ),
  );

async function openVisit(context: BrowserContext, lms: Lms, version: ScormVersion, refuses = '') {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${lms.origin}/lms?version=${version}&refuses=${refuses}`);
  return { page, errors, lesson: page.frameLocator('iframe') };
}

/** Answers the first so many rows of a task by their first option, with the greatest certainty. */
async function bet(lesson: FrameLocator, rows?: number): Promise<void> {
  await lesson.locator('.betting').waitFor();
  await lesson.locator('.bet-row').evaluateAll((all, some) => {
    for (const row of all.slice(0, some))
      for (const group of row.querySelectorAll('fieldset')) [...group.querySelectorAll('input')].at(-1)?.click();
  }, rows);
}

const lock = (lesson: FrameLocator) => lesson.getByRole('button', { name: 'Lock my bets' }).click();
const toTask = (lesson: FrameLocator, n: number) => lesson.locator('.task-bar button').nth(n).click();

test.each(['1.2', '2004'] as const)(
  'SCORM %s: played in Chromium to its end, with a window that goes in the middle',
  async (version) => {
    const lms = await serveLms(packedShort(version === '1.2' ? 'scorm12' : 'scorm2004', CODE) as Uint8Array);
    const context = await browser.newContext();
    const first = await openVisit(context, lms, version);
    await bet(first.lesson);
    await lock(first.lesson);
    await soon(async () => interactionIds(await calls(first.page)).length).toBe(8);
    await toTask(first.lesson, 1);
    await bet(first.lesson, 2);
    await first.page.close();

    const second = await openVisit(context, lms, version);
    await second.lesson.locator('.revealing, .betting').waitFor();
    const visits = await calls(second.page);
    const end = visits.findLastIndex(({ name }) => /Finish$|Terminate$/.test(name));
    expect(violations(version, visits.slice(0, end + 1))).toEqual([]);
    await toTask(second.lesson, 1);
    // At most the last answer is lost; here none is.
    await soon(() => second.lesson.locator('.bet-row input:checked').count()).toBe(6);
    await bet(second.lesson);
    await lock(second.lesson);
    await second.lesson.getByRole('button', { name: 'Finish' }).click();
    await second.lesson.getByText('Your learning platform has your result.').waitFor();

    const all = await calls(second.page);
    expect(violations(version, all.slice(end + 1))).toEqual([]);
    expect(all.filter(({ name, answer }) => name.endsWith('SetValue') && answer !== 'true')).toEqual([]);
    const ids = interactionIds(all);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !id.endsWith('_sure'))).toHaveLength(12);
    // The LMS holds what grading the attempt gives.
    const held = setOf(all);
    const attempt = readAttempt(String(held.get('cmi.suspend_data')));
    expect(attempt.learner).toBe(CODE);
    const { score } = resultOf(shortLesson(), attempt);
    expect(held.get(version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw')).toBe(String(percentOf(score.share)));
    expect(held.get(version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.success_status')).toBe(
      score.passed ? 'passed' : 'failed',
    );
    expect([lms.strangers, first.errors, second.errors]).toEqual([[], [], []]);
    await context.close();
    lms.close();
  },
);

test('an LMS that refuses interactions, and a second window of the same lesson', async () => {
  const lms = await serveLms(packedShort('scorm12', CODE) as Uint8Array);
  const context = await browser.newContext({ acceptDownloads: true });
  const first = await openVisit(context, lms, '1.2', '^cmi.interactions');
  await bet(first.lesson);
  await lock(first.lesson);
  await first.lesson.getByText('does not keep single answers').waitFor();
  const [download] = await Promise.all([
    first.page.waitForEvent('download'),
    first.lesson.getByRole('button', { name: 'Save my result' }).first().click(),
  ]);
  const [graded] = gradeAll(readHandedIn(await readFile(await download.path(), 'utf8'), 'lea.csv'), () =>
    shortLesson(),
  );
  // How long it took here depends on the machine.
  expect(graded?.remarks.map(({ word }) => word).filter((word) => word !== 'fast')).toEqual(['unfinished']);
  expect(graded?.handedIn.rows).toHaveLength(12);

  const second = await openVisit(context, lms, '1.2', '^cmi.interactions');
  await second.lesson.locator('.revealing').waitFor();
  await first.lesson.getByText('goes on in another window').waitFor();
  await toTask(second.lesson, 1);
  await bet(second.lesson);
  await lock(second.lesson);
  const all = await calls(second.page);
  expect(setOf(all).get('cmi.core.score.raw')).toMatch(/^\d/);
  const tried = all.filter(({ answer, name }) => name === 'LMSSetValue' && answer === 'false');
  expect(tried.map(({ words }) => words[0])).toEqual(['cmi.interactions.0.id', 'cmi.interactions.0.id']);
  await context.close();
  lms.close();
});

test('equal lessons, equal bytes: twice, in two time zones, on the command line and in the page', async () => {
  const folder = await temporaryFolder();
  const server = await servePage();
  const context = await browser.newContext({ timezoneId: 'Pacific/Auckland', acceptDownloads: true });
  const page = await context.newPage();
  await page.goto(`${server.origin}/#l=`);
  const form = page.locator('form', { has: page.getByRole('button', { name: 'Pack this lesson' }) });
  await form.getByRole('textbox').fill('k7f2 b3');
  for (const kind of ['scorm12', 'html']) {
    const [first, second] = ['Asia/Tokyo', 'America/New_York'].map((TZ) => {
      const file = join(folder, `${kind}.${TZ.replace('/', '-')}`);
      writeFileSync(join(folder, 'codes.txt'), 'k7f2\n\nb3\n');
      const ran = restoreSim(['pack', '02-the-four', '--as', kind, '--seeds', join(folder, 'codes.txt'), '-o', file], {
        env: { TZ },
      });
      expect(ran.stderr).toBe('');
      return readFileSync(file);
    });
    await form.getByRole('combobox').first().selectOption('02-the-four');
    await form.getByRole('combobox').last().selectOption(kind);
    const [download] = await Promise.all([page.waitForEvent('download'), form.getByRole('button').click()]);
    const third = await readFile(await download.path());
    expect(first?.equals(second ?? third)).toBe(true);
    expect(first?.equals(third)).toBe(true);
  }
  await context.close();
  server.close();
});

test('one page from disk: small, no request, and its result is graded to the score that it shows', async () => {
  const page = packedShort('html', CODE) as string;
  expect(Buffer.byteLength(page)).toBeLessThanOrEqual(600_000);
  const folder = await temporaryFolder();
  const file = join(folder, 'lesson.html');
  writeFileSync(file, page);
  const context = await browser.newContext();
  const opened = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  opened.on('request', (request) => requests.push(request.url()));
  opened.on('pageerror', ({ message }) => errors.push(message));
  await opened.goto(pathToFileURL(file).href);
  await opened.locator('.betting').waitFor();
  expect(await opened.title()).toBe(shortLesson().title.slice(0, 120).trim());
  expect(await opened.locator('.bar-code b').innerText()).toBe(CODE);
  expect(await opened.locator('.lms-bar').count()).toBe(0);
  expect(requests.filter((url) => !url.startsWith('blob:'))).toEqual([pathToFileURL(file).href]);
  expect(errors).toEqual([]);
  await context.close();
  expect(page).not.toContain('"expect"');
  expect(page).toContain(SHORT_ID);
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'restore-sim-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
