import {
  type AnyActorRef,
  type AnyStateMachine,
  createActor,
  createMachine,
  type EventObject,
  fromCallback,
} from 'xstate';
import { guardNamed, GUARDS } from '../../../machines/guards.ts';
import { type MachineId, MACHINES } from '../../../machines/machines.ts';
import { must } from '../../../src/model/must.ts';

/* Guards and actions of the machines, asked and done outside their charts: where a chart names them, they do this. */

type Params = Readonly<Record<string, unknown>>;
export const MACHINE_IDS = Object.keys(GUARDS) as readonly MachineId[];

/** What cannot be asked in such a moment says so; its words differ from engine to engine. */
export function told(ask: () => unknown): string {
  try {
    return JSON.stringify(ask()) ?? 'nothing';
  } catch {
    return 'cannot be asked';
  }
}

export const guardsSaid = (machine: MachineId, context: unknown, params: Params): string[] =>
  Object.keys(GUARDS[machine]).flatMap((name) => {
    const { holds, saw } = must(guardNamed(machine, name), name);
    // XState asks its own of the state, not of the context.
    if ('check' in holds) return [];
    const event = { type: 'clock.moved', at: 5 };
    const held = told(() => holds({ context: context as never, event }, params as never));
    return `${machine} ${name} ${held} ${told(() => saw(context as never, params as never))}`;
  });

/** Who can be told something by a machine's actions, beside whoever started it. */
export const PARTS = ['icloudSync', 'restore', 'contentDownload', 'connection'] as const;
type Heard = (who: string, event: unknown) => void;

/** A machine with the actions of another one, each of which is done when it is told its name. */
function doing(of: AnyStateMachine, parts: readonly string[], heard: Heard): AnyStateMachine {
  const { actions } = of.implementations;
  const hears = (part: string) => fromCallback(({ receive }) => receive((event) => heard(part, event)));
  const config = {
    context: ({ input }: { input: object }) => input,
    invoke: parts.map((part) => ({ id: part, src: part, systemId: part })),
    on: Object.fromEntries(
      Object.keys(actions).map((name) => [
        `do.${name}`,
        { actions: { type: name, params: ({ event }: { event: { params: Params } }) => event.params } },
      ]),
    ),
  };
  const actors = Object.fromEntries(parts.map((part) => [part, hears(part)]));
  return createMachine(config as never, { actions, actors } as never) as AnyStateMachine;
}

/** One who starts it, and hears what its child sends; of a child that broke off it hears no more than that. */
function parentOf(machine: AnyStateMachine, heard: Heard): AnyStateMachine {
  const config = {
    invoke: { id: 'it', src: 'it', input: ({ event }: { event: { input: unknown } }) => event.input },
    on: {
      '*': {
        actions: ({ event }: { event: EventObject }) => {
          if (!event.type.startsWith('xstate.error')) heard('parent', event);
        },
      },
    },
  };
  return createMachine(config as never, { actors: { it: machine } } as never) as AnyStateMachine;
}

function begun(machine: AnyStateMachine, context: object, heard: Heard): AnyActorRef {
  const parent = createActor(parentOf(machine, heard), { input: context as never }).start();
  const { it } = (parent.getSnapshot() as { readonly children: Readonly<Record<string, AnyActorRef>> }).children;
  const child = must(it, 'the machine that does it');
  child.on('*', (event) => heard('emitted', event));
  return child;
}

interface Asking {
  readonly context: object;
  /** Those that still run. */
  readonly parts: readonly string[];
  readonly inOrder: (names: string[]) => string[];
  readonly params: () => Params;
}

/** What each action of a machine changes, emits and sends, when one is done after the other. */
export function actionsDone(machine: MachineId, { context, parts, inOrder, params }: Asking): string[] {
  const of = must(MACHINES[machine], machine);
  const lines: string[] = [];
  const heard: Heard = (who, event) => lines.push(`  ${who} ${JSON.stringify(event)}`);
  const does = doing(of, parts, heard);
  let it = begun(does, context, heard);
  for (const name of inOrder(Object.keys(of.implementations.actions))) {
    lines.push(`${machine} ${name}`);
    const before = (it.getSnapshot() as { readonly context: Params }).context;
    it.send({ type: `do.${name}`, at: 5, params: params() });
    const { status, context: after } = it.getSnapshot() as { readonly status: string; readonly context: Params };
    for (const [key, value] of Object.entries(after))
      if (value !== before[key]) lines.push(`  ${key} ${JSON.stringify(value)}`);
    if (status === 'active') continue;
    lines.push('  cannot be done');
    it = begun(does, context, heard);
  }
  return lines;
}
