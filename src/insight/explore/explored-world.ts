import type { Route } from '../../model/kinds.ts';
import { InputError } from '../../model/problem.ts';
import type { PossibleEventType } from '../../run/possible-events.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** A small world whose every course is explored, and what stays out so that it can be. */
export interface ExploredWorld {
  readonly name: string;
  readonly why: string;
  readonly route?: Route;
  readonly edition?: 'ios7' | 'ios8' | 'modern';
  readonly world: Readonly<Record<string, unknown>>;
  readonly without?: readonly PossibleEventType[];
  /** The restore is done again in the same story. */
  readonly isTwice?: true;
}

export const NIGHTLY = { id: 'nightly', made: '2026-02-28' };
export const OLD = { id: 'old', made: '2026-02-01' };

/* What stays out of a world that is about something else. */

export const SURROUNDINGS = ['wifi.lost', 'power.lost'] as const satisfies readonly PossibleEventType[];
export const FROZEN = ['phone.froze', 'restart.forced'] as const satisfies readonly PossibleEventType[];
export const SIGNED_OUT = ['settings.signedOut'] as const satisfies readonly PossibleEventType[];
export const LEFT_EARLY = [
  'back',
  'person.gaveUp',
  'setup.asNew',
  'settings.signedIn',
  ...SIGNED_OUT,
] as const satisfies readonly PossibleEventType[];
export const ACTS_ON_APPS = [
  'app.installed',
  'app.deleted',
  'app.offloaded',
  'app.signedOut',
] as const satisfies readonly PossibleEventType[];

export const scenarioOfWorld = ({
  name,
  why,
  route = 'icloud',
  edition = 'modern',
  world,
}: ExploredWorld): Scenario => {
  const complain = (complaints: readonly { readonly message: string }[]) =>
    complaints.map(({ message }) => ({ file: name, message }));
  const stated = { title: name, why, edition, route, world, expect: { outcome: 'in-progress' } };
  return scenarioFrom(stated, name, (complaints) => {
    throw new InputError(complain(complaints));
  });
};
