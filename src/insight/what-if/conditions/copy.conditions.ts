import { spokenNames } from '../../../model/spoken-names.ts';
import { must } from '../../../model/must.ts';
import { OWN_WAYS } from '../../../model/copy-kinds.ts';
import type { Item } from '../../../model/world.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ConditionRow, Part } from './row.ts';

/**
 * Copies that apps keep by themselves. A copy is changed by its name, so of two with one name only the first
 * counts.
 */
const ownWays = ({ world }: Scenario): readonly Part[] => {
  const seen = new Set<string>();
  const byId = new Map(world.items.map((item) => [item.id, item]));
  return world.copies.flatMap((copy) => {
    const name = copy.id ?? copy.kind;
    if (seen.has(name)) return [];
    seen.add(name);
    if (!OWN_WAYS.some((way) => way === copy.kind)) return [];
    const titles = copy.of.map((id) => must(byId.get(id), `the item ${id} of a copy`).title);
    const values = { ...copy, oldPhone: copy.oldPhone === 'as-it-stands' ? 'there' : copy.oldPhone };
    return [{ path: `copies.${name}`, name: `“${titles.join('”, “')}”`, values }];
  });
};
/** Where the old phone itself is gone, that is what there would be to change. */
const mayStillHaveIt = ({ world: { oldPhone } }: Scenario): boolean =>
  oldPhone === null || ['at-hand', 'unknown'].includes(oldPhone.state);
const isOf =
  (kind: (typeof OWN_WAYS)[number]) =>
  (_scenario: Scenario, { values }: Part): boolean =>
    values['kind'] === kind;
const MOVES = ['own.backup', 'own.transfer', 'own.best', 'own.done', 'item.last-copy-erased'] as const;

/** What keeps a backup of its own, while nobody has said whether the phone's backup holds it as well. */
const perhapsInBoth = ({ world }: Scenario): readonly Part[] => {
  const ownWay = new Set(
    world.copies.filter(({ kind }) => OWN_WAYS.some((way) => way === kind)).flatMap(({ of }) => of),
  );
  const isOpen = ({ id, policy, inBackup }: Item): boolean =>
    inBackup === 'unknown'
      ? policy === 'own-cloud' || ownWay.has(id)
      : policy === 'own-cloud' && inBackup === undefined;
  return world.items.filter(isOpen).map((item) => ({
    path: `items.${item.id}`,
    name: `“${item.title}”`,
    values: { ...item, inBackup: 'unknown' },
    item: item.id,
  }));
};

const ofApps =
  (kind: (typeof OWN_WAYS)[number], path: string) =>
  ({ world }: Scenario): readonly Part[] => {
    const held = new Set(world.copies.filter((copy) => copy.kind === kind).flatMap(({ of }) => of));
    return world.items
      .filter(({ id, app }) => app !== undefined && held.has(id))
      .map((item) => ({
        path: `script.${path}.${item.app}`,
        name: spokenNames(world).app(String(item.app)),
        values: { value: 'not yet' },
        item: item.id,
      }));
  };

/** What can be done about one item of such an app. */
export const OWN_WAY_CONDITIONS: readonly ConditionRow[] = [
  {
    title: 'The own backup of %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: ofApps('own-backup', 'ownBackup'),
    values: { 'not yet': 'Leave it', done: 'Restore the own backup of % in the app' },
    moves: ['own.done', 'app.login'],
  },
  {
    title: 'The own transfer of %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: ofApps('own-transfer', 'ownTransfer'),
    values: { 'not yet': 'Leave it', done: 'Move the data of % from the old phone, in the app' },
    moves: ['own.done'],
  },
  {
    key: 'inBackup',
    title: 'Whether the backup of the phone holds %',
    group: 'outside',
    section: 'item',
    when: 'now',
    atOnce: true,
    parts: perhapsInBoth,
    helps: ['yes'],
    values: {
      yes: 'See that % stands in the phone’s list of what its backup holds',
      no: 'See that % does not stand in that list',
      unknown: 'Nobody has looked',
    },
    moves: ['own.kept-apart', 'app.policy', 'item.last-copy-erased', 'own.backup', 'own.best', 'item.in-backup'],
  },
];

/** What an own backup or transfer of an app hangs on. */
export const COPY_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'password',
    title: 'The password of the app’s own backup of %',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: ownWays,
    applies: isOf('own-backup'),
    helps: ['known'],
    values: {
      known: 'Change the password of the app’s own backup of % while the old app still works',
      none: 'The app’s own backup of % has no password',
      forgotten: 'Nobody knows it',
    },
    moves: MOVES,
  },
  {
    key: 'exists',
    title: 'Whether the app made a copy of % by itself',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: ownWays,
    helps: ['yes'],
    values: {
      yes: 'Have the app make its own copy of %',
      no: 'There is none',
      unknown: 'Nobody has looked',
    },
    moves: MOVES,
  },
  {
    key: 'number',
    title: 'The number or login of the app’s own copy of %',
    group: 'outside',
    section: 'item',
    when: 'now',
    parts: ownWays,
    helps: ['same'],
    values: { same: 'Set the app of % up with the number or login it had', changed: 'Another number or login' },
    moves: MOVES,
  },
  {
    key: 'oldPhone',
    title: 'The old phone with the app of %',
    group: 'outside',
    section: 'item',
    when: 'before-the-backup',
    parts: ownWays,
    applies: (scenario, part) => isOf('own-transfer')(scenario, part) && mayStillHaveIt(scenario),
    helps: ['there'],
    values: { there: 'Keep the old phone with % until the app has moved it', gone: 'It is gone', unknown: 'Not known' },
    moves: MOVES,
  },
];
