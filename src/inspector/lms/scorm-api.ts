/** The calls of both versions of SCORM, under one name each. */
export interface ScormApi {
  readonly initialize: () => boolean;
  readonly get: (element: string) => string | null;
  readonly set: (element: string, value: string) => boolean;
  readonly commit: () => boolean;
  readonly terminate: () => boolean;
}

type Calls = Readonly<Record<string, (...words: string[]) => unknown>>;
type Version = '1.2' | '2004';

const GLOBALS: Readonly<Record<Version, string>> = { '1.2': 'API', '2004': 'API_1484_11' };
const PREFIX: Readonly<Record<Version, string>> = { '1.2': 'LMS', '2004': '' };

/** Windows in windows: the standard stops at 500. */
const DEEPEST = 500;

/** The API of the LMS that opened this window, in a window around it or in the one that it came from. */
export function findScorm(from: Window): { readonly version: Version; readonly api: ScormApi } | undefined {
  for (const version of ['2004', '1.2'] as const) {
    const calls = callsAround(from, GLOBALS[version]) ?? callsAround(openerOf(from), GLOBALS[version]);
    if (calls) return { version, api: unified(calls, PREFIX[version]) };
  }
  return undefined;
}

function callsAround(start: Window | null, name: string): Calls | undefined {
  let window = start;
  for (let depth = 0; window && depth < DEEPEST; depth += 1) {
    const calls = callsIn(window, name);
    if (calls) return calls;
    window = window.parent === window ? null : window.parent;
  }
  return undefined;
}

function callsIn(window: Window, name: string): Calls | undefined {
  try {
    const calls: unknown = Reflect.get(window, name);
    return typeof calls === 'object' && calls !== null ? (calls as Calls) : undefined;
  } catch {
    // A window of another origin does not let us look into it, and is nobody who opened a lesson by SCORM.
    return undefined;
  }
}

function openerOf(window: Window): Window | null {
  try {
    return (window.opener || window.top?.opener || null) as Window | null;
  } catch {
    return null;
  }
}

const isYes = (answer: unknown): boolean => answer === true || answer === 'true';

/** Some LMS answer by booleans where the standard says words; what throws has refused. */
function unified(calls: Calls, prefix: string): ScormApi {
  const call = (word: string, ...words: string[]): unknown => {
    try {
      return calls[`${prefix}${word}`]?.(...words);
    } catch {
      return false;
    }
  };
  const lastError = (): string => String(call('GetLastError'));
  return {
    // A page that was loaded anew finds its visit open still: 1.2 says that by 101, 2004 by 103.
    initialize: () => isYes(call('Initialize', '')) || ['101', '103'].includes(lastError()),
    get: (element) => {
      const value = call('GetValue', element);
      return value === undefined || value === null || value === false || lastError() !== '0' ? null : String(value);
    },
    set: (element, value) => isYes(call('SetValue', element, value)),
    commit: () => isYes(call('Commit', '')),
    terminate: () => isYes(call(prefix === '' ? 'Terminate' : 'Finish', '')),
  };
}
