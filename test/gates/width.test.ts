import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const WIDTH = 120;
const files = ['src', 'machines', 'test'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs|css)$/.test(name))
    .map((name) => join(folder, name)),
);

test('no line is wider than the formatter breaks it', () => {
  expect(files.length).toBeGreaterThan(300);
  const wide = files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line, index) => (line.length > WIDTH ? [`${file}:${index + 1}`] : [])),
  );
  expect(wide).toEqual([]);
});
