import { afterAll, describe, expect, test } from 'vitest';
import { startSqlite } from '../../src/cli/sqlite.ts';
import { mbFileOf, type SampleFile } from '../../src/import/sample/list-writer.ts';
import { hostileBackups, told } from './hostile-backups.ts';
import { changedAt, database, inACircle, oneValueInEveryRow, TABLE, text, unfolding } from './hostile-parts.ts';
import { madeSample } from './samples.ts';

const { folderWith, sentenceOf, fileOf, remove } = await hostileBackups();
afterAll(remove);

describe('a list that is none', () => {
  test.each<[string, () => Uint8Array | Promise<Uint8Array>, string]>([
    ['empty', () => new Uint8Array(0), 'it is empty'],
    ['a text', () => text('this is no database, and longer than a header '.repeat(40)), 'it is no database'],
    ['only a header', () => fileOf('Manifest.db').slice(0, 100), 'damaged or cut off'],
    ['cut in the middle', () => fileOf('Manifest.db').slice(0, fileOf('Manifest.db').length / 2), 'damaged or cut off'],
    ['a database of something else', () => database('CREATE TABLE Things (a)'), 'has no table “Files”'],
    [
      'without a column',
      () => database('CREATE TABLE Files (fileID, domain, flags, file)'),
      'no column “relativePath”',
    ],
    [
      'with a computed column',
      () => database('CREATE TABLE Files (fileID, domain, relativePath, flags, file AS (zeroblob(1e9)))'),
      'no column “file” of its own',
    ],
    [
      'a view without end',
      () =>
        database(
          'CREATE VIEW Files AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ' +
            'SELECT i AS fileID, i AS domain, i AS relativePath, 1 AS flags, NULL AS file FROM n',
        ),
      'no ordinary table',
    ],
    [
      'a virtual table',
      () => database('CREATE VIRTUAL TABLE Files USING fts5(fileID, domain, relativePath, flags, file)'),
      'no ordinary table',
    ],
    [
      'with one giant value',
      () => database(TABLE, "INSERT INTO Files VALUES ('a', 'b', 'c', 1, zeroblob(6000000))"),
      'far larger than those of a backup',
    ],
    ['with pages in a circle', () => inACircle(fileOf('Manifest.db')), 'damaged or cut off'],
    ['with pages that are used again and again', () => unfolding(fileOf('Manifest.db')), 'damaged or cut off'],
    ['with one value in every row', () => oneValueInEveryRow(), 'damaged or cut off'],
    ['of a page size that cannot be', () => changedAt(fileOf('Manifest.db'), 16, 0x33), 'it is no database'],
  ])('%s', async (_, bytes, sentence) => {
    const said = await sentenceOf({ 'Manifest.db': await bytes() });
    expect(said).toContain(sentence);
    expect(said).toContain('Manifest.db: ');
  });

  test('a schema of thousands of tables', async () => {
    const many = Array.from({ length: 3000 }, (_, index) => `CREATE TABLE t${index} (a, b, c)`);
    expect(await sentenceOf({ 'Manifest.db': await database(TABLE, ...many) })).toContain('Manifest.db: ');
  });

  test('what a schema would call is not called', async () => {
    const evil = await database(
      TABLE.replace('file BLOB', 'file BLOB, CHECK (length(randomblob(900000000)) > 0)').replace(
        'TEXT PRIMARY KEY',
        'TEXT',
      ),
      'CREATE TRIGGER t AFTER INSERT ON Files BEGIN SELECT randomblob(900000000); END',
      'CREATE INDEX i ON Files(lower(domain))',
    );
    expect(await sentenceOf({ 'Manifest.db': evil })).toBeUndefined();
  });
});

describe('rows that no backup has', () => {
  const good = '3d0d7e5fb2ce288813306e4d4636395e047a3d28';
  const row = (id: string, domain = "'HomeDomain'", path = "'a'", file = 'NULL') =>
    `INSERT INTO Files VALUES (${id}, ${domain}, ${path}, 1, ${file})`;
  test('a number, a blob, a path as fileID; a domain or path that leads elsewhere: left out and counted', async () => {
    const list = await database(
      TABLE.replace('TEXT PRIMARY KEY', ''),
      row(`'${good}'`),
      row("'../../../../etc/passwd/aaaaaaaaaaaaaaaaaaa'"),
      row('12'),
      row(`x'${'61'.repeat(40)}'`),
      row('NULL'),
      row(`'${good.toUpperCase()}'`),
      row(`'${good}'`, "'../Home'"),
      row(`'${good}'`, "'HomeDomain'", "'a/../../b'"),
      row(`'${good}'`, "'HomeDomain'", "x'61'"),
      row(`'${good}'`, 'NULL'),
    );
    const { rows, summary } = await told(folderWith({ 'Manifest.db': list }));
    expect(rows.map(({ domain, path, size }) => [domain, path, size])).toEqual([['HomeDomain', 'a', undefined]]);
    expect(summary).toMatchObject({ rows: 10, refused: 9, files: 1, sizeNotGiven: 1, detailsUnreadable: 1 });
  });

  test('sizes, classes and dates beyond reason are not given, and are not 0', async () => {
    const { sqlite } = await startSqlite();
    const opened = new sqlite.oo1.DB(':memory:');
    opened.exec(TABLE);
    const file: SampleFile = {
      domain: 'HomeDomain',
      path: 'a',
      kind: 'file',
      size: 5,
      mode: 0o100644,
      protectionClass: 3,
      modified: 1_600_000_000,
    };
    const strange: Partial<SampleFile>[] = [
      { size: -1 },
      { size: 14e15 },
      { size: 2 ** 60 },
      { size: 11.5 },
      { modified: -5 },
      { modified: 2 ** 40 },
      { mode: 1e9 },
      { protectionClass: 7000 },
    ];
    for (const [index, change] of strange.entries())
      opened.exec('INSERT INTO Files VALUES (?, ?, ?, 1, ?)', {
        bind: [good.slice(0, 38) + String(index + 10), 'HomeDomain', 'a', mbFileOf({ ...file, ...change })],
      });
    const bytes = sqlite.capi.sqlite3_js_db_export(opened);
    opened.close();
    const { rows, summary } = await told(folderWith({ 'Manifest.db': bytes }));
    expect(rows.map(({ size, modified, mode, protectionClass }) => [size, modified, mode, protectionClass])).toEqual([
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [undefined, 1_600_000_000, 0o100644, 3],
      [5, undefined, 0o100644, 3],
      [5, undefined, 0o100644, 3],
      [5, 1_600_000_000, undefined, 3],
      [5, 1_600_000_000, 0o100644, undefined],
    ]);
    expect(summary?.sizeNotGiven).toBe(4);
  });
});

describe('a write-ahead log that does not fit', () => {
  test.each<[string, (log: Uint8Array) => Uint8Array, string, 'without' | 'with']>([
    ['cut in a frame', (log) => log.slice(0, -100), 'it is cut off after', 'without'],
    ['cut in its header', (log) => log.slice(0, 20), 'it is cut off before its first page', 'without'],
    ['a text', () => text('no log at all, and longer than a header of one'), 'it is no write-ahead log', 'without'],
    ['damaged in a frame', (log) => changedAt(log, 5000, 0x77), 'it is damaged after 0 of its pages', 'without'],
    ['damaged in its header', (log) => changedAt(log, 17, 0x77), 'its beginning is damaged', 'without'],
    ['of another page size', (log) => changedAt(log, 10, 0x20), 'it belongs to another database', 'without'],
    ['whole', (log) => log, '', 'with'],
  ])('%s', async (_, change, sentence, all) => {
    const sample = await madeSample({ rows: 200, inLog: 30 });
    const folder = folderWith({ 'Manifest.db-wal': change(fileOf('Manifest.db-wal', sample)) }, sample);
    const { rows, backup } = await told(folder);
    expect(rows).toHaveLength(all === 'with' ? 200 : 170);
    expect(backup?.troubles.map(({ about, message }) => [about, message])).toEqual(
      sentence === '' ? [] : [['Manifest.db-wal', expect.stringContaining(sentence)]],
    );
  });

  test('one of another database makes no list: it is left out and said', async () => {
    const other = await madeSample({ rows: 3000, seed: 99, inLog: 2500 });
    const log = fileOf('Manifest.db-wal', other);
    const { rows, backup, sentence } = await told(folderWith({ 'Manifest.db-wal': log }));
    // SQLite itself cannot tell: it takes the pages, and what they make of the list is told.
    expect([sentence, rows.length]).toEqual([undefined, 200]);
    expect(backup?.troubles[0]?.message).toContain('does not fit this database');
  });

  test('an empty one is none', async () => {
    const { backup, rows } = await told(folderWith({ 'Manifest.db-wal': new Uint8Array(0) }));
    expect([backup?.troubles, rows.length]).toEqual([[], 200]);
  });
});
