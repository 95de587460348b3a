import { Command } from 'commander';
import { vi } from 'vitest';
import { register } from '../../src/cli/import.ts';
import { pretendTerminal } from './pretend-terminal.ts';

export interface ImportEnd {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The command as a shell would start it, in this process: starting one for each of many folders takes a minute. */
export async function importIn(args: readonly string[]): Promise<ImportEnd> {
  const before = process.exitCode;
  process.exitCode = 0;
  const restore = pretendTerminal(false);
  const said = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    vi.spyOn(process[name], 'write').mockImplementation((text) => {
      said[name] += String(text);
      return true;
    }),
  );
  try {
    const program = new Command().exitOverride();
    register(program);
    await program.parseAsync(['import', ...args], { from: 'user' });
    return { status: Number(process.exitCode), ...said };
  } finally {
    for (const spy of spies) spy.mockRestore();
    restore();
    process.exitCode = before;
  }
}
