import type { Page } from 'playwright';
import { FATES } from '../../../src/model/fates.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { Rule } from '../../../src/rulebook/tables/rule.ts';

/** Everything of the page that somebody could look at: what is drawn, marked up, titled, addressed, kept. */
export interface Looked {
  readonly markup: string;
  readonly text: string;
  readonly address: string;
  readonly stored: string;
  /** The rows with what is their own left out: equal where nothing is said of any of them. */
  readonly rows: readonly string[];
  /** What is said of each item beside its answers. */
  readonly known: readonly string[];
}

export const lookAt = (page: Page): Promise<Looked> =>
  page.evaluate(() => {
    const rows = [...document.querySelectorAll('.bet-row')];
    return {
      markup: document.documentElement.outerHTML,
      text: document.body.textContent,
      // The lesson's own title stands in that of the window.
      address: `${document.title.replace(document.querySelector('h1')?.textContent ?? '-', '')} ${location.href}`,
      stored: JSON.stringify({ ...localStorage, ...sessionStorage }),
      known: rows.map((row) => row.querySelector('.bet-item')?.textContent ?? ''),
      // What is asked of the story as a whole is asked of no item.
      rows: rows
        .filter((row) => !row.querySelector('.choices') || row.querySelector('.fate-choices'))
        .map((row) => {
          const bare = row.cloneNode(true) as Element;
          const own = [bare, ...bare.querySelectorAll('*')];
          for (const part of own) for (const name of ['name', 'data-row', 'data-first']) part.removeAttribute(name);
          bare.querySelector('.bet-item')?.replaceChildren();
          for (const about of bare.querySelectorAll('legend .hidden')) about.replaceChildren();
          // What is offered besides the fates is another for each item.
          for (const options of bare.querySelectorAll('.choices:not(.fate-choices) .options'))
            options.replaceChildren();
          return bare.outerHTML;
        }),
    };
  });

const BOOK: readonly (readonly [id: string, rule: Rule])[] = Object.entries(RULES);

/** Sentences and ids of the rule book in a text. */
export const bookIn = (text: string): string[] => {
  const plain = text.replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ');
  return BOOK.flatMap(([id, { says, customer }]) => [id, says, customer]).filter((words) => plain.includes(words));
};

const WORDS = Object.values(FATES).map(({ word }) => word.toLowerCase());
/** Words of fates in what is said of an item. */
export const fatesIn = (text: string): string[] => WORDS.filter((word) => text.toLowerCase().includes(word));

/** What gives something away; empty before the lock. `offered`: sentences of rules that are offered as answers. */
export function leaksIn(looked: Looked, offered: readonly string[] = []): string[] {
  const { markup, text, address, stored, rows, known } = looked;
  const isOffered = (words: string): boolean => offered.some((sentence) => sentence.includes(words));
  return [
    ...bookIn(`${markup} ${text}`).filter((words) => !isOffered(words)),
    ...bookIn(`${address} ${stored}`),
    ...fatesIn(`${address} ${stored}`),
    ...known.flatMap(fatesIn),
    ...(new Set(rows).size > 1 ? ['rows differ'] : []),
  ];
}

/** Goes to the same task for another learner, in the page that stands there. */
export async function toLearner(page: Page, address: string, code: string): Promise<void> {
  await page.evaluate((hash) => {
    // What stood there before must not be taken for what is to come; what is wanted may stand there already.
    if (location.hash !== hash) document.querySelector('.betting')?.classList.remove('betting');
    location.hash = hash;
  }, address);
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('.bar-code b')?.textContent === wanted && document.querySelector('.betting .bet-row'),
    code,
  );
}
