import { courseStructure } from './course-structure.ts';
import { type CourseLesson, courseTitle, PLAYER_PAGE } from './course.ts';
import { manifest12 } from './manifest12.ts';
import { manifest2004 } from './manifest2004.ts';
import { type PackedLessons, playerPage, type PlayerKit } from './player-page.ts';
import { zipped } from './zip.ts';

interface PackageKind {
  /** For people, in help and in menus. */
  readonly title: string;
  readonly ending: string;
  readonly type: string;
  /** The file that an LMS reads first, and what it says; absent where a person opens the page. */
  readonly manifest?: readonly [name: string, text: (lessons: readonly CourseLesson[]) => string];
}

/** Everything a lesson can be handed out as. */
export const PACKAGE_KINDS = {
  scorm12: {
    title: 'SCORM 1.2, for nearly every LMS',
    ending: '.scorm12.zip',
    type: 'application/zip',
    manifest: ['imsmanifest.xml', manifest12],
  },
  scorm2004: {
    title: 'SCORM 2004, with the wording of every question',
    ending: '.scorm2004.zip',
    type: 'application/zip',
    manifest: ['imsmanifest.xml', manifest2004],
  },
  cmi5: {
    title: 'cmi5, for an LMS with a learning record store',
    ending: '.cmi5.zip',
    type: 'application/zip',
    manifest: ['cmi5.xml', courseStructure],
  },
  html: { title: 'One page that opens from disk', ending: '.html', type: 'text/html' },
  sheet: { title: 'Sheets and keys to print, for each code', ending: '.sheets.html', type: 'text/html' },
} as const satisfies Readonly<Record<string, PackageKind>>;
export type PackageWord = keyof typeof PACKAGE_KINDS;

/** The one file: equal lessons and an equal kit give equal bytes. */
export function packageOf(
  kind: PackageWord,
  kit: PlayerKit,
  packed: PackedLessons,
  lessons: readonly CourseLesson[],
): Uint8Array | string {
  const { manifest }: PackageKind = PACKAGE_KINDS[kind];
  const held = kind === 'sheet' ? { ...packed, sheets: true as const } : packed;
  const page = playerPage(kit, held, { title: courseTitle(lessons, 200), speaksCmi5: kind === 'cmi5' });
  if (!manifest) return page;
  const [name, text] = manifest;
  return zipped({ [name]: text(lessons), [PLAYER_PAGE]: page });
}
