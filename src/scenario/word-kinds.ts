import { PHASES } from '../model/event-row.ts';
import { SCRIPT_EVENTS } from '../model/events.ts';
import { FATES, GATES, OUTCOMES } from '../model/fates.ts';
import { SCREENS } from '../model/screens.ts';
import { COPY_KINDS } from '../model/copy-kinds.ts';
import { SERVICES } from '../model/services.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import { BEHAVIOURS } from '../rulebook/evidence/behaviours.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { ALERTS } from '../rulebook/tables/alerts.ts';
import { PROMPTS } from '../rulebook/tables/prompts.ts';
import { scenarioFields } from './fields.ts';

/** The kinds of words that a scenario file is written in, and all words of each. */
export const WORD_KINDS = {
  events: () => Object.keys(SCRIPT_EVENTS),
  categories: () => Object.keys(CATEGORIES),
  facts: () => Object.keys(FACTS),
  fates: () => Object.keys(FATES),
  gates: () => Object.keys(GATES),
  rules: () => Object.keys(RULES),
  alerts: () => Object.keys(ALERTS),
  prompts: () => Object.keys(PROMPTS),
  screens: () => Object.keys(SCREENS),
  services: () => Object.keys(SERVICES),
  phases: () => [...PHASES],
  outcomes: () => Object.keys(OUTCOMES),
  behaviours: () => Object.keys(BEHAVIOURS),
  copies: () => [...COPY_KINDS],
  fields: () => scenarioFields().map(({ path }) => path),
} as const satisfies Readonly<Record<string, () => readonly string[]>>;
export type WordKind = keyof typeof WORD_KINDS;
export const WORD_KIND_ORDER = Object.keys(WORD_KINDS) as readonly WordKind[];

/** The kind that these words are all of. */
export const kindOfWords = (words: readonly string[]): WordKind | undefined =>
  WORD_KIND_ORDER.find((kind) => {
    const known = WORD_KINDS[kind]();
    return known.length === words.length && known.every((word, place) => word === words[place]);
  });

/** The command that prints all words of a kind. */
export const commandFor = (kind: WordKind): string => `restore-sim words ${kind}`;
