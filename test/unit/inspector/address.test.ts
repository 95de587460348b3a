import { expect, test } from 'vitest';
import { readAddress, writeAddress } from '../../../src/inspector/state/address.ts';

const withChanges = (count: number) =>
  readAddress(`#s=a/b${Array.from({ length: count }, (_, index) => `&c=services.s${index}:on`).join('')}`);

test('a link changes as many conditions as it may, and not one more', async () => {
  const address = await withChanges(60);
  expect(Object.keys(address?.changes ?? {}).length).toBe(60);
  await expect(withChanges(61)).rejects.toThrow('more than 60 conditions');
});

test('what a link carries is read as it was written', async () => {
  const address = {
    source: { name: 'own.yaml', text: 'title: Own\n' },
    changes: { 'device.passcode': 'no', 'backups.a.made': '2026-02-01T10:00' },
    position: 12,
    view: 'flow',
    machinery: true,
    hand: { from: 3, events: [null, { type: 'account.entered', account: 'mara', password: 'wrong' }] },
    selected: 'photos',
    filter: {
      fates: ['excluded'],
      gate: 'eligibility',
      rule: 'keychain/locked-to-the-old-device',
      text: '9 tokens',
      label: null,
    },
  } as const;
  expect(await readAddress(await writeAddress(address))).toEqual(address);
});
