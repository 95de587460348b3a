// Its conditions may change from attempt to attempt.
import '../../scenario/change.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Plain, Scenario } from '../../scenario/scenario.ts';

/** A scenario of the page, from what it states. Throws an InputError when the loader has something against it. */
export const readStated = (stated: Plain, id: string): Scenario =>
  scenarioFrom(stated, id, (found) => found.map(({ message }) => ({ file: `${id}.yaml`, message })));
