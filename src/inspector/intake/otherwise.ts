import type { Condition } from '../../insight/what-if/condition.ts';
import { itemConditions, listConditions } from '../../insight/what-if/conditions.ts';
import { scenarioOf } from '../../intake/case-scenario.ts';
import type { CaseView } from '../../intake/case-view.ts';
import type { Draft } from '../../intake/draft.ts';
import { ROUTES } from '../../model/kinds.ts';
import { capitalised } from '../../model/phrases.ts';
import { MORE_GROUPS } from './more-groups.ts';
import { choicesFor, type NamedPart, type NamedParts, titleOfField, wordsOfChoice } from './more-values.ts';
import { fieldsOfPart, shownParts } from './shown-parts.ts';
import type { WorldField } from './world-fields.ts';

/** Something that can be otherwise when the restore is tried again. */
export interface Otherwise {
  /** As a file names it: below the world, or what is done otherwise. */
  readonly path: string;
  readonly title: string;
  /** The part that it is about. */
  readonly group: string;
  /** How it is asked for; `null` where it is one of the choices. */
  readonly field: WorldField | null;
  readonly choices: readonly NamedPart[];
}

/** What is done otherwise, or a backup that is made first: no part of the world, and a condition all the same. */
const ON_THE_WAY = /^(?:script\.|newBackup$)/;
/** From where the data come can always be otherwise. What is so now stands first. */
const fromWhere = ({ route }: CaseView): Otherwise => ({
  path: 'route',
  title: 'From where the data come',
  group: 'What is done',
  field: null,
  choices: [route, ...ROUTES.filter((each) => each !== route)].map((value) => ({ value, words: wordsOfChoice(value) })),
});
const IN_THE_WORLD = 'world';

/** Everything that can be otherwise in a later try, each once: what people do first, then part by part. */
export function otherwiseIn(view: CaseView, names: NamedParts): readonly Otherwise[] {
  const done = conditionsIn(view.draft)
    .filter(({ path }) => ON_THE_WAY.test(path))
    .map(({ path, title, choices, value, words }) => ({
      path,
      title,
      group: 'What is done',
      field: null,
      choices: [{ value, words }, ...choices].filter(
        (choice, place, all) => all.findIndex((other) => other.value === choice.value) === place,
      ),
    }));
  const parts = Object.values(MORE_GROUPS).flatMap((groups) => groups.flatMap((group) => shownParts(group, view)));
  const inParts = parts.flatMap((part) =>
    fieldsOfPart(part)
      // A change says one word; lists are of the case as a whole.
      .filter(([field, path]) => path[0] === IN_THE_WORLD && field.kind !== 'list')
      .map(([field, path]) => ({
        path: path.slice(1).join('.'),
        title: titleOfField(field),
        group: capitalised(part.title),
        field,
        choices: choicesFor(field, names),
      })),
  );
  return [fromWhere(view), ...done, ...inParts];
}

/** The conditions of a case as it is taken; none while no scenario can be made of it. */
function conditionsIn(draft: Draft): readonly Condition[] {
  const made = scenarioOf(draft);
  if (!made.ok) return [];
  const { scenario } = made;
  const items = new Set(scenario.world.items.map(({ id }) => id));
  return [...listConditions(scenario), ...itemConditions(scenario, items)];
}

/** What it begins with when somebody says that it was otherwise. */
export const firstValueOf = ({ choices, field }: Otherwise, today: string): string =>
  (field === null ? choices[1] : undefined)?.value ?? choices[0]?.value ?? (field?.kind === 'number' ? '1' : today);

const NUMBERS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'] as const;
/** `Second try`; the first is the one that the whole card tells of. */
export const tryInWords = (n: number): string => (n <= NUMBERS.length ? `${NUMBERS[n - 1]} try` : `Try ${n}`);
