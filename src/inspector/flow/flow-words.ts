import { cellOf } from '../../model/optional.ts';
import { formatBytes, formatCount } from '../../model/bytes.ts';
import { fateOn } from '../../model/fates.ts';
import { groupOf } from '../../model/groups.ts';
import { ON_THE_WAY } from '../../stepping/fate-keys.ts';
import type { Amount, Branch } from './flow.ts';
import type { By, FlowRoom } from './placed-flow.ts';

/* What is written beside the branches of a flow, and how wide it is. */

export const valueOf = (amount: Amount, by: By): number => (by === 'bytes' ? amount.bytes : amount.items);
/** The branches that are drawn as one with it. */
export const joinedBy = ({ key }: Branch, rest: ReadonlyMap<string, readonly Branch[]>): readonly Branch[] =>
  groupOf(rest, key);
export const whole = (branch: Branch, rest: ReadonlyMap<string, readonly Branch[]>): Amount =>
  [branch, ...joinedBy(branch, rest)].reduce<Amount>(
    (sum, { items, bytes }) => ({ items: sum.items + items, bytes: sum.bytes + bytes }),
    { items: 0, bytes: 0 },
  );

/** `8.1 GB`, or `4 items`. */
export const sizeOf = (amount: Amount, by: By): string =>
  by === 'items'
    ? `${formatCount(amount.items)} ${amount.items === 1 ? 'item' : 'items'}`
    : amount.bytes === 0
      ? 'no size'
      : formatBytes(amount.bytes);

/** `Photos and videos, Health and 3 more`. */
export function titleOf({ titles, items }: Branch, rest: readonly Branch[]): string {
  if (rest.length > 0) return `${rest.length + 1} more reasons`;
  const [first, second] = titles.map((title) => shortened(title));
  if (first === undefined) return '';
  if (items <= 1 || second === undefined) return first;
  return items === 2 ? `${first}, ${second}` : `${first} and ${formatCount(items - 1)} more`;
}

const MAX_TITLE_LENGTH = 30;
const shortened = (title: string): string =>
  title.length > MAX_TITLE_LENGTH ? `${title.slice(0, MAX_TITLE_LENGTH - 1)}…` : title;

/** The second line of a branch's label. */
export const reasonOf = (
  branch: Branch,
  rest: readonly Branch[],
  { route, ids }: Pick<FlowRoom, 'route' | 'ids'>,
): { readonly word: string; readonly rule: string } =>
  rest.length > 0
    ? { word: 'See all of them', rule: '' }
    : {
        word: branch.fate === ON_THE_WAY ? 'On the way' : fateOn(route, branch.fate).word,
        rule: ids ? cellOf(branch.rule) : '',
      };

/** What a branch that leaves is called: by its largest items, or in a small picture by its fate. */
export const branchLabel = (branch: Branch, rest: readonly Branch[], room: FlowRoom): string =>
  room.size === 'small' && rest.length === 0
    ? `${reasonOf(branch, rest, room).word} ${formatCount(branch.items)}`
    : titleOf(branch, rest);

export function labelWidth(branch: Branch, rest: readonly Branch[], room: FlowRoom): number {
  const { measure, by } = room;
  if (room.size === 'small') return 22 + measure(branchLabel(branch, rest, room), 'strong');
  const { word, rule } = reasonOf(branch, rest, room);
  const first =
    measure(titleOf(branch, rest), 'strong') +
    6 +
    measure(sizeOf(whole(branch, new Map([[branch.key, rest]])), by), 'plain');
  return 22 + Math.max(first, measure(word, 'strong') + 6 + measure(rule, 'code'));
}
