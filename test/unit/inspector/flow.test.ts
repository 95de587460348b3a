import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FATE_ORDER, FATES, GATE_ORDER } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import type { Route } from '../../../src/model/kinds.ts';
import { type Flow, flowOf, summedByFate } from '../../../src/inspector/flow/flow.ts';
import { END_TITLE, type FlowLayout, SOURCE_TITLE } from '../../../src/inspector/flow/placed-flow.ts';
import { layOutFlow } from '../../../src/inspector/flow/flow-layout.ts';
import { reasonOf, titleOf } from '../../../src/inspector/flow/flow-words.ts';
import type { LedgerRow } from '../../../src/run/ledger.ts';

/** A backup's way, and an iPhone. */
const asPhone = { route: 'icloud' as const, ids: true, voice: (text: string) => text };
const measure = (text: string, weight: 'plain' | 'strong' | 'code') => text.length * (weight === 'plain' ? 6.6 : 7);
const RULES = ['keychain/same-device', 'app/bound-to-device', 'capture/photos-on', 'store/withdrawn', 'a/b'];

const anyRow = fc.record({
  fate: fc.option(fc.constantFrom(...FATE_ORDER), { nil: null }),
  gate: fc.constantFrom(...GATE_ORDER),
  rule: fc.constantFrom(...RULES),
  copy: fc.option(
    fc.record({
      outcome: fc.constantFrom('eligible' as const, 'excluded' as const, 'never-in-backup' as const),
      gate: fc.constantFrom(...GATE_ORDER),
      rule: fc.constant(null),
    }),
    { nil: null },
  ),
  bytes: fc.oneof(fc.constant(0), fc.nat(5000), fc.integer({ min: 0, max: 16e12 })),
});
const anyLedger = fc.array(anyRow, { maxLength: 60 }).map((drafts) => ({
  items: drafts.map(({ bytes }, index) => ({ title: `Item ${index}`, bytes })),
  rows: drafts.map(({ fate, gate, rule, copy }, index): LedgerRow => ({
    id: `i${index}`,
    fate,
    gate: fate === null ? null : gate,
    rule: fate === null ? null : rule,
    missing: null,
    also: [],
    onPhone: fate !== null && FATES[fate].arrives,
    under: null,
    from: fate !== null && FATES[fate].arrives ? 'backup' : null,
    backupCopy: copy,
    syncWithheld: null,
  })),
}));

const plus = (a: { items: number; bytes: number }, b: { items: number; bytes: number }) => ({
  items: a.items + b.items,
  bytes: a.bytes + b.bytes,
});
const sum = (parts: readonly { readonly items: number; readonly bytes: number }[]) =>
  parts.reduce<{ items: number; bytes: number }>(plus, { items: 0, bytes: 0 });

describe('the flow of any ledger', () => {
  test('loses and invents nothing, at any gate', () => {
    fc.assert(
      fc.property(anyLedger, ({ items, rows }) => {
        const flow = flowOf(items, rows);
        const total = { items: items.length, bytes: items.reduce((all, { bytes }) => all + bytes, 0) };
        expect(flow.total).toEqual(total);
        expect(sum(flow.branches)).toEqual(total);
        expect(flow.gates.map(({ gate }) => gate)).toEqual(GATE_ORDER);
        let comes = total;
        for (const gate of flow.gates) {
          expect(gate.comes).toEqual(comes);
          expect(sum([gate.drops, gate.waits, gate.toSync, gate.goesOn])).toEqual(gate.comes);
          comes = gate.goesOn;
        }
        expect(comes).toEqual(sum(flow.branches.filter(({ kind }) => kind === 'stays')));
        const open = rows.filter(({ fate }) => fate === 'pending' || fate === 'unknown').length;
        expect(flow.gates.reduce((all, { waits }) => all + waits.items, 0)).toBe(open);
        const small = summedByFate(flow);
        expect(sum(small.branches)).toEqual(total);
        expect(small.branches.map(({ fate, gate, kind }) => `${kind} ${fate} ${String(gate)}`)).toHaveLength(
          new Set(flow.branches.map(({ fate, gate, kind }) => `${kind} ${fate} ${String(gate)}`)).size,
        );
      }),
    );
  });

  test('agrees with the ledger, fate by fate and rule by rule', () => {
    fc.assert(
      fc.property(anyLedger, ({ items, rows }) => {
        const flow = flowOf(items, rows);
        for (const fate of [...FATE_ORDER, null]) {
          const places = [...rows.keys()].filter((index) => rows[index]?.fate === fate);
          const expected = {
            items: places.length,
            bytes: places.reduce((all, index) => all + (items[index]?.bytes ?? 0), 0),
          };
          expect(sum(flow.branches.filter((branch) => branch.fate === (fate ?? 'on-the-way')))).toEqual(expected);
        }
        for (const branch of flow.branches.filter(({ kind }) => kind === 'drops')) {
          expect(branch.items).toBe(
            rows.filter((row) => row.fate === branch.fate && row.gate === branch.gate && row.rule === branch.rule)
              .length,
          );
        }
        const arrived = rows.filter(({ fate }) => fate !== null && FATES[fate].arrives);
        expect(flow.arrived.items).toBe(arrived.length);
      }),
    );
  });
});

const branch = (fate: LedgerRow['fate'], gate: LedgerRow['gate'], rule: string | null): LedgerRow => ({
  id: rule ?? fate ?? '',
  fate,
  gate,
  rule,
  missing: null,
  also: [],
  onPhone: false,
  under: null,
  from: null,
  backupCopy: null,
  syncWithheld: null,
});

/** The rectangles of all words that a layout places. */
function words(
  { branches, gates, source, endX }: FlowLayout,
  w: number,
): { readonly name: string; readonly x: number; readonly y: number; readonly w: number; readonly h: number }[] {
  const heads = gates
    .map(({ gate, x, title, sums }) => {
      const says = [...title, ...sums];
      return { name: gate, w: Math.max(...says.map((text) => measure(text, 'plain'))), x, y: 10, h: says.length * 17 };
    })
    .filter((head) => head.h > 0)
    .map((head) => ({ ...head, x: head.x - head.w / 2 }));
  const sides = [
    { name: SOURCE_TITLE, x: source.x, y: 10, w: measure(SOURCE_TITLE, 'strong'), h: 17 },
    { name: END_TITLE, x: endX, y: 10, w: measure(END_TITLE, 'strong'), h: 17 },
  ];
  const labels = branches.flatMap(({ branch: { fate, rule, kind }, words: at, with: rest }) => {
    if (!at) return [];
    if (at.where === 'inside')
      return [{ name: 'on the way', x: at.x, y: at.y - 11, w: 18 + measure(at.title, 'strong'), h: 14 }];
    if (at.where === 'end')
      return [
        {
          name: fate,
          x: at.x,
          y: at.y - 12,
          w: Math.min(w - at.x, 18 + measure(at.title, 'strong')),
          h: at.size === '' ? 14 : 30,
        },
      ];
    expect(kind).toBe('drops');
    return [
      {
        name: `${fate} ${rule ?? ''}`,
        x: at.x,
        y: at.y - 12,
        w:
          at.size === ''
            ? measure(at.title, 'strong')
            : Math.max(
                measure(`${at.title} ${at.size}`, 'strong'),
                measure(`${FATES[fate as 'excluded'].word} ${rest.length > 0 ? '' : (rule ?? '')}`, 'strong'),
              ),
        h: at.size === '' ? 14 : 32,
      },
    ];
  });
  return [...sides, ...heads, ...labels];
}

function overlapping(layout: FlowLayout, w: number): string[] {
  const all = words(layout, w);
  return all.flatMap((a, index) =>
    all
      .slice(index + 1)
      .filter((b) => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h)
      .map((b) => `${a.name} × ${b.name}`),
  );
}

/** What is drawn in a picture of a size. */
const flowIn =
  (size: 'whole' | 'small') =>
  (...ledger: Parameters<typeof flowOf>): Flow =>
    size === 'small' ? summedByFate(flowOf(...ledger)) : flowOf(...ledger);

describe('the picture of a flow', () => {
  const rooms = fc.record({
    size: fc.constantFrom('whole' as const, 'small' as const),
    w: fc.integer({ min: 320, max: 1600 }),
    h: fc.integer({ min: 120, max: 1000 }),
    by: fc.constantFrom('bytes' as const, 'items' as const),
    reach: fc.integer({ min: -1, max: 7 }),
  });

  test('has no words over words and none beyond the right edge', () => {
    fc.assert(
      fc.property(anyLedger, rooms, ({ items, rows }, room) => {
        const layout = layOutFlow(flowIn(room.size)(items, rows), { ...room, measure, ...asPhone });
        expect(overlapping(layout, layout.w)).toEqual([]);
        for (const { name, x, y, w, h } of words(layout, layout.w)) {
          expect([name, x >= 0, x + w <= layout.w + 1, y >= 0, y + h <= layout.h]).toEqual([
            name,
            true,
            true,
            true,
            true,
          ]);
        }
      }),
    );
  });

  test('draws nothing thinner than 2 px, says what is not to scale, and keeps true ratios for the rest', () => {
    fc.assert(
      fc.property(anyLedger, rooms, ({ items, rows }, room) => {
        const { branches, thin } = layOutFlow(flowIn(room.size)(items, rows), { ...room, measure, ...asPhone });
        expect(branches.every(({ thick }) => thick >= 2)).toBe(true);
        expect(thin).toBe(branches.some((placed) => placed.thin));
        const scaled = branches.filter((placed) => !placed.thin);
        const value = (placed: (typeof branches)[number]) => sum([placed.branch, ...placed.with])[room.by];
        for (const [place, placed] of scaled.entries()) {
          const first = scaled[0];
          if (place > 0 && first) expect(placed.thick / value(placed)).toBeCloseTo(first.thick / value(first), 9);
        }
      }),
    );
  });

  test('shows every branch, alone or with the smallest others of its gate', () => {
    fc.assert(
      fc.property(anyLedger, rooms, ({ items, rows }, room) => {
        const flow: Flow = flowIn(room.size)(items, rows);
        const { branches } = layOutFlow(flow, { ...room, measure, ...asPhone });
        expect(
          branches
            .flatMap((placed) => [placed.branch, ...placed.with])
            .map(({ key }) => key)
            .toSorted(),
        ).toEqual(flow.branches.map(({ key }) => key).toSorted());
        for (const placed of branches) expect(placed.with.every(({ gate }) => gate === placed.branch.gate)).toBe(true);
      }),
    );
  });

  test('what does not arrive is hatched, what does ends in a block', () => {
    const rows = [
      branch('restored', 'placement', 'a/b'),
      branch('excluded', 'eligibility', 'a/b'),
      branch('pending', 'download', 'a/b'),
      branch('synced', 'sync', 'a/b'),
      branch(null, null, null),
    ];
    const flow = flowOf(
      rows.map(({ id }) => ({ title: id, bytes: 1e9 })),
      rows,
    );
    const placed = layOutFlow(flow, {
      w: 924,
      h: 620,
      size: 'whole',
      by: 'bytes',
      reach: 5,
      measure,
      ...asPhone,
    }).branches;
    const byFate = Object.fromEntries(
      placed.map(({ branch: { fate }, hatched, end }) => [fate, [hatched, end !== null]]),
    );
    expect(byFate).toEqual({
      restored: [false, true],
      synced: [false, true],
      'on-the-way': [false, false],
      excluded: [true, false],
      pending: [true, false],
    });
  });

  test('what is on the phone ends there, whether it works or never left; what was removed later does not', () => {
    const rows = [
      branch('never-left', 'phone', 'a/b'),
      branch('of-no-use', 'phone', 'a/b'),
      branch('lost-later', 'phone', 'a/b'),
    ];
    const flow = flowOf(
      rows.map(({ id }) => ({ title: id, bytes: 1e9 })),
      rows,
    );
    const { branches } = layOutFlow(flow, {
      w: 924,
      h: 620,
      size: 'whole',
      by: 'bytes',
      reach: 7,
      measure,
      ...asPhone,
    });
    expect(
      Object.fromEntries(branches.map(({ branch: { fate }, hatched, end }) => [fate, [hatched, end !== null]])),
    ).toEqual({ 'never-left': [false, true], 'of-no-use': [false, true], 'lost-later': [true, false] });
    expect(flow.arrived.items).toBe(2);
    expect(flow.gates.find(({ gate }) => gate === 'phone')?.drops.items).toBe(1);
  });

  test('a fate is told as it is on the way that the data take', () => {
    const row = branch('never-in-backup', 'capture', 'a/b');
    const wordsOn = (route: Route) =>
      reasonOf(must(flowOf([{ title: 'T', bytes: 1e9 }], [row]).branches[0], 'a branch'), [], { route, ids: false })
        .word;
    expect(wordsOn('icloud')).toBe('Never in backup');
    expect(wordsOn('direct')).toBe('Not part of the move');
  });

  test('an empty ledger is a picture, too', () => {
    const nothing = layOutFlow(flowOf([], []), {
      w: 924,
      h: 620,
      size: 'whole',
      by: 'bytes',
      reach: -1,
      measure,
      ...asPhone,
    });
    expect(nothing.branches).toEqual([]);
  });
});

test('titles name the largest items and count the rest', () => {
  const items = [5, 9, 7, 1].map((bytes) => ({ title: `T${bytes}`, bytes }));
  const [placed] = flowOf(
    items,
    items.map(({ title }) => ({ ...branch('restored', 'placement', null), id: title })),
  ).branches;
  expect(placed?.titles).toEqual(['T9', 'T7', 'T5']);
  expect(placed && titleOf(placed, [])).toBe('T9 and 3 more');
});
