import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { COMPARED, lessonDigest } from '../laws/lesson-digest.ts';
import { LESSON_IDS, lessonNamed } from '../unit/teach/lessons-read.ts';
import { nodeOf } from './nodes.ts';

/** What the Node of this test says, told to the others. */
const told: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  LESSON_IDS.map((id) => [id, COMPARED.map((learner) => lessonDigest(lessonNamed(id), learner))]),
);

function saysTheSame(node: string, project: 'node' | 'browser'): string {
  const { status, stdout, stderr } = spawnSync(
    node,
    ['src/setup/vitest.mjs', '--project', project, 'test/laws/lesson-variants.test.ts'],
    {
      encoding: 'utf8',
      env: { ...process.env, VITE_LESSON_DIGESTS: JSON.stringify(told) },
    },
  );
  return status === 0 ? 'the same' : `${stdout}${stderr}`;
}

test('Chromium gives every learner the cases that Node gives', () => {
  expect(new Set(Object.values(told).flat()).size).toBe(LESSON_IDS.length * COMPARED.length);
  expect(saysTheSame(process.execPath, 'browser')).toBe('the same');
});

test.for(['20.19.0', '22.12.0', '24.0.0'])('so does Node %s', (version, { skip }) => {
  const node = nodeOf(version);
  if (node === undefined) return skip(`Node ${version} cannot be had here`);
  expect(saysTheSame(node, 'node')).toBe('the same');
});
