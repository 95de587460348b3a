import { describe, expect, test } from 'vitest';
import { optionsOf, PROGRAM_IDS, PROGRAM_OPTIONS, PROGRAMS } from '../../../src/model/programs.ts';
import { addsToDevice, fetchesApps } from '../../../src/rulebook/case/computer-restore.ts';
import { caseFile } from '../stories.ts';

const by = (computer: Readonly<Record<string, unknown>>) => caseFile({ computer }, { route: 'computer' });

describe('the programs that restore a computer backup', () => {
  test('each knows what it does by itself', () => {
    const told = Object.fromEntries(PROGRAM_IDS.map((id) => [id, by({ software: id }).world.computer]));
    expect(told['finder']).toMatchObject({ systemFiles: 'yes', keepsSettings: 'no', remove: 'yes', restarts: 'yes' });
    expect(told['itunes']).toMatchObject(PROGRAMS.finder.defaults);
    expect(told['apple-devices']).toMatchObject(PROGRAMS.finder.defaults);
    expect(told['idevicebackup2']).toMatchObject({ systemFiles: 'no', keepsSettings: 'yes', remove: 'no' });
    expect(told['pymobiledevice3']).toMatchObject(PROGRAMS.idevicebackup2.defaults);
    expect(told['tool']).toMatchObject({ ...PROGRAMS.finder.defaults, remove: 'no' });
  });

  test.each(PROGRAM_OPTIONS)('%s is what is stated, whatever the program does by itself', (option) => {
    for (const program of PROGRAM_IDS)
      for (const value of ['yes', 'no'] as const) {
        expect(optionsOf(program, { [option]: value })[option]).toBe(value);
        expect(optionsOf(program, { [option]: undefined })[option]).toBe(PROGRAMS[program].defaults[option]);
      }
  });

  test('only what is told to remove takes the place of what is there, and makes the device fetch its apps', () => {
    expect(
      PROGRAM_IDS.map((software) => [software, addsToDevice(by({ software })), fetchesApps(by({ software }))]),
    ).toEqual([
      ['finder', false, true],
      ['itunes', false, true],
      ['apple-devices', false, true],
      ['idevicebackup2', true, false],
      ['pymobiledevice3', true, false],
      ['tool', true, true],
    ]);
    expect(fetchesApps(by({ software: 'pymobiledevice3', remove: 'yes' }))).toBe(true);
  });
});
