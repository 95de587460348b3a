import { deflateRawSync } from 'node:zlib';
import { array, constant, constantFrom, oneof, record, sample, string, tuple } from 'fast-check';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Inspector } from './drive.ts';
import { SHOWCASE } from './drive.ts';

const SCRIPTS = [
  '<script>window.hacked=1</script>',
  '"><img src=x onerror=window.hacked=1>',
  'javascript:window.hacked=1',
  '{{constructor.constructor("window.hacked=1")()}}',
  'https://example.invalid/x.js',
  '\u202Egnp.exe',
];
const word = oneof(
  constantFrom(...SCRIPTS, '', '0', '-1', '1e400', 'NaN', '__proto__', 'constructor', 'toString', 'a'.repeat(3000)),
  string({ maxLength: 60, unit: 'binary' }),
);
const id = oneof(
  constantFrom('a/b', 'constructor/x', '__proto__/x', '../../etc/passwd', 'showcase/none', `${SHOWCASE}/..`),
  constant(SHOWCASE),
  word,
);
const packed = (text: string): string => deflateRawSync(Buffer.from(text)).toString('base64url');

/** Scenarios in the link itself: torn, endless, far too large, or with markup in every text. */
const text = oneof(
  word,
  word.map(
    (title) => `title: ${JSON.stringify(title)}\nwhy: ${JSON.stringify(title)}\nexpect: { outcome: completed }\n`,
  ),
  constantFrom(
    `a: ${'['.repeat(50_000)}`,
    `${'- '.repeat(400)}x`,
    `x: &a [1]\n${Array.from({ length: 900 }, (_, n) => `k${n}: *a`).join('\n')}`,
    `title: "${'ä'.repeat(900_000)}"`,
    'script: [{ wait: 10 years }, { wait: 10 years }]',
    '\0',
  ),
);
const pairs = (entries: readonly (readonly [string, string])[]): string =>
  new URLSearchParams(entries.map(([key, value]): [string, string] => [key, value])).toString();
const event = record({ type: oneof(constantFrom('wifi.lost', 'screen.locked', 'back'), word), account: word });

const link = oneof(
  { weight: 3, arbitrary: string({ maxLength: 300, unit: 'binary' }) },
  {
    weight: 3,
    arbitrary: tuple(id, word, word).map(([s, p, v]) =>
      pairs([
        ['s', s],
        ['p', p],
        ['v', v],
      ]),
    ),
  },
  {
    weight: 2,
    arbitrary: tuple(id, word, word).map(([s, path, value]) =>
      pairs([
        ['s', s],
        ['c', `${path}:${value}`],
      ]),
    ),
  },
  {
    weight: 2,
    arbitrary: tuple(id, word, array(oneof(event, constant(0)), { maxLength: 40 })).map(([s, from, events]) =>
      pairs([
        ['s', s],
        ['h', `${from === '' ? 7 : from}~${JSON.stringify(events)}`],
      ]),
    ),
  },
  {
    weight: 3,
    arbitrary: tuple(word, text).map(([n, z]) =>
      pairs([
        ['n', n],
        ['z', packed(z)],
      ]),
    ),
  },
  {
    weight: 1,
    arbitrary: tuple(word, word).map(([n, z]) =>
      pairs([
        ['n', n],
        ['z', z],
        ['f', z],
      ]),
    ),
  },
);

/** Milliseconds within which the page must answer, whatever a link makes it read meanwhile. */
const ANSWER = 8000;
/** A machine that is busy with other things is late now and then; a page that is slow is slow each time. */
const TRIES = 3;
/** Milliseconds after which a page has stopped for good, also where many share two cores. */
const STOPPED = 60_000;

interface Followed {
  readonly said: string;
  readonly stands: boolean;
  /** A link is given up after a third of this time: what is still being opened then never ends. */
  readonly opens: boolean;
  readonly hacked: number | undefined;
  readonly took: number;
}

async function follow(page: Page, words: string): Promise<Followed> {
  const began = Date.now();
  const found = await page.evaluate(
    async ([hash, longest]) => {
      location.hash = hash;
      const rest = (ms: number) =>
        new Promise((done) => {
          setTimeout(done, ms);
        });
      await rest(15);
      const until = performance.now() + longest;
      while (document.querySelector('.opening') && performance.now() < until) await rest(25);
      const dialog = document.querySelector('dialog');
      const said = dialog?.textContent ?? '';
      dialog?.querySelector<HTMLElement>('button.main')?.click();
      return {
        said,
        stands: document.querySelector('.topbar') !== null,
        opens: document.querySelector('.opening') !== null,
        hacked: (globalThis as { hacked?: number }).hacked,
      };
    },
    [words, STOPPED] as const,
  );
  return { ...found, took: Date.now() - began };
}

/** What is wrong with the page after a link, or nothing. */
function wrongIn({ said, stands, opens, hacked, took }: Followed): string | undefined {
  if (hacked !== undefined) return 'ran';
  if (!stands) return 'left no page';
  if (opens) return 'never ended';
  if (said.includes('fault of the program')) return `broke the program: ${said}`;
  return took > ANSWER ? `was answered after ${took} ms` : undefined;
}

/** The same link once more, in a page of its own. */
async function followAfresh(inspector: Inspector, words: string): Promise<string | undefined> {
  const { page, errors } = await inspector.open('', {}, STOPPED);
  try {
    return wrongIn(await follow(page, words)) ?? errors[0];
  } catch (error) {
    return `stopped the page: ${String(error)}`;
  } finally {
    await page.context().close();
  }
}

/** Follows so many links from strangers, one after another in one page: none may run, break or stop anything. */
export async function followHostileLinks(inspector: Inspector, count: number, seed: number): Promise<number> {
  let driven = await inspector.open('', {}, STOPPED);
  const links = sample(link, { numRuns: count, seed });
  for (const [n, words] of links.entries()) {
    const which = `link ${n} of seed ${seed}: ${words.slice(0, 200)}`;
    let wrong: string | undefined;
    try {
      wrong = wrongIn(await follow(driven.page, words));
    } catch (error) {
      wrong = `stopped the page: ${String(error)}`;
    }
    expect({ errors: driven.errors, strangers: driven.strangers }, which).toEqual({ errors: [], strangers: [] });
    if (wrong === undefined) continue;
    // What ran or broke something did so, whether it does again or not.
    expect(wrong, which).toMatch(/^(stopped|was answered|left)/);
    await driven.page.context().close();
    const again = [wrong];
    while (again.at(-1) !== '' && again.length < TRIES) again.push((await followAfresh(inspector, words)) ?? '');
    expect(again.at(-1), `${which}: ${again.join('; ')}`).toBe('');
    driven = await inspector.open('', {}, STOPPED);
  }
  await driven.page.context().close();
  return links.length;
}
