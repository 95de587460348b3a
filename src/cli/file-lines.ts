import type { FileRow } from '../import/backup.ts';
import { dayOfSeconds } from '../import/days.ts';
import { PartsOfFile } from './write-whole.ts';

const HEAD = 'domain,path,kind,bytes,changed,class,on the disk\n';
/** Lines that are written at once: real lists have more than a million. */
const LINES_AT_ONCE = 2000;

/** A line for each file of a backup, written as the rows come by; its name appears when all of it is on the disk. */
export class FileLines {
  readonly #file: PartsOfFile;
  #held: string[] = [HEAD];

  constructor(file: string, force: boolean) {
    this.#file = new PartsOfFile(file, force);
  }

  add({ domain, path, kind, size, modified, protectionClass, payload }: FileRow): void {
    const day = modified === undefined ? undefined : dayOfSeconds(modified);
    this.#held.push(`${[domain, path, kind, size, day, protectionClass, payload].map(cell).join(',')}\n`);
    if (this.#held.length >= LINES_AT_ONCE) this.#flush();
  }

  finish(): void {
    this.#flush();
    this.#file.finish();
  }

  /** Leaves nothing behind where it was not finished. */
  abandon(): void {
    this.#file.abandon();
  }

  #flush(): void {
    this.#file.write(this.#held.join(''));
    this.#held = [];
  }
}

/** Quoted where a comma, a quote or a line end stands in it; a sign that a spreadsheet would take for a formula is. */
function cell(value: string | number | undefined): string {
  if (value === undefined) return '';
  const text = String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
