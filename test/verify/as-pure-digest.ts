/** What src/run/journal.ts takes for the pure one in long proofs: test/cli/digest.test.ts holds both to one answer. */
export { nodeDigest as pureDigest } from '../../src/cli/digest.ts';
