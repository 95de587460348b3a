import { CONTROL } from './layout.ts';

/** JSON as it is printed and kept. What a terminal must not see is escaped, so that JSON says the same. */
export const jsonText = (value: unknown): string =>
  `${JSON.stringify(value, null, 2).replaceAll(
    CONTROL,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}\n`;
