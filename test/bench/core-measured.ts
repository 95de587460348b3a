// What core.bench.ts measures of the core itself, in a process of its own: built as the command line is.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type AnyActorRef, type AnyEventObject, createActor } from 'xstate';
import { simulationMachine } from '../../machines/simulation/simulation.machine.ts';
import { nodeDigest } from '../../src/cli/digest.ts';
import { pathOf } from '../../src/run/actors.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { checkScenario } from '../../src/run/check.ts';
import { play } from '../../src/run/play.ts';
import type { PossibleEvent } from '../../src/run/possible-events.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { measuredOfLargeWorld } from './large-world.ts';
import { type CoreMeasured, median, SMALL, timed } from './measuring.ts';

/** One step with everything that is kept of it, against the bare machine with somebody looking on. In milliseconds. */
function steps(): CoreMeasured['steps'] {
  const scenario = loadScenario(readFileSync(SMALL, 'utf8'), SMALL);
  const sent: { readonly path: string; readonly event: AnyEventObject }[] = [];
  const { journal, world } = play(scenario, {
    inspect: (event) => {
      if (event.type === '@xstate.event' && !event.sourceRef && event.event.type !== 'xstate.init')
        sent.push({ path: pathOf(event.actorRef as AnyActorRef), event: event.event });
    },
  });
  const given = journal.lines.filter((line) => line.type === 'event');
  const file = caseFileOf(world);

  const full = (): number => {
    const simulation = new Simulation(file, { digest: nodeDigest });
    return (
      timed(() => {
        for (const { by, event, data } of given) {
          if (by === 'clock') simulation.advance();
          else simulation.send({ type: event, ...data } as PossibleEvent);
        }
        // The chain is worked out when it is read: reading it belongs to the price of a step.
        if (simulation.journal.fingerprint.length !== 64) throw new Error('no fingerprint');
      }) / given.length
    );
  };
  const bare = (): number => {
    const actors = new Map<string, AnyActorRef>();
    let seen = 0;
    const root = createActor(simulationMachine, {
      id: 'simulation',
      systemId: 'simulation',
      input: { file, at: 0 },
      inspect: (event) => {
        seen += 1;
        if (event.type === '@xstate.actor')
          actors.set(pathOf(event.actorRef as AnyActorRef), event.actorRef as AnyActorRef);
      },
    }).start();
    const ms = timed(() => {
      for (const { path, event } of sent) actors.get(path)?.send(event);
    });
    if (seen < sent.length || !root.getSnapshot().matches({ restoring: 'over' }))
      throw new Error('the bare machine took another way');
    return ms / sent.length;
  };
  // The first hundred warm the engine up.
  const pairs = Array.from({ length: 400 }, () => ({ bare: bare(), full: full() })).slice(100);
  return { bare: median(pairs.map((pair) => pair.bare)), full: median(pairs.map((pair) => pair.full)) };
}

/** Milliseconds of reading all scenarios and playing each twice. */
function suite(): CoreMeasured['suite'] {
  const texts = readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(resolve('scenarios', name), 'utf8') }));
  const once = (): number =>
    timed(() => {
      for (const { name, text } of texts) checkScenario(loadScenario(text, name), { digest: nodeDigest });
    });
  once();
  return { scenarios: texts.length, ms: median(Array.from({ length: 5 }, once)) };
}

const [figure, size, plays] = process.argv.slice(2);
const measured = {
  steps,
  suite,
  large: () => measuredOfLargeWorld(Number(size), Number(plays)),
} satisfies { readonly [F in keyof CoreMeasured]: () => CoreMeasured[F] };
process.stdout.write(JSON.stringify(measured[figure as keyof CoreMeasured]()));
