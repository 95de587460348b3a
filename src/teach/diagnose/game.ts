import { must } from '../../model/must.ts';
import { ruleSpokenOf } from '../../run/ledger.ts';
import { rowOf } from '../questions/question.ts';
import type { PutQuestion } from '../questions/question.ts';
import { questionsOfKinds } from '../questions/questions.ts';
import type { DrawOptions, Variant } from '../variant.ts';
import { customersOf, diagnoseTaskOf, worldOfCustomer, worldsFor } from './customers.ts';
import { type DiagnoseGame, gameOf } from './round.ts';

/** A task in which causes are looked for, as one learner meets it. */
export interface CauseTask {
  readonly game: DiagnoseGame;
  /** One for each round. */
  readonly customers: readonly Variant[];
}

const known = new WeakMap<Variant, CauseTask>();

/** The game of a task; `variant` is any of the learner's in it. Worked out once. */
export function causeTaskOf(variant: Variant, options?: DrawOptions): CauseTask {
  const before = known.get(variant);
  if (before) return before;
  const { about, wrongName, afterwards } = diagnoseTaskOf(variant);
  const customers = customersOf(variant.lesson, variant.taskIndex, variant.learner, options);
  const worlds = worldsFor(variant.case, about);
  const game = gameOf(
    worlds,
    customers.map((customer) => worldOfCustomer(worlds, customer)),
    { wrongName, says: afterwards === 'say' },
  );
  const task = { game, customers };
  known.set(variant, task);
  return task;
}

/** The sentence for the customer, to be chosen when the cause is named. */
export function sayQuestionOf(customer: Variant): PutQuestion {
  const { about } = diagnoseTaskOf(customer);
  const item = must(
    customer.scenario.world.items.find(({ id }) => id === about),
    `the item ${about}`,
  );
  return must(questionsOfKinds(customer, ['say'], [item])[0], 'what is said to the customer');
}

/** The rule that is the reason why this customer misses it. */
export const causeOf = (customer: Variant): string =>
  must(ruleSpokenOf(rowOf(customer, { id: diagnoseTaskOf(customer).about })), 'the cause');
