import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { LATE, smallScenarios } from './small-scenarios.ts';

const { folder, write, here, answer, remove } = smallScenarios();
afterAll(remove);

describe('the others', () => {
  test('list', () => {
    expect(answer(['list', '--json'])).toMatchObject([
      { id: 'one/a', title: 'A small one', shows: [] },
      {},
      {},
      {},
      { id: 'two/d' },
    ]);
    expect(here(['list']).stdout).toContain('5 scenarios in 2 themes');
  });

  test('compare: the condition, the item and the first line that differ; a journal equals its scenario', () => {
    write(
      'later.yaml',
      LATE.replace('device: old, ', 'device: old, passcodeSet: no, ')
        .replace('services: { photos: on }', 'services: { photos: off }')
        .replace('attempts:\n  - {}\n  - change: { device.name: old }\n', ''),
    );
    write('early.yaml', LATE.replace('attempts:\n  - {}\n  - change: { device.name: old }\n', ''));
    const compared = answer(['compare', 'early.yaml', 'later.yaml', '--json']) as {
      conditions: { condition: string }[];
      items: { id: string }[];
      firstDifference: { a: { n: number } };
    };
    expect(compared.conditions.map(({ condition }) => condition)).toEqual(
      ['services.photos.atBackup', 'services.photos.now', 'backups.nightly.passcodeSet'].toSorted((a, b) =>
        a.startsWith('backups') ? -1 : b.startsWith('backups') ? 1 : 0,
      ),
    );
    expect(compared.items).toMatchObject([{ id: 'photos', a: { fate: 'synced' }, b: { fate: 'restored' } }]);
    expect(compared.firstDifference.a.n).toBeGreaterThan(1);
    expect(here(['run', 'early.yaml', '--journal', 'early.jsonl']).status).toBe(0);
    expect(answer(['compare', 'early.jsonl', 'early.jsonl', '--json'])).toMatchObject({
      conditions: [],
      items: [],
      firstDifference: null,
    });
    expect(answer(['compare', 'early.jsonl', 'early.yaml', '--json'])).toMatchObject({
      items: [],
      firstDifference: null,
    });
  });

  test('coverage: what nothing shows is listed, with code 1', () => {
    const covered = answer(['coverage', 'late.yaml', '--json'], 1) as {
      behaviours: { id: string; scenarios: string[] }[];
      rules: { id: string; state: string }[];
      transitions: unknown[];
      missing: { behaviours: string[] };
    };
    expect(covered.behaviours.find(({ id }) => id === 'A13')?.scenarios).toEqual(['late']);
    expect(covered.missing.behaviours).toContain('C16');
    expect(covered.missing.behaviours).not.toContain('A13');
    expect(covered.rules.find(({ id }) => id === 'capture/after-backup')?.state).toBe('fired');
    expect(covered.transitions.length).toBeGreaterThan(50);
  });

  test('coverage: the scenarios that come with it show every behaviour, rule and transition', () => {
    const { missing } = answer(['coverage', resolve('scenarios'), '--json']) as { missing: object };
    expect(Object.values(missing).flat()).toEqual([]);
  }, 120_000);

  test('schema: draft 7, with descriptions, also into a file', () => {
    const schema = answer(['schema']) as { properties: { world: { properties: Record<string, unknown> } } };
    expect(schema).toMatchObject({
      $schema: 'http://json-schema.org/draft-07/schema#',
      required: expect.arrayContaining(['title', 'why']),
    });
    expect(JSON.stringify(schema)).toContain('A size, such as 38.6 GB');
    expect(here(['schema', '-o', 'schema.json']).status).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'schema.json'), 'utf8'))).toEqual(schema);
  });

  test('help names every command', () => {
    const { stdout, status } = here(['--help']);
    expect(status).toBe(0);
    for (const name of ['run', 'check', 'list', 'compare', 'coverage', 'inspect', 'schema'])
      expect(stdout).toMatch(new RegExp(`^ {2}${name}\\b`, 'm'));
    expect(here(['help', 'run']).stdout).toContain('--until');
    expect(here([]).status).toBe(2);
  });
});
