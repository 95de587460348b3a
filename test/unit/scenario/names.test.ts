import * as fc from 'fast-check';
import { stringify } from 'yaml';
import { expect, test } from 'vitest';
import { isForbiddenName } from '../../../src/model/names.ts';
import { reportInputFrom } from '../../../src/report/report-input.ts';
import { recordToScenario } from '../../../src/insight/explain/record-to-scenario.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { law } from '../../laws/law.ts';
import { problemsOf } from '../stories.ts';

const HOSTILE = [
  ...Object.getOwnPropertyNames(Object.prototype),
  'prototype',
  'null',
  'true',
  'no',
  'y',
  '1',
  '0x1',
  '1e3',
];
const word = fc.oneof(fc.constantFrom(...HOSTILE), fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,20}$/));

const named = (item: string, backup: string, app: string, account: string): string =>
  stringify({
    title: 'Names',
    why: 'Whatever plays under a name can be written down and read again.',
    world: {
      accounts: [{ id: account }],
      backups: [{ id: backup, made: '2026-02-28', account }],
      items: [{ id: item, category: 'app-data', app }],
    },
    expect: { outcome: 'completed' },
  });

law(
  'what plays under any names can be recorded and read again',
  fc.tuple(word, word, word, word),
  ([item, backup, app, account]) => {
    const text = named(item, backup, app, account);
    const refused = problemsOf(() => loadScenario(text, 'names.yaml'));
    if (refused.length > 0) return;
    const run = play(loadScenario(text, 'names.yaml'));
    const again = loadScenario(recordToScenario(reportInputFrom(run), { file: 'recorded.yaml' }), 'recorded.yaml');
    expect(Object.keys(again.expect?.items ?? {})).toEqual([item]);
    expect(play(again).fingerprints).toEqual(run.fingerprints);
  },
  100,
);

test.each(Object.getOwnPropertyNames(Object.prototype))('%s is no id and no key at any door', (name) => {
  expect(isForbiddenName(name)).toBe(true);
  for (const names of [
    [name, 'b', 'c', 'd'],
    ['a', name, 'c', 'd'],
    ['a', 'b', name, 'd'],
    ['a', 'b', 'c', name],
  ] as [string, string, string, string][])
    expect(problemsOf(() => loadScenario(named(...names), 'names.yaml')).length).toBeGreaterThan(0);
  const key = JSON.stringify(name);
  for (const text of [
    `${named('a', 'b', 'c', 'd')}${key}: 1\n`,
    named('a', 'b', 'c', 'd').replace('expect:\n', `expect:\n  items: { ${key}: restored }\n`),
    named('a', 'b', 'c', 'd').replace('why: ', `? &k ${key}\n: 1\nwhy: `),
  ])
    expect(problemsOf(() => loadScenario(text, 'names.yaml'))[0]?.message).toContain('cannot be a key');
});

/** The keys of a scenario by their groups; each could stand a second time under an alias. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  '': ['title', 'why', 'world', 'script', 'expect'],
  '  ': ['device', 'items'],
  '    ': ['ios', 'free'],
};

law(
  'a key that stands twice is seen, under whatever name it is repeated',
  fc.tuple(
    fc.constantFrom(...Object.entries(GROUPS).flatMap(([indent, keys]) => keys.map((key) => ({ indent, key })))),
    fc.constantFrom('? *again\n%: 1', '*again : 1', '? &more "%k"\n%: 1', '"%k": 1', "'%k': 1", '? %k\n%: 1'),
  ),
  ([{ indent, key }, form]) => {
    const group = (own: string, lines: readonly string[]): string[] =>
      own === indent ? [...lines, `${indent}${form.replaceAll('%k', key).replaceAll('%', indent)}`] : [...lines];
    const text = [
      ...group('', [
        'title: T',
        `why: &again ${key}`,
        'world:',
        ...group('  ', ['  device:', ...group('    ', ['    ios: "18.3"', '    free: 1 GB']), '  items: []']),
        'script: []',
        'expect: { outcome: never-started }',
      ]),
      '',
    ].join('\n');
    expect(problemsOf(() => loadScenario(text, 'twice.yaml'))[0]?.message).toContain('stands here twice');
  },
  200,
);
