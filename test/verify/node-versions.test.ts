import { describe, expect, test } from 'vitest';
import { fingerprintsBy, SAMPLES } from '../cli/fingerprints.ts';
import { nodeOf } from './other-nodes.ts';

const VERSIONS = ['20.19.0', '22.12.0', '22.23.3', '24.0.0', '24.21.0'];

describe.each(VERSIONS)('Node %s', (version) => {
  test.for(SAMPLES)('gives the same fingerprints for %s as the Node of this test', (file, { skip }) => {
    const node = nodeOf(version);
    if (node === undefined) return skip(`Node ${version} cannot be had here`);
    expect(fingerprintsBy(node, file)).toEqual(fingerprintsBy(process.execPath, file));
  });
});
