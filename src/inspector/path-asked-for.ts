import type { IncomingMessage } from 'node:http';
import { must } from '../model/must.ts';

/** The path that a browser asks the development server for, as a file of the built page is called. */
export const pathAskedFor = ({ url }: IncomingMessage): string =>
  new URL(must(url, 'the address of a request'), 'http://localhost').pathname.slice(1);
