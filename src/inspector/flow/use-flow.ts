import { type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import { GATE_ORDER, GATES } from '../../model/fates.ts';
import { type Voice, voiceOf } from '../../report/device-voice.ts';
import type { Route } from '../../model/kinds.ts';
import type { Frame } from '../../stepping/frame.ts';
import type { Recording } from '../../stepping/recording.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { wordOf } from '../parts/Fate.tsx';
import type { StoryStore } from '../state/story-store.ts';
import { useRoute, useStory } from '../state/use-story.ts';
import { type Branch, type Flow, flowOf, summedByFate } from './flow.ts';
import type { By, FlowLayout } from './placed-flow.ts';
import { layOutFlow } from './flow-layout.ts';
import type { FlowSize } from './flow-sizes.ts';
import { measureText } from './measure.ts';

interface Room {
  readonly w: number;
  readonly h: number;
}

export interface ShownFlow {
  readonly flow: Flow;
  readonly layout: FlowLayout;
  readonly size: FlowSize;
  readonly route: Route;
  readonly ids: boolean;
  readonly voice: Voice;
}

/** The flow at this step, laid out for the room of its host; null until that is known. */
export function useFlow(
  store: StoryStore,
  host: RefObject<HTMLElement | null>,
  by: By,
  size: FlowSize,
): ShownFlow | null {
  const { recording, position, ledger } = useStory(store, 'recording', 'position', 'ledger');
  const route = useRoute(store);
  const { world } = store;
  const voice = useMemo(() => voiceOf(world), [world]);
  const room = useRoom(host);
  const ids = useMachinery();
  const flow = useMemo(() => {
    const whole = flowOf(recording.items, ledger.rows);
    return size === 'small' ? summedByFate(whole) : whole;
  }, [recording, ledger, size]);
  const reach = reachOf(recording, position);
  return useMemo(() => {
    if (!room) return null;
    const layout = layOutFlow(flow, { ...room, by, size, reach, measure: measureText, route, ids, voice });
    return { flow, layout, size, route, ids, voice };
  }, [flow, room, by, size, reach, route, ids, voice]);
}

/** A branch is picked: the ledger shows its items, and why is told of the largest. */
export function pickBranch(store: StoryStore, branch: Branch, rest: readonly Branch[]): void {
  const isAlone = rest.length === 0;
  const stops = branch.kind === 'drops' && branch.gate !== null;
  store.picked.setFilter({
    fates: isAlone ? [branch.fate] : [],
    gate: branch.kind === 'drops' ? branch.gate : null,
    rule: isAlone && branch.kind === 'drops' ? branch.rule : null,
    text: '',
    label: isAlone
      ? `${wordOf(branch.fate, store.route)}${stops ? `, ${GATES[branch.gate].title.toLowerCase()}` : ''}`
      : `${rest.length + 1} reasons`,
  });
  store.picked.select(branch.first);
}

/** How far the restore has come in its present attempt: the furthest gate that it has stood at. */
function reachOf(recording: Recording, position: number): number {
  let reach = -1;
  const { attempt, outcome } = recording.frame(position);
  for (let index = position; index >= 0; index -= 1) {
    const frame: Frame | undefined = recording.frames[index];
    if (!frame || frame.attempt !== attempt) break;
    if (GATES[frame.gate].lane === 'restore') reach = Math.max(reach, GATE_ORDER.indexOf(frame.gate));
  }
  return outcome === 'in-progress' && position === 0 ? -1 : reach;
}

function useRoom(host: RefObject<HTMLElement | null>): Room | null {
  const [room, setRoom] = useState<Room | null>(null);
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const measure = () => {
      const { clientWidth: w, clientHeight: h } = current;
      setRoom((before) => (before?.w === w && before.h === h ? before : { w, h }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [host]);
  return room;
}
