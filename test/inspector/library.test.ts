import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { GATE_ORDER } from '../../src/model/fates.ts';
import { BEHAVIOURS } from '../../src/rulebook/evidence/behaviours.ts';
import type { Catalogue } from '../../src/inspector/library/catalogue.ts';
import { LESSONS } from '../../src/inspector/library/lessons.ts';
import { ScenarioSearch } from '../../src/inspector/library/scenario-search.ts';
import { CHAPTER_ORDER, SYLLABUS } from '../../src/inspector/library/syllabus.ts';
import { SEARCH_SYNONYMS } from '../../src/inspector/library/synonyms.ts';
import { THEME_GROUPS } from '../../src/inspector/library/themes.ts';
import { stemsLookedFor } from '../../src/inspector/library/words.ts';
import type { ListedScenario } from '../../src/inspector/library/listed.ts';
import { Inspector, SHOWCASE, soon, stepOf } from './drive.ts';

const read = (name: string): unknown => JSON.parse(readFileSync(`dist/inspector/scenarios/${name}`, 'utf8'));
let catalogue: Catalogue;
let listed: readonly ListedScenario[];
let search: ScenarioSearch;
beforeAll(() => {
  catalogue = read('library.json') as Catalogue;
  listed = read('index.json') as readonly ListedScenario[];
  search = new ScenarioSearch(catalogue, listed);
});

/** What somebody writes, and scenarios of which each has to be among the first five; `a|b`: one of them. */
const QUESTIONS: readonly (readonly [query: string, ...wanted: readonly string[]])[] = [
  ['whatsapp', 'app-rules/own-backup-not-yet-opened'],
  ['whatsap', 'app-rules/own-backup-not-yet-opened'],
  ['calendar', SHOWCASE, 'capture/services-switched-off|capture/services-switched-on'],
  ['calender', SHOWCASE],
  ['diary', SHOWCASE],
  ['storage', 'computer-plain/not-enough-room', 'placement/one-byte-too-much'],
  ['iphone 12', 'direct/no-direct-choice-on-a-work-phone'],
  ['three weeks', 'before/photographed-since-the-backup', 'unknown-facts/photos-switched-on-after-the-backup'],
  ['3 weeks old', 'before/photographed-since-the-backup'],
  ['stuck', 'stuck/frozen-and-left', 'stuck/frozen-while-settings-come'],
  ['it hangs', 'stuck/frozen-and-left'],
  ['duplicate', 'sync/kept-only-on-the-phone', 'tools/a-tool-adds-to-a-phone-in-use'],
  ['signal', 'app-rules/keeps-out-of-every-backup|apps-own/four-chat-apps-and-no-old-phone'],
  ['google photos', 'other-copies/a-photo-service'],
  ['itunes', 'tools/apple-devices-and-itunes-as-finder'],
  ['finder', 'computer-encrypted/same-backup-without-a-password'],
  ['mdm', 'enrolment/profile-of-the-earlier-service-is-in-the-way'],
  ['work phone', 'app-rules/managed-apps-on-a-new-work-phone|enrolment/another-assigned-phone-enrols-anew'],
  ['transfer', 'direct/the-everyday-move'],
  ['quick start', 'direct/the-everyday-move'],
  ['contacts missing', 'unknown-facts/contacts-of-icloud-and-nobody-signed-in'],
  ['my photos are gone', 'erase/photos-had-not-been-uploaded'],
  ['pictures lost', 'erase/photos-had-not-been-uploaded'],
  ['authenticator', 'cases/13-codes-missing-without-a-backup-password'],
  ['2fa', 'cases/13-codes-missing-without-a-backup-password'],
  ['forgot apple id password', 'sign-in/password-forgotten'],
  ['backup password forgotten', 'computer-encrypted/password-forgotten'],
  ['verification code does not arrive', 'sign-in/code-cannot-arrive'],
  ['health data missing', 'computer-plain/the-private-kinds-are-not-in-it|capture/never-in-any-backup'],
  ['no backup in the list', 'listing/other-account-never-tried'],
  ['backup greyed out', 'listing/newer-ios-then-update|cases/61-the-list-is-empty-or-dimmed'],
  [
    'grey icons',
    'acts/a-download-that-stands-still',
    'stuck/icons-wait-until-a-restart|acts/a-grey-icon-on-the-very-same-phone',
  ],
  ['restore stopped at 6%', 'cases/29-stops-at-six-per-cent'],
  ['wifi dropped', 'download/wifi-lost-and-back'],
  ['battery died', 'download/power-lost-and-back'],
  ['activation lock', 'sign-in/activation-lock-stays', 'sign-in/activation-lock-opened'],
  ['find my', 'computer-plain/find-my-has-to-be-off|erase/find-my-asks-before-the-erase'],
  ['old phone sold', 'direct/the-old-phone-was-sold'],
  ['esim not transferred', 'direct/the-carrier-moves-the-number'],
  ['apple watch', 'direct/the-number-stays-on-the-old-phone'],
  ['bank app', 'app-rules/bound-to-one-device'],
  ['apple pay cards', SHOWCASE],
  ['notes cannot be opened', 'parts/sealed-store-without-its-key'],
  ['not enough storage', 'computer-plain/not-enough-room'],
  ['email', 'placement/mail-and-watch-wait-for-a-hand|computer-plain/passwords-on-another-phone'],
  ['icloud storage full', 'sync/room-in-icloud-one-byte-short|matrix/not-uploaded-because-icloud-was-full'],
  ['vpn', 'parts/tunnel-without-its-secret'],
  ['recently deleted', 'other-copies/recently-deleted-29-days'],
  [
    'did nothing wrong, newer than your backup',
    'capture/made-after-the-backup|cases/59-what-the-target-held-is-replaced',
  ],
  [
    'stolen device protection',
    'protected-device/an-hour-before-find-my-goes-off|protected-device/nobody-says-whether-it-is-on',
  ],
  ['erased by mistake', 'on-the-phone/erased-then-set-up-as-new'],
  ['ipad apps', 'device-state/ipad-app-on-an-iphone'],
  ['voicemail', 'device-state/voicemail-password-with-another-sim'],
];

const findablesOf = (id: string) => {
  const places = new Set(catalogue.scenarios[id]?.findables);
  return catalogue.findables.filter((_, place) => places.has(place));
};

describe('the search of the library', () => {
  test.each(QUESTIONS.map(([query, ...wanted]) => ({ query, wanted })))('“$query”', ({ query, wanted }) => {
    const first = search.find(query).ids.slice(0, 5);
    const absent = wanted.filter((ids) => !ids.split('|').some((id) => first.includes(id)));
    expect(absent, `among ${first.join(', ')}`).toEqual([]);
  });

  test.each([
    ['contacts missing', 'Contacts'],
    ['my photos are gone', 'Photos'],
    ['calendar disappeared', 'Calendars'],
    ['health data missing', 'Health'],
    ['where are my messages? they are gone', 'Messages'],
  ])('of “%s” the first five all have some that do not come', (query, kind) => {
    const arrived = search
      .find(query)
      .ids.slice(0, 5)
      .filter((id) => !findablesOf(id).some(([what, text]) => what === 'missing' && text.includes(kind)));
    expect(arrived).toEqual([]);
  });

  test('says as what a product is looked for, and where it found something', () => {
    const { understood, ids, textsOf } = search.find('my WhatsApp');
    expect(understood).toEqual([{ written: 'WhatsApp', means: 'a messenger with a backup of its own' }]);
    const marked = textsOf(ids[0] ?? '').flatMap(({ parts }) => parts.filter(({ isHit }) => isHit));
    expect(marked.map(({ text }) => text)).toContain('WhatsApp');
  });

  test('is no slower than a frame or three, whatever is written', () => {
    const queries = QUESTIONS.flatMap(([query]) => [query, query.slice(0, 1), query.slice(0, 3)]);
    const times = queries.map((query) => {
      const from = performance.now();
      const { ids, textsOf } = search.find(query);
      for (const id of ids.slice(0, 25)) textsOf(id);
      return performance.now() - from;
    });
    // The middle one: what else runs on this machine makes some of them slow.
    expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(50);
  });

  test('finds nothing in nothing, and nothing in what nobody has', () => {
    for (const query of ['', '  ', '%%%', 'xylophone quartet']) expect(search.find(query).ids).toEqual([]);
  });
});

describe('the tables of the library', () => {
  test('every lesson exists, and together they show every gate', () => {
    expect(LESSONS).toHaveLength(12);
    const unknown = LESSONS.filter(({ id }) => !listed.some((entry) => entry.id === id));
    expect(unknown).toEqual([]);
    const gates = new Set(LESSONS.flatMap(({ id }) => catalogue.scenarios[id]?.gates ?? []));
    expect(GATE_ORDER.filter((gate) => !gates.has(gate))).toEqual([]);
  });

  test('every folder of scenarios has a title that can be read, and no title has lost its folder', () => {
    const titled = THEME_GROUPS.flatMap(({ themes }) => Object.keys(themes));
    const folders = [...new Set(listed.map(({ theme }) => theme))];
    expect(titled.toSorted()).toEqual(folders.toSorted());
  });

  test('every synonym leads somewhere', () => {
    const words = new Set(catalogue.words);
    const findables = new Set(catalogue.findables.map((findable) => findable.join(' ')));
    const dead = SEARCH_SYNONYMS.flatMap(({ means, words: ours = [], leads = [] }) => [
      ...ours.filter((phrase) => !stemsLookedFor(phrase).every((stem) => words.has(stem))),
      ...leads.map((lead) => lead.join(' ')).filter((lead) => !findables.has(lead)),
      ...(ours.length + leads.length === 0 ? [means] : []),
    ]);
    expect(dead).toEqual([]);
  });

  test('every behaviour stands in a chapter and is shown by a scenario that says so, at a step of it', () => {
    const ids = Object.keys(BEHAVIOURS) as (keyof typeof BEHAVIOURS)[];
    expect(ids.filter((id) => !CHAPTER_ORDER.includes(SYLLABUS[id].chapter))).toEqual([]);
    expect(ids.filter((id) => catalogue.showings[id] === undefined)).toEqual([]);
  });
});

describe('the library in the page', () => {
  let inspector: Inspector;
  beforeAll(async () => {
    inspector = await Inspector.start();
  });
  afterAll(() => inspector.stop());

  test('is searched and opened by the keyboard alone, opens at the open scenario, and shows the syllabus', async () => {
    const { page, errors } = await inspector.open();
    const dialog = page.getByRole('dialog', { name: 'Library' });
    await page.keyboard.press('o');
    await dialog.getByText('Twelve to begin with').waitFor();
    await page.keyboard.type('recently deleted');
    await soon(() => dialog.getByRole('status').first().innerText()).toMatch(/^\d+ scenarios, the best first$/);
    await page.keyboard.press('ArrowDown');
    const title = await page.evaluate(() => document.activeElement?.querySelector('b')?.textContent ?? 'none');
    await page.keyboard.press('Enter');
    await soon(() => page.title()).toContain(title);

    // Closed themes hold nothing; that of the open scenario is open, and the scenario in sight.
    await page.keyboard.press('o');
    const open = dialog.locator('.scenario[aria-current=true]');
    await soon(() => open.evaluate((row) => row.getBoundingClientRect().bottom < innerHeight)).toBe(true);
    expect(await open.innerText()).toContain(title);

    await dialog.getByRole('tab', { name: 'Syllabus' }).click();
    const count = Object.keys(BEHAVIOURS).length;
    expect(await dialog.locator('.behaviour').count()).toBe(count);
    await dialog.getByText(`0 of ${count} seen`).waitFor();
    const { id, step } = catalogue.showings.B7 ?? { id: '', step: 0 };
    await dialog.getByRole('button', { name: `Show me: ${BEHAVIOURS.B7.says}` }).click();
    await soon(() => page.title()).toContain(listed.find((entry) => entry.id === id)?.title ?? 'none');
    await soon(() => stepOf(page)).toBe(step);

    await page.keyboard.press('o');
    await dialog.getByRole('tab', { name: 'Syllabus' }).click();
    await dialog.getByText(`1 of ${count} seen`).waitFor();
    await dialog.getByRole('button', { name: 'Forget what was seen' }).click();
    await dialog.getByText(`0 of ${count} seen`).waitFor();
    await page.keyboard.press('Escape');
    await soon(() => dialog.count()).toBe(0);
    expect(errors).toEqual([]);
  });
});
