import type { Draw } from '../../../src/model/draw.ts';
import { BLOCKS, type Block } from '../../../src/rulebook/case/blocks.ts';
import { type CaseFile, OLD_PHONE } from '../../../src/rulebook/case/case-file.ts';
import {
  ENROLMENTS,
  type Enrolment,
  type Lacking,
  perhapsLacking,
  type Situation,
  situationAtStart,
} from '../../../src/rulebook/case/situation.ts';
import { drawnFile, NAMES, VERSIONS } from './drawn-world.ts';

/* A moment in which a machine could be asked: what is settled so far, and all that a context may hold. */

const APPS = [...NAMES.apps, 'gone', 'no-such-app'] as const;

/** A machine's context has some of it. */
export interface Moment {
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly situationAtFreeze: Situation | null;
  readonly [name: string]: unknown;
}

/** One of a list in which nothing can stand as well. */
const oneOf = <T>(draw: Draw, list: readonly T[]): T => list[draw.below(list.length)] as T;
const some = <T>(draw: Draw, list: readonly T[]): T[] => list.filter(() => draw.below(3) === 0);
/** Each part in half of the moments. */
function halfOf<T extends object>(draw: Draw, drawn: T): Partial<T> {
  return Object.fromEntries(Object.entries(drawn).filter(() => draw.below(2) === 0)) as Partial<T>;
}

/** What can be settled before the verdicts are frozen. */
function frozenIn(draw: Draw, file: CaseFile): Situation {
  const { accounts, backups, oldPhone } = file.world;
  const account = (): string | null =>
    accounts.length > 0 ? oneOf(draw, [null, ...accounts.map(({ id }) => id)]) : null;
  return {
    ...situationAtStart(file),
    backup: oneOf(draw, [null, ...backups.map(({ id }) => id), ...(oldPhone ? [OLD_PHONE] : [])]),
    account: account(),
    ...halfOf(draw, {
      ios: oneOf(draw, VERSIONS),
      passcode: draw.below(2) === 0,
      erased: draw.below(2) === 0,
      esim: oneOf(draw, ['kept', 'deleted', null] as const),
      replaced: draw.below(2) === 0,
      enrolment: oneOf(draw, Object.keys(ENROLMENTS) as Enrolment[]),
      route: oneOf(draw, ['icloud', null] as const),
      line: oneOf(draw, ['not-asked', 'moved', 'left'] as const),
      watch: oneOf(draw, ['not-asked', 'taken', 'left'] as const),
    }),
    ...(draw.below(3) === 0 ? { wiped: true as const } : {}),
    ...(draw.below(3) === 0 ? { unmanaged: oneOf(draw, ['by-person', 'by-service'] as const) } : {}),
    ...(draw.below(3) === 0 ? { left: account() } : {}),
  };
}

/** What can come to it later. */
function laterIn(draw: Draw, file: CaseFile, frozen: Situation): Situation {
  const accounts = file.world.accounts.map(({ id }) => id);
  const account = (): string | null => (accounts.length > 0 ? oneOf(draw, [null, ...accounts]) : null);
  return {
    ...frozen,
    ...halfOf(draw, {
      appsDeleted: some(draw, APPS),
      appsInstalled: some(draw, APPS),
      loggedIn: some(draw, APPS),
      ownRestored: some(draw, APPS),
      ownMoved: some(draw, APPS),
      appsStuck: some(draw, APPS),
      appsOffloaded: some(draw, APPS),
      signedOut: some(draw, APPS),
      passwordsGiven: some(draw, accounts),
      passwordsSkipped: some(draw, accounts),
      full: draw.below(2) === 0,
      keychainPasscode: oneOf(draw, ['not-asked', 'given', 'skipped', 'reset'] as const),
    }),
    ...(draw.below(3) === 0 ? { ended: oneOf(draw, ['finished', 'stopped', 'failed', 'story-ended'] as const) } : {}),
    ...(draw.below(3) === 0 ? { blocked: oneOf(draw, Object.keys(BLOCKS) as Block[]) } : {}),
    ...(draw.below(4) === 0 ? { blocked: 'return-to-service' as const } : {}),
    ...(draw.below(3) === 0 ? { enrolment: oneOf(draw, Object.keys(ENROLMENTS) as Enrolment[]) } : {}),
    ...(draw.below(3) === 0 ? { serversEmptied: some(draw, APPS) } : {}),
    ...(draw.below(3) === 0 ? { full: true, appsWithoutRoom: some(draw, APPS) } : {}),
    ...(draw.below(3) === 0 ? { account: account() } : {}),
    ...(draw.below(3) === 0 ? { besides: account() } : {}),
    ...(draw.below(3) === 0
      ? { left: account(), copies: oneOf(draw, ['kept', 'removed', 'not-said', 'by-itself'] as const) }
      : {}),
    ...(draw.below(3) === 0 ? { returned: account() } : {}),
    ...(draw.below(3) === 0 ? { restartForced: true as const } : {}),
  };
}

function lackingIn(draw: Draw, file: CaseFile): Lacking {
  const ids = file.world.items.map(({ id }) => id);
  const needs = (): string[] =>
    some(draw, ids.slice(0, 4)).map((id) => (draw.below(3) === 0 ? perhapsLacking(id) : id));
  return Object.fromEntries(some(draw, ids).map((id) => [id, needs()])) as Lacking;
}

export function drawnMoment(draw: Draw): Moment {
  const file = drawnFile(draw);
  const frozen = frozenIn(draw, file);
  const situation = draw.below(8) === 0 ? frozen : laterIn(draw, file, frozen);
  const isOn = (): boolean => draw.below(3) > 0;
  return {
    ...paramsIn(draw, file),
    file,
    situation,
    situationAtFreeze: draw.below(4) === 0 ? null : frozen,
    lacking: draw.below(2) === 0 ? {} : lackingIn(draw, file),
    findMy: isOn(),
    place: oneOf(draw, ['familiar', 'unfamiliar', 'unknown']),
    bound: !isOn(),
    joined: isOn(),
    connection: { wifi: isOn(), power: isOn(), network: isOn() },
    atFirst: { wifi: isOn(), power: isOn(), network: isOn() },
    dueAtMs: oneOf(draw, [null, 4, 5, 6]),
    remainingMs: oneOf(draw, [null, 3]),
    done: draw.below(9),
    asked: draw.below(3),
    judged: draw.below(9),
    attempt: 1,
    part: oneOf(draw, ['setup', 'afterwards']),
    keychainPasscode: oneOf(draw, ['not-asked', 'given', 'skipped', 'reset']),
    forced: isOn(),
    because: oneOf(draw, [null, ...Object.keys(BLOCKS)]),
  };
}

const LEFT = [
  'signed-in',
  'back',
  'chosen',
  'done',
  'set-up-as-new',
  'staging-left',
  'broken',
  'stopped',
  'joined',
  'gave-up',
];

/** What events, and actors that have ended, bring along. */
export function paramsIn(draw: Draw, file: CaseFile) {
  const { accounts, backups, items } = file.world;
  const ids = items.map(({ id }) => id);
  const frozen = frozenIn(draw, file);
  return {
    app: oneOf(draw, APPS),
    account: oneOf(draw, [...accounts.map(({ id }) => id), ...accounts.map(({ id }) => id), 'nobody', null]),
    backup: oneOf(draw, [...backups.map(({ id }) => id), 'no-such-backup', null]),
    password: oneOf(draw, ['right', 'wrong']),
    esim: oneOf(draw, ['keep', 'delete', undefined]),
    copies: oneOf(draw, ['keep', 'remove', undefined]),
    ios: oneOf(draw, VERSIONS),
    route: oneOf(draw, ['icloud', 'computer', 'direct']),
    left: oneOf(draw, LEFT),
    forced: draw.below(2) === 0,
    outcome: oneOf(draw, ['completed', 'stopped']),
    because: oneOf(draw, Object.keys(BLOCKS)),
    enrolment: oneOf(draw, Object.keys(ENROLMENTS)),
    as: oneOf(draw, Object.keys(ENROLMENTS)),
    to: oneOf(draw, Object.keys(ENROLMENTS)),
    by: oneOf(draw, ['by-person', 'by-service']),
    there: some(draw, ids),
    kept: some(draw, ids),
    anew: some(draw, ids),
    lacking: lackingIn(draw, file),
    restoreRan: draw.below(2) === 0,
    situation: laterIn(draw, file, frozen),
    situationAtFreeze: draw.below(3) === 0 ? null : frozen,
    ms: 7,
    file,
  };
}
