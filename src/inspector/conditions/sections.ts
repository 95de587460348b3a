import type { Condition } from '../../insight/what-if/condition.ts';
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

interface Row extends Omit<Section, 'conditions' | 'isRare'> {
  readonly isRare?: true;
  readonly holds: (condition: Condition) => boolean;
}

const under =
  (pattern: RegExp) =>
  ({ path }: Condition): boolean =>
    pattern.test(path);
const inGroup =
  (...groups: readonly string[]) =>
  ({ group }: Condition): boolean =>
    groups.includes(group);

const ofAll =
  (holds: Row['holds']): Row['holds'] =>
  (condition) =>
    condition.item === undefined && holds(condition);

/** Every condition belongs to the first row that holds it. */
const ROWS: readonly Row[] = [
  { title: 'Device state', sign: 'device', holds: ofAll(inGroup('device state')) },
  { title: 'Account trust', sign: 'person', holds: ofAll(inGroup('account trust')) },
  { title: 'Encryption context', sign: 'lock', holds: ofAll(inGroup('encryption context')) },
  { title: 'This item', sign: 'item', holds: ({ item }) => item !== undefined },
  { title: 'Which backup', sign: 'box', holds: under(/^(script\.backup|route|newBackup|backups\..*)$/) },
  { title: 'What was captured', sign: 'capture', holds: under(/^services\..*\.atBackup$/) },
  { title: 'iCloud and other copies', sign: 'cloud', holds: under(/^services\.|\.room$/) },
  { title: 'Cannot change any fate', sign: 'still', holds: inGroup('cannot matter') },
  { title: 'The course of the restore', sign: 'course', holds: under(/^(surroundings|script)\./) },
  { title: 'The program on the computer', sign: 'computer', holds: under(/^computer\./), isRare: true },
  { title: 'The organisation', sign: 'people', holds: () => true, isRare: true },
];

/**
 * The conditions of a scenario in sections; those that cannot matter come last. With an item, its own stand among
 * them.
 */
export function sectionsOf(scenario: Scenario, item: string | null): readonly Section[] {
  const conditions = [...(item === null ? [] : ownConditions(scenario, item)), ...listConditions(scenario)].filter(
    (condition) => !isIdle(scenario, condition),
  );
  const held = new Map<Row, Condition[]>(ROWS.map((row) => [row, []]));
  for (const condition of conditions) {
    const row = ROWS.find(({ holds }) => holds(condition));
    if (row) held.get(row)?.push(condition);
  }
  return [...held]
    .filter(([, list]) => list.length > 0)
    .map(([{ title, sign, isRare }, list]) => ({ title, sign, isRare: isRare ?? false, conditions: list }));
}

/** The item's and its app's: asked of a world that holds these two alone, so that a long list costs nothing. */
function ownConditions(scenario: Scenario, id: string): readonly Condition[] {
  const item = scenario.world.items.find((candidate) => candidate.id === id);
  if (!item) return [];
  const own = scenario.world.items.filter(
    (other) => other === item || (item.app !== undefined && other.category === 'app' && other.app === item.app),
  );
  return itemConditions(
    { ...scenario, world: { ...scenario.world, items: own } },
    new Set(own.map((other) => other.id)),
  );
}

/** With one backup there is nothing to choose from. */
const isIdle = ({ world, route }: Scenario, { path, value }: Condition): boolean =>
  path === 'script.backup' && value === 'the newest' && world.backups.filter(({ kind }) => kind === route).length < 2;

export const cannotMatter = ({ conditions }: Section): boolean =>
  conditions.every((condition) => condition.cannotMatter !== undefined);
