import { saidOr } from '../../model/listed.ts';

/** What went wrong in a worker. One whose own file cannot be fetched says nothing at all. */
export const faultOfWorker = ({ message }: Pick<ErrorEvent, 'message'>): string =>
  saidOr('the page’s own file could not be read', message);
