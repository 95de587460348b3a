import { stringify } from 'yaml';
import { copiesOffered } from '../../rulebook/tables/copies.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { Run } from '../../run/play.ts';

/** As much of a run as a record needs: a played scenario, or one that a person took by hand. */
export type Recorded = Pick<Run, 'scenario' | 'attempts' | 'journal' | 'world' | 'ledger'>;

/**
 * A run as the text of a scenario file whose expectations are what was observed, for a person to read and accept.
 * `script` takes the place of the stated one when a person took the restore by hand.
 */
export function recordToScenario(run: Recorded, script?: readonly Readonly<Record<string, unknown>>[]): string {
  const { script: stated, attempts, expect: _expect, ...rest } = run.scenario.stated;
  const entries = script ?? (stated as readonly unknown[] | undefined);
  const text = stringify(
    {
      ...rest,
      ...(entries === undefined || entries.length === 0 ? {} : { script: entries }),
      ...(attempts === undefined ? {} : { attempts }),
      expect: observed(run),
    },
    { lineWidth: 140, flowCollectionPadding: true },
  );
  return `# Recorded from a run. Read the expectations below and keep them only if they are right.\n${text}`;
}

/** What a run showed, in the words of \`expect\`. */
export function observed(run: Recorded): Record<string, unknown> {
  const { lines } = run.journal;
  const first = run.attempts[0];
  const names = (read: (line: JournalLine) => string | undefined): string[] =>
    [...new Set(lines.flatMap((line) => read(line) ?? []))].toSorted();
  const refused = names((line) => (line.type === 'refused' ? line.event : undefined));
  const offered = copiesOffered(
    run.world,
    new Set(run.ledger.rows.filter(({ from }) => from === null).map(({ id }) => id)),
  )
    .map(({ kind }) => kind)
    .toSorted();
  return {
    outcome: first?.outcome ?? 'in-progress',
    items: Object.fromEntries((first?.rows ?? []).flatMap((row) => expectationOf(row))),
    alerts: names((line) => (line.type === 'alert.raised' ? line.alert : undefined)),
    prompts: names((line) => (line.type === 'prompt.shown' ? line.prompt : undefined)),
    ...(refused.length === 0 ? {} : { refused }),
    ...(offered.length === 0 ? {} : { offered }),
    ...(run.attempts.length < 2
      ? {}
      : {
          attempts: run.attempts.slice(1).map(({ fingerprint, rows }) => ({
            same: fingerprint === first?.fingerprint,
            items: Object.fromEntries(rows.flatMap((row) => expectationOf(row))),
          })),
        }),
  };
}

function expectationOf({ id, fate, gate, rule, also }: LedgerRow): [string, unknown][] {
  if (fate === null) return [];
  if (rule === null) return [[id, fate]];
  return [[id, { fate, gate, rule, ...(also.length === 0 ? {} : { also: [...also] }) }]];
}
