import { guardNamed } from '../../machines/guards.ts';
import { must } from '../model/must.ts';
import { machineIdOf } from './actor-paths.ts';
import type { Refusal } from './journal-line.ts';

/** What a guard says when it says no. */
export const wordsOfRefusal = ({ actor, guard }: Refusal): string =>
  must(guardNamed(machineIdOf(actor), guard), `the guard ${guard}`).words;
