import type { CaseFile } from '../rulebook/case/case-file.ts';
import type { JournalLine } from './journal-line.ts';
import { Simulation, type Checkpoint } from './simulation.ts';

/** A story between two steps as one JSON text. Case files stand in it as their digests. */
export function writeDown(simulation: Simulation): string {
  const { lines, chain } = simulation.journal;
  const checkpoint: Checkpoint = {
    step: simulation.steps,
    now: simulation.now,
    lines,
    chain,
    actors: simulation.root.getPersistedSnapshot(),
  };
  return JSON.stringify({ file: simulation.file, ...checkpoint });
}

type Options = Omit<NonNullable<ConstructorParameters<typeof Simulation>[1]>, 'from'>;

/**
 * The story goes on where it was written down, with the same journal as if it had never stopped.
 * `files` are the case files of its attempts so far. Throws a TypeError for a text that was written with another
 * world or rule book.
 */
export function resume(text: string, files: readonly CaseFile[], options: Options = {}): Simulation {
  const read = JSON.parse(text, (_key, value: unknown) =>
    isDigest(value) ? fileOf(files, value.caseFile) : value,
  ) as Checkpoint & { file: CaseFile; lines: JournalLine[] };
  const { file, ...from } = read;
  return new Simulation(file, { ...options, from });
}

const isDigest = (value: unknown): value is { readonly caseFile: string } =>
  typeof (value as { caseFile?: unknown } | null)?.caseFile === 'string';

function fileOf(files: readonly CaseFile[], digest: string): CaseFile {
  const file = files.find((candidate) => candidate.digest === digest);
  if (!file) throw new TypeError('this story was written down with another world');
  return file;
}
