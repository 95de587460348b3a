import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../src/model/problem.ts';
import { must } from '../../../src/model/must.ts';
import { FORMER_RULE_NAMES } from '../../../src/rulebook/rules/rules.ts';
import { MAX_FILE_LENGTH } from '../../../src/scenario/file-limits.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { problemsOf } from '../stories.ts';
import { cases, file } from './wrong-files.ts';

const problems = (text: string) => problemsOf(() => loadScenario(text, 'story.yaml'));
const places = (text: string) =>
  problems(text).map(({ line, column, message, advice }) => ({
    at: `${line}:${column}`,
    message,
    ...(advice === undefined ? {} : { advice }),
  }));

describe('a scenario file', () => {
  test('that states little is filled up from the starting world of its edition', () => {
    const scenario = loadScenario(
      file(
        'edition: ios8',
        'world:',
        '  backups: [{ id: nightly, made: 2015-02-27 }]',
        '  items: [{ category: photos }]',
      ),
      'a/b.yaml',
      'a/b',
    );
    expect(scenario).toMatchObject({ id: 'a/b', edition: 'ios8', route: 'icloud', script: [], attempts: [] });
    expect(scenario.world).toMatchObject({ today: '2015-03-01', device: { model: 'iPhone 6', ios: '8.4.1' } });
    expect(scenario.world.backups[0]).toMatchObject({
      kind: 'icloud',
      account: 'customer',
      model: 'iPhone 5s',
      ios: '8.4',
    });
    expect(scenario.world.items[0]).toMatchObject({ id: 'photos', title: 'Photos and videos', count: 1, bytes: 0 });
  });

  test('may begin with a byte order mark, and end its lines as Windows does', () => {
    expect(loadScenario(`\uFEFF${file('route: computer').replaceAll('\n', '\r\n')}`, 'story.yaml').route).toBe(
      'computer',
    );
  });

  test('keeps names in any script', () => {
    expect(
      loadScenario(file('world: { items: [{ category: notes, title: "ملاحظات 😀 笔记" }] }'), 'story.yaml').world
        .items[0]?.title,
    ).toBe('ملاحظات 😀 笔记');
  });
});

describe('a backup of the very device that is restored', () => {
  const backupOf = (device: string, backup: string) =>
    loadScenario(
      file(`world: { device: { ${device} }, backups: [{ id: b, made: 2026-02-01, ${backup} }] }`),
      'story.yaml',
    ).world.backups[0];

  test('was made by its model, kind and iOS, unless said otherwise', () => {
    const device = 'name: Her iPad, kind: ipad, model: iPad Air, ios: "17.5"';
    expect(backupOf(device, 'device: Her iPad')).toMatchObject({ model: 'iPad Air', deviceKind: 'ipad', ios: '17.5' });
    expect(backupOf(device, 'device: Her iPad, ios: "17.1"')).toMatchObject({ model: 'iPad Air', ios: '17.1' });
    expect(backupOf(device, 'device: Another')).toMatchObject({
      model: 'iPhone 13',
      deviceKind: 'iphone',
      ios: '18.3',
    });
  });
});

describe('wrong input is refused with its place', () => {
  test.each(cases)('$what', ({ text, at, message, advice }) => {
    const found = places(text);
    expect(found[0]).toMatchObject({ at });
    expect(found[0]?.message).toContain(message);
    expect(found[0]?.advice ?? '').toContain(advice);
  });

  test.each(cases)('$what, in a form that names file, line and column, and without a stack', ({ text, at }) => {
    for (const problem of problems(text)) {
      const shown = formatProblem(problem);
      expect(shown).toMatch(/^story\.yaml:\d+:\d+: \S/);
      expect(shown).not.toMatch(/\n\s+at |undefined|\[object/);
    }
    expect(formatProblem(problems(text)[0] ?? { file: '', message: '' }).startsWith(`story.yaml:${at}: `)).toBe(true);
  });

  test('every mistake is told, not only the first, but not hundreds of them', () => {
    expect(
      places(file('worlds: {}', 'edition: modrn', 'case: 3'))
        .map(({ at }) => at)
        .toSorted(),
    ).toEqual(['3:1', '4:10', '5:7']);
    const many = file('world:', '  items:', ...Array.from({ length: 500 }, () => '    - { category: fotos }'));
    expect(problems(many).length).toBeLessThanOrEqual(40);
  });
});

describe('what a file expects', () => {
  const expected = (...lines: readonly string[]) =>
    loadScenario(
      [
        'title: t',
        'why: w',
        'world: { items: [{ category: notes }] }',
        'expect:',
        '  outcome: completed',
        ...lines,
        '',
      ].join('\n'),
      'story.yaml',
    ).expect;

  test('of an item may be its fate alone, and a rule by the name that it had before', () => {
    expect(expected('  items: { notes: restored }')?.items).toEqual({ notes: { fate: 'restored' } });
    const [former, now] = must(Object.entries(FORMER_RULE_NAMES)[0], 'a rule with another name');
    const ruleOf = (name: string) => expected(`  items: { notes: { rule: ${name} } }`)?.items['notes']?.rule;
    expect([ruleOf(former), ruleOf(now)]).toEqual([now, now]);
    expect(() => ruleOf('no/rule')).toThrow(Error);
  });

  test.each([
    ['for: notes', false],
    ['for: notes, nothing: true', true],
    ['for: notes, fate: restored', true],
    ['for: notes, without: [route]', true],
    ['for: notes, change: { route: computer }', true],
  ])('of an answer is more than what it is for: %s', (answer, isEnough) => {
    const load = () => expected(`  whatIf: [{ ${answer} }]`);
    if (isEnough) expect(load()?.whatIf).toHaveLength(1);
    else expect(load).toThrow('for');
  });
});

describe('hostile input ends soon and quietly', () => {
  test('aliases that multiply', () => {
    const levels = Array.from(
      { length: 9 },
      (_, level) => `l${level + 1}: &l${level + 1} [${Array.from({ length: 9 }, () => `*l${level}`).join(', ')}]`,
    );
    const found = problems(file('l0: &l0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]', ...levels));
    expect(found[0]?.message).toContain('with all that “*” repeats');
  });

  test('an anchor that holds itself', () => {
    expect(problems(file('world: &w { device: *w }')).length).toBeGreaterThan(0);
    expect(problems(file('world: &w', '  items: &i', '    - *i')).length).toBeGreaterThan(0);
  });

  test('very deep nesting', () => {
    const depth = 20_000;
    expect(problems(file(`world: ${'['.repeat(depth)}${']'.repeat(depth)}`)).length).toBeGreaterThan(0);
    expect(problems(file(`world: ${'{ a: '.repeat(depth)}1${' }'.repeat(depth)}`)).length).toBeGreaterThan(0);
  });

  test('a file that is too long', () => {
    const [problem] = problems(`# ${'x'.repeat(MAX_FILE_LENGTH)}`);
    expect(problem?.message).toContain('too long');
  });

  test('half a character', () => {
    expect(() => loadScenario(file('case: "\uD83D"'), 'story.yaml')).not.toThrow(RangeError);
  });

  test('nothing is left behind in the language', () => {
    problems(file('world: { __proto__: { polluted: yes } }'));
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
