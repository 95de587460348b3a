import type requirements from '@cmi5/requirements';
import validate from '@learninglocker/xapi-validation';
import { strFromU8, unzipSync } from 'fflate';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

interface Sent {
  readonly id?: string;
  readonly actor?: unknown;
  readonly timestamp?: string;
  readonly verb?: { readonly id?: string };
  readonly object?: { readonly id?: string };
  readonly result?: {
    readonly success?: boolean;
    readonly completion?: boolean;
    readonly duration?: string;
    readonly score?: { readonly scaled?: number; readonly raw?: number; readonly min?: number; readonly max?: number };
  };
  readonly context?: {
    readonly registration?: string;
    readonly extensions?: Readonly<Record<string, unknown>>;
    readonly contextActivities?: Readonly<Record<string, readonly { readonly id?: string }[]>>;
  };
}

export interface Cmi5Wishes {
  readonly mode?: 'Normal' | 'Browse' | 'Review';
  readonly mastery?: number;
  readonly returnAddress?: string;
  /** Of this learner no preferences are known. */
  readonly isUnknown?: true;
}

/** A requirement that was not met, by the number that the standard gives it. */
type Number = keyof typeof requirements;

const ACTOR = { objectType: 'Agent', account: { homePage: 'https://lms.invalid', name: 'a1b2' } };
const REGISTRATION = '11111111-2222-4333-8444-555555555555';
const ACTIVITY = 'https://lms.invalid/activities/7';
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories/';
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const PUBLISHED = 'https://restore-sim.invalid/lessons/short';
const VERBS: Readonly<Record<string, string>> = {
  'http://adlnet.gov/expapi/verbs/initialized': 'initialized',
  'http://adlnet.gov/expapi/verbs/completed': 'completed',
  'http://adlnet.gov/expapi/verbs/passed': 'passed',
  'http://adlnet.gov/expapi/verbs/failed': 'failed',
  'http://adlnet.gov/expapi/verbs/terminated': 'terminated',
};

/** What lasts beyond one visit. */
export interface Registration {
  readonly documents: Map<string, string>;
  readonly statements: Sent[];
}
export const newRegistration = (): Registration => ({ documents: new Map(), statements: [] });

/** One visit as an LMS sees it: what may come now, and what has come. Refuses by the standard's own numbers. */
export class Cmi5Visit {
  readonly refused: Number[] = [];
  readonly warnings: unknown[] = [];
  readonly verbs: string[] = [];
  readonly #wishes: Cmi5Wishes;
  readonly #registration: Registration;
  readonly session: string;
  #token: string | undefined;
  #hasPreferences = false;

  constructor(session: string, registration: Registration, wishes: Cmi5Wishes) {
    this.session = session;
    this.#registration = registration;
    this.#wishes = wishes;
  }

  get template() {
    return {
      extensions: { [SESSION]: this.session },
      contextActivities: { grouping: [{ objectType: 'Activity', id: PUBLISHED }] },
    };
  }

  launchQuery(origin: string): string {
    // In no order that anybody promised.
    return new URLSearchParams({
      activityId: ACTIVITY,
      fetch: `${origin}/fetch`,
      registration: REGISTRATION,
      actor: JSON.stringify(ACTOR),
      endpoint: `${origin}/xapi`,
    }).toString();
  }

  /** The token, once. */
  fetchToken(): object {
    if (this.#token !== undefined) {
      this.#refuse('8.2.3.0-1');
      return { 'error-code': '1', 'error-text': 'The token was given out.' };
    }
    this.#token = Buffer.from(`${this.session}:x`).toString('base64');
    return { 'auth-token': this.#token };
  }

  isAllowed(authorization: string | undefined): boolean {
    const isOurs = this.#token !== undefined && authorization === `Basic ${this.#token}`;
    if (!isOurs) this.#refuse('8.1.2.0-5');
    return isOurs;
  }

  launchData(): object {
    const { mode = 'Normal', mastery = 0.5, returnAddress } = this.#wishes;
    return {
      contextTemplate: this.template,
      launchMode: mode,
      masteryScore: mastery,
      moveOn: 'CompletedAndPassed',
      launchMethod: 'AnyWindow',
      ...(returnAddress === undefined ? {} : { returnURL: returnAddress }),
    };
  }

  /** `null`: there are none, which is no fault. */
  preferences(): object | null {
    this.#hasPreferences = true;
    if (this.#wishes.isUnknown) return null;
    return { languagePreference: 'en', audioPreference: 'off' };
  }

  document(key: string, text?: string): string | undefined {
    if (text !== undefined) {
      if (key === 'LMS.LaunchData') this.#refuse('10.2.1.0-5');
      else this.#registration.documents.set(key, text);
    }
    return this.#registration.documents.get(key);
  }

  /** Takes a statement, or says which requirement it breaks. */
  take(statement: Sent): boolean {
    const broken = this.#faultOf(statement);
    if (broken !== undefined) {
      this.#refuse(broken);
      return false;
    }
    this.warnings.push(...validate(statement));
    this.verbs.push(verbOf(statement) ?? 'answered');
    this.#registration.statements.push(statement);
    return true;
  }

  #refuse(number: Number): void {
    this.refused.push(number);
  }

  #faultOf(statement: Sent): Number | undefined {
    const { id, actor, timestamp, context } = statement;
    const verb = verbOf(statement);
    const said = (word: string) => this.verbs.includes(word);
    const isOurs = JSON.stringify(actor) === JSON.stringify(ACTOR);
    if (id === undefined) return '9.1.0.0-1';
    if (!isOurs) return '8.1.3.0-3';
    if (timestamp === undefined) return '9.7.0.0-1';
    if (!timestamp.endsWith('Z')) return '9.7.0.0-2';
    if (context?.registration !== REGISTRATION) return '9.6.1.0-1';
    if (context.extensions?.[SESSION] !== this.session) return '10.2.1.0-7';
    if (!context.contextActivities?.['grouping']?.some((one) => one.id === PUBLISHED)) return '10.2.1.0-6';
    if (verb === 'initialized' && said('initialized')) return '9.3.2.0-3';
    if (verb === 'initialized' && !this.#hasPreferences) return '11.0.0.0-3';
    if (verb !== 'initialized' && !said('initialized')) return '9.3.0.0-4';
    if (said('terminated')) return '9.3.0.0-5';
    const isDefined = hasCategory(statement, 'cmi5');
    if (verb === undefined) return isDefined ? '9.3.0.0-1' : undefined;
    return isDefined ? this.#faultOfDefined(statement, verb) : '9.6.2.1-1';
  }

  #faultOfDefined(statement: Sent, verb: string): Number | undefined {
    const { object, result = {} } = statement;
    const { mode = 'Normal', mastery = 0.5 } = this.#wishes;
    const isGraded = verb === 'passed' || verb === 'failed';
    if (object?.id !== ACTIVITY) return '8.1.5.0-6';
    if (mode !== 'Normal' && (isGraded || verb === 'completed')) return '10.2.2.0-5';
    if (this.verbs.includes(verb)) return '9.3.0.0-2';
    if (isGraded && this.verbs.some((word) => word === 'passed' || word === 'failed')) return '9.3.0.0-3';
    const before = this.#registration.statements.map(verbOf);
    if (verb === 'completed' && before.includes('completed')) return '9.3.0.0-6';
    if (verb === 'passed' && before.includes('passed')) return '9.3.0.0-7';
    if (verb === 'failed' && before.includes('passed')) return '9.3.0.0-8';
    const { score, success, completion, duration } = result;
    if (score && !isGraded) return '9.5.1.0-2';
    if (score?.raw !== undefined && (score.min === undefined || score.max === undefined)) return '9.5.1.0-3';
    if (verb === 'passed' && score?.scaled !== undefined && score.scaled < mastery) return '9.3.4.0-2';
    if (verb === 'failed' && score?.scaled !== undefined && score.scaled >= mastery) return '9.3.5.0-2';
    if (verb === 'passed' && success !== true) return '9.5.2.0-1';
    if (verb === 'failed' && success !== false) return '9.5.2.0-2';
    if (!isGraded && success !== undefined) return '9.5.2.0-3';
    if (verb === 'completed' && completion !== true) return '9.5.3.0-1';
    if (verb !== 'completed' && completion !== undefined) return '9.5.3.0-2';
    if (verb !== 'initialized' && !/^P(?!$)(?:\d+D)?(?:T(?=\d)[\dHMS.]+)?$/.test(duration ?? '')) return '9.5.4.1-1';
    if ((isGraded || verb === 'completed') && !hasCategory(statement, 'moveon')) return '9.6.2.2-1';
    return undefined;
  }
}

const verbOf = ({ verb }: Sent): string | undefined => VERBS[verb?.id ?? ''];
const hasCategory = ({ context }: Sent, name: string): boolean =>
  context?.contextActivities?.['category']?.some(({ id }) => id === `${CATEGORY}${name}`) === true;

/** Serves a package with an LMS beside it on a free port of 127.0.0.1. `visit` is whichever is open. */
export async function serveCmi5(packed: Uint8Array, visit: () => Cmi5Visit) {
  const files = unzipSync(packed);
  const strangers: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(String(request.url), 'http://127.0.0.1');
    const file = files[url.pathname.slice('/content/'.length)];
    if (file) response.setHeader('content-type', 'text/html; charset=utf-8').end(strFromU8(file));
    else if (url.pathname === '/back') response.setHeader('content-type', 'text/html').end('<h1>Back in the LMS</h1>');
    else if (url.pathname === '/fetch') json(response, visit().fetchToken());
    else if (url.pathname.startsWith('/xapi/')) void answer(request, response, url, visit());
    else {
      strangers.push(url.pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, strangers, close: () => server.close() };
}

const json = (response: ServerResponse, body: unknown): void =>
  void response.setHeader('content-type', 'application/json').end(JSON.stringify(body));

async function answer(request: IncomingMessage, response: ServerResponse, url: URL, visit: Cmi5Visit): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  const refuse = (status: number) => void response.writeHead(status).end();
  if (!visit.isAllowed(request.headers.authorization)) return refuse(401);
  if (url.pathname.endsWith('/agents/profile')) {
    const known = visit.preferences();
    return known === null ? refuse(404) : json(response, known);
  }
  if (url.pathname.endsWith('/activities/state')) {
    const key = String(url.searchParams.get('stateId'));
    if (request.method === 'GET' && key === 'LMS.LaunchData') return json(response, visit.launchData());
    const text = visit.document(key, request.method === 'GET' ? undefined : body);
    if (request.method !== 'GET') return refuse(204);
    return text === undefined ? refuse(404) : void response.setHeader('content-type', 'application/json').end(text);
  }
  const sent = JSON.parse(body) as Sent | Sent[];
  const statements = Array.isArray(sent) ? sent : [sent];
  return statements.every((one) => visit.take(one))
    ? json(
        response,
        statements.map(({ id }) => id),
      )
    : refuse(403);
}
