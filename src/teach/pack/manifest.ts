import { courseId, type CourseLesson, courseTitle, parametersFor, PLAYER_PAGE } from './course.ts';
import { cutTo, safeName, xml, xmlDocument, type XmlElement } from './xml.ts';

/** A namespace of a manifest, and the file of its schema. */
interface Namespace {
  /** The prefix; without one it is that of the manifest itself. */
  readonly as?: string;
  readonly name: string;
  readonly schema: string;
}

/** What the editions of SCORM say differently in a manifest that is otherwise the same. */
export interface ManifestForm {
  readonly version: string;
  /** The longest title. */
  readonly title: number;
  readonly namespaces: readonly Namespace[];
  /** The attribute that says what a resource is to the LMS: the two editions write it differently. */
  readonly typeAttribute: string;
  readonly itemAttributes: Readonly<Record<string, string>>;
  /** What an item says of passing, behind its title. */
  readonly passing: (lesson: CourseLesson) => readonly XmlElement[];
  /** What the whole course says behind its items. */
  readonly sequencing: readonly XmlElement[];
}

/** `imsmanifest.xml` of a SCORM package: the order of the parts is the schema's. */
export const scormManifest = (lessons: readonly CourseLesson[], form: ManifestForm): string =>
  xmlDocument(
    xml(
      'manifest',
      {
        identifier: `restore-sim.${courseId(lessons)}`,
        version: '1.0',
        ...Object.fromEntries(
          form.namespaces.map(({ as, name }) => [as === undefined ? 'xmlns' : `xmlns:${as}`, name]),
        ),
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': form.namespaces.flatMap(({ name, schema }) => [name, schema]).join(' '),
      },
      [
        xml('metadata', {}, [xml('schema', {}, 'ADL SCORM'), xml('schemaversion', {}, form.version)]),
        xml('organizations', { default: 'lessons' }, [
          xml('organization', { identifier: 'lessons' }, [
            xml('title', {}, courseTitle(lessons, form.title)),
            ...lessons.map((lesson) => itemOf(lesson, lessons, form)),
            ...form.sequencing,
          ]),
        ]),
        xml('resources', {}, [
          xml(
            'resource',
            { identifier: 'player', type: 'webcontent', [form.typeAttribute]: 'sco', href: PLAYER_PAGE },
            [xml('file', { href: PLAYER_PAGE })],
          ),
        ]),
      ],
    ),
  );

const itemOf = (lesson: CourseLesson, lessons: readonly CourseLesson[], form: ManifestForm) =>
  xml(
    'item',
    {
      identifier: `item-${safeName(lesson.id)}`,
      identifierref: 'player',
      ...form.itemAttributes,
      parameters: parametersFor(lessons, lesson),
    },
    [xml('title', {}, cutTo(form.title, lesson.title)), ...form.passing(lesson)],
  );
