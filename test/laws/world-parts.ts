import * as fc from 'fast-check';
import { PROTECTIONS } from '../../src/model/items.ts';
import { DEVICE_KINDS, type Edition } from '../../src/model/kinds.ts';
import { PROGRAM_IDS } from '../../src/model/programs.ts';
import { SERVICE_IDS } from '../../src/model/services.ts';
import type { Item } from '../../src/model/world.ts';
import { CATEGORIES, type CategoryId } from '../../src/rulebook/categories/categories.ts';
import type { Names } from './scripts.ts';

/* What a generated world is put together from: each part may be out of the ordinary. */
export type Plain = Record<string, unknown>;
export interface WorldPlain extends Plain {
  computer: Plain;
  today: string;
  device: Plain;
  accounts: Plain[];
  backups: Plain[];
  services: Plain;
  surroundings: Plain;
  items: Plain[];
}

const ACCOUNTS = ['mara', 'ola', 'jonas'] as const;
const APPS = ['sketch', 'bank', 'mail'] as const;
export const NAMES: Names = { accounts: ACCOUNTS, backups: ['backup-0', 'backup-1', 'backup-2'], apps: APPS };
const DEVICE = 'new iPhone';
export const VERSIONS: Readonly<Record<Edition, readonly string[]>> = {
  ios7: ['7.0.6', '7.1', '7.1.2'],
  ios8: ['8.0', '8.4', '8.4.1', '7.1'],
  modern: ['18.3', '18.3', '17.0', '18.7', '26.0', '10.0', '8.4.1', '11.2', '12.4', '13.3', '16.1', '17.2', '27.0'],
};
const SIZES = ['0 B', '20 kB', '42 MB', '400 MB', '1.1 GB', '3.1 GB', '38.6 GB'] as const;

/** Most worlds leave it as it is. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>, weight = 1): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(undefined) }, { weight, arbitrary });
/** What keeps most restores from beginning at all. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
const often = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => seldom(arbitrary, 6);
const oneOf = <const T extends readonly string[]>(...words: T): fc.Arbitrary<T[number]> => fc.constantFrom(...words);
const yesNo = oneOf('yes', 'no', 'unknown');
const yesOrNo = oneOf('yes', 'no');
const onOff = oneOf('on', 'off', 'unknown');

/** Without what is left as it is. */
export function stated<T extends object>(record: T): Plain {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
}

const account = (first: boolean): fc.Arbitrary<Plain> =>
  fc
    .record({
      kind: seldom(oneOf('managed')),
      services: seldom(oneOf('forbidden', 'unknown')),
      signIn: rarely(oneOf('supervised')),
      password: first ? fc.constant(undefined) : seldom(oneOf('forgotten'), 3),
      twoFactor: first ? seldom(oneOf('off')) : seldom(oneOf('off', 'code-cannot-arrive')),
      advancedDataProtection: seldom(oneOf('on')),
      recovery: seldom(oneOf('lost')),
      devicePasscode: seldom(oneOf('forgotten'), 2),
      room: seldom(oneOf('5 GB', '50 GB')),
    })
    .map(stated);
export const accounts = fc
  .tuple(account(true), fc.array(account(false), { maxLength: ACCOUNTS.length - 1 }))
  .map(([first, others]) => [first, ...others].map((part, index): Plain => ({ id: ACCOUNTS[index], ...part })));

/** Days before the story’s today; becomes a date when the world is put together. */
const daysAgo = fc.oneof({ weight: 3, arbitrary: fc.nat(40) }, { weight: 1, arbitrary: fc.nat(400) });
/** Place in the list of an edition’s versions. */
const version = fc.nat(12);
/** Somebody; the first account when this one is not in the world. */
const somebody = fc.constantFrom(...ACCOUNTS);

export const backup: fc.Arbitrary<Plain> = fc
  .record({
    device: seldom(oneOf(DEVICE, 'iPad of ola'), 5),
    deviceKind: seldom(oneOf(...DEVICE_KINDS)),
    model: seldom(oneOf('iPhone 16', 'iPhone 6', 'iPhone 5s')),
    account: rarely(somebody),
    made: daysAgo,
    ios: seldom(version),
    complete: rarely(oneOf('no')),
    after180Days: seldom(oneOf('deleted')),
    encrypted: seldom(yesNo, 5),
    password: seldom(oneOf('forgotten', 'unknown')),
    list: seldom(oneOf('read'), 2),
    keychain: seldom(oneOf('moves', 'stays')),
    damaged: rarely(oneOf('yes')),
    space: seldom(oneOf('borrowed')),
    extended: seldom(yesNo),
    archive: rarely(yesOrNo),
    appList: seldom(yesNo),
    index: rarely(oneOf('stale', 'missing')),
    beta: seldom(oneOf('yes')),
    declared: rarely(
      fc
        .record({ encrypted: seldom(yesOrNo, 3), complete: seldom(yesOrNo, 3), damaged: seldom(yesOrNo, 3) })
        .map(stated),
    ),
    passcodeSet: seldom(yesNo),
    managedBy: seldom(oneOf('management', 'earlier', 'none')),
  })
  .map(stated);

const failure = fc.record({
  at: oneOf('capture', 'placement', 'download'),
  and: oneOf('skipped', 'skipped', 'stops'),
});
/** Each kind of data fails where it comes to, and a backup that was made did not stop at it. */
const failing = ({ category, fails }: { category: string; fails: Plain | undefined }): Plain | undefined => {
  if (!fails) return undefined;
  const early = fails['at'] === 'download' && CATEGORIES[category as CategoryId].returns === 'placement';
  return { at: early ? 'placement' : fails['at'], and: fails['at'] === 'capture' ? 'skipped' : fails['and'] };
};

export const item: fc.Arbitrary<Plain> = fc
  .record({
    category: fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(...Object.keys(CATEGORIES)) },
      {
        weight: 1,
        arbitrary: oneOf(
          'photos',
          'messages',
          'contacts',
          'health',
          'passwords',
          'app',
          'app-data',
          'films',
          'music',
          'local-files',
        ),
      },
    ),
    count: often(fc.integer({ min: 0, max: 20_000 })),
    bytes: often(fc.constantFrom(...SIZES)),
    created: seldom(daysAgo, 3),
    on: seldom(oneOf(DEVICE, DEVICE, 'old iPhone'), 4),
    deleted: seldom(daysAgo),
    heldBy: seldom(fc.constant([])),
    needs: fc.constant(undefined),
    app: seldom(fc.constantFrom(...APPS), 4),
    policy: seldom(oneOf('server', 'own-cloud', 'excludes-itself', 'bound-to-device', 'same-model', 'unknown'), 2),
    backupSwitch: seldom(oneOf('off', 'unknown')),
    store: seldom(oneOf('withdrawn', 'refunded', 'other-region', 'unknown')),
    runsOn: seldom(oneOf('iphone-only', 'ipad-only')),
    offloaded: seldom(oneOf('yes')),
    account: seldom(somebody, 3),
    protection: seldom(oneOf(...PROTECTIONS)),
    management: seldom(oneOf('prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device')),
    uploaded: seldom(yesNo, 2),
    inBackup: seldom(yesNo, 2),
    syncs: seldom(oneOf('off', 'unknown')),
    installedBy: seldom(oneOf('organisation', 'person')),
    carried: seldom(yesNo, 2),
    // Laws that ask for it say it themselves.
    stillShown: fc.constant(undefined),
    fails: rarely(failure),
    ownSwitch: rarely(oneOf('in', 'out', 'unknown')),
    overTwoGigabytes: rarely(yesNo),
    start: rarely(oneOf('hangs')),
    onDemand: seldom(oneOf('works', 'cuts-network')),
    deviceMark: rarely(oneOf('in-its-data')),
    listed: seldom(oneOf('yes', 'no'), 2),
    putBack: seldom(oneOf('same-device', 'never', 'unknown')),
  } satisfies Readonly<Record<Exclude<keyof Item, 'id' | 'title'>, fc.Arbitrary<unknown>>>)
  .map((part) =>
    stated({
      ...part,
      app: part.category === 'app' && part.app === undefined ? 'sketch' : part.app,
      fails: failing(part),
    }),
  );

const service = fc.oneof(onOff, fc.record({ atBackup: onOff, now: onOff }));
export const services = fc
  .record({
    account: seldom(somebody),
    ...Object.fromEntries(
      SERVICE_IDS.map((name) => [
        name,
        fc.oneof(
          { weight: 1, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constant('on') },
          { weight: 1, arbitrary: service },
        ),
      ]),
    ),
  })
  .map((parts) => stated(parts));

export const device: fc.Arbitrary<Plain> = fc
  .record({
    kind: seldom(oneOf('ipad', 'ipod')),
    ios: seldom(version),
    latestIos: seldom(version, 2),
    state: seldom(oneOf('in-use'), 4),
    passcode: seldom(oneOf('no')),
    findMy: seldom(oneOf('on'), 2),
    stolenDeviceProtection: seldom(oneOf('on', 'everywhere', 'unknown'), 2),
    place: seldom(oneOf('unfamiliar', 'unknown'), 2),
    face: seldom(oneOf('fails')),
    activationLock: rarely(oneOf('password-known', 'password-forgotten')),
    free: seldom(oneOf('1 GB', '40 GB', '1 TB'), 2),
    sim: seldom(oneOf('other', 'none', 'unknown')),
    supervised: rarely(oneOf('yes')),
    assigned: rarely(oneOf('yes')),
  })
  .map((part) => stated({ name: DEVICE, ...part }));

export const oldPhone: fc.Arbitrary<Plain | undefined> = seldom(
  fc
    .record({
      ios: seldom(version),
      state: seldom(oneOf('erased', 'gone', 'unknown')),
      passcode: seldom(oneOf('forgotten')),
      near: seldom(oneOf('no')),
      managedBlocksQuickStart: rarely(oneOf('yes')),
      stolenDeviceProtection: seldom(oneOf('on', 'everywhere')),
      place: seldom(oneOf('unfamiliar')),
      face: seldom(oneOf('fails')),
      esimTransfer: seldom(oneOf('allowed', 'by-carrier-only')),
      watch: seldom(oneOf('put-away')),
      fits: seldom(yesNo),
      brokenOffMove: seldom(oneOf('leaves-nothing')),
    })
    .map(stated),
  4,
);

const forbidden = seldom(oneOf('forbidden'));
const hindered = rarely(oneOf('forbidden'));
export const organisation = fc
  .record({
    icloudBackup: forbidden,
    erase: hindered,
    restorePane: hindered,
    appStore: forbidden,
    pairing: hindered,
    keychainSync: forbidden,
    photosSync: forbidden,
    documentSync: forbidden,
    passcodePane: hindered,
    accountPane: hindered,
    enrolment: rarely(oneOf('by-hand')),
    skipEnrolment: seldom(oneOf('allowed')),
    profileRemoval: forbidden,
    record: seldom(oneOf('gone', 'unknown')),
    certificate: seldom(oneOf('valid', 'expired', 'unknown')),
    afterOlderBackup: seldom(oneOf('enrols', 'missing', 'unknown')),
    returnToService: seldom(oneOf('on')),
    sendsProfile: seldom(oneOf('no')),
    directPane: hindered,
    nearbySetup: forbidden,
  })
  .map(stated);
export const computer = fc
  .record({
    software: seldom(oneOf(...PROGRAM_IDS), 3),
    systemFiles: seldom(yesOrNo, 2),
    keepsSettings: seldom(yesOrNo),
    installsApps: seldom(yesOrNo),
    remove: seldom(yesOrNo),
    restarts: seldom(yesOrNo),
    copiesFirst: seldom(yesOrNo),
    staging: rarely(oneOf('left-over')),
    build: rarely(oneOf('before-september-2020')),
  })
  .map(stated);
export const surroundings = fc
  .record({
    wifi: rarely(oneOf('off')),
    power: rarely(oneOf('off')),
    speed: often(oneOf('fast', 'usual', 'slow')),
    region: seldom(oneOf('abroad')),
  })
  .map(stated);
