/** What a spreadsheet would run as a formula. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

/** One cell: a word that a spreadsheet would take for a formula gets an apostrophe in front; quotes are doubled. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180, with a byte order mark so that spreadsheets read it as UTF-8. */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/**
 * The cells of a table as `csv` wrote it, or as a spreadsheet saved it again: with commas, semicolons or tabs, with or
 * without its mark, and with either end of line. What was put before a word to keep it from being a formula goes.
 */
export function readCsv(text: string): string[][] {
  const whole = text.replace(/^\uFEFF/, '');
  const head = whole.split(/\r?\n/, 1).join('');
  const mark = [',', ';', '\t'].find((sign) => head.includes(sign));
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    row.push(unguarded(cell));
    cell = '';
  };
  for (let index = 0; index < whole.length; index += 1) {
    const sign = whole.charAt(index);
    if (isQuoted) {
      if (sign !== '"') cell += sign;
      else if (whole.charAt(index + 1) === '"') {
        cell += '"';
        index += 1;
      } else isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === mark) endCell();
    else if (sign === '\n' || (sign === '\r' && whole.charAt(index + 1) === '\n')) {
      if (sign === '\r') index += 1;
      endCell();
      rows.push(row);
      row = [];
    } else cell += sign;
  }
  if (cell !== '' || row.length > 0) {
    endCell();
    rows.push(row);
  }
  return rows.filter((cells) => cells.some((said) => said !== ''));
}

const unguarded = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
