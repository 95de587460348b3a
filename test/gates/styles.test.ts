import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOM = 'src/inspector';
const files = readdirSync(ROOM, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, text: readFileSync(join(ROOM, name), 'utf8') }));

test('every stylesheet stands in a layer', () => {
  expect(files.length).toBeGreaterThan(12);
  const outside = files.filter(({ text }) => !/^(?:\/\*[^]*?\*\/\s*)?@layer /.test(text));
  expect(outside.map(({ name }) => name)).toEqual([]);
});

test('the stylesheets of a view reach no further than the view', () => {
  const views = files.filter(({ text }) => /^@layer views/m.test(text));
  expect(views.length).toBeGreaterThan(10);
  expect(views.filter(({ text }) => !text.includes('@scope (')).map(({ name }) => name)).toEqual([]);
});

test('a stylesheet lies beside what it styles; only general parts have a folder of their own', () => {
  const general = files.filter(({ name }) => name.startsWith('styles/')).map(({ name }) => name);
  expect(general.toSorted()).toEqual(['base', 'controls', 'layers', 'tokens'].map((name) => `styles/${name}.css`));
});

test('a sheet names the root of its scope as :scope, since selectors in a scope speak of what is inside', () => {
  const named = files.flatMap(({ name, text }) => {
    const roots = /@scope \(([^)]*)\)/.exec(text)?.[1]?.split(', ') ?? [];
    return roots
      .filter((root) => new RegExp(`^\\s+${root.replaceAll('.', '\\.')}(?=[ ,{>.:])`, 'm').test(text))
      .map(() => name);
  });
  expect(named).toEqual([]);
});

/** The classes of elements, out of the words in which a component names them. */
const classesIn = (source: string): readonly string[] =>
  [...source.matchAll(/className=(?:"([^"]*)"|\{([^}]*)\})/g)].flatMap(([, plain, worked = '']) =>
    plain === undefined
      ? [...worked.matchAll(/'([^']*)'|`([^`]*)`/g)].flatMap(([, a, b = '']) => (a === undefined ? b : a).split(/\s+/))
      : plain.split(/\s+/),
  );

test('the lessons take no word for a class that the workbench has given a form to, wherever it stands', () => {
  const shell = files.flatMap(({ name, text }) => (name === 'shell/shell.css' ? [text] : []));
  const formed = new Set(shell.flatMap((text) => [...text.matchAll(/^ {2,4}\.([\w-]+)/gm)].map(([, word]) => word)));
  const sources = readdirSync(ROOM, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /^(?:lesson|lms)\/.*\.tsx$/.test(name),
  );
  expect(formed.has('right')).toBe(true);
  expect(sources.length).toBeGreaterThan(40);
  const taken = sources.flatMap((name) => {
    const text = readFileSync(join(ROOM, name), 'utf8');
    return classesIn(text).flatMap((word) => (formed.has(word) ? [`${name}: ${word}`] : []));
  });
  expect(taken).toEqual([]);
});
