import { RESTORE_PATH } from '../../run/actor-paths.ts';
import { foldLedger, type LedgerRow } from '../../run/ledger.ts';
import type { PossibleEvent } from '../../run/possible-events.ts';
import { resume, writeDown } from '../../run/resume.ts';
import type { Simulation } from '../../run/simulation.ts';

/** How a story goes on from a moment, told without touching the story itself. */
export interface Future {
  /** Whether the restore comes to its end so. */
  readonly ends: boolean;
  /** Simulated moment of that end, or the last moment at which anything happened. */
  readonly atMs: number;
  readonly rows: readonly LedgerRow[];
}

/** More steps than any story has from here. */
const MAX_FUTURE_STEPS = 200_000;

const isOver = ({ actors }: Simulation): boolean => !actors.some(({ path }) => path === RESTORE_PATH);

/** What somebody does who looks after the phone and finds that nothing moves. */
const HELPS: readonly PossibleEvent[] = [{ type: 'power.back' }, { type: 'wifi.back' }];

/** Nobody touches anything: time alone passes. */
export const leftAlone = (here: Simulation): Future => tell(here, undefined, false);

/** Each question is answered as far as it can be, and what is missing is connected. */
export const lookedAfter = (here: Simulation, first?: PossibleEvent): Future => tell(here, first, true);

function tell(here: Simulation, first: PossibleEvent | undefined, isTouched: boolean): Future {
  const simulation = resume(writeDown(here), [here.file]);
  if (first) simulation.send(first);
  let endedAt = isOver(simulation) ? simulation.now : undefined;
  for (let steps = 0; steps < MAX_FUTURE_STEPS && goOn(simulation, isTouched); steps += 1)
    if (endedAt === undefined && isOver(simulation)) endedAt = simulation.now;
  return {
    ends: endedAt !== undefined,
    atMs: endedAt ?? simulation.now,
    rows: foldLedger(simulation.file.world.items, simulation.journal.lines).rows,
  };
}

/** Who sees that no room is left makes some; without it the rest has its turn and does not come. */
const ROOM: PossibleEvent = { type: 'room.freed' };
export const lacksRoom = (simulation: Simulation): boolean => simulation.can(ROOM);

function goOn(simulation: Simulation, isTouched: boolean): boolean {
  if (isTouched && lacksRoom(simulation)) return simulation.send(ROOM);
  const usual = isTouched ? simulation.usual() : undefined;
  if (usual) return simulation.send(usual);
  if (simulation.advance()) return true;
  const help = isTouched && !isOver(simulation) ? HELPS.find((event) => simulation.can(event)) : undefined;
  return help !== undefined && simulation.send(help);
}
