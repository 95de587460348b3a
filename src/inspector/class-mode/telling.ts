import { useMemo } from 'react';
import { must } from '../../model/must.ts';
import { FATES } from '../../model/fates.ts';
import { addToGroup } from '../../model/groups.ts';
import { voiceOf } from '../../report/device-voice.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { Recording } from '../../stepping/recording.ts';
import type { Scene } from '../../stepping/scenes.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import type { SceneTelling } from './scene-words.ts';

const MAX_TITLE = 90;

/** What scenes are told with, for the story as it stands. */
export function useTelling({ store }: ViewProps): SceneTelling {
  const { scenario, recording } = useStory(store, 'scenario', 'recording');
  const route = useRoute(store);
  return useMemo(() => {
    const titles = new Map(recording.items.map(({ id, title }) => [id, title]));
    const titleOf = (id: string): string => must(titles.get(id), id).slice(0, MAX_TITLE);
    const there = store.rowsAt(recording.last).filter(({ fate }) => fate !== null && FATES[fate].arrives).length;
    return { scenario, world: store.world, route, voice: voiceOf(store.world), titleOf, there };
  }, [store, scenario, recording, route]);
}

/** Items that have come in the steps after one and up to another, by the fate that they have now. */
export function arrivedBetween(
  recording: Recording,
  rows: readonly LedgerRow[],
  after: number,
  upTo: number,
): ReadonlyMap<NonNullable<LedgerRow['fate']>, readonly string[]> {
  const arrived = new Map<NonNullable<LedgerRow['fate']>, string[]>();
  const seen = new Set<number>();
  for (const patch of recording.patches.slice(after, upTo)) {
    if (!patch) continue;
    for (const place of patch.visible) {
      const row = must(rows[place], 'a row that changed');
      if (seen.has(place) || row.fate === null || !FATES[row.fate].works) continue;
      seen.add(place);
      addToGroup(arrived, row.fate, [row.id]);
    }
  }
  return arrived;
}

/** The step of the last scene before a place that told what had come meanwhile: what drops is shown alone. */
export const stepOfLastNews = (scenes: readonly Scene[], place: number): number => {
  const before = scenes.slice(0, place).findLast(({ kind }) => kind !== 'drop');
  return before === undefined ? 0 : before.step;
};
