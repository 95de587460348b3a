import { WatchStore } from './connection.ts';

/** One for the page: it listens whether or not the sheet is open. */
export const watching = new WatchStore();
