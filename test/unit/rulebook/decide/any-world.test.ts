import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { GATE_ORDER, type Gate } from '../../../../src/model/fates.ts';
import { BACKUP_ROUTES, EDITIONS, type Edition, ROUTES, type Route } from '../../../../src/model/kinds.ts';
import { must } from '../../../../src/model/must.ts';
import { BLOCKS } from '../../../../src/rulebook/case/blocks.ts';
import { FACTS, type FactId } from '../../../../src/rulebook/facts/facts.ts';
import { type Verdict, decide, decideAll } from '../../../../src/rulebook/judge/decide.ts';
import type { Rule } from '../../../../src/rulebook/tables/rule.ts';
import { KNOBS } from './knobs.ts';
import { FREEZE, UNTIL_THE_END, build, categoryIds, draft, rules } from './one-item-world.ts';
import { all, cellsIn, factsOf } from './rows.ts';
import { turnedWorlds } from './turned-worlds.ts';

const isLoss = ({ rule }: Verdict): boolean => ruleNamed(rule).outcome === 'lost-at-erase';
const ruleNamed = (id: string): Rule => must(new Map(rules).get(id), id);

/** What `decide` must answer, worked out the slow way: all rows of a gate, all facts of a row. */
function expected(question: ReturnType<typeof build>['question'], gates: readonly Gate[]): Verdict | null {
  const { edition, route } = question.file.world;
  const holding = gates
    .flatMap((gate) =>
      rules
        .filter(
          ([, rule]) =>
            rule.gate === gate &&
            all(rule.editions, EDITIONS).includes(edition) &&
            all(rule.routes, ROUTES).includes(route),
        )
        .filter(([, rule]) => (all(rule.categories, categoryIds) as readonly string[]).includes(question.item.category))
        .map(([id, rule]) => ({
          id,
          rule,
          open: factsOf(rule).filter((fact) => !cellsIn(rule).get(fact)?.includes(FACTS[fact].read(question))),
        }))
        .filter(({ open }) => open.every((fact) => FACTS[fact].read(question) === 'unknown'))
        // Where the list of the backup lacks it, what hangs on a fact says nothing of whether the backup holds it.
        .filter(
          ({ rule, open }) =>
            open.length === 0 || rule.gate !== 'capture' || FACTS['item.listed'].read(question) !== 'not-named',
        ),
    )
    // What an erase took for good is told before why no backup held it.
    .toSorted((a, b) => Number(b.rule.outcome === 'lost-at-erase') - Number(a.rule.outcome === 'lost-at-erase'));
  const [first, ...others] = holding;
  if (!first) return null;
  const also = others.filter(({ open }) => open.length === 0).map(({ id }) => id);
  const [missing] = first.open;
  return missing === undefined
    ? { gate: first.rule.gate, rule: first.id, outcome: first.rule.outcome, also }
    : { gate: first.rule.gate, rule: first.id, outcome: 'unknown', missing, also };
}

describe('in any world', () => {
  const gateLists = fc.constantFrom<readonly Gate[]>(
    FREEZE,
    UNTIL_THE_END,
    ['placement'],
    ['download'],
    ['sync'],
    GATE_ORDER,
  );

  test.each(categoryIds)(
    '%s gets exactly one verdict, the same each time, from the first gate that has one',
    (category) => {
      fc.assert(
        fc.property(turnedWorlds, gateLists, ({ edition, route, turns: chosen }, gates) => {
          const d = draft();
          for (const [fact, value] of chosen) KNOBS[fact]?.(d, value);
          const { file, situation, item, lacking, question } = build(d, edition, route, category);
          const verdict = decide(question, gates);
          expect(verdict).toEqual(expected(question, gates));
          expect(decide(question, gates)).toEqual(verdict);
          expect(decideAll(file, [item], situation, gates, () => lacking)).toEqual([verdict]);
          if (!verdict) return;
          expect(verdict.also).not.toContain(verdict.rule);
          expect(new Set(verdict.also).size).toBe(verdict.also.length);
          expect(verdict.outcome === 'unknown').toBe(verdict.missing !== undefined);
          if (verdict.missing) expect(FACTS[verdict.missing].read(question)).toBe('unknown');
          const firstGate = gates.find((gate) => decide(question, [gate]) !== null);
          if (!isLoss(verdict)) expect(verdict.gate).toBe(firstGate);
        }),
        { numRuns: 120 },
      );
    },
  );

  test('a restore that was held up or broke off leaves no item without a verdict', () => {
    const places: Readonly<Record<string, { edition?: readonly Edition[]; routes?: readonly Route[] }>> = {
      'other-account': { routes: ['icloud'] },
      deleted: { routes: ['icloud'] },
      'recovery-lost': { routes: ['icloud'] },
      'no-account': { routes: ['icloud'] },
      'not-kept': { routes: ['icloud'], edition: ['ios7', 'ios8'] },
      'too-old-for-icloud': { routes: ['icloud'], edition: ['modern'] },
      'borrowed-over': { routes: ['icloud'], edition: ['modern'] },
      ...Object.fromEntries(
        [
          'overwritten',
          'no-index',
          'stale-index',
          'staging-left',
          'needs-restart',
          'erased-by-ios',
          'no-app-list',
          'thin-backup',
        ].map((block) => [block, { routes: ['computer'] }]),
      ),
      'find-my': { routes: ['computer', 'direct'] },
      'backup-password': { routes: ['computer'] },
      supervision: { routes: ['computer'] },
      'pairing-forbidden': { routes: ['computer'] },
      disconnected: { routes: ['computer'] },
      'computer-error': { routes: ['computer'] },
      ...Object.fromEntries(
        [
          'no-backup',
          'never-completed',
          'newer-ios',
          'damaged',
          'sign-in',
          'restore-hidden',
          'no-space',
          'not-moved',
          'bad-item',
          'bad-download',
        ].map((block) => [block, { routes: BACKUP_ROUTES }]),
      ),
      ...Object.fromEntries(
        [
          'direct-needs-newer-ios',
          'direct-not-offered',
          'direct-hidden',
          'no-old-phone',
          'phones-apart',
          'quick-start-forbidden',
          'owner-missing',
          'old-passcode',
          'old-phone-newer',
          'move-broken-off',
        ].map((block) => [block, { routes: ['direct'] }]),
      ),
      stopped: { routes: BACKUP_ROUTES },
    };
    const held = fc.constantFrom<readonly [FactId, string]>(
      ...Object.keys(BLOCKS).map((value) => ['restore.blocked', value] as const),
      ...(['stopped', 'story-ended'] as const).map((value) => ['restore.ended', value] as const),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...categoryIds),
        turnedWorlds,
        held,
        (category, { edition, route, turns: chosen }, [fact, value]) => {
          const place = places[value];
          fc.pre((place?.routes ?? ROUTES).includes(route) && (place?.edition ?? EDITIONS).includes(edition));
          // A name is refused where the data are put in place, by an iOS of the newest edition: before anything comes
          // down, and in no story of the earlier ones.
          const badName = chosen.some(([other, to]) => other === 'item.stops' && to === 'by-its-name');
          fc.pre(!badName || (edition === 'modern' && value !== 'bad-download'));
          const d = draft();
          for (const [other, setting] of chosen) if (!other.startsWith('restore.')) KNOBS[other]?.(d, setting);
          KNOBS[fact]?.(d, value);
          if (value === 'no-old-phone') d.oldPhone['state'] = 'gone';
          expect(decide(build(d, edition, route, category).question, UNTIL_THE_END)).not.toBeNull();
        },
      ),
      { numRuns: 1500 },
    );
  });
});
