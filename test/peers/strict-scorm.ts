/** A call of a lesson to its LMS, as it was made and answered. */
export interface LmsCall {
  readonly name: string;
  readonly words: readonly string[];
  readonly answer: string;
}
export type ScormVersion = '1.2' | '2004';

/*
 * One expression for what each element may hold, from the data models of the standards: SCORM 1.2 run-time environment
 * 3.4, SCORM 2004 4th edition run-time environment 4.2. LMS are lax, each in other places; a lesson that passes here
 * passes in all of them. Where a known LMS takes less than the standard gives, the narrower of the two stands here.
 */
const NAME_12 = /^\w{1,255}$/;
const STRING_12 = /^[^\0]{1,255}$/;
const TIMESPAN_12 = /^\d{2,4}:[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/;
const HUNDRED = /^(?:100(?:\.0+)?|\d{1,2}(?:\.\d{1,7})?)$/;
const DECIMAL = /^-?\d+(?:\.\d{1,7})?$/;

const ELEMENTS_12: Readonly<Record<string, RegExp>> = {
  'cmi.core.lesson_location': STRING_12,
  'cmi.core.lesson_status': /^(?:passed|completed|failed|incomplete|browsed)$/,
  'cmi.core.score.raw': HUNDRED,
  'cmi.core.score.min': HUNDRED,
  'cmi.core.score.max': HUNDRED,
  'cmi.core.exit': /^(?:time-out|suspend|logout|)$/,
  'cmi.core.session_time': TIMESPAN_12,
  'cmi.suspend_data': /^[\x20-\x7E]{0,4096}$/,
  'cmi.interactions.n.id': NAME_12,
  'cmi.interactions.n.objectives.n.id': NAME_12,
  'cmi.interactions.n.time': /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,2})?$/,
  'cmi.interactions.n.type': /^(?:true-false|choice|fill-in|matching|performance|likert|sequencing|numeric)$/,
  'cmi.interactions.n.correct_responses.n.pattern': STRING_12,
  'cmi.interactions.n.weighting': DECIMAL,
  'cmi.interactions.n.student_response': STRING_12,
  'cmi.interactions.n.result': /^(?:correct|wrong|unanticipated|neutral|-?\d+(?:\.\d+)?)$/,
  'cmi.interactions.n.latency': TIMESPAN_12,
};

/** A name among words: one LMS takes letters, digits, `_` and dots only, where the standard would take an address. */
const NAME_2004 = /^[\w.]{1,250}$/;
const DURATION = /^P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d{1,2})?S)?)?$/;

const ELEMENTS_2004: Readonly<Record<string, RegExp>> = {
  'cmi.location': /^[^\0]{0,1000}$/,
  'cmi.completion_status': /^(?:completed|incomplete|not attempted|unknown)$/,
  'cmi.success_status': /^(?:passed|failed|unknown)$/,
  'cmi.score.raw': DECIMAL,
  'cmi.score.min': DECIMAL,
  'cmi.score.max': DECIMAL,
  'cmi.score.scaled': /^(?:-?(?:0(?:\.\d{1,7})?|1(?:\.0{1,7})?))$/,
  'cmi.progress_measure': /^(?:0(?:\.\d{1,7})?|1(?:\.0{1,7})?)$/,
  'cmi.exit': /^(?:time-out|suspend|logout|normal|)$/,
  'cmi.session_time': DURATION,
  'cmi.suspend_data': /^[^\0]{0,64000}$/,
  'cmi.interactions.n.id': NAME_2004,
  'cmi.interactions.n.objectives.n.id': NAME_2004,
  // The zone stands only behind a fraction of a second.
  'cmi.interactions.n.timestamp':
    /^(?:19[7-9]\d|20[0-3]\d)-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,2}(?:Z|[+-][01]\d(?::[0-5]\d)?)?)?$/,
  'cmi.interactions.n.type':
    /^(?:true-false|choice|fill-in|long-fill-in|likert|matching|performance|sequencing|numeric|other)$/,
  'cmi.interactions.n.correct_responses.n.pattern': /^[\w.]{1,250}(?:\[,\][\w.]{1,250})*$/,
  'cmi.interactions.n.weighting': DECIMAL,
  'cmi.interactions.n.learner_response': /^[\w.]{1,250}(?:\[,\][\w.]{1,250})*$/,
  'cmi.interactions.n.result': /^(?:correct|incorrect|unanticipated|neutral|-?\d+(?:\.\d{1,7})?)$/,
  'cmi.interactions.n.latency': DURATION,
  'cmi.interactions.n.description': /^[^\0]{0,250}$/,
};

const RULES = {
  '1.2': { prefix: 'LMS', end: 'Finish', elements: ELEMENTS_12, names: /student_name|student_id/ },
  '2004': { prefix: '', end: 'Terminate', elements: ELEMENTS_2004, names: /learner_name|learner_id/ },
} as const;

/** What the standard has against a visit, call by call. */
export function violations(version: ScormVersion, calls: readonly LmsCall[]): string[] {
  const { prefix, end, elements, names } = RULES[version];
  const found: string[] = [];
  const held = new Map<string, string>();
  let count = 0;
  let state: 'before' | 'open' | 'over' = 'before';
  const uncommitted = new Set<string>();
  for (const { name, words, answer } of calls) {
    const call = name.slice(prefix.length);
    const [element = '', value = ''] = words;
    if (call === 'Initialize') {
      if (state !== 'before' || words.join('') !== '') found.push('begun twice, or with a word');
      state = 'open';
      continue;
    }
    if (/^Get(?:LastError|ErrorString|Diagnostic)$/.test(call)) continue;
    if (state !== 'open') found.push(`${call} ${element} outside of a visit`);
    if (call === 'GetValue') {
      if (names.test(element)) found.push(`asks who the learner is: ${element}`);
      if (element.endsWith('_count') && Number.isInteger(Number(answer))) count = Math.max(count, Number(answer));
    } else if (call === 'SetValue') {
      const kind = element.replaceAll(/\.\d+(?=\.)/g, '.n');
      const allowed = elements[kind];
      if (!allowed) found.push(`${element} cannot be written`);
      else if (!allowed.test(value)) found.push(`${element} cannot hold “${value.slice(0, 80)}”`);
      found.push(...orderFaults(version, element, held, count));
      const place = /^cmi\.interactions\.(\d+)/.exec(element)?.[1];
      if (place !== undefined) count = Math.max(count, Number(place) + 1);
      held.set(element, value);
      uncommitted.add(element);
    } else if (call === 'Commit') uncommitted.clear();
    else if (call === end) {
      if (uncommitted.size > 0) found.push(`${[...uncommitted][0]} was set and not committed`);
      state = 'over';
    } else found.push(`there is no call ${name}`);
  }
  return found;
}

function orderFaults(
  version: ScormVersion,
  element: string,
  held: ReadonlyMap<string, string>,
  count: number,
): string[] {
  const [, place, part = ''] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element) ?? [];
  if (place === undefined) return [];
  const faults: string[] = [];
  const at = `cmi.interactions.${place}`;
  if (Number(place) > count) faults.push(`${element} leaves a gap: there are ${count}`);
  if (part !== 'id' && !held.has(`${at}.id`)) faults.push(`${element} before its id`);
  if (part === 'id' && held.has(element)) faults.push(`${element} is written a second time`);
  if (/^(?:correct_responses|(?:student|learner)_response)/.test(part)) {
    if (!held.has(`${at}.type`)) faults.push(`${element} before its type`);
    else if (version === '1.2' && held.get(`${at}.type`) === 'likert' && part === 'correct_responses.0.pattern')
      faults.push(`${element}: nothing is right on a scale`);
  }
  return faults;
}

/** The ids of all interactions of a visit, in their order. */
export const interactionIds = (calls: readonly LmsCall[]): string[] =>
  calls.flatMap(({ words: [element = '', value = ''] }) =>
    /^cmi\.interactions\.\d+\.id$/.test(element) ? [value] : [],
  );
