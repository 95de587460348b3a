import type { CourseLesson } from './course.ts';
import { scormManifest } from './manifest.ts';

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
    // No mastery score: by it an LMS calls an attempt failed whose window goes halfway, and lets nobody go on with it.
    // The lesson says itself whether it is passed.
    passing: () => [],
    sequencing: [],
  });
