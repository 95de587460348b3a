import { type When, WHEN_ORDER } from '../../insight/what-if/condition.ts';
import type { ChangeEffect, ProvedSet, WhatIfAnswer } from '../../insight/what-if/answer.ts';
import { type Fate, FATES } from '../../model/fates.ts';
import type { Changes } from '../../scenario/conditions.ts';

/** An item that a set brings back. */
export interface Brought {
  readonly id: string;
  readonly title: string;
  /** Items that rules treat alike, itself among them. */
  readonly items: number;
  readonly fate: Fate;
}

/** One minimal set with everything it brings, and what else it changes. */
export interface Offer {
  readonly key: string;
  readonly set: ProvedSet;
  readonly changes: Changes;
  readonly brings: readonly Brought[];
  /** What works as given and would not any more. */
  readonly costs: readonly ChangeEffect[];
  /** Everything else that would end elsewhere. */
  readonly others: readonly ChangeEffect[];
}

export interface Offers {
  readonly byWhen: readonly { readonly when: When; readonly offers: readonly Offer[] }[];
  /** What nothing brings back. */
  readonly hopeless: readonly WhatIfAnswer[];
  readonly trials: number;
  readonly complete: boolean;
}

/** Answers sorted by when something could be done; a set that brings several items back stands there once. */
export function offersOf(answers: readonly WhatIfAnswer[]): Offers {
  const sets = new Map<string, { set: ProvedSet; brings: Brought[] }>();
  for (const { item, title, items, sets: found } of answers) {
    for (const set of found) {
      const key = set.changes
        .map(({ path, to }) => `${path}=${to}`)
        .toSorted()
        .join('\n');
      const known = sets.get(key) ?? { set, brings: [] };
      known.brings.push({ id: item, title, items: items.length, fate: set.fate });
      sets.set(key, known);
    }
  }
  const offers = [...sets].map(([key, { set, brings }]) => offerOf(key, set, brings));
  return {
    byWhen: WHEN_ORDER.map((when) => ({
      when,
      offers: offers.filter(({ set }) => set.when === when).toSorted(bySize),
    })).filter((group) => group.offers.length > 0),
    hopeless: answers.filter(({ sets: found, fate }) => found.length === 0 && !isOfUse(fate)),
    trials: answers.reduce((most, { trials }) => most + trials, 0),
    complete: answers.every(({ complete }) => complete),
  };
}

function offerOf(key: string, set: ProvedSet, brings: readonly Brought[]): Offer {
  const brought = new Set(brings.map(({ id }) => id));
  // An app that stands there only for its data's sake stands for no item.
  const rest = set.effects.filter(({ id, items }) => items > 0 && !brought.has(id));
  return {
    key,
    set,
    brings,
    changes: Object.assign({}, ...set.changes.map(({ changes }) => changes)) as Changes,
    costs: rest.filter(isCost),
    others: rest.filter((effect) => !isCost(effect)),
  };
}

const isOfUse = (fate: Fate | null): boolean => fate !== null && FATES[fate].works;
const isCost = ({ from, to }: ChangeEffect): boolean => isOfUse(from) && !isOfUse(to);
const bySize = (a: Offer, b: Offer): number =>
  a.set.changes.length - b.set.changes.length ||
  b.brings.length - a.brings.length ||
  a.set.effects.length - b.set.effects.length;
