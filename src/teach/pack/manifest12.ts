import { type CourseLesson, decimal } from './course.ts';
import { scormManifest } from './manifest.ts';
import { xml } from './xml.ts';

/** `imsmanifest.xml` of a SCORM 1.2 package. */
export const manifest12 = (lessons: readonly CourseLesson[]): string =>
  scormManifest(lessons, {
    version: '1.2',
    // The longest that the schema lets through.
    title: 200,
    namespaces: [
      { name: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2', schema: 'imscp_rootv1p1p2.xsd' },
      { as: 'adlcp', name: 'http://www.adlnet.org/xsd/adlcp_rootv1p2', schema: 'adlcp_rootv1p2.xsd' },
    ],
    typeAttribute: 'adlcp:scormtype',
    itemAttributes: { isvisible: 'true' },
    // An LMS may judge by it itself: it is the lesson's own, so that it judges as the lesson does.
    passing: ({ pass }) => [xml('adlcp:masteryscore', {}, decimal(pass * 100))],
    sequencing: [],
  });
