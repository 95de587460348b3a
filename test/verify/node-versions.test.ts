import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprintsBy, SAMPLES } from '../cli/fingerprints.ts';
import { NODES, nodeOf } from './nodes.ts';

const LESSONS = readdirSync('lessons').filter((file) => file.endsWith('.yaml'));

describe.each(NODES)('Node %s', (version) => {
  test.for(SAMPLES)('gives the same fingerprints for %s as the Node of this test', (file, { skip }) => {
    const node = nodeOf(version);
    if (node === undefined) return skip(`Node ${version} cannot be had here`);
    expect(fingerprintsBy(node, file)).toEqual(fingerprintsBy(process.execPath, file));
  });

  test.for(LESSONS)('draws the same cases of %s as the Node of this test', (lesson, { skip }) => {
    const node = nodeOf(version);
    if (node === undefined) return skip(`Node ${version} cannot be had here`);
    for (const seed of ['k7f2', 'mara', 'm2q8'])
      expect(quizBy(node, lesson, seed)).toBe(quizBy(process.execPath, lesson, seed));
  });
});

/** The cases and questions of a lesson, drawn by that Node. */
function quizBy(node: string, lesson: string, seed: string): string {
  const args = [resolve('src/cli/bin.cjs'), 'quiz', join('lessons', lesson), '--seed', seed, '--json'];
  const { status, stdout, stderr } = spawnSync(node, args, { encoding: 'utf8', maxBuffer: 64e6 });
  if (status !== 0) throw new Error(`quiz ${lesson} ended with ${status}: ${stderr}`);
  return stdout;
}
