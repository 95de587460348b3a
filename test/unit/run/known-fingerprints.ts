/**
 * The fingerprints of the showcase scenario, asserted in Node and in Chromium alike: the same bytes on every engine.
 * They change with every rule, machine or word of the journal that the scenario touches. When such a change was
 * meant, run
 * `npm run vitest -- --project node test/unit/run/known-answer.test.ts`, read in the failure what came instead, and
 * write it here.
 */
export const KNOWN = {
  scenario: 'showcase/new-iphone-icloud-photos-on',
  outcome: 'ba126a68366a225f8b5bfa61131c7fa88f6ceb309108b9dd027b8af03dfe9c49',
  journal: '2269747d42c45d370d072b46f5a14403c0e745153dd2cac00b0bf2ef5d274c7b',
} as const;
