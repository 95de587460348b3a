import { playwright } from '@vitest/browser-playwright';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { withNodeDigest } from './verify/digest.plugin.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

// src/setup/vitest.mjs finds the browser once and hands its launch options over here:
// this file is evaluated many times, by knip too, and must not search for anything.
const launchOptions = JSON.parse(process.env['RSIM_LAUNCH'] ?? '{}');

/** What another engine says of the lessons, where engines are compared. */
const digests = process.env['VITE_LESSON_DIGESTS'];

// The core's tests: the same files run in Node and in a real browser.
const everywhere = ['test/unit/**/*.test.ts', 'test/laws/**/*.test.ts'];
/** Every generated value of every test comes from one seed. */
const setupFiles = ['test/laws/seed.setup.ts'];
const nodeOnly = ['test/cli/**/*.test.ts', 'test/gates/**/*.test.ts'];

export default defineConfig({
  root,
  test: {
    projects: [
      {
        root,
        test: {
          name: 'node',
          environment: 'node',
          // The house has no state of its own between two runs, so that files may share what they loaded.
          isolate: false,
          setupFiles: [...setupFiles, 'test/cli/as-found.setup.ts'],
          include: [...everywhere, ...nodeOnly],
          testTimeout: 30_000,
        },
      },
      {
        root,
        // Dependencies found in the middle of a run would reload the page under the tests.
        optimizeDeps: {
          include: [
            '@noble/ciphers/aes.js',
            '@noble/hashes/legacy.js',
            '@noble/hashes/sha2.js',
            '@noble/hashes/utils.js',
            'canonicalize',
            'fast-check',
            'immer',
            'saxes',
            'ts-fsrs',
            'xstate',
            'xstate/graph',
            'yaml',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          isolate: false,
          setupFiles,
          include: everywhere,
          // Every order of what can happen is walked in Node, and here only by the longer run of the laws.
          exclude: process.env['VITE_LAWS_TIMES'] === undefined ? ['test/laws/explore-life.test.ts'] : [],
          // The laws are tried at their full length in Node; here it is shown that this engine says the same.
          env: {
            VITE_LAWS_TIMES: process.env['VITE_LAWS_TIMES'] ?? '0.2',
            VITE_SEEDED_LINES: process.env['VITE_SEEDED_LINES'] ?? '8',
            VITE_WALKS_EVERY: process.env['VITE_WALKS_EVERY'] ?? '6',
            ...(digests === undefined ? {} : { VITE_LESSON_DIGESTS: digests }),
          },
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        root,
        test: {
          name: 'inspector',
          setupFiles,
          environment: 'node',
          include: ['test/inspector/**/*.test.ts'],
          // A browser on a busy machine can be late once; what is wrong is wrong twice, and the report names the retry.
          retry: 1,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        plugins: [withNodeDigest],
        test: {
          name: 'verify',
          setupFiles,
          environment: 'node',
          include: ['test/verify/**/*.test.ts'],
          testTimeout: 30 * 60_000,
          hookTimeout: 30 * 60_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
