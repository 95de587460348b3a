import { Document, isMap, isSeq, parseDocument } from 'yaml';
import { itemConditions, listConditions } from '../insight/what-if/conditions.ts';
import { type Fate, FATES, type Outcome } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { play } from '../run/play.ts';
import { withChanges } from '../scenario/change.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type Confusion, confusionOf, MIXED_UP, pairOf } from './confusions.ts';
import { LessonCheck } from './lesson-check.ts';
import type { LessonFault } from './lesson-fault.ts';
import { loadLesson } from './load-lesson.ts';
import { belongsTo } from './twin-candidates.ts';
import { UNCHANGED } from './variant.ts';

/** Conditions that vary in a lesson that is made: more would make every case a different story. */
const MOST_AXES = 8;
const MOST_VALUES = 4;
/** Items that one learner is asked about. */
const MOST_ASKED = 9;
const MOST_TAUGHT = 8;

/** Learners by whom the made lesson is tried: what none of them meets it does not say it teaches. */
const TRIED_BY = 6;

/** A condition, and other values of it with which something else becomes of items. */
interface MattersRow {
  readonly path: string;
  readonly values: readonly string[];
  readonly items: ReadonlySet<string>;
}

interface Ends {
  readonly outcome: Outcome;
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
  const belongs = belongsTo(scenario);
  const rows: MattersRow[] = [];
  let runs = 1;
  yield runs;
  for (const { path, choices, group, value } of [...listConditions(scenario), ...itemConditions(scenario, asked)]) {
    if (group === 'cannot matter' || !belongs(path)) continue;
    const values: string[] = [];
    const items = new Set<string>();
    for (const choice of choices) {
      // What needs more than one change cannot vary by itself.
      if (choice.value === value || Object.keys(choice.changes).join() !== path) continue;
      const ends = tryEnds(scenario, { [path]: choice.value });
      runs += 1;
      yield runs;
      // What stops the whole restore would leave a class with one answer to everything.
      const moved = ends && isOver(ends) === isOver(base) ? differences(base, ends) : [];
      if (moved.length === 0) continue;
      values.push(choice.value);
      for (const { item, pair } of moved) {
        items.add(item);
        taught.set(pair, oneMore(taught.get(pair)));
      }
    }
    if (values.length > 0) rows.push({ path, values: values.slice(0, MOST_VALUES), items });
  }
  const first = written(scenario, base, { axes: axesAmong(rows), taught }, file);
  const check = new LessonCheck(loadLesson(first, file, 'made', NO_SCENARIOS));
  for (let learner = 0; learner < TRIED_BY; learner += 1) {
    check.add(`learner-${learner}`);
    runs += 1;
    yield runs;
  }
  return onlyWhatIsMet(first, check.result.faults);
}

const NO_SCENARIOS = { scenario: () => undefined };
const isOver = ({ outcome }: Ends): boolean => outcome.startsWith('completed');

/** Conditions that decide about as many different items as possible, those of the fewest items first among equals. */
function axesAmong(rows: readonly MattersRow[]): readonly MattersRow[] {
  const chosen: MattersRow[] = [];
  const left = new Set(rows);
  const varied = new Set<string>();
  const newIn = ({ items }: MattersRow): number => [...items].filter((item) => !varied.has(item)).length;
  while (chosen.length < MOST_AXES && left.size > 0) {
    const [next] = [...left].toSorted(
      (a, b) => newIn(b) - newIn(a) || a.items.size - b.items.size || (a.path < b.path ? -1 : 1),
    );
    if (!next) break;
    chosen.push(next);
    left.delete(next);
    for (const item of next.items) varied.add(item);
  }
  return chosen;
}

/** Titles that name a cause go, and with them what no learner met. */
function onlyWhatIsMet(text: string, faults: readonly LessonFault[]): string {
  const document = parseDocument(text);
  // From the end: to take one out of a list moves those behind it.
  for (const { path } of faults.toReversed())
    if (path[0] === 'teaches' || path.at(-1) === 'title') document.deleteIn(path.map(asStep));
  return document.toString(AS_WRITTEN);
}
const asStep = (step: string): string | number => (/^\d+$/.test(step) ? Number(step) : step);
const AS_WRITTEN = { lineWidth: 110, flowCollectionPadding: true } as const;

const oneMore = (count: number | undefined): number => (count === undefined ? 1 : count + 1);

function endsOf(scenario: Scenario): Ends {
  const { ledger, outcome } = play(scenario, { refusalsMayFall: true });
  return { outcome, rows: new Map(ledger.rows.map((row) => [row.id, row])) };
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
function differences(base: Ends, ends: Ends): { readonly item: string; readonly pair: Confusion }[] {
  return [...base.rows].flatMap(([id, { fate }]) => {
    const then = ends.rows.get(id)?.fate;
    return fate && then && fate !== then && fate !== 'unknown' && then !== 'unknown'
      ? [{ item: id, pair: pairOf(confusionOf(fate, then)) }]
      : [];
  });
}

function written(
  { stated, world }: Scenario,
  { rows }: Ends,
  { axes, taught }: { readonly axes: readonly MattersRow[]; readonly taught: ReadonlyMap<Confusion, number> },
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
  const text = `${HEAD}${document.toString(AS_WRITTEN)}`;
  // Nobody is handed a file that could not be read again.
  loadLesson(text, file, 'made', NO_SCENARIOS);
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
