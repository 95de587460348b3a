import { fileURLToPath } from 'node:url';

const NATIVE = fileURLToPath(new URL('as-pure-digest.ts', import.meta.url));

/** Long proofs take fingerprints as the command line does, with Node's own SHA-256: the pure one was a fifth of them. */
export const withNodeDigest = {
  name: 'node-digest',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === './digest.ts' && importer?.endsWith('/src/run/journal.ts') ? NATIVE : null,
};
