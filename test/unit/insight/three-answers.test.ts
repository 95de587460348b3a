import { describe, expect, test } from 'vitest';
import { beforeErase } from '../../../src/insight/before/before.ts';
import { storyAt, stuckAt } from '../../../src/insight/stuck/stuck.ts';
import { waysOf } from '../../../src/insight/ways/ways.ts';
import { must } from '../../../src/model/must.ts';
import { beforeAsText, beforeHeadline } from '../../../src/report/before-text.ts';
import { durationWords } from '../../../src/report/duration-words.ts';
import { PLAIN } from '../../../src/report/paint.ts';
import { stuckAsText, stuckHeadline } from '../../../src/report/stuck-text.ts';
import { waysAsText, waysHeadline } from '../../../src/report/ways-text.ts';
import { story } from '../stories.ts';

const PAGE = { paint: PLAIN, width: 80 };
const widest = (text: string): number => Math.max(...text.split('\n').map((line) => line.length));

const SEVERAL = {
  accounts: [{ id: 'lea' }, { id: 'tom' }],
  oldPhone: { name: 'old iPhone', passcode: 'forgotten' },
  backups: [
    { id: 'cloud', made: '2026-02-28' },
    { id: 'toms', made: '2026-02-01', account: 'tom' },
    { id: 'mac', kind: 'computer', made: '2026-02-10', encrypted: 'yes' },
    { id: 'locked', kind: 'computer', made: '2026-02-09', encrypted: 'yes', password: 'forgotten' },
    { id: 'half', made: '2026-01-02', complete: 'no' },
  ],
  items: [
    { category: 'messages', bytes: '3 GB' },
    { category: 'passwords' },
    { category: 'health', bytes: '1 GB' },
    { id: 'later', category: 'photos', bytes: '1 GB', created: '2026-02-20' },
  ],
};

test('ways tells of each way what it brings, and why another is none', () => {
  const { ways, most } = waysOf(story(SEVERAL));
  expect(Object.fromEntries(ways.map(({ id, blocked, brings }) => [id, blocked ?? brings.items]))).toEqual({
    direct: 'old-passcode',
    'icloud:cloud': 2,
    'icloud:toms': 1,
    'icloud:half': 'never-completed',
    'computer:mac': 3,
    'computer:locked': 'backup-password',
    new: 0,
  });
  expect(most).toEqual(['computer:mac']);
});

test('ways says of no way that it brings nothing while that hangs on a question', () => {
  const { world } = story(SEVERAL);
  const headline = (fate: 'unknown' | 'excluded') =>
    waysHeadline(world, {
      ways: [],
      rows: [{ items: ['later'], ends: [{ fate, rule: null, missing: null, usable: false }], differs: false }],
      most: [],
    });
  expect(headline('unknown')).toMatch(/^Not known/);
  expect(headline('excluded')).toBe('No way brings anything.');
});

test('ways names who has to know what', () => {
  const { ways } = waysOf(story(SEVERAL));
  const needs = (id: string) =>
    must(
      ways.find((way) => way.id === id),
      id,
    ).needs;
  expect(needs('icloud:toms')).toContainEqual({ what: 'apple-account', account: 'tom', known: true });
  expect(needs('computer:mac')).toContainEqual({ what: 'backup-password', account: null, known: true });
  expect(needs('computer:locked')).toContainEqual({ what: 'backup-password', account: null, known: false });
});

test('ways fits on a terminal of 80 columns, and says which is which', () => {
  const scenario = story(SEVERAL);
  const text = waysAsText(scenario.world, waysOf(scenario), PAGE);
  expect(widest(text)).toBeLessThanOrEqual(80);
  expect(text).toContain('E (from the computer backup of 10 February 2026) brings most: 3 of 4 items');
  expect(text).toContain('Not possible: The backup never completed.');
});

const WAITS = story(
  { backups: [{ id: 'b', made: '2026-02-28' }], items: [{ category: 'local-files', bytes: '2 GB' }] },
  { script: [{ do: 'wifi.lost', during: 'download', after: '10 minutes' }, { wait: '1 day' }, { end: 'story' }] },
);

test.each([
  [{ step: 2 }, 'Waiting for Wi-Fi.'],
  [{ ms: 20 * 60_000 }, 'Working.'],
  [{ ms: 3 * 3_600_000 }, 'Waiting for Wi-Fi.'],
  [{ end: true as const }, 'Waiting for Wi-Fi.'],
])('stuck at %j: %s', (moment, headline) => {
  const here = must(storyAt(WAITS, moment), 'a moment');
  expect(stuckHeadline(stuckAt(here))).toBe(headline);
});

test('stuck counts from the moment asked about, not from the step before it', () => {
  const { untouched, lookedAfter, stop } = stuckAt(must(storyAt(WAITS, { ms: 3 * 3_600_000 }), 'a moment'));
  expect(untouched).toEqual({ ends: false, forMs: null, missed: ['local-files'] });
  expect(Math.round((lookedAfter.forMs ?? 0) / 60_000)).toBe(110);
  expect(stop).toEqual({ event: 'stop.tapped', givenUp: ['local-files'] });
});

test('stuck has no answer for a step that never comes, and one for a story that is over', () => {
  const over = story({ backups: [{ id: 'b', made: '2026-02-28' }], items: [{ category: 'messages' }] });
  expect(storyAt(over, { step: 9999 })).toBeUndefined();
  const here = must(storyAt(over, { ms: 9e9 }), 'a moment');
  const answer = stuckAt(here);
  expect(stuckHeadline(answer)).toBe('Over: Completed.');
  expect(widest(stuckAsText(over.world, answer, PAGE))).toBeLessThanOrEqual(80);
});

const IN_USE = {
  device: { name: 'mine', state: 'in-use' },
  backups: [{ id: 'b', device: 'mine', made: '2026-02-01' }],
};

test('before says no for what came since the backup, and names what saves it', () => {
  const scenario = story({
    ...IN_USE,
    items: [
      { category: 'messages', bytes: '1 GB' },
      { id: 'since', category: 'photos', created: '2026-02-20', bytes: '1 GB' },
      { id: 'chats', category: 'app-data', app: 'murmur', policy: 'excludes-itself' },
      { id: 'murmur', category: 'app', app: 'murmur' },
    ],
  });
  const answer = beforeErase(scenario);
  expect(answer.may).toBe('no');
  expect(answer.onlyHere).toEqual(['since', 'chats']);
  expect(answer.acts.map(({ act, service, saves }) => [act, service, saves])).toEqual([
    ['let-service-upload', 'photos', ['since']],
    ['app-moves-it', null, ['chats']],
  ]);
  expect(beforeHeadline(answer)).toBe('No. 2 items of 4 on “mine” would be lost with it.');
  expect(widest(beforeAsText(scenario.world, answer, PAGE))).toBeLessThanOrEqual(80);
});

test('before says yes when each thing is somewhere else, and nothing more than it knows', () => {
  const items = [{ category: 'messages' }, { category: 'payment-cards' }];
  expect(beforeErase(story({ ...IN_USE, items })).may).toBe('yes');
  const asked = { ...IN_USE, services: { photos: { atBackup: 'off', now: 'on' } } };
  const open = beforeErase(story({ ...asked, items: [{ category: 'photos', created: '2026-02-20' }] }));
  expect([open.may, open.open.flatMap((question) => question.items)]).toEqual(['unknown', ['photos']]);
});

test('of a phone that is broken before names what goes with it, and advises nothing that cannot be done on it', () => {
  const broken = story({
    oldPhone: { name: 'old iPhone', state: 'broken' },
    backups: [{ id: 'cloud', made: '2026-02-01' }],
    items: [{ category: 'messages' }, { category: 'health' }, { category: 'payment-cards' }],
  });
  const answer = beforeErase(broken);
  expect(answer).toMatchObject({
    may: 'no',
    onlyHere: ['health'],
    acts: [],
    lostAnyway: ['health'],
    inABackup: ['messages'],
    elsewhere: [],
    madeAnew: ['payment-cards'],
  });
  expect(beforeHeadline(answer)).toMatch(/cannot be switched on/);
});

test('before looks at the phone in use also where another device was backed up later', () => {
  const answer = beforeErase(
    story({
      device: { name: 'mine', state: 'in-use' },
      backups: [
        { id: 'own', device: 'mine', made: '2026-02-01' },
        { id: 'tablet', device: 'my iPad', deviceKind: 'ipad', made: '2026-02-27' },
      ],
      items: [{ category: 'call-history' }, { category: 'notes' }],
    }),
  );
  expect(answer).toMatchObject({ may: 'no', onlyHere: ['call-history'], inABackup: ['notes'] });
});

test('before names what no store brings again, and what it brings to an account that nobody can open', () => {
  const answer = beforeErase(
    story({
      ...IN_USE,
      accounts: [{ id: 'ada' }, { id: 'other', password: 'forgotten' }],
      items: [
        { id: 'gone', category: 'app', app: 'gone', store: 'withdrawn' },
        { id: 'theirs', category: 'films', account: 'other' },
        { id: 'there', category: 'books' },
      ],
    }),
  );
  expect(answer).toMatchObject({ may: 'yes', undelivered: ['gone'], sealedInStore: ['theirs'], elsewhere: ['there'] });
  expect(beforeHeadline(answer)).toMatch(/2 items of 3 would not come back by themselves/);
});

test('before says of nothing that is made anew that it is somewhere else', () => {
  const answer = beforeErase(story({ ...IN_USE, items: [{ category: 'secure-enclave-keys' }] }));
  expect(answer).toMatchObject({ may: 'yes', elsewhere: [], madeAnew: ['secure-enclave-keys'] });
  expect(beforeHeadline(answer)).toMatch(/or is set up anew/);
});

test('before knows no phone that has been erased already', () => {
  const gone = story({ oldPhone: { state: 'erased' }, items: [{ category: 'messages' }] });
  expect(beforeErase(gone)).toMatchObject({ may: 'yes', phone: null });
});

test.each([
  [20_000, 'less than a minute'],
  [60_000, '1 minute'],
  [59.7 * 60_000, '60 minutes'],
  [3_600_000, '1 hour'],
  [2 * 3_600_000 + 30_000, '2 hours 1 minute'],
  [7_190_000, '2 hours'],
  [86_400_000 + 3 * 3_600_000, '1 day 3 hours'],
])('%d ms are %s', (ms, words) => expect(durationWords(ms)).toBe(words));

test.each([
  ['18.3', 'previous-known', ['enter-the-previous-passcode', 'let-service-upload'], 'passcode.previousEntered'],
  ['16.7', 'previous-known', ['find-the-passcode'], 'lockScreen.erased'],
  ['18.3', 'yes', ['find-the-passcode'], 'lockScreen.erased'],
] as const)(
  'a phone with iOS %s and lockedOut %s is opened, or erased, as its iOS lets',
  (ios, lockedOut, acts, first) => {
    const locked = story({
      device: { name: 'her iPhone', ios, state: 'in-use', lockedOut },
      items: [{ category: 'photos', bytes: '3 GB', on: 'her iPhone' }],
    });
    expect(beforeErase(locked).acts.map(({ act }) => act)).toEqual(acts);
    const [asNew] = waysOf(locked).ways;
    expect(must(must(asNew, 'the way').scenario, 'its scenario').script[0]).toMatchObject({ do: first });
    const says = waysAsText(locked.world, waysOf(locked), PAGE);
    expect(says.includes('Enter the passcode from before')).toBe(first === 'passcode.previousEntered');
  },
);

test('a copy in a backup of a newer iOS is one, and the phone is kept until the other device can take it', () => {
  const world = (device: Record<string, string>) =>
    story({
      device: { ios: '26.1', ...device },
      oldPhone: { name: 'the old one', ios: '26.4' },
      backups: [
        { id: 'beta', device: 'the old one', ios: '26.4', beta: 'yes', made: '2026-02-28' },
        { id: 'mac', kind: 'computer', device: 'the old one', ios: '26.1', made: '2026-01-10' },
      ],
      items: [
        { category: 'messages', created: '2026-01-01' },
        { category: 'home-screen', created: '2026-02-14' },
      ],
    });
  const barred = beforeErase(world({ latestIos: '26.3' }));
  expect(barred).toMatchObject({ may: 'yes', inABackup: ['messages'], tooNew: ['home-screen'] });
  expect(beforeHeadline(barred)).toMatch(/1 item of 2 could not be put onto the other device yet/);
  const updated = beforeErase(world({ latestIos: '26.4' }));
  expect(updated).toMatchObject({ may: 'yes', inABackup: ['messages', 'home-screen'], tooNew: [] });
});

describe.each([{ password: 'forgotten' }, { twoFactor: 'code-cannot-arrive' }])(
  'before, where nobody can sign in to the account (%o)',
  (shut) => {
    const MAC = { id: 'mac', kind: 'computer', device: 'mine', made: '2026-02-20' };
    const told = ({ account = {}, backups = [], ...rest }: Record<string, unknown>) => {
      const cloud = { id: 'cloud', kind: 'icloud', device: 'mine', account: 'anna', made: '2026-02-28' };
      return beforeErase(
        story({
          device: { name: 'mine', state: 'in-use' },
          accounts: [{ id: 'anna', ...(account as object) }],
          backups: [cloud, ...(backups as object[])],
          items: [{ category: 'messages', created: '2026-01-01' }],
          ...rest,
        }),
      );
    };

    test('what its backup alone holds keeps the phone, and another backup is made first', () => {
      const barred = told({ account: shut });
      expect(barred).toMatchObject({ may: 'no', onlyHere: [], inABackup: [], unreached: ['messages'] });
      expect(barred.acts).toEqual([{ act: 'computer-backup', service: null, saves: ['messages'] }]);
      expect(beforeHeadline(barred)).toMatch(/^Not yet\. 1 item of 1 on “mine” has no other copy than one in iCloud/);
      for (const reached of [told({}), told({ account: shut, backups: [MAC] })])
        expect(reached).toMatchObject({ may: 'yes', inABackup: ['messages'], unreached: [] });
    });

    test('what its services alone hold keeps the phone too, and what others hold does not', () => {
      const items = [
        { category: 'photos' },
        { id: 'shot', category: 'photos' },
        { id: 'chats', category: 'app-data', policy: 'own-cloud', app: 'chat' },
      ];
      const copies = [{ kind: 'other-device', of: ['shot'] }];
      const world = { services: { photos: 'on', account: 'anna' }, items, copies };
      expect(told({ account: shut, ...world })).toMatchObject({ may: 'no', unreached: ['photos'] });
      expect(told(world)).toMatchObject({ may: 'yes', unreached: [] });
    });

    test('no act is named where the phone cannot be opened or may not be connected', () => {
      const forbidden = { icloudBackup: 'forbidden', pairing: 'forbidden' };
      expect(told({ account: shut, organisation: forbidden }).acts.flatMap(({ saves }) => saves)).toEqual([]);
    });
  },
);

test('before has a password that nobody knows taken off before the next backup, where that can be done', () => {
  const told = (ios: string, password: string) => {
    const old = { device: 'mine', kind: 'computer', made: '2026-02-10', ios, encrypted: 'yes', password };
    const { acts, lostAnyway, open } = beforeErase(
      story({
        device: { name: 'mine', ios, state: 'in-use' },
        accounts: [],
        backups: [{ id: 'mac', ...old }],
        items: [{ category: 'local-files' }],
      }),
    );
    return { acts: acts.map(({ act }) => act), lostAnyway, asks: open.map(({ ask }) => ask) };
  };
  const made = ['reset-the-backup-password', 'computer-backup'];
  expect(told('18.3', 'forgotten')).toEqual({ acts: made, lostAnyway: [], asks: [] });
  expect(told('10.3', 'forgotten')).toEqual({ acts: [], lostAnyway: ['local-files'], asks: [] });
  expect(told('18.3', 'known')).toEqual({ acts: [], lostAnyway: [], asks: [] });
  expect(told('18.3', 'unknown')).toEqual({
    acts: made,
    lostAnyway: [],
    asks: ['Does somebody know the password that was set for this backup?'],
  });
});

test('before asks the newest backup for its password, wherever it stands in the file', () => {
  const ofMine = { device: 'mine', kind: 'computer', made: '2026-02-10T09:00', encrypted: 'yes' };
  const backup = (id: string, password: string) => ({ ...ofMine, id, password });
  const actsWith = (...backups: readonly unknown[]) =>
    beforeErase(
      story({
        device: { name: 'mine', state: 'in-use' },
        accounts: [],
        backups,
        items: [{ category: 'local-files', created: '2026-02-20' }],
      }),
    ).acts.map(({ act }) => act);
  const [first, second] = [backup('a-known', 'known'), backup('b-forgotten', 'forgotten')];
  expect(actsWith(first, second)).toEqual(actsWith(second, first));
  expect(actsWith(first, second)).not.toContain('reset-the-backup-password');
  expect(actsWith(backup('a', 'forgotten'), backup('b', 'known'))).toContain('reset-the-backup-password');
});

test('ways say that no choice makes a difference only where there is one', () => {
  const told = (more: Record<string, unknown>): string => {
    const scenario = story({ items: [{ category: 'secure-enclave-keys' }], ...more });
    return waysAsText(scenario.world, waysOf(scenario), PAGE);
  };
  const one = { id: 'one', made: '2026-02-28' };
  expect(told({ backups: [one] })).toContain('It makes no difference');
  expect(told({ accounts: [{ id: 'mara', password: 'forgotten' }], backups: [one] })).not.toContain(
    'It makes no difference',
  );
});

test('before knows of a backup that the very same phone cannot take back', () => {
  const world = (latestIos: string) =>
    story({
      device: { name: 'mine', ios: '18.3', latestIos, state: 'in-use' },
      backups: [
        { id: 'beta', device: 'mine', ios: '18.4', beta: 'yes', made: '2026-02-27' },
        { id: 'older', device: 'mine', ios: '18.1', made: '2025-08-01' },
      ],
      items: [{ category: 'local-files' }, { category: 'home-screen', created: '2026-01-10' }],
    });
  const barred = beforeErase(world('18.3'));
  expect(barred).toMatchObject({ may: 'yes', goes: false, inABackup: ['local-files'], tooNew: ['home-screen'] });
  expect(beforeHeadline(barred)).toMatch(/1 item of 2 could not be put back onto it yet/);
  expect(beforeAsText(world('18.3').world, barred, PAGE)).toContain('What it cannot take back yet');
  expect(beforeErase(world('18.4'))).toMatchObject({ inABackup: ['local-files', 'home-screen'], tooNew: [] });
});

test('before tells what any device like the phone takes from what this very phone alone takes', () => {
  const told = story({
    device: { name: 'the new iPhone' },
    backups: [
      { id: 'cloud', device: 'the iPad', deviceKind: 'ipad', model: 'iPad (9th generation)', made: '2026-02-26' },
    ],
    items: [
      { id: 'studio', category: 'app', app: 'studio', title: 'Studio', runsOn: 'ipad-only' },
      { id: 'sketches', category: 'app-data', app: 'studio', title: 'Sketches' },
      { id: 'code', category: 'app-keychain', app: 'code', title: 'Codes', protection: 'this-device-only' },
      { category: 'messages' },
    ],
  });
  const answer = beforeErase(told);
  expect(answer).toMatchObject({ may: 'no', boundHere: ['sketches', 'code'], boundToItsKind: ['sketches'] });
  const text = beforeAsText(told.world, answer, { ...PAGE, width: 200 });
  expect(text).toContain('Codes. A backup holds it and gives it to this very phone alone.');
  expect(text).toContain(
    'Sketches. A backup holds it, and “the new iPhone” does not take it from there. Another device like this one does.',
  );
});

test('before says of a Screen Time passcode that a new one is chosen, unless its service has it', () => {
  const told = (state: string) =>
    beforeErase(
      story({
        device: { name: 'mine', state: 'in-use' },
        services: { 'screen-time': state },
        backups: [{ id: 'mac', kind: 'computer', device: 'mine', made: '2026-02-28', encrypted: 'yes' }],
        items: [{ category: 'screen-time-passcode' }],
      }),
    );
  expect(told('off')).toMatchObject({ may: 'yes', madeAnew: ['screen-time-passcode'], elsewhere: [] });
  expect(told('on')).toMatchObject({ may: 'yes', madeAnew: [], elsewhere: ['screen-time-passcode'] });
});
