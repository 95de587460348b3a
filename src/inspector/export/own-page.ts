import { must } from '../../model/must.ts';
import { OPENED_AT } from './opened-at.ts';

/** Where the page as one file lies, beside the page itself. */
const ONE_FILE = 'restore-sim.html';

/** Data lie inside the page only where it is one file. */
export const isOneFile = (): boolean => document.querySelector('script[type="text/plain"]#licences') !== null;

/**
 * The whole page as one HTML file that opens at an address. Throws an Error in plain words where there is no such
 * page to be had.
 */
export async function pageOpenedAt(address: string, title: string): Promise<string> {
  const page = isOneFile() ? ownText() : await fetchedText();
  const said = JSON.stringify(address).replaceAll('<', String.raw`\u003C`);
  const carried = `<script type="application/json" id="${OPENED_AT}">${said}</script>`;
  const named = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return page
    .replace(/<title>[^<]*<\/title>/, () => `<title>${named}</title>`)
    .replace('<div id="root">', () => `${carried}\n<div id="root">`);
}

/** This page as it was before anything was drawn in it. */
function ownText(): string {
  const root = document.documentElement.cloneNode(true) as HTMLElement;
  for (const name of root.getAttributeNames()) if (name !== 'lang') root.removeAttribute(name);
  for (const child of Array.from(must(root.querySelector('body'), 'the body of the page').children)) {
    if (child.id === 'root') child.replaceChildren();
    else if (child.tagName !== 'SCRIPT' || child.id === OPENED_AT) child.remove();
  }
  return `<!doctype html>\n${root.outerHTML}\n`;
}

async function fetchedText(): Promise<string> {
  const answer = await fetch(ONE_FILE).catch(() => null);
  const text = answer?.ok === true ? await answer.text() : '';
  if (text.includes('<div id="root">')) return text;
  throw new Error(
    'The page as one file is not there yet. After the first start it takes about half a minute to be made; on a web ' +
      'server it has to lie beside the page (“npm run build” makes it).',
  );
}
