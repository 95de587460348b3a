import { describe, expect, test } from 'vitest';
import { itemViews } from '../../../src/report/item-view.ts';
import { recoveryOf } from '../../../src/report/recovery.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const recoveryOfStory = (...lines: readonly string[]) => {
  const text = ['title: A story', 'why: For a test.', ...lines, 'expect: { outcome: completed }'].join('\n');
  const run = play(loadScenario(text, 'story'));
  const views = itemViews(run.world.items, run.ledger.rows, run.world.route);
  return recoveryOf(run.world, run.outcome, run.journal.lines, views);
};

describe('what did not come', () => {
  const ITEMS =
    '[{ category: messages, bytes: 30 GB }, { category: app, app: a }, { category: notes, deleted: 2026-01-02 }]';

  test('lies in the chosen backup as before where the restore never began, and not in one that is damaged', () => {
    const world = (more: string) =>
      recoveryOfStory(
        `world: { device: { free: 20 GB }, backups: [{ id: b, made: 2026-02-28${more} }], items: ${ITEMS} }`,
      ).accessible.map(({ where, what }) => [where, what]);
    expect(world('')).toEqual([['The iCloud backup of 28 February 2026', 'Messages']]);
    expect(world(', complete: no')).toEqual([]);
  });

  test('lies on the old phone while that one lives', () => {
    const world = (state: string) =>
      recoveryOfStory(
        'route: direct',
        `world: { oldPhone: { state: ${state}, near: no }, items: ${ITEMS} }`,
      ).accessible.map(({ where, what }) => [where, what]);
    expect(world('at-hand')).toEqual([['The old phone', 'Messages']]);
    expect(world('gone')).toEqual([]);
  });

  test('may lie on an old phone that is broken, which is said as no more than that', () => {
    const world = (state: string) =>
      recoveryOfStory(
        `world: { oldPhone: { state: ${state} }, backups: [{ id: b, made: 2026-01-28, device: old iPhone }], ` +
          'items: [{ category: messages, created: 2026-02-10 }, { category: payment-cards }] }',
      ).accessible.filter(({ where }) => where === 'The old phone');
    expect(world('broken')).toMatchObject([
      { what: 'Messages', says: expect.stringContaining('if it can be repaired') },
    ]);
    expect(world('gone')).toEqual([]);
  });
});

describe('whoever moves from phone to phone', () => {
  const told = (...more: readonly string[]) =>
    recoveryOfStory('route: direct', 'world: { items: [{ category: messages }], oldPhone: {} }', ...more);
  const gaveUp = 'script: [{ do: person.gaveUp, during: quick-start }]';
  const asNew = 'script: [{ do: setup.asNew }]';

  test.each([
    ['all of it came', [], 'Your move is complete, and everything is here.'],
    ['it was left', [gaveUp], 'No move has begun yet, so nothing is lost by it. Let us look at what is in the way.'],
    [
      'it was not wanted',
      [asNew],
      'No move has begun yet, so nothing is lost by it. Let us look at what is in the way.',
    ],
  ])('is told of a move, and of no backup: %s', (_, more, says) => {
    const { customer, ends } = told(...more);
    expect(customer).toBe(says);
    expect(ends.join(' ')).not.toMatch(/restore|backup/);
  });

  test('can begin again from the old phone', () => {
    expect(told(gaveUp).ends[0]).toMatch(/It can be begun again at any time\.$/);
    expect(told(asNew).ends[0]).toMatch(/After another erase the old phone can be the source again\.$/);
  });
});

test('a backup of an account that nobody can sign in to is to be had once somebody can', () => {
  const says = (password: string) =>
    recoveryOfStory(
      `world: { accounts: [{ id: rolf, password: ${password} }], backups: [{ id: b, made: 2026-02-28 }],`,
      '  items: [{ category: messages }] }',
      'script: [{ do: person.gaveUp, during: sign-in }]',
    ).accessible.find(({ where }) => where.includes('28 February'))?.says;
  expect(says('forgotten')).toMatch('It can be chosen in Setup, once somebody can sign in to the account that made it');
  expect(says('known')).toMatch('It can be chosen in Setup, and its own conditions decide what comes.');
});

test('Apple’s help for a lost account reaches what its backup holds, and what it names of iCloud', () => {
  const helped = (backup: string) =>
    recoveryOfStory(
      'world: { accounts: [{ id: rolf, password: forgotten }, { id: mia }], services: { notes: on },',
      `  backups: [${backup}],`,
      '  items: [{ category: messages, created: 2026-02-10 }, { category: notes }, { category: health },',
      '  { id: game, category: app, app: game }, { id: chat, category: app, app: chat },',
      '  { id: chats, title: Chats, category: app-data, app: chat, policy: excludes-itself }] }',
    ).accessible.find(({ where }) => where === 'Apple’s help for a lost account')?.what;
  const reachesBack = (more: string) => helped(`{ id: b, made: 2026-02-28${more} }`);
  expect(reachesBack('')).toBe('Messages · Notes');
  for (const more of [', complete: no', ', account: mia', ', damaged: yes', ', kind: computer'])
    expect([more, reachesBack(more)]).toEqual([more, 'Notes']);
  expect(helped('{ id: b, made: 2026-02-01 }')).toBe('Notes');
});

test('Recently Deleted is offered where it still is: in iCloud, or on a device that nobody has erased', () => {
  const offered = (more: string, device = 'device: { name: new }') =>
    recoveryOfStory(
      `world: { ${device}, backups: [{ id: b, made: 2026-02-28, device: old }], ${more},`,
      '  items: [{ category: photos, deleted: 2026-02-20 }],',
      '  copies: [{ kind: recently-deleted, of: [photos], deleted: 2026-02-20 }] }',
      ...(device.includes('in-use') ? ['script: [{ do: erase.requested, during: in-use }]'] : []),
    ).accessible.map(({ where }) => where);
  const inICloud = 'Recently Deleted';
  const onDevice = 'Recently Deleted: on the device that it was deleted from';
  expect(offered('services: { photos: on }, oldPhone: { state: erased }')).toContain(inICloud);
  expect(offered('services: { photos: { atBackup: on, now: off } }, oldPhone: { state: gone }')).toContain(inICloud);
  expect(offered('services: { photos: off }, oldPhone: { state: at-hand }')).toContain(onDevice);
  expect(offered('services: { photos: off }')).toContain(onDevice);
  for (const state of ['erased', 'gone', 'broken'])
    expect(offered(`services: { photos: off }, oldPhone: { state: ${state} }`)).toEqual([]);
  expect(offered('services: { photos: off }', 'device: { name: old, state: in-use }')).toEqual([]);
});

test('what iCloud is known to have lies there though its service was off at the backup and is off now', () => {
  const places = (services: string, uploaded = ', uploaded: yes') =>
    recoveryOfStory(
      `world: { backups: [{ id: b, made: 2026-02-28 }], services: { photos: ${services} },`,
      `  items: [{ category: photos, deleted: 2026-02-05${uploaded} }, { category: shared-albums }] }`,
    ).accessible.map(({ where, what }) => [where, what]);
  expect(places('off')).toContainEqual(['iCloud', 'Photos and videos']);
  expect(places('off', '')).not.toContainEqual(['iCloud', 'Photos and videos']);
});

test('of another backup only what it would give to this device is offered, and what is in its way is named', () => {
  const offered = (more: string, ...items: readonly string[]) =>
    recoveryOfStory(
      'world:',
      '  backups:',
      '    - { id: cloud, made: 2026-02-28 }',
      `    - { id: mac, kind: computer, made: 2026-02-20${more} }`,
      `  items: [${items.join(', ')}]`,
    ).accessible.map(({ where, what, says }) => [where, what, says]);
  const mac = 'The computer backup of 20 February 2026';
  expect(offered(', encrypted: yes', '{ category: passwords }', '{ category: health }')).toEqual([
    [mac, 'Website passwords · Health and activity', 'It holds these. Its own conditions decide what comes.'],
  ]);
  expect(offered('', '{ category: passwords }', '{ category: voice-memos }')).toEqual([
    [mac, 'Voice memos', 'It holds these. Its own conditions decide what comes.'],
  ]);
  expect(offered(', encrypted: yes, password: forgotten', '{ category: health }')).toEqual([
    [mac, 'Health and activity', 'It holds these. In its way: The password of the encrypted backup is not known.'],
  ]);
});

test('a customer of whom no backup is left is not told that nothing is lost', () => {
  const told = (account: string, ...backups: readonly string[]) =>
    recoveryOfStory(
      `world: { accounts: [{ id: ben${account} }], backups: [${backups.join(', ')}], items: [{ category: messages }] }`,
    ).customer;
  const cloud = '{ id: cloud, made: 2026-02-28 }';
  const locked = ', advancedDataProtection: on, recovery: lost';
  const elsewhere = '{ id: mac, kind: computer, made: 2026-01-30 }';
  expect(told(locked, cloud)).toMatch(/^There is no backup here that can be restored\./);
  expect(told('')).toMatch(/went with the erase\./);
  expect(told(locked, cloud, elsewhere)).toMatch(/^No restore has begun yet, so nothing is lost by it\./);
});

const recoveryIn = (account: string, services: string, backup = 'yes') => {
  const run = play(
    loadScenario(
      `title: Nobody can sign in
why: The code goes to a number that was given up.
world:
  accounts: [{ id: mara, twoFactor: code-cannot-arrive${account} }]
  backups: [{ id: nightly, made: 2026-02-28, complete: ${backup} }]
  services: ${services}
  items:
    - { category: photos }
    - { category: passwords }
    - { category: health }
    - { category: local-files }
expect: { outcome: never-started }`,
      'story',
    ),
  );
  return recoveryOf(
    run.world,
    run.outcome,
    run.journal.lines,
    itemViews(run.world.items, run.ledger.rows, run.world.route),
  );
};
const apple = (recovery: ReturnType<typeof recoveryIn>) =>
  recovery.accessible.filter(({ where }) => where.startsWith('Apple')).map(({ what }) => what);
const beyond = (recovery: ReturnType<typeof recoveryIn>) =>
  recovery.ends.filter((text) => text.startsWith('Apple cannot')).length;

describe('an account that nobody gets into', () => {
  const ON = '{ photos: on, keychain: on, health: on }';

  test('Apple can help with photos and the backup, and not with passwords or Health', () => {
    const recovery = recoveryIn('', ON);
    expect(apple(recovery)).toEqual(['Photos and videos · Files kept under On My iPhone']);
    expect(beyond(recovery)).toBe(1);
  });

  test('without a backup only what a service keeps is within reach', () => {
    expect(apple(recoveryIn('', ON, 'no'))).toEqual(['Photos and videos']);
    expect(apple(recoveryIn('', '{ keychain: on }', 'no'))).toEqual([]);
  });

  test.each([', advancedDataProtection: on', ', kind: managed'])('says nothing of an account with%s', (more) => {
    const recovery = recoveryIn(more, ON);
    expect([apple(recovery), beyond(recovery)]).toEqual([[], 0]);
  });
});

test('a stopped restore has nothing in its way, and a backup of another account asks for that account first', () => {
  const ITEMS = '[{ category: messages, bytes: 2 GB }, { category: photos, bytes: 90 GB }]';
  const says = (...lines: readonly string[]) =>
    recoveryOfStory(...lines)
      .accessible.filter(({ where }) => where.startsWith('The iCloud backup'))
      .map((row) => row.says);
  expect(
    says(
      `world: { backups: [{ id: b, made: 2026-02-28 }], items: ${ITEMS} }`,
      'script: [{ do: stop.tapped, during: download, after: 5 minutes }]',
    ),
  ).toEqual([
    'It is unchanged and holds these. Another restore of it, after an erase, can bring them, if it runs to its end.',
  ]);
  const world =
    'world: { accounts: [{ id: a }, { id: b }], backups: [{ id: night, account: b, made: 2026-02-28 }], ' +
    'items: [{ category: messages }] }';
  const first = 'It can be chosen in Setup, once the account that made it is signed in, ';
  const then = 'and its own conditions decide what comes.';
  expect(says(world)).toEqual([`It holds these. ${first}${then}`]);
  expect(says(world, 'script: [{ do: setup.asNew, during: listing }]')).toEqual([
    `It holds these. Restoring it erases the device first. ${first}${then}`,
  ]);
});

describe('a move that broke off', () => {
  const leftOn = (line: string) =>
    recoveryOfStory(
      'route: direct',
      `world: { oldPhone: { esimTransfer: unknown }, items: [{ category: health }, { category: ${line} }] }`,
      'script: [{ do: transfer.cancelled, during: placement }]',
    ).accessible.flatMap(({ where, what }) => (where === 'The old phone' ? [what] : []));

  test('leaves on the old phone what it was to bring, and nobody knows whether the line as well', () => {
    expect(leftOn('messages')).toEqual(['Health and activity · Messages']);
    expect(leftOn('esim')).toEqual(['Health and activity']);
  });
});
