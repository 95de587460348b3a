import { describe, expect, test } from 'vitest';
import { isEnd } from '../../../src/model/fates.ts';
import { EVENT_DATA, type ScriptEventRow } from '../../../src/model/event-row.ts';
import { SCRIPT_EVENTS } from '../../../src/model/events.ts';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { AS_WRITTEN } from '../../../src/model/spoken-names.ts';
import { eventSentence } from '../../../src/report/event-sentences.ts';
import { formsOf, isUsual, type PossibleEventType, POSSIBLE_EVENT_TYPES } from '../../../src/run/possible-events.ts';
import { play } from '../../../src/run/play.ts';
import { Simulation } from '../../../src/run/simulation.ts';
import { STARTING_WORLDS } from '../../../src/scenario/starting-worlds.ts';
import { caseFile, story } from '../stories.ts';

describe('what can be offered', () => {
  test.each(POSSIBLE_EVENT_TYPES)('%s carries what a script entry needs for it', (type) => {
    const file = caseFile({
      accounts: [{ id: 'mara' }, { id: 'ola' }],
      backups: [{ id: 'it', made: '2026-02-28' }],
      items: [
        { id: 'sketch', category: 'app', app: 'sketch' },
        { id: 'drawings', category: 'app-data', app: 'sketch' },
      ],
    });
    const forms = formsOf(file, type);
    expect(forms.length).toBeGreaterThan(0);
    for (const form of forms)
      expect(Object.keys(form).toSorted()).toEqual(['type', ...SCRIPT_EVENTS[type].data].toSorted());
    expect(SCRIPT_EVENTS[type].title.length).toBeGreaterThan(0);
  });

  test.each(POSSIBLE_EVENT_TYPES)('the sentence for %s names nothing that it does not carry', (type) => {
    const { data, mayCarry, sentence }: ScriptEventRow = SCRIPT_EVENTS[type];
    const sentences = typeof sentence === 'string' ? [sentence] : Object.values(sentence);
    const named = sentences.flatMap((words) => [...words.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    expect([...data, ...(mayCarry ?? [])]).toEqual(expect.arrayContaining(named));
    expect(typeof sentence === 'string' || data.includes('password')).toBe(true);
  });

  test.each(POSSIBLE_EVENT_TYPES)('the sentence for %s tells each choice from the others, and from none', (type) => {
    const { data, mayCarry = [] }: ScriptEventRow = SCRIPT_EVENTS[type];
    const fixed = Object.fromEntries(data.map((name) => [name, 'right']));
    const choices = mayCarry.flatMap((name) => {
      const values: 'name' | readonly string[] = EVENT_DATA[name];
      return values === 'name' ? [] : values.map((value) => ({ ...fixed, [name]: value }));
    });
    const said = [fixed, ...choices].map((given) => eventSentence(type, given, AS_WRITTEN));
    expect(new Set(said).size).toBe(said.length);
    expect(said.join(' ')).not.toMatch(/[{}]/);
  });

  test('an app that keeps nothing has nothing to log in to', () => {
    const file = caseFile({ items: [{ id: 'sketch', category: 'app', app: 'sketch' }] });
    expect(formsOf(file, 'app.loggedIn')).toEqual([]);
  });

  test('backups are offered newest first', () => {
    const file = caseFile({
      backups: [
        { id: 'old', made: '2026-01-01' },
        { id: 'new', made: '2026-02-01' },
        { id: 'same-day', made: '2026-02-01' },
      ],
    });
    expect(formsOf(file, 'backup.chosen').map((form) => ('backup' in form ? form.backup : ''))).toEqual([
      'new',
      'same-day',
      'old',
    ]);
  });
});

describe('the usual person', () => {
  const world = {
    backups: [{ id: 'it', made: '2014-01-01', ios: '7.0.6' }],
    items: [{ category: 'messages' }, { category: 'music' }],
  };

  test.each(
    EDITIONS.flatMap((edition) =>
      ROUTES.flatMap((route) => ['new', 'in-use'].map((state) => ({ edition, route, state }))),
    ),
  )('reaches an end in the starting world: $edition, $route, device $state', ({ edition, route, state }) => {
    const backups = edition === 'modern' ? [{ id: 'it', made: '2026-02-01' }] : world.backups;
    const { outcome, ledger } = play(story({ ...world, backups, device: { state } }, { edition, route }));
    expect(isEnd(outcome)).toBe(true);
    // That iOS knows no move from phone to phone, so its story ends where the person looks for it.
    if (route === 'direct' && edition !== 'modern')
      expect([outcome, ledger.because]).toEqual(['never-started', 'direct-needs-newer-ios']);
    else expect(outcome).toMatch(/^completed/);
    expect(STARTING_WORLDS[edition].today).toBe(story({}, { edition }).world.today);
  });

  const HINDRANCES: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ['no backup', { backups: [] }, 'never-started'],
    ['no account', { accounts: [] }, 'never-started'],
    ['a forgotten password', { accounts: [{ id: 'mara', password: 'forgotten' }] }, 'never-started'],
    ['a code that cannot arrive', { accounts: [{ id: 'mara', twoFactor: 'code-cannot-arrive' }] }, 'never-started'],
    ['Activation Lock', { device: { activationLock: 'password-forgotten' } }, 'never-started'],
    ['a hidden restore choice', { organisation: { restorePane: 'forbidden' } }, 'never-started'],
    [
      'too little space',
      { device: { free: '1 GB' }, items: [{ category: 'messages', bytes: '2 GB' }] },
      'never-started',
    ],
    ['a damaged backup', { backups: [{ id: 'it', made: '2026-02-01', damaged: 'yes' }] }, 'failed'],
    [
      'an account that cannot be opened',
      {
        accounts: [{ id: 'mara' }, { id: 'ola', password: 'forgotten' }],
        items: [{ category: 'films', account: 'ola' }],
      },
      'completed',
    ],
  ];

  test.each(HINDRANCES)('comes to an end with %s', (_name, change, outcome) => {
    expect(play(story({ backups: [{ id: 'it', made: '2026-02-01' }], ...change })).outcome).toBe(outcome);
  });
});

test('the usual person does not try a forgotten backup password again and again, whatever else there is', () => {
  const backups = [
    { id: 'locked', made: '2026-02-02', encrypted: 'yes', password: 'forgotten' },
    { id: 'open', made: '2026-02-01', encrypted: 'yes' },
  ];
  const run = (id: string) =>
    play(
      story(
        { backups, items: [{ category: 'health' }] },
        { route: 'computer', script: [{ do: 'backup.chosen', backup: id }] },
      ),
    );
  expect([run('locked').outcome, run('locked').ledger.because]).toEqual(['never-started', 'backup-password']);
  expect(run('open').outcome).toBe('completed');
});

test.each<[string, string, boolean]>([
  ['password-known', 'forgotten', true],
  ['off', 'known', true],
  ['off', 'forgotten', false],
  ['password-forgotten', 'known', false],
])(
  'with Activation Lock %s and a password that is %s the usual person opens it: %s',
  (activationLock, password, opens) => {
    const file = caseFile({ device: { activationLock }, accounts: [{ id: 'mara', password }] });
    const [form] = formsOf(file, 'activation.unlocked');
    expect(form && isUsual(file, form, {})).toBe(opens);
  },
);

describe('the usual person enters a password', () => {
  const file = caseFile({
    accounts: [{ id: 'mara' }, { id: 'ola' }],
    backups: [
      { id: 'open', made: '2026-02-01', encrypted: 'yes' },
      { id: 'locked', made: '2026-02-01', encrypted: 'yes', password: 'forgotten' },
    ],
  });
  const forgotten = caseFile({ accounts: [{ id: 'mara', password: 'forgotten' }] });
  const nobody = caseFile({ accounts: [] });
  const enters = (of: typeof file, account: string, password: 'right' | 'wrong') =>
    isUsual(of, { type: 'account.entered', account, password }, {});

  test('of the first account, the right one, where it is known', () => {
    expect(enters(file, 'mara', 'right')).toBe(true);
    expect(enters(file, 'mara', 'wrong')).toBe(false);
    expect(enters(file, 'ola', 'right')).toBe(false);
    expect(enters(forgotten, 'mara', 'right')).toBe(false);
    expect(enters(nobody, 'mara', 'right')).toBe(false);
    const [unlock] = formsOf(nobody, 'activation.unlocked');
    expect(unlock && isUsual(nobody, unlock, {})).toBe(false);
  });

  test('of the chosen backup, the right one, where it is known', () => {
    const opens = (backup: string | null | undefined, password: 'right' | 'wrong') =>
      isUsual(file, { type: 'backup.passwordEntered', password }, backup === undefined ? {} : { backup });
    expect(opens('open', 'right')).toBe(true);
    expect(opens('open', 'wrong')).toBe(false);
    for (const backup of ['locked', 'none', null, undefined]) expect(opens(backup, 'right')).toBe(false);
  });
});

describe('what is possible', () => {
  const started = () =>
    new Simulation(caseFile({ backups: [{ id: 'it', made: '2026-02-01' }], items: [{ category: 'messages' }] }));

  test('is taken, and what is not possible is refused with the reason in the journal', () => {
    const probe = started();
    for (let step = 0; step < 200; step += 1) {
      const possible = probe.possible();
      for (const event of possible) expect(probe.can(event)).toBe(true);
      const usual = probe.usual();
      if (usual) expect(probe.send(usual)).toBe(true);
      else if (!probe.advance()) break;
    }
    expect(probe.journal.lines.some(({ type }) => type === 'refused')).toBe(false);
    const before = probe.journal.lines.length;
    expect(probe.send({ type: 'stop.tapped' })).toBe(false);
    expect(probe.journal.lines.slice(before).map(({ type }) => type)).toEqual(['event', 'refused']);
  });

  test.each(POSSIBLE_EVENT_TYPES)(
    '%s at the very first screen is taken or refused, never lost',
    (type: PossibleEventType) => {
      for (const form of formsOf(started().file, type)) {
        const simulation = started();
        const expected = simulation.can(form);
        expect(simulation.send(form)).toBe(expected);
        expect(simulation.journal.lines.some((line) => line.type === 'refused')).toBe(!expected);
      }
    },
  );
});
