import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { scenarioJsonSchema } from '../../src/cli/schema.ts';
import { restoreSim } from './command.ts';

const folder = mkdtempSync(join(tmpdir(), 'restore-sim-written-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(
  'the schema that editors read is the schema of today (renew it: restore-sim schema -o ' +
    'scenarios/scenario.schema.json --force)',
  () => {
    expect(JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'))).toEqual(
      JSON.parse(JSON.stringify(scenarioJsonSchema())),
    );
  },
);

test('a run can be recorded as a scenario, which then holds', () => {
  const record = join(folder, 'recorded.yaml');
  expect(restoreSim(['run', 'scenarios/showcase/new-iphone-icloud-photos-on.yaml', '--record', record]).status).toBe(0);
  expect(readFileSync(record, 'utf8')).toContain('rule: keychain/locked-to-the-old-device');
  expect(restoreSim(['check', record]).stdout).toContain('1 passed');
});

test('what exists is never written over without asking', () => {
  const schema = join(folder, 'schema.json');
  expect(restoreSim(['schema', '-o', schema]).status).toBe(0);
  const again = restoreSim(['schema', '-o', schema]);
  expect(again.status).toBe(2);
  expect(again.stderr).toContain('the file exists already');
});
