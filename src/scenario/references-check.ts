import { didYouMean } from '../model/problem.ts';
import type { Scenario } from './scenario.ts';
import { EVENT_DATA, type EventData, SCRIPT_EVENTS } from '../model/events.ts';

/** Something wrong at a path of the scenario, in plain words. */
export interface Complaint {
  readonly path: readonly PropertyKey[];
  readonly at?: 'key' | 'value';
  readonly message: string;
  readonly advice?: string;
}

function missing(
  kind: string,
  name: string | undefined,
  known: readonly string[],
  path: readonly PropertyKey[],
  at: 'key' | 'value' = 'value',
): Complaint[] {
  if (name === undefined || name === '' || known.includes(name)) return [];
  const near = didYouMean(name, known);
  return [
    {
      path,
      at,
      message: `there is no ${kind} “${name}” in this scenario`,
      advice: near === undefined ? `Known: ${known.slice(0, 12).join(', ') || 'none'}.` : `Did you mean “${near}”?`,
    },
  ];
}

/** Names that point nowhere, and names that are taken twice. */
export function checkReferences(scenario: Scenario): Complaint[] {
  const { world } = scenario;
  const accounts = world.accounts.map(({ id }) => id);
  const backups = world.backups.map(({ id }) => id);
  const items = world.items.map(({ id }) => id);
  const apps = world.items.flatMap((item) => item.app ?? []);
  return [
    ...twice('account', accounts, (index) => ['world', 'accounts', index, 'id']),
    ...twice('backup', backups, (index) => ['world', 'backups', index, 'id']),
    ...twice('item', items, (index) => ['world', 'items', index, 'id']),
    ...world.backups.flatMap((backup, index) =>
      missing('account', backup.account, accounts, ['world', 'backups', index, 'account']),
    ),
    ...world.items.flatMap((item, index) =>
      missing('account', item.account, accounts, ['world', 'items', index, 'account']),
    ),
    ...missing('account', world.services.account, accounts, ['world', 'services', 'account']),
    ...world.copies.flatMap((copy, index) =>
      copy.of.flatMap((id, inner) => missing('item', id, items, ['world', 'copies', index, 'of', inner])),
    ),
    ...Object.keys(scenario.expect.items).flatMap((id) => missing('item', id, items, ['expect', 'items', id], 'key')),
    ...scenario.script.flatMap((entry, index) => {
      if (!('do' in entry)) return [];
      const { data: needed, mayCarry = [] } = SCRIPT_EVENTS[entry.do];
      const known = [...needed, ...mayCarry];
      return [
        ...missing('account', entry.account, accounts, ['script', index, 'account']),
        ...missing('backup', entry.backup, backups, ['script', index, 'backup']),
        ...missing('app', entry.app, apps, ['script', index, 'app']),
        ...(Object.keys(EVENT_DATA) as EventData[])
          .filter((key) => entry[key] !== undefined && !known.includes(key))
          .map((key): Complaint => ({
            path: ['script', index, key],
            at: 'key',
            message: `${entry.do} takes no “${key}”`,
          })),
        // A password is the right one unless said otherwise.
        ...needed
          .filter((key) => EVENT_DATA[key] === 'name' && entry[key] === undefined)
          .map((key): Complaint => ({
            path: ['script', index],
            message: `${entry.do} needs “${key}”`,
            advice: `Add “${key}: …”.`,
          })),
      ];
    }),
    ...newerThanToday(scenario),
  ];
}

function twice(kind: string, names: readonly string[], path: (index: number) => readonly PropertyKey[]): Complaint[] {
  const seen = new Set<string>();
  return names.flatMap((name, index): Complaint[] => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    return [
      {
        path: path(index),
        message: `two ${kind}s have the id “${name}”`,
        advice: `Give one of them an “id” of its own.`,
      },
    ];
  });
}

function newerThanToday({ world }: Scenario): Complaint[] {
  const today = world.today.slice(0, 10);
  return [
    ...world.backups.flatMap((backup, index): Complaint[] =>
      backup.made.slice(0, 10) > today
        ? [
            {
              path: ['world', 'backups', index, 'made'],
              message: `the backup is from ${backup.made}, after the story’s today (${today})`,
              advice: 'Set “today” later, or the backup earlier.',
            },
          ]
        : [],
    ),
    ...world.items.flatMap((item, index): Complaint[] =>
      item.created !== undefined && item.created.slice(0, 10) > today
        ? [
            {
              path: ['world', 'items', index, 'created'],
              message: `this comes from ${item.created}, after the story’s today (${today})`,
              advice: 'Set “today” later, or this date earlier.',
            },
          ]
        : [],
    ),
  ];
}
