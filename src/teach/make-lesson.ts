import { Document, isMap, isSeq } from 'yaml';
import { itemConditions, listConditions } from '../insight/what-if/conditions.ts';
import { type Fate, FATES } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { play } from '../run/play.ts';
import { withChanges } from '../scenario/change.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Confusion, confusionOf, MIXED_UP, pairOf } from './confusions.ts';
import { loadLesson } from './load-lesson.ts';
import { UNCHANGED } from './variant.ts';

/** Conditions that vary in a lesson that is made: more would make every case a different story. */
const MOST_AXES = 8;
const MOST_VALUES = 4;
/** Items that one learner is asked about. */
const MOST_ASKED = 9;
const MOST_TAUGHT = 8;

/** A condition, what it is now, and other values with which something else becomes of an item. */
interface MattersRow {
  readonly path: string;
  readonly values: readonly string[];
  /** How many items it decides about, over all its values. */
  readonly flips: number;
}

interface Ends {
  readonly rows: ReadonlyMap<string, LedgerRow>;
}

/**
 * A lesson file made of a scenario: what varies in it are the conditions under which something else becomes of an
 * item, each found by a run. What a lesson is for nobody can work out: that stands in it as a sentence to be replaced.
 *
 * It plays a few hundred runs. It gives the word after each of them, so that whoever waits can be told, and can stop.
 * Throws an InputError for a scenario of which no lesson can be made.
 */
export function* lessonOfScenario(scenario: Scenario, file: string): Generator<number, string> {
  const base = endsOf(scenario);
  const asked = new Set(scenario.world.items.map(({ id }) => id));
  const taught = new Map<Confusion, number>();
  const rows: MattersRow[] = [];
  let runs = 1;
  yield runs;
  for (const { path, choices, group, value } of [...listConditions(scenario), ...itemConditions(scenario, asked)]) {
    if (group === 'cannot matter') continue;
    const values: string[] = [];
    let flips = 0;
    for (const choice of choices) {
      // What needs more than one change cannot vary by itself.
      if (choice.value === value || Object.keys(choice.changes).join() !== path) continue;
      const ends = tryEnds(scenario, { [path]: choice.value });
      runs += 1;
      yield runs;
      const pairs = ends ? differences(base, ends) : [];
      if (pairs.length === 0) continue;
      flips += pairs.length;
      values.push(choice.value);
      for (const pair of pairs) taught.set(pair, oneMore(taught.get(pair)));
    }
    if (values.length > 0) rows.push({ path, values: values.slice(0, MOST_VALUES), flips });
  }
  const axes = rows.toSorted((a, b) => b.flips - a.flips || (a.path < b.path ? -1 : 1)).slice(0, MOST_AXES);
  return written(scenario, base, axes, taught, file);
}

const oneMore = (count: number | undefined): number => (count === undefined ? 1 : count + 1);

function endsOf(scenario: Scenario): Ends {
  const { ledger } = play(scenario, { refusalsMayFall: true });
  return { rows: new Map(ledger.rows.map((row) => [row.id, row])) };
}

/** `undefined`: these conditions do not go together with the story. */
function tryEnds(scenario: Scenario, changes: Readonly<Record<string, string>>): Ends | undefined {
  try {
    return endsOf(withChanges(scenario, changes));
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** Pairs of fates that one change turns into each other. What would be unknown then teaches a question and no pair. */
function differences(base: Ends, ends: Ends): Confusion[] {
  return [...base.rows].flatMap(([id, { fate }]) => {
    const then = ends.rows.get(id)?.fate;
    return fate && then && fate !== then && fate !== 'unknown' && then !== 'unknown'
      ? [pairOf(confusionOf(fate, then))]
      : [];
  });
}

function written(
  { stated, world }: Scenario,
  { rows }: Ends,
  axes: readonly MattersRow[],
  taught: ReadonlyMap<Confusion, number>,
  file: string,
): string {
  const { edition, route, world: statedWorld, script } = stated;
  const usual = new Set<Confusion>(MIXED_UP.map(pairOf));
  const confusions = [...taught]
    .toSorted(([a, x], [b, y]) => Number(usual.has(b)) - Number(usual.has(a)) || y - x || (a < b ? -1 : 1))
    .map(([pair]) => pair);
  const rules = [...new Set([...rows.values()].flatMap(({ rule, fate }) => (rule && stops(fate) ? [rule] : [])))];
  const isOpen = [...rows.values()].some(({ fate }) => fate === 'unknown');
  const document = new Document({
    title: `${world.device.model}: what comes back?`.slice(0, 200),
    why: 'Write here what the learner can do afterwards.',
    minutes: 15,
    pass: '80 %',
    teaches: { confusions: confusions.slice(0, MOST_TAUGHT), rules: rules.slice(0, MOST_TAUGHT) },
    cases: {
      one: {
        customer: 'It says that everything is done. But some of my things are not there. Are they lost?',
        ...(edition === undefined ? {} : { edition }),
        ...(route === undefined ? {} : { route }),
        world: statedWorld,
        ...(script === undefined ? {} : { script }),
        ...(axes.length === 0 ? {} : { vary: varied(axes) }),
        ...(world.items.length > MOST_ASKED ? { draw: MOST_ASKED } : {}),
        ...(isOpen ? {} : { want: { fates: { unknown: 0 } } }),
      },
    },
    tasks: [{ predict: 'one' }, { predict: 'one', ask: ['fate', 'gate', 'rule'] }, { debrief: 'by confusion' }],
  });
  for (const path of [['cases', 'one', 'world', 'items'], ['tasks']]) oneInALine(document.getIn(path));
  const text = `${HEAD}${document.toString({ lineWidth: 110, flowCollectionPadding: true })}`;
  // Nobody is handed a file that could not be read again.
  loadLesson(text, file, 'made', { scenario: () => undefined });
  return text;
}

const HEAD =
  '# Made of a scenario. Titles of items and the words of the customer must not name the cause: read them, and put\n' +
  '# the purpose of the lesson into “why”. What is right is worked out by the simulator and stands nowhere.\n';

const stops = (fate: Fate | null): boolean => fate !== null && !FATES[fate].arrives;

/** How it is in the scenario is as likely as each of the other values. */
const varied = (axes: readonly MattersRow[]): Record<string, readonly string[]> =>
  Object.fromEntries(axes.map(({ path, values }) => [path, [UNCHANGED, ...values]]));

function oneInALine(list: unknown): void {
  if (isSeq(list)) for (const entry of list.items) if (isMap(entry)) entry.flow = true;
}
