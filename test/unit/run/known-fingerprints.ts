/**
 * The fingerprints of the showcase scenario, asserted in Node and in Chromium alike: the same bytes on every engine.
 * They change with every rule, machine or word of the journal that the scenario touches. When such a change was
 * meant, run
 * `npm run vitest -- --project node test/unit/known-answer.test.ts`, read in the failure what came instead, and
 * write it here.
 */
export const KNOWN = {
  scenario: 'showcase/new-iphone-icloud-photos-on',
  outcome: 'ba126a68366a225f8b5bfa61131c7fa88f6ceb309108b9dd027b8af03dfe9c49',
  journal: '792b3a68f970a85540b08e422bca6b06a17eb17ebcfe7d4ee5e315c084f2d3a9',
} as const;
