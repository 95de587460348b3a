import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import { must } from '../model/must.ts';
import { nameOfKey, startOf } from './plain-reader.ts';
import type { Position } from './positions.ts';
import type { YamlSource } from './read-yaml.ts';

/** Where a file without contents is at fault. */
const START_OF_FILE = 0;

/** Finds the places of parts of one file: its key for an unknown key, the parent's for a missing part. */
export class Locator {
  readonly #source: YamlSource;
  /** Large groups are asked for many of their keys. */
  readonly #pairs = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();

  constructor(source: YamlSource) {
    this.#source = source;
  }

  positionOf(path: readonly PropertyKey[], at: 'value' | 'key' = 'value'): Position {
    let found: Node | null = this.#source.nodes().document.contents;
    let node: unknown = found;
    for (const [depth, step] of path.entries()) {
      node = this.#resolved(node);
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair = this.#pairsOf(node).get(String(step));
        if (!pair) break;
        const key = pair.key as Node;
        found = last && at === 'key' ? key : ((pair.value as Node | null) ?? key);
        node = pair.value;
      } else if (isSeq(node)) {
        const child = node.items[Number(step)] as Node | undefined;
        if (!child) break;
        found = child;
        node = child;
      } else break;
    }
    const { line, col } = this.#source.nodes().counter.linePos(found ? startOf(found) : START_OF_FILE);
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** A single value as it is written; undefined for lists and groups. */
  sourceOf(path: readonly PropertyKey[]): string | undefined {
    let node: unknown = this.#source.nodes().document.contents;
    for (const step of path) {
      const at = this.#resolved(node);
      node = isMap(at) ? this.#pairsOf(at).get(String(step))?.value : isSeq(at) ? at.items[Number(step)] : undefined;
    }
    const value = this.#resolved(node);
    return isScalar(value) ? must(value.source, 'the text of a value').slice(0, 100) : undefined;
  }

  #resolved(node: unknown): unknown {
    return isAlias(node) ? this.#source.nodes().targets.get(node) : node;
  }

  #pairsOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    let pairs = this.#pairs.get(map);
    if (!pairs) {
      // Whatever else might be a key was refused when the file was read.
      const named = map.items.map((pair) => [nameOfKey(this.#resolved(pair.key) as Scalar), pair] as const);
      this.#pairs.set(map, (pairs = new Map(named)));
    }
    return pairs;
  }
}
