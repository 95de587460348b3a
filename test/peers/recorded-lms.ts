import { Scorm12API, Scorm2004API } from 'scorm-again';
import type { LmsCall, ScormVersion } from './strict-scorm.ts';

type Calls = Record<string, (...words: string[]) => unknown>;

export interface RecordedLms {
  /** As it hangs in the window of an LMS, under the name that the standard gives it. */
  readonly window: Window;
  readonly calls: LmsCall[];
  /** What was set, by element; what was refused is not in it. */
  readonly held: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
}

interface LmsWishes {
  /** Elements that this LMS does not know. */
  readonly refuses?: RegExp;
  /** What it kept of an earlier visit, and how many interactions that had. */
  readonly kept?: Readonly<Record<string, string>>;
  readonly earlier?: number;
}

/**
 * An LMS of the kind that is lax, with every call written down. Whoever asks it for a name gets an error thrown at: no
 * lesson has a reason to.
 */
export function recordedLms(version: ScormVersion, { refuses, kept = {}, earlier = 0 }: LmsWishes = {}): RecordedLms {
  const [prefix, name] = version === '1.2' ? ['LMS', 'API'] : ['', 'API_1484_11'];
  const Api = version === '1.2' ? Scorm12API : Scorm2004API;
  const lms = new Api({ autocommit: false, logLevel: 5 }) as unknown as Calls;
  lms['loadFromFlattenedJSON']?.(kept as never);
  const calls: LmsCall[] = [];
  const held = new Map<string, string>();
  const refused: string[] = [];
  let lastRefused = false;
  const call = (word: string, words: readonly string[]): string => {
    const [element = ''] = words;
    if (/(?:student|learner)_(?:name|id)/.test(element)) throw new Error(`asked for ${element}`);
    const isRefused = word === 'SetValue' && refuses?.test(element) === true;
    lastRefused = word === 'GetLastError' ? lastRefused : isRefused;
    if (word === 'GetLastError' && lastRefused) return '401';
    if (isRefused) return 'false';
    // The peer cannot be given what an earlier visit left, so its places begin behind that.
    const [asked = '', ...more] = words;
    const own = asked.replace(/^(cmi\.interactions\.)(\d+)/, (_, head, place) => `${head}${Number(place) - earlier}`);
    const answer = lms[`${prefix}${word}`]?.(own, ...more);
    return String(asked === 'cmi.interactions._count' ? Number(answer) + earlier : answer);
  };
  const words = ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Finish', 'Terminate', 'GetLastError'];
  const api = Object.fromEntries(
    words.map((word) => [
      `${prefix}${word}`,
      (...given: string[]) => {
        const answer = call(word, given);
        calls.push({ name: `${prefix}${word}`, words: given, answer });
        if (word === 'SetValue' && answer === 'true') held.set(String(given[0]), String(given[1]));
        if (word === 'SetValue' && answer !== 'true') refused.push(String(given[0]));
        return answer;
      },
    ]),
  );
  const window = { [name]: api, opener: null } as unknown as Window;
  return { window: Object.assign(window, { parent: window, top: window }), calls, held, refused };
}
