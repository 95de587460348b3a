import { describe, expect, test } from 'vitest';
import { answersTo } from '../../../src/insight/explain/answers.ts';
import { explainItem } from '../../../src/insight/explain/why.ts';
import { FATES } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { FACTS, type FactId } from '../../../src/rulebook/facts/facts.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { play, type Run } from '../../../src/run/play.ts';
import { scenarioOfAttempt } from '../../../src/run/attempt-scenario.ts';
import { storyOfAttempt } from '../../../src/run/story-of-attempt.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { sample, story } from '../stories.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const withUnknown = Object.entries(files).filter(([, text]) => /unknown/.test(text));

describe('an unknown item', () => {
  test.each(sample(withUnknown))('%s: each question has answers, and each answer says what follows', (path, text) => {
    const scenario = loadScenario(text, path);
    const first = must(play(scenario).attempts[0], 'the first attempt');
    for (const { id, missing } of first.rows.slice(0, 60)) {
      if (missing === null) continue;
      const answers = answersTo(scenario, id, missing);
      const least = Math.min(2, Object.keys(FACTS[missing].values).length);
      expect(answers.length, `${id}: ${missing}`).toBeGreaterThanOrEqual(least);
      expect(new Set(answers.map(({ value }) => value)).size).toBe(answers.length);
      for (const { value, fate, says, ask } of answers) {
        expect(value).not.toBe('unknown');
        expect(says).not.toBe('');
        // What is still not known has its own question.
        expect(fate === 'unknown', id).toBe(ask !== null);
      }
      expect(
        new Set(answers.map(({ fate, rule }) => `${fate} ${rule}`)).size,
        `${id}: ${missing}`,
      ).toBeGreaterThanOrEqual(least);
    }
  });

  /** Each answer as its value, what follows, and a question mark where that still hangs on something. */
  const TOLD: readonly (readonly [file: string, item: string, fact: FactId, answers: readonly string[]])[] = [
    ['unknown-facts/was-icloud-photos-on', 'photos', 'service.at-backup', ['on never-in-backup', 'off restored']],
    ['unknown-facts/two-questions-one-after-the-other', 'trip', 'service.at-backup', ['on unknown?', 'off restored']],
    ['matrix/facts-nobody-knows-icloud', 'paint-data', 'app.present', ['yes restored', 'no pending']],
    [
      'direct/is-the-old-phone-still-there',
      'photos',
      'old-phone.state',
      ['at-hand restored', 'erased lost-at-erase', 'gone not-downloaded', 'broken not-downloaded'],
    ],
    ['direct/codes-behind-a-lock', 'list', 'item.lacks', ['nothing restored', 'key of-no-use']],
    ['direct/codes-behind-a-lock', 'locked', 'move.carries', ['yes restored', 'no never-in-backup']],
    [
      'tools/newer-messages-in-the-same-database',
      'newer',
      'phone.shared-store',
      ['kept never-left', 'written-over lost-at-erase'],
    ],
    ['parts/locked-codes-after-quick-start', 'entries', 'item.lacks', ['nothing restored', 'key of-no-use']],
    [
      'enrolment/another-supervision-by-icloud',
      'profiles',
      'backup.supervision',
      ['alike null', 'comes null', 'stays-out excluded'],
    ],
    [
      'managed-accounts/no-health-with-a-managed-account',
      'photos',
      'service.allowed',
      ['yes null', 'no null', 'not-this-account not-downloaded', 'not-managed null'],
    ],
  ];
  const inFile = (name: string) => loadScenario(must(files[`../../../scenarios/${name}.yaml`], name), name);

  test.each(TOLD)('%s: the answers for %s to %s', (name, item, fact, answers) => {
    const told = answersTo(inFile(name), item, fact);
    expect(told.map(({ value, fate, ask }) => `${value} ${fate}${ask === null ? '' : '?'}`)).toEqual(answers);
  });

  test('of which no condition says the fact is answered by the rule that hangs on it', () => {
    const video = () => answersTo(inFile('versions/a-video-over-two-gigabytes'), 'several', 'item.large-video');
    expect(video()).toEqual([
      {
        value: 'yes',
        words: `${FACTS['item.large-video'].title} ${FACTS['item.large-video'].values.yes}`,
        fate: 'never-in-backup',
        word: 'Never in backup',
        gate: 'capture',
        rule: 'capture/video-over-two-gigabytes',
        says: RULES['capture/video-over-two-gigabytes'].says,
        ask: null,
      },
      {
        value: 'no',
        words: `${FACTS['item.large-video'].title} ${FACTS['item.large-video'].values.no}`,
        fate: null,
        word: 'Not by this rule',
        gate: null,
        rule: null,
        says: 'Then this rule does not decide about it.',
        ask: null,
      },
    ]);
    const [nothing] = answersTo(inFile('direct/codes-behind-a-lock'), 'list', 'item.lacks');
    expect(nothing).toMatchObject({
      word: 'Restored',
      gate: null,
      rule: null,
      says: 'It is on the device, and this does not keep it from working.',
    });
  });

  test('is answered with the whole of what follows, and the next question where one answer is not enough', () => {
    const scenario = inFile('unknown-facts/two-questions-one-after-the-other');
    const { missing } = must(play(scenario).ledger.row('trip'), 'the trip');
    expect(missing).toBe('service.at-backup');
    const [on, off] = answersTo(scenario, 'trip', 'service.at-backup');
    const { title, values } = FACTS['service.at-backup'];
    expect(on).toMatchObject({ words: `${title} ${values.on}`, fate: 'unknown', word: 'Unknown', rule: null });
    expect(on?.ask).toMatch(/\?$/);
    expect(on?.says).toBe(FATES.unknown.means);
    expect(off).toMatchObject({
      words: `${title} ${values.off}`,
      word: 'Restored',
      gate: 'download',
      rule: null,
      ask: null,
    });
    const excluded = answersTo(inFile('unknown-facts/was-icloud-photos-on'), 'photos', 'service.at-backup')[0];
    expect(excluded).toMatchObject({
      gate: 'capture',
      rule: 'capture/photos-in-icloud',
      says: RULES['capture/photos-in-icloud'].says,
      ask: null,
    });
  });

  test('in a world too large to play whole is answered as in a small one', () => {
    const of = (more: number) =>
      answersTo(
        story({
          device: { passcode: 'no' },
          backups: [{ id: 'b', made: '2026-02-28', passcodeSet: 'unknown' }],
          items: [
            { id: 'sealed', category: 'app-data', protection: 'security-state' },
            ...Array.from({ length: more }, (_, at) => ({ id: `n${at}`, category: 'notes' })),
          ],
        }),
        'sealed',
        'device.security-state',
      );
    expect(of(0).map(({ fate }) => fate)).toEqual(['restored', 'excluded']);
    expect(of(300)).toEqual(of(0));
  });

  test('is not crowded out by what nobody knows of other services, other apps, or other data of its app', () => {
    const backups = [{ id: 'b', made: '2026-02-28' }];
    const several = story({
      backups,
      services: Object.fromEntries(
        ['photos', 'contacts', 'notes', 'calendars', 'messages'].map((id) => [id, 'unknown']),
      ),
      items: ['photos', 'contacts', 'notes', 'calendars', 'messages'].map((category) => ({ category })),
    });
    for (const { id } of several.world.items)
      expect(
        answersTo(several, id, 'service.at-backup').map(({ value }) => value),
        id,
      ).toEqual(['on', 'off']);
    const apps = ['one', 'two', 'three', 'sketch'].map((app) => ({ id: app, category: 'app', app, store: 'unknown' }));
    const data = ['x', 'y', 'z'].map((id) => ({ id, category: 'app-data', app: 'sketch', policy: 'unknown' }));
    const drawings = { id: 'drawings', category: 'app-data', app: 'sketch' };
    const nameless = { id: 'nameless', category: 'app', store: 'unknown' };
    const crowd = story({ backups, items: [nameless, ...apps, ...data, { ...drawings, policy: 'unknown' }] });
    expect(answersTo(crowd, 'drawings', 'app.policy').map(({ value }) => value).length).toBeGreaterThan(1);
    const store = story({ backups, items: [nameless, ...apps, drawings] });
    expect(answersTo(store, 'drawings', 'app.present').map(({ value }) => value)).toEqual(['yes', 'no']);
  });

  test('is answered to its own question alone, and a fact that some answer leaves open is no answer', () => {
    const scenario = inFile('unknown-facts/two-questions-one-after-the-other');
    const asked = must(
      play(withChanges(scenario, { 'services.photos.atBackup': 'on' })).ledger.row('trip')?.missing,
      'the second question',
    );
    expect(asked).not.toBe('service.at-backup');
    expect(answersTo(scenario, 'trip', asked)).toEqual([]);
    const both = story({
      backups: [{ id: 'b', made: '2026-02-28' }],
      services: { contacts: { atBackup: 'on', now: 'unknown' } },
      items: [{ category: 'contacts', syncs: 'unknown' }],
    });
    const { missing } = must(play(both).ledger.row('contacts'), 'the contacts');
    const answers = answersTo(both, 'contacts', must(missing, 'the question'));
    expect(answers.map(({ value }) => value)).not.toContain('unknown');
    expect(answers.length).toBeGreaterThan(1);
  });

  test('is answered as far as the story goes', () => {
    const sealed = {
      device: { passcode: 'no' },
      backups: [{ id: 'b', made: '2026-02-28', passcodeSet: 'unknown' }],
      items: [{ id: 'sealed', category: 'app-data', protection: 'security-state' }],
    };
    const cut = story(sealed, { script: [{ do: 'screen.tapped', during: 'placement' }, { end: 'here' }] });
    expect(answersTo(cut, 'sealed', 'device.security-state')[0]).toMatchObject({
      value: 'kept',
      fate: null,
      word: 'On the way',
      says: 'Nothing has been decided about it yet.',
      rule: null,
    });
  });

  test('hangs on what is said of its own app, not on another', () => {
    const of = (app: string) =>
      story({
        backups: [{ id: 'b', made: '2026-02-28' }],
        items: [
          { id: 'sketch', category: 'app', app: 'sketch', store: app === 'sketch' ? 'unknown' : 'available' },
          { id: 'other', category: 'app', app: 'other', store: app === 'other' ? 'unknown' : 'available' },
          { id: 'drawings', category: 'app-data', app: 'sketch' },
        ],
      });
    const missing = play(of('sketch')).ledger.row('drawings')?.missing;
    expect(play(of('other')).ledger.row('drawings')?.missing).toBeNull();
    const answers = answersTo(of('sketch'), 'drawings', must(missing, 'the question'));
    expect(answers.map(({ value, fate }) => `${value} ${fate}`)).toEqual(['yes restored', 'no pending']);
  });

  const open = story({
    device: { passcode: 'no' },
    backups: [{ id: 'b', made: '2026-02-28', passcodeSet: 'unknown' }],
    items: [{ id: 'sealed', category: 'app-data', protection: 'security-state' }],
  });

  test('is told by its question: no rule as what decided, no words for the customer, nothing at its gate', () => {
    const told = explainItem(play(open), 'sealed');
    expect(told).toMatchObject({ fate: 'unknown', rule: null, candidate: { id: 'device/security-state-changed' } });
    expect(told.missing?.fact).toBe('device.security-state');
    expect(told.gates.filter(({ state }) => state === 'unknown').map(({ says }) => says)).toEqual([
      'A fact is not given.',
    ]);
  });

  test('comes back or not, by the answer', () => {
    expect(answersTo(open, 'sealed', 'device.security-state')).toMatchObject([
      { value: 'kept', fate: 'restored', rule: null },
      { value: 'removed', fate: 'excluded', rule: 'device/security-state-changed' },
    ]);
  });

  test('that hangs on another fact, or on none, is not answered', () => {
    expect(answersTo(open, 'sealed', 'item.store')).toEqual([]);
  });
});

describe('why of an attempt', () => {
  const scenario = story(
    {
      backups: [{ id: 'b', made: '2026-02-28', device: 'old' }],
      items: [{ category: 'bluetooth' }, { category: 'messages' }],
    },
    {
      attempts: [
        { change: { 'device.name': 'old' } },
        { change: {}, script: [{ do: 'setup.asNew', during: 'set-up' }] },
        { change: { 'device.name': 'another' }, script: [] },
      ],
    },
  );
  const fateIn = (n: number) => explainItem(storyOfAttempt(play(scenario), n), 'bluetooth').fate;

  test('is that of its own restore', () => {
    expect([1, 2, 4].map(fateIn)).toEqual(['excluded', 'restored', 'excluded']);
  });

  test('reads the values of its own world: changes add up, and a script of its own is its own', () => {
    const cell = (n: number) =>
      explainItem(storyOfAttempt(play(scenario), n), 'bluetooth').rule?.cells.find(
        ({ fact }) => fact === 'device.identity',
      );
    expect(cell(1)?.compare).toMatchObject({ now: expect.stringContaining('new iPhone') as string });
    expect(cell(4)?.compare).toMatchObject({ now: expect.stringContaining('another') as string });
    expect(scenarioOfAttempt(scenario, 3).world.device.name).toBe('old');
    expect(scenarioOfAttempt(scenario, 3).script).toHaveLength(1);
    expect(scenarioOfAttempt(scenario, 4).script).toHaveLength(0);
  });

  test('does not say that an item passed gates which only an earlier restore came to', () => {
    const run = play(scenario);
    const third = explainItem(storyOfAttempt(run, 3), 'messages');
    expect(third.gates.filter(({ state }) => state === 'passed')).toEqual([]);
    const whole = { ...storyOfAttempt(run, 3), journal: { lines: run.journal.lines.slice(0, lastLineOf(run, 3)) } };
    expect(explainItem(whole, 'messages').gates).toEqual(third.gates);
  });

  const lastLineOf = ({ journal }: Run, n: number): number =>
    journal.lines.findIndex((line) => line.type === 'attempt.began' && line.attempt > n);
});
