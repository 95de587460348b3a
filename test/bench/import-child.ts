// One reading of a whole list in a process of its own, so that its memory is its own too. Prints one line of JSON.
import { join } from 'node:path';
import { openBackup } from '../../src/cli/backup-folder.ts';
import { MbFileReader } from '../../src/import/mbfile.ts';

const [how = '', folder = '', password] = process.argv.slice(2);
const byDomain = new Map<string, { files: number; bytes: number }>();
function count(domain: string, size: number): void {
  const known = byDomain.get(domain);
  if (known) {
    known.files += 1;
    known.bytes += size;
  } else byDomain.set(domain, { files: 1, bytes: size });
}

async function byTheReader(): Promise<number> {
  const backup = await openBackup(folder, { password: async () => password });
  const { rows } = backup.eachFile(({ domain, size }) => count(domain, size ?? 0));
  backup.close();
  return rows;
}

/** What of Node 24's own SQLite is needed; the types of this project are those of Node 20. */
interface NodeSqlite {
  readonly DatabaseSync: new (
    path: string,
    options: { readonly readOnly: boolean },
  ) => { prepare: (sql: string) => { iterate: () => Iterable<{ domain: string; file: Uint8Array }> } };
}

async function byNode(): Promise<number> {
  const name = 'node:sqlite';
  const { DatabaseSync } = (await import(name)) as NodeSqlite;
  const database = new DatabaseSync(join(folder, 'Manifest.db'), { readOnly: true });
  const details = new MbFileReader();
  let rows = 0;
  const all = database.prepare('SELECT fileID, domain, relativePath, flags, file FROM Files').iterate();
  for (const { domain, file } of all) {
    rows += 1;
    if (details.read(file, 0, file.length)) count(domain, details.size ?? 0);
  }
  return rows;
}

const before = process.cpuUsage();
const rows = await (how === 'node' ? byNode() : byTheReader());
const { user, system } = process.cpuUsage(before);
const bytes = [...byDomain.values()].reduce((sum, part) => sum + part.bytes, 0);
console.log(
  JSON.stringify({
    rows,
    domains: byDomain.size,
    bytes,
    seconds: (user + system) / 1e6,
    megabytes: process.resourceUsage().maxRSS / 1000,
  }),
);
