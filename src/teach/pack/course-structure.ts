import { cellOf } from '../../model/optional.ts';
import { courseId, type CourseLesson, courseTitle, decimal, parametersFor, PLAYER_PAGE } from './course.ts';
import { cutTo, safeName, xml, xmlDocument } from './xml.ts';

/**
 * Where the names of our own things begin. They have to be whole addresses and are never asked for: `invalid` is the
 * one ending that by its definition leads nowhere (RFC 6761).
 */
export const IRI_BASE = 'https://restore-sim.invalid';

export const lessonIri = (id: string): string => `${IRI_BASE}/lessons/${safeName(id)}`;

const TITLE = 250;
const DESCRIPTION = 2000;

/** `cmi5.xml`: the structure of a course with one assignable unit for each lesson. */
export const courseStructure = (lessons: readonly CourseLesson[]): string =>
  xmlDocument(
    xml('courseStructure', { xmlns: 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd' }, [
      xml('course', { id: `${IRI_BASE}/courses/${courseId(lessons)}` }, [
        said('title', courseTitle(lessons, TITLE)),
        said('description', cutTo(DESCRIPTION, lessons.map(({ why }) => why).join(' '))),
      ]),
      ...lessons.map((lesson) => unitOf(lesson, lessons)),
    ]),
  );

const said = (name: 'title' | 'description', text: string) => xml(name, {}, [xml('langstring', { lang: 'en' }, text)]);

const unitOf = (lesson: CourseLesson, lessons: readonly CourseLesson[]) =>
  xml(
    'au',
    {
      id: lessonIri(lesson.id),
      moveOn: 'CompletedAndPassed',
      masteryScore: decimal(lesson.pass),
      launchMethod: 'AnyWindow',
    },
    [
      said('title', cutTo(TITLE, lesson.title)),
      said('description', cutTo(DESCRIPTION, lesson.why)),
      xml('url', {}, `${PLAYER_PAGE}${cellOf(parametersFor(lessons, lesson))}`),
    ],
  );
