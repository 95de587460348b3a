import { describe, expect, test } from 'vitest';
import { InputError } from '../../../src/model/problem.ts';
import { FATES } from '../../../src/model/fates.ts';
import type { ExplainedRule } from '../../../src/insight/explain/explain-rule.ts';
import { AS_WRITTEN } from '../../../src/model/spoken-names.ts';
import { explainRefusal } from '../../../src/insight/explain/refusals.ts';
import { type ExplainedRun, explainItem } from '../../../src/insight/explain/why.ts';
import { play } from '../../../src/run/play.ts';
import { storyOfAttempt } from '../../../src/run/story-of-attempt.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { sample } from '../stories.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const tell = (text: string) => play(loadScenario(`title: t\nwhy: w\n${text}\nexpect: { outcome: completed }`, 'story'));
const locked = `
world:
  accounts: [{ id: mara }, { id: jonas }]
  backups: [{ id: nightly, made: 2026-02-28 }]
  services: { keychain: on }
  items:
    - { category: passwords }
    - { category: photos, title: Holiday, bytes: 3 GB }
    - { id: codes, category: app-keychain, protection: this-device-only }
    - { id: film, category: films, account: jonas }
    - { id: secret, category: app-keychain, protection: unknown }
script: [{ do: store.passwordSkipped, account: jonas }, { do: keychain.passcodeSkipped }]`;

describe('why', () => {
  test(
    'a password in a backup of another iPhone: gate, values compared, source, dispute, and iCloud Keychain ' +
      'that waits',
    () => {
      const told = explainItem(tell(locked), 'passwords');
      expect(told).toMatchObject({
        fate: 'pending',
        word: 'Pending',
        rule: { id: 'sync/keychain-waits-for-passcode', strength: 'A' },
      });
      expect(told.rule?.cells.map(({ words }) => words)).toEqual([
        'Its iCloud service is on now',
        'The keys of the iCloud copy wait for the passcode of an older device or a recovery way',
      ]);
      expect(told.backupCopy).toMatchObject({
        outcome: 'excluded',
        gate: 'eligibility',
        rule: { id: 'keychain/locked-to-the-old-device' },
      });
      expect(told.backupCopy?.rule?.cells).toMatchObject([
        {
          fact: 'device.identity',
          value: 'other',
          compare: { backup: 'old iPhone', now: 'new iPhone' },
        },
      ]);
      expect(told.gates.map(({ gate, state }) => `${gate} ${state}`)).toEqual([
        'capture passed',
        'erase passed',
        'sign-in passed',
        'listing passed',
        'eligibility stopped',
        'placement not-reached',
        'download not-reached',
        'sync waits',
      ]);
      expect(told.disputes.map(({ about }) => about)).toHaveLength(1);
    },
  );

  test('the rules behind the first are told too, with their sentences', () => {
    const told = explainItem(tell(locked), 'codes');
    expect(told.rule?.id).toBe('keychain/locked-to-the-old-device');
    expect(told.also.map(({ id }) => id)).toEqual(['keychain/this-device-only']);
    expect(told.also[0]?.says).toMatch(/one device only/);
  });

  test('a purchase of another account was judged with its password skipped', () => {
    const told = explainItem(tell(locked), 'film');
    expect(told.rule).toMatchObject({
      id: 'account/password-skipped',
      cells: [{ value: 'skipped', compare: { backup: 'another account', now: 'the customer’s account' } }],
    });
    expect(told.also).toEqual([]);
  });

  test('unknown asks the question that settles it', () => {
    const told = explainItem(tell(locked), 'secret');
    expect(told).toMatchObject({
      fate: 'unknown',
      missing: { fact: 'item.protection', ask: expect.stringContaining('?') },
    });
    expect(told.gates[0]?.state).toBe('unknown');
  });

  test('what came back has no rule; the sources say where it is held', () => {
    const told = explainItem(tell(locked), 'Holiday');
    expect(told).toMatchObject({ fate: 'restored', rule: null, also: [], backupCopy: { outcome: 'eligible' } });
    expect(told.gates.find(({ gate }) => gate === 'download')?.state).toBe('brought');
    expect(told.references.length).toBeGreaterThan(0);
  });

  test('an item that is not there', () => {
    expect(() => explainItem(tell(locked), 'pasword')).toThrow(/no item “pasword”[\s\S]*Did you mean “passwords”/);
    expect(() => explainItem(tell(locked), 'zzzzzzzzzzzz')).toThrow(InputError);
  });

  test('an app login that was given counts in the values of the rule', () => {
    const run = tell(`
world:
  backups: [{ id: nightly, made: 2026-02-28 }]
  items: [{ category: app, app: chat }, { id: chats, category: app-data, app: chat, policy: server }]
script: [{ do: app.loggedIn, app: chat, during: over }]`);
    expect(explainItem(run, 'chats')).toMatchObject({
      fate: 'downloaded-again',
      rule: {
        cells: expect.arrayContaining([expect.objectContaining({ fact: 'app.login', value: 'done' })]) as unknown,
      },
    });
  });
});

describe('why not', () => {
  test('a refused tap names the guard, the values and what is possible', () => {
    const run = tell(`
world: { accounts: [{ id: mara, twoFactor: code-cannot-arrive }], backups: [{ id: nightly, made: 2026-02-28 }] }
script: [{ do: account.entered, account: mara }, { do: code.entered, refused: true }]`);
    const line = run.journal.lines.find(({ type }) => type === 'refused');
    expect(line && explainRefusal(line, AS_WRITTEN)).toMatchObject({
      event: 'code.entered',
      says: '“Enter the code” is not possible here. No code can arrive: there is no trusted device or number at hand.',
      guards: [
        {
          guard: 'codeArrives',
          actor: 'simulation/restore/accountSignIn',
          values: { 'two-factor': 'code-cannot-arrive' },
        },
      ],
      possible: expect.arrayContaining([{ event: 'back', title: 'Go one screen back' }]) as unknown,
    });
    expect(() => explainRefusal(run.journal.lines[0] as never, AS_WRITTEN)).toThrow(TypeError);
  });
});

const misfits = (rule: ExplainedRule | null | undefined, unknown: boolean): string[] =>
  (rule?.cells ?? [])
    .filter(({ value, holdsWith }) => !holdsWith.includes(value) && !(unknown && value === 'unknown'))
    .map(({ fact, value }) => `${rule?.id}: ${fact} is ${value}`);

describe('the values told are those the verdict was given on', () => {
  test.each(sample(Object.entries(files)))('%s', (path, text) => {
    const run = play(loadScenario(text, path));
    // The last attempt is what the run itself tells; an earlier one ended by itself.
    for (const [index, { rows }] of run.attempts.entries()) {
      const story: ExplainedRun = index === run.attempts.length - 1 ? run : storyOfAttempt(run, index + 1);
      const step = Math.max(1, Math.ceil(rows.length / 200));
      for (const row of rows.filter((_, place) => place % step === 0)) {
        const told = explainItem(story, row.id);
        const unknown = row.fate === 'unknown';
        expect(
          [told.rule, told.candidate, told.backupCopy?.rule, told.syncWithheld, ...told.also].flatMap((rule) =>
            misfits(rule, unknown || told.backupCopy?.outcome === 'unknown'),
          ),
          row.id,
        ).toEqual([]);
        if (row.fate && !FATES[row.fate].arrives)
          expect((told.rule ?? told.candidate)?.references.length).toBeGreaterThan(0);
        if (row.rule) expect(told.gates.filter(({ rule }) => rule === row.rule)).toHaveLength(1);
      }
    }
  });
});
