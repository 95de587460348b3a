import { canonical, type Json } from '../model/canonical.ts';
import { accountSchema, worldSchema } from '../model/world.ts';
import { UNNAMED_ACCOUNT } from '../model/account-names.ts';
import { backupSchema } from '../model/backups.ts';
import { deviceSchema, oldPhoneSchema } from '../model/devices.ts';
import { copySchema, itemSchema } from '../model/items.ts';
import { InputError } from '../model/problem.ts';
import { fieldsWithoutEffect } from '../scenario/item-fields.ts';
import { scenarioFrom } from '../scenario/scenario-from.ts';
import { type Scenario, scenarioSchema } from '../scenario/scenario.ts';
import { isGroup, isList, type JsonGroup, type JsonPath, valueAt, withValue } from './json.ts';

/** What names a part or what no part can be without, and the day on which the story plays. */
const ALWAYS_SAID: ReadonlySet<string | number> = new Set(['id', 'category', 'made', 'of', 'at', 'today', 'app']);
/** The world and the few words beside it: the rest of a file is told as it is. */
const CAN_BE_LEFT_OUT: ReadonlySet<string | number> = new Set(['world', 'edition', 'route']);

/**
 * The same file without what holds unless it is said. Nobody keeps a second list of defaults for it: what a world is
 * without a value is asked of the loader, and in the end the whole is held against what it was.
 */
export function leastStated(plain: JsonGroup): JsonGroup {
  const heard = withoutUnheard(plain);
  const whole = scenarioOrNull(heard);
  const bare = whole && scenarioOrNull(stripped(heard));
  if (!whole || !bare) return inKeyOrder(heard);
  const usual = leavesOf(heard, []).filter(
    (path) => mayGo(heard, path) && isSame(valueIn(whole, path), valueIn(bare, path)),
  );
  const same = fingerOf(whole);
  return inKeyOrder(servicesInAWord(withoutTheUnnamed(without(heard, usual, same), same)));
}

/** The account that nobody has named is there without a word. */
function withoutTheUnnamed(plain: JsonGroup, same: string): JsonGroup {
  const accounts = valueAt(plain, ['world', 'accounts']);
  if (!isList(accounts) || canonical(accounts) !== canonical([{ id: UNNAMED_ACCOUNT }])) return plain;
  const tried = withValue(plain, ['world', 'accounts'], undefined);
  const scenario = tried && scenarioOrNull(tried);
  return tried && scenario && fingerOf(scenario) === same ? tried : plain;
}

/** Takes out as many of the values as can go together; where some hang on each other, halves are tried. */
function without(plain: JsonGroup, paths: readonly JsonPath[], same: string): JsonGroup {
  if (paths.length === 0) return plain;
  // From behind, so that places in lists stay what they are.
  const tried = paths.toReversed().reduce((current, path) => withValue(current, path, undefined) ?? current, plain);
  const scenario = scenarioOrNull(tried);
  if (scenario && fingerOf(scenario) === same) return tried;
  if (paths.length === 1) return plain;
  const half = Math.ceil(paths.length / 2);
  return without(without(plain, paths.slice(half), same), paths.slice(0, half), same);
}

const isSame = (a: unknown, b: unknown): boolean => canonical({ value: a }) === canonical({ value: b });
const fingerOf = ({ edition, route, world, script, attempts }: Scenario): string =>
  canonical(JSON.parse(JSON.stringify({ edition, route, world, script, attempts })));
const valueIn = ({ edition, route, world }: Scenario, path: JsonPath): unknown =>
  path.reduce<unknown>((at, step) => (at as Readonly<Record<string, unknown>> | undefined)?.[step], {
    edition,
    route,
    world,
  });

function scenarioOrNull(plain: JsonGroup): Scenario | null {
  try {
    return scenarioFrom(plain, 'case', () => []);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function leavesOf(value: Json | undefined, path: JsonPath): readonly JsonPath[] {
  if (isList(value)) return value.flatMap((part, place) => leavesOf(part, [...path, place]));
  if (isGroup(value)) return Object.entries(value).flatMap(([key, part]) => leavesOf(part, [...path, key]));
  return [path];
}

/** A word alone in a list stands for something that is there. */
function mayGo(plain: JsonGroup, path: JsonPath): boolean {
  const [first] = path;
  const last = path.at(-1);
  if (first === undefined || last === undefined || typeof last === 'number') return false;
  if (!CAN_BE_LEFT_OUT.has(first) || ALWAYS_SAID.has(last)) return false;
  // The kind of a copy is what it is.
  return !(path[1] === 'copies' && last === 'kind') && valueAt(plain, path) !== undefined;
}

/** Only what a world cannot be without, and nothing that a script could speak of in vain. */
function stripped(plain: JsonGroup): JsonGroup {
  const { script: _script, attempts: _attempts, ...rest } = plain;
  return leavesOf(rest, [])
    .toReversed()
    .filter((path) => mayGo(rest, path) && path[1] !== 'services')
    .reduce<JsonGroup>((current, path) => withValue(current, path, undefined) ?? current, rest);
}

/** A file may not say what nothing reads. */
function withoutUnheard(plain: JsonGroup): JsonGroup {
  const unheard = [...fieldsWithoutEffect(plain)].map(({ path }) => path as JsonPath);
  return unheard.reduce((current, path) => withValue(current, path, undefined) ?? current, plain);
}

/** What was so and still is takes one word. */
function servicesInAWord(plain: JsonGroup): JsonGroup {
  const services = valueAt(plain, ['world', 'services']);
  if (!isGroup(services)) return plain;
  const short = Object.fromEntries(
    Object.entries(services).map(([name, state]) => {
      if (!isGroup(state)) return [name, state];
      const { atBackup, now } = state;
      return [name, atBackup !== undefined && atBackup === now ? atBackup : state];
    }),
  );
  return withValue(plain, ['world', 'services'], short) ?? plain;
}

/** Keys stand in the order of the schema, as files of the house have them; items last. */
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(scenarioSchema.shape),
  world: [...Object.keys(worldSchema.shape).filter((key) => !['items', 'copies'].includes(key)), 'items', 'copies'],
  'world.device': Object.keys(deviceSchema.shape),
  'world.oldPhone': Object.keys(oldPhoneSchema.shape),
  'world.accounts': Object.keys(accountSchema.shape),
  'world.backups': Object.keys(backupSchema.shape),
  'world.items': ['id', 'category', 'app', ...Object.keys(itemSchema.shape)],
  'world.copies': Object.keys(copySchema.shape),
};

function inKeyOrder(group: JsonGroup, name = ''): JsonGroup {
  const order = Object.hasOwn(ORDERS, name) ? ORDERS[name] : undefined;
  const placeOf = (key: string): number => {
    const place = order?.indexOf(key);
    return place === undefined || place < 0 ? Number.MAX_SAFE_INTEGER : place;
  };
  const keys = order ? Object.keys(group).toSorted((a, b) => placeOf(a) - placeOf(b)) : Object.keys(group);
  return Object.fromEntries(
    keys.map((key) => {
      const value = group[key];
      const inner = name === '' ? key : `${name}.${key}`;
      if (isGroup(value)) return [key, inKeyOrder(value, inner)];
      if (isList(value)) return [key, value.map((part) => (isGroup(part) ? inKeyOrder(part, inner) : part))];
      return [key, value];
    }),
  );
}
