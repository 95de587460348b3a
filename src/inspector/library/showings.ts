import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Rule } from '../../rulebook/tables/rule.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { metasOfState } from '../../run/machines.ts';
import type { Run } from '../../run/play.ts';
import type { Showing } from './catalogue.ts';
import { themeRow } from './themes.ts';

/*
 * At which step a behaviour can be seen, and in which scenario best. Nothing of that is written down: the step is that
 * of the first line of the journal by which the behaviour shows. A behaviour of a rule shows where the rule decides,
 * one of a state where the state is entered. What is neither has its line in the table below.
 */

type Sign = (line: JournalLine, isOver: boolean) => boolean;
const ends: Sign = ({ type }) => type === 'restore.ended';
const again: Sign = (line) => line.type === 'attempt.began' && line.attempt > 1;

const SIGNS: Readonly<Partial<Record<BehaviourId, Sign>>> = {
  A2: ({ type }) => type === 'verdicts.frozen',
  A3: (line, isOver) => isOver && line.type === 'event' && line.by === 'clock',
  A4: ends,
  A6: (line, isOver) => isOver && line.type === 'event' && line.by === 'person',
  A7: again,
  A11: again,
  A15: again,
  A16: ends,
  A17: ({ type }) => type === 'conditions.compared',
  A18: ends,
  B1: ({ type }) => type === 'device.erased',
  B5c: ends,
  B5d: ends,
  B6: ends,
  B7: ends,
  B10: ends,
  C1: ({ type }) => type === 'device.erased',
  C13: (line) => line.type === 'prompt.shown' && line.prompt === 'account-password',
  C15: ({ type }) => type === 'alert.raised',
  C16: ends,
  // Asked before the story begins.
  D19: ({ n }) => n === 1,
  D20: ({ n }) => n === 1,
};

interface Candidate extends Showing {
  /** In the order in which they count: the lowest is the best scenario for it. */
  readonly rank: readonly number[];
}

/** Goes through the scenarios one by one and keeps the best for every behaviour. */
export class Showings {
  readonly #best = new Map<BehaviourId, Candidate>();

  add({ scenario: { id, shows, edition }, journal: { lines }, steps }: Run): void {
    const isExhaustive = themeRow(id.slice(0, id.indexOf('/'))).exhaustive === true;
    for (const behaviour of shows) {
      const step = stepThatShows(behaviour, lines);
      if (step === undefined) continue;
      // One of today that shows little else shows it best; then the shorter story.
      const rank = [isExhaustive ? 1 : 0, edition === 'modern' ? 0 : 1, shows.length, steps];
      const known = this.#best.get(behaviour);
      if (!known || isBefore(rank, known.rank)) this.#best.set(behaviour, { id, step, rank });
    }
  }

  get best(): Readonly<Partial<Record<BehaviourId, Showing>>> {
    const inOrder = (Object.keys(BEHAVIOURS) as BehaviourId[]).flatMap((behaviour) => {
      const found = this.#best.get(behaviour);
      return found ? [[behaviour, { id: found.id, step: found.step }] as const] : [];
    });
    return Object.fromEntries(inOrder);
  }
}

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const differs = a.findIndex((value, place) => value !== b[place]);
  return differs >= 0 && (a[differs] as number) < (b[differs] as number);
};

/** The step of the first line by which a behaviour shows in a journal, if it does. */
export function stepThatShows(behaviour: BehaviourId, lines: readonly JournalLine[]): number | undefined {
  const sign = SIGNS[behaviour];
  if (sign) {
    let isOver = false;
    for (const line of lines) {
      if (sign(line, isOver)) return line.step;
      isOver ||= line.type === 'restore.ended';
    }
  }
  return (
    lines.find((line) => 'rule' in line && line.rule !== null && ruleShows(line.rule, behaviour)) ??
    lines.find(
      (line) =>
        line.step > 1 && 'states' in line && line.states.some((state) => stateShows(line.actor, state, behaviour)),
    )
  )?.step;
}

function ruleShows(id: string, behaviour: BehaviourId): boolean {
  const rule: Rule | undefined = (RULES as Readonly<Record<string, Rule>>)[id];
  return rule?.shows.includes(behaviour) === true;
}

const stateShows = (actor: string, state: string, behaviour: BehaviourId): boolean =>
  metasOfState(actor, state).some(({ shows }) => shows?.includes(behaviour));
