import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exploreLife } from '../../src/insight/explore/explore-life.ts';
import { EXPLORED_WORLDS } from '../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../src/insight/explore/explored-world.ts';
import { finish } from '../../src/insight/explore/exploring.ts';

const MODEL = join(import.meta.dirname, 'spin', 'no-wifi-and-no-power-at-first.pml');
const hasSpin = ['spin', 'gcc'].every((name) => spawnSync(name, ['--version']).error === undefined);

const run = (folder: string, command: string, ...args: readonly string[]): string => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  expect(status, `${command}: ${stdout}${stderr}`).toBe(0);
  return stdout;
};

// Debian's package is called spin; without it there is nothing to compare with.
test.skipIf(!hasSpin)('an independent model checker counts the same states and transitions', () => {
  const folder = mkdtempSync(join(tmpdir(), 'spin-'));
  try {
    // -o2: a variable that is written and never read still tells states apart.
    run(folder, 'spin', '-o2', '-a', MODEL);
    run(folder, 'gcc', '-w', '-DSAFETY', '-DNOREDUCE', '-o', 'pan', 'pan.c');
    const told = run(folder, './pan', '-n');
    expect(told).toContain('errors: 0');
    const count = (word: string): number => Number(new RegExp(`(\\d+) ${word}`).exec(told)?.[1]);
    const world = EXPLORED_WORLDS.find(({ name }) => name === 'no Wi-Fi and no power at first');
    if (!world) throw new Error('the world is gone');
    const { without = [] } = world;
    const space = finish(exploreLife(scenarioOfWorld(world), { most: 20_000, without, attempts: 1 }));
    expect(count('states, stored')).toBe(space.nodes.length);
    // Spin counts the first state as a transition into it.
    expect(count('transitions')).toBe(space.transitions + 1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
