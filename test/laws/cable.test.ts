import { expect } from 'vitest';
import { must } from '../../src/model/must.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { waitsForNoApp } from '../../src/rulebook/judge/judgement.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

law(
  'what a computer has handed over is there with the Home Screen: it waits for no network, no power and no hours',
  dramas({ scripts: 'none', route: 'computer' }),
  (drama) => {
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
        .filter((item) => waitsForNoApp(item) && must(drama.run.ledger.row(item.id), item.id).fate === 'restored')
        .map(({ id }) => [id, must(ledger.row(id), id).fate]);
      expect(fates).toEqual(fates.map(([id]) => [id, 'restored']));
    } catch (error) {
      // A restore that never comes to its download has nothing to wait for there.
      if (!(error instanceof ScriptError)) throw error;
    }
  },
  40,
);
