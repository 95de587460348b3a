import type { Phase } from '../model/event-row.ts';
import { SCRIPT_EVENTS, type ScriptEvent, mayCarryWith } from '../model/events.ts';
import { type Fate, FATES, FORMS, type Gate, GATES, type Outcome, OUTCOMES } from '../model/fates.ts';
import type { ScreenId } from '../model/screens.ts';
import type { CopyKind } from '../model/copy-kinds.ts';
import { type EndToEnd, type ServiceId, SERVICES } from '../model/services.ts';
import { categoryNamed } from '../rulebook/case/case-file.ts';
import { CATEGORIES } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import { type BehaviourId, BEHAVIOURS } from '../rulebook/evidence/behaviours.ts';
import { type FactId, FACTS } from '../rulebook/facts/facts.ts';
import { type AlertId, ALERTS } from '../rulebook/tables/alerts.ts';
import { type PromptId, PROMPTS } from '../rulebook/tables/prompts.ts';
import { COPY_SOURCES } from '../rulebook/tables/copies.ts';
import { type Field, scenarioFields } from '../scenario/fields.ts';
import { WORD_KINDS, type WordKind } from '../scenario/word-kinds.ts';
import { hangingIndent, padEnd, sanitise, widthOf } from './layout.ts';
import { screenWords } from './screens.ts';
import { ruleOf } from './sources.ts';
import type { Page } from './story-text.ts';

/** One word of a scenario file, and what it means. */
export interface Word {
  readonly word: string;
  readonly means: string;
}

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  'in-use': 'The phone is in somebody’s use, before anything begins.',
  'quick-start': 'The new phone and the old one are brought together, before the network.',
  erasing: 'It is being erased.',
  'set-up': 'Setup Assistant, from the greeting on.',
  'sign-in': 'An account signs in.',
  listing: 'A backup is chosen, and opened.',
  preconditions: 'Power, Wi-Fi and room are asked for.',
  eligibility: 'What may return is compared and decided.',
  placement: 'Settings and data are put in place.',
  restart: 'The phone restarts.',
  enrolment: 'Setup comes to the organisation that manages the phone.',
  download: 'Apps and contents come down, in the background.',
  sync: 'iCloud services deliver their own copies.',
  over: 'The restore has ended, whichever way.',
};

const HELD_BY_ICLOUD: Readonly<Record<Category['icloud'], string>> = {
  in: 'yes',
  never: 'never',
  'unless-synced': 'unless its service syncs it',
  'until-ios-10': 'up to iOS 10',
  'open-since-ios-12': 'up to iOS 11; since then not if its service syncs it, else sources differ',
  'open-since-ios-13': 'up to iOS 12; since then no source says so',
};
const HELD_BY_COMPUTER: Readonly<Record<Category['computer'], string>> = {
  in: 'yes',
  never: 'never',
  'encrypted-only': 'only when encrypted',
  'unless-synced': 'unless its service syncs it',
  'until-ios-12': 'up to iOS 12',
  'disputed-if-synced': 'yes; if its service syncs it, sources differ',
  'not-settled-unless-synced': 'not if its service syncs it; else no source says so',
};

const MOVES: Readonly<Record<Category['direct'], string>> = {
  comes: 'comes, by reports',
  stays: 'stays on the old phone or with its service',
  'not-stated': 'no source says so',
};

function ofCategory(id: string): string {
  const { title, form, icloud, computer, direct, service } = categoryNamed(id);
  return (
    `${title}, ${FORMS[form]}. In an iCloud backup: ${HELD_BY_ICLOUD[icloud]}; in a computer backup: ` +
    `${HELD_BY_COMPUTER[computer]}; from phone to phone: ${MOVES[direct]}.` +
    (service === undefined ? '' : ` iCloud service: ${service}.`)
  );
}

const SEALED: Readonly<Record<EndToEnd, string>> = {
  always: 'sealed end to end',
  advanced: 'sealed end to end with Advanced Data Protection',
  never: 'never sealed end to end',
};

function ofService(id: ServiceId): string {
  const { endToEnd } = SERVICES[id];
  const kept = Object.values<Category>(CATEGORIES)
    .filter(({ service }) => service === id)
    .map(({ title, endToEnd: ownWay = endToEnd }) => (ownWay === endToEnd ? title : `${title} (${SEALED[ownWay]})`));
  return `Keeps ${kept.join(', ')}; ${SEALED[endToEnd]}.`;
}

function ofEvent(event: ScriptEvent): string {
  const { title, sentence, phase, by, data } = SCRIPT_EVENTS[event];
  const says = (typeof sentence === 'string' ? sentence : sentence.right).replaceAll(/\{(?:as )?(\w+)\}/g, '…');
  const takes = [...data, ...mayCarryWith(event).map((name) => `${name} if wanted`)];
  return (
    `${says} (“${title}”, by the ${by}${phase === null ? ', at any time' : `, during ${phase}`}` +
    `${takes.length === 0 ? '' : `; takes ${takes.join(', ')}`})`
  );
}

function ofFact(id: FactId): string {
  const { title, values, ask } = FACTS[id];
  return `${title}: ${Object.keys(values).join(', ')}. ${ask}`;
}

function ofField({ takes, default: value, description }: Field): string {
  return [takes, value === undefined ? '' : `else ${value}`, description.replaceAll('`', '')]
    .filter((part) => part !== '')
    .join('. ');
}

const notice =
  (rows: Readonly<Record<string, { readonly title: string; readonly text: { readonly modern: string } }>>) =>
  (id: string): string =>
    `${rows[id]?.title}: “${rows[id]?.text.modern}”`;
const fields = (): ReadonlyMap<string, Field> => new Map(scenarioFields().map((field) => [field.path, field]));

/** What each word means, kind by kind: told from the tables that the words are the keys of. */
const MEANINGS: { readonly [Kind in WordKind]: () => (word: string) => string } = {
  events: () => (word) => ofEvent(word as ScriptEvent),
  categories: () => ofCategory,
  facts: () => (word) => ofFact(word as FactId),
  fates: () => (word) => `${FATES[word as Fate].word}. ${FATES[word as Fate].means}`,
  gates: () => (word) => `${GATES[word as Gate].title}. ${GATES[word as Gate].asks}`,
  rules: () => (word) => ruleOf(word)?.says ?? word,
  alerts: () => notice(ALERTS satisfies Readonly<Record<AlertId, unknown>>),
  prompts: () => notice(PROMPTS satisfies Readonly<Record<PromptId, unknown>>),
  screens: () => (word) => screenWords(word as ScreenId, 'modern', 'icloud'),
  services: () => (word) => ofService(word as ServiceId),
  phases: () => (word) => PHASE_WORDS[word as Phase],
  outcomes: () => (word) => `${OUTCOMES[word as Outcome].word}. ${OUTCOMES[word as Outcome].means}`,
  behaviours: () => (word) => BEHAVIOURS[word as BehaviourId].says,
  copies: () => (word) => `${COPY_SOURCES[word as CopyKind].title}. ${COPY_SOURCES[word as CopyKind].says}`,
  fields: () => {
    const byPath = fields();
    return (word) => {
      const field = byPath.get(word);
      return field ? ofField(field) : word;
    };
  },
};

/** All words of a kind, in the order of their table. */
export function wordList(kind: WordKind): readonly Word[] {
  const meaning = MEANINGS[kind]();
  return WORD_KINDS[kind]().map((word) => ({ word, means: meaning(word) }));
}

/** Longest column of words; longer ones have a line of their own. */
const WIDEST = 34;

/** One word in a line, with its meaning beside it. */
export function wordsAsText(words: readonly Word[], { paint, width }: Page): string {
  const column = Math.min(WIDEST, Math.max(...words.map(({ word }) => widthOf(word)))) + 2;
  return words
    .flatMap(({ word, means }) => {
      const name = sanitise(word);
      return widthOf(name) + 2 <= column
        ? hangingIndent(paint.title(padEnd(name, column)), sanitise(means), width)
        : [paint.title(name), ...hangingIndent(' '.repeat(column), sanitise(means), width)];
    })
    .join('\n');
}
