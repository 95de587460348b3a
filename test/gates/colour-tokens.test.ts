import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FATE_KEYS } from '../../src/stepping/fate-keys.ts';

/** The blocks of the tokens, by theme: the first is light, what stands in a dark block is dark. */
function tokensOf(css: string): Readonly<Record<'light' | 'dark', ReadonlySet<string>>> {
  const found = { light: new Set<string>(), dark: new Set<string>() };
  for (const [, selector = '', body = ''] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const [, name = ''] of body.matchAll(/(--[\w-]+):/g))
      found[selector.includes('dark') ? 'dark' : 'light'].add(name);
  return found;
}

const tokens = tokensOf(readFileSync('src/inspector/styles/tokens.css', 'utf8'));

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  test.each(FATE_KEYS)('has a colour for %s', (fate) => {
    expect(tokens[theme]).toContain(`--fate-${fate}`);
  });

  test('has no colour for a fate that is none', () => {
    const known = new Set<string>(FATE_KEYS.map((fate) => `--fate-${fate}`));
    expect([...tokens[theme]].filter((name) => name.startsWith('--fate-') && !known.has(name))).toEqual([]);
  });
});
