import { DAY_LENGTH, HOUR, MINUTE } from '../model/time.ts';

const UNITS = [
  { name: 'day', ms: DAY_LENGTH },
  { name: 'hour', ms: HOUR },
  { name: 'minute', ms: MINUTE },
] as const;

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`;

/** A length of time as a person says it: two units at most, such as `2 days 4 hours`. */
export function durationWords(ms: number): string {
  if (ms < MINUTE) return 'less than a minute';
  for (const [place, { name, ms: size }] of UNITS.entries()) {
    if (ms < size) continue;
    const next = UNITS[place + 1];
    const whole = Math.floor(ms / size);
    const rest = next ? Math.round((ms - whole * size) / next.ms) : 0;
    if (!next || rest === 0) return counted(next ? whole : Math.round(ms / size), name);
    // 59 and a half minutes more are another hour.
    if (rest * next.ms >= size) return counted(whole + 1, name);
    return `${counted(whole, name)} ${counted(rest, next.name)}`;
  }
  return counted(Math.round(ms / MINUTE), 'minute');
}

/** A length of time that is not exact: `about 2 days 4 hours`, or `less than a minute`. */
export const aboutWords = (ms: number): string => `${ms < MINUTE ? '' : 'about '}${durationWords(ms)}`;
