import { describe, expect } from 'vitest';
import { FATES, GATE_ORDER } from '../../src/model/fates.ts';
import { OLD_PHONE } from '../../src/rulebook/case/case-file.ts';
import { compareVersions } from '../../src/model/version.ts';
import { isSetUpByService } from '../../src/rulebook/case/enrolment.ts';
import { hasService } from '../../src/model/services.ts';
import type { Item } from '../../src/model/world.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { REFERENCES, type ReferenceId } from '../../src/rulebook/evidence/references.ts';
import type { Rule } from '../../src/rulebook/tables/rule.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import { SOURCES } from '../../src/rulebook/evidence/sources.ts';
import type { LedgerRow } from '../../src/run/ledger.ts';
import type { Run } from '../../src/run/play.ts';
import { law } from './law.ts';
import { attemptsOf, linesOf } from './reading.ts';
import { dramas } from './worlds.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const ruleBook: Readonly<Record<string, Rule>> = RULES;

describe('fates', () => {
  law(
    'every item ends with exactly one fate, and every fate but “restored” has a rule with a source that exists',
    dramas(),
    (drama) => {
      const { ledger, world } = drama.run;
      expect(ledger.rows.map(({ id }) => id)).toEqual(world.items.map(({ id }) => id));
      for (const row of ledger.rows) {
        expect([row.id, Object.keys(FATES)]).toEqual([row.id, expect.arrayContaining([row.fate])]);
        if (row.fate !== 'restored') expect([row.id, sourcesOf(row).length > 0]).toEqual([row.id, true]);
        if (row.fate === 'unknown') expect([row.id, row.missing === null]).toEqual([row.id, false]);
        else expect([row.id, row.missing]).toEqual([row.id, null]);
        // What brought it belongs to the copy that was to come: what never left the device was brought by nothing.
        const copy = (row.under ?? row).fate;
        expect([row.id, row.from !== null]).toEqual([row.id, copy !== null && FATES[copy].arrives]);
      }
    },
  );

  const sourcesOf = ({ rule }: LedgerRow): readonly string[] => {
    const cites = ruleBook[rule ?? '']?.cites ?? [];
    return cites.flatMap((id: ReferenceId) =>
      REFERENCES[id].sources.filter((source) => Object.hasOwn(SOURCES, source)),
    );
  };

  law('the fate that a rule brings is the one that the rule book states for it', dramas(), (drama) => {
    for (const { id, fate, gate, rule } of drama.run.ledger.rows) {
      const row = ruleBook[rule ?? ''];
      if (row) expect([id, gate, fate === 'unknown' ? row.outcome : fate]).toEqual([id, row.gate, row.outcome]);
    }
  });
});

describe('origins', () => {
  const ALWAYS_ENCRYPTED: ReadonlySet<string> = new Set(['health', 'watch-health', 'wifi']);

  /** Worked out anew from the table of categories, apart from the rules. */
  function backupHolds({ world, simulation }: Run, item: Item): boolean {
    const { icloud, computer, direct, service } = categoryOf(item);
    const chosen = linesOf(simulation.journal.lines, 'conditions.compared').at(-1)?.backup;
    if (chosen === OLD_PHONE) return direct !== 'stays' && (direct === 'comes' || item.carried === 'yes');
    const backup = world.backups.find(({ id }) => id === chosen);
    if (!backup) return false;
    // Whoever read the list of files in this very backup knows more than what is usual, for better and for worse.
    if (backup.kind === 'computer' && backup.list === 'read' && item.listed !== 'unknown') return item.listed === 'yes';
    if ((item.created ?? '').slice(0, 10) > backup.made.slice(0, 10)) return false;
    // What no service had taken in on that day; one that came later had taken in nothing.
    const outsideICloud =
      service === undefined ||
      item.syncs === 'off' ||
      !hasService(backup.ios, service) ||
      world.services[service].atBackup === 'off' ||
      world.edition !== 'modern';
    const held = backup.kind === 'icloud' ? icloud : computer;
    switch (held) {
      case 'in':
        return true;
      case 'never':
        return false;
      case 'encrypted-only':
        // What of it lies in an unencrypted backup of the older editions is not told the same way by all sources.
        return backup.encrypted === 'yes' || (world.edition !== 'modern' && !ALWAYS_ENCRYPTED.has(item.category));
      case 'unless-synced':
        return outsideICloud;
      case 'disputed-if-synced':
        return outsideICloud || item.inBackup === 'yes';
      case 'not-settled-unless-synced':
        return outsideICloud && (item.inBackup === 'yes' || world.edition !== 'modern');
      case 'until-ios-12':
        return (
          compareVersions(backup.ios, '12') < 0 || (compareVersions(backup.ios, '13') < 0 && backup.encrypted === 'yes')
        );
      case 'until-ios-10':
        return compareVersions(backup.ios, '11') < 0;
      case 'open-since-ios-12':
        return compareVersions(backup.ios, '12') < 0 || (outsideICloud && item.inBackup === 'yes');
      case 'open-since-ios-13':
        return compareVersions(backup.ios, '13') < 0 || item.inBackup === 'yes';
    }
  }

  const storeDelivers = (item: Item): boolean =>
    categoryOf(item).returns === 'store' ||
    item.category === 'ringtones' ||
    (categoryOf(item).kind === 'apps' && (item.policy === 'server' || item.policy === 'own-cloud'));

  function storeHolds({ world }: Run, item: Item): boolean {
    const { service } = categoryOf(item);
    return (
      service !== undefined && item.syncs === 'on' && item.uploaded !== 'no' && world.services[service].now === 'on'
    );
  }

  law('nothing appears from nowhere: what is there was in the backup, in a store or in iCloud', dramas(), (drama) => {
    const run = drama.run;
    for (const item of run.world.items) {
      const from = run.ledger.row(item.id)?.from ?? null;
      if (from === 'backup') expect([item, backupHolds(run, item)]).toEqual([item, true]);
      if (from === 'store') expect([item, storeDelivers(item)]).toEqual([item, true]);
      if (from === 'organisation') expect([item, isSetUpByService(run.world, item)]).toEqual([item, true]);
      if (from === 'sync') expect([item, storeHolds(run, item)]).toEqual([item, true]);
    }
  });

  law('nothing arrives before the freeze, and nothing twice from the backup or the store', dramas(), (drama) => {
    for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
      const freeze = lines.findIndex((line) => line.type === 'verdicts.frozen');
      const arrivals = linesOf(lines, 'item.arrived').filter(({ from }) => from !== 'sync');
      if (freeze < 0) expect(arrivals).toEqual([]);
      const ids = arrivals.flatMap(({ items }) => items);
      expect(ids.length).toBe(new Set(ids).size);
      expect(lines.slice(0, Math.max(0, freeze)).some((line) => line.type === 'item.arrived')).toBe(false);
    }
  });
});

describe('amounts', () => {
  law(
    'at the freeze every item is judged once: what may return and what may not make up the whole',
    dramas(),
    (drama) => {
      const { world, journal } = drama.run;
      const lines = journal.lines.slice(0, journal.lines.findIndex((line) => line.type === 'verdicts.frozen') + 1);
      const frozen = linesOf(lines, 'verdicts.frozen')[0];
      if (!frozen) return;
      const judged = linesOf(lines, 'item.judged');
      const passed = judged.filter(({ outcome }) => outcome === 'eligible').flatMap(({ items }) => items);
      const stopped = judged.filter(({ outcome }) => outcome !== 'eligible').flatMap(({ items }) => items);
      expect([...passed, ...stopped].toSorted()).toEqual(world.items.map(({ id }) => id).toSorted());
      expect([frozen.eligible, frozen.stopped]).toEqual([passed.length, stopped.length]);
    },
  );

  law('bytes and counts are conserved from gate to gate', dramas(), (drama) => {
    const { world, ledger, journal } = drama.run;
    const amount = (ids: ReadonlySet<string>) => {
      const items = world.items.filter(({ id }) => ids.has(id));
      return {
        items: items.length,
        count: sum(items.map(({ count }) => count)),
        bytes: sum(items.map(({ bytes }) => bytes)),
      };
    };
    // Told by the journal alone: what left the way at each gate, and what arrived, are together what the person
    // expected to see.
    let onTheWay = new Set(world.items.map(({ id }) => id));
    const left = new Map<string, string>();
    for (const line of journal.lines) {
      if (
        line.type === 'item.arrived' ||
        line.type === 'item.waiting' ||
        (line.type === 'item.judged' && line.outcome !== 'eligible')
      ) {
        for (const id of line.items) if (line.gate !== 'sync') left.set(id, line.gate);
      }
    }
    const whole = amount(onTheWay);
    const total = { items: 0, count: 0, bytes: 0 };
    for (const gate of GATE_ORDER) {
      const here = new Set([...onTheWay].filter((id) => left.get(id) === gate));
      const before = amount(onTheWay);
      onTheWay = new Set([...onTheWay].filter((id) => !here.has(id)));
      const after = amount(onTheWay);
      const stayed = amount(here);
      for (const key of ['items', 'count', 'bytes'] as const) {
        expect(after[key] + stayed[key]).toBe(before[key]);
        total[key] += stayed[key];
      }
    }
    expect([...onTheWay]).toEqual([]);
    expect(total).toEqual(whole);
    expect(
      sum(
        Object.keys(FATES).map(
          (fate) => amount(new Set(ledger.rows.filter((row) => row.fate === fate).map(({ id }) => id))).bytes,
        ),
      ),
    ).toBe(whole.bytes);
  });
});
