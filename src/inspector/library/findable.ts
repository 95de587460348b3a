import { PROGRAMS, type ProgramId } from '../../model/programs.ts';
import { type ScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
import type { CopyKind } from '../../model/copy-kinds.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import { type AlertId, ALERTS } from '../../rulebook/tables/alerts.ts';
import { type PromptId, PROMPTS } from '../../rulebook/tables/prompts.ts';
import { COPY_SOURCES } from '../../rulebook/tables/copies.ts';
import { must } from '../../model/must.ts';
import type { ListedScenario } from './listed.ts';
import { lessonOf } from './lessons.ts';
import { themeRow } from './themes.ts';

/*
 * What a scenario can be found by. The build writes down which of these each scenario has; their texts stand where they
 * have always stood, in the rule book and in the model, and are read from there.
 */

/** One kind of text: how much a hit in it counts, what is said before it, and where it is read. */
interface FindableRow {
  readonly weight: number;
  /** Before the text of a hit; null where the list shows the text anyway. */
  readonly label: string | null;
  readonly text: (key: string, listed: ReadonlyMap<string, ListedScenario>) => string;
}

const own = (key: string): string => key;
const scenario = (key: string, listed: ReadonlyMap<string, ListedScenario>): ListedScenario =>
  must(listed.get(key), `the scenario ${key}`);
const rule = (key: string) => must(RULES[key as keyof typeof RULES], `the rule ${key}`);

const ROUTE_TEXTS: Readonly<Record<string, string>> = {
  icloud: 'from an iCloud backup',
  computer: 'from a backup on a computer (Finder, iTunes, Apple Devices)',
  direct: 'straight from phone to phone (Quick Start, transfer from the old iPhone)',
};

export const FINDABLE = {
  title: { weight: 8, label: null, text: (key, listed) => scenario(key, listed).title },
  lesson: { weight: 8, label: null, text: (key) => must(lessonOf(key), `the lesson ${key}`).lesson },
  why: { weight: 3, label: null, text: (key, listed) => scenario(key, listed).why },
  theme: { weight: 4, label: 'Theme', text: (key) => `${themeRow(key).title}. ${themeRow(key).says}` },
  /** An item that has not come when the story ends, with its fate; and one that has. */
  missing: { weight: 6, label: 'Item', text: own },
  item: { weight: 5, label: 'Item', text: own },
  /** Its items say it too. */
  category: { weight: 3, label: null, text: (key) => CATEGORIES[key as CategoryId].title },
  model: { weight: 6, label: 'Device', text: own },
  age: { weight: 6, label: 'Backup', text: own },
  route: { weight: 2, label: 'Way', text: (key) => must(ROUTE_TEXTS[key], `the way ${key}`) },
  program: { weight: 5, label: 'Program', text: (key) => PROGRAMS[key as ProgramId].title },
  copy: {
    weight: 5,
    label: 'Another copy',
    text: (key) => `${COPY_SOURCES[key as CopyKind].title}: ${COPY_SOURCES[key as CopyKind].says}`,
  },
  alert: {
    weight: 4,
    label: 'Alert',
    text: (key) => `${ALERTS[key as AlertId].title}: ${ALERTS[key as AlertId].text.modern}`,
  },
  prompt: {
    weight: 3,
    label: 'The phone asks',
    text: (key) => `${PROMPTS[key as PromptId].title}: ${PROMPTS[key as PromptId].text.modern}`,
  },
  event: { weight: 3, label: 'What happens', text: (key) => SCRIPT_EVENTS[key as ScriptEvent].title },
  rule: { weight: 2, label: 'Rule', text: (key) => rule(key).says },
  customer: { weight: 2, label: 'Say to the customer', text: (key) => rule(key).customer },
  behaviour: { weight: 1, label: 'Shows', text: (key) => BEHAVIOURS[key as BehaviourId].says },
} as const satisfies Readonly<Record<string, FindableRow>>;

export type FindableKind = keyof typeof FINDABLE;
export const findableRow = (kind: FindableKind): FindableRow => FINDABLE[kind];

/** One text that scenarios can be found by: its kind, and its key in the table of that kind. */
export type Findable = readonly [kind: FindableKind, key: string];

export const textOfFindable = ([kind, key]: Findable, listed: ReadonlyMap<string, ListedScenario>): string =>
  findableRow(kind).text(key, listed);
