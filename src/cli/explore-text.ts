import type { Explored } from '../insight/explore/explore.ts';
import type { LawResult } from '../insight/explore/laws/law.ts';
import { formatCount } from '../model/bytes.ts';
import { hangingIndent, table } from '../report/layout.ts';
import type { Sheet } from './why-text.ts';

/** What was explored and how the laws fared; for a broken law the shortest way to it, as a scenario file. */
export function exploredAsText(
  parts: readonly Explored[],
  laws: readonly LawResult[],
  seconds: number,
  { paint, width }: Sheet,
): string {
  const states = parts.reduce((sum, part) => sum + part.states, 0);
  const rows = parts.map(({ name, states: found, transitions, complete }) => [
    complete ? name : `${name} (stopped)`,
    formatCount(found),
    formatCount(transitions),
  ]);
  const broken = laws.filter(({ holds }) => !holds);
  return [
    paint.heading('Explored'),
    ...table(
      [
        { title: 'world', gives: true },
        { title: 'states', align: 'right' },
        { title: 'transitions', align: 'right' },
      ],
      rows,
      width,
    ),
    '',
    paint.heading('Laws'),
    ...laws.flatMap((law) => lawLines(law, width)),
    '',
    `${formatCount(states)} states in ${seconds.toFixed(1)} s, ${formatCount(Math.round(states / seconds))} ` +
      'a second. ' +
      `${broken.length === 0 ? 'Every law holds.' : `${broken.length} of ${laws.length} laws do not hold.`}`,
    ...(parts.every(({ complete }) => complete) ? [] : ['It was stopped: what is left out was not explored.']),
  ].join('\n');
}

function lawLines({ name, says, holds, states, broken }: LawResult, width: number): string[] {
  const head = hangingIndent(`  ${holds ? '✓' : '✗'} `, `${name} (${formatCount(states)}): ${says}`, width);
  if (!broken) return head;
  return [
    ...head,
    ...hangingIndent('      ', `In “${broken.world}”: ${broken.because}.`, width),
    ...(broken.path.length > 0 ? hangingIndent('      The shortest way: ', broken.path.join(' → '), width) : []),
    ...(broken.scenario === undefined
      ? []
      : ['      As a scenario file:', ...broken.scenario.split('\n').map((line) => `        ${line}`)]),
  ];
}
