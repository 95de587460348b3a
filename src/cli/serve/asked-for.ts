import type { IncomingMessage } from 'node:http';
import { must } from '../../model/must.ts';

/** What a request asks for; a request that came to a server always says so. */
export const askedFor = ({ url }: IncomingMessage): string => must(url, 'the address of a request');
