import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../src/model/problem.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { mutatedText } from '../laws/mutated-texts.ts';

/** Milliseconds in which a text of some kilobytes has been judged, on any computer and under any load. */
const LONGEST = 10_000;

export const bases = (): readonly string[] =>
  readdirSync('scenarios', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.yaml') && !name.startsWith('real'))
    .toSorted()
    .map((name) => readFileSync(join('scenarios', name), 'utf8'));

export interface Campaign {
  readonly loaded: number;
  readonly refused: number;
  /** Texts that broke the loader, each with what it did. */
  readonly broken: readonly string[];
}

/** Loads mutated texts: each is read or refused with a place, soon, and nothing else ever happens. */
export function campaign(texts: number, seed: number, from = 0): Campaign {
  const whole = bases();
  const broken: string[] = [];
  let [loaded, refused] = [0, 0];
  for (let n = from; n < from + texts && broken.length < 10; n += 1) {
    const text = mutatedText(whole, seed, n);
    const began = performance.now();
    const wrong = judge(
      text,
      () => (loaded += 1),
      () => (refused += 1),
    );
    const took = performance.now() - began;
    const trouble = wrong ?? (took > LONGEST ? `it took ${Math.round(took)} ms` : undefined);
    if (trouble !== undefined) broken.push(`text ${n} of seed ${seed}: ${trouble}\n${text.slice(0, 2000)}`);
  }
  return { loaded, refused, broken };
}

function judge(text: string, onLoaded: () => void, onRefused: () => void): string | undefined {
  try {
    loadScenario(text, 'mutated.yaml');
    onLoaded();
    return undefined;
  } catch (error) {
    if (!(error instanceof InputError)) return String(error);
    onRefused();
    if (error.problems.length === 0) return 'it is refused without a reason';
    return error.problems.map(troubleIn).find((trouble) => trouble !== undefined);
  }
}

function troubleIn({ line = 0, column = 0, message, advice = '' }: InputError['problems'][number]): string | undefined {
  if (!(line >= 1 && column >= 1)) return `no place: ${line}:${column}: ${message}`;
  if (message === '' || /\[object|undefined|NaN/.test(`${message} ${advice}`)) return `no reason: ${message}`;
  return undefined;
}
