import { expect, test } from 'vitest';
import { type Phase, PHASES } from '../../../src/model/event-row.ts';
import { phasesOf } from '../../../src/run/phases.ts';
import { play } from '../../../src/run/play.ts';
import { story } from '../stories.ts';

test('a story passes through its parts in their order, sync beside the download, and through nothing else', () => {
  const seen = new Set<Phase>();
  const together = new Set<string>();
  const scenario = story({
    device: { state: 'in-use' },
    backups: [{ id: 'nightly', made: '2026-02-28' }],
    services: { contacts: 'on' },
    items: [{ category: 'messages', bytes: '20 MB' }, { category: 'contacts' }, { category: 'films', bytes: '3 GB' }],
  });
  play(scenario, {
    onStep: (simulation) => {
      const phases = phasesOf(simulation);
      expect(phases.every((phase) => PHASES.includes(phase))).toBe(true);
      for (const phase of phases) seen.add(phase);
      together.add(phases.toSorted().join(' and '));
    },
  });
  const withoutSync = PHASES.filter((phase) => phase !== 'sync');
  expect([...seen].filter((phase) => phase !== 'sync')).toEqual(withoutSync.filter((phase) => seen.has(phase)));
  expect(seen).toContain('sync');
  expect(seen).toContain('erasing');
  expect(together).toContain('download and sync');
});
