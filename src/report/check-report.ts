import { listedOr, saidOr } from '../model/listed.ts';
import { must } from '../model/must.ts';
import type { Problem } from '../model/problem.ts';
import type { Miss } from '../run/expected.ts';
import { hangingIndent, padEnd, sanitise, widthOf } from './layout.ts';
import type { Paint } from './paint.ts';
import type { Page } from './story-text.ts';

/** One line of the scenario file, counted from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** What a check found for one scenario file. */
export interface CheckedFile {
  readonly scenario: string;
  readonly file: string;
  readonly ok: boolean;
  /** The file could not be played at all; `problems` says why. */
  readonly broken: readonly Problem[];
  /** What broke it is a fault of the program. */
  readonly fault?: true;
  /** The file says nothing of what is to come: it played the same twice, and that is all. */
  readonly expects?: false;
  /** For a lesson: by how many learners it was played. */
  readonly learners?: number;
  readonly problems: readonly (Miss & Place)[];
  readonly seconds: number;
}

export const totalsOf = (results: readonly CheckedFile[]): { total: number; passed: number; failed: number } => {
  const passed = results.filter(({ ok }) => ok).length;
  return { total: results.length, passed, failed: results.length - passed };
};

export function checkAsJson(results: readonly CheckedFile[]): unknown {
  return {
    ...totalsOf(results),
    results: results.map(({ scenario, file, ok, expects, learners, problems, broken }) => ({
      scenario,
      file,
      ...(learners === undefined ? {} : { learners }),
      ok,
      ...(expects === false ? { expects } : {}),
      problems: [
        ...problems,
        ...broken.map(({ line = 1, column = 1, message, advice }) => ({
          about: 'the file',
          expected: advice ?? 'a scenario that can be played',
          got: message,
          line,
          column,
        })),
      ],
    })),
  };
}

/** `photos › gate` for an item of the first restore; elsewhere the path as it is written: `attempts[0].same`. */
const aboutInWords = (about: string): string =>
  about.startsWith('items.')
    ? about.slice('items.'.length).replaceAll('.', ' › ')
    : about.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');

/** Failures with a diff for each miss, then the count. */
export function checkAsText(results: readonly CheckedFile[], { paint, width }: Page, seconds: number): string {
  const lines = results.filter(({ ok }) => !ok).flatMap((result) => ['', ...failureAsText(result, paint, width)]);
  const { total, passed, failed } = totalsOf(results);
  const verdict =
    failed === 0 ? paint.good(`✓ ${passed} passed`) : `${paint.bad(`✗ ${failed} failed`)}, ${passed} passed`;
  const lessons = results.map(({ learners }) => learners).filter((learners) => learners !== undefined);
  const played =
    lessons.length === 0
      ? 'each played twice'
      : lessons.length === results.length
        ? `each played by ${Math.min(...lessons)} learners or more`
        : `each played twice, the ${lessons.length} lessons by ${Math.min(...lessons)} learners or more`;
  const silent = results.filter(({ expects }) => expects === false);
  return [
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...silent.map(({ scenario }) => paint.faint(`· ${sanitise(scenario)}: no expectation; “run --record” writes one`)),
    `${verdict}, ${total} in all, ${played}, in ${seconds.toFixed(1)} s`,
  ].join('\n');
}

function failureAsText({ scenario, file, broken, problems }: CheckedFile, paint: Paint, width: number): string[] {
  return [
    `${paint.bad('✗')} ${paint.title(sanitise(scenario))}`,
    ...broken.flatMap(({ line = 1, column = 1, message, advice, excerpt }) => [
      `  ${paint.faint(`${sanitise(file)}:${line}:${column}`)}`,
      ...hangingIndent('    ', sanitise(message), width),
      ...(excerpt === undefined ? [] : [paint.faint(`    ${line} | ${sanitise(excerpt).slice(0, width - 12)}`)]),
      ...(advice === undefined ? [] : hangingIndent('    ', sanitise(advice), width)),
    ]),
    ...problems.flatMap(({ line, column, about, expected, got }) => [
      [
        `  ${padEnd(sanitise(aboutInWords(about)), Math.max(0, 40 - widthOf(file)))}`,
        paint.faint(`${sanitise(file)}:${line}:${column}`),
      ].join('  '),
      ...hangingIndent('    ', `- ${orNothing(sanitise(expected))}`, width).map(paint.good),
      ...hangingIndent('    ', `+ ${orNothing(sanitise(got))}`, width).map(paint.bad),
    ]),
    ...(problems.length > 0 ? [paint.faint('  - expected, + what the run showed')] : []),
  ];
}

// Characters that XML 1.0 does not allow at all, lone surrogates included.
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const XML_ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};
const xml = (text: string): string =>
  text.replaceAll(NOT_XML, '\uFFFD').replaceAll(/[&<>"'\n\r\t]/g, (character) => XML_ESCAPES[character] ?? character);

/** JUnit's XML: a suite for each theme, a case for each scenario. */
export function checkAsJunit(results: readonly CheckedFile[]): string {
  const { total, failed } = totalsOf(results);
  const seconds = (cases: readonly CheckedFile[]): string =>
    cases.reduce((sum, each) => sum + each.seconds, 0).toFixed(3);
  const themes = groupByTheme(results);
  const suites = [...themes].flatMap(([theme, cases]) => [
    `  <testsuite name="${xml(theme)}" tests="${cases.length}" ` +
      `failures="${cases.filter(({ ok }) => !ok).length}" errors="0" skipped="0" time="${seconds(cases)}">`,
    ...cases.flatMap(caseAsJunit),
    '  </testsuite>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="restore-sim" tests="${total}" failures="${failed}" errors="0" time="${seconds(results)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function groupByTheme(results: readonly CheckedFile[]): Map<string, CheckedFile[]> {
  const themes = new Map<string, CheckedFile[]>();
  for (const result of results) {
    const theme = themeOf(result.scenario);
    const cases = themes.get(theme);
    if (cases) cases.push(result);
    else themes.set(theme, [result]);
  }
  return themes;
}

/** An empty list that was expected or got would be nothing to read. */
const orNothing = (words: string): string => saidOr('(nothing)', words);

/** The folder part of a scenario's id; `scenarios` for a file without one. */
export const themeOf = (scenario: string): string => listedOr('scenarios', scenario.split('/').slice(0, -1), '/');

function caseAsJunit({ scenario, file, ok, broken, fault, problems, seconds }: CheckedFile): string[] {
  const open =
    `    <testcase name="${xml(scenario)}" classname="${xml(themeOf(scenario))}" file="${xml(file)}" ` +
    `time="${seconds.toFixed(3)}"`;
  if (ok) return [`${open}/>`];
  const messages = [
    ...broken.map(({ line = 1, column = 1, message }) => `${file}:${line}:${column}: ${message}`),
    ...problems.map(
      ({ line, column, about, expected, got }) =>
        `${file}:${line}:${column}: ${about}: expected ${orNothing(expected)}, got ${orNothing(got)}`,
    ),
  ];
  const first = must(messages[0], 'what a failure is');
  const kind = fault ? 'fault of the program' : broken.length > 0 ? 'broken file' : 'expectation';
  return [
    `${open}>`,
    `      <failure message="${xml(first)}" type="${kind}">${xml(messages.join('\n'))}</failure>`,
    '    </testcase>',
  ];
}

const githubText = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const githubProperty = (text: string): string => githubText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

const annotate = (file: string, line: number, column: number, title: string, text: string): string =>
  `::error file=${githubProperty(file)},line=${line},col=${column},title=${githubProperty(title)}::${githubText(text)}`;

/** Annotations for GitHub's checks: one for each miss, at the line of the expectation. */
export function checkAsGithub(results: readonly CheckedFile[]): string {
  const lines = results.flatMap(({ scenario, file, broken, problems }) => [
    ...broken.map(({ line = 1, column = 1, message, advice }) =>
      annotate(file, line, column, scenario, advice === undefined ? message : `${message}\n${advice}`),
    ),
    ...problems.map(({ line, column, about, expected, got }) =>
      annotate(file, line, column, `${scenario}: ${about}`, `expected ${orNothing(expected)}\ngot ${orNothing(got)}`),
    ),
  ]);
  const { total, passed, failed } = totalsOf(results);
  return [...lines, `${total} ${total === 1 ? 'scenario' : 'scenarios'}: ${passed} passed, ${failed} failed`].join(
    '\n',
  );
}
