import { saidOr } from '../../model/listed.ts';
import { orNull, cellOf } from '../../model/optional.ts';
import { EVENT_DATA, type EventData } from '../../model/event-row.ts';
import { isId } from '../../model/names.ts';
import { POSSIBLE_EVENT_TYPES, type PossibleEvent, type PossibleEventType } from '../../run/possible-events.ts';
import type { HandPart } from '../../stepping/steppable-run.ts';
import { GATE_ORDER } from '../../model/fates.ts';
import { FATE_KEYS } from '../../stepping/fate-keys.ts';
import { type LedgerFilter, NO_FILTER } from './snapshot.ts';
import { FIRST_VIEW, type View, VIEW_ORDER } from './views.ts';
import { pack, unpack } from './pack.ts';

/**
 * Where a scenario comes from: it lies beside the page, travels in the address, or is the file that the local server
 * offers.
 */
export type ScenarioSource =
  | { readonly id: string }
  | { readonly name: string; readonly text: string; readonly beside?: readonly File[] }
  | { readonly offered: string };

/** What the address of the page carries behind its `#`. Links come from strangers: everything is checked. */
export interface Address {
  readonly source: ScenarioSource;
  readonly changes: Readonly<Record<string, string>>;
  readonly position: number;
  readonly view: View;
  readonly machinery: boolean;
  readonly hand: HandPart | null;
  /** The item that is looked at, and what the ledger is narrowed to. */
  readonly selected: string | null;
  readonly filter: LedgerFilter;
}
/** What an address is written from; where nothing is looked at in particular, nothing of it is said. */
export type ToAddress = Omit<Address, 'selected' | 'filter'> & Partial<Pick<Address, 'selected' | 'filter'>>;

/** Longest address behind its `#`, in characters: what browsers and messengers pass on whole. */
export const MAX_ADDRESS_LENGTH = 32_000;
/** Longest scenario text that is unpacked from an address, in bytes. */
export const MAX_UNPACKED_LENGTH = 1_000_000;
const MAX_CHANGES = 60;
const MAX_HAND_EVENTS = 3000;
const MAX_WORD_LENGTH = 200;
const ID = /^[a-z0-9-]{1,80}\/[a-z0-9-]{1,120}$/;
const RULE = /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,80}$/;
const PATH = /^[A-Za-z0-9.-]{1,200}$/;

/** An address that cannot be followed; the message is for the person who opened it. */
export class AddressError extends Error {
  override readonly name = 'AddressError';
}

/** `undefined` for an empty address. Throws an AddressError for one that is damaged or too large. */
export async function readAddress(hash: string): Promise<Address | undefined> {
  const words = hash.replace(/^#/, '');
  if (words === '') return undefined;
  if (words.length > MAX_ADDRESS_LENGTH)
    throw new AddressError(`This link is longer than ${MAX_ADDRESS_LENGTH} characters, so it was not opened.`);
  const parts = new URLSearchParams(words);
  return {
    source: await sourceOf(parts),
    changes: changesOf(parts.getAll('c')),
    position: positionOf(parts.get('p')),
    view: VIEW_ORDER.find((view) => view === parts.get('v')) ?? FIRST_VIEW,
    machinery: parts.get('m') === '1',
    hand: handOf(parts.get('h')),
    selected: selectedOf(parts.get('i')),
    filter: filterOf(parts),
  };
}

/** Throws an AddressError when the file in it is too large for a link. */
export async function writeAddress(address: ToAddress): Promise<string> {
  const { source, changes, position, view, machinery, hand, selected, filter } = address;
  const parts = new URLSearchParams();
  if ('id' in source) parts.set('s', source.id);
  else if ('offered' in source) parts.set('f', source.offered.slice(0, MAX_WORD_LENGTH));
  else {
    if (source.beside)
      throw new AddressError(
        'This scenario has its items in a second file, so it does not fit into a link. Pass both on.',
      );
    parts.set('n', source.name.slice(0, MAX_WORD_LENGTH));
    parts.set('z', await pack(source.text));
  }
  for (const [path, value] of Object.entries(changes)) parts.append('c', `${path}:${value}`);
  if (position > 0) parts.set('p', String(position + 1));
  if (view !== FIRST_VIEW) parts.set('v', view);
  if (machinery) parts.set('m', '1');
  if (selected !== null && selected !== undefined) parts.set('i', selected);
  const { fates, gate, rule, text } = filter ?? NO_FILTER;
  if (fates.length > 0) parts.set('qf', fates.join(' '));
  if (gate !== null) parts.set('qg', gate);
  if (rule !== null) parts.set('qr', rule);
  if (text !== '') parts.set('q', text.slice(0, MAX_WORD_LENGTH));
  if (hand && hand.events.length > MAX_HAND_EVENTS)
    throw new AddressError(
      `More was done by hand (${hand.events.length} steps) than a link can carry (${MAX_HAND_EVENTS}). Save it as a ` +
        'file instead.',
    );
  if (hand) parts.set('h', `${hand.from}~${JSON.stringify(hand.events.map((event) => event ?? 0))}`);
  const words = parts.toString().replaceAll('%2F', '/').replaceAll('%3A', ':');
  if (words.length > MAX_ADDRESS_LENGTH)
    throw new AddressError(
      `This story is too large for a link (${words.length} of at most ${MAX_ADDRESS_LENGTH} characters). Save ` +
        'it as a file instead.',
    );
  return `#${words}`;
}

/** An address that opens in front of a room. */
export const inClassMode = (hash: string): string => `${hash}&o=class`;
export const wantsClassMode = (hash: string): boolean =>
  new URLSearchParams(hash.replace(/^#/, '')).get('o') === 'class';

/** An address in the lessons: they stand alone, and no story has a part in them. */
export const isInLessons = (hash: string): boolean => hash.startsWith('#l=');
export function openLessons(): void {
  location.hash = '#l=';
}

/**
 * The part of an address that is a place of its own in the browser's history: which scenario, and which view of it. To
 * step is to move within the place.
 */
export function placeOf(hash: string): string {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  return ['s', 'f', 'n', 'z', 'v'].map((name) => String(parts.get(name))).join(' ');
}

async function sourceOf(parts: URLSearchParams): Promise<Address['source']> {
  const id = parts.get('s');
  if (id !== null) {
    if (!ID.test(id)) throw new AddressError('The link names a scenario that does not exist.');
    return { id };
  }
  const offered = parts.get('f');
  if (offered !== null) return { offered: offered.slice(0, MAX_WORD_LENGTH) };
  const packed = parts.get('z');
  if (packed === null) throw new AddressError('This link names no scenario.');
  try {
    return {
      name: saidOr('shared.yaml', wordIn(parts, 'n')),
      text: await unpack(packed, MAX_UNPACKED_LENGTH),
    };
  } catch {
    throw new AddressError('The scenario inside this link is damaged or too large, so it was not opened.');
  }
}

function changesOf(words: readonly string[]): Readonly<Record<string, string>> {
  if (words.length > MAX_CHANGES) throw new AddressError(`This link changes more than ${MAX_CHANGES} conditions.`);
  return Object.fromEntries(
    words.map((word) => {
      const colon = word.indexOf(':');
      const [path, value] = [word.slice(0, colon), word.slice(colon + 1)];
      if (colon < 1 || !PATH.test(path) || value.length > MAX_WORD_LENGTH)
        throw new AddressError('A changed condition in this link cannot be read.');
      return [path, value];
    }),
  );
}

/** What is no id selects nothing, and what is no word of a filter narrows nothing: nobody is kept out by that. */
const selectedOf = (word: string | null): string | null => (isId(word) ? word : null);
function filterOf(parts: URLSearchParams): LedgerFilter {
  const fates = new Set(parts.get('qf')?.split(' '));
  const rule = parts.get('qr');
  return {
    fates: FATE_KEYS.filter((fate) => fates.has(fate)),
    gate: orNull(GATE_ORDER.find((gate) => gate === parts.get('qg'))),
    rule: rule !== null && RULE.test(rule) ? rule : null,
    text: wordIn(parts, 'q'),
    label: null,
  };
}

/** Words that somebody wrote; an address leaves out a part that is empty. */
const wordIn = (parts: URLSearchParams, part: 'n' | 'q'): string => cellOf(parts.get(part)).slice(0, MAX_WORD_LENGTH);

function positionOf(word: string | null): number {
  if (word === null) return 0;
  const step = Number(word);
  return Number.isInteger(step) && step >= 1 && step <= 1e6 ? step - 1 : 0;
}

function handOf(word: string | null): HandPart | null {
  if (word === null) return null;
  const damaged = new AddressError('What was done by hand in this link cannot be read.');
  const [from, json] = [Number(word.slice(0, word.indexOf('~'))), word.slice(word.indexOf('~') + 1)];
  let events: unknown;
  try {
    events = JSON.parse(json);
  } catch {
    throw damaged;
  }
  if (!Array.isArray(events) || events.length > MAX_HAND_EVENTS || !Number.isInteger(from) || from < 0) throw damaged;
  return { from, events: events.map((event: unknown) => (event === 0 ? null : eventOf(event, damaged))) };
}

function isDatum(name: EventData, word: string): boolean {
  const known: 'name' | readonly string[] = EVENT_DATA[name];
  return known === 'name' ? isId(word) : known.includes(word);
}

function eventOf(value: unknown, damaged: AddressError): PossibleEvent {
  if (typeof value !== 'object' || value === null) throw damaged;
  const { type, ...data } = value as Record<string, unknown>;
  const fits =
    POSSIBLE_EVENT_TYPES.includes(type as PossibleEventType) &&
    Object.entries(data).every(
      ([name, word]) => Object.hasOwn(EVENT_DATA, name) && typeof word === 'string' && isDatum(name as EventData, word),
    );
  if (!fits) throw damaged;
  return { type, ...data } as PossibleEvent;
}
