import { describe, expect, test } from 'vitest';
import { situationFor } from '../../../src/insight/explain/situation-for.ts';
import { READ_FIELDS, smallWorld } from '../../../src/insight/what-if/small-world.ts';
import { isWhole } from '../../../src/insight/what-if/trial-worlds.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { itemSchema } from '../../../src/model/items.ts';
import type { Item } from '../../../src/model/world.ts';
import { CATEGORIES } from '../../../src/rulebook/categories/categories.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../../src/rulebook/judge/decide.ts';
import { play } from '../../../src/run/play.ts';
import { hasEffect } from '../../../src/scenario/item-fields.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { read } from './what-if-sets.ts';

describe('one item for many', () => {
  const many = read(`
world:
  accounts: [{ id: mara, room: 3 GB }]
  device: { free: 20 GB }
  backups: [{ id: b, made: 2026-02-28 }]
  services: { photos: { atBackup: off, now: on } }
  items:
${Array.from(
  { length: 400 },
  (_, n) =>
    `    - { id: p${n}, category: ${['photos', 'passwords', 'films', 'local-files'][n % 4]}, bytes: ` +
    `${n % 4 === 0 ? '40 MB' : '1 MB'}, created: 2026-0${1 + (n % 3)}-01 }`,
).join('\n')}`);

  test('the small world tells of every item what the large one tells', () => {
    const whole = play(many).ledger;
    const small = smallWorld(many, 'p5');
    expect(small.scenario.world.items.length).toBeLessThan(20);
    const rows = play(small.scenario).ledger;
    for (const { id, fate, rule, gate } of whole.rows)
      expect({ id, ...pick(rows.row(small.standIn(id))) }).toEqual({ id, fate, rule, gate });
    expect([...small.standsFor.values()].flat()).toHaveLength(400);
    const total = (world: Scenario['world']): number => world.items.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total(small.scenario.world)).toBe(total(many.world));
  });

  test('items that differ in one field alone are told apart, whichever field it is', () => {
    const others: Readonly<Record<string, string>> = {
      account: 'ola',
      on: 'another phone',
      app: 'sketch',
      fails: '{ at: capture }',
      deleted: '2026-01-05',
      heldBy: '[]',
      needs: '[one]',
    };
    const shape = itemSchema.shape as Readonly<Record<string, { readonly def: unknown }>>;
    expect([...READ_FIELDS, 'id', 'title', 'count', 'bytes', 'category', 'created', 'app'].toSorted()).toEqual(
      Object.keys(shape).toSorted(),
    );
    for (const field of [...READ_FIELDS, 'app']) {
      const kinds = ['app-data', 'app', 'app-keychain', 'photos', 'music', 'profiles', 'network-settings'] as const;
      const category = kinds.find((kind) => hasEffect(field as keyof Item, kind));
      expect(category, field).toBeDefined();
      // What is usual may hang on the category: the keychain of an app does not sync.
      const usual = read(`world: { items: [{ category: ${category} }] }`).world.items[0]?.[field as 'policy'];
      const value = others[field] ?? wordsOf(shape[field]).find((word) => word !== usual);
      expect(value, field).toBeDefined();
      const scenario = read(`
world:
  accounts: [{ id: mara }, { id: ola }]
  backups: [{ id: b, made: 2026-02-28 }]
  items:
    - { id: one, category: ${category} }
    - { id: two, category: ${category} }
    - { id: three, category: ${category}, ${field}: ${value} }`);
      const { standsFor } = smallWorld(scenario);
      // A part and what needs it are each meant by their ids.
      const groups = field === 'needs' ? [['one'], ['two'], ['three']] : [['one', 'two'], ['three']];
      expect([...standsFor.values()], field).toEqual(groups);
    }
  });

  test('an app stays for what it keeps, also where another stands for it', () => {
    const { scenario, standsFor } = smallWorld(
      read(`
world:
  backups: [{ id: b, made: 2026-02-28 }]
  items:
    - { id: chat, category: app, app: chat, bytes: 3 MB, count: 5 }
    - { id: bank, category: app, app: bank, bytes: 7 MB, count: 5 }
    - { id: data, category: app-data, app: bank, policy: own-cloud }`),
    );
    expect([...standsFor]).toEqual([
      ['chat', ['chat', 'bank']],
      ['data', ['data']],
      ['bank', []],
    ]);
    expect(scenario.world.items.map(({ id, bytes, count }) => [id, bytes, count])).toEqual([
      ['chat', 10_000_000, 10],
      ['bank', 7_000_000, 1],
      ['data', 0, 1],
    ]);
  });

  test('with a script that names a step the whole world stays', () => {
    const items = Array.from({ length: 400 }, (_, n) => `    - { id: p${n}, category: photos }`).join('\n');
    const text = (script: string): Scenario =>
      read(`world:\n  backups: [{ id: b, made: 2026-02-28 }]\n  items:\n${items}\nscript: [${script}]`);
    expect(isWhole(text(''))).toBe(false);
    expect(isWhole(text('{ do: screen.tapped, step: 4 }'))).toBe(true);
  });

  test('no fact reads what the small world adds up or leaves out', () => {
    const touched: Set<PropertyKey> = new Set();
    const scenario = read('world: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: photos }] }');
    const run = play(scenario);
    const { file } = run.simulation;
    for (const category of Object.keys(CATEGORIES)) {
      for (const part of [
        {},
        { created: '2026-03-01' },
        { app: 'sketch' },
        { syncs: 'off' },
        { uploaded: 'no' },
      ] as const) {
        const item = new Proxy({ ...file.world.items[0], category, ...part } as Item, {
          get: (whole, key) => {
            touched.add(key);
            return Reflect.get(whole, key) as unknown;
          },
        });
        for (const gate of ['placement', 'sync'] as const) {
          const situation = situationFor(run.journal.lines, Number.POSITIVE_INFINITY, gate);
          const question = questionFor(file, item, { ...situation, erased: true });
          for (const fact of Object.values(FACTS)) fact.read(question);
        }
      }
    }
    expect(['title', 'count', 'bytes'].filter((field) => touched.has(field))).toEqual([]);
    expect([...touched]).toEqual(expect.arrayContaining(['category', 'created', 'app', 'policy', 'uploaded']));
  });

  test('an answer for one is an answer for its group', () => {
    const answers = whatIf(many, 'passwords');
    expect(answers.flatMap(({ items }) => items)).toHaveLength(100);
    expect(answers.length).toBeLessThan(4);
  });
});
/** The words that a field may hold, under whatever the schema wraps them in. */
function wordsOf(field: unknown): readonly string[] {
  const { options, def } = field as {
    readonly options?: readonly string[];
    readonly def?: { readonly innerType?: unknown; readonly values?: readonly string[] };
  };
  return options ?? def?.values ?? (def?.innerType === undefined ? [] : wordsOf(def.innerType));
}
const pick = (row: { fate: unknown; rule: unknown; gate: unknown } | undefined) => ({
  fate: row?.fate,
  rule: row?.rule,
  gate: row?.gate,
});
