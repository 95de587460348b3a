import { describe, expect, test } from 'vitest';
import { explainRule, explainReference, sourcesBehind } from '../../../src/insight/explain/explain-rule.ts';
import { findItem } from '../../../src/insight/explain/find-item.ts';
import { explainRefusal } from '../../../src/insight/explain/refusals.ts';
import { ROUTES, type Route } from '../../../src/model/kinds.ts';
import { must } from '../../../src/model/must.ts';
import { AS_WRITTEN } from '../../../src/model/spoken-names.ts';
import { SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { STRENGTH_ORDER } from '../../../src/rulebook/evidence/sources.ts';
import { DISPUTES } from '../../../src/rulebook/evidence/disputes.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { cellsOf } from '../../../src/rulebook/judge/cells.ts';
import { questionFor } from '../../../src/rulebook/judge/decide.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { Rule } from '../../../src/rulebook/tables/rule.ts';
import type { LineOf } from '../../../src/run/journal-line.ts';
import { caseFile, problemsOf } from '../stories.ts';

const rules = Object.entries<Rule>(RULES);
function questionOn(route: Route, more: object = {}) {
  const file = caseFile(
    {
      backups: [{ id: 'b', made: '2026-02-28', device: 'old', ...(route === 'computer' ? { kind: 'computer' } : {}) }],
      items: [{ category: 'messages', ...more }],
    },
    { route },
  );
  return questionFor(file, must(file.world.items[0], 'the item'), {
    ...SITUATION_AT_START,
    ios: '18.3',
    backup: route === 'direct' ? null : 'b',
  });
}
const explained = (id: string, route: Route = 'icloud', more: object = {}) =>
  explainRule(id, must((RULES as Readonly<Record<string, Rule>>)[id], id), questionOn(route, more));
const having = (holds: (rule: Rule) => boolean) =>
  must(
    rules.find(([, rule]) => holds(rule)),
    'such a rule',
  );

describe('a rule, explained', () => {
  test('is as strong as its strongest source, and weak without one that is Apple’s', () => {
    const question = questionOn('icloud');
    const seen = new Set<boolean>();
    for (const [id, rule] of rules) {
      const { references, strength, weak, shows } = explainRule(id, rule, question);
      const places = references.flatMap(({ sources }) =>
        sources.map((source) => STRENGTH_ORDER.indexOf(source.strength)),
      );
      expect(STRENGTH_ORDER.indexOf(strength), id).toBe(Math.min(...places));
      expect(weak, id).toBe(['R', 'T+', 'T', 'S'].includes(strength));
      expect(references.map((one) => one.id)).toEqual(rule.cites);
      expect(shows.map((one) => one.id)).toEqual(rule.shows);
      expect(shows.filter(({ says }) => says === '')).toEqual([]);
      seen.add(weak);
    }
    expect(seen.size).toBe(2);
  });

  test('has its sources once each, the strongest first', () => {
    const cited = [...new Set(rules.flatMap(([, { cites }]) => cites))].map(explainReference);
    const sources = sourcesBehind(cited);
    const places = sources.map(({ strength }) => STRENGTH_ORDER.indexOf(strength));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(places).size).toBeGreaterThan(3);
    expect(new Set(sources.map(({ key }) => key)).size).toBe(sources.length);
    expect(sourcesBehind(cited.toReversed()).map(({ strength }) => strength)).toEqual(
      sources.map(({ strength }) => strength),
    );
  });

  test('says with which iOS it holds, and on a direct move so of the old phone', () => {
    const [backup] = having(({ ios }) => ios?.backup !== undefined && ios.device === undefined);
    const [device] = having(({ ios }) => ios?.device !== undefined && ios.backup === undefined);
    const [any] = having(({ ios }) => ios === undefined);
    expect(explained(backup).ios).toEqual([expect.stringMatching(/^the backup was made by (an )?iOS /) as string]);
    expect(explained(backup, 'direct').ios).toEqual([
      expect.stringMatching(/^the old phone runs (an )?iOS /) as string,
    ]);
    expect(explained(device).ios).toEqual([expect.stringMatching(/^this device runs (an )?iOS /) as string]);
    expect(explained(any).ios).toEqual([]);
  });

  test('names its dispute and what mends it, where there is one', () => {
    const [disputed, { dispute }] = having((rule) => rule.dispute !== undefined);
    expect(explained(disputed).dispute).toBe(DISPUTES[must(dispute, 'the dispute')]);
    expect(explained(having((rule) => rule.dispute === undefined)[0]).dispute).toBeNull();
    expect(explained(having(({ mends }) => mends !== undefined)[0]).mends).toMatch(/\S\. \S/);
    expect(explained(having(({ mends }) => mends === undefined)[0]).mends).toBeNull();
  });

  test('tells each fact that it compares, and one that is told on one way only there', () => {
    let left = 0;
    for (const route of ROUTES) {
      const question = questionOn(route);
      for (const [id, rule] of rules) {
        const told = explainRule(id, rule, question).cells.map(({ fact }) => fact);
        const facts = cellsOf(rule).map(([fact]) => fact);
        const apart = facts.filter((fact) => FACTS[fact].toldOn !== undefined && FACTS[fact].toldOn !== route);
        expect(told, id).toEqual(facts.filter((fact) => !apart.includes(fact)));
        left += apart.length;
      }
    }
    expect(left).toBeGreaterThan(0);
  });

  test('says of a fact that is not given just that, and compares only what differs', () => {
    const cellOf = (id: string, fact: string, more: object = {}) =>
      must(
        explained(id, 'icloud', more).cells.find((cell) => cell.fact === fact),
        fact,
      );
    const [sealed] = having((rule) => cellsOf(rule).some(([fact]) => fact === 'item.protection'));
    expect(cellOf(sealed, 'item.protection', { protection: 'unknown' }).words).toMatch(/: not given$/);
    expect(cellOf(sealed, 'item.protection').words).not.toMatch(/not given/);
    expect(cellOf('keychain/locked-to-the-old-device', 'device.identity').compare).toEqual({
      backup: 'old',
      now: 'new iPhone',
    });
    const question = questionOn('icloud');
    const withSame = rules.flatMap(([id, rule]) => explainRule(id, rule, question).cells);
    expect(withSame.filter(({ compare }) => compare && compare.backup === compare.now)).toEqual([]);
    expect(withSame.some((cell) => FACTS[cell.fact].compare && !('compare' in cell))).toBe(true);
  });
});

describe('an item is found', () => {
  const fileOf = (count: number) =>
    caseFile({
      items: Array.from({ length: count }, (_, at) => ({ id: `n${at}`, category: 'notes', title: `Note ${at}` })),
    });
  const adviceFor = (count: number, id = 'xylophone') => problemsOf(() => findItem(fileOf(count), id))[0]?.advice;

  test('by its id, or by its title in any case', () => {
    expect(findItem(fileOf(3), 'n1').id).toBe('n1');
    expect(findItem(fileOf(3), 'nOTE 2').id).toBe('n2');
  });

  test('or what there is instead is told: the nearest, or the first dozen', () => {
    expect(adviceFor(2, 'nn1')).toBe('Did you mean “n1”?');
    expect(adviceFor(0)).toBe('Items: none.');
    expect(adviceFor(2)).toBe('Items: n0, n1.');
    const dozen = 'n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, n10, n11';
    expect([adviceFor(12), adviceFor(13)]).toEqual([`Items: ${dozen}.`, `Items: ${dozen} ….`]);
    expect(problemsOf(() => findItem(fileOf(1), 'xylophone'))).toMatchObject([
      { file: 'ITEM', message: 'there is no item “xylophone” in this scenario' },
    ]);
  });
});

describe('a refusal, explained', () => {
  const refused = (more: Partial<LineOf<'refused'>>) =>
    explainRefusal(
      {
        n: 7,
        step: 3,
        atMs: 0,
        actor: 'simulation',
        type: 'refused',
        event: 'stop.tapped',
        data: {},
        guards: [],
        possible: [],
        ...more,
      },
      AS_WRITTEN,
    );

  test('says that nothing offers it where no guard stands in the way', () => {
    expect(refused({}).says).toMatch(/^“.+” is not possible here\. Nothing on this screen offers it now\.$/);
    expect(refused({ event: 'not.of.a.script' }).title).toBe('not.of.a.script');
  });

  test('names what it was about, what can be done instead, and each reason once', () => {
    const guard = { actor: 'simulation/restore/accountSignIn', guard: 'codeArrives', values: {} };
    const told = refused({
      event: 'account.entered',
      data: { account: 'mara' },
      guards: [guard, guard],
      possible: ['back'],
    });
    expect(told.says).toMatch(/^“.+” \(.*mara.*\) is not possible here\. No code can arrive/);
    expect(told.says.split('No code can arrive').length).toBe(2);
    expect(told.guards).toHaveLength(2);
    expect(told.possible).toEqual([{ event: 'back', title: 'Go one screen back' }]);
  });

  test('is of a line that is a refusal', () => {
    const line = { n: 4, step: 1, atMs: 0, actor: 'simulation', type: 'device.erased' } as const;
    expect(() => explainRefusal(line, AS_WRITTEN)).toThrow(new TypeError('line 4 is no refusal'));
  });
});
