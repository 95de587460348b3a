import { expect } from 'vitest';
import { must } from '../../src/model/must.ts';
import { settledAt } from '../../src/run/standing.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { isHandedOver } from '../../src/rulebook/judge/judgement.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

law(
  'what a computer has handed over is there with the Home Screen: it waits for no network, no power and no hours',
  dramas({ scripts: 'none', route: 'computer' }),
  (drama) => {
    const { simulation, ledger: usual, journal } = drama.run;
    const { situation } = settledAt(journal.lines, Number.POSITIVE_INFINITY);
    if (!situation) return;
    try {
      const { world, ledger } = drama.playBut((draft) => {
        draft.script = [
          { do: 'wifi.lost', during: 'download' },
          { do: 'power.lost', during: 'download' },
          { wait: '1 hour', untouched: true },
          { end: 'story' },
        ];
      });
      const fates = world.items
        .filter((item) => isHandedOver(simulation.file, item, situation))
        .filter(({ id }) => must(usual.row(id), id).fate === 'restored')
        .map(({ id }) => [id, must(ledger.row(id), id).fate]);
      expect(fates).toEqual(fates.map(([id]) => [id, 'restored']));
    } catch (error) {
      // A restore that never comes to its download has nothing to wait for there.
      if (!(error instanceof ScriptError)) throw error;
    }
  },
  40,
);
