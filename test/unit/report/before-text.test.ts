import { expect, test } from 'vitest';
import { beforeErase } from '../../../src/insight/before/before.ts';
import { beforeAsks, beforeHeadline } from '../../../src/report/before-text.ts';
import { type Plain, story } from '../stories.ts';

const asked = (world: Plain, rest: Plain = {}) => {
  const scenario = story({ items: [{ category: 'messages' }], ...world }, rest);
  const answer = beforeErase(scenario);
  return [beforeAsks(scenario.world, answer.phone), beforeHeadline(answer)];
};
const IPAD = { name: 'the iPad of Ola', kind: 'ipad', model: 'iPad Air' };
const OLD = { name: 'the phone of Ola', kind: 'iphone', model: 'iPhone 12' };

test('whether it may be erased is asked of the device that the answer is about', () => {
  // Two devices: the data are to come onto the iPad, and the old phone is the one that would be handed in.
  const [asks, says] = asked({ device: IPAD, oldPhone: OLD }, { route: 'direct' });
  expect(asks).toBe('May the old phone be erased or handed in before it begins?');
  expect(says).toContain('“the phone of Ola”');
  const made = { id: 'it', device: IPAD.name, deviceKind: 'ipad', model: IPAD.model, made: '2026-02-20' };
  expect(asked({ device: { name: 'a phone' }, backups: [made] })[0]).toBe(
    'May the old iPad be erased or handed in before it begins?',
  );
  expect(asked({ device: { ...IPAD, state: 'in-use' }, backups: [made] })[0]).toBe(
    'May the iPad be erased or handed in before it begins?',
  );
  expect(asked({ device: IPAD, backups: [] })[0]).toBe('May the iPad be erased or handed in before it begins?');
});

test('what was synced from a computer is safe only as long as that computer has it', () => {
  const may = (more: Plain) =>
    beforeErase(
      story({
        device: { name: 'a phone', state: 'in-use' },
        backups: [{ id: 'b', device: 'a phone', made: '2026-02-20' }],
        items: [{ id: 'songs', category: 'computer-synced-media', ...more }],
      }),
    );
  expect(may({})).toMatchObject({ may: 'yes', elsewhere: ['songs'] });
  expect(may({ uploaded: 'no' })).toMatchObject({ may: 'no', onlyHere: ['songs'], elsewhere: [] });
  expect(may({ uploaded: 'unknown' })).toMatchObject({ may: 'unknown', open: [{ items: ['songs'] }], elsewhere: [] });
});
