import { describe, expect, test } from 'vitest';
import type { Edition, Route } from '../../../../src/model/kinds.ts';
import type { CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import { FACTS, type FactId } from '../../../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../../../src/rulebook/judge/decide.ts';
import { SITUATION_AT_START } from '../../../../src/rulebook/case/situation.ts';
import { must } from '../../../../src/model/must.ts';
import { caseFile } from '../../stories.ts';
import { lineCanMove } from '../../../../src/rulebook/facts/direct.facts.ts';
import { item, situation } from './case.ts';
import { type Draft, build, draft } from './one-item-world.ts';

type Turn = (d: Draft) => void;
interface In {
  readonly route?: Route;
  readonly edition?: Edition;
}

const read = (
  fact: FactId,
  kind: CategoryId,
  turns: readonly Turn[],
  { route = 'icloud', edition = 'modern' }: In = {},
) => {
  const d = draft();
  for (const turn of turns) turn(d);
  return FACTS[fact].read(build(d, edition, route, kind).question);
};
const backup =
  (fields: Record<string, unknown>): Turn =>
  (d) =>
    void Object.assign(d.backup, fields);
const account =
  (fields: Record<string, unknown>): Turn =>
  (d) =>
    void Object.assign(d.account, fields);
const services =
  (atBackup: string, now: string): Turn =>
  (d) =>
    void Object.assign(d.service, { atBackup, now });
const copy =
  (kind: string): Turn =>
  (d) =>
    void d.copies.push({ kind, of: ['item'] });

describe('when something was made', () => {
  test.each([
    ['2026-02-01', '2026-02-01', 'before'],
    ['2026-02-02', '2026-02-01', 'after'],
    ['2026-02-01T20:00', '2026-02-01T10:00', 'after'],
    ['2026-02-01T09:00', '2026-02-01T10:00', 'before'],
    ['2026-02-01T10:00', '2026-02-01T10:00', 'before'],
    ['2026-02-01T20:00', '2026-02-01', 'before'],
    ['2026-02-01', '2026-02-01T10:00', 'before'],
    ['2026-02-02T00:10', '2026-02-01', 'after'],
  ])('%s, by a backup of %s, it is from %s it', (created, made, expected) => {
    expect(read('item.created', 'photos', [item({ created }), backup({ made })])).toBe(expected);
  });

  test('on an old phone everything is of today', () => {
    expect(read('item.created', 'photos', [item({ created: '2026-12-01' })], { route: 'direct' })).toBe('before');
  });
});

describe('what the maker of an app decided', () => {
  const policy = (kind: CategoryId, fields: Record<string, unknown>, ...more: readonly Turn[]) =>
    read('app.policy', kind, [item(fields), ...more]);

  test('counts for apps, what they keep and their keys: a key on a server is data of the app', () => {
    expect(policy('app-data', { policy: 'server' })).toBe('server');
    expect(policy('photos', { policy: 'server' })).toBe('ordinary');
    expect(policy('photos', { policy: 'bound-to-device' })).toBe('ordinary');
    expect(policy('app-keychain', { policy: 'bound-to-device' })).toBe('bound-to-device');
    expect(policy('app-keychain', { policy: 'server' })).toBe('server');
    expect(policy('app-keychain', { policy: 'own-cloud' })).toBe('own-cloud');
  });

  test('of an own cloud, unless the phone’s backup holds it too or the way is stated', () => {
    expect(policy('app-data', { policy: 'own-cloud' })).toBe('own-cloud');
    expect(policy('app-data', { policy: 'own-cloud', inBackup: 'no' })).toBe('own-cloud');
    expect(policy('app-data', { policy: 'own-cloud', inBackup: 'yes' })).toBe('ordinary');
    expect(policy('app-data', { policy: 'excludes-itself', inBackup: 'yes' })).toBe('excludes-itself');
    expect(policy('app-data', { policy: 'own-cloud' }, copy('own-backup'))).toBe('ordinary');
    expect(policy('app-data', { policy: 'own-cloud' }, copy('web'))).toBe('own-cloud');
  });
});

describe('what becomes of an account’s own part when it is signed out', () => {
  const left = (more: Record<string, unknown>, ...turns: readonly Turn[]) =>
    read('account.left', 'photos', [services('on', 'on'), ...turns, situation({ left: 'mara', ...more })]);

  test.each<[string, Record<string, unknown>, readonly Turn[], string]>([
    ['it goes', { copies: 'removed' }, [], 'removed'],
    ['a copy is kept', { copies: 'kept' }, [], 'kept'],
    ['nobody said', { copies: 'not-said' }, [], 'unknown'],
    ['nobody was signed out', { left: null, copies: 'removed' }, [], 'no'],
    ['it was another account', { left: 'ola', copies: 'removed' }, [], 'no'],
    ['its service was off', { copies: 'removed' }, [services('on', 'off')], 'no'],
    ['nobody knows of its service', { copies: 'removed' }, [services('on', 'unknown')], 'unknown'],
    ['nobody knows of its service, and a copy is kept', { copies: 'kept' }, [services('on', 'unknown')], 'kept'],
    ['iCloud does not have it yet', { copies: 'removed' }, [item({ uploaded: 'no' })], 'unknown'],
    ['iCloud does not have it, and a copy is kept', { copies: 'kept' }, [item({ uploaded: 'no' })], 'kept'],
    ['nobody knows whether iCloud has it', { copies: 'removed' }, [item({ uploaded: 'unknown' })], 'unknown'],
    ['its organisation forbids it', { copies: 'removed' }, [account({ kind: 'managed', services: 'forbidden' })], 'no'],
    [
      'nobody knows whether it does',
      { copies: 'removed' },
      [account({ kind: 'managed', services: 'unknown' })],
      'unknown',
    ],
    ['nor that, and a copy is kept', { copies: 'kept' }, [account({ kind: 'managed', services: 'unknown' })], 'kept'],
  ])('%s', (_, more, turns, expected) => {
    expect(left(more, ...turns)).toBe(expected);
  });
});

describe('the keys of what is encrypted from end to end', () => {
  const trust = (kind: CategoryId, turns: readonly Turn[], where: In = {}) =>
    read('service.trust', kind, [services('on', 'on'), ...turns], where);
  const ADVANCED = account({ advancedDataProtection: 'on' });
  const LOST = account({ recovery: 'lost', devicePasscode: 'forgotten' });

  test.each<[string, CategoryId, readonly Turn[], In, string]>([
    ['the keychain waits for a passcode', 'app-keychain', [], {}, 'waits'],
    ['one passcode opens it', 'app-keychain', [situation({ keychainPasscode: 'given' })], {}, 'reachable'],
    ['Home does since iOS 16.2', 'home', [situation({ ios: '16.2' })], {}, 'waits'],
    ['and did not before', 'home', [situation({ ios: '16.1' })], {}, 'reachable'],
    ['photos need none', 'photos', [], {}, 'reachable'],
    ['photos do with Advanced Data Protection', 'photos', [ADVANCED], {}, 'waits'],
    ['before that, the keychain did', 'app-keychain', [], { edition: 'ios8' }, 'waits'],
    ['and Health did not', 'health', [], { edition: 'ios8' }, 'reachable'],
    ['all is lost with both ways', 'app-keychain', [LOST], {}, 'lost'],
    ['not with one of them', 'app-keychain', [account({ recovery: 'lost', devicePasscode: 'known' })], {}, 'waits'],
    ['not with the other', 'app-keychain', [account({ devicePasscode: 'forgotten' })], {}, 'waits'],
    ['nor in the old days', 'app-keychain', [LOST], { edition: 'ios8' }, 'waits'],
    ['the key of messages lies in the backup', 'messages', [ADVANCED], {}, 'reachable'],
    ['not in that of another account', 'messages', [ADVANCED, backup({ account: 'ola' })], {}, 'waits'],
    [
      'not when backups were switched off',
      'messages',
      [ADVANCED, backup({ backupTurnedOff: '2026-02-01' })],
      {},
      'waits',
    ],
    ['not when the service was off', 'messages', [ADVANCED, services('off', 'on')], {}, 'waits'],
    ['nobody knows when nobody knows of the service', 'messages', [ADVANCED, services('unknown', 'on')], {}, 'unknown'],
    ['not in a backup on a computer', 'messages', [ADVANCED], { route: 'computer' }, 'waits'],
    ['a reset deletes it', 'app-keychain', [situation({ keychainPasscode: 'reset' })], {}, 'reset'],
    [
      'and another device sends it again',
      'app-keychain',
      [situation({ keychainPasscode: 'reset' }), copy('other-device')],
      {},
      'refilled',
    ],
    ['a copy elsewhere does not', 'app-keychain', [situation({ keychainPasscode: 'reset' }), copy('web')], {}, 'reset'],
    [
      'what it does to photos nobody says',
      'photos',
      [ADVANCED, situation({ keychainPasscode: 'reset' })],
      {},
      'unknown',
    ],
    [
      'in the old days it was put in place of the device’s',
      'app-keychain',
      [situation({ keychainPasscode: 'reset' }), copy('other-device')],
      { edition: 'ios8' },
      'reset',
    ],
  ])('%s', (_, kind, turns, where, expected) => {
    expect(trust(kind, turns, where)).toBe(expected);
  });
});

describe('the last copy', () => {
  const HERE: Turn = (d) => {
    d.item['on'] = d.device['name'] ?? 'new iPhone';
    d.item['heldBy'] ??= [];
    d.situation = { ...d.situation, erased: true };
  };
  const last = (kind: CategoryId, ...turns: readonly Turn[]) => read('item.last-copy-erased', kind, [...turns, HERE]);
  const LISTED = [backup({ kind: 'computer', list: 'read' }), item({ listed: 'no' })] as const;
  const listed = (...turns: readonly Turn[]) =>
    read('item.last-copy-erased', 'call-history', [
      ...LISTED,
      backup({ device: 'new iPhone' }),
      situation({ erased: true }),
      ...turns,
    ]);

  test.each<[string, CategoryId, readonly Turn[], string]>([
    ['goes with an erase', 'call-history', [], 'yes'],
    ['stays in iCloud', 'photos', [services('off', 'on'), item({ uploaded: 'yes' })], 'no'],
    ['stays in iCloud from the backup on', 'photos', [services('on', 'off')], 'no'],
    ['was made after that', 'photos', [services('on', 'off'), item({ created: '2026-02-10' })], 'yes'],
    ['never went to iCloud', 'photos', [services('on', 'on'), item({ uploaded: 'no' })], 'yes'],
    ['is kept out of it', 'photos', [services('on', 'on'), item({ syncs: 'off' })], 'yes'],
    ['may be kept out of it', 'photos', [services('on', 'on'), item({ syncs: 'unknown' })], 'unknown'],
    ['may have gone to iCloud', 'photos', [services('on', 'on'), item({ uploaded: 'unknown' })], 'unknown'],
    ['may have gone since', 'photos', [services('off', 'on')], 'unknown'],
    ['was made after that, and is there', 'photos', [services('on', 'on'), item({ created: '2026-02-10' })], 'no'],
    ['may lie on a server', 'drive-files', [item({ uploaded: 'unknown' })], 'unknown'],
    ['lies on a server', 'drive-files', [], 'no'],
    ['never went to a server', 'drive-files', [item({ uploaded: 'no' })], 'yes'],
    ['may have a service', 'photos', [services('unknown', 'off')], 'unknown'],
    ['stays on another device', 'call-history', [copy('other-device')], 'no'],
    ['goes from Recently Deleted', 'call-history', [copy('recently-deleted')], 'yes'],
    ['stays in the app’s own backup', 'app-data', [copy('own-backup')], 'no'],
    ['stays on a server', 'app-data', [item({ policy: 'server' })], 'no'],
    ['stays in a backup', 'app-data', [item({ heldBy: ['backup'] })], 'no'],
    ['is a key that is made anew', 'app-keychain', [item({ protection: 'user-presence' })], 'no'],
    ['is a key that goes', 'app-keychain', [item({ protection: 'migratory' })], 'yes'],
    ['is with the store', 'app', [], 'no'],
  ])('%s', (_, kind, turns, expected) => {
    expect(last(kind, ...turns)).toBe(expected);
  });

  test('is not told of what a list of files alone speaks of', () => {
    expect(listed()).toBe('unknown');
    expect(listed(item({ created: '2026-02-10' }))).toBe('yes');
    expect(listed(item({ on: 'new iPhone' }))).toBe('yes');
    expect(listed(item({ heldBy: [] }))).toBe('yes');
    expect(listed(backup({ list: 'not-read' }))).toBe('yes');
    expect(listed(item({ listed: 'unknown' }))).toBe('yes');
    expect(listed(item({ deleted: '2026-01-01' }))).toBe('no');
  });
});

describe('what a move from phone to phone carries', () => {
  const carries = (kind: CategoryId, ...turns: readonly Turn[]) =>
    read('move.carries', kind, turns, { route: 'direct' });
  const APP =
    (fields: Record<string, unknown>): Turn =>
    (d) => {
      d.app = fields;
      d.item['app'] = 'x';
    };

  test.each<[string, CategoryId, readonly Turn[], string]>([
    ['messages', 'messages', [], 'yes'],
    ['what was seen not to come', 'messages', [item({ carried: 'no' })], 'no'],
    ['what cannot be read', 'messages', [item({ fails: { at: 'capture' } })], 'unknown'],
    ['what iCloud has too', 'messages', [services('on', 'on')], 'unknown'],
    ['what iCloud may have too', 'messages', [services('unknown', 'on')], 'unknown'],
    ['keys, whatever iCloud has', 'app-keychain', [services('on', 'on')], 'yes'],
    ['keys of a class that is not known to come', 'app-keychain', [item({ protection: 'security-state' })], 'unknown'],
    ['what an app keeps', 'app-data', [APP({})], 'yes'],
    ['what an app keeps on its server', 'app-data', [item({ policy: 'server' }), APP({ store: 'withdrawn' })], 'yes'],
    ['what an app keeps in its cloud', 'app-data', [item({ policy: 'own-cloud' }), APP({ store: 'withdrawn' })], 'yes'],
    [
      'photos that their maker would keep on a server',
      'messages',
      [item({ policy: 'server' }), services('on', 'on')],
      'unknown',
    ],
    ['what cannot be read, of a server', 'app-data', [item({ policy: 'server', fails: { at: 'capture' } })], 'unknown'],
    ['what an app keeps that is gone', 'app-data', [APP({ store: 'withdrawn' })], 'unknown'],
    ['what an app keeps that is offloaded', 'app-data', [APP({ offloaded: 'yes' })], 'unknown'],
    ['what an app keeps that is managed', 'app-data', [APP({ management: 'assigned-to-user' })], 'unknown'],
    ['an app that is gone', 'app', [item({ app: 'x', store: 'withdrawn' })], 'yes'],
    ['an app without a name that is offloaded', 'app', [item({ offloaded: 'yes' })], 'unknown'],
    ['an app that is managed', 'app', [item({ app: 'x', management: 'prevent-backup' })], 'unknown'],
    ['data that are managed', 'app-data', [item({ management: 'assigned-to-device' })], 'unknown'],
    ['keys that are managed', 'app-keychain', [item({ management: 'assigned-to-device' })], 'unknown'],
    ['bought films that are managed', 'films', [item({ management: 'assigned-to-device' })], 'unknown'],
    ['messages, which nobody manages', 'messages', [item({ management: 'assigned-to-device' })], 'yes'],
  ])('%s', (_, kind, turns, expected) => {
    expect(carries(kind, ...turns)).toBe(expected);
  });

  test.each([
    ['16.0', '16.0', 'allowed', true],
    ['15.8', '16.0', 'allowed', false],
    ['16.0', '15.8', 'allowed', false],
    ['18.0', '18.0', 'by-carrier-only', false],
  ])('the line, from iOS %s to %s, where the carrier says %s: %s', (from, to, esimTransfer, moves) => {
    const d = draft();
    Object.assign(d.oldPhone, { ios: from, esimTransfer });
    expect(lineCanMove(build(d, 'modern', 'direct', 'esim').file.world, to)).toBe(moves);
    expect(lineCanMove(build(draft(), 'modern', 'icloud', 'esim').file.world, to)).toBe(false);
  });
});

test('only an app lacks a first start; what it keeps lacks another part', () => {
  const hangs: readonly Turn[] = [item({ start: 'hangs' }), (d) => void (d.lacks = 'part')];
  expect([read('item.lacks', 'app', hangs), read('item.lacks', 'app-data', hangs)]).toEqual(['first-start', 'part']);
  expect(read('item.lacks', 'app', hangs.slice(1))).toBe('part');
});

test.each<[string, string | null, string]>([
  ['of the backup that was chosen', 'backup', 'borrowed'],
  ['of the one whose reason holds the restore up', null, 'borrowed'],
])('the room is that %s', (_, chosen, space) => {
  const lent = backup({ space: 'borrowed', made: '2026-01-01' });
  expect(read('backup.space', 'photos', [lent, situation({ backup: chosen, blocked: 'borrowed-over' })])).toBe(space);
  expect(read('backup.space', 'photos', [lent, situation({ backup: chosen, blocked: 'damaged' })])).toBe(
    chosen === null ? 'plan' : 'borrowed',
  );
  expect(read('backup.space', 'photos', [lent, situation({ backup: null })])).toBe('plan');
  const within = backup({ space: 'borrowed', made: '2026-02-25' });
  expect(read('backup.space', 'photos', [within, situation({ backup: null })])).toBe('plan');
});

test.each<[CategoryId, Record<string, unknown>, string]>([
  ['notes', {}, 'yes'],
  ['notes', { kind: 'managed' }, 'yes'],
  ['notes', { kind: 'managed', services: 'unknown' }, 'unknown'],
  ['notes', { kind: 'managed', services: 'forbidden' }, 'not-this-account'],
  ['photos', { kind: 'managed' }, 'unknown'],
  ['health', { kind: 'managed' }, 'not-managed'],
  ['messages', { services: 'unknown' }, 'yes'],
])('%s with an account that is %o may use iCloud: %s', (kind, fields, expected) => {
  expect(read('service.allowed', kind, [account(fields)])).toBe(expected);
});

test.each<[Record<string, string>, Record<string, unknown>, string]>([
  [{ atBackup: 'on', now: 'on' }, {}, 'no'],
  [{ atBackup: 'on', now: 'on' }, { uploaded: 'unknown' }, 'no'],
  [{ atBackup: 'on', now: 'off' }, {}, 'no'],
  [{ atBackup: 'off', now: 'unknown' }, {}, 'no'],
  [{ atBackup: 'unknown', now: 'off' }, {}, 'no'],
  // Of these iCloud has nothing, so nothing is held back, and nobody is told that it is still there.
  [{ atBackup: 'off', now: 'off' }, {}, 'yes'],
  [{ atBackup: 'on', now: 'on' }, { uploaded: 'no' }, 'yes'],
  [{ atBackup: 'on', now: 'on' }, { deleted: '2026-02-01' }, 'yes'],
  [{ atBackup: 'on', now: 'on' }, { syncs: 'off' }, 'yes'],
])('an organisation that forbids iCloud Photos, %o, a photo %o: allowed is read as %s', (photos, fields, expected) => {
  const world = {
    organisation: { photosSync: 'forbidden' },
    services: { photos },
    items: [{ id: 'it', category: 'photos', ...fields }],
  };
  const file = caseFile(world);
  expect(FACTS['service.allowed'].read(questionFor(file, must(file.item('it'), 'it'), SITUATION_AT_START))).toBe(
    expected,
  );
});

test('where there is no account, iCloud keeps nothing that is sealed for one', () => {
  const file = caseFile({ accounts: [], items: [{ id: 'it', category: 'photos' }] });
  const question = questionFor(file, must(file.item('it'), 'it'), SITUATION_AT_START);
  expect([FACTS['service.trust'].read(question), FACTS['service.allowed'].read(question)]).toEqual([
    'reachable',
    'yes',
  ]);
});

test.each([
  [['unknown', 'no'], 'unknown'],
  [['no', 'unknown'], 'unknown'],
  [['no', 'no'], 'no'],
  [['unknown', 'yes'], 'yes'],
])('of backups that are encrypted: %o, one holds Health: %s', (encrypted, expected) => {
  const backups = encrypted.map((is, place) => ({
    id: `b-${place}`,
    made: '2026-02-01',
    kind: 'computer',
    encrypted: is,
    device: `phone-${place}`,
  }));
  const file = caseFile({ backups, items: [{ id: 'it', category: 'health' }] }, { route: 'computer' });
  const question = questionFor(file, must(file.item('it'), 'it'), SITUATION_AT_START);
  expect(FACTS['item.in-a-backup'].read(question)).toBe(expected);
});

test('a list of files that was read of one backup among others is a list', () => {
  const file = caseFile(
    {
      device: { name: 'red', state: 'in-use' },
      backups: [
        { id: 'read', made: '2026-02-01', kind: 'computer', device: 'red', list: 'read' },
        { id: 'other', made: '2026-01-01', kind: 'computer', device: 'red' },
      ],
      items: [{ id: 'it', category: 'call-history', listed: 'no' }],
    },
    { route: 'computer' },
  );
  const question = questionFor(file, must(file.item('it'), 'it'), { ...SITUATION_AT_START, erased: true });
  expect(FACTS['item.last-copy-erased'].read(question)).toBe('unknown');
});
