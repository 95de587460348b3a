import { describe, expect, test } from 'vitest';
import { explainItem } from '../../src/insight/explain/why.ts';
import { bareScenario } from '../../src/insight/what-if/small-world.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { compareVersions } from '../../src/model/version.ts';
import { hasService, SERVICES, type ServiceId } from '../../src/model/services.ts';
import type { Item } from '../../src/model/world.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { SYNC_PATH } from '../../src/run/actor-paths.ts';
import type { JournalLine } from '../../src/run/journal-line.ts';
import type { Run } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { settledAt } from '../../src/run/standing.ts';
import { law } from './law.ts';
import { linesOf } from './reading.ts';
import type { Entry } from './scripts.ts';
import { type Drama, dramas } from './worlds.ts';
import type { WorldPlain } from './world-parts.ts';

const itemOf = ({ world }: Run, id: string): Item => {
  const item = world.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return item;
};
const serviceOf = (run: Run, id: string): ServiceId | undefined => categoryOf(itemOf(run, id)).service;
const viewsOf = (run: Run) => itemViews(run.world.items, run.ledger.rows, run.world.route);

/** By standard, worked out anew from the table of services. */
function isSealed(run: Run, id: string): boolean {
  const { service, endToEnd } = categoryOf(itemOf(run, id));
  if (service === undefined) return false;
  if (run.world.edition !== 'modern') return service === 'keychain';
  return (endToEnd ?? SERVICES[service].endToEnd) === 'always';
}

/** Worlds in which somebody signs in and services are on; what else they are is drawn. */
const withServices = (world: WorldPlain): void => {
  world.services = { ...world.services, keychain: 'on', health: 'on', home: 'on', messages: 'on', photos: 'on' };
  world.items.push(
    { id: 'steps', category: 'health', uploaded: 'yes' },
    { id: 'album', category: 'photos', uploaded: 'yes' },
  );
};

/** The story of a drama with a reset in it, where one is possible. */
function withReset(drama: Drama): Run | null {
  try {
    return drama.playBut(({ script }) => void script.push({ do: 'endToEnd.reset', during: 'sync' }));
  } catch (error) {
    if (error instanceof ScriptError) return null;
    throw error;
  }
}

describe('the chain', () => {
  const hasKeyOfMessages = (run: Run, id: string, backup: string | null | undefined): boolean => {
    const chosen = run.world.backups.find((candidate) => candidate.id === backup);
    return serviceOf(run, id) === 'messages' && chosen?.kind === 'icloud' && chosen.backupTurnedOff === undefined;
  };

  law(
    'what only own devices can open comes from iCloud after an answer, with the key in a backup, or sent again',
    dramas({ but: withServices }),
    ({ run }) => {
      for (const line of linesOf(run.journal.lines, 'item.arrived')) {
        if (line.from !== 'sync') continue;
        const { syncSituation } = settledAt(run.journal.lines, line.step);
        for (const id of line.items.filter((item) => isSealed(run, item))) {
          const isOpen =
            syncSituation?.keychainPasscode === 'given' || hasKeyOfMessages(run, id, syncSituation?.backup);
          expect([id, isOpen || line.rule === 'sync/refilled-after-reset']).toEqual([id, true]);
        }
      }
    },
    80,
  );

  law(
    'one answer is an answer for all: once it is given nothing waits for the passcode any more',
    dramas({ but: withServices }),
    ({ run }) => {
      const answered = linesOf(run.journal.lines, 'situation.changed').some(
        ({ changed }) => changed.keychainPasscode === 'given' || changed.keychainPasscode === 'reset',
      );
      const waiting = run.ledger.rows.filter(
        ({ fate, rule }) => fate === 'pending' && rule?.endsWith('-waits-for-passcode') === true,
      );
      // A story can end before the services whose turn it is have delivered.
      const ended = linesOf(run.journal.lines, 'event').some(({ event }) => event === 'story.ended');
      const hadWifi = !linesOf(run.journal.lines, 'alert.raised').some(({ alert }) => alert === 'wifi-lost');
      if (answered && !ended && hadWifi) expect(waiting.map(({ id }) => id)).toEqual([]);
    },
    60,
  );

  law(
    'a reset takes nothing that is not encrypted from end to end, and nothing that had arrived',
    dramas({ scripts: 'none', but: withServices }),
    (drama) => {
      const run = withReset(drama);
      for (const row of run?.ledger.rows ?? [])
        if (run && row.rule === 'sync/end-to-end-reset') {
          expect([row.id, isSealed(run, row.id)]).toEqual([row.id, true]);
          const arrived = linesOf(run.journal.lines, 'item.arrived').filter(({ items }) => items.includes(row.id));
          expect([row.id, arrived.length]).toEqual([row.id, 0]);
        }
    },
    60,
  );

  law(
    'what a reset has taken ends with the reset: nobody is told any more to look for it in iCloud',
    dramas({
      scripts: 'none',
      route: 'icloud',
      but: (world) => {
        withServices(world);
        world.items.push({ id: 'talk', category: 'messages', bytes: '5 GB' });
      },
    }),
    (drama) => {
      const taken = withReset(drama)?.ledger.rows.filter(
        ({ fate, syncWithheld }) => syncWithheld === 'sync/end-to-end-reset' && fate !== 'restored',
      );
      expect(taken?.map(({ id, rule }) => [id, rule]) ?? []).toEqual(
        (taken ?? []).map(({ id }) => [id, 'sync/end-to-end-reset']),
      );
    },
    60,
  );
});

describe('services', () => {
  law(
    'an organisation holds back what iCloud may have; of the rest it is told why iCloud has it not',
    dramas({
      but: (world) => {
        withServices(world);
        Object.assign(world, { organisation: { photosSync: 'forbidden', keychainSync: 'forbidden' } });
        world.items.push(
          { id: 'not-up', category: 'photos', uploaded: 'no' },
          { id: 'token', category: 'app-keychain', app: 'sketch' },
          { id: 'kept-here', category: 'passwords', syncs: 'off' },
        );
      },
    }),
    ({ run }) => {
      const heldBack = linesOf(run.journal.lines, 'sync.withheld').filter(({ rule }) =>
        rule.startsWith('sync/organisation-forbids-'),
      );
      const ids = heldBack.flatMap(({ items }) => items).map((id) => itemOf(run, id));
      expect(ids.filter(({ uploaded, syncs }) => uploaded === 'no' || syncs === 'off')).toEqual([]);
    },
    60,
  );

  const leaves = (line: JournalLine, state: string): boolean =>
    line.type === 'transition' && line.actor === SYNC_PATH && line.taken.some((name) => name.startsWith(state));

  law(
    'a service that is said to deliver delivers: each turn ends with something that arrived',
    dramas({ but: withServices }),
    ({ run }) => {
      const { lines } = run.journal;
      for (const line of linesOf(lines, 'event').filter(({ event }) => event === 'clock.moved')) {
        const here = lines.filter(({ step }) => step === line.step);
        if (!here.some((other) => leaves(other, 'syncing.stores.delivering'))) continue;
        expect([line.step, here.some((other) => other.type === 'item.arrived' && other.from === 'sync')]).toEqual([
          line.step,
          true,
        ]);
      }
    },
    60,
  );

  law(
    'a managed account keeps no Health data and buys nothing',
    dramas({
      but: (world) => {
        withServices(world);
        for (const account of world.accounts) account['kind'] = 'managed';
      },
    }),
    ({ run }) => {
      for (const row of run.ledger.rows) {
        const { management } = itemOf(run, row.id);
        const isBought = categoryOf(itemOf(run, row.id)).returns === 'store' && management === 'none';
        if (row.from === 'sync') expect([row.id, serviceOf(run, row.id)]).not.toEqual([row.id, 'health']);
        // Who installs an app by hand may do so with another account.
        const isByHand = row.rule === 'app/installed-by-hand';
        if (row.from === 'store' && run.world.edition === 'modern' && !isByHand)
          expect([row.id, isBought]).toEqual([row.id, false]);
      }
    },
    60,
  );
});

describe('words', () => {
  /** Nouns that a sentence may use of a thing only if it is one of these. */
  const SPEAKS_OF: readonly (readonly [RegExp, (item: Item) => boolean])[] = [
    [/\byour passwords\b/i, ({ category }) => category === 'passwords'],
    [
      /iCloud Keychain (?:keeps this|delivers)|comes from iCloud Keychain/,
      (item) => categoryOf(item).service === 'keychain',
    ],
    [/iCloud Keychain can bring/, (item) => categoryOf(item).service === 'keychain' && item.syncs !== 'off'],
    [/\byour photos\b/i, (item) => categoryOf(item).service === 'photos'],
    [/\byour messages\b/i, ({ category }) => category === 'messages'],
    [/\byour contacts\b/i, ({ category }) => category === 'contacts'],
    [/\byour calendars\b/i, ({ category }) => category === 'calendars'],
    [/\bhealth data\b/i, ({ category }) => category === 'health' || category === 'watch-health'],
    [/\byour home\b/i, ({ category }) => category === 'home'],
  ];

  law(
    'a sentence about a thing speaks of what it is',
    dramas({ but: withServices }),
    ({ run }) => {
      for (const view of viewsOf(run)) {
        const item = itemOf(run, view.id);
        for (const sentence of [view.customer, view.because])
          for (const [noun, fits] of SPEAKS_OF)
            if (noun.test(sentence))
              expect([item.category, sentence, fits(item)]).toEqual([item.category, sentence, true]);
      }
    },
    150,
  );

  law(
    'what a server or the app’s own cloud keeps is never said to be in the backup',
    dramas({
      but: (world) => {
        for (const item of world.items) if (String(item['category']).startsWith('app-')) item['policy'] = 'server';
      },
    }),
    (drama: Drama) => {
      const { run } = drama;
      const views = viewsOf(run);
      const kept = views.filter(({ keptByItsApp }) => keptByItsApp);
      const held = checklistOf(run.world, run.outcome, run.journal.lines, kept).find(
        ({ id }) => id === 'in-the-backup',
      );
      expect(held?.details.filter((text) => text.startsWith('In the backup'))).toEqual([]);
      for (const { id } of kept) {
        const { gates } = explainItem(run, id);
        expect([id, gates.find(({ gate }) => gate === 'capture')?.state]).not.toEqual([id, 'passed']);
      }
    },
    60,
  );

  /** A service by the name that sentences give it. */
  const NAMED: readonly (readonly [RegExp, ServiceId])[] = [
    [/Health in iCloud/, 'health'],
    [/Messages in iCloud/, 'messages'],
    [/Journal in iCloud/, 'journal'],
  ];

  law(
    'no sentence offers a service that the iOS of this story does not have',
    dramas({
      but: (world) => {
        withServices(world);
        world.items.push({ id: 'diary', category: 'journal' }, { id: 'chats', category: 'messages' });
        world.device['ios'] = '10.3';
        delete world.device['latestIos'];
        for (const made of world.backups) made['ios'] = '10.2';
      },
    }),
    ({ run }) => {
      const { device, backups } = run.world;
      const newest = [device.ios, device.latestIos, ...backups.map(({ ios }) => ios)]
        .filter((ios) => ios !== undefined)
        .toSorted(compareVersions)
        .at(-1);
      for (const view of viewsOf(run))
        for (const [name, service] of NAMED)
          if (name.test(view.customer))
            expect([view.id, view.customer, hasService(String(newest), service)]).toEqual([
              view.id,
              view.customer,
              true,
            ]);
    },
    150,
  );
});

law(
  'who is told to go on with a restore that Find My held up is told what to do about Find My',
  dramas({
    scripts: 'none',
    but: (world) => {
      world.device = { ...world.device, state: 'in-use', findMy: 'on', stolenDeviceProtection: 'off' };
      for (const account of world.accounts) Object.assign(account, { kind: 'personal', password: 'known' });
      world.items = world.items.slice(0, 2);
    },
  }),
  (drama: Drama) => {
    const { outcome, ledger, scenario } = drama.playBut((draft) => {
      draft.route = 'computer';
      draft.world['organisation'] = {};
      draft.script = [
        { do: 'restore.requested', during: 'in-use' },
        { do: 'person.gaveUp', during: 'in-use' },
      ];
    });
    expect([outcome, ledger.because]).toEqual(['never-started', 'find-my']);
    for (const { sets } of whatIf(bareScenario(scenario), 'everything', { largest: 2, most: 120 }))
      for (const { changes } of sets) {
        const goesOn = changes.some((change) => change.path === 'script.carriesOn');
        const named = changes.map(({ title }) => title).join(' ');
        if (goesOn) expect(named).toMatch(/Find My/);
      }
  },
  8,
);

describe('an account that is signed out', () => {
  /** The story of a drama with more at its end, where that is possible. */
  const withMore = (drama: Drama, ...entries: readonly Entry[]): Run | null => {
    try {
      return drama.playBut(({ script }) => void script.push(...entries));
    } catch (error) {
      if (error instanceof ScriptError) return null;
      throw error;
    }
  };
  const WAITED = { wait: '30 days' };
  const signedOut = (copies: 'keep' | 'remove') => ({ do: 'settings.signedOut', copies, during: 'over' });
  const onPhone = (run: Run): readonly string[] => run.ledger.rows.filter((row) => row.onPhone).map(({ id }) => id);
  let seen = 0;

  law(
    'a kept copy leaves all but the cards where they were; what is not kept is of an iCloud service and comes back',
    dramas({ scripts: 'none', but: withServices }),
    (drama) => {
      const before = withMore(drama, WAITED);
      const kept = withMore(drama, WAITED, signedOut('keep'));
      const removed = withMore(drama, WAITED, signedOut('remove'));
      const account = before?.simulation.root.getSnapshot().context.situation?.account;
      if (!before || !kept || !removed || !account) return;
      const lost = (run: Run): readonly string[] => onPhone(before).filter((id) => !onPhone(run).includes(id));
      expect(lost(kept).filter((id) => itemOf(kept, id).category !== 'payment-cards')).toEqual([]);
      for (const id of lost(removed))
        expect([id, serviceOf(removed, id) !== undefined || itemOf(removed, id).category === 'payment-cards']).toEqual([
          id,
          true,
        ]);
      seen += lost(removed).length;
      const again = withMore(
        drama,
        WAITED,
        signedOut('remove'),
        { do: 'settings.signedIn', account, during: 'over' },
        { do: 'keychain.passcodeEntered' },
        WAITED,
      );
      const gone = lost(removed).filter((id) => removed.ledger.row(id)?.fate === 'lost-later');
      if (again) expect(gone.filter((id) => !onPhone(again).includes(id))).toEqual([]);
    },
    24,
  );
  test('the law above had something to look at', () => expect(seen).toBeGreaterThan(0));

  law(
    'only an account of an organisation is signed out by itself, and only on a device that left its management',
    dramas({
      but: (world) => {
        withServices(world);
        Object.assign(world.accounts[0] ?? {}, { kind: 'managed', signIn: 'managed' });
        world.device = { ...world.device, assigned: 'yes' };
      },
    }),
    (drama) => {
      const run = withMore(drama, { do: 'profile.removed', during: 'over' });
      if (!run) return;
      const { situation } = settledAt(run.journal.lines, run.steps);
      const isOut = linesOf(run.journal.lines, 'alert.raised').some(({ alert }) => alert === 'account-signed-out');
      if (isOut) expect(situation?.copies).toBe('by-itself');
      if (situation?.copies === 'by-itself') expect(situation.enrolment).toMatch(/removed|retired/u);
      for (const row of run.ledger.rows)
        if (row.rule === 'account/left-by-itself') expect([row.id, isOut, row.onPhone]).toEqual([row.id, true, false]);
    },
    24,
  );
});
