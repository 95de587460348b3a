import { AS_WRITTEN } from '../../src/model/spoken-names.ts';
import * as fc from 'fast-check';
import { expect } from 'vitest';
import { PROGRAM_IDS, PROGRAMS } from '../../src/model/programs.ts';
import { isBeyondReach, whyUnreadable } from '../../src/rulebook/case/listing.ts';
import { FACTS } from '../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../src/rulebook/judge/decide.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { storyWords } from '../../src/report/words.ts';
import { settledAt } from '../../src/run/standing.ts';
import type { Run } from '../../src/run/play.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { must } from '../../src/model/must.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

/** Kinds of backup, the programs that restore them, and items that fail alone. */

const roomy = (world: WorldPlain): void => {
  world.device['free'] = '16 TB';
  for (const account of world.accounts) delete account['room'];
};
const byComputer = (draft: { route: string; world: WorldPlain }): void => {
  draft.route = 'computer';
  for (const backup of draft.world.backups) backup['kind'] = 'computer';
};
const rowsBut = (run: Run, left: ReadonlySet<string>) => run.ledger.rows.filter(({ id }) => !left.has(id));

law(
  'what is told as changed has two sides that differ, and what is told as the same has not changed',
  dramas({ scripts: 'none' }),
  (drama) => {
    const { lines } = drama.run.journal;
    const file = drama.run.simulation.file;
    for (const line of lines) {
      if (line.type !== 'conditions.compared') continue;
      const { situation } = settledAt(lines, line.step);
      const item = must(file.world.items[0], 'an item');
      const question = questionFor(file, item, must(situation, 'what is settled'));
      for (const { fact, backup, now } of line.differences) {
        const value = FACTS[fact].read(question);
        expect([fact, backup === now], fact).toEqual([fact, value === 'same' || (value === 'kept' && backup === now)]);
      }
      const told =
        storyWords(line, {
          edition: drama.scenario.edition,
          kind: drama.scenario.world.device.kind,
          names: AS_WRITTEN,
          refused: false,
        })?.details ?? [];
      for (const detail of told.filter((text) => text.includes(' → '))) {
        const [was, is] = detail.slice(detail.indexOf(': ') + 2).split(' → ');
        expect(was, detail).not.toBe(is);
      }
    }
  },
  30,
);

law(
  'of a backup that cannot be read nobody says that it is not harmed',
  dramas({
    scripts: 'none',
    but: (world) => {
      for (const [index, backup] of world.backups.entries())
        Object.assign(backup, index % 2 === 0 ? { damaged: 'yes' } : { index: 'stale' });
    },
  }),
  ({ run, scenario }) => {
    const { lines } = run.journal;
    const { customer } = recoveryOf(
      scenario.world,
      run.outcome,
      lines,
      itemViews(scenario.world.items, run.ledger.rows, scenario.world.route),
    );
    const end = lines.findLast((line) => line.type === 'restore.ended');
    if (end?.because === 'damaged' || end?.because === 'stale-index')
      expect(customer).not.toMatch(/not harmed|is fine/);
    else if (run.outcome === 'failed') expect(customer).toMatch(/not harmed/);
  },
  30,
);

law(
  'of a backup in which one item stopped everything nobody says that it is whole',
  dramas({
    scripts: 'none',
    but: (world) =>
      void world.items.push({ id: 'torn', category: 'messages', fails: { at: 'placement', and: 'stops' } }),
  }),
  ({ run, scenario }) => {
    const { lines } = run.journal;
    const views = itemViews(scenario.world.items, run.ledger.rows, scenario.world.route);
    const { customer } = recoveryOf(scenario.world, run.outcome, lines, views);
    const end = lines.findLast((line) => line.type === 'restore.ended');
    if (end?.because === 'bad-item') expect(customer).not.toMatch(/Your backup is not harmed/);
  },
  30,
);

const FINE = /backup (is|still) (still )?(there|fine|has it)/;

law(
  'a backup is said to be there, or fine, only where one is that can be read',
  dramas({
    but: (world) => {
      world.backups = world.backups.slice(0, 1);
      // In every second world there is none that could be there or fine.
      if (world.items.length % 2 === 0) return;
      const wrong = world.items.length % 3 === 0 ? { index: 'stale' } : { damaged: 'yes' };
      for (const backup of world.backups) Object.assign(backup, wrong);
    },
  }),
  ({ run, scenario }) => {
    const { file } = run.simulation;
    const readable = scenario.world.backups.filter(
      (backup) => !isBeyondReach(file, backup) && whyUnreadable(backup) === null,
    );
    const views = itemViews(scenario.world.items, run.ledger.rows, scenario.world.route);
    const { customer } = recoveryOf(scenario.world, run.outcome, run.journal.lines, views);
    const told = [
      customer,
      ...run.ledger.rows.map(({ rule }) => (rule === null ? '' : must(file.book[rule], rule).customer)),
    ];
    for (const sentence of told) if (FINE.test(sentence)) expect(readable, sentence).not.toEqual([]);
  },
  30,
);

law(
  'an item that is skipped leaves the fates of all others alone',
  fc.tuple(dramas({ scripts: 'none', but: roomy }), fc.nat(13), fc.constantFrom('capture', 'placement')),
  ([drama, place, at]) => {
    const { items } = drama.stated.world;
    const index = place % items.length;
    const whole = drama.playBut(({ world }) => void delete world.items[index]?.['fails']);
    const failing = drama.playBut(({ world }) => void Object.assign(world.items[index] ?? {}, { fails: { at } }));
    const own = new Set([String(items[index]?.['id'])]);
    expect(rowsBut(failing, own)).toEqual(rowsBut(whole, own));
  },
  30,
);

const stopping = dramas({
  scripts: 'none',
  but: (world) => {
    roomy(world);
    for (const item of world.items) delete item['fails'];
    for (const backup of world.backups) Object.assign(backup, { damaged: 'no', index: 'fits', complete: 'yes' });
    Object.assign(world.items[0] ?? {}, { fails: { at: 'placement', and: 'stops' } });
  },
});

law(
  'an item that stops the restore stops everything, and taking it out brings back whatever comes without it',
  stopping,
  (drama) => {
    const { run } = drama;
    const end = run.journal.lines.findLast((line) => line.type === 'restore.ended');
    if (end?.because !== 'bad-item') return;
    const own = new Set([String(drama.stated.world.items[0]?.['id'])]);
    const without = drama.playBut(({ world }) => void delete world.items[0]?.['fails']);
    const takenOut = drama.playBut(
      ({ world }) => void Object.assign(world.items[0] ?? {}, { fails: { at: 'placement' } }),
    );
    expect(run.ledger.rows.filter(({ fate }) => fate === 'restored')).toEqual([]);
    expect(rowsBut(takenOut, own)).toEqual(rowsBut(without, own));
  },
  30,
);

/** What a person would do about it, by the reason for which the restore broke off. */
const CURES: Readonly<Record<string, RegExp>> = {
  // After an update a newer backup can be chosen, which may lack the item: that is another backup as well.
  'bad-item': /^items\.[^.]+\.fails|^script\.backup|^route|^newBackup|^backups\.|^device\.ios$/,
  'not-moved': /^script\.moved|^script\.backup|^route|^newBackup/,
  disconnected: /^script\.cable|^script\.backup|^route|^newBackup/,
  'computer-error': /^script\.computer|^script\.backup|^route|^newBackup/,
};

law(
  'a restore that broke off is mended by what its own cause calls for, never by another connection',
  fc.tuple(stopping, fc.constantFrom('bad-item', 'not-moved', 'disconnected', 'computer-error')),
  ([drama, cause]) => {
    const draft = structuredClone(drama.stated);
    byComputer(draft);
    if (cause !== 'bad-item') delete draft.world.items[0]?.['fails'];
    draft.world.items = draft.world.items.slice(0, 3);
    draft.world.computer = {};
    draft.script =
      cause === 'not-moved'
        ? [{ do: 'move.failed', during: 'restart' }]
        : cause === 'bad-item'
          ? []
          : [{ do: cause === 'disconnected' ? 'computer.disconnected' : 'computer.stopped', during: 'placement' }];
    const failed = failedOrNothing(drama, draft);
    if (failed === undefined) return;
    for (const { sets } of whatIf(failed.scenario, 'everything', { most: 60 }))
      for (const { changes } of sets) {
        expect(changes.map(({ path }) => path)).not.toContain('script.connection');
        if (changes.length === 1 && changes[0]?.when === 'now')
          expect(changes[0].path).toMatch(must(CURES[cause], cause));
      }
  },
  12,
);

/** The run of a changed draft, where it breaks off as its script wants it to. */
function failedOrNothing(drama: Drama, draft: Drama['stated']): Run | undefined {
  try {
    const run = drama.playBut((stated) => void Object.assign(stated, draft));
    return run.outcome === 'failed' ? run : undefined;
  } catch {
    // What the script wants cannot happen in this world.
    return undefined;
  }
}

const WHOLE = PROGRAMS.finder.defaults as unknown as Plain;

law(
  'told the same, every program ends in the same on a device that is new',
  fc.tuple(dramas({ scripts: 'none' }), fc.constantFrom(...PROGRAM_IDS)),
  ([drama, software]) => {
    const by = (program: string): Run =>
      drama.playBut((draft) => {
        byComputer(draft);
        draft.world.device['state'] = 'new';
        draft.world.computer = { ...WHOLE, software: program };
      });
    expect(by(software).ledger.rows).toEqual(by('finder').ledger.rows);
  },
);

law(
  'a backup without its list of apps brings no app and all else as before',
  fc.tuple(dramas({ scripts: 'none', but: roomy }), fc.constantFrom(...PROGRAM_IDS)),
  ([drama, software]) => {
    const withList = (appList: string): Run =>
      drama.playBut((draft) => {
        byComputer(draft);
        draft.world.computer = { ...WHOLE, software };
        for (const backup of draft.world.backups) backup['appList'] = appList;
      });
    const [there, gone] = [withList('yes'), withList('no')];
    const concerned = new Set(
      drama.stated.world.items.flatMap(({ id, category, app }) =>
        app !== undefined || category === 'app' ? [String(id)] : [],
      ),
    );
    expect(rowsBut(gone, concerned)).toEqual(rowsBut(there, concerned));
    const apps = drama.scenario.world.items.filter(
      ({ category, management }) => category === 'app' && management === 'none',
    );
    for (const { id } of apps) expect(gone.ledger.row(id)?.fate).not.toBe('downloaded-again');
  },
  30,
);
