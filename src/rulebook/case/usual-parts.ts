import { backupSchema } from '../../model/backups.ts';
import { copySchema } from '../../model/items.ts';

/*
 * What the schemas say of parts of which a world says nothing. Worked out here and nowhere else: the page, which plays
 * its own scenarios without any schema, has this printed when it is built.
 */

const { id: _id, made: _made, ...usual } = backupSchema.parse({ id: 'usual', made: '2026-01-01' });
/** A backup of which only its name and its day are known. */
export const USUAL_BACKUP = usual;

const { of: _of, ...usualCopy } = copySchema.parse({ kind: 'own-backup', of: ['usual'] });
/** The backup that an app with a cloud of its own makes, of which nothing else is said. */
export const USUAL_OWN_BACKUP = usualCopy;
