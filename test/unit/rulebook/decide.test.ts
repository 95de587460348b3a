import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { type Gate, GATE_ORDER, GATES_OF_RESTORE } from '../../../src/model/fates.ts';
import { BACKUP_ROUTES, EDITIONS, type Edition, ROUTES, type Route } from '../../../src/model/kinds.ts';
import { completeWorld, type Item, type WorldInput, worldSchema } from '../../../src/model/world.ts';
import { hasService } from '../../../src/model/services.ts';
import { CaseFile, OLD_PHONE } from '../../../src/rulebook/case/case-file.ts';
import { CATEGORIES, type CategoryId } from '../../../src/rulebook/categories/categories.ts';
import type { Category } from '../../../src/rulebook/categories/category.ts';
import { decide, decideAll, questionFor, type Verdict } from '../../../src/rulebook/judge/decide.ts';
import { cellsOf } from '../../../src/rulebook/judge/cells.ts';
import { FACTS, type FactId } from '../../../src/rulebook/facts/facts.ts';
import type { Rule } from '../../../src/rulebook/tables/rule.ts';
import { erasWithin, IOS_ERAS } from '../../../src/rulebook/tables/ios-versions.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import { BLOCKS, type Situation, SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';

type Plain = Record<string, unknown>;
/** A world in the making, with one item that is judged. Backup: the old iPhone's, all that could go well goes well. */
interface Draft {
  readonly device: Plain;
  readonly backup: Plain;
  readonly oldPhone: Plain;
  readonly account: Plain;
  readonly service: { atBackup: string; now: string };
  readonly item: Plain;
  readonly organisation: Plain;
  readonly computer: Plain;
  owner: string;
  copies: Plain[];
  app: Plain | null;
  runsHere: boolean;
  lacks: string;
  situation: Partial<Situation>;
}

const FREEZE = ['capture', 'erase', 'sign-in', 'eligibility'] as const satisfies readonly Gate[];
const UNTIL_THE_END = GATES_OF_RESTORE;
const categoryIds = Object.keys(CATEGORIES) as CategoryId[];
const rules: readonly (readonly [string, Rule])[] = Object.entries(RULES);
const IOS: Record<Edition, string> = { ios7: '7.1.2', ios8: '8.4.1', modern: '18.3' };

const draft = (): Draft => ({
  device: {},
  backup: {},
  oldPhone: {},
  account: {},
  service: { atBackup: 'off', now: 'off' },
  item: {},
  organisation: {},
  computer: {},
  owner: 'mara',
  copies: [],
  app: null,
  runsHere: true,
  lacks: 'nothing',
  situation: {},
});

function build(d: Draft, edition: Edition, route: Route, category: CategoryId) {
  const { service }: Category = CATEGORIES[category];
  const device = { ios: IOS[edition], ...d.device };
  const runsOn = d.runsHere ? 'any' : d.device['kind'] === 'ipad' ? 'iphone-only' : 'ipad-only';
  const input = {
    device,
    accounts: [{ id: 'mara', ...d.account }, { id: 'ola' }],
    backups: [
      {
        id: 'backup',
        made: '2026-02-01',
        ios: IOS[edition],
        ...(category === 'enrolment' ? { managedBy: 'management' } : {}),
        ...d.backup,
      },
    ],
    ...(route === 'direct' ? { oldPhone: { ios: IOS[edition], ...d.oldPhone } } : {}),
    services: { account: d.owner, ...(service && { [service]: d.service }) },
    organisation: d.organisation,
    computer: d.computer,
    copies: d.copies,
    items: [
      { id: 'item', category, runsOn, ...d.item },
      ...(d.app ? [{ id: 'the-app', category: 'app', app: 'x', runsOn, ...d.app }] : []),
    ],
  } as unknown as WorldInput;
  const file = new CaseFile(completeWorld(worldSchema.parse(input), edition, route), RULES, 'test');
  const situation: Situation = {
    ...SITUATION_AT_START,
    backup: route === 'direct' ? OLD_PHONE : 'backup',
    account: 'mara',
    ios: IOS[edition],
    ...d.situation,
  };
  const item = file.world.items[0];
  if (!item) throw new Error('a world without its item');
  const part = PARTS[d.lacks];
  const hanging = d.lacks === 'app-that-starts' ? file.appItem('x') : undefined;
  const lacking: readonly Item[] = hanging ? [hanging] : part ? [{ ...item, id: 'part', category: part }] : [];
  return { file, situation, item, lacking, question: questionFor(file, item, situation, lacking) };
}

/** A missing part of each kind. */
const PARTS: Readonly<Record<string, CategoryId>> = {
  app: 'app',
  key: 'app-keychain',
  certificate: 'certificates',
  part: 'app-data',
  'first-start': 'app-data',
};

const withApp = (d: Draft, app: Plain = {}): void => {
  d.app = { ...d.app, ...app };
  d.item['app'] = 'x';
};
const set =
  (part: 'device' | 'backup' | 'oldPhone' | 'account' | 'item' | 'organisation' | 'computer', key: string) =>
  (d: Draft, value: string): void => {
    d[part][key] = value;
  };
const inSituation =
  (change: (value: string) => Partial<Situation>) =>
  (d: Draft, value: string): void => {
    d.situation = { ...d.situation, ...change(value) };
  };

/** An iOS within an era. */
const iosIn = (era: string): string => (era === 'older' ? '8.4' : era.replace('ios-', ''));

/** What makes an app's own way as its state says. */
const OWN_WAYS_AS: Readonly<Record<string, Plain>> = {
  missing: { exists: 'no' },
  over: { until: '2026-02-01' },
  'too-old': { made: '2026-01-01' },
  'not-covered': { days: 3 },
  'password-forgotten': { password: 'forgotten' },
  'other-account': { account: 'ola' },
  'number-changed': { number: 'changed' },
  'old-phone-gone': { oldPhone: 'gone' },
  fails: { fails: 'yes' },
  'fails-for-good': { fails: 'yes', afterFailure: 'emptied' },
  unknown: { exists: 'unknown' },
};
const ownWay = (d: Draft, kind: 'own-backup' | 'own-transfer', state: string): void => {
  if (state === 'none') return;
  if (state === 'too-old') d.item['created'] = '2026-01-20';
  if (state === 'not-covered') d.item['created'] = '2025-12-01';
  d.copies.push({
    kind,
    of: ['item'],
    ...(kind === 'own-transfer' ? { oldPhone: 'there' } : {}),
    ...OWN_WAYS_AS[state],
  });
};

/** How to bring about a value of a fact: each turns the one screw that the fact reads. */
const KNOBS: { readonly [F in FactId]?: (d: Draft, value: string) => void } = {
  'backup.chosen': (d, value) => {
    if (value === 'no') d.situation = { ...d.situation, backup: null };
  },
  'item.created': (d, value) => void (d.item['created'] = value === 'after' ? '2026-02-20' : '2026-01-01'),
  'backup.encrypted': (d, value) => !['icloud', 'direct'].includes(value) && set('backup', 'encrypted')(d, value),
  'backup.ios': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, backup: null };
    else d.backup['ios'] = iosIn(value);
  },
  'device.ios': inSituation((value) => ({ ios: iosIn(value) })),
  'service.at-backup': (d, value) => void (value !== 'none' && (d.service.atBackup = value)),
  'service.now': (d, value) => {
    if (value === 'none') return;
    d.service.now = value;
    // A service that is on only now leaves it open whether it took the item up; here it did.
    d.item['uploaded'] ??= 'yes';
  },
  'service.account': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, account: null };
    else d.owner = value === 'same' ? 'mara' : 'ola';
  },
  'account.left': (d, value) => {
    if (value === 'no') return;
    d.service.now = 'on';
    d.item['uploaded'] ??= 'yes';
    d.item['syncs'] = 'on';
    d.situation = {
      ...d.situation,
      left: 'mara',
      copies: value === 'unknown' ? 'not-said' : (value as NonNullable<Situation['copies']>),
    };
  },
  'account.signed-out': inSituation((value) => (value === 'yes' ? { left: 'mara' } : {})),
  'service.holds': set('item', 'uploaded'),
  'service.allowed': (d, value) => {
    for (const key of ['keychainSync', 'photosSync', 'documentSync'])
      d.organisation[key] = value === 'no' ? 'forbidden' : 'allowed';
    if (value === 'not-managed' || value === 'not-this-account') d.account['kind'] = 'managed';
    if (value === 'not-this-account') d.account['services'] = 'forbidden';
  },
  'item.buyer': (d, value) => set('account', 'kind')(d, value),
  'service.trust': (d, value) => {
    d.account['advancedDataProtection'] = value === 'lost' || value === 'waits' ? 'on' : 'off';
    d.account['recovery'] = value === 'lost' ? 'lost' : 'available';
    // The key in an iCloud backup would open the messages.
    if (value === 'lost' || value === 'waits') d.backup['backupTurnedOff'] = d.backup['made'];
    const answers = { reachable: 'given', reset: 'reset', refilled: 'reset' } as const;
    d.situation = { ...d.situation, keychainPasscode: answers[value as keyof typeof answers] ?? 'not-asked' };
    if (value === 'refilled') d.copies = [{ kind: 'other-device', of: ['item'] }];
  },
  'service.two-factor': (d, value) => set('account', 'twoFactor')(d, value === 'off' ? 'off' : 'code-arrives'),
  'item.last-copy-erased': (d, value) => {
    if (value === 'no') return;
    d.item['on'] = d.device['name'] ?? 'new iPhone';
    d.item['heldBy'] = [];
    d.item['uploaded'] = value === 'yes' ? 'no' : 'unknown';
    if (value !== 'yes') d.service.now = 'on';
    d.situation = { ...d.situation, erased: true };
  },
  'item.in-this-backup': (d, value) => {
    if (value === 'left-out') d.item['heldBy'] = [];
    if (value === 'deleted-before') d.item['deleted'] = '2026-01-10';
    if (value === 'of-another-device') d.item['on'] = 'another iPhone';
  },
  'item.in-a-backup': (d, value) => {
    if (value === 'no') d.backup['damaged'] = 'yes';
  },
  'phone.copy': (d, value) => {
    if (value === 'none') return;
    d.item['app'] ??= 'x';
    if (value === 'deleted') d.situation = { ...d.situation, appsDeleted: ['x'] };
    else {
      d.device['state'] = 'in-use';
      d.item['on'] = d.device['name'] ?? 'new iPhone';
      if (value === 'stayed') d.computer['software'] = 'idevicebackup2';
      else d.situation = { ...d.situation, [value === 'erased' ? 'erased' : 'replaced']: true, esim: 'kept' };
    }
  },
  'device.taken': (d, value) => {
    if (value === 'no') return;
    d.device['state'] = 'in-use';
    d.situation = { ...d.situation, [value]: true, esim: 'kept' };
  },
  'item.lacks': (d, value) => {
    d.lacks = value;
    if (value === 'first-start') d.item['start'] = 'hangs';
    if (value === 'app-that-starts') withApp(d, { start: 'hangs' });
  },
  'app.server': (d, value) => {
    if (value !== 'emptied') return;
    d.item['app'] ??= 'x';
    d.situation = { ...d.situation, serversEmptied: ['x'] };
  },
  'app.own-switch': (d, value) => {
    if (value === 'no') return;
    Object.assign(d.item, { ownSwitch: 'out', ...(value === 'left-out' ? { inBackup: 'no' } : {}) });
  },
  'restart.forced': (d, value) => {
    if (value === 'none') return;
    d.device['forcedRestart'] = value;
    d.situation = { ...d.situation, restartForced: true };
  },
  'item.large-video': (d, value) => {
    d.item['overTwoGigabytes'] = value;
  },
  'app.by-hand': (d, value) => {
    if (value !== 'yes') return;
    d.item['app'] ??= 'x';
    d.situation = { ...d.situation, appsInstalled: ['x'] };
  },
  'app.download': (d, value) => {
    d.item['app'] ??= 'x';
    if (value === 'stuck') d.situation = { ...d.situation, appsStuck: ['x'] };
    if (value === 'no-room') d.situation = { ...d.situation, appsWithoutRoom: ['x'] };
    if (value === 'offloaded') d.situation = { ...d.situation, appsOffloaded: ['x'] };
  },
  'device.full': inSituation((value) => ({ full: value === 'yes' })),
  'own.kept-apart': (d, value) => {
    if (value === 'no') return;
    d.item['policy'] = 'own-cloud';
    d.copies.push({ kind: 'own-backup', of: ['item'] });
    if (value === 'yes') d.item['inBackup'] = 'no';
  },
  'own.backup': (d, value) => ownWay(d, 'own-backup', value),
  'own.transfer': (d, value) => ownWay(d, 'own-transfer', value),
  'own.best': (d, value) => {
    if (value === 'neither') return;
    ownWay(d, value === 'transfer' ? 'own-transfer' : 'own-backup', value === 'unknown' ? value : 'ready');
  },
  'own.done': (d, value) => {
    if (value === 'no') return;
    d.item['app'] ??= 'x';
    ownWay(d, value === 'transfer' ? 'own-transfer' : 'own-backup', 'ready');
    d.situation = { ...d.situation, [value === 'transfer' ? 'ownMoved' : 'ownRestored']: ['x'] };
  },
  'item.in-backup': set('item', 'inBackup'),
  'item.listed': (d, value) => {
    d.backup['list'] = 'read';
    d.item['listed'] = value === 'not-named' ? 'no' : value === 'named' ? 'yes' : 'unknown';
  },
  'item.put-back': set('item', 'putBack'),
  'backup.keychain': set('backup', 'keychain'),
  'backup.password': (d, value) => {
    d.situation = { ...d.situation, ...(value === 'in-hand' ? {} : { blocked: 'backup-password' }) };
    d.backup['password'] = value === 'missing' ? 'forgotten' : value === 'unknown' ? value : 'known';
  },
  'app.switch': set('item', 'backupSwitch'),
  'app.policy': set('item', 'policy'),
  'app.present': (d, value) => {
    if (value === 'none') return;
    withApp(
      d,
      { no: { store: 'withdrawn' }, later: { management: 'assigned-to-user' }, unknown: { store: 'unknown' } }[value] ??
        {},
    );
    if (value === 'by-hand') d.computer['installsApps'] = 'no';
  },
  'app.login': (d, value) => {
    if (value !== 'done') return;
    d.item['app'] = 'x';
    d.situation = { ...d.situation, loggedIn: ['x'] };
  },
  'item.management': set('item', 'management'),
  'item.protection': set('item', 'protection'),
  'item.password': (d, value) => {
    if (value === 'not-needed') return;
    d.item['account'] = 'ola';
    d.situation = {
      ...d.situation,
      passwordsGiven: value === 'given' ? ['ola'] : [],
      passwordsSkipped: value === 'skipped' ? ['ola'] : [],
    };
  },
  'item.store': set('item', 'store'),
  'item.offloaded': set('item', 'offloaded'),
  'item.runs-here': (d, value) => void (d.runsHere = value === 'yes'),
  'organisation.app-store': set('organisation', 'appStore'),
  'organisation.icloud-backup': set('organisation', 'icloudBackup'),
  'device.identity': (d, value) => set('device', 'name')(d, value === 'same' ? 'old iPhone' : 'new iPhone'),
  'device.roll': (d, value) => set('device', 'kind')(d, value === 'other' ? 'ipad' : 'iphone'),
  'device.model': (d, value) => set('device', 'model')(d, value === 'other' ? 'iPhone 16' : 'iPhone 15'),
  'device.sim': set('device', 'sim'),
  'device.supervised': (d, value) => {
    d.device['supervised'] = value;
    d.backup['managedBy'] = 'management';
  },
  'device.assigned': (d, value) => {
    d.device['assigned'] = value;
    d.backup['managedBy'] = 'management';
  },
  'device.supervised-by': (d, value) => {
    if (value !== 'none') Object.assign(d.device, { supervised: 'yes', supervisedBy: value });
  },
  'backup.supervision': (d, value) => {
    if (value === 'alike') return;
    d.backup['supervised'] = 'yes';
    d.organisation['otherSupervision'] = value;
  },
  'backup.managed': (d, value) => void (d.backup['managedBy'] = value === 'no' ? 'none' : 'management'),
  'item.installed-by': set('item', 'installedBy'),
  'enrolment.after-older-backup': (d, value) => {
    if (value === 'not-older') return;
    d.device['assigned'] = 'yes';
    d.backup['managedBy'] = 'none';
    d.organisation['afterOlderBackup'] = value;
  },
  'enrolment.state': inSituation((value) => ({ enrolment: value as NonNullable<Situation['enrolment']> })),
  'enrolment.apps-kept': (d, value) => {
    if (value === 'no') return;
    d.device['ios'] = '26.0';
    d.organisation['returnToService'] = 'keeps-apps';
    d.situation = { ...d.situation, wiped: true };
  },
  'enrolment.returned': (d, value) => {
    if (value === 'no') return;
    d.organisation['returnToService'] = 'on';
    d.situation = { ...d.situation, wiped: true };
  },
  'organisation.delivers-apps': set('organisation', 'deliversApps'),
  'enrolment.still-taken': (d, value) => {
    d.organisation['record'] = value === 'no' ? 'gone' : value === 'yes' ? 'kept' : value;
  },
  'profile.removable': (d, value) =>
    set('organisation', 'profileRemoval')(d, value === 'yes' ? 'allowed' : 'forbidden'),
  'device.security-state': (d, value) => {
    d.situation = { ...d.situation, passcode: value === 'kept' };
    if (value === 'unknown') d.backup['passcodeSet'] = 'unknown';
  },
  'account.recorded': (d, value) => {
    if (value === 'none') d.situation = { ...d.situation, account: null };
    else d.backup['account'] = value === 'other' ? 'ola' : 'mara';
  },
  'computer.system-files': set('computer', 'systemFiles'),
  'computer.keeps-settings': set('computer', 'keepsSettings'),
  'computer.installs-apps': set('computer', 'installsApps'),
  'move.holds': (d, value) => {
    if (value === 'no') d.item['on'] = 'an iPad';
    if (value === 'deleted') d.item['deleted'] = '2026-01-01';
  },
  'old-phone.last-copy': (d, value) => {
    if (value === 'yes') d.oldPhone['state'] = 'erased';
    if (value === 'yes') d.backup['complete'] = 'no';
  },
  'move.carries': set('item', 'carried'),
  'move.room': (d, value) => set('oldPhone', 'fits')(d, { enough: 'yes', 'too-little': 'no' }[value] ?? 'unknown'),
  'move.left-over': (d, value) =>
    set('oldPhone', 'brokenOffMove')(d, value === 'nothing' ? 'leaves-nothing' : 'unknown'),
  'old-phone.state': (d, value) => value !== 'none' && set('oldPhone', 'state')(d, value),
  'line.step': (d, value) => {
    d.device['ios'] = '18.3';
    d.oldPhone['ios'] = '18.3';
    d.oldPhone['esimTransfer'] =
      { moved: 'allowed', left: 'allowed', 'not-offered': 'by-carrier-only' }[value] ?? 'unknown';
    if (value === 'hidden') d.organisation['simPane'] = 'forbidden';
    d.situation = {
      ...d.situation,
      ios: '18.3',
      line: ({ left: 'left', hidden: 'not-asked' } as const)[value] ?? 'moved',
    };
  },
  'watch.step': (d, value) => {
    if (value === 'hidden') d.organisation['watchPane'] = 'forbidden';
    else d.situation = { ...d.situation, watch: value as Situation['watch'] };
  },
  'computer.fetches-apps': (d, value) => {
    if (value === 'no') Object.assign(d.computer, { software: 'pymobiledevice3', systemFiles: 'yes' });
  },
  'backup.app-list': set('backup', 'appList'),
  'backup.space': set('backup', 'space'),
  'backup.borrowed': (d, value) => {
    if (value !== 'within')
      Object.assign(d.backup, { space: 'borrowed', made: '2026-02-01', extended: value === 'over' ? 'no' : 'unknown' });
  },
  'backup.beta': set('backup', 'beta'),
  'item.fails': (d, value) => {
    if (value !== 'none') d.item['fails'] = { at: value };
  },
  'item.stops': (d, value) => {
    if (value === 'yes') d.item['fails'] = { at: 'placement', and: 'stops' };
    if (value !== 'by-its-name') return;
    d.item['fails'] = { at: 'placement', and: 'stops', because: 'bad-name' };
    d.situation = { ...d.situation, ios: '18.1' };
  },
  'restore.blocked': inSituation((value) => ({
    blocked: value === 'none' ? null : (value as NonNullable<Situation['blocked']>),
  })),
  'restore.ended': inSituation((value) => ({ ended: value as Situation['ended'] })),
};
const HAS_UNKNOWN = new Set<FactId>([
  'app.own-switch',
  'restart.forced',
  'item.lacks',
  'item.large-video',
  'account.left',
  'backup.supervision',
  'backup.encrypted',
  'service.at-backup',
  'service.now',
  'service.holds',
  'app.switch',
  'item.in-backup',
  'item.put-back',
  'backup.password',
  'app.policy',
  'app.present',
  'item.protection',
  'item.store',
  'device.sim',
  'device.security-state',
  'item.last-copy-erased',
  'enrolment.after-older-backup',
  'enrolment.still-taken',
  'phone.copy',
  'own.kept-apart',
  'own.backup',
  'own.transfer',
  'own.best',
  'move.carries',
  'move.left-over',
  'old-phone.state',
  'line.step',
]);
const all = <T>(scope: readonly T[] | 'all', everything: readonly T[]): readonly T[] =>
  scope === 'all' ? everything : scope;
const cellsIn = (rule: Rule): ReadonlyMap<FactId, readonly string[]> => new Map(cellsOf(rule));
const factsOf = (rule: Rule): FactId[] => [...cellsIn(rule).keys()];

function gatesFor(rule: Rule): readonly Gate[] {
  // What is on the device is asked by itself, whenever that is.
  if (rule.gate === 'phone') return [rule.gate];
  if (rule.when['restore.blocked'] !== undefined || rule.when['restore.ended'] !== undefined) return UNTIL_THE_END;
  return (FREEZE as readonly Gate[]).includes(rule.gate) ? FREEZE : [rule.gate];
}

/** Every way to fill the cells of a row, one value for each fact. */
function* fillings(rule: Rule): Generator<readonly (readonly [FactId, string])[]> {
  const facts = factsOf(rule);
  let ways: (readonly (readonly [FactId, string])[])[] = [[]];
  for (const fact of facts)
    ways = ways.flatMap((way) => (cellsIn(rule).get(fact) ?? []).map((value) => [...way, [fact, value] as const]));
  yield* ways;
}

/** Worlds in which nothing but the cells of the row differs from a restore that goes well. */
function* worldsFor(rule: Rule) {
  for (const edition of all(rule.editions, EDITIONS)) {
    for (const route of all(rule.routes, ROUTES)) {
      for (const category of all(rule.categories, categoryIds)) {
        for (const filling of fillings(rule)) {
          const d = draft();
          for (const [fact, value] of filling) KNOBS[fact]?.(d, value);
          yield build(d, edition, route, category);
        }
      }
    }
  }
}

test('every fact that a rule compares can be brought about by a world', () => {
  const compared = new Set(rules.flatMap(([, rule]) => factsOf(rule)));
  const missing = [...compared].filter((fact) => KNOBS[fact] === undefined && !fact.startsWith('category.'));
  expect(missing).toEqual([]);
});

test.each(rules)('%s decides in some world', (id, rule) => {
  const gates = gatesFor(rule);
  for (const { question } of worldsFor(rule)) {
    const verdict = decide(question, gates);
    if (verdict?.rule !== id) continue;
    expect(verdict).toMatchObject({ gate: rule.gate, outcome: rule.outcome });
    return;
  }
  expect.unreachable('another row always comes first');
});

/** A row that names versions, and each era of iOS with which it must be silent. */
const outOfTime = rules.flatMap(([id, rule]) =>
  (['backup', 'device'] as const).flatMap((whose) => {
    const named = rule.ios?.[whose];
    if (named === undefined) return [];
    const within: readonly string[] = erasWithin(named);
    return Object.keys(IOS_ERAS)
      .filter((era) => !within.includes(era))
      .map((era) => [id, whose, era, rule] as const);
  }),
);

test.each(outOfTime)('%s is silent where the %s is of the era %s', (id, whose, era, rule) => {
  const gates = gatesFor(rule);
  for (const edition of all(rule.editions, EDITIONS)) {
    for (const route of all(rule.routes, ROUTES)) {
      for (const category of all(rule.categories, categoryIds)) {
        const d = draft();
        for (const [fact, values] of cellsIn(rule)) if (values[0] !== undefined) KNOBS[fact]?.(d, values[0]);
        KNOBS[`${whose}.ios`]?.(d, era);
        const verdict = decide(build(d, edition, route, category).question, gates);
        expect([verdict?.rule, ...(verdict?.also ?? [])]).not.toContain(id);
      }
    }
  }
});

/** Whether the service of a category, if it has one, was there in the days of an edition. */
const isThere = (edition: Edition, category: CategoryId): boolean => {
  const { service }: Category = CATEGORIES[category];
  return service === undefined || hasService(IOS[edition], service);
};

test.each(rules)('%s speaks up in each edition, on each route and for each category that it names', (id, rule) => {
  const gates = gatesFor(rule);
  const silent = new Set(
    all(rule.editions, EDITIONS).flatMap((edition) =>
      all(rule.routes, ROUTES).flatMap((route) =>
        all(rule.categories, categoryIds)
          .filter((category) => isThere(edition, category))
          .map((category) => `${edition} ${route} ${category}`),
      ),
    ),
  );
  for (const { question, file, item } of worldsFor(rule)) {
    const verdict = decide(question, gates);
    if (verdict?.rule === id || verdict?.also.includes(id))
      silent.delete(`${file.world.edition} ${file.world.route} ${item.category}`);
  }
  // A row for all kinds of data may be out of question for some of them.
  if (rule.categories !== 'all') expect([...silent]).toEqual([]);
  else expect(silent.size).toBeLessThan(EDITIONS.length * ROUTES.length * categoryIds.length);
});

const isLoss = ({ rule }: Verdict): boolean => ruleNamed(rule).outcome === 'lost-at-erase';
const ruleNamed = (id: string): Rule => must(new Map(rules).get(id), id);

/** What `decide` must answer, worked out the slow way: all rows of a gate, all facts of a row. */
function expected(question: ReturnType<typeof build>['question'], gates: readonly Gate[]): Verdict | null {
  const { edition, route } = question.file.world;
  const holding = gates
    .flatMap((gate) =>
      rules
        .filter(
          ([, rule]) =>
            rule.gate === gate &&
            all(rule.editions, EDITIONS).includes(edition) &&
            all(rule.routes, ROUTES).includes(route),
        )
        .filter(([, rule]) => (all(rule.categories, categoryIds) as readonly string[]).includes(question.item.category))
        .map(([id, rule]) => ({
          id,
          rule,
          open: factsOf(rule).filter((fact) => !cellsIn(rule).get(fact)?.includes(FACTS[fact].read(question))),
        }))
        .filter(({ open }) => open.every((fact) => FACTS[fact].read(question) === 'unknown'))
        // Where the list of the backup lacks it, what hangs on a fact says nothing of whether the backup holds it.
        .filter(
          ({ rule, open }) =>
            open.length === 0 || rule.gate !== 'capture' || FACTS['item.listed'].read(question) !== 'not-named',
        ),
    )
    // What an erase took for good is told before why no backup held it.
    .toSorted((a, b) => Number(b.rule.outcome === 'lost-at-erase') - Number(a.rule.outcome === 'lost-at-erase'));
  const [first, ...others] = holding;
  if (!first) return null;
  const also = others.filter(({ open }) => open.length === 0).map(({ id }) => id);
  const [missing] = first.open;
  return missing === undefined
    ? { gate: first.rule.gate, rule: first.id, outcome: first.rule.outcome, also }
    : { gate: first.rule.gate, rule: first.id, outcome: 'unknown', missing, also };
}

describe('in any world', () => {
  const knobs = (Object.keys(KNOBS) as FactId[]).map((fact) => ({
    fact,
    values: [...Object.keys(FACTS[fact].values), ...(HAS_UNKNOWN.has(fact) ? ['unknown'] : [])],
  }));
  const turns = fc.array(
    fc
      .constantFrom(...knobs)
      .chain(({ fact, values }) => fc.constantFrom(...values).map((value) => [fact, value] as const)),
    { maxLength: 9 },
  );
  const gateLists = fc.constantFrom<readonly Gate[]>(
    FREEZE,
    UNTIL_THE_END,
    ['placement'],
    ['download'],
    ['sync'],
    GATE_ORDER,
  );
  const world = fc.record({ edition: fc.constantFrom(...EDITIONS), route: fc.constantFrom(...ROUTES), turns });

  test.each(categoryIds)(
    '%s gets exactly one verdict, the same each time, from the first gate that has one',
    (category) => {
      fc.assert(
        fc.property(world, gateLists, ({ edition, route, turns: chosen }, gates) => {
          const d = draft();
          for (const [fact, value] of chosen) KNOBS[fact]?.(d, value);
          const { file, situation, item, lacking, question } = build(d, edition, route, category);
          const verdict = decide(question, gates);
          expect(verdict).toEqual(expected(question, gates));
          expect(decide(question, gates)).toEqual(verdict);
          expect(decideAll(file, [item], situation, gates, () => lacking)).toEqual([verdict]);
          if (!verdict) return;
          expect(verdict.also).not.toContain(verdict.rule);
          expect(new Set(verdict.also).size).toBe(verdict.also.length);
          expect(verdict.outcome === 'unknown').toBe(verdict.missing !== undefined);
          if (verdict.missing) expect(FACTS[verdict.missing].read(question)).toBe('unknown');
          const firstGate = gates.find((gate) => decide(question, [gate]) !== null);
          if (!isLoss(verdict)) expect(verdict.gate).toBe(firstGate);
        }),
        { numRuns: 120 },
      );
    },
  );

  test('a restore that was held up or broke off leaves no item without a verdict', () => {
    const places: Readonly<Record<string, { edition?: readonly Edition[]; routes?: readonly Route[] }>> = {
      'other-account': { routes: ['icloud'] },
      deleted: { routes: ['icloud'] },
      'recovery-lost': { routes: ['icloud'] },
      'no-account': { routes: ['icloud'] },
      'not-kept': { routes: ['icloud'], edition: ['ios7', 'ios8'] },
      'too-old-for-icloud': { routes: ['icloud'], edition: ['modern'] },
      'borrowed-over': { routes: ['icloud'], edition: ['modern'] },
      ...Object.fromEntries(
        [
          'overwritten',
          'no-index',
          'stale-index',
          'staging-left',
          'needs-restart',
          'erased-by-ios',
          'no-app-list',
          'thin-backup',
        ].map((block) => [block, { routes: ['computer'] }]),
      ),
      'find-my': { routes: ['computer', 'direct'] },
      'backup-password': { routes: ['computer'] },
      supervision: { routes: ['computer'] },
      'pairing-forbidden': { routes: ['computer'] },
      disconnected: { routes: ['computer'] },
      ...Object.fromEntries(
        [
          'no-backup',
          'never-completed',
          'newer-ios',
          'damaged',
          'sign-in',
          'restore-hidden',
          'no-space',
          'not-moved',
          'bad-item',
          'bad-download',
        ].map((block) => [block, { routes: BACKUP_ROUTES }]),
      ),
      ...Object.fromEntries(
        [
          'direct-needs-newer-ios',
          'direct-not-offered',
          'direct-hidden',
          'no-old-phone',
          'phones-apart',
          'quick-start-forbidden',
          'owner-missing',
          'old-passcode',
          'old-phone-newer',
          'move-broken-off',
        ].map((block) => [block, { routes: ['direct'] }]),
      ),
      stopped: { routes: BACKUP_ROUTES },
    };
    const held = fc.constantFrom<readonly [FactId, string]>(
      ...Object.keys(BLOCKS).map((value) => ['restore.blocked', value] as const),
      ...(['stopped', 'story-ended'] as const).map((value) => ['restore.ended', value] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...categoryIds),
        world,
        held,
        (category, { edition, route, turns: chosen }, [fact, value]) => {
          const place = places[value];
          fc.pre((place?.routes ?? ROUTES).includes(route) && (place?.edition ?? EDITIONS).includes(edition));
          const d = draft();
          for (const [other, setting] of chosen) if (!other.startsWith('restore.')) KNOBS[other]?.(d, setting);
          KNOBS[fact]?.(d, value);
          if (value === 'no-old-phone') d.oldPhone['state'] = 'gone';
          expect(decide(build(d, edition, route, category).question, UNTIL_THE_END)).not.toBeNull();
        },
      ),
      { numRuns: 1500 },
    );
  });
});

/** What the table of categories promises, and what the rules say, are the same thing. */
describe.each(categoryIds)('%s', (category) => {
  const { icloud, computer, returns, protection }: Category = CATEGORIES[category];
  const keptBy = (d: Draft): Draft => {
    d.device['name'] = 'old iPhone';
    return d;
  };
  const fate = (route: Route, change: (d: Draft) => void = () => {}): Verdict | null => {
    const d = keptBy(draft());
    change(d);
    return decide(build(d, 'modern', route, category).question, FREEZE);
  };
  const never = { gate: 'capture', outcome: 'never-in-backup' };

  test('comes back from an iCloud backup on the same device as far as the table says', () => {
    if (icloud === 'never' && returns !== 'store') expect(fate('icloud')).toMatchObject(never);
    else if (icloud === 'until-ios-10' || icloud === 'until-ios-11') {
      expect(fate('icloud')).toMatchObject(never);
      expect(fate('icloud', (d) => KNOBS['backup.ios']?.(d, 'ios-10.1'))).toBeNull();
    } else expect(fate('icloud')).toBeNull();
    if (icloud === 'unless-synced')
      expect(fate('icloud', (d) => void (d.service.atBackup = 'on'))).toMatchObject(never);
  });

  test('comes back from a computer backup on the same device as far as the table says', () => {
    const encrypted = (d: Draft): void => void (d.backup['encrypted'] = 'yes');
    const storeDelivers = returns === 'store' || category === 'ringtones';
    if (computer === 'never' && !storeDelivers) expect(fate('computer', encrypted)).toMatchObject(never);
    else if (computer === 'until-ios-12')
      expect(fate('computer', (d) => (encrypted(d), KNOBS['backup.ios']?.(d, 'ios-12.0')))).toBeNull();
    else if (computer !== 'not-settled-unless-synced') expect(fate('computer', encrypted)).toBeNull();
    if (computer === 'encrypted-only') expect(fate('computer')).toMatchObject(never);
    if (computer === 'until-ios-12') {
      expect(fate('computer', (d) => KNOBS['backup.ios']?.(d, 'ios-11.0'))).toBeNull();
      expect(fate('computer', (d) => KNOBS['backup.ios']?.(d, 'ios-12.0'))).toMatchObject(never);
    }
    const onInICloud = (d: Draft): void => void (d.service.atBackup = 'on');
    const open = { gate: 'capture', outcome: 'unknown', missing: 'item.in-backup' };
    if (computer === 'not-settled-unless-synced') {
      expect(fate('computer')).toMatchObject(open);
      expect(fate('computer', onInICloud)).toMatchObject(never);
    }
    if (computer === 'disputed-if-synced') {
      expect(fate('computer', onInICloud)).toMatchObject(open);
      const said = (word: string) => (d: Draft) => (onInICloud(d), void (d.item['inBackup'] = word));
      expect(fate('computer', said('no'))).toMatchObject(never);
      expect(fate('computer', said('yes'))).toBeNull();
    }
    if (computer === 'unless-synced')
      expect(fate('computer', (d) => void (d.service.atBackup = 'on'))).toMatchObject(never);
  });

  test('comes over from the old phone as far as the table says', () => {
    const { direct } = CATEGORIES[category];
    const verdict = decide(build(draft(), 'modern', 'direct', category).question, FREEZE);
    if (verdict === null) expect(direct).toBe('comes');
    else if (direct === 'not-stated') expect(verdict).toMatchObject({ outcome: 'unknown', missing: 'move.carries' });
    else {
      expect(direct).toBe('stays');
      expect(['never-in-backup', 'excluded']).toContain(verdict.outcome);
    }
  });

  test('follows its protection on another device', () => {
    const elsewhere = decide(build(draft(), 'modern', 'icloud', category).question, FREEZE);
    const isExcluded = elsewhere?.outcome === 'excluded';
    // From iCloud nothing that a key of the old device locks reaches another one; Bluetooth is a list of files that
    // do not move, and an enrolment is one of a single device.
    expect(isExcluded).toBe(
      (icloud === 'in' && ['migratory', 'this-device-only'].includes(protection)) ||
        ['bluetooth', 'enrolment'].includes(category),
    );
  });

  test('is downloaded again when only the store delivers it', () => {
    const verdict = decide(build(draft(), 'modern', 'icloud', category).question, ['download']);
    expect(verdict?.outcome ?? null).toBe(returns === 'store' ? 'downloaded-again' : null);
  });
});

/** Cases as a trainer tells them. The item is judged at the gates named, in the world that the case describes. */
interface Case {
  readonly when: string;
  readonly category: CategoryId;
  readonly route?: Route;
  readonly edition?: Edition;
  readonly gates?: readonly Gate[];
  readonly world?: (d: Draft) => void;
  readonly rule: string | null;
  readonly outcome?: string;
  readonly missing?: FactId;
}
const same = (d: Draft): void => void (d.device['name'] = 'old iPhone');
const encrypted = (d: Draft): void => void (d.backup['encrypted'] = 'yes');
const serviceOn = (d: Draft): void => void Object.assign(d.service, { atBackup: 'on', now: 'on' });
const item =
  (fields: Plain) =>
  (d: Draft): void =>
    void Object.assign(d.item, fields);
const situation =
  (fields: Partial<Situation>) =>
  (d: Draft): void =>
    void (d.situation = { ...d.situation, ...fields });
const both =
  (...changes: readonly ((d: Draft) => void)[]) =>
  (d: Draft): void =>
    changes.forEach((change) => change(d));
const erasedHere = both(same, situation({ erased: true }));
const DOWNLOAD: readonly Gate[] = ['download'];
const SYNC: readonly Gate[] = ['sync'];

const cases: readonly Case[] = [
  {
    when: 'passwords from an iCloud backup reach another iPhone',
    category: 'passwords',
    rule: 'keychain/locked-to-the-old-device',
    outcome: 'excluded',
  },
  { when: 'passwords from an iCloud backup reach the same iPhone', category: 'passwords', world: same, rule: null },
  {
    when: 'passwords lie in a computer backup without a password',
    category: 'passwords',
    route: 'computer',
    rule: 'keychain/locked-without-a-backup-password',
  },
  {
    when: 'passwords lie in an encrypted computer backup',
    category: 'passwords',
    route: 'computer',
    world: encrypted,
    rule: null,
  },
  {
    when: 'a code for one device only lies in an encrypted computer backup',
    category: 'app-keychain',
    route: 'computer',
    world: both(encrypted, item({ protection: 'this-device-only' })),
    rule: 'keychain/this-device-only',
  },
  {
    when: 'a secret needs a passcode, on the very same device',
    category: 'app-keychain',
    world: both(same, item({ protection: 'when-passcode-set' })),
    rule: 'keychain/when-passcode-set',
    outcome: 'never-in-backup',
  },
  {
    when: 'nobody knows how a code is protected',
    category: 'app-keychain',
    world: both(same, item({ protection: 'unknown' })),
    rule: 'keychain/when-passcode-set',
    outcome: 'unknown',
    missing: 'item.protection',
  },
  {
    when: 'the passcode was removed since the backup',
    category: 'app-data',
    world: both(same, item({ protection: 'security-state' }), situation({ passcode: false })),
    rule: 'device/security-state-changed',
  },
  {
    when: 'health lies in a computer backup without a password',
    category: 'health',
    route: 'computer',
    rule: 'encryption/unencrypted-computer-backup',
    outcome: 'never-in-backup',
  },
  {
    when: 'health lies in an encrypted computer backup',
    category: 'health',
    route: 'computer',
    world: encrypted,
    rule: null,
  },
  {
    when: 'nobody knows whether the computer backup is encrypted',
    category: 'wifi',
    route: 'computer',
    world: (d) => void (d.backup['encrypted'] = 'unknown'),
    rule: 'encryption/unencrypted-computer-backup',
    outcome: 'unknown',
    missing: 'backup.encrypted',
  },
  {
    when: 'calls, from before Apple named them, lie in a plain backup',
    category: 'call-history',
    edition: 'ios8',
    route: 'computer',
    rule: null,
  },
  {
    when: 'photos are in iCloud Photos',
    category: 'photos',
    world: serviceOn,
    rule: 'capture/photos-in-icloud',
    outcome: 'never-in-backup',
  },
  {
    when: 'photos are in iCloud Photos and the phone syncs',
    category: 'photos',
    world: serviceOn,
    gates: SYNC,
    rule: 'sync/photos',
    outcome: 'synced',
  },
  { when: 'photos are not in iCloud Photos', category: 'photos', rule: null },
  {
    when: 'nobody knows whether iCloud Photos was on',
    category: 'photos',
    world: (d) => void (d.service.atBackup = 'unknown'),
    rule: 'capture/photos-in-icloud',
    outcome: 'unknown',
    missing: 'service.at-backup',
  },
  {
    when: 'photos of an iPhone meet an iPad under iOS 7',
    category: 'photos',
    edition: 'ios7',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: 'device/camera-roll-of-another-kind-ios7',
  },
  {
    when: 'photos of an iPhone meet an iPad under iOS 8 without the library',
    category: 'photos',
    edition: 'ios8',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: 'device/camera-roll-of-another-kind-ios8',
  },
  {
    when: 'photos of an iPhone meet an iPad today',
    category: 'photos',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: null,
  },
  {
    when: 'a photo is newer than the backup and the old phone still has it',
    category: 'photos',
    world: item({ created: '2026-02-20' }),
    rule: 'capture/after-backup',
    outcome: 'never-in-backup',
  },
  {
    when: 'a photo is newer than the backup and its phone was erased',
    category: 'photos',
    world: both(erasedHere, item({ created: '2026-02-20' })),
    rule: 'erase/only-copy-after-backup',
    outcome: 'lost-at-erase',
  },
  {
    when: 'a photo had not been uploaded and its phone was erased',
    category: 'photos',
    world: both(erasedHere, serviceOn, item({ uploaded: 'no' })),
    rule: 'erase/photos-not-uploaded',
    outcome: 'lost-at-erase',
  },
  {
    when: 'a photo had been uploaded and its phone was erased',
    category: 'photos',
    world: both(erasedHere, serviceOn),
    rule: 'capture/photos-in-icloud',
    outcome: 'never-in-backup',
  },
  {
    when: 'there was no backup and the phone was erased',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: both(
      item({ on: 'new iPhone', heldBy: [] }),
      situation({ backup: null, blocked: 'no-backup', erased: true }),
    ),
    rule: 'erase/no-usable-backup',
    outcome: 'lost-at-erase',
  },
  {
    when: 'there was no backup and the old phone still has it',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: situation({ backup: null, blocked: 'no-backup', erased: true }),
    rule: 'listing/no-backup',
    outcome: 'not-downloaded',
  },
  {
    when: 'the backup needs a newer iOS',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: situation({ backup: null, blocked: 'newer-ios' }),
    rule: 'listing/newer-ios',
  },
  {
    when: 'contacts are synced today',
    category: 'contacts',
    world: serviceOn,
    rule: 'capture/contacts-in-icloud',
    outcome: 'never-in-backup',
  },
  { when: 'contacts were kept on the phone only', category: 'contacts', rule: null },
  {
    when: 'messages are in iCloud and the backup on a computer',
    category: 'messages',
    route: 'computer',
    world: serviceOn,
    rule: 'capture/messages-not-on-the-computer',
  },
  {
    when: 'messages meet another SIM under iOS 8',
    category: 'messages',
    edition: 'ios8',
    world: (d) => void (d.device['sim'] = 'other'),
    rule: 'device/messages-need-their-sim',
  },
  {
    when: 'messages meet another SIM today',
    category: 'messages',
    world: (d) => void (d.device['sim'] = 'other'),
    rule: null,
  },
  {
    when: 'nobody knows which SIM is in the phone',
    category: 'voicemail-password',
    world: (d) => void (d.device['sim'] = 'unknown'),
    rule: 'device/voicemail-password-needs-its-sim',
    outcome: 'unknown',
    missing: 'device.sim',
  },
  {
    when: 'an iPad app meets an iPhone',
    category: 'app',
    world: (d) => void (d.runsHere = false),
    rule: 'device/app-for-another-kind',
    outcome: 'excluded',
  },
  {
    when: 'the data of an app lie on its server',
    category: 'app-data',
    gates: DOWNLOAD,
    world: item({ policy: 'server', app: 'x' }),
    rule: 'app/server-login',
    outcome: 'pending',
  },
  {
    when: 'the person logged in to that app',
    category: 'app-data',
    gates: DOWNLOAD,
    world: both(item({ policy: 'server', app: 'x' }), situation({ loggedIn: ['x'] })),
    rule: 'app/server-login-done',
    outcome: 'downloaded-again',
  },
  {
    when: 'the backup switch of an app was off',
    category: 'app-data',
    world: item({ backupSwitch: 'off' }),
    rule: 'capture/app-switch-off',
  },
  {
    when: 'that switch was off, but the backup is on a computer',
    category: 'app-data',
    route: 'computer',
    world: item({ backupSwitch: 'off' }),
    rule: null,
  },
  {
    when: 'the app of the data is no longer in the store',
    category: 'app-data',
    gates: DOWNLOAD,
    world: (d) => withApp(d, { store: 'withdrawn' }),
    rule: 'app/data-without-its-app',
    outcome: 'pending',
  },
  {
    when: 'music was bought with another account whose password was skipped',
    category: 'music',
    gates: DOWNLOAD,
    world: both(item({ account: 'ola' }), situation({ passwordsSkipped: ['ola'] })),
    rule: 'account/password-skipped',
    outcome: 'pending',
  },
  {
    when: 'music was bought with the account signed in',
    category: 'music',
    gates: DOWNLOAD,
    rule: 'store/downloaded-again',
    outcome: 'downloaded-again',
  },
  {
    when: 'the restore was stopped before the music came',
    category: 'music',
    gates: UNTIL_THE_END,
    world: situation({ ended: 'stopped' }),
    rule: 'download/stopped',
    outcome: 'not-downloaded',
  },
  {
    when: 'a managed app is to come back from a computer',
    category: 'app',
    route: 'computer',
    world: item({ management: 'assigned-to-user' }),
    rule: 'managed/not-from-a-computer',
  },
  {
    when: 'iCloud Keychain waits for the old passcode',
    category: 'passwords',
    gates: SYNC,
    world: serviceOn,
    rule: 'sync/keychain-waits-for-passcode',
    outcome: 'pending',
  },
  {
    when: 'the old passcode was given',
    category: 'passwords',
    gates: SYNC,
    world: both(serviceOn, situation({ keychainPasscode: 'given' })),
    rule: 'sync/keychain',
    outcome: 'synced',
  },
  {
    when: 'another account is signed in than the computer backup recorded',
    category: 'imessage-keys',
    route: 'computer',
    world: both(same, (d) => void (d.backup['account'] = 'ola'), situation({ account: null })),
    rule: 'account/other-than-recorded',
  },
];

test.each(cases)(
  '$category: $when',
  ({ category, route = 'icloud', edition = 'modern', gates = FREEZE, world, rule, outcome, missing }) => {
    const d = draft();
    world?.(d);
    const verdict = decide(build(d, edition, route, category).question, gates);
    expect(verdict?.rule ?? null).toBe(rule);
    if (outcome !== undefined) expect(verdict?.outcome).toBe(outcome);
    if (missing !== undefined) expect(verdict?.missing).toBe(missing);
  },
);

test('rows behind the first that would have stopped it too are kept for the what-if', () => {
  const d = draft();
  item({ created: '2026-02-20', protection: 'this-device-only' })(d);
  expect(decide(build(d, 'modern', 'icloud', 'app-keychain').question, FREEZE)).toEqual({
    gate: 'capture',
    rule: 'capture/after-backup',
    outcome: 'never-in-backup',
    also: ['keychain/locked-to-the-old-device', 'keychain/this-device-only'],
  });
});
