import { hash } from 'node:crypto';
import type { Digest } from '../run/digest.ts';

/** Node's own SHA-256. */
export const nodeDigest: Digest = (texts) => hash('sha256', [...texts].join(''), 'hex');
