import type { Fact } from './fact.ts';
import { BLOCKS } from '../case/situation.ts';

/** How the restore itself went. */
export const COURSE_FACTS = {
  'restore.blocked': {
    title: 'The restore',
    group: 'the course of the restore',
    values: { none: 'was not held up', ...BLOCKS },
    read: ({ situation }) => situation.blocked ?? 'none',
    perItem: false,
    ask: 'What did the screen say when the restore did not begin?',
    changeable: 'now',
  },
  'restore.ended': {
    title: 'The restore',
    group: 'the course of the restore',
    values: {
      running: 'is still running',
      finished: 'reached its end',
      stopped: 'was stopped by the person',
      failed: 'broke off with an error',
      'never-started': 'never began',
      'story-ended': 'was still running when the story ended',
    },
    read: ({ situation }) => situation.ended,
    perItem: false,
    ask: 'Does the iCloud Backup setting still show Stop Restoring?',
    changeable: 'now',
  },
} as const satisfies Record<string, Fact>;
