/** What an LMS hands over in the address; `actor` is passed on, and nothing here or elsewhere looks into it. */
export interface Cmi5Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: object;
  readonly registration: string;
  readonly activityId: string;
}

/** The launch in an address, whatever the order of its parts. */
export function launchIn(search: string): Cmi5Launch | null {
  const said = new URLSearchParams(search);
  const [endpoint, fetch, actor, registration, activityId] = [
    said.get('endpoint'),
    said.get('fetch'),
    said.get('actor'),
    said.get('registration'),
    said.get('activityId'),
  ];
  if (!endpoint || !fetch || !actor || !registration || !activityId) return null;
  try {
    const who: unknown = JSON.parse(actor);
    if (typeof who !== 'object' || who === null) return null;
    return { endpoint: endpoint.replace(/\/*$/, '/'), fetch, actor: who, registration, activityId };
  } catch {
    return null;
  }
}

/** The page's own policy lets it reach the LMS that opened it, and from here on nobody else. */
export function allowOnly(addresses: readonly string[]): void {
  const origins = [...new Set(addresses.map((address) => new URL(address, location.href).origin))];
  const policy = document.createElement('meta');
  policy.httpEquiv = 'content-security-policy';
  policy.content = `connect-src ${origins.join(' ')}`;
  document.head.append(policy);
}

export const VISIT_IS_OVER = 'over';
interface Visit {
  readonly authToken: string;
  readonly initializedDate: Date;
}

const keyOf = ({ fetch }: Cmi5Launch): string => `restore-sim visit ${fetch}`;

/**
 * The token is given out once; a page that is loaded anew in the same window finds it here, and nowhere else.
 * `undefined` at the first time.
 */
export function visitOf(launch: Cmi5Launch): Visit | typeof VISIT_IS_OVER | undefined {
  try {
    const text = sessionStorage.getItem(keyOf(launch));
    if (text === null) return undefined;
    if (text === VISIT_IS_OVER) return text;
    const { authToken, initializedDate } = JSON.parse(text) as { readonly authToken: string; initializedDate: string };
    return { authToken, initializedDate: new Date(initializedDate) };
  } catch {
    // A window without storage has no earlier visit.
    return undefined;
  }
}

export function keepVisit(launch: Cmi5Launch, visit: Visit | typeof VISIT_IS_OVER): void {
  try {
    sessionStorage.setItem(keyOf(launch), visit === VISIT_IS_OVER ? visit : JSON.stringify(visit));
  } catch {
    // As above.
  }
}
