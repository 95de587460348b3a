import { afterAll, describe, expect, test } from 'vitest';
import { SMALL } from './command.ts';
import { smallScenarios } from './small-scenarios.ts';

const { write, here, answer, remove } = smallScenarios();
afterAll(remove);

/** How often each element of an XML text occurs; throws when it is not well-formed. */
function openElements(xml: string): Record<string, number> {
  const counts: Record<string, number> = {};
  const open: string[] = [];
  const attributes = String.raw`(?:\s+[\w:-]+="[^"<&]*(?:&(?:amp|lt|gt|quot|apos|#\d+);[^"<&]*)*")*`;
  const token = new RegExp(
    String.raw`<\?xml[^?]*\?>|<(\w+)${attributes}\s*(/?)>|</(\w+)>|(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+);)+`,
    'y',
  );
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, name, empty, closed] = token.exec(xml) ?? [];
    if (token.lastIndex === 0) throw new Error(`not well-formed at ${at}: ${xml.slice(at, at + 80)}`);
    if (name !== undefined) {
      counts[name] = (counts[name] ?? 0) + 1;
      if (empty === '') open.push(name);
    }
    if (closed !== undefined && open.pop() !== closed) throw new Error(`</${closed}> closes something else`);
  }
  if (open.length > 0) throw new Error(`left open: ${open.join(', ')}`);
  return counts;
}

describe('check', () => {
  interface CheckAnswer {
    readonly total: number;
    readonly passed: number;
    readonly failed: number;
    readonly results: readonly {
      readonly scenario: string;
      readonly ok: boolean;
      readonly problems: readonly {
        readonly about: string;
        readonly expected: string;
        readonly got: string;
        readonly line: number;
      }[];
    }[];
  }
  const failing = SMALL.replace('messages: restored', 'messages: excluded').replace(
    'outcome: completed,',
    'outcome: completed,\n  ',
  );

  test('everything below scenarios/ when no path is given', () => {
    const checked = answer(['check', '--json']) as CheckAnswer;
    expect(checked).toMatchObject({ total: 5, passed: 5, failed: 0 });
    expect(checked.results.map(({ scenario }) => scenario)).toEqual(['one/a', 'one/b', 'one/c', 'two/a', 'two/d']);
  });

  test('shards are disjoint and together the whole', () => {
    const parts = [1, 2, 3].map((part) =>
      (answer(['check', '--json', '--shard', `${part}/3`]) as CheckAnswer).results.map(({ scenario }) => scenario),
    );
    expect(parts.flat().toSorted()).toEqual(['one/a', 'one/b', 'one/c', 'two/a', 'two/d']);
    expect(parts.map(({ length }) => length)).toEqual([2, 2, 1]);
  });

  test('a miss: code 1, a diff, and the line of the expectation in every form', () => {
    write('miss & <more>.yaml', failing);
    const text = here(['check', 'miss & <more>.yaml', 'late.yaml']);
    expect(text.status).toBe(1);
    expect(text.stdout).toMatch(/- excluded\n\s*\+ restored/);
    expect(text.stdout).toContain('miss & <more>.yaml:8:');
    expect(text.stdout).toContain('1 failed, 1 passed');
    const checked = answer(['check', 'miss & <more>.yaml', '--reporter', 'json'], 1) as CheckAnswer;
    expect(checked.results[0]?.problems).toMatchObject([
      { about: 'items.messages', expected: 'excluded', got: 'restored', line: 8 },
    ]);
    const github = here(['check', 'miss & <more>.yaml', '--reporter', 'github']);
    expect(github.stdout).toMatch(/^::error file=miss & <more>\.yaml,line=8,col=\d+,title=.*%3A items\.messages::/m);
    expect(github.stdout).toMatch(/::expected excluded%0Agot restored$/m);
    const junit = here(['check', 'miss & <more>.yaml', 'late.yaml', '--reporter', 'junit']);
    expect(junit.status).toBe(1);
    expect(openElements(junit.stdout)).toEqual({ testsuites: 1, testsuite: 1, testcase: 2, failure: 1 });
    expect(junit.stdout).toContain('name="miss &amp; &lt;more&gt;"');
  });

  test('a broken file fails with its problem; code 2 only when nothing else is wrong', () => {
    write('broken.yaml', 'title: [\n');
    expect(answer(['check', 'broken.yaml', 'late.yaml', '--json'], 2)).toMatchObject({
      total: 2,
      passed: 1,
      failed: 1,
      results: [{ scenario: 'broken', ok: false }, { ok: true }],
    });
    write('miss.yaml', failing);
    expect(here(['check', 'broken.yaml', 'miss.yaml']).status).toBe(1);
    expect(here(['check', 'broken.yaml']).stdout).toContain('broken.yaml:2:1');
  });
});
