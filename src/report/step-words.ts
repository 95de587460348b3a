import { must } from '../model/must.ts';
import { listedOr } from '../model/listed.ts';
import { spokenNames } from '../model/spoken-names.ts';
import type { Route } from '../model/kinds.ts';
import type { Item, World } from '../model/world.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { enteredWords } from './word-parts.ts';
import { shortWords } from './words.ts';

const MAX_TITLE_LENGTH = 80;
const MAX_PARTS = 3;

/** A step in which nothing is said has let time pass. */
export const TIME_PASSES = 'Time passes.';

export type NamedWorld = Pick<World, 'items' | 'backups' | 'accounts'>;

/** What the lines of a step are told by: the names of their world, and the way that was taken up to them. */
export interface StepTelling {
  readonly world: NamedWorld;
  readonly route: Route;
}

/** What happened in a step, as one or a few sentences for eyes and ears. */
export function stepWords(lines: readonly JournalLine[], telling: StepTelling): string {
  const parts = partsOf(lines, telling);
  const rest = parts.length - MAX_PARTS;
  return listedOr(TIME_PASSES, [...parts.slice(0, MAX_PARTS), ...(rest > 0 ? [`And ${rest} more.`] : [])], ' ');
}

/** The same sentence by sentence, each once, the weightiest first. */
export function partsOf(lines: readonly JournalLine[], { world, route }: StepTelling): readonly string[] {
  const names = { ...spokenNames(world), route, items: (ids: readonly string[]) => namesOf(ids, world.items) };
  const parts = lines
    .toSorted((a, b) => weightOf(a) - weightOf(b))
    .map((line) => shortWords(line, names))
    .filter((words) => words !== null);
  const saysEnough = lines.some(
    ({ type }) => type === 'story.began' || type.startsWith('item.') || type === 'refused' || type === 'restore.ended',
  );
  if (parts.length < 2 && !saysEnough) parts.push(...enteredWords(lines));
  return [...new Set(parts)];
}

/** What was done comes first, then what a person must not miss; the rest in the order of the journal. */
function weightOf({ type }: JournalLine): number {
  if (type === 'event') return 0;
  if (type === 'restore.ended' || type === 'attempt.began') return 1;
  return type === 'device.erased' || type === 'verdicts.frozen' ? 2 : 3;
}

const cache = new WeakMap<readonly Item[], ReadonlyMap<string, string>>();

function titlesOf(items: readonly Item[]): ReadonlyMap<string, string> {
  let titles = cache.get(items);
  if (!titles) cache.set(items, (titles = new Map(items.map(({ id, title }) => [id, title]))));
  return titles;
}

/** `Messages`, `Messages and Photos`, `Messages and 3 more`. */
export function namesOf(ids: readonly string[], items: readonly Item[]): string {
  const titles = titlesOf(items);
  const [first, second] = ids.slice(0, 2).map((id) => shortened(titles.get(id) ?? id));
  const said = must(first, 'the first of some items');
  if (ids.length === 1) return said;
  return `${said} and ${ids.length === 2 ? must(second, 'the second of two items') : `${ids.length - 1} more`}`;
}

const shortened = (title: string): string =>
  title.length > MAX_TITLE_LENGTH ? `${title.slice(0, MAX_TITLE_LENGTH)}…` : title;
