import { formatCount } from '../model/bytes.ts';
import type { PreflightInput } from './check-finding.ts';

/** What is worth a word, and stops nothing by itself. */
export function noticesOf({ read, list }: Pick<PreflightInput, 'read' | 'list'>): readonly string[] {
  const { hasSnapshot, payload, troubles } = read;
  return [
    ...(hasSnapshot === true
      ? ['A folder “Snapshot” was left over: a run of the backup broke off, or is running now.']
      : []),
    ...(list?.payloadExtra
      ? [`${formatCount(list.payloadExtra)} files in the folder are named by no list. They change nothing.`]
      : []),
    ...(payload && payload.strange > 0
      ? [`${formatCount(payload.strange)} files in the folder are none of a backup, by their names or places.`]
      : []),
    ...(payload && payload.notFiles > 0
      ? [`${formatCount(payload.notFiles)} links or folders lie where files belong.`]
      : []),
    ...(list?.refused
      ? [`${formatCount(list.refused)} rows of the list cannot be of a backup, and were left out.`]
      : []),
    ...(list?.detailsUnreadable
      ? [`Of ${formatCount(list.detailsUnreadable)} files the list tells no more than the name.`]
      : []),
    ...troubles.map(({ about, message }) => `${about}: ${message}.`),
  ];
}
