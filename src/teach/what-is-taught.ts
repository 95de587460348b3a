import type { Fate } from '../model/fates.ts';
import { fatesOf } from './confusions.ts';
import type { Lesson } from './lesson.ts';
import type { LessonFault } from './lesson-fault.ts';

/** What a lesson shows to many learners. */
export interface LessonShown {
  /** Rules that decide about something that is asked about, shown or looked for. */
  readonly rules: ReadonlySet<string>;
  readonly gates: ReadonlySet<string>;
  /** Fates that are met in the course of one task. */
  readonly together: readonly ReadonlySet<Fate>[];
}

/** What a lesson says it teaches and what no learner has met. */
export const notShown = ({ teaches }: Lesson, { rules, together }: LessonShown, learners: number): LessonFault[] => [
  ...teaches.rules.flatMap((rule, at): LessonFault[] =>
    rules.has(rule)
      ? []
      : [
          {
            path: ['teaches', 'rules', String(at)],
            expected: `a variant in which “${rule}” decides about something that is asked about`,
            got: `none among ${learners} learners`,
          },
        ],
  ),
  ...teaches.confusions.flatMap((confusion, at): LessonFault[] => {
    const [said, is] = fatesOf(confusion);
    if (together.some((met) => met.has(said) && met.has(is))) return [];
    return [
      {
        path: ['teaches', 'confusions', String(at)],
        expected: `a task in which something is “${said}” and something else “${is}”`,
        got: `none among ${learners} learners`,
      },
    ];
  }),
];
