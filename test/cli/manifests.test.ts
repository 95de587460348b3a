import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { courseStructure } from '../../src/teach/pack/course-structure.ts';
import type { CourseLesson } from '../../src/teach/pack/course.ts';
import { manifest12 } from '../../src/teach/pack/manifest12.ts';
import { manifest2004 } from '../../src/teach/pack/manifest2004.ts';
import { cutTo, xmlText } from '../../src/teach/pack/xml.ts';
import { packageFaults } from '../peers/package-rules.ts';
import { faultsBySchema, type ManifestKind } from '../peers/schemas.ts';

const lesson = (id: string, title: string, pass = 0.8): CourseLesson => ({ id, title, why: `Why ${title}`, pass });
const FOUR = [lesson('02-the-four', 'The four that are mixed up')];
const COURSES: Readonly<Record<string, readonly CourseLesson[]>> = {
  'one lesson': FOUR,
  'three lessons': [...FOUR, lesson('05-the-bank-app-is-empty', 'The bank app', 0.7), lesson('1', 'One', 1)],
  'umlauts and quotes': [lesson('a', 'Müller & Söhne sagen “alles weg” <nein> \'so\' "nicht"')],
  Chinese: [lesson('b', '备份里从来没有的东西'.repeat(40))],
  '300 characters': [lesson('c', 'x'.repeat(300))],
  'faces and control characters': [lesson('d', `${'😀'.repeat(150)}\u0000\u0007\uD800 end`)],
  'nothing to pass': [lesson('e', 'Free', 0)],
  'a third': [lesson('f', 'A third', 1 / 3)],
};
const WRITTEN: Readonly<Record<ManifestKind, (lessons: readonly CourseLesson[]) => string>> = {
  scorm12: manifest12,
  scorm2004: manifest2004,
  cmi5: courseStructure,
};

/** What is done to a good manifest, and a word of the complaint that has to come of it. */
const DAMAGES: Readonly<Record<ManifestKind, Readonly<Record<string, readonly [RegExp | string, string]>>>> = {
  scorm12: {
    'resources before organizations': [/( {2}<organizations[^]*<\/organizations>\n)([^]*<\/resources>\n)/, '$2$1'],
    'the attribute of the other version': ['adlcp:scormtype', 'adlcp:scormType'],
    'a resource without its type': [' type="webcontent"', ''],
    'a title of 201 characters': [/(<item[^]*?<title>)/, `$1${'x'.repeat(200)}`],
    'two things of one name': ['identifier="player"', 'identifier="lessons"'],
  },
  scorm2004: {
    'a measure in per cent': ['<imsss:minNormalizedMeasure>0.8', '<imsss:minNormalizedMeasure>80'],
    'controls before objectives': [
      /(<imsss:objectives>[^]*<\/imsss:objectives>)(\s*)(<imsss:deliveryControls[^>]*>)/,
      '$3$2$1',
    ],
    'an element nobody knows': ['<imsss:controlMode', '<imsss:controlMood'],
  },
  cmi5: {
    'a mastery score in per cent': ['masteryScore="0.8"', 'masteryScore="80"'],
    'a name that is no whole address': ['au id="https://restore-sim.invalid/', 'au id="/'],
    'no description': [/ {4}<description>[^]*?<\/description>\n(?= {4}<url)/, ''],
    'a word to move on that does not exist': ['CompletedAndPassed', 'Maybe'],
    'the unit before its course': [/( {2}<course id[^]*<\/course>\n)( {2}<au[^]*<\/au>\n)/, '$2$1'],
  },
};

test.each(['scorm12', 'scorm2004', 'cmi5'] as const)(
  '%s: the schema takes every course of ours, and no damaged one',
  async (kind) => {
    const good = Object.fromEntries(Object.entries(COURSES).map(([name, lessons]) => [name, WRITTEN[kind](lessons)]));
    const whole = WRITTEN[kind](FOUR);
    const damaged = Object.fromEntries(
      Object.entries(DAMAGES[kind]).map(([name, [from, to]]) => [name, whole.replace(from, to)]),
    );
    for (const text of Object.values(damaged)) expect(text).not.toBe(whole);
    const faults = await faultsBySchema(kind, { ...good, ...damaged });
    for (const name of Object.keys(good)) expect(faults[name], name).toEqual([]);
    for (const name of Object.keys(damaged)) expect(faults[name], name).not.toEqual([]);
  },
);

test.each([
  ['scorm12', 'the attribute of the other version', 'adlcp:scormtype', 'adlcp:scormType'],
  ['scorm2004', 'the attribute of the other version', 'adlcp:scormType', 'adlcp:scormtype'],
  ['scorm12', 'another version', '<schemaversion>1.2', '<schemaversion>1.3'],
  ['scorm2004', 'an item that opens nothing', 'identifierref="player"', 'identifierref="page"'],
  ['scorm2004', 'a page that is not there', 'href="index.html"', 'href="Index.html"'],
  ['scorm12', 'no first organization', 'default="lessons"', 'default="course"'],
  ['cmi5', 'a page that is not there', '<url>index.html', '<url>start.html'],
] as const)('%s: %s is found, which a schema may not see', (kind, _, from, to) => {
  const name = kind === 'cmi5' ? 'cmi5.xml' : 'imsmanifest.xml';
  for (const lessons of Object.values(COURSES))
    expect(packageFaults(kind, { [name]: WRITTEN[kind](lessons), 'index.html': '' })).toEqual([]);
  const damaged = WRITTEN[kind](FOUR).replace(from, to);
  expect(packageFaults(kind, { [name]: damaged, 'index.html': '' })).not.toEqual([]);
  expect(packageFaults(kind, { [`content/${name}`]: WRITTEN[kind](FOUR), 'index.html': '' })).not.toEqual([]);
});

test('a text of any characters can be written, and one that is cut stays whole in its characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), fc.integer({ min: 2, max: 260 }), (text, length) => {
      const cut = cutTo(length, text);
      expect(cut.length).toBeLessThanOrEqual(length);
      if (!/\p{Cs}/u.test(text)) expect(cut).not.toMatch(/\p{Cs}/u);
      // oxlint-disable-next-line no-control-regex
      expect(xmlText(cut)).not.toMatch(/[\u0000-\u0008<>"']|&(?!amp;|lt;|gt;|quot;|apos;)/);
    }),
    { numRuns: 60 },
  );
});
