import { formatBytes } from '../model/bytes.ts';
import { dayInWords } from '../model/time.ts';
import { table } from '../report/layout.ts';
import type { FoundBackup } from './backups-in.ts';

/** Several backups, each with what tells it from the others: never by the names that people or devices have. */
export function backupsAsText(found: readonly FoundBackup[], folder: string, width: number): string {
  const rows = found.map(({ facts: { number, model, ios, made, encrypted, bytes } }) => [
    String(number),
    model === 'unknown' ? 'not told' : model,
    ios === 'unknown' ? 'not told' : `iOS ${ios}`,
    made === 'unknown' ? 'not told' : dayInWords(made),
    encrypted === 'unknown' ? 'not told' : encrypted === 'yes' ? 'encrypted' : 'not encrypted',
    bytes === undefined ? '' : formatBytes(bytes),
  ]);
  const columns = [
    { title: 'No.', align: 'right' },
    { title: 'Device', gives: true },
    { title: 'iOS' },
    { title: 'Made' },
    { title: 'Encryption' },
    { title: 'Size', align: 'right' },
  ] as const;
  return [
    `${found.length} backups lie here, the newest first:`,
    '',
    ...table(columns, rows, width),
    '',
    `Name one by its number: restore-sim import ${quoted(folder)} --backup 1`,
  ].join('\n');
}

/** A folder as a command line takes it. */
const quoted = (folder: string): string => (/[^\w./~-]/.test(folder) ? `"${folder}"` : folder);
