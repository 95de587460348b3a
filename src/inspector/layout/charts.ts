import type { AnyStateMachine } from 'xstate';
import type { Chart, ChartState, ChartView } from '../charts/chart.ts';
import { placeView, type Room, shrinkOf } from './place.ts';
import { type Model, type ModelState, readMachine } from './read-machine.ts';
import { type Fold, viewOf } from './view.ts';

/** The room that a picture has on the page: in its card, or unfolded. */
const CARDS: Readonly<Record<string, Room>> = {
  restore: { w: 466, h: 220, gap: 11 },
  icloudSync: { w: 194, h: 184, gap: 11 },
};
const CARD: Room = { w: 250, h: 190, gap: 11 };
/** What a card shrinks to on a small screen. */
const WIDE: Room = { w: 640, h: 110, gap: 9 };
const SHEET: Room = { w: 1500, h: 950, gap: 22 };
/** Words are not drawn smaller than they are: what is larger than its room is folded further. */
const MAX_SHRINK = 1;
/** A machine so much larger than its card is shown whole where a window gives the card more room. */
const MAX_WHOLE = 1.8;

/** Lays a machine out: complete, and as it is shown in a card. */
export async function layOut(machine: AnyStateMachine): Promise<Chart> {
  const model = readMachine(machine);
  const card = CARDS[model.id] ?? CARD;
  const whole = await best(model, card, [{ short: true }, { short: true, stacked: true }]);
  const shrink = shrinkOf(whole, card);
  return {
    id: model.id,
    states: statesOf(model.root),
    transitions: model.transitions,
    all: await best(model, SHEET, [{}, { stacked: true }]),
    whole: shrink > MAX_SHRINK && shrink <= MAX_WHOLE ? whole : null,
    folded: shrink <= MAX_SHRINK ? { '': whole } : await foldAround(model, card),
    wide: await inWide(model, shrink <= MAX_SHRINK),
  };
}

async function inWide(model: Model, isSmall: boolean): Promise<Record<string, ChartView>> {
  if (isSmall) return { '': await best(model, WIDE, [{ short: true }, { short: true, stacked: true }]) };
  const views: Record<string, ChartView> = {};
  for (const { path: focus } of model.root.children)
    views[focus] = await best(model, WIDE, [{ focus, short: true, stacked: true }]);
  return views;
}

/** Around each outermost state, as many of the others as fit. */
async function foldAround(model: Model, card: Room): Promise<Record<string, ChartView>> {
  const views: Record<string, ChartView> = {};
  for (const { path: focus } of model.root.children) {
    const near = [
      { focus, short: true },
      { focus, short: true, stacked: true },
    ];
    const nearest = await best(model, card, near);
    const far =
      shrinkOf(nearest, card) > 0.8
        ? undefined
        : await firstFit(model, card, [
            { focus, reach: 3, short: true },
            { focus, reach: 2, short: true },
          ]);
    views[focus] = far ?? nearest;
  }
  return views;
}

async function firstFit(model: Model, card: Room, folds: readonly Fold[]): Promise<ChartView | undefined> {
  for (const fold of folds) {
    const view = await placeView(viewOf(model, fold), card);
    if (shrinkOf(view, card) <= MAX_SHRINK) return view;
  }
  return undefined;
}

/** The first way to draw it that fits, or the one that needs to shrink least. */
async function best(model: Model, room: Room, folds: readonly Fold[]): Promise<ChartView> {
  let found: ChartView | undefined;
  for (const fold of folds) {
    if (found && shrinkOf(found, room) <= 1) break;
    const view = await placeView(viewOf(model, fold), room);
    if (!found || shrinkOf(view, room) < shrinkOf(found, room)) found = view;
  }
  if (!found) throw new Error(`${model.id} was not laid out.`);
  return found;
}

const statesOf = ({ path, name, kind, says, gate, screen, shows, runs, children }: ModelState): ChartState[] => [
  { path, name, kind, says, gate, screen, shows, runs },
  ...children.flatMap(statesOf),
];
