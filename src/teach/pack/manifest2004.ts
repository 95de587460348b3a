import { type CourseLesson, decimal } from './course.ts';
import { scormManifest } from './manifest.ts';
import { xml } from './xml.ts';

/** `imsmanifest.xml` of a SCORM 2004 4th edition package. */
export const manifest2004 = (lessons: readonly CourseLesson[]): string =>
  scormManifest(lessons, {
    version: '2004 4th Edition',
    // The schema knows no limit; what an LMS shows of a title ends here.
    title: 250,
    namespaces: [
      { name: 'http://www.imsglobal.org/xsd/imscp_v1p1', schema: 'imscp_v1p1.xsd' },
      { as: 'adlcp', name: 'http://www.adlnet.org/xsd/adlcp_v1p3', schema: 'adlcp_v1p3.xsd' },
      { as: 'imsss', name: 'http://www.imsglobal.org/xsd/imsss', schema: 'imsss_v1p0.xsd' },
    ],
    typeAttribute: 'adlcp:scormType',
    itemAttributes: {},
    passing: ({ pass }) => [
      xml('imsss:sequencing', {}, [
        xml('imsss:objectives', {}, [
          xml('imsss:primaryObjective', { objectiveID: 'score', satisfiedByMeasure: 'true' }, [
            xml('imsss:minNormalizedMeasure', {}, decimal(pass)),
          ]),
        ]),
        xml('imsss:deliveryControls', { completionSetByContent: 'true', objectiveSetByContent: 'true' }),
      ]),
    ],
    sequencing: [xml('imsss:sequencing', {}, [xml('imsss:controlMode', { choice: 'true', flow: 'true' })])],
  });
