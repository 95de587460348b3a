import { InputError } from '../model/problem.ts';

/** The folder was written to while it was read: what was read is the half of one backup and the half of another. */
export class BackupChanged extends InputError {
  constructor(file: string) {
    super([
      {
        file,
        message: 'it has been changed while it was read: a backup seems to be running',
        advice: 'Wait until the backup has ended, and read it again.',
      },
    ]);
  }
}
