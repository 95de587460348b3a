import { GATES_AT_FREEZE, GATES_BY_ITSELF } from '../../model/fates.ts';
import type { Item, World } from '../../model/world.ts';
import { type Route, ROUTES } from '../../model/kinds.ts';
import { CaseFile, OLD_PHONE } from '../../rulebook/case/case-file.ts';
import { CATEGORIES, type CategoryId } from '../../rulebook/categories/categories.ts';
import { decide, questionFor } from '../../rulebook/judge/decide.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { type Situation, SITUATION_AT_START } from '../../rulebook/case/situation.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';

/** What can differ about an item, each against what it is otherwise. */
const TURNS: readonly Partial<Item>[] = [
  {},
  { policy: 'excludes-itself' },
  { policy: 'bound-to-device' },
  { policy: 'server' },
  { backupSwitch: 'off' },
  { store: 'withdrawn' },
  { store: 'refunded' },
  { runsOn: 'ipad-only' },
  { offloaded: 'yes' },
  { account: 'jonas' },
  { protection: 'this-device-only' },
  { protection: 'unknown' },
  { management: 'remove-with-profile' },
  { uploaded: 'no' },
  { syncs: 'off' },
  { created: '2026-02-28' },
];
const GATE_SETS = [GATES_AT_FREEZE, ...GATES_BY_ITSELF.map((gate) => [gate])];

export interface PairCount {
  readonly pairs: number;
  /** Verdicts that were compared. */
  readonly compared: number;
  /** A pair in which a condition of one category changed the verdict of the other. */
  readonly broken?: { readonly category: string; readonly other: string; readonly turn: Partial<Item> };
}

/**
 * For every pair of categories: nothing that is true of an item of one changes a verdict on an item of the other
 * (A8).
 */
export function explorePairs(book: RuleBook, told = verdictsOn): PairCount {
  const categories = Object.keys(CATEGORIES) as CategoryId[];
  let compared = 0;
  for (const route of ROUTES) {
    const world = worldWith(categories, route);
    const before = new Map(world.items.map((item) => [item.category, told(new CaseFile(world, book, ''), item)]));
    for (const other of categories) {
      for (const turn of TURNS) {
        const file = new CaseFile(
          { ...world, items: world.items.map((item) => (item.category === other ? { ...item, ...turn } : item)) },
          book,
          '',
        );
        for (const item of file.world.items) {
          if (item.category === other) continue;
          compared += 1;
          if (told(file, item) !== before.get(item.category))
            return {
              pairs: categories.length * (categories.length - 1),
              compared,
              broken: { category: item.category, other, turn },
            };
        }
      }
    }
  }
  return { pairs: categories.length * (categories.length - 1), compared };
}

function worldWith(categories: readonly string[], route: Route): World {
  const items = categories.map((category) => ({ category }));
  const services = Object.fromEntries(['contacts', 'keychain', 'health', 'messages'].map((service) => [service, 'on']));
  const stated = {
    title: 'pairs',
    why: 'pairs',
    route,
    world: {
      accounts: [{ id: 'mara' }, { id: 'jonas' }],
      backups: [{ id: 'nightly', made: '2026-02-20' }],
      services,
      items,
    },
    expect: { outcome: 'completed' },
  };
  return scenarioFrom(stated, 'pairs', () => []).world;
}

const SITUATION: Situation = {
  ...SITUATION_AT_START,
  backup: 'nightly',
  account: 'mara',
  ios: '18.3',
  keychainPasscode: 'given',
};

const FROM_THE_OLD_PHONE: Situation = { ...SITUATION, backup: OLD_PHONE };

/** The verdicts on an item at every gate: those that are asked together, and those that are asked alone. */
export const verdictsOn = (file: CaseFile, item: Item): string => {
  const question = questionFor(file, item, file.world.route === 'direct' ? FROM_THE_OLD_PHONE : SITUATION);
  return JSON.stringify(GATE_SETS.map((gates) => decide(question, gates)));
};
