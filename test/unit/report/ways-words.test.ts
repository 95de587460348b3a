import { expect, test } from 'vitest';
import { wayStart } from '../../../src/report/ways-words.ts';
import { story } from '../stories.ts';

test('a way that begins in Setup begins with an erase on each device that has left Setup', () => {
  const says = (state: string, kind: 'icloud' | 'direct' | 'new') =>
    wayStart(story({ device: { name: 'a phone', state } }).world, { kind, backup: null, account: null }).says;
  for (const kind of ['icloud', 'direct', 'new'] as const) {
    expect(says('new', kind)).not.toContain('Erase the phone first');
    expect(says('set-up', kind)).toContain('Erase the phone first');
    expect(says('in-use', kind)).toContain('Erase the phone first');
  }
});
