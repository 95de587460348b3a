import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Explored, exploreRuleLayer, exploreWorld, exploreWorlds, joinLaws } from '../insight/explore/explore.ts';
import type { Exploring } from '../insight/explore/exploring.ts';
import { reachLaw } from '../insight/explore/machine-states.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import { type PossibleEventType, POSSIBLE_EVENT_TYPES } from '../run/possible-events.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { exploredAsText } from './explore-text.ts';
import { guarded } from './faults.ts';
import { openScenario } from './scenarios.ts';
import { clearLine, EXIT, outputPage, print, printJson, setExit, showOnLine } from './terminal.ts';

interface Options {
  readonly layer: 'all' | 'rules' | 'life';
  readonly category?: string;
  readonly most: number;
  readonly without?: PossibleEventType[];
  readonly attempts: number;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('explore')
    .summary('explore everything that can happen, and check the laws')
    .description(
      'Explores every combination of facts that rules read, and every order of everything that can happen in ' +
        'small worlds, and checks the laws. With a file, every order of everything in that scenario’s world.',
    )
    .argument('[file]', 'a scenario whose world is explored; its script is left out')
    .addOption(new Option('--layer <layer>', 'what to explore').choices(['all', 'rules', 'life']).default('all'))
    .addOption(new Option('--category <category>', 'the rules of one category alone').choices(Object.keys(CATEGORIES)))
    .option('--most <n>', 'states of one world at most', readMost, 20_000)
    .addOption(new Option('--without <events...>', 'events that do not happen').choices(POSSIBLE_EVENT_TYPES))
    .option('--attempts <n>', 'restores in one story', readAttempts, 1)
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(explore));
}

function readMost(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 to 9999999.');
  return Number(text);
}

function readAttempts(text: string): number {
  if (!/^[1-3]$/.test(text)) throw new InvalidArgumentError('Write 1, 2 or 3.');
  return Number(text);
}

async function explore(file: string | undefined, options: Options): Promise<void> {
  const began = performance.now();
  const parts = await drive(plan(file, options));
  const seconds = (performance.now() - began) / 1000;
  const isWholeLife = file === undefined && parts.length > 1 && parts.every((part) => part.complete);
  const laws = [...joinLaws(parts), ...(isWholeLife ? [reachLaw(parts)] : [])];
  const states = parts.reduce((sum, part) => sum + part.states, 0);
  const transitions = parts.reduce((sum, part) => sum + part.transitions, 0);
  const complete = parts.every((part) => part.complete);
  if (options.json)
    printJson({
      laws,
      states,
      transitions,
      statesPerSecond: Math.round(states / seconds),
      complete,
      parts: parts.map(({ name, states: found, transitions: taken }) => ({ name, states: found, transitions: taken })),
    });
  else print(exploredAsText(parts, laws, seconds, outputPage()));
  if (laws.some(({ holds }) => !holds) || !complete) setExit(EXIT.doesNotHold);
}

function* plan(
  file: string | undefined,
  { layer, category, most, without = [], attempts }: Options,
): Exploring<Explored[]> {
  if (file !== undefined) return [yield* exploreWorld(openScenario(file).scenario, { most, without, attempts })];
  const rules = layer === 'life' ? undefined : yield* exploreRuleLayer(RULES, category);
  const life =
    layer === 'rules' || category !== undefined || rules?.complete === false ? [] : yield* exploreWorlds(most);
  return [...(rules ? [rules] : []), ...life];
}

/** Milliseconds after which the event loop gets a turn, so that Ctrl-C is heard. */
const TURN = 50;

/** Drives an exploration, shows how far it is from its second second on, and stops it on Ctrl-C. */
async function drive<Found>(exploring: Exploring<Found>): Promise<Found> {
  const began = performance.now();
  let stopped = false;
  let turned = began;
  const onInterrupt = (): void => void (stopped = true);
  process.once('SIGINT', onInterrupt);
  try {
    for (;;) {
      const { done, value } = exploring.next(stopped ? 'stop' : undefined);
      if (done === true) return value;
      const now = performance.now();
      if (now - turned < TURN) continue;
      turned = now;
      if (now - began > 1000) showOnLine(`${value.part}: ${value.done}${estimate(value.done, value.of, now - began)}`);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } finally {
    process.off('SIGINT', onInterrupt);
    clearLine();
  }
}

function estimate(done: number, of: number | undefined, ms: number): string {
  if (of === undefined || done === 0) return ' states';
  return ` of ${of} states, ${Math.ceil(((of - done) / done) * (ms / 1000))} s left`;
}
