import { must } from '../model/must.ts';
import { phasesOf } from '../run/phases.ts';
import type { Phase } from '../model/events.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Frame } from './frame.ts';
import { eventOf } from './given-event.ts';
import { CaseFiles, LiveRun } from './live-run.ts';
import type { Recording } from './recording.ts';

type Plain = Record<string, unknown>;

/**
 * The script that a recording amounts to: what the usual person would do anyway is left out,
 * everything else is named with the part of the story and the time in it.
 */
export function scriptOf(scenario: Scenario, recording: Recording): Plain[] {
  const live = LiveRun.begin(new CaseFiles(scenario));
  const began = new Map<Phase, number>();
  const script: Plain[] = [];
  const note = () => {
    for (const phase of phasesOf(live.simulation)) if (!began.has(phase)) began.set(phase, live.simulation.now);
  };
  note();
  for (const frame of recording.frames.slice(1)) {
    if (isOwn(frame, live)) script.push(entryOf(frame, live, began));
    live.follow(recording, frame.step - 1);
    note();
  }
  return script;
}

function isOwn(frame: Frame, live: LiveRun): boolean {
  if (!frame.given || frame.given.by === 'clock' || frame.given.by === 'run') return false;
  return JSON.stringify(live.simulation.usual()) !== JSON.stringify(eventOf(frame.given));
}

function entryOf({ given, atMs, refused }: Frame, live: LiveRun, began: ReadonlyMap<Phase, number>): Plain {
  const beganAt = (phase: Phase): number => must(began.get(phase), `the beginning of ${phase}`);
  const phase = phasesOf(live.simulation).toSorted((a, b) => beganAt(b) - beganAt(a))[0];
  const after = Math.round((atMs - (phase === undefined ? 0 : beganAt(phase))) / 1000);
  return {
    do: given?.event,
    ...(phase === undefined ? {} : { during: phase }),
    ...(phase === undefined || after <= 0 ? {} : { after: `${after} seconds` }),
    ...(refused ? { refused: true } : {}),
    ...given?.data,
  };
}
