import { eachOf } from '../../model/optional.ts';
import type { ScenarioSource, ToAddress } from './address.ts';

/*
 * What no address can carry is kept in this window while the page is loaded again: whole, or not at all. It never
 * leaves the browser, and is gone once it has been taken back.
 */

const PLACE = 'restore-sim.case';

/** What is shown, as an address would say it. A file that came beside it is kept by its text. */
interface KeptCase {
  /** Only the page of the same address takes it back. */
  readonly of: string;
  readonly shown: Omit<ToAddress, 'source'>;
  readonly source:
    | Exclude<ScenarioSource, { readonly beside?: unknown }>
    | { readonly name: string; readonly text: string };
  readonly beside: readonly { readonly name: string; readonly text: string }[];
}

/** `false`: the browser has no room for it, or keeps nothing. */
export async function keepCase(toKeep: ToAddress): Promise<boolean> {
  const { source, ...shown } = toKeep;
  try {
    const files = 'text' in source ? eachOf(source.beside) : [];
    const beside = await Promise.all(files.map(async (file) => ({ name: file.name, text: await file.text() })));
    const own = 'text' in source ? { name: source.name, text: source.text } : source;
    const kept: KeptCase = { of: location.href, shown, source: own, beside };
    sessionStorage.setItem(PLACE, JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** What was kept of this very page; it is taken back once. */
export function takeKeptCase(): ToAddress | null {
  try {
    const text = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
    if (text === null) return null;
    const { of, shown, source, beside } = JSON.parse(text) as KeptCase;
    if (of !== location.href) return null;
    const files = beside.map(({ name, text: content }) => new File([content], name));
    return { ...shown, source: 'text' in source && files.length > 0 ? { ...source, beside: files } : source };
  } catch {
    return null;
  }
}
