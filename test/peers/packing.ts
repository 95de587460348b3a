import { readFileSync } from 'node:fs';
import type { Lesson } from '../../src/teach/lesson.ts';
import { loadLesson } from '../../src/teach/load-lesson.ts';
import type { PackageWord } from '../../src/teach/pack/package-kinds.ts';
import { packageOf } from '../../src/teach/pack/packages.ts';
import { packedLesson } from '../../src/teach/pack/packed-lessons.ts';
import type { PlayerKit } from '../../src/teach/pack/player-page.ts';

/** A lesson that is short enough to be played to its end again and again, with a title that no limit lets through. */
export const SHORT_ID = 'short';
const SHORT = `
title: ${'Größe „ganz“ & <gar> 中文 '.repeat(7).trim()}
why: Four things, two of which come back.
minutes: 5
pass: 50 %
teaches: { rules: [capture/after-backup] }
cases:
  one:
    customer: Things are missing.
    world:
      backups: [{ id: night, made: 2026-02-28 }]
      items:
        - { category: messages, bytes: 2 GB }
        - { category: voice-memos, count: 14, bytes: 90 MB, created: 2026-03-01 }
        - { category: call-history }
        - { id: drawings, category: local-files, title: Zeichnungen „中“, count: 40, bytes: 1 MB }
    vary: { backups.night.made: [2026-02-28, 2026-02-20] }
tasks:
  - predict: one
    ask: [fate]
  - predict: one
    ask: [fate, gate]
`;

export const shortLesson = (): Lesson => loadLesson(SHORT, 'short.yaml', SHORT_ID, { scenario: () => undefined });

export const builtKit = (): PlayerKit => JSON.parse(readFileSync('dist/lesson-kit.json', 'utf8')) as PlayerKit;

export const packedShort = (kind: PackageWord, code?: string): Uint8Array | string => {
  const lesson = shortLesson();
  const packed = {
    lessons: { [lesson.id]: packedLesson(lesson, () => undefined) },
    ...(code === undefined ? {} : { codes: [code] }),
  };
  return packageOf(kind, builtKit(), packed, [lesson]);
};
