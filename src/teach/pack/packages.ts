import { courseStructure } from './course-structure.ts';
import { type CourseLesson, courseTitle, PLAYER_PAGE } from './course.ts';
import { manifest12 } from './manifest12.ts';
import { manifest2004 } from './manifest2004.ts';
import type { PackageWord } from './package-kinds.ts';
import { type PackedLessons, playerPage, type PlayerKit } from './player-page.ts';
import { zipped } from './zip.ts';

/** The file that an LMS reads first, and what it says. */
interface Manifest {
  readonly name: string;
  readonly text: (lessons: readonly CourseLesson[]) => string;
}

/** `null` where a person opens the page. */
const MANIFESTS: Readonly<Record<PackageWord, Manifest | null>> = {
  scorm12: { name: 'imsmanifest.xml', text: manifest12 },
  scorm2004: { name: 'imsmanifest.xml', text: manifest2004 },
  cmi5: { name: 'cmi5.xml', text: courseStructure },
  html: null,
  sheet: null,
};

/** The one file: equal lessons and an equal kit give equal bytes. */
export function packageOf(
  kind: PackageWord,
  kit: PlayerKit,
  packed: PackedLessons,
  lessons: readonly CourseLesson[],
): Uint8Array | string {
  const held = kind === 'sheet' ? { ...packed, sheets: true as const } : packed;
  const page = playerPage(kit, held, { title: courseTitle(lessons, 200), speaksCmi5: kind === 'cmi5' });
  const manifest = MANIFESTS[kind];
  return manifest ? zipped({ [manifest.name]: manifest.text(lessons), [PLAYER_PAGE]: page }) : page;
}
