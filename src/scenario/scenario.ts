import * as z from 'zod/mini';
import { EVENT_DATA, type EventData, PHASES } from '../model/event-row.ts';
import { YEAR } from '../model/time.ts';
import { EDITIONS, type Edition, ROUTES, type Route } from '../model/kinds.ts';
import {
  idSchema,
  textSchema,
  wholeSchema,
  describedSchema as described,
  readAsSchema as readAs,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from '../model/fields.ts';
import { itemSchema } from '../model/items.ts';
import { type World, worldSchema } from '../model/world.ts';
import { BEHAVIOURS, type BehaviourId } from '../rulebook/evidence/behaviours.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import { type Expectation, expectSchema } from './expectation.ts';
import {
  changesSchema,
  durationSchema as duration,
  keysOf as keys,
  MAX_DURATION,
  readDuration,
  scriptEvent,
} from './schema-parts.ts';

/** More steps than any story has. */
const MAX_STEP = 1_000_000;
const step = optional(
  wholeSchema(2, MAX_STEP),
  'The step of the attempt that this is, exactly; until then the usual course goes on. Recorded scripts name it',
);

const doEntry = z.strictObject({
  do: described(scriptEvent, 'What the person does, or what happens around the phone'),
  during: optional(z.literal(PHASES), 'The part of the story in which it happens'),
  after: optional(duration, 'How long after that part began'),
  step,
  refused: optional(
    z.literal(true),
    'The phone does not accept it, or answers with an alert that stands in its way. After an alert they leave it ' +
      'at that: what comes next stands in the script, and after its end they give up. Where conditions are ' +
      'changed, it may be accepted',
  ),
  ...({
    account: optional(idSchema),
    backup: optional(idSchema),
    app: optional(idSchema),
    password: optional(z.literal(EVENT_DATA.password)),
    esim: optional(
      z.literal(EVENT_DATA.esim),
      'erase.requested: what is chosen for the eSIM; nobody knows unless said',
    ),
    copies: optional(
      z.literal(EVENT_DATA.copies),
      'settings.signedOut: whether copies of what iCloud keeps stay on the device; nobody knows unless said',
    ),
  } satisfies Readonly<Record<EventData, z.ZodMiniType>>),
});
const waitEntry = z.strictObject({
  wait: described(
    readAs(z.string(), (value, context) => (value === 'next' ? 'next' : readDuration(value, context))),
    `Simulated time passes: a duration of ${MAX_DURATION / YEAR} years at most, or “next” for the next thing ` +
      'that is due and nothing else',
  ),
  untouched: optional(z.literal(true), 'Nobody touches the phone meanwhile: prompts stay unanswered'),
  step,
});
const endEntry = z.strictObject({
  end: described(
    z.literal(['story', 'here']),
    'story: it stops, whatever still runs. here: nothing is told beyond this point, and what runs is left as it is',
  ),
  step,
});
const script = z.array(z.union([doEntry, waitEntry, endEntry])).check(z.maxLength(2000));

/** Most items of one world. */
export const MAX_ITEMS = 200_000;
/** Names without any path: what is read stands beside the scenario. */
export const ITEMS_FILE = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,190}\.jsonl$/;

/**
 * V8 keeps what grew key by key in a table of its own, much larger than the item; a copy is small again. Made
 * here, the tables of a large world are gone before the next item is read.
 */
const compactItem = readAs(z.extend(itemSchema, { category: z.literal(keys(CATEGORIES)) }), (item) => ({ ...item }));

/** A scenario file as a person writes it. */
export const scenarioSchema = z.strictObject({
  title: textSchema(10_000),
  why: described(textSchema(20_000), 'Two lines: why this scenario exists'),
  shows: byDefault(z.array(z.literal(keys(BEHAVIOURS))), [], 'The documented behaviours it shows'),
  case: optional(z.string().check(z.maxLength(300)), 'The report of a real restore that it follows'),
  edition: byDefault(z.literal(EDITIONS), 'modern'),
  route: byDefault(z.literal(ROUTES), 'icloud'),
  world: z.prefault(
    z.extend(worldSchema, {
      items: byDefault(z.array(compactItem).check(z.maxLength(MAX_ITEMS)), []),
      itemsFile: optional(
        z.string().check(z.regex(ITEMS_FILE, 'the name of a file in the same folder that ends in .jsonl')),
        'More items, for large worlds: a file in the same folder, one item in a line as JSON, such as items.jsonl',
      ),
    }),
    {},
  ),
  script: byDefault(script, []),
  attempts: byDefault(
    z
      .array(
        z.strictObject({
          change: byDefault(
            changesSchema,
            {},
            'What changes before this attempt: a path into the world, such as `device.passcode` or ' +
              '`backups.nightly.password`, and its new value. Changes add up: those of the attempts before it still ' +
              'hold',
          ),
          script: optional(script, 'What is done in this attempt; else the script is told again'),
        }),
      )
      .check(z.maxLength(50)),
    [],
    'Further attempts after the first, each with the conditions that change before it. Changes add up from ' +
      'attempt to attempt. Each begins from the world above with its changes, never from what the attempt before has ' +
      'left: a phone that was erased by then is stated as `device.state: new`',
  ),
  expect: optional(expectSchema),
});

type ReadEntry = z.output<typeof scenarioSchema>['script'][number];
type ReadDo = Extract<ReadEntry, { do: string }>;
/** `perhaps`: it was refused under the conditions that the script was written for, and these are others. */
export type DoEntry = Omit<ReadDo, 'refused'> & { readonly refused?: true | 'perhaps' | undefined };
export type WaitEntry = Extract<ReadEntry, { wait: unknown }>;
export type ScriptEntry = DoEntry | Exclude<ReadEntry, ReadDo>;

/** Plain data, as it is read from a file and before it is checked. */
export type Plain = Record<string, unknown>;
export const isPlainData = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scenario ready to be played. */
export interface Scenario {
  /** `theme/what-happens`, or the file's name for a file elsewhere. */
  readonly id: string;
  readonly title: string;
  readonly why: string;
  readonly shows: readonly BehaviourId[];
  readonly case?: string;
  readonly edition: Edition;
  readonly route: Route;
  readonly world: World;
  readonly script: readonly ScriptEntry[];
  readonly attempts: readonly {
    readonly change: Readonly<Record<string, string>>;
    readonly script?: readonly ScriptEntry[] | undefined;
  }[];
  /** Undefined where the file expects nothing: it plays, and no check can fail. */
  readonly expect?: Expectation | undefined;
  /** The file as plain data, before defaults: what changes apply to. */
  readonly stated: Readonly<Record<string, unknown>>;
}
