import type { CaseFile } from './case-file.ts';

/** Tools add the backup to what is on a device in use; Apple’s own programs put it in the place of that. */
export const addsToDevice = ({ world: { computer } }: CaseFile): boolean => computer.software === 'tool';
