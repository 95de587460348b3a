import type * as z from 'zod/mini';
import { backupSchema } from '../../../src/model/backups.ts';
import { deviceSchema, oldPhoneSchema } from '../../../src/model/devices.ts';
import type { Draw } from '../../../src/model/draw.ts';
import { copySchema, itemSchema } from '../../../src/model/items.ts';
import { EVENT_DATA, type EventData } from '../../../src/model/event-row.ts';
import { mayCarryWith, SCRIPT_EVENTS, type ScriptEvent } from '../../../src/model/events.ts';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { SERVICE_IDS } from '../../../src/model/services.ts';
import { accountSchema, organisationSchema } from '../../../src/model/world.ts';
import type { CaseFile } from '../../../src/rulebook/case/case-file.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { caseFile, type Plain, story } from '../stories.ts';

/*
 * A world in which any word of the format may stand, whether or not somebody would tell a story of it: what only one
 * word in one place makes a difference to is met often enough.
 */

/** On either side of each version that something hangs on. */
export const VERSIONS = ['10.0', '12.4', '15.2', '16.1', '17.3', '18.3', '26', '26.4', '27'] as const;
const DAYS = ['2025-01-10', '2026-02-10', '2026-02-27'] as const;
export const NAMES = {
  accounts: ['mara', 'firm', 'ola'],
  apps: ['bank', 'chat'],
  backups: ['newer', 'older'],
} as const;

/** What a schema says of a field: its words, or another schema inside it. */
interface Said {
  readonly def: { readonly values?: readonly unknown[]; readonly innerType?: Said };
}
const wordsOf = ({ def: { values, innerType } }: Said): readonly unknown[] =>
  values ?? (innerType ? wordsOf(innerType) : []);

/** The words of each field that has a closed list of them; `often`: in how many of ten places one is drawn. */
function words(draw: Draw, schema: z.ZodMiniObject, often: number, without: readonly string[] = []): Plain {
  const fields = Object.entries(schema.shape)
    .map(([name, field]) => ({ name, list: wordsOf(field as unknown as Said) }))
    .filter(({ name, list }) => list.length > 1 && !without.includes(name));
  if (fields.length === 0) throw new Error('A part of the format has no words to be drawn.');
  const drawn = fields.flatMap(({ name, list }) => (draw.below(10) < often ? [[name, draw.one(list)]] : []));
  return Object.fromEntries(drawn) as Plain;
}
const perhaps = (draw: Draw, part: Plain): Plain => (draw.below(2) === 0 ? part : {});

/** Of every kind of data on which a machine looks by itself, and what two apps hold. */
const ITEMS: readonly Plain[] = [
  { category: 'app', app: 'bank' },
  { category: 'app-data', app: 'bank', policy: 'server' },
  { category: 'app-keychain', app: 'bank' },
  { category: 'network-settings', app: 'bank' },
  { category: 'app', app: 'chat' },
  { category: 'app-data', app: 'chat', policy: 'own-cloud' },
  { category: 'app-data', app: 'chat' },
  { category: 'app-data', app: 'gone' },
  { category: 'app' },
  { category: 'enrolment' },
  { category: 'profiles' },
  { category: 'managed-settings' },
  { category: 'esim' },
  { category: 'watch' },
  { category: 'photos' },
  { category: 'contacts' },
  { category: 'passwords' },
  { category: 'messages' },
  { category: 'health' },
  { category: 'films' },
  { category: 'network-settings', onDemand: 'cuts-network' },
];
/** Ways of the apps' own, each with the words that say nothing of it. */
const COPIES = [
  { id: 'a', kind: 'own-backup', of: ['item-1', 'item-2'], without: ['oldPhone', 'afterFailure'] },
  { id: 'b', kind: 'own-backup', of: ['item-5'], without: ['oldPhone', 'afterFailure'] },
  { id: 'c', kind: 'own-transfer', of: ['item-5', 'item-6'], without: ['password'] },
] as const;
const owner = (draw: Draw, accounts: readonly string[]): Plain =>
  accounts.length > 0 ? perhaps(draw, { account: draw.one(accounts) }) : {};
const NOT_DRAWN_OF_ITEMS = ['category', 'policy', 'onDemand'];

const drawnItem = (draw: Draw, item: Plain, place: number, accounts: readonly string[]): Plain => ({
  id: `item-${place}`,
  bytes: draw.one([0, 20_000, 3e9]),
  ...perhaps(draw, { on: 'new iPhone' }),
  ...owner(draw, accounts),
  ...words(draw, itemSchema, 1, NOT_DRAWN_OF_ITEMS),
  ...item,
  ...(draw.below(4) === 0 ? { policy: draw.one(['server', 'own-cloud', 'excludes-itself']) } : {}),
});

function drawnWorld(draw: Draw): Plain {
  const often = draw.one([2, 5, 8]);
  const accounts = draw.below(8) === 0 ? [] : NAMES.accounts;
  return {
    today: '2026-03-01',
    accounts: accounts.map((id) => ({
      id,
      ...words(draw, accountSchema, often),
      ...(id === 'firm' ? { kind: 'managed' } : {}),
    })),
    device: {
      ...words(draw, deviceSchema, often, ['kind']),
      ios: draw.one(VERSIONS),
      ...perhaps(draw, { latestIos: draw.one(VERSIONS) }),
      free: draw.one([1e9, 128e9]),
      state: draw.one(['new', 'in-use', 'in-use']),
    },
    ...perhaps(draw, {
      oldPhone: { ...words(draw, oldPhoneSchema, often, ['kind']), ios: draw.one(VERSIONS) },
    }),
    organisation: {
      ...words(draw, organisationSchema, often),
      ...perhaps(draw, { movesTo: 'another' }),
      ...perhaps(draw, { addedByConfigurator: draw.one(DAYS) }),
    },
    services: {
      ...owner(draw, accounts),
      ...Object.fromEntries(SERVICE_IDS.map((id) => [id, draw.one(['on', 'on', 'off', 'unknown'])])),
    },
    backups: NAMES.backups.slice(draw.below(3)).map((id) => ({
      id,
      made: draw.one(DAYS),
      ios: draw.one(VERSIONS),
      ...owner(draw, accounts),
      ...perhaps(draw, { device: 'new iPhone' }),
      ...words(draw, backupSchema, 2, ['deviceKind']),
    })),
    copies: COPIES.map(({ without, ...copy }) => ({
      ...copy,
      ...words(draw, copySchema, 2, ['kind', ...without]),
      ...(copy.kind === 'own-backup' ? owner(draw, accounts) : {}),
    })),
    items: ITEMS.map((item, place) => drawnItem(draw, item, place, accounts)),
  };
}

/** What the format refuses, because one word excludes another, is drawn once more. */
function accepted<T>(drawOnce: () => T): T {
  for (;;) {
    try {
      return drawOnce();
    } catch (error) {
      if ((error as Error).name !== 'InputError') throw error;
    }
  }
}

export const drawnFile = (draw: Draw): CaseFile =>
  accepted(() => caseFile(drawnWorld(draw), { route: draw.one(ROUTES) }));

const named = (draw: Draw, data: EventData): string => {
  const known = EVENT_DATA[data];
  return draw.one(known === 'name' ? NAMES[`${data as 'account' | 'app' | 'backup'}s`] : known);
};

/** What a script could say, in an order in which nobody may be able to do it. */
function drawnEntry(draw: Draw): Plain {
  const event = draw.one(Object.keys(SCRIPT_EVENTS) as ScriptEvent[]);
  const said = [...SCRIPT_EVENTS[event].data, ...mayCarryWith(event).filter(() => draw.below(2) === 0)];
  return { do: event, ...Object.fromEntries(said.map((data) => [data, named(draw, data)])) };
}

export const drawnStory = (draw: Draw): Scenario =>
  accepted(() =>
    story(drawnWorld(draw), {
      route: draw.one(ROUTES),
      edition: draw.one([...EDITIONS, 'modern', 'modern', 'modern']),
      script: Array.from({ length: draw.below(9) }, () => drawnEntry(draw)),
    }),
  );
