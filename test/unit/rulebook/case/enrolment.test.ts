import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import * as e from '../../../../src/rulebook/case/enrolment.ts';
import { ENROLMENTS, SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const TODAY = '2026-03-01';
const at = (more: Partial<Situation> = {}): Situation => ({ ...SITUATION_AT_START, ios: '18.3', ...more });
/** A phone of an organisation with one backup, which is its own unless it says otherwise. */
const managed = (world: Plain = {}, backup: Plain = {}, rest: Plain = {}): CaseFile =>
  caseFile(
    {
      today: TODAY,
      accounts: [{ id: 'mara' }],
      ...world,
      device: { name: 'red', assigned: 'yes', ...(world['device'] as Plain | undefined) },
      backups: [{ id: 'b', made: '2026-02-01', device: 'red', ...backup }],
    },
    rest,
  );
const ours = (file: CaseFile) => must(file.backup('b'), 'the backup');
const ALL = Object.keys(ENROLMENTS) as (keyof typeof ENROLMENTS)[];

describe('who put an item there', () => {
  const items = [
    { id: 'enrolment', category: 'enrolment' },
    { id: 'profile', category: 'profiles' },
    { id: 'own', category: 'profiles', installedBy: 'person' },
    { id: 'photos', category: 'photos' },
    { id: 'app', category: 'app', app: 'x', management: 'remove-with-profile' },
  ];
  const whose = (file: CaseFile) => file.world.items.map((item) => e.installedBy(file.world, item));

  test('is the organisation where it has a say, and always of an enrolment', () => {
    const [org, person] = ['organisation', 'person'] as const;
    expect(whose(managed({ items }))).toEqual([org, org, person, org, org]);
    expect(whose(managed({ items, device: { assigned: 'no' } }))).toEqual([org, person, person, person, person]);
    expect(whose(managed({ items, device: { assigned: 'no', supervised: 'yes' } }))).toContain(org);
    expect(
      whose(managed({ items, device: { assigned: 'no' }, organisation: { enrolment: 'by-hand' } })).slice(1, 2),
    ).toEqual([org]);
  });

  test('and what its service sets up has a copy there', () => {
    const set = (file: CaseFile) => file.world.items.map((item) => e.isSetUpByService(file.world, item));
    expect(set(managed({ items }))).toEqual([true, true, false, false, false]);
    expect(set(managed({ items, device: { assigned: 'no' } }))).toEqual([false, false, false, false, false]);
    expect(managed({ items }).world.items.map(e.goesWithProfile)).toEqual([false, false, false, false, true]);
  });
});

test.each([
  ['keeps-apps', '26.0', true, true],
  ['keeps-apps', '26.4', true, true],
  ['keeps-apps', '18.3', true, false],
  ['keeps-apps', '26.0', undefined, false],
  ['on', '26.0', true, false],
])('an erase by a service that %s, on iOS %s, keeps the apps or not', (returnToService, ios, wiped, keeps) => {
  const { world } = managed({ device: { ios }, organisation: { returnToService } });
  expect(e.keepsApps(world, wiped ? { wiped } : {})).toBe(keeps);
});

test.each([
  ['nothing is said', {}, {}, null],
  ['the backup says so', {}, { managedBy: 'old-service' }, 'old-service'],
  ['the backup says that none did', { organisation: { enrolment: 'by-hand' } }, { managedBy: 'none' }, null],
  ['the backup was supervised', { device: { supervised: 'yes' } }, { supervised: 'yes' }, 'management'],
  ['this device was enrolled by hand', { organisation: { enrolment: 'by-hand' } }, {}, 'management'],
  ['another device was', { organisation: { enrolment: 'by-hand' } }, { device: 'blue' }, null],
])('who managed the device on the day of the backup: %s', (_, world, backup, by) => {
  const file = managed(world, backup);
  expect(e.managedBy(file.world, ours(file))).toBe(by);
});

describe('a backup from before the enrolment', () => {
  test.each<[string, Plain, Plain, Plain, string, string]>([
    ['another phone goes on to Remote Management', {}, { device: 'blue' }, {}, '18.3', 'enrols'],
    ['nobody knows of the same one', {}, {}, {}, '18.3', 'unknown'],
    ['iOS 9 leaves it out after an iCloud backup', {}, {}, {}, '9.0', 'missing'],
    ['and so do its later updates', {}, {}, {}, '9.3', 'missing'],
    ['nobody knows of iOS 10', {}, {}, {}, '10.0', 'unknown'],
    ['nobody knows of iOS 8', {}, {}, {}, '8.4', 'unknown'],
    ['nobody knows of a computer', {}, { kind: 'computer' }, { route: 'computer' }, '9.0', 'unknown'],
    [
      'it is as the world says',
      { organisation: { afterOlderBackup: 'missing' } },
      { device: 'blue' },
      {},
      '18.3',
      'missing',
    ],
    ['no organisation waits for this phone', { device: { assigned: 'no' } }, {}, {}, '18.3', 'not-older'],
    ['it is none', {}, { managedBy: 'management' }, {}, '18.3', 'not-older'],
  ])('%s', (_, world, backup, rest, ios, expected) => {
    const file = managed(world, backup, rest);
    expect(e.afterOlderBackup(file, ours(file), at({ ios }))).toBe(expected);
    expect(e.afterOlderBackup(file, null, at({ ios }))).toBe('not-older');
  });
});

describe('the certificate of the enrolment', () => {
  test.each([
    ['2025-03-01', {}, 'valid'],
    ['2025-02-28', {}, 'expired'],
    ['2025-02-28', { certificate: 'unknown' }, 'unknown'],
    ['2026-02-01', { certificate: 'expired' }, 'expired'],
  ])('of a backup made %s, with %o, is %s', (made, organisation, expected) => {
    expect(e.certificateOf(managed({ organisation }, { made }).world)).toBe(expected);
  });

  test('is that in the newest backup of the way, and else what is said', () => {
    const old = { id: 'old', made: '2020-01-01', device: 'red' };
    const newest = { id: 'new', made: '2026-02-01', device: 'red' };
    const computer = { id: 'mac', made: '2026-02-20', device: 'red', kind: 'computer' };
    const of = (backups: readonly Plain[], organisation: Plain = {}) =>
      e.certificateOf(caseFile({ today: TODAY, device: { assigned: 'yes' }, backups, organisation }).world);
    expect(of([old, newest])).toBe('valid');
    expect(of([old, computer])).toBe('expired');
    expect([of([computer]), of([computer], { certificate: 'unknown' })]).toEqual(['valid', 'unknown']);
  });
});

test.each<[Plain, Plain, Partial<Situation>, string]>([
  [{}, {}, {}, 'yes'],
  [{ record: 'gone' }, {}, {}, 'no'],
  [{ record: 'unknown' }, {}, {}, 'unknown'],
  [{}, { made: '2020-01-01' }, {}, 'no'],
  [{ certificate: 'unknown' }, {}, {}, 'unknown'],
  [{ certificate: 'unknown', record: 'gone' }, {}, {}, 'no'],
  [{}, {}, { wiped: true }, 'no'],
  [{}, {}, { unmanaged: 'by-service' }, 'no'],
  [{}, {}, { unmanaged: 'by-person' }, 'unknown'],
  [{ record: 'gone' }, {}, { unmanaged: 'by-person' }, 'no'],
])('with %o, the backup %o and %o, the service takes the old enrolment: %s', (organisation, backup, more, expected) => {
  const file = managed({ organisation }, backup);
  expect(e.stillTaken(file, ours(file), at(more))).toBe(expected);
  expect(e.stillTaken(file, null, at(more))).toBe('yes');
});

describe('after Setup', () => {
  const FROM_BACKUP = { managedBy: 'management' };
  test.each<[string, Plain, Plain, Partial<Situation>, string]>([
    ['without a backup an assigned phone comes to the page', {}, {}, {}, 'page'],
    ['without a backup an unassigned phone has none', { device: { assigned: 'no' } }, {}, {}, 'none'],
    [
      'without a backup one that is enrolled by hand lacks it',
      { device: { assigned: 'no' }, organisation: { enrolment: 'by-hand' } },
      {},
      {},
      'missing',
    ],
    ['another phone comes to the page', {}, { device: 'blue', ...FROM_BACKUP }, { backup: 'b' }, 'page'],
    ['the enrolment comes with the backup', {}, FROM_BACKUP, { backup: 'b' }, 'from-backup'],
    ['it may be that of another service', {}, { managedBy: 'old-service' }, { backup: 'b' }, 'other-service'],
    [
      'which is the only one where none assigned the phone',
      { device: { assigned: 'no' } },
      { managedBy: 'old-service' },
      { backup: 'b' },
      'from-backup',
    ],
    ['a restore that was held up brings none', {}, FROM_BACKUP, { backup: 'b', blocked: 'damaged' }, 'page'],
    ['a backup without one, on no organisation’s phone', { device: { assigned: 'no' } }, {}, { backup: 'b' }, 'none'],
    ['nobody knows after an older backup', {}, {}, { backup: 'b' }, 'open'],
    ['iOS 9 leaves it out', {}, {}, { backup: 'b', ios: '9.3' }, 'missing'],
    [
      'the world may say that Setup enrols it',
      { organisation: { afterOlderBackup: 'enrols' } },
      {},
      { backup: 'b' },
      'page',
    ],
  ])('%s', (_, world, backup, more, expected) => {
    const file = managed(world, backup);
    expect(e.enrolmentAfterSetup(file, at(more))).toBe(expected);
    const isAssigned = file.world.device.assigned === 'yes';
    expect(e.mattersEnrolment(file, at(more))).toBe(isAssigned || expected !== 'none');
  });
});

describe('how management stands', () => {
  const holding = (is: (situation: Situation) => boolean) => ALL.filter((enrolment) => is(at({ enrolment })));

  test('says what came from a backup, and what manages the phone', () => {
    expect(holding(e.hasOldProfile)).toEqual(['from-backup', 'other-service']);
    expect(holding(e.isEnrolled)).toEqual(['before', 'by-service', 'by-hand', 'moved']);
    expect([e.hasOldProfile(at()), e.isEnrolled(at())]).toEqual([false, false]);
  });

  const signsIn = (signIn: string | undefined, device: Plain, more: Partial<Situation>): boolean =>
    e.maySignIn(
      managed({
        device: { assigned: 'no', ...device },
        accounts: [{ id: 'mara', ...(signIn === undefined ? {} : { kind: 'managed', signIn }) }],
      }),
      'mara',
      at(more),
    );

  test('decides whether an account of an organisation may be signed in', () => {
    expect(ALL.filter((enrolment) => signsIn('managed', {}, { enrolment }))).toEqual([
      'before',
      'from-backup',
      'other-service',
      'by-service',
      'by-hand',
      'moved',
    ]);
    expect(ALL.filter((enrolment) => signsIn('managed', { assigned: 'yes' }, { enrolment }))).toEqual(
      ALL.filter((enrolment) => !['declined', 'missing', 'removed', 'retired'].includes(enrolment)),
    );
    expect([
      signsIn('managed', {}, {}),
      signsIn('managed', { assigned: 'yes' }, {}),
      signsIn('managed', { supervised: 'yes' }, {}),
      signsIn('supervised', { assigned: 'yes' }, {}),
      signsIn('supervised', { supervised: 'yes' }, {}),
      signsIn('anywhere', {}, {}),
      signsIn(undefined, {}, {}),
    ]).toEqual([false, true, true, false, true, true, true]);
    expect(e.maySignIn(managed(), 'nobody', at())).toBe(true);
  });
});
