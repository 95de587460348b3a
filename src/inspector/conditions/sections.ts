import { CONDITION_SECTIONS, type Condition, type ConditionSection } from '../../insight/what-if/condition.ts';
import { itemConditions, listConditions } from '../../insight/what-if/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { SectionSign } from './SectionIcon.tsx';

export interface Section {
  readonly title: string;
  readonly sign: SectionSign;
  /** Closed until somebody opens it: seldom what a person asks about. */
  readonly isRare: boolean;
  readonly conditions: readonly Condition[];
}

const SECTIONS: Readonly<Record<ConditionSection, Omit<Section, 'conditions'>>> = {
  device: { title: 'Device state', sign: 'device', isRare: false },
  account: { title: 'Account trust', sign: 'person', isRare: false },
  encryption: { title: 'Encryption context', sign: 'lock', isRare: false },
  item: { title: 'This item', sign: 'item', isRare: false },
  backup: { title: 'Which backup', sign: 'box', isRare: false },
  captured: { title: 'What was captured', sign: 'capture', isRare: false },
  cloud: { title: 'iCloud and other copies', sign: 'cloud', isRare: false },
  'cannot-matter': { title: 'Cannot change any fate', sign: 'still', isRare: false },
  course: { title: 'The course of the restore', sign: 'course', isRare: false },
  computer: { title: 'The program on the computer', sign: 'computer', isRare: true },
  organisation: { title: 'The organisation', sign: 'people', isRare: true },
};

/**
 * The conditions of a scenario in sections; those that cannot matter come last. With an item, its own stand among
 * them.
 */
export function sectionsOf(scenario: Scenario, item: string | null): readonly Section[] {
  const conditions = [...(item === null ? [] : ownConditions(scenario, item)), ...listConditions(scenario)];
  return CONDITION_SECTIONS.map((id) => ({
    ...SECTIONS[id],
    conditions: conditions.filter(({ section }) => section === id),
  })).filter((section) => section.conditions.length > 0);
}

/** The item's and its app's: asked of a world that holds these two alone, so that a long list costs nothing. */
function ownConditions(scenario: Scenario, id: string): readonly Condition[] {
  const item = scenario.world.items.find((candidate) => candidate.id === id);
  if (!item) return [];
  const own = scenario.world.items.filter(
    (other) => other === item || (item.app !== undefined && other.category === 'app' && other.app === item.app),
  );
  const alone = { ...scenario, world: { ...scenario.world, items: own } };
  return itemConditions(alone, new Set(own.map((other) => other.id)));
}

export const cannotMatter = ({ conditions }: Section): boolean =>
  conditions.every((condition) => condition.cannotMatter !== undefined);
