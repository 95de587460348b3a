import type { PreflightCheck } from '../import/preflight.ts';
import type { BackupSummary } from '../import/summary.ts';
import { hangingIndent, sanitise } from '../report/layout.ts';
import type { Paint } from '../report/paint.ts';
import { REFERENCES, type ReferenceId } from '../rulebook/evidence/references.ts';
import {
  SOURCES,
  type SourceKey,
  type Strength,
  STRENGTH_MEANING,
  STRENGTH_ORDER,
} from '../rulebook/evidence/sources.ts';

const SIGNS = {
  passed: { sign: '✓', word: 'passed', paint: 'good' },
  failed: { sign: '✗', word: 'fails', paint: 'bad' },
  'not-knowable': { sign: '?', word: 'not knowable from here', paint: 'warm' },
} as const satisfies Readonly<Record<PreflightCheck['state'], { sign: string; word: string; paint: keyof Paint }>>;

/** The checks in the order of the device, what a person would see where one fails, and the way out. */
export function preflightLines(
  { checks, notices }: BackupSummary,
  { paint, width }: { readonly paint: Paint; readonly width: number },
): string[] {
  return [
    ...checks.flatMap((check) => {
      const { sign, word, paint: colour } = SIGNS[check.state];
      const [first, ...rest] = hangingIndent(`${sign} `, `${check.title}: ${word}. ${sanitise(check.found)}`, width);
      return [
        paint[colour](first),
        ...rest,
        ...(check.state === 'failed'
          ? [
              ...hangingIndent('    ', `A person would see ${check.error}. ${sourcesInWords(check.cites)}`, width),
              ...hangingIndent('    ', `Way out: ${check.way}`, width),
            ]
          : []),
      ];
    }),
    ...notices.flatMap((notice) => hangingIndent('! ', sanitise(notice), width)),
  ];
}

/** The places that say so, and how far the strongest of them can be trusted. */
function sourcesInWords(cites: readonly ReferenceId[]): string {
  const keys = [...new Set(cites.flatMap((id): readonly SourceKey[] => REFERENCES[id].sources))];
  const strengths: Strength[] = keys.map((key) => SOURCES[key].strength);
  const strongest = STRENGTH_ORDER.find((strength) => strengths.includes(strength));
  const trust = strongest === undefined ? '' : ` (${STRENGTH_MEANING[strongest]})`;
  return `Source: ${keys.map((key) => SOURCES[key].title).join('; ')}${trust}.`;
}
