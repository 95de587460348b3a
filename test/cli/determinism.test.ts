import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { restoreSim } from './command.ts';
import { fingerprintsBy, SAMPLES } from './fingerprints.ts';

const PLACES = [
  { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
  { TZ: 'America/St_Johns', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
] as const;

test.each(SAMPLES)(
  '%s has the same fingerprints in every time zone and language',
  (file) => {
    const id = file.replace(/^scenarios\//, '').replace(/\.yaml$/, '');
    const here = play(loadScenario(readFileSync(file, 'utf8'), file, id)).fingerprints;
    for (const place of PLACES) expect([place, fingerprintsBy(process.execPath, file, place)]).toEqual([place, here]);
  },
  60_000,
);

/**
 * Ages that end at the border of a rule across the change to summer time (of St. John’s: 8 March), counts of many
 * digits, words that sort otherwise.
 */
const SENSITIVE = `title: ÄıIİ and 1,5
why: Whatever a place could change is in here.
shows: [A13, A7]
world:
  today: 2026-05-05
  accounts: [{ id: i }, { id: a-b }, { id: ab, password: forgotten }]
  backups:
    - { id: b-1, made: 2025-11-06, after180Days: deleted }
    - { id: b1, made: 2025-11-05T23:30, after180Days: deleted }
    - { id: bi, made: "2026-03-29T02:30", kind: computer, device: other }
  services: { photos: on }
  items:
    - { id: zebra, category: photos, title: Zebra, count: 1234567, bytes: 1234567890 }
    - { id: i-1, category: notes, title: ÄRGER, count: 98765, created: 2025-11-06 }
    - { id: i1, category: messages, title: ılık IŞIK, created: "2026-03-29T02:30" }
    - { id: ii, category: app, app: a-b, title: 'İstanbul', store: withdrawn }
    - { id: in, category: app-data, app: a-b, title: éa }
    - { id: io, category: films, account: ab, count: 1000, bytes: 1.5 GB }
  copies:
    - { kind: recently-deleted, of: [zebra], deleted: 2026-04-05 }
    - { kind: recently-deleted, of: [i-1], deleted: 2026-02-07 }
    - { kind: older-backup, of: [i1], where: Ö }
script:
  - { wait: 400 days }
attempts:
  - change: { device.name: ÄıIİ }
expect: { outcome: completed, items: { zebra: lost-at-erase } }
`;

test('every word of every answer is the same in every time zone and language', () => {
  const folder = mkdtempSync(join(tmpdir(), 'restore-sim-places-'));
  const commands = [
    ['run', 'x.yaml', '--journal', 'j.jsonl', '--record', 'r.yaml', '--force'],
    ['run', 'x.yaml', '--json'],
    ['check', 'x.yaml', '--json'],
    ['list', '.'],
    ['why', 'x.yaml', 'i-1'],
    ['run', 'y.yaml'],
    ['compare', 'x.yaml', 'y.yaml'],
  ];
  try {
    writeFileSync(join(folder, 'x.yaml'), SENSITIVE);
    writeFileSync(
      join(folder, 'y.yaml'),
      SENSITIVE.replace('today: 2026-05-05', 'today: 2026-03-10').replaceAll('2026-03-29T02:30', '2026-03-08T02:30'),
    );
    const answers = PLACES.map((env) => [
      ...commands.map((args) => restoreSim(args, { cwd: folder, env }).stdout),
      ...['j.jsonl', 'r.yaml'].map((name) => readFileSync(join(folder, name), 'utf8')),
    ]);
    expect(answers[0]?.every((answer) => answer.length > 100)).toBe(true);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);

test('the places of this test differ in what the engine itself would answer', async () => {
  const { spawnSync } = await import('node:child_process');
  const code =
    'console.log(new Date(0).getHours() + "|" + (1234.5).toLocaleString() + "|" + ["i", "I", "ı"].map((c) => ' +
    'c.toLocaleUpperCase()).join(""))';
  const answers = PLACES.map(
    (place) =>
      spawnSync(process.execPath, ['-e', code], { encoding: 'utf8', env: { ...process.env, ...place } }).stdout,
  );
  expect(new Set(answers).size).toBe(PLACES.length);
});
