import { expect, test } from 'vitest';
import { MORE_GROUPS, WHOLE_CASE } from '../../../src/inspector/intake/more-groups.ts';
import { plainSays } from '../../../src/inspector/intake/plain-says.ts';
import { WORLD_FIELDS } from '../../../src/inspector/intake/world-fields.ts';
import { newDraft } from '../../../src/intake/draft.ts';
import { questionsOf } from '../../../src/intake/asking.ts';
import { scenarioFields } from '../../../src/scenario/fields.ts';

test('everything of the schema of a world can be set on some card', () => {
  const groups: readonly string[] = Object.values(MORE_GROUPS).flat();
  const asked = new Set(questionsOf(newDraft('case.yaml')).map(({ id }) => id));
  const isSet = (path: string): boolean =>
    WHOLE_CASE.includes(path) || asked.has(path) || groups.some((group) => path.startsWith(`${group}.`));
  expect(WORLD_FIELDS.length).toBeGreaterThan(120);
  expect(WORLD_FIELDS.map(({ path }) => path).filter((path) => !isSet(path))).toEqual([]);
});

test('no key of a world that holds a value is left out of the fields', () => {
  const known = new Set(WORLD_FIELDS.map(({ path }) => path));
  const all = scenarioFields().map(({ path }) => path);
  const holdsKeys = (path: string): boolean =>
    all.some((other) => new RegExp(`^${escaped(path)}(?:\\[\\])?\\.`).test(other));
  const left = all.filter(
    (path) => path.startsWith('world.') && path !== 'world.itemsFile' && !holdsKeys(path) && !known.has(path),
  );
  expect(left).toEqual([]);
});

const escaped = (path: string): string => path.replaceAll(/[.[\]]/g, String.raw`\$&`);

test('on the cards no field is explained in the words of the file', () => {
  const said = WORLD_FIELDS.map((field) => ({ ...field, plain: plainSays(field) }));
  const ofTheFile = ({ plain, choices }: (typeof said)[number]): boolean =>
    /`|\[\]|\b(?!kB|iOS|iPhone|iPad|iPod|iCloud|iTunes|iMessage|eSIM)[a-z]+[A-Z]/.test(plain) ||
    choices.some((choice) => choice.includes('-') && plain.includes(choice)) ||
    choices.some((choice) => new RegExp(`(?:^|[.;] )${escaped(choice)}:`).test(plain));
  expect(said.filter(ofTheFile).map(({ path, plain }) => `${path}: ${plain}`)).toEqual([]);
  expect(said.filter(({ plain }) => plain.includes('“')).length).toBeGreaterThan(20);
});
