import { exactly } from '../../model/exactly.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { Run } from '../../run/play.ts';
import { inOrder } from '../../scenario/conditions.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Plain, Scenario } from '../../scenario/scenario.ts';
import type { Axis } from '../lesson.ts';
import { type Combination, combinationsOf } from './combinations.ts';
import { type Packing, statedItems } from './packing.ts';
import { changedOrNull, playOrNull } from './single-play.ts';

/** A combination, and the ids that items have where it stands. */
export interface PackedWorld {
  readonly combination: Combination;
  readonly idOf: (id: string) => string;
}

export interface PackedPlay {
  readonly run: Run;
  readonly worlds: readonly PackedWorld[];
  /** Combinations in which somebody would do what cannot be done. */
  readonly impossible: readonly Combination[];
  /** Those that cannot stand beside the others. */
  readonly apart: readonly Combination[];
}

/** What a value writes into the file: a field of an item, or entries at the end of the script. */
type Patch =
  | { readonly item: string; readonly field: string; readonly value: unknown }
  | { readonly entries: readonly Plain[] };
type Patches = ReadonlyMap<string, Patch>;

const keyOf = (path: string, value: string): string => `${path}=${value}`;
const scriptOf = ({ stated }: Scenario): readonly Plain[] =>
  'script' in stated ? (stated['script'] as readonly Plain[]) : [];

/** Plays every combination of the own axes beside the others; `null` where that cannot be done here. */
export function playPacked(scenario: Scenario, packing: Packing): PackedPlay | null {
  const patches = patchesOf(scenario, [...packing.ofApp, ...packing.ofItems]);
  const isWhole = ({ changes }: Combination): boolean =>
    Object.entries(changes).every(([path, value]) => patches.has(keyOf(path, value)));
  const [apps, notApps] = parted(combinationsOf(packing.ofApp), isWhole);
  let [items, notItems] = parted(combinationsOf(packing.ofItems), isWhole);
  // Each time those are left out that make no world beside the others.
  for (let tries = 0; tries < 4 && apps.length > 0 && items.length > 0; tries += 1) {
    const built = new PackedScenario(scenario, packing, patches, apps, items);
    const { packed, bad } = built.make();
    if (!packed) {
      if (bad.size === 0) return null;
      notItems = [...notItems, ...items.filter((_, place) => bad.has(place))];
      items = items.filter((_, place) => !bad.has(place));
      continue;
    }
    const run = playOrNull(packed);
    if (run === null) return null;
    const refused = new Set(
      run.journal.lines.flatMap((line) => (line.type === 'refused' ? [String(line.data['app'])] : [])),
    );
    const [played, impossible] = parted([...apps.keys()], (n) => !built.appNames(n).some((name) => refused.has(name)));
    return {
      run,
      worlds: played.flatMap((n) =>
        items.map((_, m) => ({ combination: joined(apps[n], items[m]), idOf: (id) => built.idIn(id, n, m) })),
      ),
      impossible: impossible.flatMap((n) => items.map((own) => joined(apps[n], own))),
      apart: [
        ...notApps.flatMap((app) => combinationsOf(packing.ofItems).map((own) => joined(app, own))),
        ...apps.flatMap((app) => notItems.map((own) => joined(app, own))),
      ],
    };
  }
  return null;
}

const parted = <T>(list: readonly T[], holds: (each: T) => boolean): [T[], T[]] => [
  list.filter(holds),
  list.filter((each) => !holds(each)),
];

export const joined = (a: Combination | undefined, b: Combination | undefined): Combination => {
  const [first, second] = [must(a, 'a combination'), must(b, 'a combination')];
  return { changes: { ...first.changes, ...second.changes }, weight: first.weight * second.weight };
};

/** None for a value with which this is no world. */
function patchesOf(scenario: Scenario, axes: readonly Axis[]): Patches {
  const patches = new Map<string, Patch>();
  const told = scriptOf(scenario).length;
  for (const { path, values } of axes)
    for (const { value } of values) {
      const changed = changedOrNull(scenario, { [path]: value });
      if (!changed) continue;
      patches.set(
        keyOf(path, value),
        path.startsWith('script.') ? { entries: scriptOf(changed).slice(told) } : itemPatch(scenario, changed, path),
      );
    }
  return patches;
}

function itemPatch(scenario: Scenario, changed: Scenario, path: string): Patch {
  const [, item, field] = exactly(3, path.split('.'), `the path ${path} of a field of an item`);
  const place = scenario.world.items.findIndex(({ id }) => id === item);
  return { item, field, value: must(statedItems(changed)[place], item)[field] };
}

/** One world with the app of each combination of its values, and in each of them the items of each of theirs. */
class PackedScenario {
  readonly #scenario: Scenario;
  readonly #packing: Packing;
  readonly #apps: readonly (readonly Patch[])[];
  readonly #items: readonly (readonly Patch[])[];

  constructor(
    scenario: Scenario,
    packing: Packing,
    patches: Patches,
    apps: readonly Combination[],
    items: readonly Combination[],
  ) {
    const patchesIn = ({ changes }: Combination): Patch[] =>
      Object.entries(inOrder(changes)).map(([path, value]) => must(patches.get(keyOf(path, value)), path));
    this.#scenario = scenario;
    this.#packing = packing;
    this.#apps = apps.map(patchesIn);
    this.#items = items.map(patchesIn);
  }

  appNames(n: number): readonly string[] {
    const { app } = this.#packing;
    return app === undefined ? [] : [nameIn(app, n)];
  }

  idIn(id: string, n: number, m: number): string {
    if (this.#packing.programs.has(id)) return nameIn(id, n);
    return this.#packing.items.has(id) ? nameIn(nameIn(id, n), m) : id;
  }

  /** The scenario; or, where it is none, the places of the combinations of items that are complained of. */
  make(): { readonly packed: Scenario | null; readonly bad: ReadonlySet<number> } {
    const { items: own, programs } = this.#packing;
    const { items } = this.#scenario.world;
    const stated = items.map(({ id }, place) => ({ id, plain: must(statedItems(this.#scenario)[place], id) }));
    const others = stated.filter(({ id }) => !own.has(id) && !programs.has(id)).map(({ plain }) => plain);
    const apps = this.#apps.flatMap((patches, n) =>
      stated.filter(({ id }) => programs.has(id)).map(({ id, plain }) => this.#clone(plain, id, patches, n, 0)),
    );
    const inApps = this.#apps.flatMap((_, n) =>
      this.#items.flatMap((patches, m) =>
        stated.filter(({ id }) => own.has(id)).map(({ id, plain }) => this.#clone(plain, id, patches, n, m)),
      ),
    );
    const bad = new Set<number>();
    try {
      const packed = scenarioFrom(
        {
          ...this.#scenario.stated,
          world: { ...(this.#scenario.stated['world'] as Plain), items: [...others, ...apps, ...inApps] },
          script: this.#script(),
        },
        this.#scenario.id,
        (complaints) => {
          for (const { path } of complaints) {
            const place = path[0] === 'world' && path[1] === 'items' && typeof path[2] === 'number' ? path[2] : -1;
            const clone = place - others.length - apps.length;
            if (clone >= 0) bad.add(Math.floor(clone / own.size) % this.#items.length);
          }
          return [];
        },
      );
      return { packed: { ...packed, script: packed.script.map(mayBeRefused) }, bad };
    } catch (error) {
      if (error instanceof InputError) return { packed: null, bad };
      throw error;
    }
  }

  /** What is done with the app is done with each of them, and nothing is said of whether it can be done. */
  #script(): readonly Plain[] {
    const { app } = this.#packing;
    const inApp = (entry: Plain, n: number): Plain => ({ ...entry, app: nameIn(String(app), n), refused: true });
    const told = scriptOf(this.#scenario).flatMap((entry) =>
      app !== undefined && entry['app'] === app ? this.#apps.map((_, n) => inApp(entry, n)) : [entry],
    );
    const after = this.#apps.flatMap((patches, n) =>
      patches.flatMap((patch) => ('entries' in patch ? patch.entries.map((entry) => inApp(entry, n)) : [])),
    );
    return [...told, ...after];
  }

  /** Without size: room is what items could take from each other. */
  #clone(plain: Plain, id: string, patches: readonly Patch[], n: number, m: number): Plain {
    const fields = patches.flatMap((patch) =>
      'field' in patch && patch.item === id ? [[patch.field, patch.value] as const] : [],
    );
    const { app } = this.#packing;
    return {
      ...plain,
      ...Object.fromEntries(fields),
      id: this.idIn(id, n, m),
      bytes: 0,
      ...(app === undefined ? {} : { app: nameIn(app, n) }),
    };
  }
}

const nameIn = (name: string, n: number): string => `${name}-w${n}`;

const mayBeRefused = (entry: Scenario['script'][number]): Scenario['script'][number] =>
  'do' in entry && entry.refused === true ? { ...entry, refused: 'perhaps' } : entry;
