/** Paths of the actors that a journal names and that its readers ask for. */
export const ROOT_PATH = 'simulation';
export const RESTORE_PATH = 'simulation/restore';
export const SYNC_PATH = 'simulation/icloudSync';
/** With the finished phone in hand; in Setup it is a stage of the restore. */
export const ENROLMENT_PATH = 'simulation/enrolment';
export const CONNECTION_PATH = 'simulation/connection';

/** Whether an actor is the restore or one of its stages. */
export const isOfRestore = (path: string): boolean => path === RESTORE_PATH || path.startsWith(`${RESTORE_PATH}/`);

/** The last name of a path: under it the actor's machine is listed. */
export const machineIdOf = (actorPath: string): string => actorPath.slice(actorPath.lastIndexOf('/') + 1);

/** The path of the actor that started it, or null for the root. */
export const parentPathOf = (actorPath: string): string | null =>
  actorPath.includes('/') ? actorPath.slice(0, actorPath.lastIndexOf('/')) : null;
