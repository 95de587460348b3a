import { describe, expect } from 'vitest';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { RESTORE_PATH, ROOT_PATH, SYNC_PATH } from '../../src/run/actor-paths.ts';
import { leavesOf, type LiveActor } from '../../src/run/actors.ts';
import { foldLedger } from '../../src/run/ledger.ts';
import type { Simulation } from '../../src/run/simulation.ts';
import {
  announcedAfter,
  BEFORE_THE_STORY,
  endOfStep,
  settledAt,
  type Standing,
  standingAfter,
  standingAt,
  UNANNOUNCED,
} from '../../src/run/standing.ts';
import { law } from './law.ts';
import { attemptsOf, linesOf } from './reading.ts';
import { type Drama, dramas } from './worlds.ts';

/** How things stand at each step of two attempts, against the simulation itself at that moment. */
function atEachStep(drama: Drama, look: (standing: Standing, simulation: Simulation) => void): void {
  let standing = BEFORE_THE_STORY;
  let folded = 0;
  drama.play({
    attempts: 2,
    onStep: (simulation) => {
      const { lines } = simulation.journal;
      while (folded < lines.length) {
        const end = endOfStep(lines, folded);
        standing = standingAfter(standing, lines.slice(folded, end));
        folded = end;
      }
      look(standing, simulation);
    },
  });
}

type Context = Partial<Situation> & { readonly situation?: Situation | null; readonly wifi?: boolean };
const contextOf = (actor: LiveActor | undefined): Context => (actor?.snapshot.context ?? {}) as Context;

/** What the actors themselves hold. An open stage of the restore is ahead of the restore. */
function heldBy({ actors }: Simulation): { readonly restore: Situation; readonly sync: Situation | null } {
  const at = (path: string) => actors.find((actor) => actor.path === path);
  const root = contextOf(at(ROOT_PATH)).situation;
  const whole = contextOf(at(`${RESTORE_PATH}/contentDownload`)).situation ?? contextOf(at(RESTORE_PATH)).situation;
  const { ios } = contextOf(at(`${RESTORE_PATH}/backupListing`));
  const sync = contextOf(at(SYNC_PATH));
  const restore = { ...(whole ?? root), ...(ios === undefined ? {} : { ios }) } as Situation;
  return {
    restore,
    sync: sync.situation ? ({ ...sync.situation, keychainPasscode: sync.keychainPasscode } as Situation) : null,
  };
}

describe('the one fold of the journal', () => {
  law('knows after every step what the actors go by', dramas(), (drama) => {
    atEachStep(drama, ({ situation, syncSituation }, simulation) => {
      const held = heldBy(simulation);
      const stopped = simulation.journal.lines.findLast(({ type }) => type === 'event');
      const hasStopped = stopped?.type === 'event' && stopped.event === 'story.ended';
      expect(situation).toEqual(hasStopped ? { ...held.restore, ended: situation?.ended } : held.restore);
      expect(syncSituation).toEqual(held.sync);
    });
  });

  law('knows after every step who runs, and in which states', dramas(), (drama) => {
    atEachStep(drama, ({ actors }, simulation) => {
      const running = simulation.actors.map(({ path, snapshot }) => [path, leavesOf(snapshot.value)]);
      expect(actors).toEqual(Object.fromEntries(running));
    });
  });

  law('knows after every step what the surroundings are, and how the restore stands', dramas(), (drama) => {
    atEachStep(drama, ({ phone, outcome, attempt }, simulation) => {
      const root = simulation.actors[0]?.snapshot.context as { attempt: number };
      const connection = simulation.actors.find(({ path }) => path === 'simulation/connection')?.snapshot;
      expect({ ...phone, attempt }).toEqual({
        wifi: connection?.matches({ wifi: 'on' }),
        power: connection?.matches({ power: 'on' }),
        attempt: root.attempt,
        locked: phone.locked,
      });
      expect(outcome).toBe(foldLedger([], simulation.journal.lines).outcome);
    });
  });

  law('says of each part alone what it says of all of them', dramas(), (drama) => {
    const { lines } = drama.play({ attempts: 2 }).journal;
    const whole = standingAt(lines);
    expect(whole).toMatchObject(settledAt(lines, Number.POSITIVE_INFINITY));
    expect(whole).toMatchObject(announcedAfter(UNANNOUNCED, lines));
  });

  law('leaves a question open until an answer fits or the restore that asked is over', dramas(), (drama) => {
    atEachStep(drama, ({ prompts }, simulation) => {
      const lines = attemptsOf(simulation.journal.lines).at(-1) ?? [];
      const fits = linesOf(lines, 'prompt.answered').filter(({ answer }) => answer !== 'wrong');
      const ended = linesOf(lines, 'restore.ended').at(-1);
      const open = linesOf(lines, 'prompt.shown').filter(
        (line) =>
          !fits.some(({ n, prompt, account }) => n > line.n && prompt === line.prompt && account === line.account) &&
          !(ended && ended.n > line.n && line.actor.startsWith(RESTORE_PATH)),
      );
      expect(prompts.map(({ prompt }) => prompt)).toEqual(open.map(({ prompt }) => prompt));
    });
  });
});

describe('the journal', () => {
  law('says of a situation only what is new', dramas(), (drama) => {
    for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
      const said: Record<string, Record<string, string>> = {};
      for (const { actor, changed } of linesOf(lines, 'situation.changed')) {
        const side = (said[actor === SYNC_PATH ? 'sync' : 'restore'] ??= {});
        expect(Object.keys(changed)).not.toEqual([]);
        for (const [name, value] of Object.entries(changed)) {
          expect([name, JSON.stringify(value)]).not.toEqual([name, side[name]]);
          side[name] = JSON.stringify(value);
        }
      }
    }
  });
});
