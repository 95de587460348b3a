import { courseId, type CourseLesson, courseTitle, decimal, parametersFor, PLAYER_PAGE } from './course.ts';
import { cutTo, safeName, xml, xmlDocument } from './xml.ts';

/** The schema knows no limit; what an LMS shows of a title ends here. */
const TITLE = 250;
const PACKAGE = 'http://www.imsglobal.org/xsd/imscp_v1p1';
const EXTENSION = 'http://www.adlnet.org/xsd/adlcp_v1p3';
const SEQUENCING = 'http://www.imsglobal.org/xsd/imsss';

/** `imsmanifest.xml` of a SCORM 2004 4th edition package. */
export const manifest2004 = (lessons: readonly CourseLesson[]): string =>
  xmlDocument(
    xml(
      'manifest',
      {
        identifier: `restore-sim.${courseId(lessons)}`,
        version: '1.0',
        xmlns: PACKAGE,
        'xmlns:adlcp': EXTENSION,
        'xmlns:imsss': SEQUENCING,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': [
          PACKAGE,
          'imscp_v1p1.xsd',
          EXTENSION,
          'adlcp_v1p3.xsd',
          SEQUENCING,
          'imsss_v1p0.xsd',
        ].join(' '),
      },
      [
        xml('metadata', {}, [xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, '2004 4th Edition')]),
        xml('organizations', { default: 'lessons' }, [
          xml('organization', { identifier: 'lessons' }, [
            xml('title', {}, courseTitle(lessons, TITLE)),
            ...lessons.map((lesson) => itemOf(lesson, lessons)),
            xml('imsss:sequencing', {}, [xml('imsss:controlMode', { choice: 'true', flow: 'true' })]),
          ]),
        ]),
        xml('resources', {}, [
          xml('resource', { identifier: 'player', type: 'webcontent', 'adlcp:scormType': 'sco', href: PLAYER_PAGE }, [
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
      parameters: parametersFor(lessons, lesson),
    },
    [
      xml('title', {}, cutTo(TITLE, lesson.title)),
      xml('imsss:sequencing', {}, [
        xml('imsss:objectives', {}, [
          xml('imsss:primaryObjective', { objectiveID: 'score', satisfiedByMeasure: 'true' }, [
            xml('imsss:minNormalizedMeasure', {}, decimal(lesson.pass)),
          ]),
        ]),
        xml('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
      ]),
    ],
  );
