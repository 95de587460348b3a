import * as fc from 'fast-check';
import { PHASES } from '../../src/scenario/scenario.ts';

/** Scripts of plausible events. An entry that never becomes possible is dropped when the world is played. */

export type Entry = Readonly<Record<string, string | true>>;
export interface Names {
  readonly accounts: readonly string[];
  readonly backups: readonly string[];
  readonly apps: readonly string[];
}

/** Parts of the story in which the moment does not depend on the speed of the network. */
const STEADY_PHASES = PHASES.filter((phase) => !['sync', 'over'].includes(phase));
const SURROUNDINGS = ['wifi.lost', 'wifi.back', 'power.lost', 'power.back'] as const;

const around: fc.Arbitrary<Entry> = fc
  .tuple(fc.constantFrom(...SURROUNDINGS), fc.constantFrom(...STEADY_PHASES))
  .map(([event, during]) => ({ do: event, during }));

function choices(names: Names): fc.Arbitrary<Entry>[] {
  const account = fc.constantFrom(...names.accounts);
  return [
    fc.constantFrom<Entry>(
      { do: 'back', during: 'sign-in' },
      { do: 'back', during: 'listing' },
      { do: 'passcode.skipped' },
      { do: 'setup.asNew' },
      { do: 'update.requested' },
      { do: 'erase.requested' },
      { do: 'restore.requested' },
      { do: 'backup.passwordEntered', password: 'wrong' },
      { do: 'backup.passwordEntered', password: 'right' },
      { do: 'stop.tapped' },
      { do: 'move.failed' },
      { do: 'computer.disconnected' },
    ),
    fc.constantFrom(...STEADY_PHASES).map((during) => ({ do: 'person.gaveUp', during })),
    account.map((id) => ({ do: 'account.entered', account: id, password: 'wrong', during: 'sign-in' })),
    account.map((id) => ({ do: 'account.entered', account: id, password: 'right', during: 'sign-in' })),
    account.map((id) => ({ do: 'store.passwordSkipped', account: id })),
    ...(names.backups.length > 0
      ? [fc.constantFrom(...names.backups).map((id) => ({ do: 'backup.chosen', backup: id }))]
      : []),
    ...(names.apps.length > 0
      ? [fc.constantFrom(...names.apps).map((id) => ({ do: 'app.loggedIn', app: id, during: 'download' }))]
      : []),
    around,
    around,
  ];
}

/** What a person does after the restore. */
function afterwards(names: Names): fc.Arbitrary<Entry>[] {
  const account = fc.constantFrom(...names.accounts);
  return [
    account.map((id) => ({ do: 'store.passwordEntered', account: id, during: 'over' })),
    account.map((id) => ({ do: 'settings.signedIn', account: id, during: 'over' })),
    ...(names.apps.length > 0
      ? [fc.constantFrom(...names.apps).map((id) => ({ do: 'app.loggedIn', app: id, during: 'over' }))]
      : []),
  ];
}

/**
 * In the order of the story, so that one entry does not run past the others; what has no part of the story stays
 * where it is drawn.
 */
function inOrder(entries: readonly Entry[]): Entry[] {
  const ranked = entries.map((entry, index) => {
    const during = PHASES.findIndex((phase) => phase === entry['during']);
    const rank = during >= 0 ? during : (RANKS[String(entry['do'])] ?? index * 2);
    return { entry, rank };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
const phase = (name: (typeof PHASES)[number]): number => PHASES.indexOf(name);
const RANKS: Readonly<Record<string, number>> = {
  'restore.requested': phase('in-use'),
  'erase.requested': phase('in-use'),
  'passcode.skipped': phase('set-up'),
  'update.requested': phase('listing'),
  'backup.chosen': phase('listing'),
  'backup.passwordEntered': phase('listing'),
  'setup.asNew': phase('listing'),
  'computer.disconnected': phase('placement'),
  'move.failed': phase('restart'),
  'store.passwordSkipped': phase('download'),
  'stop.tapped': phase('download') + 0.5,
  'keychain.passcodeSkipped': phase('sync'),
  'keychain.passcodeEntered': phase('sync') + 0.5,
};

const duration = fc.constantFrom('20 seconds', '3 minutes', '40 minutes', '7 hours', '2 days');

/** Nothing in it depends on how fast anything goes. */
export const timelessScripts = (names: Names): fc.Arbitrary<Entry[]> =>
  fc.array(fc.oneof(...choices(names)), { maxLength: 5, size: 'max' }).map(inOrder);

/** Anything, at any moment. */
export function hurriedScripts(names: Names): fc.Arbitrary<Entry[]> {
  const timed = fc.oneof(
    duration.map((wait): Entry => ({ wait })),
    fc
      .tuple(fc.constantFrom(...SURROUNDINGS, 'screen.tapped', 'screen.locked'), fc.constantFrom(...PHASES), duration)
      .map(([event, during, after]): Entry => ({ do: event, during, after })),
    duration.map((after): Entry => ({ do: 'stop.tapped', during: 'download', after })),
    fc.constantFrom<Entry>({ do: 'keychain.passcodeSkipped' }, { do: 'keychain.passcodeEntered' }, { end: 'story' }),
  );
  return fc
    .array(fc.oneof(...choices(names), timed, timed, ...afterwards(names)), { maxLength: 7, size: 'max' })
    .map(inOrder);
}
