/** What is wrong with an input, where, and what to do about it. Lines and columns count from 1. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** The words of the offending line, without line end. */
  readonly excerpt?: string;
  readonly message: string;
  /** What to write or do instead. */
  readonly advice?: string;
}

/** Input that cannot be played: shown to the person without a stack; exit code 2. */
export class InputError extends Error {
  override readonly name = 'InputError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n'));
    this.problems = problems;
  }
}

const MAX_EXCERPT_LENGTH = 120;

export function formatProblem(problem: Problem): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const lines = [`${place}: ${problem.message}`];
  if (problem.excerpt !== undefined && problem.line !== undefined) {
    const prefix = `  ${problem.line} | `;
    lines.push(`${prefix}${problem.excerpt.slice(0, MAX_EXCERPT_LENGTH)}`);
    if (problem.column !== undefined && problem.column <= MAX_EXCERPT_LENGTH)
      lines.push(`${' '.repeat(prefix.length + problem.column - 1)}^`);
  }
  if (problem.advice) lines.push(`  ${problem.advice}`);
  return lines.join('\n');
}
