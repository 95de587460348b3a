import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';
import { type Fate, FATES, type Gate, type Outcome } from '../model/fates.ts';
import type { JournalLine } from '../run/journal.ts';
import { saidBy } from '../run/machines.ts';
import type { ActorStates, Frame, Given, Mark, OpenPrompt, PhoneFacts, Refused, Taken } from './frame.ts';

interface Draft {
  given: Given | null;
  refused: Refused | null;
  actors: ActorStates;
  ended: ActorStates;
  taken: Taken[];
  marks: Mark[];
  alerts: readonly string[];
  prompts: readonly OpenPrompt[];
  outcome: Outcome;
  attempt: number;
  phone: PhoneFacts;
}

/** A phone at the start of a story, in surroundings that have both until the world says otherwise. */
export const PHONE_AT_START: PhoneFacts = {
  wifi: true,
  power: true,
  account: null,
  backup: null,
  updated: false,
  locked: false,
};

const RESTORE = 'simulation/restore';

/** One frame from the frame before and the lines of its step. Parts that do not change are shared. */
export function foldFrame(
  before: Frame | undefined,
  lines: readonly JournalLine[],
  lineFrom: number,
  lineTo: number,
  chain: string,
  start: PhoneFacts,
): Frame {
  const first = lines[lineFrom];
  const draft: Draft = {
    given: null,
    refused: null,
    taken: [],
    marks: [],
    actors: before?.actors ?? {},
    ended: before?.ended ?? {},
    alerts: before?.alerts ?? [],
    prompts: before?.prompts ?? [],
    outcome: before?.outcome ?? 'in-progress',
    attempt: before?.attempt ?? 1,
    phone: before?.phone ?? start,
  };
  for (let index = lineFrom; index < lineTo; index += 1) {
    const line = lines[index];
    if (line) applyLine(draft, line);
    if (line?.type === 'attempt.began') draft.phone = start;
  }
  if (draft.given && !draft.refused) draft.phone = phoneAfter(draft.phone, draft.given);
  if (draft.taken.some(({ name }) => name.startsWith('updating|'))) draft.phone = { ...draft.phone, updated: true };
  const { marks, ...rest } = draft;
  return {
    step: first?.step ?? 1,
    at: first?.at ?? 0,
    gate: gateOf(draft, before),
    lineFrom,
    lineTo,
    chain,
    marks: merged(marks),
    ...rest,
  };
}

function applyLine(draft: Draft, line: JournalLine): void {
  switch (line.type) {
    case 'event':
      draft.given = { by: line.by, event: line.event, data: line.data };
      break;
    case 'refused':
      draft.refused = { event: line.event, data: line.data, guards: line.guards, possible: line.possible };
      break;
    case 'attempt.began':
      Object.assign(draft, { attempt: line.attempt, outcome: 'in-progress', alerts: [], prompts: [], ended: {} });
      break;
    case 'actor.started':
      draft.actors = { ...draft.actors, [line.actor]: line.states };
      draft.ended = without(draft.ended, line.actor);
      break;
    case 'transition':
      draft.actors = { ...draft.actors, [line.actor]: line.states };
      draft.taken.push(...line.taken.map((name) => ({ actor: line.actor, event: line.event, name })));
      break;
    case 'actor.ended':
      draft.ended = { ...draft.ended, [line.actor]: draft.actors[line.actor] ?? [] };
      draft.actors = without(draft.actors, line.actor);
      break;
    case 'restore.ended':
      draft.outcome = line.outcome as Outcome;
      break;
    default:
      applyNotice(draft, line);
  }
}

function phoneAfter(phone: PhoneFacts, { event, data }: Given): PhoneFacts {
  if (isScriptEvent(event)) phone = { ...phone, ...SCRIPT_EVENTS[event].phone };
  switch (event) {
    case 'account.entered':
      return { ...phone, account: data['account'] ?? null };
    case 'backup.chosen':
      return { ...phone, backup: data['backup'] ?? null };
    default:
      return phone;
  }
}

function applyNotice(draft: Draft, line: JournalLine): void {
  switch (line.type) {
    case 'item.judged':
      if (line.outcome !== 'eligible' && !FATES[line.outcome as Fate].arrives)
        draft.marks.push({ kind: 'drop', fate: line.outcome as Fate, items: line.items.length });
      break;
    case 'item.waiting':
      draft.marks.push({ kind: 'drop', fate: 'pending', items: line.items.length });
      break;
    case 'alert.raised':
      draft.marks.push({ kind: 'alert', id: line.alert });
      if (!draft.alerts.includes(line.alert)) draft.alerts = [...draft.alerts, line.alert];
      break;
    case 'alert.cleared':
      draft.alerts = draft.alerts.filter((alert) => alert !== line.alert);
      break;
    case 'prompt.shown':
      draft.marks.push({ kind: 'prompt', id: line.prompt });
      draft.prompts = [
        ...draft.prompts,
        { prompt: line.prompt, ...(line.account === undefined ? {} : { account: line.account }) },
      ];
      break;
    case 'prompt.answered':
      draft.prompts = draft.prompts.filter((open) => open.prompt !== line.prompt || open.account !== line.account);
      break;
    default:
  }
}

function without(states: ActorStates, path: string): ActorStates {
  if (!(path in states)) return states;
  const { [path]: _gone, ...rest } = states;
  return rest;
}

/** Drops of one fate in one step are one mark. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const drops = new Map<Fate, number>();
  for (const { kind, fate, items = 1 } of marks)
    if (kind === 'drop' && fate) drops.set(fate, (drops.get(fate) ?? 0) + items);
  return [
    ...[...drops].map(([fate, items]): Mark => ({ kind: 'drop', fate, items })),
    ...marks.filter(({ kind }) => kind !== 'drop'),
  ];
}

/** The gate of a step: that of the innermost stage of the restore; sync's own once the restore is over. */
function gateOf({ actors }: Draft, before: Frame | undefined): Gate {
  const stages = Object.keys(actors)
    .filter((path) => path.startsWith(RESTORE))
    .toSorted((a, b) => b.length - a.length);
  for (const path of stages) {
    for (const leaf of actors[path] ?? []) {
      const gate = saidBy(path, leaf, 'gate');
      if (gate) return gate;
    }
  }
  const wasOver = before !== undefined && !(RESTORE in before.actors);
  const syncs = (actors['simulation/icloudSync'] ?? []).some((leaf) => leaf !== 'off');
  return wasOver && syncs ? 'sync' : (before?.gate ?? 'sign-in');
}
