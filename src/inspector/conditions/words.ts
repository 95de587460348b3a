import { daysInWords } from '../../model/time.ts';
import { decapitalised } from '../../model/phrases.ts';
import type { Condition, Control } from '../../insight/what-if/condition.ts';

const MAX_LENGTH = 120;

/** A value as a person reads it. */
export function valueWords({ choices, value: present, words }: Condition, value: string): string {
  const choice = choices.find((candidate) => candidate.value === value);
  return daysInWords(choice?.words ?? (value === present ? words : value)).slice(0, MAX_LENGTH);
}

export type SwitchControl = Extract<Control, { kind: 'switch' }>;

/** The word beside a switch; nothing when the switch says enough. */
export function switchWord(condition: Condition, { saysMore }: SwitchControl, value: string): string | null {
  if (!saysMore) return null;
  const words = valueWords(condition, value);
  return decapitalised(words);
}
