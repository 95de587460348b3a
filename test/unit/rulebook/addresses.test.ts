import { expect, test } from 'vitest';
import { addressesOf } from '../../../src/rulebook/evidence/addresses.ts';
import { SOURCES, type Source } from '../../../src/rulebook/evidence/sources.ts';

const ROWS: Readonly<Record<string, Source>> = SOURCES;

test('what stands around an address is no part of it', () => {
  expect(addressesOf({ where: 'https://support.apple.com/guide/mdm/ (topic mdmdd145a51ca)' })).toEqual([
    'https://support.apple.com/guide/mdm/',
  ]);
  expect(addressesOf({ where: 'https://telegram.wiki/privacy; telegramclub.blogspot.com, October 2014' })).toEqual([
    'https://telegram.wiki/privacy',
  ]);
  expect(addressesOf({ where: 'a public text whose repository could not be named' })).toEqual([]);
});

test('nearly every source can be opened, and every address is one', () => {
  const all = Object.values(ROWS);
  const addresses = all.flatMap(addressesOf);
  for (const address of addresses) expect(new URL(address).protocol).toBe('https:');
  expect(all.filter((source) => addressesOf(source).length > 0).length).toBeGreaterThan(all.length * 0.9);
});
