import { InputError } from '../model/problem.ts';
import type { CheckedFile } from '../report/check-report.ts';
import { placesIn } from '../scenario/load.ts';
import { checkLessonPlayed } from '../teach/lesson-check.ts';
import type { LessonSources } from '../teach/lesson-from.ts';
import { loadLesson } from '../teach/load-lesson.ts';
import { nodeDigest } from './digest.ts';
import { brokenBy } from './faults.ts';
import { readText, type ScenarioFile } from './files.ts';

/** A file with cases and tasks is a lesson, wherever it lies. */
export const isLessonFile = ({ file }: ScenarioFile): boolean => /^(?:cases|tasks|teaches):/m.test(readText(file));

/** Checks one lesson file by playing it for so many learners. What is wrong with the file itself is its result too. */
export function checkLessonFile({ file, id }: ScenarioFile, sources: LessonSources, learners: number): CheckedFile {
  const began = performance.now();
  const result = (found: Pick<CheckedFile, 'broken' | 'problems' | 'fault' | 'learners'>): CheckedFile => ({
    scenario: id,
    file,
    ok: found.broken.length + found.problems.length === 0,
    ...found,
    seconds: (performance.now() - began) / 1000,
  });
  try {
    const text = readText(file);
    const lesson = loadLesson(text, file, id, sources);
    const { faults, learners: asked } = checkLessonPlayed(lesson, { learners, digest: nodeDigest });
    const placeOf = placesIn(text, file);
    return result({
      broken: [],
      learners: asked,
      problems: faults.map(({ path, expected, got }) => ({
        about: path.join('.'),
        expected,
        got,
        ...placeOf(path.map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
      })),
    });
  } catch (error) {
    if (error instanceof InputError) return result({ broken: error.problems, problems: [] });
    return result({ broken: [brokenBy(file, error)], problems: [], fault: true });
  }
}
