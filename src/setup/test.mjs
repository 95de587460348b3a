// What `npm test` runs: every gate, also after one has failed, and the sum of them on the last line.
// node src/setup/test.mjs types lint: only the gates named.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { launchOptions, vitest } from './vitest.mjs';

const root = join(import.meta.dirname, '..', '..');
const results = join(root, 'test-results');
const bin = (path) => join(root, 'node_modules', path);

const command = (name, ...commands) => ({ name, commands });
const project = (name, env = () => ({}), more = []) => ({ name, env, more, report: join(results, `${name}.json`) });
const withBrowser = () => ({ RSIM_LAUNCH: launchOptions() });

/** Laws over generated worlds are tried in fewer of them than by hand; `npm run verify -- laws` takes many more. */
const inShort = () => ({ VITE_LAWS_TIMES: '0.16', VITE_SEEDED_LINES: '8', VITE_WALKS_EVERY: '4', ...process.env });

const formatted = ['src', 'machines', 'test', '.oxlintrc.json', '.oxfmtrc.json', 'package.json', 'tsconfig.json'];

// The gates of a phase run side by side, the phases one after another: the tests of the command line and of the
// inspector need the builds, and the inspector's pages need both cores.
const phases = [
  [
    command(
      'types',
      [bin('typescript/bin/tsc'), '-p', '.'],
      [bin('typescript/bin/tsc'), '-p', 'src/setup/tsconfig.core.json'],
    ),
    command('format', [bin('oxfmt/bin/oxfmt'), '--check', ...formatted]),
    command('lint', [bin('oxlint/bin/oxlint'), '--deny-warnings', 'src', 'machines', 'test']),
  ],
  [
    command('unused', [bin('knip/bin/knip.js'), '--no-progress']),
    command('build', [join(root, 'src/setup/build.mjs')]),
  ],
  // On two cores vitest would take one; the browser is done long before Node, and its core would stand idle.
  [project('node', inShort, ['--maxWorkers=2']), project('browser', withBrowser)],
  [project('inspector', withBrowser, ['--maxWorkers=2'])],
];

function colour() {
  const { FORCE_COLOR, NO_COLOR, ...rest } = process.env;
  return process.stdout.isTTY && NO_COLOR === undefined
    ? { ...rest, FORCE_COLOR: FORCE_COLOR ?? '1' }
    : { ...rest, NO_COLOR: '1' };
}

function run(args, more) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...colour(), ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => chunks.push(Buffer.from(String(error))));
    child.on('close', (code) => resolve({ ok: code === 0, output: Buffer.concat(chunks).toString() }));
  });
}

async function runCommands({ commands }) {
  const output = [];
  let ok = true;
  for (const args of commands) {
    const result = await run(args);
    ok &&= result.ok;
    output.push(result.output);
  }
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, output: output.join('') };
}

function count(report) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(
    readFileSync(report, 'utf8'),
  );
  // A file that could not even be loaded has no tests to count.
  const broken = testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + broken.length, skipped: numPendingTests + numTodoTests };
}

async function runProject({ name, env, more, report }) {
  rmSync(report, { force: true });
  const args = [
    ...vitest,
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...more,
  ];
  const { ok, output } = await run(args, env());
  const counts = existsSync(report) ? count(report) : { passed: 0, failed: 0, skipped: 0 };
  // No report, an error outside the tests, or no test at all.
  if ((!ok || counts.passed === 0) && counts.failed === 0) counts.failed = 1;
  return { ...counts, output };
}

async function runGate(gate) {
  const startedAt = Date.now();
  const done = () => ((Date.now() - startedAt) / 1000).toFixed(1).padStart(6);
  try {
    const result = await (gate.report ? runProject(gate) : runCommands(gate));
    return { ...result, seconds: done() };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: `${error.message}\n`, seconds: done() };
  }
}

function tell(gate, result) {
  const mark = result.failed === 0 ? 'ok    ' : 'FAILED';
  const failed = result.failed > 0 ? `, ${result.failed} failed` : '';
  const skipped = result.skipped > 0 ? `, ${result.skipped} skipped` : '';
  if (result.failed > 0) console.log(`\n${result.output.trimEnd()}\n`);
  console.log(`${mark} ${gate.name.padEnd(10)}${result.seconds} s   ${result.passed} passed${failed}${skipped}`);
}

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
mkdirSync(results, { recursive: true });

for (const phase of phases) {
  const gates = phase.filter((gate) => wanted.length === 0 || wanted.includes(gate.name));
  if (process.stdout.isTTY && gates.length > 0) console.log(`… ${gates.map((gate) => gate.name).join(', ')}`);
  await Promise.all(
    gates.map(async (gate) => {
      const result = await runGate(gate);
      tell(gate, result);
      total.passed += result.passed;
      total.failed += result.failed;
    }),
  );
}

console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
