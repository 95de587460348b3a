import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import * as computer from '../../../../src/rulebook/case/computer-restore.ts';
import { at, file, itemOf } from './two-accounts.ts';

type Plain = Record<string, unknown>;

describe('a restore by a computer', () => {
  const by = (software: string, more: Plain = {}, rest: Plain = {}): CaseFile =>
    file(
      {
        computer: { software, ...more },
        items: [
          { id: 'app', category: 'app', app: 'x' },
          { id: 'data', category: 'app-data', app: 'x' },
        ],
        ...rest,
      },
      { route: 'computer' },
    );

  test.each([
    ['finder', {}, 'replaces', [true, false], true],
    ['idevicebackup2', { remove: 'no' }, 'adds', [true, true], false],
    ['idevicebackup2', { remove: 'yes' }, 'replaces', [false, false], true],
    ['pymobiledevice3', { remove: 'no' }, 'adds', [true, true], undefined],
  ])('by %s with %o %s what is there', (software, more, keeps, stay, fetches) => {
    const restore = by(software, more);
    expect(computer.whatComputerRestoreKeeps(restore)).toBe(keeps);
    expect(computer.addsToDevice(restore)).toBe(keeps === 'adds');
    expect(restore.world.items.map((item) => computer.staysUnderComputerRestore(restore, item))).toEqual(stay);
    if (fetches !== undefined) expect(computer.fetchesApps(restore)).toBe(fetches);
  });

  const OLD_TOOL = { build: 'before-september-2020', installsApps: 'yes' };
  test.each([
    ['an older tool that is to install apps', 'idevicebackup2', OLD_TOOL, { appList: 'no' }, true],
    ['Apple’s own program', 'finder', OLD_TOOL, { appList: 'no' }, false],
    ['a newer tool', 'idevicebackup2', { installsApps: 'yes' }, { appList: 'no' }, false],
    ['a tool that installs none', 'idevicebackup2', { ...OLD_TOOL, installsApps: 'no' }, { appList: 'no' }, false],
    ['an older tool that finds the list', 'idevicebackup2', OLD_TOOL, { appList: 'yes' }, false],
    ['an older tool without a backup', 'idevicebackup2', OLD_TOOL, null, false],
    ['an older tool by a backup in iCloud', 'idevicebackup2', OLD_TOOL, { kind: 'icloud', appList: 'no' }, false],
  ])('%s stops without the list of apps, or not', (_, software, more, backup, expected) => {
    const restore = by(software, more, {
      backups: backup === null ? [] : [{ id: 'b', made: '2026-02-01', kind: 'computer', ...backup }],
    });
    expect(computer.stopsWithoutAppList(restore, restore.backup('b'))).toBe(expected);
  });

  test.each([
    ['27.0', 'idevicebackup2', { contents: 'partial' }, true],
    ['27.1', 'idevicebackup2', { contents: 'partial' }, true],
    ['26.4', 'idevicebackup2', { contents: 'partial' }, false],
    ['27.0', 'finder', { contents: 'partial' }, false],
    ['27.0', 'idevicebackup2', {}, false],
    ['27.0', 'idevicebackup2', { contents: 'partial', kind: 'icloud' }, false],
    ['27.0', 'idevicebackup2', null, false],
  ])('iOS %s may refuse a thin backup by %s: %o', (ios, software, backup, expected) => {
    const restore = by(
      software,
      {},
      {
        backups: backup === null ? [] : [{ id: 'b', made: '2026-02-01', kind: 'computer', ...backup }],
      },
    );
    expect(computer.mayBeRefusedAsThin(restore, restore.backup('b'), at({ ios }))).toBe(expected);
  });

  test.each([
    ['26.4', 'yes', 'idevicebackup2', 'partial', 'b', true],
    ['26.3', 'yes', 'idevicebackup2', 'partial', 'b', false],
    ['27.0', 'yes', 'idevicebackup2', 'partial', 'b', false],
    ['26.4', 'no', 'idevicebackup2', 'partial', 'b', false],
    ['26.4', 'yes', 'finder', 'partial', 'b', false],
    ['26.4', 'yes', 'idevicebackup2', 'whole', 'b', false],
    ['26.4', 'yes', 'idevicebackup2', 'partial', 'other', false],
    ['26.4', 'yes', 'idevicebackup2', 'partial', null, false],
  ])('on iOS %s (beta: %s) by %s a %s backup brings Setup', (ios, beta, software, contents, backup, expected) => {
    const restore = by(
      software,
      {},
      {
        device: { ios: '26.4', beta },
        backups: [
          { id: 'b', made: '2026-02-01', kind: 'computer', contents },
          { id: 'other', made: '2026-02-02', kind: 'computer', contents: 'whole' },
        ],
      },
    );
    expect(computer.showsSetupAfterTool(restore, { backup, ios })).toBe(expected);
  });

  test.each([
    ['icloud', 'finder', {}, {}, 'the restore'],
    ['computer', 'finder', {}, {}, 'the restore'],
    ['computer', 'finder', { installsApps: 'no' }, {}, 'the person'],
    ['computer', 'finder', {}, { appList: 'no' }, 'the person'],
    ['computer', 'idevicebackup2', { remove: 'no' }, {}, 'the person'],
  ])('on the route %s by %s (%o, %o) apps are installed by %4$s', (route, software, more, backup, who) => {
    const restore = file(
      { computer: { software, ...more }, backups: [{ id: 'b', made: '2026-02-01', kind: 'computer', ...backup }] },
      { route },
    );
    expect(computer.whoInstallsApps(restore, restore.backup('b'))).toBe(who);
    if (route === 'computer' && !('appList' in backup)) expect(computer.whoInstallsApps(restore, null)).toBe(who);
  });

  test.each([
    ['computer', '18.1', true],
    ['computer', '18.0', false],
    ['computer', '26.0', true],
    ['icloud', '18.1', false],
  ])('on the route %s iOS %s minds a bad name: %s', (route, ios, minds) => {
    const restore = file(
      {
        items: [
          { id: 'it', category: 'app-data', app: 'x', fails: { at: 'placement', and: 'stops', because: 'bad-name' } },
        ],
      },
      { route },
    );
    expect(computer.failureHere(restore, itemOf(restore, 'it'), at({ ios })) !== undefined).toBe(minds);
  });
});
