import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { lessonJsonSchema } from '../../src/teach/lesson-schema.ts';
import { restoreSim } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['scenarios/scenario.schema.json', scenarioJsonSchema, 'restore-sim schema -o scenarios/scenario.schema.json'],
  ['lessons/lesson.schema.json', lessonJsonSchema, 'restore-sim schema --lesson -o lessons/lesson.schema.json'],
])('%s is the schema of today', (file, schema, renewedBy) => {
  expect(JSON.parse(readFileSync(file, 'utf8')), `renew it: ${renewedBy} --force`).toEqual(
    JSON.parse(JSON.stringify(schema())),
  );
});

test('a run can be recorded as a scenario, which then holds', () => {
  const record = join(folder, 'recorded.yaml');
  expect(restoreSim(['run', 'scenarios/showcase/new-iphone-icloud-photos-on.yaml', '--record', record]).status).toBe(0);
  expect(readFileSync(record, 'utf8')).toContain('rule: keychain/locked-to-the-old-device');
  expect(restoreSim(['check', record]).stdout).toContain('1 passed');
});

test('a run of more attempts than the scenario states can be recorded too, and then holds', () => {
  const record = join(folder, 'three-attempts.yaml');
  const file = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
  const run = restoreSim(['run', file, '--attempts', '3', '--record', record, '--json']);
  expect(run.status).toBe(0);
  expect(restoreSim(['check', record]).stdout).toContain('1 passed');
  const again = JSON.parse(restoreSim(['run', record, '--json']).stdout);
  expect(again.fingerprints).toEqual(JSON.parse(run.stdout).fingerprints);
  expect(again.attempts).toHaveLength(3);
});

test('attempts that are asked for count as those that a scenario states', () => {
  const file = join(folder, 'much.yaml');
  const items = Array.from({ length: 2000 }, (_, index) => `    - { id: i-${index}, category: notes }`);
  const taps = Array.from({ length: 300 }, () => '  - { do: screen.tapped, during: placement }');
  const head = ['title: T', 'why: w', 'world:', '  backups: [{ id: b, made: 2026-02-28 }]', '  items:'];
  writeFileSync(file, [...head, ...items, 'script:', ...taps, 'expect: { outcome: completed }', ''].join('\n'));
  const { status, stderr } = restoreSim(['run', file, '--attempts', '100']);
  expect(stderr).toContain('2000 items with 300 events in 100 attempts are more than can be played in sensible time');
  expect(stderr).toMatch(/much\.yaml:\d+:\d+/);
  expect(status).toBe(2);
});

test('what exists is never written over without asking', () => {
  const schema = join(folder, 'schema.json');
  expect(restoreSim(['schema', '-o', schema]).status).toBe(0);
  const again = restoreSim(['schema', '-o', schema]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('the file exists already');
});
