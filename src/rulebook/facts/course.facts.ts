import type { Fact } from './fact.ts';
import { type Block, BLOCKS } from '../case/blocks.ts';

/** Each reason as words that fit behind “The restore”. */
const HELD_UP = Object.fromEntries(
  Object.entries(BLOCKS).map(([block, says]) => [block, `did not go on: ${says}`]),
) as Readonly<Record<Block, string>>;

/** How the restore itself went. */
export const COURSE_FACTS = {
  'restore.blocked': {
    title: 'The restore',
    group: 'the course of the restore',
    values: { none: 'was not held up', ...HELD_UP },
    read: ({ situation }) => situation.blocked ?? 'none',
    perItem: false,
    ask: 'What did the screen say when the restore did not begin?',
    changeable: 'now',
  },
  'restart.forced': {
    title: 'The forced restart while data were moved into place',
    group: 'the course of the restore',
    values: { none: 'was none, or left everything whole', lost: 'left nothing of what had been laid ready' },
    read: ({ file, situation }) => {
      if (situation.restartForced !== true) return 'none';
      const left = file.world.device.forcedRestart;
      return left === 'whole' ? 'none' : left;
    },
    perItem: false,
    ask: 'Are messages and settings there, now that the Home Screen has come?',
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
