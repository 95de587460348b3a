import type { Lesson } from '../../teach/lesson.ts';
import { PACKAGE_KINDS, type PackageWord } from '../../teach/pack/package-kinds.ts';
import { packageOf } from '../../teach/pack/packages.ts';
import { packedLesson } from '../../teach/pack/packed-lessons.ts';
import type { PlayerKit } from '../../teach/pack/player-page.ts';
import { saveBlob } from '../export/save.ts';
import { ownLesson } from '../lesson/own-lesson.ts';
import { lessonBeside } from '../lesson/lessons-beside.ts';

/** Where the built player lies, beside the page itself. */
const KIT = 'lesson-kit.json';

/** The same file as the command line makes of this lesson. Throws an Error in plain words where there is no player. */
export async function packInPage(id: string, kind: PackageWord, codes: readonly string[]): Promise<void> {
  const [lesson, kit] = await Promise.all([lessonNamed(id), fetchedKit()]);
  const { ending, type } = PACKAGE_KINDS[kind];
  const packed = {
    lessons: { [id]: packedLesson(lesson, (name) => scenarioIn(lesson, name)) },
    ...(codes.length === 0 ? {} : { codes }),
  };
  const file = packageOf(kind, kit, packed, [lesson]);
  saveBlob(`${id}${ending}`, new Blob([file as BlobPart], { type }));
}

async function lessonNamed(id: string): Promise<Lesson> {
  const lesson = ownLesson(id) ?? (await lessonBeside(id));
  if (!lesson) throw new Error('There is no lesson of this name beside the page.');
  return lesson;
}

/** A case that names a scenario holds it. */
const scenarioIn = ({ cases }: Lesson, name: string) =>
  Object.values(cases).find(({ scenario }) => scenario.id === name)?.scenario;

async function fetchedKit(): Promise<PlayerKit> {
  const answer = await fetch(KIT).catch(() => null);
  const kit = answer?.ok === true ? ((await answer.json().catch(() => null)) as Partial<PlayerKit> | null) : null;
  if (kit?.player !== undefined) return kit as PlayerKit;
  throw new Error(
    'The lesson player is not there yet. After the first start it takes about half a minute to be made; on a web ' +
      'server it has to lie beside the page (“npm run build” makes it). A page opened from disk cannot pack.',
  );
}
