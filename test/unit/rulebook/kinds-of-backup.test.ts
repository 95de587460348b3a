import { describe, expect, test } from 'vitest';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { addDays } from '../../../src/model/time.ts';
import { must } from '../../../src/model/must.ts';
import { asksForPassword, borrowedSpace, listBackups, whyUnreadable } from '../../../src/rulebook/case/listing.ts';
import { contradictionsOf, fitsIntoThePlan } from '../../../src/rulebook/case/self-description.ts';
import { heldBy } from '../../../src/rulebook/judge/decide.ts';
import { backupNotes } from '../../../src/report/backup-words.ts';
import { play } from '../../../src/run/play.ts';
import { caseFile, story } from '../stories.ts';

type Plain = Record<string, unknown>;
const TODAY = '2026-03-01';
const withBackup = (backup: Plain, route = 'computer', world: Plain = {}) => {
  const file = caseFile({ today: TODAY, backups: [{ id: 'it', made: '2026-02-20', ...backup }], ...world }, { route });
  return { file, backup: must(file.world.backups[0], 'the backup') };
};

describe('borrowed space', () => {
  const left = (days: number, more: Plain = {}) => {
    const { file, backup } = withBackup({ made: addDays(TODAY, -days), space: 'borrowed', ...more }, 'icloud');
    return borrowedSpace(file, backup);
  };

  test('lasts 21 days, and 42 when it was prolonged', () => {
    expect([left(21), left(22)]).toEqual(['within', 'over']);
    expect([left(42, { extended: 'yes' }), left(43, { extended: 'yes' })]).toEqual(['within', 'over']);
  });

  test('is a question only while an extension could make the difference', () => {
    const unknown = { extended: 'unknown' };
    expect([left(21, unknown), left(22, unknown), left(42, unknown), left(43, unknown)]).toEqual([
      'within',
      'unknown',
      'unknown',
      'over',
    ]);
  });

  test('is kept for seven days after a restore, within its own days', () => {
    expect(left(12, { restored: addDays(TODAY, -7) })).toBe('within');
    expect(left(12, { restored: addDays(TODAY, -8) })).toBe('over');
    expect(left(30, { restored: addDays(TODAY, -2) })).toBe('over');
  });

  test('is worth a word where the room of the plan would have done', () => {
    const accounts = [{ id: 'mara', room: '5 GB' }];
    const notes = (bytes: string) => {
      const { file, backup } = withBackup({ space: 'borrowed' }, 'icloud', {
        accounts,
        items: [{ category: 'messages', bytes }],
      });
      return [fitsIntoThePlan(file, backup), backupNotes(file).map(({ cites }) => cites.join())];
    };
    expect(notes('4 GB')).toEqual([true, ['BK-04']]);
    expect(notes('6 GB')).toEqual([false, []]);
  });
});

test('a backup of an iPad on an iPhone, and the reverse, is worth a word that some data may not come', () => {
  const cites = (edition: string, deviceKind: string, kind: string) => {
    const today = '2014-01-03';
    const world = { today, device: { kind }, backups: [{ id: 'b', deviceKind, made: '2014-01-02', ios: '7.0' }] };
    return backupNotes(caseFile(world, { edition })).map((note) => note.cites.join());
  };
  expect(cites('modern', 'ipad', 'iphone')).toEqual(['EL-18']);
  expect(cites('modern', 'ipod', 'ipad')).toEqual(['EL-18']);
  expect(cites('modern', 'ipod', 'iphone')).toEqual([]);
  // Their time has rules of its own for it.
  expect(cites('ios7', 'ipad', 'iphone')).toEqual([]);
});

describe('a computer keeps', () => {
  const reasons = (...backups: readonly Plain[]) =>
    listBackups(caseFile({ today: TODAY, backups }, { route: 'computer' }), null, '18.3').map(({ reason, shown }) => [
      reason,
      shown,
    ]);
  const march = { id: 'march', device: 'a phone', made: '2026-02-28' };
  const january = { id: 'january', device: 'a phone', made: '2026-01-02' };

  test('an archive beside the latest backup, and nothing that was overwritten', () => {
    expect(reasons(march, { ...january, archive: 'yes' })).toEqual([
      [null, true],
      [null, true],
    ]);
    expect(reasons(march, { ...january, archive: 'no' })).toEqual([
      [null, true],
      ['overwritten', false],
    ]);
    expect(reasons({ ...march, device: 'another' }, { ...january, archive: 'no' })[1]).toEqual([null, true]);
  });
});

describe('what a backup says of itself', () => {
  const told = (backup: Plain, world: Plain = {}) => {
    const { file, backup: it } = withBackup(backup, 'computer', world);
    return contradictionsOf(file, it).map(({ says, really }) => `${says} ${really}`);
  };

  test('nothing is said of one that agrees with itself', () => {
    expect(told({})).toEqual([]);
    expect(told({ encrypted: 'yes', declared: { encrypted: 'yes', complete: 'yes', damaged: 'no' } })).toEqual([]);
  });

  test.each<[string, Plain, RegExp]>([
    ['encrypted, and is not', { encrypted: 'no', declared: { encrypted: 'yes' } }, /encrypted\. It is not/],
    ['open, and is encrypted', { encrypted: 'yes', declared: { encrypted: 'no' } }, /not encrypted\. It is\./],
    ['finished, and is not', { complete: 'no', declared: { complete: 'yes' } }, /finished\. It was not/],
    ['not finished, and is', { complete: 'yes', declared: { complete: 'no' } }, /not finished\. Everything is there/],
    ['finished, without its Manifest', { index: 'missing' }, /error 104/],
    ['to hold files that were taken out', { index: 'stale' }, /not there any more/],
    ['to be damaged, and is not', { declared: { damaged: 'yes' } }, /Everything is there/],
  ])('one that says to be %s', (_, backup, words) => {
    expect(told(backup)).toEqual([expect.stringMatching(words)]);
  });

  test('its count is held against what this backup holds, and only that', () => {
    const world = {
      items: [
        { category: 'messages', count: 30, bytes: '3 MB' },
        { category: 'photos', count: 9, created: '2026-02-25' },
      ],
    };
    expect(told({ declared: { items: 30, bytes: '3 MB' } }, world)).toEqual([]);
    expect(told({ declared: { items: 39 } }, world)).toEqual([expect.stringContaining('counts 39')]);
  });

  test('programs go by what it says, and data by what it is', () => {
    const asks = (backup: Plain) => asksForPassword(withBackup(backup).backup);
    expect([asks({ encrypted: 'no', declared: { encrypted: 'yes' } }), asks({ encrypted: 'yes' })]).toEqual([
      true,
      true,
    ]);
    expect(asks({ encrypted: 'yes', declared: { encrypted: 'no' } })).toBe(false);
    expect(whyUnreadable(withBackup({ complete: 'no', declared: { complete: 'yes' } }).backup)).toBe('damaged');
    expect(whyUnreadable(withBackup({ index: 'stale' }).backup)).toBe('stale-index');
    expect(whyUnreadable(withBackup({ declared: { damaged: 'yes' } }).backup)).toBeNull();
  });
});

describe('switches that stood otherwise at one backup', () => {
  const held = (category: string, services: Plain, ofBackup: Plain, more: Plain = {}) => {
    const { file, backup } = withBackup({ services: ofBackup, ...more }, 'computer', {
      services,
      items: [{ category }],
    });
    return heldBy(file, must(file.item(category), category), backup);
  };

  test('count for what that backup holds, and the others are as all are', () => {
    expect(held('photos', { photos: 'on' }, {})).toBe('no');
    expect(held('photos', { photos: 'on' }, { photos: 'off' })).toBe('yes');
    expect(held('photos', { photos: 'off' }, { photos: 'on' })).toBe('no');
    expect(held('photos', { photos: 'on' }, { messages: 'off' })).toBe('no');
    expect(held('photos', { photos: 'on' }, { photos: 'unknown' })).toBe('unknown');
  });

  test('bring back from the older backup what the newer leaves to iCloud, and a changed switch is no other one', () => {
    const backups = [
      { id: 'now', kind: 'icloud', made: '2026-02-20' },
      { id: 'before', kind: 'computer', made: '2026-01-20', services: { messages: 'off' } },
    ];
    const lost = { category: 'messages', created: '2020-01-01', uploaded: 'no' };
    const ends = (more: Plain) =>
      play(story({ today: TODAY, backups, services: { messages: 'on' }, items: [lost] }, more)).ledger.rows[0]?.fate;
    expect([ends({}), ends({ route: 'computer' })]).toEqual(['never-in-backup', 'restored']);
    const [answer] = whatIf(
      story({ today: TODAY, backups, services: { messages: 'on' }, items: [lost] }, { route: 'computer' }),
      'messages',
    );
    expect(answer).toMatchObject({ fate: 'restored', sets: [] });
    const wrong = story(
      { today: TODAY, backups: [{ ...backups[1], services: { messages: 'on' } }], items: [lost] },
      { route: 'computer' },
    );
    expect(whatIf(wrong, 'messages')[0]?.sets.map(({ changes }) => changes.map(({ path }) => path))).toContainEqual([
      'backups.before.services.messages',
    ]);
  });
});
