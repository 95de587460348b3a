import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { EDITIONS, type Edition, ROUTES, type Route } from '../../src/model/kinds.ts';
import { addDays } from '../../src/model/time.ts';
import { type PlayOptions, type Run, play } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { STARTING_WORLDS } from '../../src/scenario/starting-worlds.ts';
import { type Entry, type Names, hurriedScripts, timelessScripts } from './scripts.ts';
import { OfEitherSource, importedWorlds } from './source-of-worlds.ts';
import {
  NAMES,
  type Plain,
  VERSIONS,
  type WorldPlain,
  accounts,
  backup,
  computer,
  device,
  item,
  oldPhone,
  organisation,
  services,
  surroundings,
} from './world-parts.ts';

/** Generated scenarios: valid files of every edition and route, in which anything may be out of the ordinary. */

export interface Stated extends Plain {
  edition: Edition;
  route: Route;
  world: WorldPlain;
  script: Entry[];
}
interface Wishes {
  readonly scripts?: 'none' | 'timeless' | 'hurried';
  /** The one way of all worlds; else each world draws its own. */
  readonly route?: Route;
  /** Applied to what was generated, to leave out what a law does not speak of. */
  readonly but?: (world: WorldPlain) => void;
}

export const parts = fc.record({
  edition: fc.constantFrom(...EDITIONS, 'modern' as const),
  route: fc.constantFrom(...ROUTES),
  accounts,
  device,
  backups: fc.oneof(
    { weight: 25, arbitrary: fc.array(backup, { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.constant<Plain[]>([]) },
  ),
  oldPhone,
  services,
  surroundings,
  organisation,
  computer,
  items: fc.array(item, { minLength: 1, maxLength: 14, size: 'max' }),
});

/** An app is there once: a second of its name is another app. */
function appNameOf(items: readonly Plain[], index: number): Plain {
  const { category, app } = items[index] ?? {};
  const isSecond = category === 'app' && items.slice(0, index).some((one) => one.category === 'app' && one.app === app);
  return isSecond ? { app: `${String(app)}-${index}` } : {};
}

/** Puts the parts together: names, dates and versions that belong to this world. */
function assembled({
  edition,
  route,
  accounts: people,
  ...rest
}: typeof parts extends fc.Arbitrary<infer T> ? T : never): Stated {
  const { today } = STARTING_WORLDS[edition];
  const names = people.map(({ id }) => id);
  const settle = (part: Plain): Plain =>
    Object.fromEntries(
      Object.entries(part).map(([key, value]) => {
        if (key === 'account') return [key, names.includes(value) ? value : names[0]];
        if (typeof value !== 'number' || key === 'count') return [key, value];
        return [
          key,
          key === 'ios' || key === 'latestIos'
            ? VERSIONS[edition][value % VERSIONS[edition].length]
            : addDays(today, -value),
        ];
      }),
    );
  const world: WorldPlain = {
    ...rest,
    today,
    accounts: people,
    device: settle(rest.device),
    services: settle(rest.services),
    ...(rest.oldPhone ? { oldPhone: settle(rest.oldPhone) } : {}),
    backups: rest.backups.map((part, index) => ({ id: `backup-${index}`, ...settle(part) })),
    items: rest.items.map((part, index) => ({ id: `item-${index}`, ...settle(part), ...appNameOf(rest.items, index) })),
  };
  return {
    title: 'Generated',
    why: 'A world that a law is tried in.',
    edition,
    route,
    world,
    script: [],
    expect: { outcome: 'in-progress' },
  };
}

/** A generated scenario with its play. When a law fails it prints itself as a scenario file. */
export class Drama {
  readonly stated: Stated;
  readonly scenario: Scenario;
  /** Its first play. */
  readonly run: Run;

  constructor(raw: Stated) {
    let draft = raw;
    // A script entry that can never happen in this world is left out, as a person writing it would do.
    for (;;) {
      const scenario = scenarioOf(draft);
      try {
        this.run = play(scenario);
        this.stated = draft;
        this.scenario = scenario;
        return;
      } catch (error) {
        if (!(error instanceof ScriptError))
          throw new Error(`the play broke off: ${String(error)}\n${stringify(draft)}`, { cause: error });
        draft = { ...draft, script: draft.script.filter((_, index) => index !== error.entry) };
      }
    }
  }

  /** Plays it once more. */
  play(options?: PlayOptions): Run {
    return play(this.scenario, options);
  }

  /** Plays the same scenario with something changed in its world or script. */
  playBut(change: (draft: Stated) => void, attempts = 1): Run {
    const draft = structuredClone(this.stated);
    change(draft);
    return play(scenarioOf(draft), { attempts });
  }

  toText(): string {
    return `\n${stringify(this.stated)}`;
  }

  [fc.toStringMethod](): string {
    return this.toText();
  }
}

function scenarioOf(draft: Stated): Scenario {
  return scenarioFrom(draft, 'generated', (complaints) =>
    complaints.map(({ path, message }) => ({
      file: 'generated',
      message: `${path.map(String).join('.')}: ${message}`,
    })),
  );
}

export function dramas(wishes: Wishes = {}): fc.Arbitrary<Drama> {
  const { scripts = 'hurried', route, but = () => {} } = wishes;
  const playing = (worlds: fc.Arbitrary<Stated>, names: Names): fc.Arbitrary<Drama> =>
    fc.tuple(worlds, scriptsFor(scripts, names)).map(([drawn, entries]) => {
      // Whoever makes only the script smaller gets the same world once more, frozen by its first play.
      const draft = structuredClone(drawn);
      but(draft.world);
      return new Drama({ ...draft, script: entries.filter((entry) => namesOnlyWhatIsThere(draft.world, entry)) });
    });
  const generated = parts.map((drawn) => assembled(route === undefined ? drawn : { ...drawn, route }));
  return new OfEitherSource({
    generated: () => playing(generated, NAMES),
    imported: () => playing(importedWorlds().worlds, importedWorlds().names),
  });
}

function scriptsFor(wished: NonNullable<Wishes['scripts']>, names: Names): fc.Arbitrary<Entry[]> {
  if (wished === 'none') return fc.constant<Entry[]>([]);
  return wished === 'timeless' ? timelessScripts(names) : hurriedScripts(names);
}

function namesOnlyWhatIsThere(world: WorldPlain, entry: Entry): boolean {
  const listed: readonly [string, readonly unknown[]][] = [
    ['account', world.accounts.map(({ id }) => id)],
    ['backup', world.backups.map(({ id }) => id)],
    ['app', world.items.map(({ app }) => app)],
  ];
  return listed.every(([key, known]) => entry[key] === undefined || known.includes(entry[key]));
}
