import type { Json } from '../model/canonical.ts';
import { type CaseView, caseViewOf } from './case-view.ts';
import type { Draft } from './draft.ts';
import { isGroup, type JsonGroup, partsIn, valueAt, withValue } from './json.ts';
import { type CaseQuestion, DONT_KNOW, type WhileOpen } from './question.ts';
import { type AskedQuestion, askedIn, stateOf } from './questions.ts';
import { setAt } from './questions/at-path.ts';

/** A question that is open, and how the case is taken meanwhile. */
export interface OpenQuestionOfCase extends AskedQuestion {
  readonly open: WhileOpen;
  readonly state: Extract<CaseQuestion['state'], 'open' | 'not-known'>;
}

/** A draft as it is played while questions are open. */
export interface CaseTaken {
  readonly draft: Draft;
  /** What is asked in it: parts that are taken to be there are asked about too. */
  readonly view: CaseView;
  readonly open: readonly OpenQuestionOfCase[];
}

/** One answer opens other questions, and no chain of them is longer. */
const MOST_ROUNDS = 5;

/**
 * Every open question is written in: as not known where the world has a word for that, else as the first of the
 * answers that are played for it. What is taken to be there, such as a backup, is asked about in turn.
 */
export function taken(draft: Draft): CaseTaken {
  const said = caseViewOf(draft);
  const open = new Map<string, OpenQuestionOfCase>();
  let current = draft;
  let view = caseViewOf(current, withOldPhone(current));
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const news = askedIn(view).filter(({ id }) => !open.has(id));
    let isMore = false;
    for (const asked of news) {
      const { state } = stateOf(asked, said);
      if (state === 'answered' || state === 'usual') continue;
      const how = asked.row.open(view, asked.part);
      open.set(asked.id, { ...asked, open: how, state });
      current = takenAs(current, asked, how);
      isMore = true;
    }
    if (!isMore) break;
    view = caseViewOf(current, withOldPhone(current));
  }
  return { draft: current, view, open: [...open.values()] };
}

function takenAs(draft: Draft, { row, part }: AskedQuestion, how: WhileOpen): Draft {
  if ('says' in how) return setAt(draft, how.says, DONT_KNOW);
  const [first] = how.plays;
  return first === undefined ? draft : row.write(draft, part, first);
}

const set = (whole: JsonGroup, path: readonly string[], value: Json | undefined): JsonGroup =>
  withValue(whole, path, value) ?? whole;

/** What is said of the old phone goes to the phone itself and to the backups that it made. */
export function withOldPhone(draft: Draft): JsonGroup {
  const { stated, oldPhone, basis } = draft;
  const { same, state, ...about } = oldPhone;
  if (Object.keys(oldPhone).length === 0 && basis === 'scenario') return stated;
  const view = caseViewOf(draft);
  if (same === 'yes') {
    const name = view.backups[0]?.device ?? OLD_NAME;
    const { kind, model, ios } = aboutDevice(stated);
    const backups = partsIn(valueAt(stated, ['world', 'backups'])).map((backup, place) => {
      // A scenario that has it so already says of its backups what it means.
      if (basis === 'scenario' && view.backups[place]?.device === view.deviceName) return backup;
      const made = Object.fromEntries(
        Object.entries({ deviceKind: kind, model, ios }).filter(([, value]) => value !== undefined),
      );
      return { ...made, ...backup, device: name };
    });
    const named = set(stated, ['world', 'device', 'name'], name);
    const withBackups = backups.length === 0 ? named : set(named, ['world', 'backups'], backups);
    return basis === 'call' ? set(withBackups, ['world', 'oldPhone'], undefined) : withBackups;
  }
  const isNamedLike = view.backups.some(({ device }) => device === view.deviceName);
  let next = same === 'no' && isNamedLike ? set(stated, ['world', 'device', 'name'], OTHER_NAME) : stated;
  const ofBackup = { deviceKind: about.kind, model: about.model };
  const backups = partsIn(valueAt(next, ['world', 'backups'])).map((backup, place) => {
    const isOld = same === 'no' || view.backups[place]?.device !== view.deviceName;
    if (!isOld) return backup;
    const ios = about.ios === undefined ? {} : { ios: about.ios };
    return {
      ...ios,
      ...backup,
      ...Object.fromEntries(Object.entries(ofBackup).filter(([, value]) => value !== undefined)),
    };
  });
  if (backups.length > 0) next = set(next, ['world', 'backups'], backups as Json);
  if (state === undefined && valueAt(next, ['world', 'oldPhone']) === undefined && view.route !== 'direct') return next;
  for (const [field, value] of Object.entries({ ...about, state }))
    if (value !== undefined) next = set(next, ['world', 'oldPhone', field], value);
  return next;
}
const OLD_NAME = 'old iPhone';
const OTHER_NAME = 'another phone';

function aboutDevice(stated: JsonGroup): JsonGroup {
  const device = valueAt(stated, ['world', 'device']);
  return isGroup(device) ? device : {};
}
