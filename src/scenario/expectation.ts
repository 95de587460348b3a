import * as z from 'zod/mini';
import { type Fate, FATES, type Gate, GATES, type Outcome, OUTCOMES } from '../model/fates.ts';
import { SCREENS } from '../model/screens.ts';
import { COPY_KINDS } from '../model/copy-kinds.ts';
import {
  idSchema,
  wordSchema,
  describedSchema as described,
  readAsSchema as readAs,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from '../model/fields.ts';
import { FACTS } from '../rulebook/facts/facts.ts';
import { FORMER_RULE_NAMES, RULES } from '../rulebook/rules/rules.ts';
import { ALERTS } from '../rulebook/tables/alerts.ts';
import { PROMPTS } from '../rulebook/tables/prompts.ts';
import { WARNINGS } from '../rulebook/tables/warnings.ts';
import { changesSchema, durationSchema, keysOf, scriptEvent } from './schema-parts.ts';

/*
 * What a scenario file may demand of its run.
 *
 * Lists are of two kinds, and their descriptions say which. What the phone said in the whole story is a set: all of it,
 * in any order. What it shows and offers is far more than anybody wants to write down: there a list names what has to
 * be among it, and a second list what must not be.
 */

const fate = z.literal(keysOf(FATES) as [Fate, ...Fate[]]);
const rule = z.pipe(
  z.transform((name) => (Object.hasOwn(FORMER_RULE_NAMES, String(name)) ? FORMER_RULE_NAMES[String(name)] : name)),
  z.literal(keysOf(RULES)),
);
// Each is made once: these lists are long, and every start pays for them.
const fact = z.literal(keysOf(FACTS));
const screen = z.literal(keysOf(SCREENS));
const alert = z.literal(keysOf(ALERTS));
const prompt = z.literal(keysOf(PROMPTS));
const yesNo = wordSchema('yes', 'no');
const number = z.number().check(z.int(), z.minimum(0));

const itemParts = z.strictObject({
  fate: optional(fate, 'Where it ends'),
  gate: optional(z.literal(keysOf(GATES) as [Gate, ...Gate[]]), 'The gate at which that was decided'),
  rule: optional(rule, 'The rule that decided, and with it the sentences that are said'),
  also: optional(z.array(rule), 'All rules behind it that would have stopped it too'),
  copy: optional(rule, 'The rule about the copy that was to come, where the item itself became something else'),
  withheld: optional(rule, 'Why the copy that iCloud keeps does not come'),
  missing: optional(fact, 'The fact that is not given, for an item that is unknown'),
  onPhone: optional(yesNo, 'Whether it is on the phone at the end'),
  usable: optional(yesNo, 'Whether it is on the phone at the end and works there'),
});
type ItemParts = z.output<typeof itemParts>;
const expectedItem = z.union([readAs(fate, (word): ItemParts => ({ fate: word })), itemParts]);

const counts = z.strictObject({
  onPhone: optional(number, 'Items that are on the phone'),
  usable: optional(number, 'Items that are on the phone and work there'),
  missing: optional(number, 'Items that are not on the phone'),
});

const ofAttempt = {
  items: byDefault(z.record(idSchema, expectedItem), {}, 'Where items end, by their ids'),
  questions: optional(z.array(fact), 'All facts that are still asked for at the end'),
  warnings: optional(
    z.array(z.literal(keysOf(WARNINGS))),
    'All warnings at the end: what can still go wrong by what people do next',
  ),
  counts: optional(counts, 'How many items are on the phone, work, or are missing'),
};
const outcome = z.literal(keysOf(OUTCOMES) as [Outcome, ...Outcome[]]);
const screens = optional(z.array(screen));
const events = optional(z.array(scriptEvent));

/** One thing that a story shows or says; a text of its own for each kind, so that it can be compared as it stands. */
const expectedStep = z.union([
  z.strictObject({ screen: described(screen, 'A screen or sheet comes up') }),
  z.strictObject({ do: described(scriptEvent, 'Somebody does it, or it happens') }),
  z.strictObject({ refused: described(scriptEvent, 'The phone does not accept it') }),
  z.strictObject({ alert: described(alert, 'An alert comes up') }),
  z.strictObject({ cleared: described(alert, 'An alert goes') }),
  z.strictObject({ prompt: described(prompt, 'Something is asked') }),
  z.strictObject({
    item: described(idSchema, 'An item that comes to another fate'),
    fate: described(fate, 'That fate'),
  }),
  z.strictObject({ outcome: described(outcome, 'A restore ends so') }),
]);

const expectedAnswer = z
  .strictObject({
    for: described(idSchema, 'The item that is asked about'),
    change: optional(
      changesSchema,
      'The whole set of changed conditions that must be among the answers: paths and values as in attempts',
    ),
    fate: optional(fate, 'Where the item ends with that set, or with some set found'),
    without: optional(
      z.array(z.string().check(z.minLength(1), z.maxLength(200))),
      'Paths of conditions that no answer may change',
    ),
    nothing: optional(z.literal(true), 'No change of conditions brings it back'),
  })
  .check(
    z.refine(
      (answer) => [answer.change, answer.fate, answer.without, answer.nothing].some((part) => part !== undefined),
      'an answer with “change”, “fate”, “without” or “nothing: true” beside “for”',
    ),
  );

export const expectSchema = z.strictObject({
  outcome: described(outcome, 'How the first restore ends'),
  ...ofAttempt,
  alerts: optional(z.array(alert), 'All alerts of the story'),
  prompts: optional(z.array(prompt), 'All questions that the phone asks in the story'),
  refused: described(events, 'All acts of the story that the phone does not accept'),
  screens: described(screens, 'Screens that are shown, in this order; others may come between'),
  steps: optional(
    z.array(expectedStep).check(z.maxLength(200)),
    'What is done, shown and said, in this order, with anything between; what comes in one step has no order. ' +
      '`screen`, `do`, `refused`, `alert`, `cleared`, `prompt`, `outcome`, or `item` with its new `fate`',
  ),
  neverShown: described(screens, 'Screens that are not shown in the whole story'),
  possible: described(events, 'Acts that are possible when the story is told; others may be too'),
  impossible: described(events, 'Acts that are not possible when the story is told'),
  offered: optional(
    z.array(z.literal(COPY_KINDS)),
    'All other copies that are offered at the end; older-backup also where another backup of the world holds ' +
      'something that did not come',
  ),
  escalation: optional(z.boolean(), 'Whether the case has to go to a person with diagnostic access (A11)'),
  elapsed: optional(
    z.strictObject({
      atLeast: optional(durationSchema),
      atMost: optional(durationSchema),
    }),
    'When the first restore ends, counted from the beginning of the story',
  ),
  whatIf: optional(
    z.array(expectedAnswer).check(z.maxLength(100)),
    'Answers to “what would bring it back?” after the first restore; each takes some runs',
  ),
  attempts: optional(
    z.array(
      z.strictObject({
        same: described(z.boolean(), 'Whether fates and verdicts are those of the first restore'),
        outcome: optional(outcome, 'How this restore ends'),
        ...ofAttempt,
      }),
    ),
    'For each further attempt: is its outcome the same as that of the first?',
  ),
});

export type Expectation = z.output<typeof expectSchema>;
export type ExpectedItem = ItemParts;
export type ExpectedOfAttempt = Pick<Expectation, keyof typeof ofAttempt>;
export type ExpectedAnswer = z.output<typeof expectedAnswer>;
