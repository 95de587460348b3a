import { must } from '../../model/must.ts';
/** Known only while the script itself runs; a module script would have none. */
const script = typeof document === 'undefined' ? null : document.currentScript;

/**
 * The page's one script, which a worker can run too: a page that is a file has nothing else to load a worker from.
 * @public The build puts the call where the page starts its worker.
 */
export function addressOfOwnScript(): string {
  return URL.createObjectURL(new Blob([must(script, 'the page’s script').textContent], { type: 'text/javascript' }));
}
