import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { play } from '../../src/run/play.ts';
import { withChanges } from '../../src/scenario/change.ts';
import type { Changes } from '../../src/scenario/conditions.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { control, drop, Inspector, SHOWCASE, soon, withMachinery } from './drive.ts';

const load = (id: string) => loadScenario(readFileSync(`scenarios/${id}.yaml`, 'utf8'), `${id}.yaml`, id);
const scenario = load(SHOWCASE);
const given = play(scenario);
const WHAT_IF = withMachinery(`#s=${SHOWCASE}&v=what-if`);
const SEARCH_TIME = { timeout: 45_000 };

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const condition = (page: Page, path: string) => page.locator(`[data-path="${path}"]`);
const item = (page: Page, title: string) =>
  page
    .getByRole('grid', { name: 'Items in both runs' })
    .getByRole('row')
    .filter({ has: page.getByText(title, { exact: true }) });
const card = (page: Page, name: RegExp) => page.getByRole('article', { name });

/** What Node makes of the same changes: fates that flip, and fingerprints in the order of the page. */
function expected(changes: Changes) {
  const changed = play(withChanges(scenario, changes));
  const flips = given.ledger.rows.flatMap(({ id, fate }) =>
    changed.ledger.row(id)?.fate === fate ? [] : [scenario.world.items.find((each) => each.id === id)?.title],
  );
  return {
    flips,
    prints: [
      given.fingerprints.outcome,
      changed.fingerprints.outcome,
      given.fingerprints.journal,
      changed.fingerprints.journal,
    ],
  };
}

const shown = async (page: Page) => ({
  flips: await page.locator('.both.flip .both-item bdi').allTextContents(),
  prints: await page.locator('[data-fingerprint]').allTextContents(),
});
const showPrints = (page: Page) => page.getByRole('button', { name: 'in full' }).click();

test(
  'a condition changed by mouse shows both runs side by side, with the fingerprints of Node, and a shared link ' +
    'shows the same',
  async () => {
    const { page, strangers, errors } = await inspector.open(WHAT_IF);
    const changes = { 'device.name': "Mara's old iPhone" };
    await showPrints(page);
    await condition(page, 'device.name').getByRole('combobox').selectOption("Mara's old iPhone");
    await soon(() => shown(page)).toEqual(expected(changes));
    expect(expected(changes).flips.length).toBeGreaterThan(2);
    await expect
      .poll(() => page.getByRole('status').filter({ hasText: 'flip' }).textContent())
      .toBe(`${expected(changes).flips.length} fates flip`);
    const row = item(page, 'Authenticator: 9 tokens');
    expect(await row.getByRole('gridcell').nth(1).textContent()).toMatch(/Excluded.*at eligibility.*keychain\//);
    expect(await row.getByRole('gridcell').nth(2).textContent()).toMatch(/Restored.*at placement/);
    expect(await page.getByRole('group', { name: 'First difference' }).textContent()).toMatch(
      /step \d+, eligibility.*Mara's new iPhone.*Mara's old iPhone/,
    );
    expect(await condition(page, 'device.name').textContent()).toContain(
      "Was: Mara's new iPhone. Changed by you. Decides 4 fates.",
    );
    expect(await page.getByRole('button', { name: '1 condition changed' }).count()).toBe(1);

    await soon(() => page.url()).toContain('c=device.name');
    const link = new URL(page.url()).hash;
    const second = await inspector.open(link);
    await showPrints(second.page);
    await soon(() => shown(second.page)).toEqual(expected(changes));

    await condition(page, 'device.name').getByRole('button', { name: 'Reset' }).click();
    await soon(() => page.locator('.both.flip').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Conditions as given' }).count()).toBe(1);
    expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
  },
);

test('the same by keyboard alone: search, switch, go through the items', async () => {
  const { page, errors } = await inspector.open(WHAT_IF);
  await page.getByRole('searchbox', { name: 'Search the conditions' }).focus();
  await page.keyboard.type('the kind of device');
  await soon(() => page.locator('[data-path]').count()).toBe(1);
  const focused = () =>
    page.evaluate(() => document.activeElement?.closest('[data-path]')?.getAttribute('data-path') ?? '');
  for (let tabs = 0; tabs < 6 && (await focused()) !== 'device.kind'; tabs += 1) await page.keyboard.press('Tab');
  expect(await focused()).toBe('device.kind');
  await page.keyboard.press('ArrowRight');
  const changes = { 'device.kind': 'ipad' };
  await soon(async () => (await shown(page)).flips).toEqual(expected(changes).flips);
  expect(expected(changes).flips.length).toBeGreaterThan(0);

  await page.getByRole('grid', { name: 'Items in both runs' }).focus();
  await page.keyboard.press('ArrowDown');
  await soon(() => page.locator('.both.selected .both-item bdi').textContent()).toBe(expected(changes).flips[0]);
  expect(await page.getByRole('region', { name: 'What would bring it back' }).textContent()).toContain(
    expected(changes).flips[0],
  );
  expect(errors).toEqual([]);
});

test('an item that keeps its fate by another gate or rule is no flip, and stands apart', async () => {
  const { page } = await inspector.open(WHAT_IF);
  await condition(page, 'surroundings.power').getByRole('switch').click();
  const changes = { 'surroundings.power': 'off' };
  await soon(async () => (await shown(page)).flips.length).toBeGreaterThan(0);
  expect(await page.getByRole('status').filter({ hasText: 'flip' }).textContent()).toBe(
    `${expected(changes).flips.length} fates flip`,
  );
  const changed = play(withChanges(scenario, changes)).ledger.rows;
  const moved = given.ledger.rows.filter(
    ({ fate, gate, rule }, index) =>
      fate === changed[index]?.fate && (gate !== changed[index]?.gate || rule !== changed[index]?.rule),
  );
  expect(moved).toHaveLength(1);
  await page.getByRole('grid', { name: 'Items in both runs' }).evaluate((grid) => grid.scrollTo(0, grid.scrollHeight));
  await soon(() => page.locator('.both-head').first().textContent()).toBe('1 fate stays, for another reason');
  expect(await page.locator('.both.moved .both-item bdi').allTextContents()).toEqual(
    moved.map(({ id }) => scenario.world.items.find((each) => each.id === id)?.title),
  );
});

test('a switch is a switch: Space turns the passcode off and on again', async () => {
  const { page } = await inspector.open(WHAT_IF);
  const passcode = condition(page, 'device.passcode').getByRole('switch');
  await passcode.focus();
  expect(await passcode.getAttribute('aria-checked')).toBe('true');
  await page.keyboard.press('Space');
  await soon(() => passcode.getAttribute('aria-checked')).toBe('false');
  await soon(() => page.getByRole('button', { name: '1 condition changed' }).count()).toBe(1);
  await page.keyboard.press('Space');
  await soon(() => page.getByRole('button', { name: 'Conditions as given' }).count()).toBe(1);
  expect(await condition(page, 'device.passcode').getAttribute('class')).toBe('condition');
});

test('a change that cannot matter says so, and both outcome fingerprints are equal', async () => {
  const { page } = await inspector.open(WHAT_IF);
  await showPrints(page);
  const { prints, flips } = expected({ 'surroundings.speed': 'slow' });
  expect(flips).toEqual([]);
  expect(prints[0]).toBe(prints[1]);
  await condition(page, 'surroundings.speed').getByRole('radio', { name: 'Slow' }).check();
  await soon(async () => (await shown(page)).prints).toEqual(prints);
  const comparison = page.getByRole('region', { name: 'As given against as changed' });
  expect(await comparison.textContent()).toMatch(
    /Nothing changes: no fate flips.*Outcome fingerprints are equal.*no verdict/,
  );
  await condition(page, 'device.findMy').getByRole('switch').click();
  await soon(() => comparison.textContent()).toMatch(/Find My: it matters only where it holds the restore up/);
});

test('sets of changes are those of Node; Try it applies one, and the rest of the page follows', async () => {
  const { page, errors } = await inspector.open(WHAT_IF);
  await item(page, 'Authenticator: 9 tokens').click();
  const [answer] = whatIf(scenario, 'codes');
  const set = answer?.sets[0];
  expect(answer?.sets.map(({ changes }) => changes.map(({ title }) => title))).toEqual([
    ["Restore onto “Mara's old iPhone”"],
  ]);
  const offered = card(page, /Mara's old iPhone/);
  await offered.waitFor(SEARCH_TIME);
  expect(await page.getByRole('article').count()).toBe(1);
  expect(await offered.textContent()).toMatch(/Restored.*Takes another restore.*device state.*played through/);
  expect(await page.getByRole('heading', { name: /another way or another copy/ }).count()).toBe(1);
  await showPrints(page);
  await offered.getByRole('button', { name: 'Try it' }).click();
  await soon(async () => (await shown(page)).prints[1]).toBe(set?.fingerprint);
  await soon(() => offered.textContent()).toContain('Shown now');

  await page.getByRole('tab', { name: 'Story' }).click();
  await control(page, 'Last').click();
  const row = page
    .getByRole('grid', { name: 'Items', exact: true })
    .getByRole('row')
    .filter({ has: page.getByText('Authenticator: 9 tokens', { exact: true }) });
  await soon(() => row.textContent()).toContain('Restored');
  expect(errors).toEqual([]);
});

test('what nothing brings back is told kindly, with the reason; and all that dropped at once', async () => {
  const { page } = await inspector.open(WHAT_IF);
  const sets = page.getByRole('region', { name: 'What would bring it back' });
  await card(page, /password of another account/).waitFor(SEARCH_TIME);
  const answers = whatIf(scenario, 'everything');
  const different = new Set(
    answers.flatMap((answer) =>
      answer.sets.map(({ changes }) =>
        changes
          .map(({ path, to }) => `${path}=${to}`)
          .toSorted()
          .join(),
      ),
    ),
  );
  expect(await page.getByRole('article').count()).toBe(different.size);
  const text = await sets.textContent();
  for (const says of answers.flatMap(({ notAtAll }) => notAtAll)) expect(text).toContain(says);
  await item(page, 'Payment cards').click();
  await soon(() => sets.textContent()).toMatch(
    /Payment cards.*Without any change.*another way.*issued again.*Apple Pay/,
  );
});

test('the changed scenario can be saved, and Node plays it to the same end', async () => {
  const { page } = await inspector.open(`${WHAT_IF}&c=device.name:Mara's+old+iPhone`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save as scenario' }).click(),
  ]);
  const text = readFileSync(await download.path(), 'utf8');
  expect(parse(text)).toMatchObject({
    world: { device: { name: "Mara's old iPhone" } },
    expect: { items: { codes: 'restored' } },
  });
  expect(play(loadScenario(text, 'saved.yaml')).fingerprints.outcome).toBe(
    expected({ 'device.name': "Mara's old iPhone" }).prints[1],
  );
});

test('a change that the script does not fit says so, and nothing changes', async () => {
  const { page, errors } = await inspector.open('#s=listing/an-older-one-on-purpose&v=what-if');
  const wifi = condition(page, 'surroundings.wifi').getByRole('switch');
  await wifi.click();
  await soon(() => page.getByRole('alert').allTextContents()).toEqual([
    expect.stringMatching(/does not fit that change.*Nothing was changed/),
  ]);
  expect(await wifi.getAttribute('aria-checked')).toBe('true');
  expect(await page.getByRole('button', { name: 'Conditions as given' }).count()).toBe(1);
  expect(errors).toEqual([]);
});

test('a search that takes long is told and can be cancelled, and the page answers meanwhile', async () => {
  const { page } = await inspector.open(`#s=${SHOWCASE}`);
  const held: (() => void)[] = [];
  await page.route('**/what-if.worker*', (route) => {
    held.push(() => void route.continue());
  });
  await page.getByRole('tab', { name: 'What if' }).click();
  const cancel = page.getByRole('button', { name: 'Cancel' });
  await cancel.waitFor();
  await condition(page, 'device.findMy').getByRole('switch').click();
  await soon(() => page.getByRole('button', { name: '1 condition changed' }).count()).toBe(1);
  await cancel.click();
  for (const go of held) go();
  await page.unroute('**/what-if.worker*');
  expect(await page.getByRole('article').count()).toBe(0);
  await page.getByRole('button', { name: 'Search again' }).click();
  await card(page, /password of another account/).waitFor(SEARCH_TIME);
});

test('“What would bring it back?” beside the why asks for that item', async () => {
  const { page } = await inspector.open(`#s=${SHOWCASE}&p=50`);
  await page.keyboard.press('/');
  await page.keyboard.type('Studio Draw');
  await page
    .getByRole('grid', { name: 'Items', exact: true })
    .getByRole('row')
    .filter({ has: page.getByText('Studio Draw for iPad', { exact: true }) })
    .click();
  await page.getByRole('button', { name: 'What would bring it back?' }).click();
  const sets = page.getByRole('region', { name: 'What would bring it back' });
  await soon(() => sets.textContent()).toMatch(/Studio Draw for iPad.*Excluded/);
  await card(page, /Restore onto an iPad/).waitFor(SEARCH_TIME);
  expect(await condition(page, 'items.studio-draw.runsOn').count()).toBe(1);
});

test('2,000 items are played beside the page, with the result of Node', async () => {
  const items = Array.from({ length: 2000 }, (_, index) => ({
    id: `i${index}`,
    category: index % 2 === 0 ? 'local-files' : 'app-keychain',
    title: `Item ${index}`,
    bytes: 1000,
    ...(index % 2 === 0 ? {} : { protection: 'this-device-only' }),
  }));
  const text = JSON.stringify({
    title: 'Many',
    why: 'Many items.',
    world: { device: { name: 'New' }, backups: [{ id: 'b', device: 'Old', made: '2026-02-20' }], items },
    expect: { outcome: 'completed-with-exclusions' },
  });
  const many = loadScenario(text, 'many.yaml');
  const { page, errors } = await inspector.open(WHAT_IF);
  await drop(page, 'many.yaml', text);
  await soon(() => page.locator('.both-heads').first().textContent()).toContain('2,000 items');
  await showPrints(page);
  await condition(page, 'device.name').getByRole('radio', { name: 'Old' }).check();
  const changed = play(withChanges(many, { 'device.name': 'Old' }));
  await soon(async () => (await shown(page)).prints).toEqual([
    play(many).fingerprints.outcome,
    changed.fingerprints.outcome,
    play(many).fingerprints.journal,
    changed.fingerprints.journal,
  ]);
  expect(await page.getByRole('status').filter({ hasText: 'flip' }).textContent()).toBe('1,000 fates flip');
  expect(errors).toEqual([]);
});

test('texts of strangers stay texts', async () => {
  const hostile = '<img src=x onerror="globalThis.hacked=1">';
  const text = JSON.stringify({
    title: hostile,
    why: 'x',
    world: {
      device: { name: hostile },
      backups: [{ id: 'b', device: `${hostile} old`, made: '2026-02-20' }],
      items: [{ id: 'a', category: 'app', app: 'a', title: hostile, runsOn: 'ipad-only' }],
    },
    expect: { outcome: 'completed' },
  });
  const { page, strangers } = await inspector.open(WHAT_IF);
  await drop(page, 'hostile.yaml', text);
  await soon(() => page.locator('.both-heads').first().textContent()).toContain('1 item');
  await page.locator('.both').first().click();
  await condition(page, 'device.name').getByRole('combobox').selectOption({ index: 1 });
  await card(page, /iPad/).waitFor(SEARCH_TIME);
  expect(
    await page.evaluate(() => [
      (globalThis as { hacked?: number }).hacked,
      document.querySelectorAll('.what-if-parts img').length,
    ]),
  ).toEqual([undefined, 0]);
  expect(strangers).toEqual([]);
});

test('on a narrow page the conditions are a drawer that Escape closes', async () => {
  const { page } = await inspector.open(WHAT_IF, { viewport: { width: 1024, height: 768 } });
  const panel = page.getByRole('region', { name: 'Conditions', exact: true });
  expect(await panel.isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Conditions', exact: true }).click();
  expect(await panel.isVisible()).toBe(true);
  await page.keyboard.press('Escape');
  await soon(() => panel.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Conditions');
  expect(
    await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]),
  ).toEqual([1024, 768]);
});
