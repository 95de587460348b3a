import { hangingIndent, padEnd, sanitise, widthOf } from './layout.ts';
import { themeOf } from './check-report.ts';
import type { Page } from './story-text.ts';

/** One scenario in a list. */
export interface Listed {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly edition: string;
  readonly route: string;
  readonly shows: readonly string[];
}

/** One lesson in a list. */
export interface ListedAsLesson {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly minutes: number;
  /** What the learner does, in order. */
  readonly tasks: readonly string[];
}

/** Lessons in their order, each with what the learner does. */
export function lessonsAsText(lessons: readonly ListedAsLesson[], { paint, width }: Page): string {
  return [
    `${paint.heading('Lessons')}  ${paint.faint(String(lessons.length))}`,
    ...lessons.flatMap(({ id, title, minutes, tasks }) => [
      ...hangingIndent(`  ${padEnd(sanitise(id), ROOM)}`, `${sanitise(title)} (${minutes} minutes)`, width),
      ...hangingIndent(' '.repeat(ROOM + 2), tasks.join(', '), width).map(paint.faint),
    ]),
    '',
  ].join('\n');
}
const ROOM = 36;

/** Scenarios under their themes, each with the behaviours it shows. */
export function listAsText(scenarios: readonly Listed[], { paint, width }: Page): string {
  const themes = [...new Set(scenarios.map(({ id }) => themeOf(id)))];
  const lines = themes.flatMap((theme) => {
    const own = scenarios.filter(({ id }) => themeOf(id) === theme);
    return [
      '',
      `${paint.heading(sanitise(theme))}  ${paint.faint(String(own.length))}`,
      ...own.flatMap((each) => rowOf(each, paint.faint, width)),
    ];
  });
  return [
    ...lines.slice(1),
    '',
    `${scenarios.length} ${scenarios.length === 1 ? 'scenario' : 'scenarios'} in ${themes.length} ` +
      `${themes.length === 1 ? 'theme' : 'themes'}`,
    '',
  ].join('\n');
}

function rowOf({ id, title, edition, route, shows }: Listed, faint: (text: string) => string, width: number): string[] {
  const name = sanitise(id.split('/').at(-1) ?? id);
  const room = Math.min(48, Math.max(20, Math.floor(width * 0.45)));
  const era = [...(edition === 'modern' ? [] : [edition]), ...(route === 'icloud' ? [] : [route])];
  const words = `${sanitise(title)}${era.length === 0 ? '' : ` (${era.join(', ')})`}`;
  const first =
    widthOf(name) > room - 2
      ? [`  ${name}`, ...hangingIndent(' '.repeat(room + 2), words, width)]
      : hangingIndent(`  ${padEnd(name, room)}`, words, width);
  return shows.length === 0
    ? first
    : [...first, ...hangingIndent(' '.repeat(room + 2), shows.join(' '), width).map(faint)];
}
