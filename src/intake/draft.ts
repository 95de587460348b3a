import { must } from '../model/must.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { asJson, type JsonGroup } from './json.ts';

/*
 * A customer's case as answers to questions. How the room is used:
 *
 *   let draft = newDraft('case-1', '2026-03-01');                            // or draftOf(scenario)
 *   questionsOf(draft)                                                       // what is asked, card by card
 *   draft = edit(draft, { question: 'backups.icloud.made', answer: '3 weeks' });
 *   draft = edit(draft, { question: 'services.photos.now', answer: DONT_KNOW });
 *   draft = edit(draft, { path: ['world', 'device', 'sim'], value: 'other' }); // anything of a scenario file
 *   const answer = answerOf(draft);          // at every change: one play
 *   const steps = decidingSteps(draft);      // in a worker: some dozens of plays, left off at any step
 *   refined(answer, deciding)                // the answer with all that hangs on open questions
 *   scenarioOf(draft), yamlOf(draft)         // for ways, before, stuck, and for the file
 *
 * A draft is plain JSON: to keep it is to write it down. Questions are asked by id; every one takes DONT_KNOW, and
 * `null` takes back what was said.
 */

/** What a person says of the old phone, once: it holds for the phone itself and for every backup that it made. */
export const OLD_PHONE_FIELDS = ['same', 'kind', 'model', 'ios', 'state'] as const;
export type OldPhoneField = (typeof OLD_PHONE_FIELDS)[number];

/** What the customer finds on the phone, as far as they have looked. */
export type Finding = 'there' | 'missing';

/**
 * A case as far as it has been told. Plain JSON that never changes: every edit makes another one.
 *
 * `stated` is a scenario file in the making; what a question asks stands there, at the place where a file says it. So
 * a scenario is a draft, a draft is a scenario, and in which order things were said leaves no trace.
 */
export interface Draft {
  readonly id: string;
  /** `call`: what nobody has said is not known. `scenario`: it is as a file leaves it that does not say it. */
  readonly basis: 'call' | 'scenario';
  readonly stated: JsonGroup;
  /** Questions answered with “I don't know”, in the order of the alphabet. */
  readonly notKnown: readonly string[];
  readonly oldPhone: Readonly<Partial<Record<OldPhoneField, string>>>;
  /** By item. */
  readonly found: Readonly<Record<string, Finding>>;
}

/** Name and number of a case are the door's: below it nobody knows the day. */
export const newDraft = (id: string, today?: string): Draft => ({
  id,
  basis: 'call',
  stated: today === undefined ? {} : { world: { today } },
  notKnown: [],
  oldPhone: {},
  found: {},
});

/** Any scenario as a draft that comes to the same; what it expects stays behind. */
export function draftOf(scenario: Scenario): Draft {
  const { expect: _expect, ...stated } = scenario.stated;
  return { id: scenario.id, basis: 'scenario', stated: asJson(stated), notKnown: [], oldPhone: {}, found: {} };
}

export const findingOf = ({ found }: Draft, item: string): Finding | null =>
  Object.hasOwn(found, item) ? must(found[item], `what was found of ${item}`) : null;
