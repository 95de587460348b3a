// What `npm run verify` runs: the long proofs that `npm test` leaves out, one after another, with the time of each.
// npm run verify -- node-versions stryker:run   only the proofs named; `stryker` alone takes all of its rooms.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeRoom } from './judge-mutants.mjs';
import { launchOptions } from './vitest.mjs';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'verify');

const TEST = '.test.ts';
const tests = readdirSync(folder)
  .filter((file) => file.endsWith(TEST))
  .toSorted();
const rooms = Object.keys(JSON.parse(readFileSync(join(folder, 'mutated-rooms.json'), 'utf8')));

const started = (script, args, env) =>
  spawnSync(process.execPath, [join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: 'inherit',
  }).status === 0;

const proofs = [
  ...tests.map((file) => ({
    name: file.slice(0, -TEST.length),
    run: () =>
      started('src/setup/vitest.mjs', ['--project', 'verify', `test/verify/${file}`], { RSIM_LAUNCH: launchOptions() }),
  })),
  {
    name: 'laws',
    run: () =>
      started('src/setup/vitest.mjs', ['--project', 'node', 'test/laws', 'test/cli/digest.test.ts'], {
        VITE_LAWS_TIMES: '4',
      }),
  },
  {
    name: 'laws-over-imports',
    run: () =>
      started('src/setup/vitest.mjs', ['--project', 'node', 'test/laws', '-t', ' imported, seed '], {
        VITE_LAWS_TIMES: '1',
        VITE_LAWS_IMPORTS: '30',
      }),
  },
  {
    name: 'laws-in-the-browser',
    run: () =>
      started('src/setup/vitest.mjs', ['--project', 'browser', 'test/laws'], {
        RSIM_LAUNCH: launchOptions(),
        VITE_LAWS_TIMES: '1',
        VITE_SEEDED_LINES: '60',
      }),
  },
  // Stryker's own threshold is on the room as it is; what survives for a reason is judged after it.
  ...rooms.map((room) => ({
    name: `stryker:${room}`,
    run: () => {
      started('node_modules/@stryker-mutator/core/bin/stryker.js', ['run', 'test/verify/stryker.config.mjs'], {
        MUTATED_ROOM: room,
      });
      return judgeRoom(root, room);
    },
  })),
];

const wanted = process.argv.slice(2);
const isWanted = ({ name }) =>
  wanted.length === 0 || wanted.some((word) => name === word || name.startsWith(`${word}:`));
const strangers = wanted.filter((word) => !proofs.some(({ name }) => name === word || name.startsWith(`${word}:`)));

if (strangers.length > 0) {
  console.error(`There is no proof called ${strangers.join(', ')}. There are:`);
  for (const { name } of proofs) console.error(`  ${name}`);
  process.exitCode = 2;
} else {
  const lines = [];
  for (const proof of proofs.filter(isWanted)) {
    const began = Date.now();
    console.log(`\n== ${proof.name}`);
    const holds = proof.run();
    const seconds = ((Date.now() - began) / 1000).toFixed(0).padStart(6);
    lines.push(`${holds ? 'ok    ' : 'FAILED'} ${proof.name.padEnd(20)}${seconds} s`);
    if (!holds) process.exitCode = 1;
  }
  console.log(`\n${lines.join('\n')}`);
}
