import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import { sharedStore } from '../../../../src/rulebook/case/shared-store.ts';
import { SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { questionFor } from '../../../../src/rulebook/judge/decide.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const SINCE = '2026-02-20';
/** What the files of an item are found to be, on a device in use that a computer restored over. */
function shared(items: readonly Plain[], computer: Plain = {}, more: Plain = {}, at: Partial<Situation> = {}): string {
  const file = caseFile(
    {
      today: '2026-03-01',
      accounts: [{ id: 'mara' }],
      device: { name: 'red', state: 'in-use' },
      backups: [{ id: 'b', made: '2026-02-01', device: 'red', kind: 'computer', encrypted: 'yes' }],
      computer: { software: 'tool', ...computer },
      items: items.map((item, index) => ({ id: `item-${index}`, ...item })),
      ...more,
    },
    { route: 'computer' },
  );
  const item = must(file.item('item-0'), 'the item');
  const situation = { ...SITUATION_AT_START, ios: '26.0', backup: 'b', replaced: true, ...at };
  return sharedStore(questionFor(file, item, situation));
}
const NEWER = { category: 'messages', created: SINCE };
const OLDER = { category: 'messages' };

describe('the files that an item lies in', () => {
  test.each<[string, readonly Plain[], string]>([
    ['the backup holds more of its kind', [NEWER, OLDER], 'unknown'],
    ['it was seen to be there still', [{ ...NEWER, stillShown: 'yes' }, OLDER], 'kept'],
    ['it was seen to be gone', [{ ...NEWER, stillShown: 'no' }, OLDER], 'written-over'],
    ['nobody knows', [{ ...NEWER, stillShown: 'unknown' }, OLDER], 'unknown'],
    ['the backup holds it', [OLDER, { ...OLDER }], 'apart'],
    ['the backup holds nothing of its kind', [NEWER, { category: 'voice-memos' }], 'apart'],
    ['the others are newer too', [NEWER, NEWER], 'apart'],
    [
      'it is an app',
      [
        { category: 'app', app: 'x', created: SINCE },
        { category: 'app', app: 'y' },
      ],
      'apart',
    ],
    ['another app has more', [app('x', SINCE), app('y')], 'apart'],
    ['the same app has more', [app('x', SINCE), app('x')], 'unknown'],
    ['nobody names the app', [app(undefined, SINCE), app('y')], 'unknown'],
    ['nobody names the other app', [app('x', SINCE), app(undefined)], 'unknown'],
    [
      'other secrets are in the one keychain',
      [{ category: 'wifi', created: SINCE }, { category: 'passwords' }],
      'unknown',
    ],
    ['it is on another device', [{ ...NEWER, on: 'blue' }, OLDER], 'apart'],
  ])('where %s', (_, items, expected) => {
    expect(shared(items)).toBe(expected);
  });

  const SETTINGS = [{ category: 'device-settings', created: SINCE }, { category: 'device-settings' }];
  test.each<[string, readonly Plain[], Plain, Partial<Situation>, string]>([
    ['told to remove', [NEWER, OLDER], { remove: 'yes' }, {}, 'apart'],
    ['by Apple', [NEWER, OLDER], { software: 'finder' }, {}, 'apart'],
    ['that writes apps alone', [NEWER, OLDER], { systemFiles: 'no' }, {}, 'apart'],
    ['that writes apps alone, data of apps', [app('x', SINCE), app('x')], { systemFiles: 'no' }, {}, 'unknown'],
    ['that keeps the settings', SETTINGS, { keepsSettings: 'yes' }, {}, 'apart'],
    ['that brings the settings', SETTINGS, { keepsSettings: 'no' }, {}, 'unknown'],
    ['that has written nothing', [NEWER, OLDER], {}, { replaced: false }, 'apart'],
    ['without a backup', [NEWER, OLDER], {}, { backup: null }, 'apart'],
  ])('by a program %s', (_, items, computer, at, expected) => {
    expect(shared(items, computer, {}, at)).toBe(expected);
  });

  test('what the backup only may hold counts for what it surely lacks alone', () => {
    const open = { services: { messages: 'unknown' } };
    expect(shared([NEWER, OLDER], {}, open)).toBe('unknown');
    expect(shared([OLDER, OLDER], {}, open)).toBe('apart');
    expect(shared([OLDER, { ...OLDER, heldBy: ['b'] }], {}, open)).toBe('apart');
  });
});

function app(name: string | undefined, created?: string): Plain {
  return { category: 'app-data', ...(name && { app: name }), ...(created && { created }) };
}
