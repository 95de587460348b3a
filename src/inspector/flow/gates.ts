import { must } from '../../model/must.ts';
import { formatCount } from '../../model/bytes.ts';
import { type Gate, GATES } from '../../model/fates.ts';
import type { Voice } from '../../report/device-voice.ts';
import type { Flow, Measure } from './flow.ts';
import type { FlowSize } from './flow-sizes.ts';
import { APART, BEHIND_GATE } from './labels.ts';

export interface PlacedGate {
  readonly gate: Gate;
  /** The middle of its column. */
  readonly x: number;
  /** Its title and, below it, what happens there: line by line. */
  readonly title: readonly string[];
  readonly sums: readonly string[];
  /** Where its words end. */
  readonly until: number;
}

interface Head {
  readonly gate: Gate;
  readonly title: readonly string[];
  readonly sums: readonly string[];
  readonly width: number;
}
/** Words of a branch that stand right of their gate need so much room before the next gate where something drops. */
interface Need {
  readonly from: number;
  readonly to: number;
  readonly room: number;
}

const BETWEEN = 8;
/** Room for the line of a gate without words, and for one in the least room. */
const TICK = 6;
const THIN_TICK = 2;
const isThin = ({ width }: Head): boolean => width <= THIN_TICK;

/**
 * Places the gates between `from` and `to`: every head has its room, and words below as far as there is room for
 * them side by side.
 */
export function placeGates(
  { gates }: Flow,
  labels: readonly { readonly gate: Gate | null; readonly width: number }[],
  { from, to }: { readonly from: number; readonly to: number },
  { measure, voice, size }: { readonly measure: Measure; readonly voice: Voice; readonly size: FlowSize },
): PlacedGate[] {
  const headsWith = (titleOf: (gate: Gate, isBusy: boolean) => readonly string[]): readonly Head[] =>
    gates.map(({ gate, drops, waits, toSync }) => {
      const isBusy = drops.items + waits.items + toSync.items > 0;
      const title = titleOf(gate, isBusy);
      const sums =
        title.length === 0 || size === 'small'
          ? []
          : [
              ...(drops.items > 0 || waits.items === 0
                ? [drops.items > 0 ? `${formatCount(drops.items)} drop` : 'none']
                : []),
              ...(waits.items > 0 ? [`${formatCount(waits.items)} open`] : []),
              ...(toSync.items > 0 ? [`${formatCount(toSync.items)} to sync`] : []),
            ];
      const width = Math.max(
        TICK,
        ...title.map((text) => measure(text, 'strong')),
        ...sums.map((text) => measure(text, 'plain')),
      );
      return { gate, title, sums, width };
    });
  const reaches = (all: readonly Head[], places = leftmost(all, [], from)): number =>
    must(places.at(-1), 'the last gate') + must(all.at(-1), 'the last gate').width / 2;
  // In a narrow picture a title of several words takes two lines, and gates at which nothing leaves keep their line
  // only.
  const ways = [
    () => headsWith((gate) => [voice(GATES[gate].title)]),
    () => headsWith((gate) => (size === 'small' ? [voice(GATES[gate].title)] : inTwo(voice(GATES[gate].title)))),
    () => headsWith((gate, isBusy) => (isBusy ? [voice(GATES[gate].title)] : [])),
    ...(size === 'small' ? [() => ways[2]().map(thinned)] : []),
  ] as const;
  let heads = must(ways[0], 'a way to write heads')();
  for (const write of ways) {
    heads = write();
    if (reaches(heads) <= to) break;
  }
  let needs = needsOf(heads, labels);
  let places = leftmost(heads, needs, from);
  while (needs.length > 0 && reaches(heads, places) > to) {
    // The largest need gives way; its words go below those of the next gate.
    const largest = Math.max(...needs.map(({ room }) => room));
    needs = needs.filter(({ room }) => room < largest);
    places = leftmost(heads, needs, from);
  }
  const spare = Math.max(0, to - reaches(heads, places));
  return heads.map(({ gate, title, sums, width }, index) => {
    const x = must(places[index], 'a place') + (spare * (index + 0.5)) / heads.length;
    return { gate, title, sums, x, until: x + width / 2 };
  });
}

const thinned = (head: Head): Head => (head.title.length === 0 ? { ...head, width: THIN_TICK } : head);

/** “On the phone” in two lines: “On the”, “phone”. */
function inTwo(title: string): readonly string[] {
  const at = title.lastIndexOf(' ');
  return at < 0 ? [title] : [title.slice(0, at), title.slice(at + 1)];
}

function needsOf(
  heads: readonly Head[],
  labels: readonly { readonly gate: Gate | null; readonly width: number }[],
): Need[] {
  const widest = heads.map(({ gate }) =>
    Math.max(0, ...labels.filter((label) => label.gate === gate).map(({ width }) => width)),
  );
  const dropping = [...widest.keys()].filter((index) => must(widest[index], 'a width') > 0);
  return dropping.slice(1).map((to, index) => {
    const first = must(dropping[index], 'a gate that drops');
    return { from: first, to, room: BEHIND_GATE + must(widest[first], 'a width') + APART };
  });
}

function leftmost(heads: readonly Head[], needs: readonly Need[], from: number): number[] {
  const places: number[] = [];
  for (const [place, head] of heads.entries()) {
    const { width } = head;
    const before = heads[place - 1];
    const beside = before
      ? must(places[place - 1], 'the place before') +
        before.width / 2 +
        (isThin(before) || isThin(head) ? 1 : BETWEEN) +
        width / 2
      : from + width / 2;
    places.push(
      Math.max(
        beside,
        ...needs.filter(({ to }) => to === place).map((need) => must(places[need.from], 'a place') + need.room),
      ),
    );
  }
  return places;
}
