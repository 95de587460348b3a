import { expect, test } from 'vitest';
import { threeLinesOf } from '../../../src/import/three-lines.ts';
import type { BackupFacts } from '../../../src/import/summary.ts';

const BACKUP: BackupFacts = {
  kind: 'iphone',
  model: 'iPhone 11',
  ios: '16.6',
  made: '2023-08-01',
  isIosTold: true,
  isMadeTold: true,
  encryption: 'plain',
  apps: [{ title: 'Chess', isOfStore: true, isAssigned: false }],
  keychain: undefined,
  bytes: 1562,
  files: 1,
  isFromList: false,
};
const lines = (said: Partial<BackupFacts> = {}) => threeLinesOf({ backup: { ...BACKUP, ...said }, list: undefined });

test('what no file of a backup tells is not told of it', () => {
  expect(lines()[0]).toBe('iPhone 11, iOS 16.6, backed up 1 August 2023: not encrypted.');
  expect(lines({ isIosTold: false, isMadeTold: false })[0]).toBe(
    'iPhone 11, of an iOS that no file tells, backed up on a day that no file tells: not encrypted.',
  );
});

test('one file and one app are not told as several', () => {
  expect(lines().slice(1)).toEqual([
    '1 file, 1.6 kB as they lie on the disk. What they are is not known.',
    '1 app was installed; the App Store can be asked for it.',
  ]);
});
