import { describe, expect, test } from 'vitest';
import { readBinaryPlist } from '../../../src/import/binary-plist.ts';
import { idOfDomain, meaningOfDomain, nameOfApp } from '../../../src/import/domains.ts';
import { readMobileBackupRecord, scenarioOfRecord } from '../../../src/import/mobile-backup-record.ts';
import { checkScenario } from '../../../src/run/check.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { scenarioFrom } from '../../../src/scenario/scenario-from.ts';
import anotherIphone from '../../../scenarios/real/icloud-2023-another-iphone.yaml?raw';
import ipad from '../../../scenarios/real/icloud-2023-ipad.yaml?raw';
import sameIphone from '../../../scenarios/real/icloud-2023.yaml?raw';
import { write } from './plist-writer.ts';

const TOTAL = 31_198_674;

describe.each([
  ['the same iPhone', sameIphone, 0],
  ['another iPhone', anotherIphone, 1_019_791 + 145_163],
  ['an iPad', ipad, 1_019_791 + 145_163],
])('the real record on %s', (_, yaml, staysBehind) => {
  const scenario = loadScenario(yaml, 'real.yaml');

  test('its 64 domains add up to the very byte, before and after', () => {
    const { items } = scenario.world;
    expect(items).toHaveLength(64);
    expect(items.reduce((sum, item) => sum + item.bytes, 0)).toBe(TOTAL);
    const returned = items.filter((item) => scenario.expect?.items[item.id]?.fate === 'restored');
    expect(returned.reduce((sum, item) => sum + item.bytes, 0)).toBe(TOTAL - staysBehind);
  });

  test('each domain has its expected fate, and it comes true', () => {
    expect(Object.keys(scenario.expect?.items ?? {}).toSorted()).toEqual(
      scenario.world.items.map(({ id }) => id).toSorted(),
    );
    expect(checkScenario(scenario).problems).toEqual([]);
  });

  test('ten backups, newest first, and nothing of their owner', () => {
    expect(scenario.world.backups).toHaveLength(10);
    expect(scenario.world.backups[0]?.made).toBe('2023-05-20T01:40');
    expect(yaml).not.toMatch(/@|\+\d{6}|\b[0-9A-F]{8}-[0-9A-F]{4}|\b[0-9a-f]{40}\b/);
  });
});

describe('a record made up here', () => {
  const dateOf = (milliseconds: number) => ({ kind: 'date', milliseconds }) as const;
  const record = (sizes: readonly (readonly [string, number | bigint])[], total: number | bigint) =>
    write(
      new Map<string, ReturnType<typeof readBinaryPlist>>([
        ['PreflightSizing', new Map<string, number | bigint>([...sizes, ['_TotalSize', total]])],
        [
          'BackupStateInfo',
          new Map([
            [
              'errors',
              [
                new Map<string, number | ReturnType<typeof dateOf>>([
                  ['code', 0],
                  ['date', dateOf(1_684_546_855_339)],
                ]),
                new Map<string, number | ReturnType<typeof dateOf>>([
                  ['code', 202],
                  ['date', dateOf(1_684_600_000_000)],
                ]),
              ],
            ],
          ]),
        ],
      ]),
    );
  const readRecord = (bytes: Uint8Array) => readMobileBackupRecord(readBinaryPlist(bytes, 'a.plist'), 'a.plist');

  test('becomes a scenario that plays', () => {
    const stated = scenarioOfRecord(
      readRecord(
        record(
          [
            ['HomeDomain', 7],
            ['AppDomain-org.example.drawing', 5],
          ],
          12,
        ),
      ),
      {
        title: 'Made up',
        why: 'Made up.',
        shows: [],
        device: { ios: '16.4' },
        outcome: 'completed',
        expected: () => ({ fate: 'restored' }),
      },
      { device: 'old iPhone', model: 'iPhone 13', ios: '16.4' },
    );
    const scenario = scenarioFrom({ ...stated }, 'made-up', () => []);
    expect(scenario.world.items.map(({ title, bytes }) => [title, bytes])).toEqual([
      ['Drawing: its data', 5],
      ['Settings, Home Screen and data of iOS itself', 7],
    ]);
    expect(scenario.world.backups.map(({ made, complete }) => [made, complete])).toEqual([
      ['2023-05-20T16:26', 'no'],
      ['2023-05-20T01:40', 'yes'],
    ]);
    expect(checkScenario(scenario).problems).toEqual([]);
  });

  test.each([
    ['sizes that do not add up', record([['HomeDomain', 7]], 8), 'add up to 7 bytes'],
    ['a size below zero', record([['HomeDomain', -7]], -7), 'not a number of bytes'],
    ['a size beyond 2^53', record([['HomeDomain', 2n ** 60n]], 2n ** 60n), 'not a number of bytes'],
    ['no sizes', write(new Map([['other', 'thing']])), 'no part “PreflightSizing”'],
    ['no outcomes', write(new Map([['PreflightSizing', new Map([['_TotalSize', 0]])]])), 'no part “BackupStateInfo”'],
    ['a text alone', write('hello'), 'no part “PreflightSizing”'],
  ])('%s: one sentence that names the file', (_, bytes, sentence) => {
    expect(() => readRecord(bytes)).toThrow(sentence);
    expect(() => readRecord(bytes)).toThrow('a.plist');
  });
});

test.each([
  ['HomeDomain', 'device-settings', 'Settings, Home Screen and data of iOS itself'],
  ['CameraRollDomain', 'photos', 'Photos and videos'],
  ['HealthDomain', 'health', 'Health and activity'],
  ['AppDomain-net.whatsapp.WhatsApp', 'app-data', 'WhatsApp: its data'],
  ['AppDomain-com.apple.mobilesafari', 'shared-system-data', 'Safari: its data'],
  ['AppDomainGroup-group.com.linecorp.line', 'app-group-data', 'LINE: shared data'],
  ['AppDomainPlugin-com.apple.weather.widget', 'app-extension', 'Weather, widget: app extension'],
  ['AppDomainPlaceholder-com.waze.iphone', 'app-placeholder', 'Waze: icon that waits for its app'],
  ['SysSharedContainerDomain-systemgroup.com.apple.bluetooth', 'bluetooth', 'Bluetooth pairings'],
  ['SysContainerDomain-com.apple.somethingNew', 'shared-system-data', 'Something New: data of iOS'],
  ['constructor', 'shared-system-data', 'constructor'],
])('%s is %s', (domain, category, title) => {
  expect(meaningOfDomain(domain)).toEqual({ category, title });
});

test.each([
  ['com.example.GardenPlanner', 'Garden Planner'],
  ['com.example.garden-planner.ios', 'Garden Planner'.replace('P', 'p')],
  ['group.org.example.tasks.shared', 'Tasks'],
  ['app', 'App'],
])('the app %s is called %s', (identifier, name) => {
  expect(nameOfApp(identifier)).toBe(name);
});

test('names of domains stay apart', () => {
  const taken = new Set<string>();
  for (const domain of ['AppDomain-com.a.b', 'AppDomain-com.a-b', 'AppDomain-com.A.B', 'Domain', '…'])
    taken.add(idOfDomain(domain, taken));
  expect([...taken]).toEqual(['app-com-a-b', 'app-com-a-b-2', 'app-com-a-b-3', 'domain', 'domain-2']);
});
