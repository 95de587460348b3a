/** How the scenario of a backup begins to say where it is from: whoever shares one is told what it carries. */
export const MADE_FROM_BACKUP = 'Made from the folder of a backup on a computer.';
