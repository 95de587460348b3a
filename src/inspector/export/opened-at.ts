/** The element in which a saved page carries the address that it opens at. */
export const OPENED_AT = 'opened-at';

const atStart = location.hash === '' ? savedAddress() : location.hash;

/** What the page was opened at: its own address, or the one that was saved in it. */
export const addressAtStart = (): string => atStart;

function savedAddress(): string {
  try {
    // A page that was not saved says nothing here, which is no JSON.
    const said: unknown = JSON.parse(String(document.getElementById(OPENED_AT)?.textContent));
    return typeof said === 'string' ? said : '';
  } catch {
    return '';
  }
}
