import { fileURLToPath } from 'node:url';

const NATIVE = fileURLToPath(new URL('as-pure-digest.ts', import.meta.url));

/** Long proofs take fingerprints with Node's own SHA-256, as the command line does: the pure one was a fifth. */
export const withNodeDigest = {
  name: 'node-digest',
  enforce: 'pre' as const,
  resolveId: (source: string, importer: string | undefined) =>
    source === './digest.ts' && importer?.endsWith('/src/run/journal.ts') ? NATIVE : null,
};
