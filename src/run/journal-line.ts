import * as z from 'zod/mini';
import { ARRIVES_AS, FATES, GATES, OUTCOMES } from '../model/fates.ts';
import { ROUTES } from '../model/kinds.ts';
import { BLOCKS } from '../rulebook/case/blocks.ts';
import { ENROLMENTS } from '../rulebook/case/situation.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { ALERTS } from '../rulebook/tables/alerts.ts';
import { PROMPTS } from '../rulebook/tables/prompts.ts';

/*
 * The journal is the one thing that every reader of a run has in common, so its words are settled here and nowhere
 * else: a schema for each kind of line, and the types are read off the schemas. Simulation writes under these types
 * and never parses; only a door that is handed lines by somebody else (a file, a socket) does.
 */

const wordsOf = <Word extends string>(table: Readonly<Record<Word, unknown>>) =>
  z.enum(Object.keys(table) as [Word, ...Word[]]);

const text = z.string();
const texts = z.array(text);
const count = z.int().check(z.minimum(0));
const data = z.record(text, text);
const gate = wordsOf(GATES);
const rule = z.nullable(text);
const from = wordsOf(ARRIVES_AS);
const fact = wordsOf(FACTS);
const alert = wordsOf(ALERTS);
const prompt = wordsOf(PROMPTS);

/** What was given to the simulation from outside in a step. */
const origin = z.enum(['person', 'surroundings', 'clock', 'run']);
/** A guard that said no, and the values it saw. */
const refusal = z.strictObject({
  actor: text,
  guard: text,
  values: z.record(text, z.union([text, z.number(), z.boolean(), z.null()])),
});
const connection = { wifi: z.boolean(), power: z.boolean() };
/** What a restore has settled, in parts. */
const settled = z.strictObject({
  backup: z.exactOptional(z.nullable(text)),
  account: z.exactOptional(z.nullable(text)),
  ios: z.exactOptional(text),
  passcode: z.exactOptional(z.boolean()),
  erased: z.exactOptional(z.boolean()),
  esim: z.exactOptional(z.nullable(z.enum(['kept', 'deleted']))),
  replaced: z.exactOptional(z.boolean()),
  blocked: z.exactOptional(z.nullable(wordsOf(BLOCKS))),
  ended: z.exactOptional(z.enum(['running', 'finished', 'stopped', 'failed', 'never-started', 'story-ended'])),
  passwordsGiven: z.exactOptional(texts),
  passwordsSkipped: z.exactOptional(texts),
  loggedIn: z.exactOptional(texts),
  appsDeleted: z.exactOptional(texts),
  appsInstalled: z.exactOptional(texts),
  ownRestored: z.exactOptional(texts),
  ownMoved: z.exactOptional(texts),
  appsStuck: z.exactOptional(texts),
  appsOffloaded: z.exactOptional(texts),
  signedOut: z.exactOptional(texts),
  serversEmptied: z.exactOptional(texts),
  appsWithoutRoom: z.exactOptional(texts),
  restartForced: z.exactOptional(z.literal(true)),
  unlocked: z.exactOptional(z.literal(true)),
  full: z.exactOptional(z.boolean()),
  keychainPasscode: z.exactOptional(z.enum(['not-asked', 'given', 'skipped', 'reset'])),
  enrolment: z.exactOptional(wordsOf(ENROLMENTS)),
  wiped: z.exactOptional(z.literal(true)),
  unmanaged: z.exactOptional(z.enum(['by-person', 'by-service'])),
  besides: z.exactOptional(z.nullable(text)),
  left: z.exactOptional(z.nullable(text)),
  copies: z.exactOptional(z.enum(['kept', 'removed', 'not-said', 'by-itself'])),
  returned: z.exactOptional(z.nullable(text)),
  route: z.exactOptional(z.nullable(z.enum(ROUTES))),
  line: z.exactOptional(z.enum(['not-asked', 'moved', 'left'])),
  watch: z.exactOptional(z.enum(['not-asked', 'taken', 'left'])),
});

const base = {
  /** Place in the journal, from 1. */
  n: z.int().check(z.minimum(1)),
  /** The step, from 1; one event from outside and all that follows from it. */
  step: z.int().check(z.minimum(1)),
  /** Simulated milliseconds since the story began. */
  atMs: z.number().check(z.minimum(0)),
  /** Path of the actor, such as `simulation/restore/eligibility`. */
  actor: text,
};

const line = <Kind extends string, Shape extends z.core.$ZodLooseShape>(type: Kind, shape: Shape) =>
  z.strictObject({ ...base, type: z.literal(type), ...shape });

/** One line of the journal: plain JSON, one kind of thing that happened. */
export const journalLineSchema = z.discriminatedUnion('type', [
  line('story.began', { world: text, edition: text, route: text, items: count, ...connection }),
  line('attempt.began', { attempt: z.int().check(z.minimum(1)), changes: data, ...connection }),
  line('event', { by: origin, event: text, data }),
  line('actor.started', { states: texts }),
  line('actor.ended', {}),
  line('transition', { event: text, taken: texts, states: texts }),
  line('message', { to: text, event: text }),
  line('refused', { event: text, data, guards: z.array(refusal), possible: texts }),
  // What has been settled, and only what is new of it; the first line of the restore and of sync each say all of it.
  line('situation.changed', { changed: settled }),
  line('item.judged', {
    items: texts,
    gate,
    rule,
    outcome: z.union([wordsOf(FATES), z.literal('eligible')]),
    missing: z.exactOptional(fact),
    also: texts,
  }),
  line('item.arrived', { items: texts, gate, from, rule }),
  line('item.waiting', { items: texts, gate, rule: text, also: texts }),
  line('sync.withheld', { items: texts, rule: text }),
  line('conditions.compared', {
    backup: text,
    differences: z.array(z.strictObject({ fact, backup: text, now: text })),
  }),
  line('verdicts.frozen', { eligible: count, stopped: count }),
  line('device.erased', {}),
  // What was on the device before the restore, and what of it was taken away.
  line('phone.held', { items: texts }),
  line('item.removed', { items: texts, by: z.enum(['erase', 'computer', 'person']) }),
  line('alert.raised', { alert }),
  line('alert.cleared', { alert }),
  line('prompt.shown', { prompt, account: z.exactOptional(text) }),
  line('prompt.answered', {
    prompt,
    account: z.exactOptional(text),
    answer: z.enum(['given', 'skipped', 'wrong']),
  }),
  line('restore.ended', { outcome: wordsOf(OUTCOMES), because: z.nullable(wordsOf(BLOCKS)) }),
]);

type Frozen<T> = T extends readonly (infer Part)[]
  ? readonly Frozen<Part>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

export type JournalLine = Frozen<z.infer<typeof journalLineSchema>>;
export type JournalKind = JournalLine['type'];
export type LineOf<Kind extends JournalKind> = Extract<JournalLine, { readonly type: Kind }>;

type WithoutBase<T> = T extends JournalLine ? Omit<T, keyof typeof base> : never;
/** A line before it has its place, step, moment and actor. */
export type JournalEntry = WithoutBase<JournalLine>;

export type Origin = Frozen<z.infer<typeof origin>>;
export type Refusal = Frozen<z.infer<typeof refusal>>;
