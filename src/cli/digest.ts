import { createHash, hash } from 'node:crypto';
import type { Digest } from '../run/digest.ts';

/** Node's own SHA-256. One text, such as a step of a journal, goes through without a hash that takes more. */
export const nodeDigest: Digest = (texts) => {
  const [first, ...more] = Array.isArray(texts) ? (texts as readonly string[]) : [];
  if (first !== undefined && more.length === 0) return hash('sha256', first, 'hex');
  const begun = createHash('sha256');
  for (const text of texts) begun.update(text, 'utf8');
  return begun.digest('hex');
};
