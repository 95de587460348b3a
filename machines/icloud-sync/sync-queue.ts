import type { Item, ServiceId } from '../../src/model/world.ts';
import { SERVICE_IDS } from '../../src/model/world.ts';
import { type CaseFile, categoryOf } from '../../src/rulebook/case/case-file.ts';
import { durationOf } from '../content-download/download-queue.ts';
import { freeze } from '../../src/rulebook/judge/judgement.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';

/** What one iCloud service has to deliver, and how long that takes. */
export interface SyncTask {
  readonly service: ServiceId;
  readonly items: readonly Item[];
  readonly durationMs: number;
}

/** Services in their own order, each with the items the restore does not bring; small stores first. */
export function syncQueue(file: CaseFile, situation: Situation, restoreRan: boolean): readonly SyncTask[] {
  return file.rememberFor(situation, `sync ${restoreRan}`, () => {
    const brought = new Set(restoreRan ? freeze(file, situation).eligible : []);
    const byService = new Map<ServiceId, Item[]>(SERVICE_IDS.map((service) => [service, []]));
    for (const item of file.world.items) {
      const { service } = categoryOf(item);
      if (service && !brought.has(item)) byService.get(service)?.push(item);
    }
    return [...byService]
      .filter(([, items]) => items.length > 0)
      .map(([service, items]) => ({
        service,
        items,
        durationMs: durationOf(
          file,
          items.reduce((sum, item) => sum + item.bytes, 0),
        ),
      }));
  });
}
