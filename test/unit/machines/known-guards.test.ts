import { expect, test } from 'vitest';
import type { AnyMachineSnapshot } from 'xstate';
import { guardNamed, GUARDS } from '../../../machines/guards.ts';
import type { MachineId } from '../../../machines/machines.ts';
import { EVENT_DATA } from '../../../src/model/event-row.ts';
import { must } from '../../../src/model/must.ts';
import type { World } from '../../../src/model/world.ts';
import { situationAtStart } from '../../../src/rulebook/case/situation.ts';
import { fingerprintOf } from '../../../src/run/journal.ts';
import { freshCaseFile } from '../../../src/run/case-file-of.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { knownTable, ofScenario, WALKS_EVERY } from '../known-table.ts';
import table from './known-guards.txt?raw';

/*
 * A refusal tells what a guard saw, and most guards are rarely asked where they refuse. Here every guard of a machine
 * is asked wherever the machine comes to in a story, whatever its chart would ask there; the story's journal is known
 * too, and with what each part of it ended.
 */

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', { query: '?raw', import: 'default' });
/** In `npm test` one in a few is asked, and twice as many as are walked: each is here for what it alone has. */
const { known, expected } = knownTable('test/unit/machines/known-guards.txt', table, Math.ceil(WALKS_EVERY / 2));

const LEFT = ['signed-in', 'back', 'chosen', 'done', 'set-up-as-new', 'staging-left', 'broken', 'stopped', 'joined'];

/** What the guards take of events and of the actors that ended, in as many forms as the longest list has entries. */
function formsFor(world: World): readonly Readonly<Record<string, unknown>>[] {
  const file = freshCaseFile(world);
  const lists = {
    left: LEFT,
    app: [...new Set(world.items.flatMap(({ app }) => app ?? [])), 'no-such-app'],
    account: [...world.accounts.map(({ id }) => id), 'nobody', undefined],
    backup: [...world.backups.map(({ id }) => id), 'no-such-backup'],
    password: EVENT_DATA.password,
    situation: [situationAtStart(file), { ...situationAtStart(file), account: null, enrolment: 'none' }],
  };
  const most = Math.max(...Object.values(lists).map(({ length }) => length));
  return Array.from({ length: most }, (_, place) =>
    Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list[place % list.length]])),
  );
}

/** What all guards of a machine answer in one of its moments, and what they saw. */
function answers({ machine, context }: AnyMachineSnapshot, forms: ReturnType<typeof formsFor>): string[] {
  const due = (context as { readonly dueAtMs?: number | null }).dueAtMs ?? 0;
  const moments = [due, due - 1].map((at) => ({ type: 'clock.moved', at }));
  return Object.keys(GUARDS[machine.id as MachineId]).flatMap((name) => {
    const { holds, saw } = must(guardNamed(machine.id, name), name);
    // XState asks its own of the state, not of the context.
    if ('check' in holds) return [];
    return (holds.length > 1 || saw.length > 1 ? forms : forms.slice(0, 1)).map((form) => {
      const held = moments.map((event) => holds({ context: context as never, event }, form as never));
      return `${machine.id} ${name} ${held.join(' ')} ${JSON.stringify(saw(context as never, form as never))}`;
    });
  });
}

test.each(known.map(ofScenario))('the guards see in $id what is known', async ({ id, line }) => {
  const file = `../../../scenarios/${id}.yaml`;
  const scenario = loadScenario(await must(files[file], `the scenario ${id}`)(), file, id);
  const forms = formsFor(scenario.world);
  const moments = new Map<unknown, AnyMachineSnapshot>();
  const outputs: string[] = [];
  const { fingerprints } = play(scenario, {
    inspect: (event) => {
      if (event.type === '@xstate.event' && 'output' in event.event) outputs.push(JSON.stringify(event.event));
      if (event.type !== '@xstate.snapshot') return;
      const snapshot = event.snapshot as AnyMachineSnapshot;
      moments.set(snapshot.context, snapshot);
    },
  });
  const seen = new Set([...moments.values()].flatMap((snapshot) => answers(snapshot, forms)));
  const now = `${fingerprintOf([fingerprints.journal, ...seen, ...outputs].join('\n')).slice(0, 8)} ${id}`;
  expect(now).toBe(expected(now, line));
});
