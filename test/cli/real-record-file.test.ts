import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readBinaryPlist } from '../../src/import/binary-plist.ts';
import { readMobileBackupRecord } from '../../src/import/mobile-backup-record.ts';
import { loadScenario } from '../../src/scenario/load.ts';

// Real and hostile property lists are not part of the project. Name the folder that holds them to test against them
// too.
const folder = process.env['RESTORE_SIM_RECORDS'] ?? '';
const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(join(folder, path)));
const read = (path: string) => readBinaryPlist(bytesOf(path), path);

describe.skipIf(!existsSync(folder) || folder === '')('property lists of others', () => {
  test('the record of 2023 is what scenarios/real was made from', () => {
    const path = 'log2timeline__plaso/com.apple.MobileBackup.plist';
    const record = readMobileBackupRecord(read(path), path);
    expect([record.domains.length, record.total, record.outcomes.length]).toEqual([64, 31_198_674, 10]);
    const { world } = loadScenario(readFileSync('scenarios/real/icloud-2023.yaml', 'utf8'), 'real.yaml');
    expect(world.items.map(({ bytes }) => bytes)).toEqual(record.domains.map(({ bytes }) => bytes));
    expect(world.backups.map(({ made }) => made)).toEqual(record.outcomes.map(({ made }) => made));
  });

  test('65,537 objects are no obstacle', () => {
    expect((read('artehe__Netimobiledevice/LargeDictionaryBinary.plist') as ReadonlyMap<string, unknown>).size).toBe(
      32_768,
    );
  });

  test('numbers of every width and texts of both kinds', () => {
    const values = Object.fromEntries(read('derived__own/ints-and-strings.plist') as ReadonlyMap<string, unknown>);
    expect(values).toMatchObject({
      u8: 200,
      u16: 40_000,
      u32: 3_000_000_000,
      neg: -2,
      big53: 9_007_199_254_740_993n,
      u64: 2n ** 64n - 1n,
      emoji: '😀',
      str16: 'Pat’s',
    });
  });

  test.each([
    'arrays',
    'dict',
    'int64-value-in-nskeyedarchive',
    'nestedarrays',
    'nsuuid',
    'nsvalue',
    'onevalue',
    'primitives',
    'xctestconfiguration',
  ])('%s', (name) => {
    expect(read(`danielpaulus__go-ios/${name}.bin`)).toBeInstanceOf(Map);
  });

  test.each([
    ['derived__own/hostile-selfref.plist', 'contains itself'],
    ['derived__own/hostile-shared-refs-16x6.plist', 'unfolds into more than'],
    ['danielpaulus__go-ios/broken_plist.xml', 'property list'],
  ])('%s is refused', (path, sentence) => {
    expect(() => read(path)).toThrow(sentence);
  });
});
