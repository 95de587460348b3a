import { createHash } from 'node:crypto';
import { FATE_ORDER, FATES, fateOn, type Gate, GATE_ORDER } from '../../model/fates.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
import { must } from '../../model/must.ts';
import { daysBetween } from '../../model/time.ts';
import type { World } from '../../model/world.ts';
import { routeTaken } from '../../run/route-taken.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import type { Digest } from '../../run/digest.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { play, type Run } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { ListedScenario } from './listed.ts';
import type { Catalogue, CataloguedScenario } from './catalogue.ts';
import { type Findable, type FindableKind, textOfFindable } from './findable.ts';
import { lessonOf } from './lessons.ts';
import { Showings } from './showings.ts';
import { wordsInText } from './words.ts';

/** Plays every scenario and writes down what can be found in it and seen. Only when the page is built. */
export function catalogueOf(scenarios: ReadonlyMap<string, Scenario>, listed: readonly ListedScenario[]): Catalogue {
  const findables = new Map<string, { readonly place: number; readonly findable: Findable }>();
  const placeOf = (findable: Findable): number => {
    const key = findable.join('\n');
    const known = findables.get(key) ?? { place: findables.size, findable };
    findables.set(key, known);
    return known.place;
  };
  const showings = new Showings();
  const catalogued: Record<string, CataloguedScenario> = {};
  for (const entry of listed) {
    const scenario = scenarios.get(entry.id);
    // One with mistakes is found by its title.
    const run = scenario && play(scenario, { digest });
    if (run) showings.add(run);
    const found: Findable[] = [...aboutEntry(entry), ...(run ? aboutRun(run) : [])];
    catalogued[entry.id] = {
      fates: run ? fatesOf(run) : [],
      gates: run ? gatesOf(run.journal.lines) : [],
      findables: [...new Set(found.map(placeOf))],
    };
  }
  const inOrder = [...findables.values()].map(({ findable }) => findable);
  return { scenarios: catalogued, findables: inOrder, ...wordsOf(inOrder, listed), showings: showings.best };
}

const digest: Digest = (texts) => {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text, 'utf8');
  return hash.digest('hex');
};

function aboutEntry({ id, theme }: ListedScenario): Findable[] {
  return [['title', id], ['why', id], ['theme', theme], ...(lessonOf(id) ? [['lesson', id] as const] : [])];
}

const each = (kind: FindableKind, keys: Iterable<string>): Findable[] => [...keys].map((key) => [kind, key]);

function aboutRun({ scenario, journal: { lines }, ledger }: Run): Findable[] {
  const { world, route, script, shows } = scenario;
  const rules = new Set(lines.flatMap((line) => ('rule' in line && line.rule !== null ? [line.rule] : [])));
  return [
    ...world.items.map(({ title, category }, place): Findable => {
      const kind = CATEGORIES[category as CategoryId].title;
      const { fate } = must(ledger.rows[place], title);
      const name = title.includes(kind) ? title : `${title} (${kind})`;
      const taken = routeTaken(world, lines);
      return [
        fate !== null && FATES[fate].arrives ? 'item' : 'missing',
        fate === null ? name : `${name}: ${fateOn(taken, fate).word}`,
      ];
    }),
    ...each('category', new Set(world.items.map(({ category }) => category))),
    ...each('model', modelsOf(world)),
    ...each('age', ageOf(world)),
    ['route', route],
    ...(route === 'computer' ? [['program', world.computer.software] as const] : []),
    ...each('copy', new Set(world.copies.map(({ kind }) => kind))),
    ...each('alert', new Set(lines.flatMap((line) => (line.type === 'alert.raised' ? [line.alert] : [])))),
    ...each('prompt', new Set(lines.flatMap((line) => (line.type === 'prompt.shown' ? [line.prompt] : [])))),
    ...each('event', new Set(script.flatMap((entry) => ('do' in entry && isTelling(entry.do) ? [entry.do] : [])))),
    ...each('rule', rules),
    ...each('customer', rules),
    ...each('behaviour', shows),
  ];
}

/** What everybody does in every restore is no way to find one. */
const isTelling = (event: string): boolean => isScriptEvent(event) && SCRIPT_EVENTS[event].usual === 'always';

function modelsOf({ device, oldPhone, backups }: World): ReadonlySet<string> {
  return new Set([
    `${device.model}, iOS ${device.ios}`,
    ...(oldPhone?.model === undefined ? [] : [`${oldPhone.model} as the old phone`]),
    ...backups.map(({ model }) => `${model} in the backup`),
  ]);
}

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

function ageOf({ today, backups }: World): readonly string[] {
  const ages = backups.map(({ made }) => Math.floor(daysBetween(made, today))).filter((days) => days >= 0);
  if (ages.length === 0) return [];
  const days = Math.min(...ages);
  const [weeks, months] = [Math.round(days / 7), Math.round(days / 30.4)];
  if (days < 14) return [`made ${counted(days, 'day')} before`];
  if (days < 60) return [`made ${counted(weeks, 'week')} before (${counted(days, 'day')})`];
  return [`made ${counted(months, 'month')} before (${counted(days, 'day')})`];
}

function fatesOf({ attempts }: Run): CataloguedScenario['fates'] {
  const fates = new Set(attempts.flatMap(({ rows }) => rows.map(({ fate }) => fate)));
  return FATE_ORDER.filter((fate) => fates.has(fate));
}

function gatesOf(lines: readonly JournalLine[]): readonly Gate[] {
  const gates = new Set<Gate>();
  for (const line of lines) {
    if (line.type === 'item.waiting') gates.add(line.gate);
    if (line.type === 'item.judged' && line.outcome !== 'eligible' && !FATES[line.outcome].arrives)
      gates.add(line.gate);
  }
  return GATE_ORDER.filter((gate) => gates.has(gate));
}

function wordsOf(
  findables: readonly Findable[],
  listed: readonly ListedScenario[],
): Pick<Catalogue, 'words' | 'places'> {
  const byId = new Map(listed.map((entry) => [entry.id, entry]));
  const places = new Map<string, Set<number>>();
  for (const [place, findable] of findables.entries())
    for (const { stem } of wordsInText(textOfFindable(findable, byId))) {
      const known = places.get(stem);
      if (known) known.add(place);
      else places.set(stem, new Set([place]));
    }
  const words = [...places.keys()].toSorted();
  return { words, places: words.map((word) => [...must(places.get(word), word)]) };
}
