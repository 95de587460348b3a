import { hangingIndent, table } from './layout.ts';
import type { Page } from './story-text.ts';

interface Covered {
  readonly behaviours: readonly {
    readonly id: string;
    readonly says: string;
    readonly rules: readonly string[];
    readonly scenarios: readonly string[];
  }[];
  readonly rules: readonly {
    readonly id: string;
    readonly state: 'fired' | 'shadowed' | 'never';
    readonly scenarios: readonly string[];
  }[];
  readonly transitions: readonly {
    readonly machine: string;
    readonly transition: string;
    readonly scenarios: readonly string[];
  }[];
}

interface Missing {
  readonly behaviours: readonly string[];
  readonly shadowed: readonly string[];
  readonly never: readonly string[];
  readonly transitions: readonly string[];
}

const shown = (list: readonly { readonly scenarios: readonly string[] }[]): string =>
  `${list.filter(({ scenarios }) => scenarios.length > 0).length} of ${list.length}`;

/** The matrix of behaviours, the sums, and what nothing shows. */
export function coverageAsText({ behaviours, rules, transitions }: Covered, missing: Missing, page: Page): string {
  const { paint, width } = page;
  const rows = behaviours.map(({ id, says, rules: fired, scenarios }) => [
    id,
    String(scenarios.length),
    String(fired.length),
    says,
  ]);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['Behaviours that no scenario shows', missing.behaviours],
    ['Rules that never fired', missing.never],
    ['Rules that only ever stood behind another', missing.shadowed],
    ['Transitions that were never taken', missing.transitions],
  ];
  const gaps = lists.filter(([, list]) => list.length > 0);
  return [
    ...table(
      [
        { title: 'Behaviour' },
        { title: 'Scenarios', align: 'right' },
        { title: 'Rules', align: 'right' },
        { title: 'It says', gives: true },
      ],
      rows,
      width,
    ),
    '',
    `Behaviours shown by a scenario  ${shown(behaviours)}`,
    `Rules that decided somewhere    ${shown(rules)}`,
    `Transitions taken               ${shown(transitions)}`,
    ...gaps.flatMap(([title, list]) => [
      '',
      paint.bad(`${title} (${list.length})`),
      ...list.flatMap((each) => hangingIndent('  – ', each, width)),
    ]),
    '',
    gaps.length === 0
      ? paint.good('✓ Nothing is without a scenario.')
      : paint.bad('✗ Something is without a scenario.'),
  ].join('\n');
}

/** What lessons teach, as far as a report needs it: by what is taught, the lessons; and what none of them does. */
interface CountedLessons {
  readonly by: Readonly<Partial<Record<string, readonly string[]>>>;
  readonly missing: readonly string[];
}
interface TaughtInWords {
  readonly lessons: number;
  readonly rules: CountedLessons;
  readonly groups: CountedLessons;
  readonly gates: CountedLessons;
  readonly confusions: CountedLessons;
  readonly rulesByGroup: readonly { readonly title: string; readonly taught: number; readonly of: number }[];
}

/** What lessons teach. That one of many rules is taught nowhere is no fault. */
export function taughtAsText(
  { lessons, rules, groups, gates, confusions, rulesByGroup }: TaughtInWords,
  page: Page,
): string {
  const { paint, width } = page;
  const counted = ({ by, missing }: CountedLessons): string => {
    const taught = Object.keys(by).length;
    return `${taught} of ${taught + missing.length}`;
  };
  const lists: readonly (readonly [string, CountedLessons])[] = [
    ['Groups of rules', groups],
    ['Gates', gates],
    ['Pairs of fates that are mixed up', confusions],
    ['Rules', rules],
  ];
  return [
    paint.heading(`What the ${lessons} ${lessons === 1 ? 'lesson teaches' : 'lessons teach'}`),
    ...lists.map(([title, each]) => `${title.padEnd(33)}${counted(each)}`),
    '',
    'Rules, group by group',
    ...rulesByGroup.map(({ title, taught, of }) => `  ${title.padEnd(31)}${taught} of ${of}`),
    ...lists.flatMap(([title, { missing }]) =>
      missing.length === 0
        ? []
        : [
            '',
            `${title} that no lesson teaches (${missing.length})`,
            ...hangingIndent('  ', missing.join(', '), width),
          ],
    ),
  ].join('\n');
}
