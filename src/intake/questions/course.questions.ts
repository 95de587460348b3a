import { happeningsIn, happeningsTold, scriptWith } from '../happenings.ts';
import type { QuestionRow } from '../question.ts';
import { setAt } from './at-path.ts';

/** What happened on the way. */
export const COURSE_QUESTIONS: readonly QuestionRow[] = [
  {
    id: 'course',
    card: 'course',
    ask: 'What happened on the way?',
    kind: 'several',
    options: (view) => happeningsIn(view),
    unasked: 'usual',
    read: ({ draft, stated }) => {
      const { script } = stated;
      return script === undefined && draft.basis === 'call' ? undefined : happeningsTold(script);
    },
    write: (draft, _part, said) => {
      if (said === undefined) return setAt(draft, ['script'], undefined);
      const happenings = typeof said === 'string' ? (said === '' ? [] : [said]) : said;
      return setAt(draft, ['script'], scriptWith(draft.stated['script'], happenings, draft.basis === 'call'));
    },
    open: (view) => ({ plays: ['', ...happeningsIn(view).map(({ value }) => value)] }),
    paths: () => [['script']],
  },
];
