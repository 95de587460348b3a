import { REFERENCES } from '../rulebook/evidence/references.ts';
import type { BackupSummary } from '../import/summary.ts';

/** The answer as one object: the same that is printed, and the scenario as its file would state it. */
export function importAsJson({ scenario: _played, stated, checks, ...summary }: BackupSummary): unknown {
  return {
    ...summary,
    checks: checks.map((check) => ({ ...check, sources: check.cites.flatMap((id) => [...REFERENCES[id].sources]) })),
    scenario: stated,
  };
}
