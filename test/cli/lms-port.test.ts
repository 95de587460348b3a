import { expect, test } from 'vitest';
import type { LmsProgress } from '../../src/inspector/lms/port.ts';
import { findScorm } from '../../src/inspector/lms/scorm-api.ts';
import { ScormPort } from '../../src/inspector/lms/scorm-port.ts';
import { attemptText, newAttempt } from '../../src/teach/attempt.ts';
import { must } from '../../src/model/must.ts';
import { manifest12 } from '../../src/teach/pack/manifest12.ts';
import type { ToldAnswer } from '../../src/teach/results/told-answer.ts';
import { type RecordedLms, recordedLms } from '../peers/recorded-lms.ts';
import { interactionIds, type ScormVersion, violations } from '../peers/strict-scorm.ts';

const VERSIONS = ['1.2', '2004'] as const;

const answer = (n: number, over: Partial<ToldAnswer> = {}): ToldAnswer => ({
  id: `t2.new-drawings-${n}.fate`,
  asks: `Zeichnungen „von heute“ ${n}: ${'中'.repeat(300)} <Where does it end?>`,
  options: [
    { id: 'restored', words: 'Restored' },
    { id: 'never in backup', words: 'Never in backup' },
  ],
  bet: n % 2 === 0 ? 'never in backup' : 'restored',
  key: 'never in backup',
  right: n % 2 === 0,
  certainty: 3,
  rule: 'keychain/locked-to-the-old-device',
  gate: 'capture',
  seed: 'k7f2',
  fingerprint: '0123456789abcdef',
  seconds: 4000 * n,
  ...over,
});

const progress = (count: number, over: Partial<LmsProgress> = {}): LmsProgress => ({
  answers: [answer(count)],
  score: { share: count / 48, pass: 0.4999, isDone: false },
  text: `1|02-the-four|k7f2|t1=${'C2'.repeat(count)}`,
  ...over,
});

const portOf = ({ window }: RecordedLms): ScormPort => {
  const { version, api } = must(findScorm(window), 'an LMS');
  return new ScormPort(version, api);
};

const only = (calls: RecordedLms['calls'], word: string): number =>
  calls.filter(({ name }) => name.endsWith(word)).length;

test.each(VERSIONS)(
  'SCORM %s: 24 answers, each kept before the next, and nothing against the standard',
  async (version) => {
    const lms = recordedLms(version);
    const port = portOf(lms);
    expect(await port.open()).toEqual({ resume: null, code: null, mode: 'normal' });
    for (let n = 1; n <= 24; n += 1) {
      await port.tell(progress(n));
      expect(only(lms.calls, 'Commit')).toBe(n);
      expect(interactionIds(lms.calls)).toHaveLength(2 * n);
    }
    await port.finish(progress(24, { answers: [], score: { share: 0.5, pass: 0.4999, isDone: true } }));
    port.leave(progress(25));
    await port.tell(progress(26));
    expect([lms.refused, violations(version, lms.calls)]).toEqual([[], []]);
    expect([...port.notTaken]).toEqual([]);
    const [begun, score, status] = lms.calls
      .filter(({ name }) => name.endsWith('SetValue'))
      .map(({ words }) => words.join('='));
    expect(begun).toMatch(/status=incomplete$/);
    expect(score).toBe(version === '1.2' ? 'cmi.core.score.raw=2.08' : 'cmi.score.scaled=0.0208');
    expect(status).toMatch(/status=incomplete$/);
    expect(lms.held.get(version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.success_status')).toBe('passed');
  },
);

test.each(VERSIONS)(
  'SCORM %s: a window that goes has kept all, and the next visit goes on from there',
  async (version) => {
    const first = recordedLms(version);
    const port = portOf(first);
    await port.open();
    await port.tell(progress(1));
    await port.tell(progress(2));
    port.leave(progress(3));
    expect(violations(version, first.calls)).toEqual([]);
    const kept = String(first.held.get('cmi.suspend_data'));
    expect(kept).toBe(progress(3).text);

    const second = recordedLms(version, { kept: { 'cmi.suspend_data': kept }, earlier: 6 });
    const next = portOf(second);
    expect((await next.open()).resume).toBe(kept);
    await next.tell(progress(4));
    const places = second.calls.flatMap(
      ({ words }) => /^cmi\.interactions\.(\d+)\.id$/.exec(String(words[0]))?.[1] ?? [],
    );
    expect(places).toEqual(['6', '7']);
  },
);

/**
 * How known LMS judge once a window is gone: what was never begun they call completed, and by a mastery score of the
 * manifest they overrule what the lesson said. Whoever is not incomplete then is not let go on.
 */
function standsAfterwards({ held }: RecordedLms, manifest: string): string | undefined {
  const mastery = /<adlcp:masteryscore>([\d.]+)</.exec(manifest)?.[1];
  const raw = held.get('cmi.core.score.raw');
  if (mastery !== undefined && raw !== undefined) return Number(raw) >= Number(mastery) ? 'passed' : 'failed';
  return held.get('cmi.core.lesson_status') ?? held.get('cmi.completion_status') ?? 'completed';
}

test.each(VERSIONS)('SCORM %s: whoever leaves at once, or halfway, is let go on', async (version) => {
  const lesson = { id: '02-the-four', title: 'The four', why: 'To know.', pass: 0.5 };
  for (const answered of [0, 3]) {
    const lms = recordedLms(version);
    const port = portOf(lms);
    await port.open();
    for (let n = 1; n <= answered; n += 1) await port.tell(progress(n));
    port.leave(answered === 0 ? null : progress(answered));
    expect(standsAfterwards(lms, version === '1.2' ? manifest12([lesson]) : '')).toBe('incomplete');
    expect(lms.held.get(version === '1.2' ? 'cmi.core.exit' : 'cmi.exit')).toBe('suspend');
    expect(violations(version, lms.calls)).toEqual([]);
  }
  // Who comes back to what is done finds it as it was.
  const status = version === '1.2' ? 'cmi.core.lesson_status' : 'cmi.completion_status';
  const done = recordedLms(version, { kept: { [status]: 'completed' } });
  await portOf(done).open();
  expect(done.held.has(status)).toBe(false);
});

test.each(VERSIONS)(
  'SCORM %s: an LMS that knows no interactions is asked once, and still gets the score',
  async (version) => {
    const lms = recordedLms(version, { refuses: /^cmi\.interactions/ });
    const port = portOf(lms);
    await port.open();
    for (let n = 1; n <= 5; n += 1) await port.tell(progress(n));
    await port.finish(progress(5, { score: { share: 1, pass: 0.8, isDone: true } }));
    expect(lms.refused).toEqual(['cmi.interactions.0.id']);
    expect([...port.notTaken]).toEqual(['answers']);
    expect(lms.held.get(version === '1.2' ? 'cmi.core.score.raw' : 'cmi.score.raw')).toBe('100');
    expect(violations(version, lms.calls)).toEqual([]);
  },
);

test('an LMS without the optional elements of SCORM 1.2 gets all the others, and each is tried once', async () => {
  const lms = recordedLms('1.2', { refuses: /score\.(?:min|max)|objectives|latency|weighting|lesson_mode/ });
  const port = portOf(lms);
  await port.open();
  for (let n = 1; n <= 3; n += 1) await port.tell(progress(n));
  expect(new Set(lms.refused).size).toBe(lms.refused.length);
  expect([...port.notTaken]).toEqual([]);
  expect(lms.held.get('cmi.interactions.4.student_response')).toBe('restored');
});

test('an attempt that is too long is not kept in half: that is told', async () => {
  const lms = recordedLms('1.2');
  const port = portOf(lms);
  await port.open();
  await port.tell(progress(1, { text: 'x'.repeat(4097) }));
  expect([...port.notTaken]).toEqual(['resume']);
  expect(lms.held.has('cmi.suspend_data')).toBe(false);
  expect(lms.held.get('cmi.core.score.raw')).toBe('2.08');
});

test('sixty tasks of twelve bets each find room in SCORM 1.2, as ASCII', async () => {
  const log = {
    locked: true,
    choices: Array.from({ length: 12 }, (_, n) => ({ did: 'bet', option: n % 11, sure: 'think' }) as const),
    seconds: 999_999,
  };
  const few = { ...newAttempt('02-the-four', 'k7f2'), tasks: new Map(Array.from({ length: 60 }, (_, n) => [n, log])) };
  const text = attemptText(few);
  expect(text.length).toBeLessThanOrEqual(4096);
  const lms = recordedLms('1.2');
  const port = portOf(lms);
  await port.open();
  await port.tell(progress(1, { text }));
  expect(lms.held.get('cmi.suspend_data')).toBe(text);
  expect([[...port.notTaken], violations('1.2', lms.calls)]).toEqual([[], []]);
});

test.each([
  ['1.2', 'cmi.core.lesson_mode'],
  ['2004', 'cmi.mode'],
] as const)('SCORM %s: who only browses leaves nothing behind', async (version, mode) => {
  const lms = recordedLms(version, { kept: { [mode]: 'browse' } });
  const port = portOf(lms);
  expect((await port.open()).mode).toBe('browse');
  await port.tell(progress(1));
  await port.finish(progress(2));
  expect(only(lms.calls, 'SetValue')).toBe(0);
  expect(violations(version, lms.calls)).toEqual([]);
});

test.each([
  ['1.2', 'cmi.interactions.0.result', 'incorrect'],
  ['2004', 'cmi.interactions.0.result', 'wrong'],
  ['2004', 'cmi.interactions.0.timestamp', '2026-11-26T10:00:43Z'],
  ['2004', 'cmi.interactions.0.learner_response', 'never-in-backup'],
  ['1.2', 'cmi.interactions.0.student_response', 'x'.repeat(256)],
  ['1.2', 'cmi.interactions.0.id', 't1.codes.fate'],
  ['1.2', 'cmi.interactions.0.time', '9:00:00'],
  ['1.2', 'cmi.suspend_data', 'x'.repeat(4097)],
  ['1.2', 'cmi.core.session_time', 'PT5S'],
  ['2004', 'cmi.session_time', '00:00:05'],
  ['2004', 'cmi.score.scaled', '80'],
  ['1.2', 'cmi.interactions.0.description', 'what was asked'],
  ['2004', 'cmi.interactions.0.description', 'x'.repeat(251)],
  ['2004', 'cmi.interactions.7.id', 'a_gap'],
] as const)('the strict checker of %s refuses %s = %s', (version: ScormVersion, element, value) => {
  const prefix = version === '1.2' ? 'LMS' : '';
  const set = (name: string, said: string) => ({ name: `${prefix}SetValue`, words: [name, said], answer: 'true' });
  const start = { name: `${prefix}Initialize`, words: [''], answer: 'true' };
  const before = [start, set('cmi.interactions.0.id', 'a'), set('cmi.interactions.0.type', 'choice')];
  expect(violations(version, before)).toEqual([]);
  expect(violations(version, [...before, set(element, value)])).not.toEqual([]);
});
