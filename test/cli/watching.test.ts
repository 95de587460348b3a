import { readFileSync } from 'node:fs';
import { createInspector } from '@statelyai/inspect';
import { describe, expect, test } from 'vitest';
import { neutralInspection } from '../../src/cli/neutral-inspection.ts';
import { browserLine, GOOD_TO_KNOW_WHEN_WATCHING, linesToWatch, WATCH_CLAIM } from '../../src/report/how-to-watch.ts';
import { ACCEPTED_ORIGINS } from '../../src/report/loopback.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { restoreSim } from './command.ts';

describe('how to watch a program', () => {
  const told = [
    WATCH_CLAIM.slice(0, -1),
    linesToWatch('ws://127.0.0.1:4173'),
    browserLine('http://127.0.0.1:4173'),
    GOOD_TO_KNOW_WHEN_WATCHING,
    ACCEPTED_ORIGINS,
  ].flat();

  test('stands whole in the help of inspect', () => {
    const { stdout, status } = restoreSim(['inspect', '--help']);
    expect(status).toBe(0);
    for (const line of told) expect(stdout).toContain(line);
  });

  test('stands whole in the README', () => {
    const readme = readFileSync('README.md', 'utf8');
    for (const line of told) expect(readme).toContain(line);
  });
});

describe('what is sent over the internet', () => {
  const scenario = loadScenario(
    `title: Very Private Title
why: Nobody else is to read this.
shows: []
world:
  accounts:
    - { id: zanzibar }
  backups:
    - { id: ouagadougou, device: Timbuktu's phone, made: 2026-02-28 }
  items:
    - { id: antananarivo, category: messages, bytes: 2 GB }
expect:
  outcome: completed
`,
    'private.yaml',
  );

  test('names states and kinds of events, and nothing of the scenario', async () => {
    const sent: unknown[] = [];
    const inspector = createInspector({ send: (message) => sent.push(JSON.parse(JSON.stringify(message))) });
    const raw: unknown[] = [];
    play(scenario, {
      inspect: (event) => {
        if (event.type === '@xstate.event') raw.push(event.event);
        const neutral = neutralInspection(event);
        if (neutral) inspector.inspect.next?.(neutral);
      },
    });
    await new Promise((done) => setTimeout(done, 500));
    expect(sent.length).toBeGreaterThan(50);
    const text = JSON.stringify(sent);
    expect(JSON.stringify(raw)).toMatch(/ouagadougou|zanzibar|antananarivo/);
    for (const secret of ['zanzibar', 'ouagadougou', 'antananarivo', 'Timbuktu', 'Private', 'private.yaml'])
      expect(text).not.toContain(secret);
    expect(text).toContain('"value"');
    expect(text).toContain('"name":"simulation"');
  });
});
