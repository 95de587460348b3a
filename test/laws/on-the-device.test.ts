import { describe, expect } from 'vitest';
import { FATES } from '../../src/model/fates.ts';
import { must } from '../../src/model/must.ts';
import { addDays } from '../../src/model/time.ts';
import type { Item } from '../../src/model/world.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { isBeyondReach } from '../../src/rulebook/case/listing.ts';
import { homeOf, wasOnDevice } from '../../src/rulebook/case/on-the-device.ts';
import { SITUATION_AT_START } from '../../src/rulebook/case/situation.ts';
import { decide, questionFor } from '../../src/rulebook/judge/decide.ts';
import { foldLedger } from '../../src/run/ledger.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import type { Run } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { law } from './law.ts';
import { linesOf } from './reading.ts';
import { type Drama, dramas } from './worlds.ts';

/** The lines of the first attempt, with the ledger that they fold to. */
function firstAttempt({ world, simulation }: Run) {
  const { lines } = simulation.journal;
  const next = lines.findIndex((line) => line.type === 'attempt.began' && line.attempt > 1);
  const own = next < 0 ? lines : lines.slice(0, next);
  return { lines: own, ledger: foldLedger(world.items, own) };
}

/** What is on the device, counted anew from what was there, what came and what went, item by item. */
function countedOnDevice({ world }: Run, lines: Run['journal']['lines']): ReadonlySet<string> {
  const there = new Set<string>();
  for (const line of lines) {
    if (line.type === 'phone.held' || line.type === 'item.arrived') for (const id of line.items) there.add(id);
    else if (line.type === 'item.removed') for (const id of line.items) there.delete(id);
    else if (line.type === 'item.judged' && line.gate === 'phone' && line.outcome !== 'eligible')
      if (!FATES[line.outcome].arrives) for (const id of line.items) there.delete(id);
  }
  return new Set(world.items.filter(({ id }) => there.has(id)).map(({ id }) => id));
}

const inUse = dramas({ scripts: 'timeless', but: (world) => void (world.device['state'] = 'in-use') });

describe('what is on the device', () => {
  /** The same story with an app deleted at its end, where that is possible. */
  const withAnAppDeleted = (drama: Drama): Run => {
    try {
      return drama.playBut(({ world, script }) => {
        world.items.push({ id: 'pad', category: 'app', app: 'pad' }, { id: 'jots', category: 'app-data', app: 'pad' });
        script.push({ do: 'app.deleted', app: 'pad', during: 'over' });
      });
    } catch (error) {
      if (error instanceof ScriptError) return drama.run;
      throw error;
    }
  };

  law('what is there = what was there + what came − what was taken, item by item and byte by byte', inUse, (drama) => {
    const run = withAnAppDeleted(drama);
    const { lines, ledger } = firstAttempt(run);
    const counted = countedOnDevice(run, lines);
    const { items } = run.world;
    const bytesOf = (has: (item: Item) => boolean): number =>
      items.filter(has).reduce((sum, { bytes }) => sum + bytes, 0);
    expect(bytesOf(({ id }) => ledger.row(id)?.onPhone === true)).toBe(bytesOf(({ id }) => counted.has(id)));
    for (const { id, onPhone, fate } of ledger.rows) {
      expect([id, onPhone]).toEqual([id, counted.has(id)]);
      if (fate !== null && fate !== 'unknown') expect([id, fate, FATES[fate].arrives]).toEqual([id, fate, onPhone]);
    }
  });

  law('a story that ends before the erase changes nothing on the device', inUse, (drama) => {
    const { lines, ledger } = firstAttempt(drama.run);
    const isTaken = lines.some(({ type }) => type === 'device.erased' || type === 'item.removed');
    if (isTaken || ledger.outcome !== 'never-started') return;
    const file = caseFileOf(drama.run.world);
    for (const item of drama.run.world.items)
      if (wasOnDevice(file, item) && !wasDeleted(lines, item))
        expect([item.id, ledger.row(item.id)?.fate]).toEqual([item.id, 'never-left']);
  });

  const wasDeleted = (lines: Run['journal']['lines'], { app }: Item): boolean =>
    linesOf(lines, 'event').some(({ event, data }) => event === 'app.deleted' && data['app'] === app);
});

describe('what is newer than the backup that a program adds to a device in use', () => {
  /** Beside each item the backup may hold, one of the same kind and app that came today; the backups are older. */
  const addedTo = dramas({
    scripts: 'timeless',
    route: 'computer',
    but: (world) => {
      Object.assign(world.device, { state: 'in-use', findMy: 'off' });
      world['computer'] = { software: 'tool' };
      const name = String(world.device['name']);
      for (const backup of world.backups) Object.assign(backup, { kind: 'computer', device: name, complete: 'yes' });
      const today = String(world['today']);
      for (const backup of world.backups) if (String(backup['made']) >= today) backup['made'] = addDays(today, -1);
      const since = world.items.map(({ category, app }, index) => ({
        id: `since-${index}`,
        category,
        ...(app === undefined || category === 'app' ? {} : { app }),
        on: name,
        created: today,
      }));
      world.items.push(...since);
    },
  });
  const newer = ({ run }: Drama): readonly Item[] => run.world.items.filter(({ id }) => id.startsWith('since-'));
  /** What came of the backup, of the same kind and, where each app has files of its own, of the same app. */
  const isBeside = (item: Item, other: Item): boolean => item.category === other.category && item.app === other.app;

  law(
    'is never surely there still, where the backup brought some of its kind and nobody has looked',
    addedTo,
    (drama) => {
      const { ledger } = firstAttempt(drama.run);
      const came = drama.run.world.items.filter(({ id }) => ledger.row(id)?.from === 'backup');
      for (const item of newer(drama)) {
        if (item.category === 'app' || !came.some((other) => isBeside(item, other))) continue;
        expect([item.id, item.category, ledger.row(item.id)?.fate]).not.toEqual([item.id, item.category, 'never-left']);
      }
    },
  );

  law('is there or gone as it was seen, where somebody has looked', addedTo, (drama) => {
    const before = firstAttempt(drama.run).ledger;
    const open = newer(drama).filter(({ id }) => before.row(id)?.missing === 'phone.shared-store');
    if (open.length === 0) return;
    for (const seen of ['yes', 'no']) {
      const looked = drama.playBut(({ world }) => {
        for (const item of world.items) if (open.some(({ id }) => id === item['id'])) item['stillShown'] = seen;
      });
      const { ledger } = firstAttempt(looked);
      for (const { id } of open) {
        const row = must(ledger.row(id), 'the row of an item');
        expect([id, row.missing === 'phone.shared-store']).toEqual([id, false]);
        // What needs another part may be there and of no use.
        if (seen === 'yes') expect([id, row.fate]).toEqual([id, 'never-left']);
        else expect([id, row.fate]).not.toEqual([id, 'never-left']);
      }
    }
  });
});

describe('the last copy', () => {
  /** Places beside the device that have it, looked for one by one. */
  function copiesOf(run: Run, item: Item): string[] {
    const file = caseFileOf(run.world);
    const category = categoryOf(item);
    const places = run.world.backups
      .filter((backup) => !isBeyondReach(file, backup))
      .filter((backup) => {
        const asked = questionFor(file, item, { ...SITUATION_AT_START, backup: backup.id });
        return decide(asked, ['capture']) === null;
      })
      .map(({ id }) => id);
    if (category.elsewhere && item.uploaded !== 'no') places.push(category.elsewhere);
    if (run.world.copies.some(({ kind, of }) => kind !== 'recently-deleted' && of.includes(item.id)))
      places.push('a copy');
    return places;
  }

  const restored = dramas({ but: (world) => void (world.device['state'] = 'in-use') });

  law('nothing is lost that has another copy, and what is lost was on the device that was taken', restored, (drama) => {
    const { ledger } = firstAttempt(drama.run);
    const file = caseFileOf(drama.run.world);
    for (const item of drama.run.world.items) {
      if (ledger.row(item.id)?.fate !== 'lost-at-erase') continue;
      expect([item.id, copiesOf(drama.run, item)]).toEqual([item.id, []]);
      expect([item.id, homeOf(file, item)]).toEqual([item.id, drama.run.world.device.name]);
    }
  });

  law(
    'everything is lost that has no other copy, whichever way the story goes on after the erase',
    restored,
    (drama) => {
      const { lines, ledger } = firstAttempt(drama.run);
      if (!lines.some(({ type }) => type === 'device.erased')) return;
      const file = caseFileOf(drama.run.world);
      for (const item of drama.run.world.items) {
        const row = must(ledger.row(item.id), 'the row of an item');
        if (!wasOnDevice(file, item) || row.onPhone || row.fate === 'unknown') continue;
        const category = categoryOf(item);
        const mayBeElsewhere =
          category.service !== undefined ||
          ['server', 'own-cloud', 'unknown'].includes(item.policy) ||
          category.survivesErase !== undefined ||
          item.protection !== undefined ||
          category.protection === 'secure-enclave';
        if (mayBeElsewhere || copiesOf(drama.run, item).length > 0) continue;
        const open = drama.run.world.backups.some((backup) => {
          const asked = questionFor(file, item, { ...SITUATION_AT_START, backup: backup.id });
          return decide(asked, ['capture'])?.outcome === 'unknown';
        });
        if (!open) expect([item.id, row.fate]).toEqual([item.id, 'lost-at-erase']);
      }
    },
  );
});

describe('parts that need one another', () => {
  const needing = dramas({
    scripts: 'timeless',
    but: (world) => {
      // Each second item needs the one before it; a chain of needs is drawn by every third.
      for (const [index, item] of world.items.entries())
        if (index > 0 && index % 3 !== 0) item['needs'] = [world.items[index - 1]?.['id']];
    },
  });

  law('what is of no use is there and lacks something that is not; what lacks nothing is of use', needing, (drama) => {
    const { ledger } = firstAttempt(drama.run);
    const works = (id: string): boolean => {
      const { fate } = must(ledger.row(id), 'the row of an item');
      return fate !== null && FATES[fate].works;
    };
    for (const item of drama.run.world.items) {
      const row = must(ledger.row(item.id), 'the row of an item');
      const unmet = item.needs.filter((id) => !works(id));
      if (row.fate === 'of-no-use') {
        expect([item.id, row.onPhone]).toEqual([item.id, true]);
        expect([item.id, unmet.length > 0]).toEqual([item.id, true]);
      } else if (row.onPhone && row.fate !== 'unknown') expect([item.id, unmet]).toEqual([item.id, []]);
    }
  });

  law('meeting the need makes it usable', needing, (drama) => {
    const { ledger } = firstAttempt(drama.run);
    const useless = ledger.rows.filter(({ fate }) => fate === 'of-no-use').map(({ id }) => id);
    if (useless.length === 0) return;
    const met = drama.playBut(({ world }) => {
      for (const item of world.items) if (useless.includes(String(item['id']))) delete item['needs'];
    });
    for (const id of useless) expect([id, firstAttempt(met).ledger.row(id)?.fate]).not.toEqual([id, 'of-no-use']);
  });
});

describe('acts of a person', () => {
  law('no act turns an excluded copy into a restored one', dramas({ scripts: 'timeless' }), (drama) => {
    for (const { id, fate, backupCopy } of firstAttempt(drama.run).ledger.rows)
      if (backupCopy?.outcome === 'excluded') expect([id, fate]).not.toEqual([id, 'restored']);
  });
});
