import { courseId, type CourseLesson, courseTitle, decimal, parametersFor, PLAYER_PAGE } from './course.ts';
import { cutTo, safeName, xml, xmlDocument } from './xml.ts';

/** The longest title that the schema of SCORM 1.2 lets through. */
const TITLE = 200;
const PACKAGE = 'http://www.imsproject.org/xsd/imscp_rootv1p1p2';
const EXTENSION = 'http://www.adlnet.org/xsd/adlcp_rootv1p2';

/** `imsmanifest.xml` of a SCORM 1.2 package: the order of the parts is the schema's. */
export const manifest12 = (lessons: readonly CourseLesson[]): string =>
  xmlDocument(
    xml(
      'manifest',
      {
        identifier: `restore-sim.${courseId(lessons)}`,
        version: '1.0',
        xmlns: PACKAGE,
        'xmlns:adlcp': EXTENSION,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${PACKAGE} imscp_rootv1p1p2.xsd ${EXTENSION} adlcp_rootv1p2.xsd`,
      },
      [
        xml('metadata', {}, [xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, '1.2')]),
        xml('organizations', { default: 'lessons' }, [
          xml('organization', { identifier: 'lessons' }, [
            xml('title', {}, courseTitle(lessons, TITLE)),
            ...lessons.map((lesson) => itemOf(lesson, lessons)),
          ]),
        ]),
        xml('resources', {}, [
          xml('resource', { identifier: 'player', type: 'webcontent', 'adlcp:scormtype': 'sco', href: PLAYER_PAGE }, [
            xml('file', { href: PLAYER_PAGE }),
          ]),
        ]),
      ],
    ),
  );

const itemOf = (lesson: CourseLesson, lessons: readonly CourseLesson[]) =>
  xml(
    'item',
    {
      identifier: `item-${safeName(lesson.id)}`,
      identifierref: 'player',
      isvisible: 'true',
      parameters: parametersFor(lessons, lesson),
    },
    [
      xml('title', {}, cutTo(TITLE, lesson.title)),
      // An LMS may judge by it itself: it is the lesson's own, so that it judges as the lesson does.
      xml('adlcp:masteryscore', {}, decimal(lesson.pass * 100)),
    ],
  );
