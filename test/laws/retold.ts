import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { InputError } from '../../src/model/problem.ts';
import { play, type Run } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { hurriedScripts } from './scripts.ts';
import { dramas } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

/**
 * Generated scenarios with what the worlds of the other laws do without: items that need one another, other places that
 * hold some of them, what became of the eSIM, and further tries with changes and acts of their own.
 */
export class Retold {
  readonly stated: Plain;
  readonly scenario: Scenario;
  readonly run: Run;

  constructor(stated: Plain, { scenario, run }: Played) {
    this.stated = stated;
    this.scenario = scenario;
    this.run = run;
  }

  /** A failing one prints itself as a scenario file. */
  [fc.toStringMethod](): string {
    return `\n${stringify(this.stated)}`;
  }
}
interface Played {
  readonly scenario: Scenario;
  readonly run: Run;
}

/** `*` is the first part of that list. */
const CHANGES: readonly (readonly [path: string, values: readonly string[]])[] = [
  ['device.passcode', ['yes', 'no']],
  ['device.findMy', ['off', 'on']],
  ['device.ios', ['18.3', '26.0']],
  ['device.free', ['1 GB', '1 TB']],
  ['backups.*.password', ['known', 'forgotten', 'unknown']],
  ['backups.*.encrypted', ['yes', 'no']],
  ['backups.*.damaged', ['no', 'yes']],
  ['accounts.*.password', ['forgotten', 'known']],
  ['accounts.*.devicePasscode', ['forgotten', 'known']],
  ['services.photos.now', ['on', 'off', 'unknown']],
  ['organisation.icloudBackup', ['forbidden', 'allowed']],
  ['surroundings.speed', ['fast', 'slow']],
  ['items.*.policy', ['server', 'ordinary']],
  ['route', ['icloud', 'computer', 'direct']],
];
const change = fc
  .uniqueArray(fc.tuple(fc.nat(CHANGES.length - 1), fc.nat(9)), { maxLength: 3, selector: ([which]) => which })
  .map((picks) =>
    Object.fromEntries(
      picks.flatMap(([which, value]) => {
        const [path, values] = CHANGES[which] ?? ['', []];
        return values.length === 0 ? [] : [[path, values[value % values.length]]];
      }),
    ),
  );
const NAMES = { accounts: ['mara'], backups: ['backup-0'], apps: ['sketch'] };
const attempt = fc.record({ change, script: fc.option(hurriedScripts(NAMES), { nil: undefined }) });

export const retold = (): fc.Arbitrary<Retold> =>
  fc
    .record({
      drama: dramas(),
      attempts: fc.array(attempt, { minLength: 1, maxLength: 3 }),
      needs: fc.array(fc.tuple(fc.nat(13), fc.nat(13)), { maxLength: 3 }),
      esim: fc.constantFrom('keep', 'delete', undefined),
      ownBackup: fc.boolean(),
    })
    .map(({ drama, attempts, needs, esim, ownBackup }) => {
      const stated = structuredClone(drama.stated) as Plain & typeof drama.stated;
      const items = stated.world.items;
      const wishes: ((plain: typeof stated) => void)[] = [
        ({ script, world }) => {
          script.splice(0, 0, esim ? { do: 'erase.requested', esim } : { do: 'erase.requested' });
          Object.assign(world.device, { state: 'in-use' });
        },
        ...needs.map(([one, other]) => ({ world }: typeof stated) => {
          const [item, needed] = [world.items[one % items.length], world.items[other % items.length]];
          if (item && needed && item !== needed) item['needs'] = [needed['id']];
        }),
        ({ world }) => {
          const data = world.items.find(({ category }) => category === 'app-data');
          if (ownBackup && data) world['copies'] = [{ kind: 'own-backup', of: [data['id']], password: 'forgotten' }];
        },
        ...attempts.flatMap(({ change: changes, script }) => [
          (plain: typeof stated) => {
            const before = (plain['attempts'] as Plain[] | undefined) ?? [];
            plain['attempts'] = [...before, { change: ofThisWorld(plain.world, changes) }];
          },
          (plain: typeof stated) => {
            const last = (plain['attempts'] as Plain[] | undefined)?.at(-1);
            if (last && script) last['script'] = script;
          },
        ]),
      ];
      // What does not fit this world is left out, as a person who writes it would do.
      let kept = stated;
      let played = playOf(stated) ?? { scenario: drama.scenario, run: drama.run };
      for (const wish of wishes) {
        const draft = structuredClone(kept);
        wish(draft);
        const next = playOf(draft);
        if (next) [kept, played] = [draft, next];
      }
      return new Retold(kept, played);
    });

const ofThisWorld = (world: WorldPlain, changes: Readonly<Record<string, unknown>>): Plain =>
  Object.fromEntries(
    Object.entries(changes).map(([path, value]) => {
      const [list = ''] = path.split('.');
      const first = (world[list] as readonly Plain[] | undefined)?.[0];
      return [path.replace('*', String(first?.['id'])), value];
    }),
  );

function playOf(stated: Plain): Played | undefined {
  try {
    const scenario = scenarioFrom(stated, 'generated', (complaints) =>
      complaints.map(({ message }) => ({ file: 'generated', message })),
    );
    return { scenario, run: play(scenario) };
  } catch (error) {
    if (error instanceof InputError || error instanceof ScriptError) return undefined;
    throw error;
  }
}
