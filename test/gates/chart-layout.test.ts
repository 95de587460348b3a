import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import type { AnyStateNode } from 'xstate';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Chart, type ChartView, LINE, type PlacedLabel } from '../../src/inspector/charts/chart.ts';
import { MACHINES } from '../../machines/machines.ts';
import { layOut } from '../../src/inspector/layout/charts.ts';
import { chartsOf } from '../../src/inspector/layout/charts-plugin.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';

interface Area {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const SLACK = 0.6;
const overlap = (a: Area, b: Area): boolean =>
  a.x + SLACK < b.x + b.w && b.x + SLACK < a.x + a.w && a.y + SLACK < b.y + b.h && b.y + SLACK < a.y + a.h;
const labelArea = ({ text, x, y, w }: PlacedLabel): Area => ({ name: text, x, y, w, h: LINE });
const edgeLabels = (view: ChartView): Area[] => view.edges.flatMap(({ labels }) => labels.map(labelArea));
const stays = (view: ChartView): Area[] => view.boxes.flatMap((box) => box.stays.map(labelArea));
const closedBoxes = (view: ChartView): Area[] =>
  view.boxes.filter(({ open }) => !open).map((box) => ({ ...box, name: box.path }));
const dots = (view: ChartView): Area[] =>
  view.starts.map(({ x, y }, index) => ({ name: `start ${index}`, x: x - 5, y: y - 5, w: 10, h: 10 }));

function overlaps(areas: readonly Area[]): string[] {
  return areas.flatMap((a, index) =>
    areas
      .slice(index + 1)
      .filter((b) => overlap(a, b))
      .map((b) => `${a.name} × ${b.name}`),
  );
}

/** Names of what a view shows wrongly. */
function troubles(view: ChartView): string[] {
  const all = [...edgeLabels(view), ...closedBoxes(view), ...stays(view), ...dots(view)];
  const outside = all
    .filter(({ x, y, w, h }) => x < -SLACK || y < -SLACK || x + w > view.w + SLACK || y + h > view.h + SLACK)
    .map(({ name }) => `${name} outside`);
  return [
    ...overlaps([...edgeLabels(view), ...closedBoxes(view), ...dots(view)]),
    ...overlaps(stays(view)),
    ...outside,
    ...looseEnds(view),
  ];
}

/** Edges begin and end at the borders of their states. */
function looseEnds(view: ChartView): string[] {
  const boxes = new Map(view.boxes.map((box) => [box.path, box]));
  return view.edges.flatMap(({ from, to, d }) => {
    const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
    const isOn = (path: string, point: { x: number; y: number } | undefined) => {
      // A transition of a state to one inside it begins at a dot.
      if (path === '') return true;
      const box = boxes.get(path);
      if (!box || !point) return false;
      const [dx, dy] = [
        Math.min(Math.abs(point.x - box.x), Math.abs(point.x - box.x - box.w)),
        Math.min(Math.abs(point.y - box.y), Math.abs(point.y - box.y - box.h)),
      ];
      return (
        (dx < 1 && point.y > box.y - 1 && point.y < box.y + box.h + 1) ||
        (dy < 1 && point.x > box.x - 1 && point.x < box.x + box.w + 1)
      );
    };
    return [
      ...(isOn(from, points[0]) ? [] : [`${from} → ${to} begins nowhere`]),
      ...(isOn(to, points.at(-1)) ? [] : [`${from} → ${to} ends nowhere`]),
    ];
  });
}

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

let charts: readonly Chart[] = [];
const chartOf = (id: string): Chart => {
  const chart = charts.find((candidate) => candidate.id === id);
  if (!chart) throw new Error(`no chart of ${id}`);
  return chart;
};
beforeAll(async () => {
  charts = await chartsOf(resolve('.'));
}, 450_000);

describe.each(Object.values(MACHINES).map((machine) => [machine.id, machine] as const))('%s', (id, machine) => {
  test('every state is drawn', () => {
    const drawn = chartOf(id)
      .all.boxes.map(({ path }) => path)
      .filter((path) => path !== '');
    const states = nodesOf(machine.root)
      .filter((node) => node.path.length > 0)
      .map((node) => node.path.join('.'));
    expect(drawn.toSorted()).toEqual(states.toSorted());
  });

  test('every transition is drawn once', () => {
    const { all, transitions } = chartOf(id);
    const counted = nodesOf(machine.root).reduce(
      (sum, node) =>
        sum + [...node.transitions.values(), node.always ?? []].reduce((inner, list) => inner + list.length, 0),
      0,
    );
    const drawn = [
      ...all.edges.flatMap(({ of }) => of),
      ...all.boxes.flatMap((box) => box.stays.flatMap(({ of }) => of)),
    ];
    expect(transitions).toHaveLength(counted);
    expect(drawn.toSorted((a, b) => a - b)).toEqual(transitions.map((_, index) => index));
    expect(all.edges.flatMap(({ labels }) => labels.flatMap(({ of }) => of)).length).toBeGreaterThanOrEqual(
      all.edges.flatMap(({ of }) => of).length,
    );
  });

  test('nothing overlaps, nothing is cut off, no edge hangs in the air', () => {
    const { all, whole, folded, wide } = chartOf(id);
    const views = [['all', all], ['whole', whole ?? all], ...Object.entries(folded), ...Object.entries(wide)] as const;
    expect(views.length).toBeGreaterThan(2);
    expect(views.flatMap(([name, view]) => troubles(view).map((trouble) => `${name}: ${trouble}`))).toEqual([]);
    expect(Object.keys(wide)).toEqual(Object.keys(folded));
  });

  test('a folded view of every outermost state shows it, and the ways from it', () => {
    const { folded, states, transitions } = chartOf(id);
    if (folded[''] !== undefined) {
      expect(
        folded[''].boxes
          .filter(({ path }) => path !== '')
          .map(({ path }) => path)
          .toSorted(),
      ).toEqual(
        states
          .map(({ path }) => path)
          .filter((path) => path !== '')
          .toSorted(),
      );
      return;
    }
    const outermost = states.map(({ path }) => path).filter((path) => path !== '' && !path.includes('.'));
    expect(Object.keys(folded).toSorted()).toEqual(outermost.toSorted());
    for (const path of outermost) {
      const view = folded[path];
      const leaving = [...transitions.entries()]
        .filter(
          ([, { source, target }]) =>
            (source === path || source.startsWith(`${path}.`)) &&
            target !== null &&
            target !== path &&
            !target.startsWith(`${path}.`),
        )
        .map(([place]) => place);
      const drawn = new Set(view?.edges.flatMap(({ labels }) => labels.flatMap(({ of }) => of)));
      expect(view?.boxes.map((box) => box.path)).toContain(path);
      expect(leaving.filter((index) => !drawn.has(index))).toEqual([]);
    }
  });
});

test('two layouts of one machine are equal', async () => {
  const machine = MACHINES['eligibility'];
  if (!machine) throw new Error('no such machine');
  expect(JSON.stringify(await layOut(machine))).toBe(JSON.stringify(await layOut(machine)));
});

test('what a journal says was taken is in the charts', () => {
  const file = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
  const { journal } = play(loadScenario(readFileSync(file, 'utf8'), file));
  const names = new Map(charts.map(({ id, transitions }) => [id, new Set(transitions.map(({ name }) => name))]));
  const taken = journal.lines.flatMap((line) =>
    line.type === 'transition'
      ? line.taken.map((name) => ({ actor: line.actor.slice(line.actor.lastIndexOf('/') + 1), name }))
      : [],
  );
  expect(taken.length).toBeGreaterThan(30);
  expect(taken.filter(({ actor, name }) => !names.get(actor)?.has(name))).toEqual([]);
});

test('the page carries the layout, and no layout engine', () => {
  expect(JSON.stringify(charts).length).toBeLessThan(416_000);
});
