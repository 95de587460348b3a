import { describe, expect, test } from 'vitest';
import { FATES, GATE_ORDER } from '../../../src/model/fates.ts';
import { compareVersions, isVersion } from '../../../src/model/version.ts';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { ALERTS } from '../../../src/rulebook/tables/alerts.ts';
import type { Notice } from '../../../src/rulebook/tables/notice.ts';
import { PROMPTS } from '../../../src/rulebook/tables/prompts.ts';
import { BEHAVIOURS } from '../../../src/rulebook/evidence/behaviours.ts';
import { CATEGORIES, type CategoryId } from '../../../src/rulebook/categories/categories.ts';
import type { Category } from '../../../src/rulebook/categories/category.ts';
import { DISPUTES } from '../../../src/rulebook/evidence/disputes.ts';
import { UNKNOWN } from '../../../src/rulebook/facts/fact.ts';
import { FACTS, type FactId } from '../../../src/rulebook/facts/facts.ts';
import { REFERENCES, type ReferenceId } from '../../../src/rulebook/evidence/references.ts';
import { type Rule, RULE_GROUPS } from '../../../src/rulebook/tables/rule.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import {
  erasWithin,
  IOS_ERAS,
  IOS_VERSIONS,
  iosEraOf,
  rangesInWords,
} from '../../../src/rulebook/tables/ios-versions.ts';
import { BLOCKS } from '../../../src/rulebook/case/blocks.ts';
import { SOURCES, STRENGTH_ORDER } from '../../../src/rulebook/evidence/sources.ts';

const rules: readonly (readonly [string, Rule])[] = Object.entries(RULES);
const categories: readonly (readonly [string, Category])[] = Object.entries(CATEGORIES);
const categoryIds = Object.keys(CATEGORIES) as CategoryId[];

const listed = (cell: string | readonly string[] | undefined): readonly string[] =>
  typeof cell === 'string' ? [cell] : (cell ?? []);
const covers = <T>(scope: readonly T[] | 'all', value: T): boolean => scope === 'all' || scope.includes(value);
const strengthOf = (id: ReferenceId): number =>
  Math.min(...REFERENCES[id].sources.map((source) => STRENGTH_ORDER.indexOf(SOURCES[source].strength)));
const strengthsOf = (cites: readonly ReferenceId[]): number[] => cites.map(strengthOf);
const ascending = (numbers: readonly number[]): number[] => numbers.toSorted((a, b) => a - b);

describe.each(rules)('%s', (id, rule) => {
  test('is written as a row that a trainer can read', () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(GATE_ORDER).toContain(rule.gate);
    expect(FATES).toHaveProperty([rule.outcome]);
    expect(RULE_GROUPS).toHaveProperty([rule.group]);
    for (const sentence of [rule.says, rule.customer]) {
      expect(sentence).toMatch(/^\S.{10,158}\.$/);
      expect(sentence).not.toMatch(/https?:|  |\bEL-|\bKC-/);
    }
    expect(rule.says).not.toBe(rule.customer);
  });

  test('names editions, routes and categories once each', () => {
    for (const [scope, known] of [
      [rule.editions, EDITIONS],
      [rule.routes, ROUTES],
      [rule.categories, categoryIds],
    ] as const) {
      if (scope === 'all') continue;
      expect(scope.length).toBeGreaterThan(0);
      expect(new Set<string>(scope).size).toBe(scope.length);
      expect(known).toEqual(expect.arrayContaining([...scope]));
    }
  });

  test('compares facts that exist with values that they can have', () => {
    for (const [fact, cell] of Object.entries(rule.when)) {
      expect(FACTS).toHaveProperty([fact]);
      expect(listed(cell).length).toBeGreaterThan(0);
      for (const value of listed(cell)) expect(FACTS[fact as FactId].values).toHaveProperty([value]);
      expect(listed(cell)).not.toContain(UNKNOWN);
    }
  });

  test('rests on sources, the strongest first', () => {
    expect(rule.cites.length).toBeGreaterThan(0);
    expect(new Set(rule.cites).size).toBe(rule.cites.length);
    for (const reference of rule.cites) expect(REFERENCES).toHaveProperty([reference]);
    expect(strengthsOf(rule.cites)).toEqual(ascending(strengthsOf(rule.cites)));
    for (const behaviour of rule.shows) expect(BEHAVIOURS).toHaveProperty([behaviour]);
    if (rule.dispute !== undefined) expect(DISPUTES).toHaveProperty([rule.dispute]);
  });

  test('does not rest on decompiled code alone', () => {
    const decompiled = new Set(['MBPOL', 'MBERR', 'MBDRIVE', 'BUDDY-ERR']);
    expect(
      rule.cites.some((reference) => REFERENCES[reference].sources.some((source) => !decompiled.has(source))),
    ).toBe(true);
  });
});

describe('the rule book', () => {
  test('names each sentence and each table of cells once', () => {
    const tables = rules.map(([, { gate, editions, routes, categories: scope, when, ios }]) =>
      JSON.stringify([gate, editions, routes, scope, when, ios]),
    );
    expect(new Set(tables).size).toBe(tables.length);
    expect(new Set(rules.map(([, rule]) => rule.says)).size).toBe(rules.length);
  });

  test('gives each gate the outcomes that belong to it', () => {
    const outcomes = Object.fromEntries(
      GATE_ORDER.map((gate) => [
        gate,
        [...new Set(rules.filter(([, rule]) => rule.gate === gate).map(([, rule]) => rule.outcome))].toSorted(),
      ]),
    );
    expect(outcomes).toEqual({
      capture: ['never-in-backup'],
      listing: ['not-downloaded'],
      erase: ['lost-at-erase', 'never-in-backup', 'not-downloaded'],
      'sign-in': ['not-downloaded'],
      eligibility: ['excluded'],
      placement: ['not-downloaded', 'pending', 'restored'],
      download: ['downloaded-again', 'not-downloaded', 'pending'],
      sync: ['downloaded-again', 'not-downloaded', 'pending', 'synced'],
      phone: ['downloaded-again', 'lost-later', 'never-left', 'of-no-use'],
    });
  });

  test('says nothing of a backup that was not chosen', () => {
    for (const [id, rule] of rules) {
      if (rule.gate !== 'capture' || rule.when['restore.blocked'] !== undefined) continue;
      expect(rule.when['backup.chosen'], id).toBe('yes');
    }
  });

  test('asks no row of capture for the last copy: whether there is one is asked of these rows', () => {
    for (const [id, rule] of rules)
      if (rule.gate === 'capture') {
        expect(rule.when['item.last-copy-erased'], id).toBeUndefined();
        expect(rule.when['item.in-a-backup'], id).toBeUndefined();
      }
  });

  test.each(Object.keys(BLOCKS))('explains a restore held up by %s for every kind of data', (block) => {
    const rows = rules.filter(
      ([, rule]) => rule.categories === 'all' && listed(rule.when['restore.blocked']).includes(block),
    );
    expect(rows).not.toHaveLength(0);
  });

  test.each(['stopped', 'story-ended'])('explains a restore that ended as %s', (ended) => {
    expect(rules.some(([, rule]) => rule.categories === 'all' && rule.when['restore.ended'] === ended)).toBe(true);
  });

  test('shows every behaviour that settles what becomes of an item', () => {
    const shown = new Set(rules.flatMap(([, rule]) => [...rule.shows]));
    for (const behaviour of [
      'A8',
      'A9a',
      'A9b',
      'A9c',
      'A10',
      'A12a',
      'A12b',
      'A12c',
      'A13',
      'A14',
      'A17',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5a',
      'B5b',
      'B8',
      'B9',
      'C1',
      'C2',
      'C3',
      'C5a',
      'C5b',
      'C5c',
      'C5d',
      'C6',
      'C7',
      'C8',
      'C9',
      'C10',
      'C11',
      'C12',
      'C13',
      'C14',
      'C15',
    ]) {
      expect(shown, behaviour).toContain(behaviour);
    }
  });

  test('points at disputes only where they concern what becomes of data', () => {
    const used = new Set(rules.flatMap(([, rule]) => (rule.dispute === undefined ? [] : [rule.dispute])));
    expect(used).toContain('photos-in-icloud-backup');
    expect(used).toContain('messages-in-computer-backup');
    expect(used).toContain('photos-bound-to-device-kind');
    expect(used).toContain('saved-passwords-on-another-device');
  });
});

describe('the table of versions', () => {
  test.each(Object.entries(IOS_VERSIONS))(
    '%s says what it brings, and by which facts',
    (version, { brings, cites }) => {
      expect(isVersion(version)).toBe(true);
      expect(brings).toMatch(/^\S.{5,}[^.]$/);
      expect(cites.length).toBeGreaterThan(0);
      for (const reference of cites) expect(REFERENCES).toHaveProperty([reference]);
    },
  );

  test('is in the order of time, and every iOS lies in one stretch of it', () => {
    const versions = Object.keys(IOS_VERSIONS);
    expect(versions).toEqual(versions.toSorted(compareVersions));
    expect(iosEraOf('2.2')).toBe('older');
    expect(iosEraOf('8.4.1')).toBe('ios-4.0');
    for (const version of versions) expect(iosEraOf(version)).toBe(`ios-${version}`);
    expect(iosEraOf('12.3.9')).toBe('ios-12.0');
    expect(iosEraOf('12.4')).toBe('ios-12.4');
    expect(iosEraOf('99')).toBe('ios-27.0');
  });

  test('a stretch takes in its first version and not the one that it ends before', () => {
    expect(erasWithin({ from: '12.0', before: '13.0' })).toEqual(['ios-12.0', 'ios-12.4']);
    expect(erasWithin({ before: '10.1' })).toEqual(['older', 'ios-3.0', 'ios-4.0', 'ios-9.0']);
    expect(erasWithin([{ before: '9.0' }, { from: '27.0' }])).toEqual(['older', 'ios-3.0', 'ios-4.0', 'ios-27.0']);
    expect(rangesInWords({ from: '12.0', before: '13.0' })).toBe('iOS 12 up to before 13');
    expect(rangesInWords([{ before: '9.0' }, { from: '10.1' }])).toBe('an iOS before 9, or iOS 10.1 or later');
  });

  test('no row holds with no iOS at all', () => {
    for (const [id, { ios }] of rules)
      for (const ranges of Object.values(ios ?? {})) {
        const eras = erasWithin(ranges);
        expect(eras.length, id).toBeGreaterThan(0);
        expect(eras.length, `${id} need not name versions`).toBeLessThan(Object.keys(IOS_ERAS).length);
      }
  });
});

describe('the category table', () => {
  test.each(categories)('%s says where it is held, the strongest source first', (id, category) => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(category.title).toMatch(/^\S.*[^.]$/);
    expect(category.cites.length).toBeGreaterThan(0);
    for (const reference of category.cites) expect(REFERENCES).toHaveProperty([reference]);
    expect(strengthsOf(category.cites)).toEqual(ascending(strengthsOf(category.cites)));
  });

  test('has one title for each kind of data', () => {
    expect(new Set(categories.map(([, { title }]) => title)).size).toBe(categories.length);
  });

  test.each(categories.filter(([, { service }]) => service !== undefined))(
    '%s has a row that lets its service deliver it',
    (id) => {
      const arrivals = rules.filter(
        ([, rule]) =>
          rule.outcome === 'synced' &&
          covers<string>(rule.categories, id) &&
          covers(rule.editions, 'modern') &&
          // What another device sends again after a reset is told by a row of its own.
          listed(rule.when['service.trust']).includes('reachable'),
      );
      const eras = arrivals.flatMap(([, { ios }]) => erasWithin(ios?.device ?? {}));
      expect(arrivals.length).toBeGreaterThan(0);
      expect(new Set(eras).size, 'no iOS has two rows').toBe(eras.length);
      expect(eras).toEqual(expect.arrayContaining([...erasWithin({ from: '17.2' })]));
    },
  );

  test('a category that only a service may hold names that service', () => {
    const kept = categories.filter(
      ([, category]) => category.icloud === 'unless-synced' || category.computer === 'unless-synced',
    );
    expect(kept.filter(([, { service }]) => service === undefined)).toEqual([]);
  });
});

test.each(Object.entries<Notice>({ ...ALERTS, ...PROMPTS }))(
  '%s has a text in every edition, and a source',
  (_, notice) => {
    expect(notice.title.length).toBeGreaterThan(3);
    for (const edition of EDITIONS) expect(notice.text[edition]).toMatch(/^\S.*\.$/);
    for (const reference of notice.cites) expect(REFERENCES).toHaveProperty([reference]);
    expect(notice.cites.length).toBeGreaterThan(0);
  },
);
