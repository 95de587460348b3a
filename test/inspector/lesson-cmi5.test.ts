import requirements from '@cmi5/requirements';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAttempt } from '../../src/teach/attempt.ts';
import { marksOf } from '../../src/teach/score.ts';
import { putQuestions } from '../../src/teach/task-questions.ts';
import { variantOf } from '../../src/teach/variant.ts';
import { resultOf } from '../../src/teach/results/attempt-result.ts';
import { type Cmi5Wishes, Cmi5Visit, newRegistration, type Registration, serveCmi5 } from '../peers/cmi5-lms.ts';
import { packedShort, shortLesson } from '../peers/packing.ts';
import { soon } from './drive.ts';
import { launchBrowser } from './page.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof serveCmi5>>;
let visit: Cmi5Visit;
let sessions = 0;
beforeAll(async () => {
  browser = await launchBrowser();
  server = await serveCmi5(packedShort('cmi5') as Uint8Array, () => visit);
});
afterAll(async () => {
  await browser.close();
  server.close();
});

/** Launches the lesson as an LMS does, in a window of its own. */
async function launch(registration: Registration, wishes: Cmi5Wishes = {}): Promise<{ page: Page; errors: string[] }> {
  sessions += 1;
  visit = new Cmi5Visit(`session-${sessions}`, registration, wishes);
  const page = await browser.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto(`${server.origin}/content/index.html?${visit.launchQuery(server.origin)}`);
  await page.locator('.betting, .revealing').waitFor();
  return { page, errors };
}

/** Bets on every row of the task and locks: the right answers, or wrong ones. */
async function betAndLock(page: Page, place: number, isRight: boolean): Promise<void> {
  await page.locator('.task-bar button').nth(place).click();
  await page.locator('.betting').waitFor();
  const variant = variantOf(shortLesson(), place, await page.locator('.bar-code b').innerText());
  const marks = marksOf(variant, undefined);
  const chosen = putQuestions(variant).map(({ options }, n) => {
    const key = options.findIndex(({ word }) => word === marks[n]?.key);
    return isRight ? key : (key + 1) % options.length;
  });
  await page.locator('.bets').evaluate((bets, places) => {
    for (const [n, group] of [...bets.querySelectorAll('fieldset:not(.sure-choices)')].entries())
      group.querySelectorAll('input')[Number(places[n])]?.click();
    for (const sure of bets.querySelectorAll('.sure-choices')) sure.querySelector('input')?.click();
  }, chosen);
  await page.getByRole('button', { name: 'Lock my bets' }).click();
}

const attemptIn = ({ documents }: Registration) =>
  readAttempt((JSON.parse(String(documents.get('restore-sim.attempt'))) as { readonly text: string }).text);

test('cmi5: failed first, found again and passed, with nothing against the standard', async () => {
  const registration = newRegistration();
  const first = await launch(registration, { returnAddress: `${server.origin}/back` });
  await betAndLock(first.page, 0, false);
  await soon(() => visit.verbs).toEqual(['initialized', 'answered', 'answered', 'answered', 'answered']);
  await first.page.getByRole('button', { name: 'Finish' }).click();
  await first.page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
  await first.page.getByRole('button', { name: 'Back to the learning platform' }).click();
  await first.page.getByRole('heading', { name: 'Back in the LMS' }).waitFor();
  expect(visit.verbs.slice(5)).toEqual(['failed', 'completed', 'terminated']);
  expect([visit.refused, visit.warnings, first.errors, server.strangers]).toEqual([[], [], [], []]);
  const code = attemptIn(registration).learner;

  const second = await launch(registration, { mastery: 0.4 });
  expect(await second.page.locator('.bar-code b').innerText()).toBe(code);
  await betAndLock(second.page, 1, true);
  await second.page.getByRole('button', { name: 'Finish' }).click();
  await second.page.getByText('Your learning platform has your result.').waitFor();
  expect(visit.verbs).toEqual(['initialized', ...Array<string>(8).fill('answered'), 'passed', 'terminated']);
  expect([visit.refused, visit.warnings, second.errors]).toEqual([[], [], []]);
  const { score } = resultOf(shortLesson(), attemptIn(registration));
  expect(score.share).toBeGreaterThanOrEqual(8 / 12);
  await first.page.close();
  await second.page.close();
});

test('cmi5: a window that goes has kept its answers and said good-bye; who only browses leaves nothing', async () => {
  const registration = newRegistration();
  const { page } = await launch(registration);
  await betAndLock(page, 0, true);
  await soon(() => visit.verbs.length).toBe(5);
  await page.goto(`${server.origin}/back`);
  await soon(() => visit.verbs.at(-1)).toBe('terminated');
  await soon(() => registration.documents.has('restore-sim.attempt')).toBe(true);
  expect(attemptIn(registration).tasks.get(0)?.locked).toBe(true);
  expect([visit.refused, visit.warnings]).toEqual([[], []]);

  const browsing = await launch(newRegistration(), { mode: 'Browse', isUnknown: true });
  await betAndLock(browsing.page, 0, true);
  await browsing.page.getByRole('button', { name: 'Finish' }).click();
  await browsing.page.getByRole('dialog').getByRole('button', { name: 'Finish' }).click();
  await soon(() => visit.verbs).toEqual(['initialized', 'terminated']);
  expect(visit.refused).toEqual([]);
  await browsing.page.close();
});

test('cmi5: the page reaches nobody but the LMS that launched it, and looks at no name', async () => {
  const { page } = await launch(newRegistration());
  const reached = await page.evaluate(async () => {
    try {
      await fetch('http://127.0.0.2:1/');
      return 'reached';
    } catch (error) {
      return String(error);
    }
  });
  expect(reached).toContain('TypeError');
  const policies = await page
    .locator('meta[http-equiv="content-security-policy"]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('content')));
  expect(policies.at(-1)).toBe(`connect-src ${server.origin}`);
  await page.close();
});

test('the LMS of these tests bites: each broken rule is refused by its own number', async () => {
  const statement = (verb: string, over: Record<string, unknown> = {}, context: Record<string, unknown> = {}) => ({
    id: crypto.randomUUID(),
    actor: { objectType: 'Agent', account: { homePage: 'https://lms.invalid', name: 'a1b2' } },
    timestamp: '2026-11-26T10:00:00.000Z',
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}` },
    object: { objectType: 'Activity', id: 'https://lms.invalid/activities/7' },
    context: {
      registration: '11111111-2222-4333-8444-555555555555',
      ...visit.template,
      contextActivities: {
        ...visit.template.contextActivities,
        category: ['cmi5', 'moveon'].map((id) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${id}` })),
      },
      ...context,
    },
    ...over,
  });
  const refusedFor = (sent: readonly (readonly [string, Record<string, unknown>?, Record<string, unknown>?])[]) => {
    visit = new Cmi5Visit('session-x', newRegistration(), { mastery: 0.5 });
    visit.preferences();
    for (const [verb, over, context] of sent) visit.take(statement(verb, over, context));
    return visit.refused;
  };
  const begun = ['initialized'] as const;
  const lasted = { duration: 'PT5S' };
  const passed = { success: true, score: { scaled: 0.6 }, ...lasted };
  const cases: Readonly<Record<string, Parameters<typeof refusedFor>[0]>> = {
    '9.3.0.0-4': [['answered']],
    '9.3.2.0-3': [begun, begun],
    '9.1.0.0-1': [['initialized', { id: undefined }]],
    '8.1.3.0-3': [['initialized', { actor: { mbox: 'mailto:a@b.invalid' } }]],
    '9.7.0.0-1': [['initialized', { timestamp: undefined }]],
    '9.7.0.0-2': [['initialized', { timestamp: '2026-11-26T10:00:00+01:00' }]],
    '9.6.1.0-1': [['initialized', {}, { registration: 'another' }]],
    '10.2.1.0-7': [['initialized', {}, { extensions: {} }]],
    '10.2.1.0-6': [['initialized', {}, { contextActivities: {} }]],
    '8.1.5.0-6': [['initialized', { object: { id: 'https://restore-sim.invalid/lessons/short' } }]],
    '9.3.4.0-2': [begun, ['passed', { result: { ...passed, score: { scaled: 0.4 } } }]],
    '9.3.5.0-2': [begun, ['failed', { result: { success: false, score: { scaled: 0.5 }, ...lasted } }]],
    '9.3.0.0-3': [begun, ['passed', { result: passed }], ['failed', { result: { success: false, ...lasted } }]],
    '9.3.0.0-2': [begun, ['passed', { result: passed }], ['passed', { result: passed }]],
    '9.5.1.0-2': [begun, ['completed', { result: { completion: true, score: { scaled: 1 }, ...lasted } }]],
    '9.5.1.0-3': [begun, ['passed', { result: { ...passed, score: { raw: 60 } } }]],
    '9.5.2.0-1': [begun, ['passed', { result: lasted }]],
    '9.5.2.0-2': [begun, ['failed', { result: lasted }]],
    '9.5.3.0-1': [begun, ['completed', { result: lasted }]],
    '9.5.3.0-2': [begun, ['passed', { result: { ...passed, completion: true } }]],
    '9.5.4.1-1': [begun, ['terminated', { result: {} }]],
    '9.3.0.0-5': [begun, ['terminated', { result: lasted }], ['answered']],
  };
  expect(refusedFor([begun, ['passed', { result: passed }], ['terminated', { result: lasted }]])).toEqual([]);
  for (const [number, sent] of Object.entries(cases)) {
    expect(refusedFor(sent), number).toEqual([number]);
    expect(number in requirements, number).toBe(true);
  }
  visit = new Cmi5Visit('session-y', newRegistration(), {});
  expect(visit.fetchToken()).toHaveProperty('auth-token');
  expect(visit.fetchToken()).not.toHaveProperty('auth-token');
  visit.take(statement('initialized'));
  expect(visit.refused).toEqual(['8.2.3.0-1', '11.0.0.0-3']);
});
