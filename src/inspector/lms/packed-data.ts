import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { Lesson } from '../../teach/lesson.ts';
import { lessonOfPacked } from '../../teach/pack/packed-lessons.ts';
import { PACKED, type PackedLessons } from '../../teach/pack/player-page.ts';
import { readAttempt } from '../../teach/attempt.ts';

/** What this page was packed with. */
export const packedHere = (): PackedLessons =>
  JSON.parse(must(document.getElementById(PACKED)?.textContent, 'what this page was packed with')) as PackedLessons;

/** The lesson that the page is opened for; `null` where several are in it and none is named. */
export function lessonToOpen({ lessons }: PackedLessons, search: string): Lesson | null {
  const ids = Object.keys(lessons);
  const named = new URLSearchParams(search).get('lesson');
  const id = ids.length === 1 ? ids[0] : ids.find((one) => one === named);
  return id === undefined ? null : packedLessonNamed({ lessons }, id);
}

export const packedLessonNamed = ({ lessons }: Pick<PackedLessons, 'lessons'>, id: string): Lesson =>
  lessonOfPacked(id, must(lessons[id], `the lesson ${id}`));

/** Without letters and digits that are mistaken for others. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const CODE_LENGTH = 6;

/**
 * The learner's code: the one that an earlier visit was answered with, or out of what the LMS gives instead of a name,
 * or by chance. Of a list that the trainer made, everybody gets one.
 */
export function codeFor({ codes }: PackedLessons, found: { resume: string | null; code: string | null }): string {
  const before = found.resume === null ? null : learnerIn(found.resume);
  if (before !== null) return before;
  const bytes = sha256(utf8ToBytes(found.code === null ? crypto.randomUUID() : found.code));
  if (codes) return must(codes[new DataView(bytes.buffer, bytes.byteOffset).getUint32(0) % codes.length], 'a code');
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => LETTERS.charAt(byte % LETTERS.length)).join('');
}

function learnerIn(text: string): string | null {
  try {
    return readAttempt(text).learner;
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
