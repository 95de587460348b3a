import * as fc from 'fast-check';
import { must } from '../../src/model/must.ts';
import type { Names } from './scripts.ts';
import type { Stated } from './worlds.ts';

/** Where the worlds of a law come from: put together by chance, or imported from backups that were made by chance. */
export type Source = 'generated' | 'imported';

let now: Source = 'generated';
let drawn = 0;

/** Draws from one source as long as `act` takes, and tells how many worlds were drawn. */
export async function drawingFrom(source: Source, act: () => Promise<void>): Promise<number> {
  now = source;
  drawn = 0;
  try {
    await act();
    return drawn;
  } finally {
    now = 'generated';
  }
}

interface ImportedWorlds {
  readonly worlds: fc.Arbitrary<Stated>;
  readonly names: Names;
}

let imports: ImportedWorlds | undefined;

/** They are made by what Node alone has, and laws run in browsers too: whoever has them hands them in. */
export const haveImports = (made: ImportedWorlds): void => void (imports = made);
export const importedWorlds = (): ImportedWorlds => must(imports, 'imported worlds');

/** Both sources behind one: a law is stated once, and tried over the worlds of either. */
export class OfEitherSource<T> extends fc.Arbitrary<T> {
  readonly #sources: Readonly<Record<Source, () => fc.Arbitrary<T>>>;
  readonly #begun = new Map<Source, fc.Arbitrary<T>>();

  constructor(sources: Readonly<Record<Source, () => fc.Arbitrary<T>>>) {
    super();
    this.#sources = sources;
  }

  #current(): fc.Arbitrary<T> {
    const known = this.#begun.get(now);
    if (known) return known;
    const source = this.#sources[now]();
    this.#begun.set(now, source);
    return source;
  }

  override generate(chance: fc.Random, bias: number | undefined): fc.Value<T> {
    drawn += 1;
    return this.#current().generate(chance, bias);
  }

  override canShrinkWithoutContext(value: unknown): value is T {
    return this.#current().canShrinkWithoutContext(value);
  }

  override shrink(value: T, context: unknown): fc.Stream<fc.Value<T>> {
    return this.#current().shrink(value, context);
  }
}
