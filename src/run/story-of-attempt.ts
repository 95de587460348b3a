import { must } from '../model/must.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import { linesOfAttempt } from './attempts-of.ts';
import type { JournalLine } from './journal-line.ts';
import type { LedgerRow } from './ledger.ts';
import { freshCaseFile } from './case-file-of.ts';
import type { Run } from './play.ts';
import { scenarioOfAttempt } from './attempt-scenario.ts';

/** One restore of a run as it ended, by itself. */
interface StoryOfAttempt {
  readonly simulation: { readonly file: CaseFile };
  readonly journal: { readonly lines: readonly JournalLine[] };
  readonly ledger: { readonly row: (id: string) => LedgerRow | undefined };
}

/** The story of one attempt, from 1: its own world, its own lines, and where its items ended. */
export function storyOfAttempt(run: Run, n: number): StoryOfAttempt {
  const { rows } = must(run.attempts[n - 1], `attempt ${n}`);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { book } = run.simulation.file;
  return {
    simulation: { file: freshCaseFile(scenarioOfAttempt(run.scenario, n).world, book) },
    journal: { lines: linesOfAttempt(run.journal.lines, n) },
    ledger: { row: (id) => byId.get(id) },
  };
}
