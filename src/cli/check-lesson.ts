import type { CheckedFile } from '../report/check-report.ts';
import { placesIn } from '../scenario/load.ts';
import { checkLessonPlayed } from '../teach/lesson-check.ts';
import type { LessonSources } from '../teach/lesson-from.ts';
import { loadLesson } from '../teach/load-lesson.ts';
import { checked } from './checked.ts';
import { nodeDigest } from './digest.ts';
import { readText, type ScenarioFile } from './files.ts';

/** A file with cases and tasks is a lesson, wherever it lies. */
export const isLessonFile = ({ file }: ScenarioFile): boolean => /^(?:cases|tasks|teaches):/m.test(readText(file));

/** Checks one lesson file by playing it for so many learners. */
export const checkLessonFile = (named: ScenarioFile, sources: LessonSources, learners: number): CheckedFile =>
  checked(named, () => {
    const { file, id } = named;
    const text = readText(file);
    const lesson = loadLesson(text, file, id, sources);
    const { faults, learners: asked } = checkLessonPlayed(lesson, { learners, digest: nodeDigest });
    const placeOf = placesIn(text, file);
    return {
      learners: asked,
      problems: faults.map(({ path, expected, got }) => ({
        about: path.join('.'),
        expected,
        got,
        ...placeOf(path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
      })),
    };
  });
