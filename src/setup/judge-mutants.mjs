// What Stryker found in a room, held against test/verify/survivors.json: a mutant that no test notices has to be named
// there with the reason why nothing could, and nine in ten have to be noticed.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const AT_LEAST = 90;
const UNNOTICED = new Set(['Survived', 'NoCoverage']);
const NOTICED = new Set(['Killed', 'Timeout']);

const read = (root, path) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const oneLine = (text) => text.replaceAll(/\s+/g, ' ').trim();

/** The text between two places of Stryker's, which count from 1. */
function textAt(source, { start, end }) {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines[lines.length - 1] = lines.at(-1).slice(0, end.column - 1);
  lines[0] = lines[0].slice(start.column - 1);
  return oneLine(lines.join('\n'));
}

/** Without its line: it stays the same mutant when code is written above it. */
const nameOf = (source, mutant) => `${textAt(source, mutant.location)} → ${oneLine(mutant.replacement ?? '')}`;

export function judgeRoom(root, room) {
  const path = `test-results/mutation/${room}/report.json`;
  if (!existsSync(join(root, path))) {
    console.log(`Stryker left no report of ${room}.`);
    return false;
  }
  const explained = read(root, 'test/verify/survivors.json');
  let noticed = 0;
  let reasons = 0;
  const open = [];
  for (const [file, { source, mutants }] of Object.entries(read(root, path).files)) {
    const known = explained[file] ?? {};
    const seen = new Set();
    for (const mutant of mutants) {
      const name = nameOf(source, mutant);
      seen.add(name);
      if (NOTICED.has(mutant.status)) noticed += 1;
      else if (!UNNOTICED.has(mutant.status)) continue;
      else if (name in known) reasons += 1;
      else open.push(`${file}:${mutant.location.start.line}  ${name}`);
    }
    for (const name of Object.keys(known))
      if (!seen.has(name)) open.push(`${file}  is explained and no longer there: ${name}`);
  }
  const all = noticed + reasons + open.length;
  const score = (100 * noticed) / Math.max(1, all - reasons);
  console.log(
    `${room}: ${noticed} of ${all} mutants are noticed, ${reasons} survive for a reason, ${open.length} without one ` +
      `(${score.toFixed(1)} %, wanted ${AT_LEAST} %).`,
  );
  for (const line of open) console.log(`  ${line}`);
  return score >= AT_LEAST && open.length === 0;
}
