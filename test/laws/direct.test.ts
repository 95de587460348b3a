import { expect } from 'vitest';
import { FATES } from '../../src/model/fates.ts';
import { must } from '../../src/model/must.ts';
import { checklistOf } from '../../src/report/checklist.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { whyAsText } from '../../src/cli/why-text.ts';
import { explainItem } from '../../src/insight/explain/why.ts';
import { runAsText } from '../../src/report/run-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { OLD_PHONE } from '../../src/rulebook/case/case-file.ts';
import type { Run } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { linesOf } from './reading.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';
import type { Plain } from './world-parts.ts';

/** Phone to phone, as the usual person goes it. */
const moves = dramas({
  scripts: 'none',
  route: 'direct',
  but: (world) => {
    world.device['ios'] = '18.3';
    world['oldPhone'] = { ...(world['oldPhone'] as Plain | undefined), ios: '18.3' };
    world.items.push({ id: 'bound', category: 'app-keychain', app: 'sketch', protection: 'this-device-only' });
  },
});

law('nobody is told of a backup where the data come from the old phone', moves, ({ run }) => {
  const { world, ledger, outcome, journal } = run;
  const views = itemViews(world.items, ledger.rows, 'direct');
  const spoken = [
    ...views.filter(({ gate }) => gate !== 'sync').flatMap(({ because, customer }) => [because, customer]),
    ...checklistOf(world, outcome, journal.lines, views).flatMap(({ question, answer }) => [question, answer]),
    recoveryOf(world, outcome, journal.lines, views).customer,
  ];
  // A backup may be named as another way, or as what somebody keeps out of; never as what the data were in.
  const claims = /\b(in|from) (the|your|this) backup\b|\byour backup (is|was|has)\b|\bback from\b/i;
  expect(spoken.filter((text) => claims.test(text))).toEqual([]);
});

// Wordings that say that the data of a move were in a backup, or that one took part in it.
const OF_A_BACKUP = new RegExp(
  [
    String.raw`\b(in|from|of|by) (the|your|this|that) backup\b`,
    'made the backup|when the backup was',
    'the backup (was made|recorded|holds|keeps)',
  ].join('|'),
  'i',
);

law('the printed story of a move, and why of each item, tell of no backup that took part in it', moves, ({ run }) => {
  const story = runAsText(reportInputFrom(run), { paint: PLAIN, width: 2000 }).split('\n');
  const reasons = run.world.items.flatMap(({ id }) =>
    // What references say of other ways stands behind their numbers.
    whyAsText(explainItem(run, id), [], { paint: PLAIN, width: 2000 })
      .split('\n')
      .filter((line) => !/^ {2}([A-Z]{2}-\d\d {2}|\S.* \(.*(A|C|A\*|A-old|R|T\+?|S)\)$)/.test(line)),
  );
  // What another backup of the world holds is told of that one, by its name.
  const isOfAnother = (line: string): boolean => /^ {2}· The (iCloud|computer) backup of/.test(line);
  expect([...story, ...reasons].filter((line) => OF_A_BACKUP.test(line) && !isOfAnother(line))).toEqual([]);
});

law(
  'what comes by a direct move was on the old phone, and only the old phone or the store brings it',
  moves,
  ({ run }) => {
    const { world, ledger, journal } = run;
    const chosen = linesOf(journal.lines, 'conditions.compared').map(({ backup }) => backup);
    expect(chosen.filter((backup) => backup !== OLD_PHONE)).toEqual([]);
    const phone = must(world.oldPhone, 'the old phone');
    for (const item of world.items) {
      const row = must(ledger.row(item.id), item.id);
      if (row.from !== 'backup') continue;
      expect([item.id, chosen.length > 0]).toEqual([item.id, true]);
      expect([item.id, item.on ?? phone.name]).toEqual([item.id, phone.name]);
      expect([item.id, item.protection === 'this-device-only' && row.fate]).not.toEqual([item.id, 'restored']);
    }
  },
);

law('no screen of iCloud or of a computer is shown on the way from phone to phone', moves, ({ run }) => {
  const text = runAsText(reportInputFrom(run), { paint: PLAIN, width: 400 });
  expect(
    text.split('\n').filter((line) => /On the screen: .*(iCloud Backup is|list of backups|the computer)/.test(line)),
  ).toEqual([]);
});

law('a move that never begins leaves every item of the old phone where it was', moves, ({ run }) => {
  if (run.outcome !== 'never-started') return;
  for (const { id, fate } of run.ledger.rows) {
    const isLost = fate === 'lost-at-erase';
    const item = must(
      run.world.items.find((one) => one.id === id),
      id,
    );
    const onOldPhone = (item.on ?? run.world.oldPhone?.name) === run.world.oldPhone?.name;
    if (onOldPhone && run.world.oldPhone?.state === 'at-hand') expect([id, isLost]).toEqual([id, false]);
    expect([id, fate !== null && FATES[fate].arrives && fate === 'restored']).toEqual([id, false]);
  }
});

/** The same story, with iCloud chosen where the phones are joined and ask where the data shall come from. */
function fromICloud(drama: Drama): readonly Run[] {
  try {
    return [drama.playBut(({ script }) => void script.push({ do: 'cloud.chosen' }))];
  } catch (error) {
    if (error instanceof ScriptError) return [];
    throw error;
  }
}

law(
  'who gave the passcode of the old phone to the new one is not told that nobody has given one, or that none is left',
  dramas({
    scripts: 'none',
    route: 'direct',
    but: (world) => {
      world.device['ios'] = '18.3';
      world['oldPhone'] = { ...(world['oldPhone'] as Plain | undefined), name: 'The phone of before', ios: '18.3' };
      world.services = { ...world.services, keychain: 'on', health: 'on', home: 'on' };
      world.items.push({ id: 'steps', category: 'health', uploaded: 'yes' }, { id: 'lamps', category: 'home' });
      for (const account of world.accounts) Object.assign(account, { recovery: 'lost' });
    },
  }),
  (drama) => {
    for (const { journal } of [drama.run, ...fromICloud(drama)]) {
      const { lines } = journal;
      const given = linesOf(lines, 'prompt.answered').some(
        ({ prompt, answer }) => prompt === 'old-passcode' && answer === 'given',
      );
      const told = [...linesOf(lines, 'item.waiting'), ...linesOf(lines, 'sync.withheld')].map(({ rule }) => rule);
      if (given) expect(told.filter((rule) => /-waits-for-passcode$|keys-lost$/.test(rule))).toEqual([]);
    }
  },
  40,
);
