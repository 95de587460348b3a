import { expect, test, vi } from 'vitest';
import { ScriptError } from '../../src/run/script-error.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

/** A VPN cuts the network while the download begins, which can be over before anybody hears of it. */
function playWithVpn(drama: Drama): boolean {
  try {
    const { journal } = drama.playBut((draft) => {
      draft.world.items.push({ id: 'tunnel', category: 'network-settings', onDemand: 'cuts-network' });
    });
    return journal.lines.some((line) => line.type === 'alert.raised' && line.alert === 'network-cut-off');
  } catch (error) {
    if (error instanceof ScriptError) return false;
    throw error;
  }
}

let isCut = 0;
law(
  'nobody is told anything who is over, and XState warns of nothing',
  dramas(),
  (drama) => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    try {
      drama.play({ attempts: 2 });
      if (playWithVpn(drama)) isCut += 1;
      expect(warned.mock.calls).toEqual([]);
    } finally {
      warned.mockRestore();
    }
  },
  48,
);

test('the law above had something to look at', () => expect(isCut).toBeGreaterThan(0));
