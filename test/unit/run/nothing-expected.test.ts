import { expect, test } from 'vitest';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const ways = EDITIONS.flatMap((edition) => ROUTES.map((route) => [edition, route] as const));

test.each(ways)('a world in which nobody expects anything comes to its end: %s, %s', (edition, route) => {
  const backups =
    route === 'direct' ? '' : `\n  backups: [{ id: a, made: ${edition === 'modern' ? 2026 : 2014}-02-20 }]`;
  const text = `title: t\nwhy: w\nedition: ${edition}\nroute: ${route}\nworld:\n  items: []${backups}\n`;
  const run = play(loadScenario(text, 'empty.yaml'));
  expect(run.outcome).not.toBe('in-progress');
  expect(run.attempts).toHaveLength(1);
});
