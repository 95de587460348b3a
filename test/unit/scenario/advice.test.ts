import { describe, expect, test } from 'vitest';
import { loadScenario } from '../../../src/scenario/load.ts';
import { scenarioFields } from '../../../src/scenario/fields.ts';
import { problemsOf, sample } from '../stories.ts';

const problems = (...lines: readonly string[]) =>
  problemsOf(() => loadScenario(['title: A story', 'why: For a test.', ...lines, ''].join('\n'), 'story.yaml'));
const told = (...lines: readonly string[]) =>
  problems(...lines).map(({ line, column, message, advice }) => `${line}:${column} ${message} | ${advice ?? ''}`);

/** What a person wrote, where it is told, and what they are told to write. */
const CASES: readonly (readonly [what: string, lines: readonly string[], at: string, says: RegExp])[] = [
  [
    'a comma without quotes',
    ['world: { items: [{ category: photos, title: Sam, the phone, bytes: 3 }] }'],
    '3:50',
    /unknown key “the phone” \| .*in quotes: title: "Sam, the phone"/,
  ],
  [
    'two commas without quotes',
    ['world: { device: { name: Sam, Pat, and the dog } }'],
    '3:31',
    /in quotes: name: "Sam, Pat"/,
  ],
  ['a version, as it was written', ['world: { device: { ios: 18.10 } }'], '3:25', /quotes: ios: "18\.10"/],
  ['a year for a text', ['case: 2024'], '3:7', /quotes: case: "2024"/],
  ['a colon in a text', ['case: Ben: the phone'], '3:7', /not valid YAML.*stands in quotes: title: "Ben: the phone"/],
  ['a colon in a flow', ['world: { device: { name: Ben: it } }'], '3:26', /not valid YAML.*quotes/],
  ['a sign in front', ['case: @home'], '3:7', /not valid YAML.*quotes/],
  ['words behind a quote', ['case: "a" b'], '3:11', /not valid YAML.*quotes/],
  ['a tab', ['world:', '\tdevice: {}'], '4:1', /no tabs/],
  [
    'a word that shares a part with one that is known',
    ['script: [{ do: erase.confirmed }]'],
    '3:16',
    /not one of.*Did you mean “erase\.requested”\?/,
  ],
  [
    'a word that shares a part with several',
    ['script: [{ do: icon.restored.by.account }]'],
    '3:16',
    /Did you mean one of recovery\.restored, account\.\w+, /,
  ],
  ['true for yes', ['world: { device: { passcode: true } }'], '3:30', /not one of yes, no \| Write “yes”/],
  ['none for off', ['world: { surroundings: { power: none } }'], '3:33', /Write “off”/],
  ['false for off', ['world: { device: { findMy: false } }'], '3:28', /Write “off”/],
  [
    'a key of another group',
    ['world: { items: [{ category: photos, kind: x }] }'],
    '3:38',
    /unknown key “kind” \| “kind” is known in “world\.device”, .*not here/,
  ],
  ['a key of the top', ['world: { route: icloud }'], '3:10', /“route” is known at the top, not here/],
  ['supervision', ['world: { device: { supervision: yes } }'], '3:20', /“supervised: yes”/],
  ['tokens', ['world: { items: [{ category: tokens }] }'], '3:30', /app-keychain.*restore-sim words categories/],
  ['remove', ['script: [{ do: remove }]'], '3:16', /33|in all.*app\.deleted.*restore-sim words events/],
  ['installed', ['script: [{ do: installed }]'], '3:16', /app\.installed/],
  ['partial', ['world: { backups: [{ id: a, made: 2026-01-01, partial: yes }] }'], '3:47', /contents: partial/],
  ['enrolled', ['world: { device: { enrolled: yes } }'], '3:20', /supervised/],
  ['transfer', ['transfer: yes'], '3:1', /route: direct/],
  ['quickstart', ['world: { quickstart: yes }'], '3:10', /route: direct/],
  [
    'a phase too many',
    ['script: [{ do: back, during: afterwards }]'],
    '3:30',
    /is not one of.*in all \| .*words phases/,
  ],
  ['a missing event', ['script: [{ during: sync }]'], '3:10', /missing “do” .*words events/],
];

describe('what is wrong is told with what to write', () => {
  test.each(CASES)('%s', (_what, lines, at, says) => {
    const found = told(...lines);
    expect(found.filter((line) => line.startsWith(`${at} `)).join('\n')).toMatch(says);
  });

  test('no key of a scenario, wherever it is written, is answered with itself', () => {
    const keys = sample([...new Set(scenarioFields().map(({ key }) => key))]);
    const places: readonly (readonly [string, string])[] = [
      ['', ''],
      ['world: { ', ' }'],
      ['world: { device: { ', ' } }'],
      ['world: { accounts: [{ id: a, ', ' }] }'],
      ['world: { backups: [{ id: a, made: 2026-01-01, ', ' }] }'],
      ['world: { items: [{ category: photos, ', ' }] }'],
      ['expect: { outcome: completed, ', ' }'],
      ['attempts: [{ ', ' }]'],
    ];
    const echoes = places.flatMap(([before, after]) =>
      keys.flatMap((key) =>
        problems(`${before}${key}: 1${after}`)
          .filter(({ message }) => message === `unknown key “${key}”`)
          .map(({ advice = '' }) => `${key}: ${advice}`)
          .filter((advice) => advice.includes(`Did you mean “${key}”`)),
      ),
    );
    expect(echoes).toEqual([]);
  });

  test('a list that is cut says how many there are and which command prints them; one that is not names all', () => {
    const [cut] = problems('world: { items: [{ category: fotos }] }');
    expect(cut?.message).toMatch(/ … \d+ in all$/);
    expect(cut?.advice).toBe('Did you mean “photos”? All of them: restore-sim words categories');
    const [whole] = problems('edition: modrn');
    expect(whole?.message).toBe('edition: “modrn” is not one of ios7, ios8, modern');
    expect(whole?.advice).toBe('Did you mean “modern”?');
  });
});

describe('an account that no file states', () => {
  const accounts = (...lines: readonly string[]) =>
    loadScenario(['title: A story', 'why: For a test.', ...lines, ''].join('\n'), 'story.yaml').world.accounts.map(
      ({ id }) => id,
    );

  test('is the customer’s own, and nobody’s name', () => {
    expect(accounts('world: { items: [{ category: photos }] }')).toEqual(['customer']);
  });

  test('is the one that the script signs in with first, in the first restore or a later one', () => {
    expect(accounts('script: [{ do: account.entered, account: lea }]')).toEqual(['lea']);
    expect(accounts('attempts: [{ script: [{ do: settings.signedIn, account: lea }] }]')).toEqual(['lea']);
    expect(accounts('world: { accounts: [{ id: ola }] }')).toEqual(['ola']);
    expect(accounts('world: { accounts: [] }')).toEqual([]);
  });

  test('is no other that is named: who bought something need not be whose phone it is', () => {
    expect(problems('world: { items: [{ category: films, account: jonas }] }')[0]?.message).toBe(
      'there is no account “jonas” in this scenario',
    );
  });
});

describe('an iPad and an iPod touch', () => {
  test('have no models and names of iPhones where none are stated', () => {
    const { device, backups } = loadScenario(
      'title: t\nwhy: w\nworld: { device: { kind: ipad }, backups: [{ id: a, made: 2026-01-01, deviceKind: ipod }] }\n',
      'x',
    ).world;
    expect(`${device.name} ${device.model} ${backups[0]?.device} ${backups[0]?.model}`).not.toMatch(/iPhone/);
    expect(device.model).not.toBe(backups[0]?.model);
  });
});
