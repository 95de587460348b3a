import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hear, newlyWatched } from '../../../src/inspector/watch/watched.ts';
import { sequenceOfWatched } from '../../../src/inspector/watch/watched-sequence.ts';
import { readEnvelope } from '../../../src/report/live-envelope.ts';
import { MAX_STATES } from '../../../src/report/live-limits.ts';
import { readLiveMessage, readLiveValue } from '../../../src/report/live.ts';
import { isLoopbackOrigin } from '../../../src/report/loopback.ts';

const read = (value: unknown) => readLiveMessage(JSON.stringify(value));
const snapshotOf = (snapshot: unknown) => {
  const message = read({ type: '@xstate.snapshot', sessionId: 'x:0', event: { type: 'go' }, snapshot });
  if (typeof message !== 'object' || message.type !== 'snapshot') throw new Error('no snapshot');
  return message.snapshot;
};

describe('a message of a program', () => {
  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{}',
    '{"type":"@xstate.actor"}',
    '{"type":"@xstate.actor","sessionId":1}',
    '{"type":"@xstate.event","sessionId":"x"}',
    '{"type":"alert"}',
    '{"type":"note","says":"from our own server"}',
    `{"type":"@xstate.actor","sessionId":"${'x'.repeat(500)}"}`,
  ])('%s is not understood', (text) => {
    expect(readLiveMessage(text)).toBeUndefined();
  });

  test.each(['@xstate.microstep', '@xstate.action', '@xstate.transition', '@xstate.of.a.later.version'])(
    '%s is well meant, whatever it holds',
    (type) => {
      expect(read({ type, actorRef: { xstate$$type: 1, id: 'a' }, _transitions: [{}] })).toBe('not shown');
    },
  );

  test('may be an inspection event of XState as JSON leaves it', () => {
    const actorRef = { xstate$$type: 1, id: 'light' };
    expect(read({ type: '@xstate.actor', rootId: 'x:0', actorRef })).toMatchObject({ type: 'actor', id: 'light' });
    expect(
      read({ type: '@xstate.event', rootId: 'x:0', actorRef, sourceRef: { id: 'walker' }, event: { type: 'go' } }),
    ).toMatchObject({ type: 'event', id: 'light', source: 'walker', event: 'go' });
    expect(
      read({ type: '@xstate.snapshot', actorRef, event: { type: 'go' }, snapshot: { status: 'active', value: 'on' } }),
    ).toMatchObject({ type: 'snapshot', id: 'light', snapshot: { states: ['on'] } });
    expect(read({ type: '@xstate.actor', sessionId: 'x:3', actorRef })).toMatchObject({ id: 'x:3', name: 'light' });
  });

  test('may come in the envelope in which Sky sends it', () => {
    expect(read({ json: { type: '@xstate.event', sessionId: 'x:0', event: { type: 'go' } }, meta: {} })).toMatchObject({
      type: 'event',
      event: 'go',
    });
  });

  test('of a machine without an id does not call it by its session', () => {
    expect(read({ type: '@xstate.actor', sessionId: 'x:0' })).toMatchObject({ name: '' });
    expect(read({ type: '@xstate.actor', sessionId: 'x:0', name: 'x:0' })).toMatchObject({ name: '' });
    expect(read({ type: '@xstate.actor', sessionId: 'job', name: 'job' })).toMatchObject({ name: 'job' });
  });

  test('with anything but words in a line of a journal is not understood', () => {
    const line = { n: 1, step: 1, atMs: 0, actor: 'a', type: 'message', to: 'b', event: 'e' };
    expect(read({ type: 'restore-sim.lines', lines: [line] })).toMatchObject({
      type: 'lines',
    });
    for (const wrong of [{ to: { toString: 1 } }, { event: { toString: 1 } }, { actor: [{ toString: 1 }] }])
      expect(read({ type: 'restore-sim.lines', lines: [{ ...line, ...wrong }] })).toBeUndefined();
  });

  test('of any JSON at all is read, passed over or refused, never an error', () => {
    let shown = 0;
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('@xstate.actor', '@xstate.event', '@xstate.snapshot', 'restore-sim.lines', 'restore-sim.began'),
        fc.constantFrom('event', 'to', 'states', 'actor'),
        (json, type, member) => {
          const value: unknown = JSON.parse(json);
          const line = { n: 1, step: 1, atMs: 0, actor: 'a', type: 'message', to: 'b', event: 'e' };
          for (const message of [
            value,
            { type, sessionId: 'x', event: value, snapshot: value, lines: value, scenario: value },
            { type, actorRef: value, sourceRef: value, event: { type: 'e', value }, snapshot: { error: value } },
            { type, sessionId: 'x', event: { type: 'e' }, snapshot: { value, context: value, output: value } },
            { type, lines: [{ ...line, [member]: value }] },
          ]) {
            const known = read(message);
            if (typeof known !== 'object') continue;
            shown += 1;
            const { events, rowOf } = sequenceOfWatched(hear(newlyWatched(1), [known, known]));
            for (const one of events) rowOf(one);
            expect(readEnvelope(JSON.stringify({ kind: 'told', id: 1, message: known }))).toMatchObject({
              message: known,
            });
          }
        },
      ),
    );
    expect(shown).toBeGreaterThan(50);
  });
});

describe('a snapshot', () => {
  test('keeps the active states of any depth, dotted', () => {
    const { states, context } = snapshotOf({
      status: 'active',
      value: { a: 'b', c: { d: { e: 'f' }, g: {} } },
      context: { secretlyLong: 'x'.repeat(9000) },
    });
    expect(states).toEqual(['a.b', 'c.d.e.f', 'c.g']);
    expect(context.length).toBeLessThan(5000);
  });

  test('has an end to its states, also when all are empty regions', () => {
    const value = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`r${n}`, {}]));
    expect(snapshotOf({ value }).states).toHaveLength(MAX_STATES);
    expect(snapshotOf({ value: { a: value, b: value } }).states).toHaveLength(MAX_STATES);
  });

  test('tells its output and its error', () => {
    expect(snapshotOf({ status: 'done', output: { sum: 3 } }).result).toBe('{"sum":3}');
    expect(snapshotOf({ status: 'error', error: 'no network' }).result).toBe('"no network"');
  });

  test('has a mark that tells a change beyond what is shown', () => {
    const long = 'x'.repeat(9000);
    const marks = [`${long}a`, `${long}b`, `${long}a`].map((context) => snapshotOf({ value: 'a', context }).mark);
    expect(marks[0]).toBe(marks[2]);
    expect(marks[0]).not.toBe(marks[1]);
  });

  test('posted by hand may hold what JSON cannot say', () => {
    const circular: Record<string, unknown> = { big: 12n };
    circular['self'] = circular;
    const snapshot = { status: 'active', value: 'on', context: circular };
    expect(readLiveValue({ type: '@xstate.snapshot', sessionId: 'x', snapshot })).toMatchObject({
      snapshot: { states: ['on'], mark: '' },
    });
    expect(readLiveValue({ type: '@xstate.event', sessionId: 'x', event: { type: 'pay', amount: 12n } })).toMatchObject(
      { data: '{"type":"pay","amount":"12n"}' },
    );
  });
});

test.each([
  ['http://localhost', true],
  ['https://localhost:5173', true],
  ['http://127.0.0.1:1', true],
  ['http://[::1]:3000', true],
  ['null', false],
  ['http://localhost.evil.example', false],
  ['http://localhost:3000.evil.example', false],
  ['http://192.168.0.2:3000', false],
  ['file://', false],
])('the origin %s comes from this computer: %s', (origin, is) => {
  expect(isLoopbackOrigin(origin)).toBe(is);
});
