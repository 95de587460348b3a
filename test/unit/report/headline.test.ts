import { expect, test } from 'vitest';
import { headlineOf } from '../../../src/report/headline.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { play } from '../../../src/run/play.ts';
import { story } from '../stories.ts';

const UNKNOWN = {
  backups: [{ id: 'nightly', made: '2026-02-28' }],
  services: { photos: { atBackup: 'unknown', now: 'off' } },
  items: [{ category: 'photos', count: 10, bytes: '1 GB' }],
};

test('what is unknown is told with its question, never with a rule that might hold', () => {
  const { journal, simulation, world } = play(story(UNKNOWN));
  const judged = journal.lines.filter((line) => line.type === 'item.judged' && line.outcome === 'unknown');
  expect(judged.length).toBeGreaterThan(0);
  for (const line of judged) {
    const told = headlineOf({ lines: [line], world, book: simulation.file.book, route: 'icloud' });
    expect(told.fate).toBe('unknown');
    expect(told.behind).toBe(`Ask: ${FACTS['service.at-backup'].ask}`);
  }
});

test('a question that comes with an arrival is told beside it', () => {
  const { journal, simulation, world } = play(
    story({
      accounts: [{ id: 'mara' }, { id: 'jonas', password: 'forgotten' }],
      backups: [{ id: 'nightly', made: '2026-02-28', account: 'mara' }],
      items: [
        { category: 'messages', bytes: '1 GB' },
        { id: 'film', category: 'films', account: 'jonas', bytes: '2 GB' },
      ],
    }),
  );
  const asked = journal.lines.find((line) => line.type === 'prompt.shown' && line.prompt === 'account-password');
  const lines = journal.lines.filter(({ step }) => step === asked?.step);
  expect(lines.some(({ type }) => type === 'item.arrived')).toBe(true);
  const told = headlineOf({ lines, world, book: simulation.file.book, route: 'icloud' });
  expect(told.says).toContain('came back');
  expect(told.behind).toContain('Sign in to the store');
});
