import { describe, expect, test } from 'vitest';
import { fingerprintsBy, SAMPLES } from '../cli/fingerprints.ts';
import { NODES, nodeOf } from './nodes.ts';

describe.each(NODES)('Node %s', (version) => {
  test.for(SAMPLES)('gives the same fingerprints for %s as the Node of this test', (file, { skip }) => {
    const node = nodeOf(version);
    if (node === undefined) return skip(`Node ${version} cannot be had here`);
    expect(fingerprintsBy(node, file)).toEqual(fingerprintsBy(process.execPath, file));
  });
});
