import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { exploreRuleLayer } from '../../src/insight/explore/explore.ts';
import { finish } from '../../src/insight/explore/exploring.ts';
import { partOfCampaign, tellProgress } from './part-of-campaign.ts';
import { type Mutant, mutantsOf, nameOf } from './rule-mutants.ts';
import { InputError } from '../../src/model/problem.ts';
import type { Rule } from '../../src/rulebook/tables/rule.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';
import { compareWithExpectation } from '../../src/run/expected.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const FOLDER = join(import.meta.dirname, '..', '..', 'scenarios');

/** A scenario, and the rules that spoke in it. */
interface Told {
  readonly scenario: Scenario;
  readonly spoke: ReadonlySet<string>;
  readonly categories: ReadonlySet<string>;
}

const scenarios: readonly Told[] = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.yaml') && !file.startsWith('real'))
  .toSorted()
  .map((file) => tellOf(loadScenario(readFileSync(join(FOLDER, file), 'utf8'), file)))
  .toSorted((a, b) => a.scenario.world.items.length - b.scenario.world.items.length);

function tellOf(scenario: Scenario): Told {
  const run = play(scenario);
  const rows = [...run.ledger.rows, ...run.attempts.flatMap((attempt) => attempt.rows)];
  return {
    scenario,
    spoke: new Set(
      rows.flatMap((row) =>
        [row.rule, row.under?.rule, row.backupCopy?.rule, row.syncWithheld, ...row.also].filter(
          (rule) => rule !== null && rule !== undefined,
        ),
      ),
    ),
    categories: new Set(scenario.world.items.map(({ category }) => category)),
  };
}

const covers = <T>(scope: readonly T[] | 'all', value: T): boolean => scope === 'all' || scope.includes(value);

/** Scenarios in which the mutant could speak, those first in which its rule did. */
function touched({ rule: id, kind }: Mutant): readonly Told[] {
  const rule = (RULES as Readonly<Record<string, Rule>>)[id];
  if (!rule) return [];
  const speaking = scenarios.filter(({ spoke }) => spoke.has(id));
  // A rule that says less can only be missed where it spoke; one that says something else can speak anywhere.
  if (kind !== 'flipped') return speaking;
  const others = scenarios.filter(
    ({ scenario, spoke, categories }) =>
      !spoke.has(id) &&
      covers(rule.editions, scenario.edition) &&
      covers(rule.routes, scenario.route) &&
      (rule.categories === 'all' || rule.categories.some((category) => categories.has(category))),
  );
  return [...speaking, ...others];
}

function isNoticed({ scenario }: Told, { book }: Mutant): boolean {
  try {
    return compareWithExpectation(play(scenario, { book })).length > 0;
  } catch (error) {
    if (error instanceof InputError) return true;
    throw error;
  }
}

const noticedByLaw = ({ book }: Mutant): boolean => finish(exploreRuleLayer(book)).laws.some(({ holds }) => !holds);

/**
 * What nothing notices, each with what would: a scenario that does not exist yet, or nothing, because both books say
 * the same.
 */
const SURVIVORS: Readonly<Record<string, string>> = {
  'device/camera-roll-of-another-kind-ios8 · narrower · service.at-backup · none':
    'nothing can: photos always have an iCloud service, so both books say the same',
};

/** Parts are counted in rules: `CAMPAIGN_FROM=53 CAMPAIGN_COUNT=100 npm run verify -- mutants`. */
const part = partOfCampaign(Object.keys(RULES).length);
const rulesOfPart = Object.keys(RULES).slice(part.from, part.to);

test(
  `whatever is wrong in rules ${part.from} to ${part.to} of the rule book, a scenario or a law notices`,
  async () => {
    const began = performance.now();
    const mutants = mutantsOf(RULES);
    let tried = 0;
    let byScenario = 0;
    let byLaw = 0;
    let runs = 0;
    const survivors: string[] = [];
    for (const [index, rule] of rulesOfPart.entries()) {
      const before = survivors.length;
      for (const mutant of mutants.filter((one) => one.rule === rule)) {
        tried += 1;
        const found = touched(mutant).some((told) => {
          runs += 1;
          return isNoticed(told, mutant);
        });
        if (found) byScenario += 1;
        else if (noticedByLaw(mutant)) byLaw += 1;
        else survivors.push(nameOf(mutant));
      }
      const unnoticed = survivors.slice(before);
      const said = unnoticed.length === 0 ? 'tried' : `tried, and nothing notices ${unnoticed.join('; ')}`;
      // oxlint-disable-next-line no-await-in-loop -- heard at once, because the whole takes long
      await tellProgress(part.from + index + 1, part, said);
    }
    expect(tried).toBeGreaterThan(0);
    const score = (100 * (tried - survivors.length)) / tried;
    console.log(
      `${tried} mutants of ${rulesOfPart.length} rules: ${byScenario} noticed by a scenario, ` +
        `${byLaw} by a law, ${survivors.length} by nothing. Score ${score.toFixed(1)} %, ${runs} runs in ` +
        `${((performance.now() - began) / 1000).toFixed(0)} s.`,
    );
    for (const survivor of survivors)
      console.log(
        `  ${survivor}: ${SURVIVORS[survivor] ?? 'a scenario in which this cell alone makes the difference'}`,
      );
    const explained = Object.keys(SURVIVORS).filter((name) =>
      rulesOfPart.some((rule) => name.startsWith(`${rule} · `)),
    );
    expect(survivors.toSorted()).toEqual(explained.toSorted());
  },
  6 * 3_600_000,
);
