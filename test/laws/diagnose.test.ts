import * as fc from 'fast-check';
import { expect } from 'vitest';
import { type CauseTable, inseparableCauses, type WeighedWorld } from '../../src/teach/diagnose/cause-table.ts';
import { bitsOf, inListOrder, mostBitsFirst, parsOf, Questioner } from '../../src/teach/diagnose/par.ts';
import { type DiagnoseSource, worldsOf } from '../../src/teach/diagnose/worlds.ts';
import type { Axis } from '../../src/teach/lesson.ts';
import { law } from './law.ts';
import { lessonWorld } from './lesson-worlds.ts';

/** A few worlds, questions with a few answers each, and causes that the answers tell apart. */
const tables: fc.Arbitrary<CauseTable> = fc
  .record({
    questions: fc.integer({ min: 1, max: 4 }),
    seeds: fc.array(fc.nat(999_999), { minLength: 1, maxLength: 8 }),
  })
  .map(({ questions, seeds }) => {
    const answers = questions === 4 ? 2 : 3;
    const worlds = new Map<string, WeighedWorld>();
    for (const seed of seeds) {
      const given = Array.from({ length: questions }, (_, n) => String(Math.floor(seed / 7 ** n) % answers));
      const key = given.join(' ');
      if (!worlds.has(key)) worlds.set(key, { weight: 1 + (seed % 9), cause: `cause ${seed % 5}`, answers: given });
    }
    return { questions: Array.from({ length: questions }, (_, n) => `q${(n * 3) % 4}`), worlds: [...worlds.values()] };
  });

/** A way of asking, told out in full: which question first, and how it goes on after each answer. */
type Tree = null | { readonly question: number; readonly next: ReadonlyMap<string, Tree> };

/** Every way of asking there is that asks nothing twice and ends when one cause is left. */
function treesOf(worlds: readonly WeighedWorld[], open: readonly number[]): readonly Tree[] {
  if (new Set(worlds.map(({ cause }) => cause)).size < 2) return [null];
  return open.flatMap((question) => {
    const rest = open.filter((other) => other !== question);
    const answers = [...new Set(worlds.map((world) => String(world.answers[question])))];
    return answers
      .reduce<readonly (readonly [string, Tree][])[]>(
        (sofar, answer) => {
          const left = worlds.filter((world) => world.answers[question] === answer);
          const trees = treesOf(left, rest);
          return sofar.flatMap((branches) => trees.map((tree) => [...branches, [answer, tree] as [string, Tree]]));
        },
        [[]],
      )
      .map((branches): Tree => ({ question, next: new Map(branches) }));
  });
}

/** The questions that a way of asking puts in one world. */
function asked(tree: Tree, world: WeighedWorld): number {
  let count = 0;
  for (let at = tree; at; at = at.next.get(String(world.answers[at.question])) ?? null) count += 1;
  return count;
}

law(
  'par is what the best of all ways of asking needs',
  tables,
  (table) => {
    const questioner = new Questioner(table);
    const totals = treesOf(table.worlds, [...table.questions.keys()]).map((tree) =>
      table.worlds.reduce((sum, world) => sum + world.weight * asked(tree, world), 0),
    );
    expect(inseparableCauses(table)).toEqual([]);
    expect(questioner.total(questioner.all)).toBe(Math.min(...totals));
    const weighed = table.worlds.reduce(
      (sum, world) => sum + world.weight * questioner.parOf(questioner.placeOf(world)),
      0,
    );
    expect(weighed).toBe(questioner.total(questioner.all));
  },
  60,
);

law(
  'nobody is better than par, no question makes it worse, and one that costs a whole question has helped nothing',
  tables,
  (table) => {
    const questioner = new Questioner(table);
    const { all } = questioner;
    const total = questioner.total(all);
    for (const policy of [mostBitsFirst(questioner), inListOrder])
      expect(questioner.totalBy(policy)).toBeGreaterThanOrEqual(total);
    for (const question of questioner.openIn(all)) {
      const after = questioner.totalAfter(all, question);
      expect(after).toBeLessThanOrEqual(total);
      expect(after + questioner.weightOf(all)).toBeGreaterThanOrEqual(total);
      expect(bitsOf(questioner, all, question)).toBeGreaterThanOrEqual(0);
      if (bitsOf(questioner, all, question) > 0 && questioner.questions.length === 1) expect(after).toBeLessThan(total);
    }
    const best = questioner.best(all);
    expect(best === null).toBe(questioner.isSettled(all));
    if (best !== null) expect(questioner.totalAfter(all, best) + questioner.weightOf(all)).toBe(total);
  },
  60,
);

law(
  'the order of worlds and of the list changes nothing of par',
  tables,
  (table) => {
    const turned = {
      questions: table.questions.toReversed(),
      worlds: table.worlds.toReversed().map((world) => ({ ...world, answers: world.answers.toReversed() })),
    };
    const [one, other] = [new Questioner(table), new Questioner(turned)];
    expect(other.total(other.all)).toBe(one.total(one.all));
    expect(parsOf(other).best).toBe(parsOf(one).best);
    const named = (questioner: Questioner): string | undefined =>
      questioner.questions[questioner.best(questioner.all) ?? Number.NaN];
    if (new Set(table.questions).size === table.questions.length) expect(named(other)).toBe(named(one));
  },
  30,
);

const POOL: readonly Axis[] = Object.entries({
  'items.data.policy': [
    'ordinary',
    'server',
    'own-cloud',
    'excludes-itself',
    'bound-to-device',
    'same-model',
    'unknown',
  ],
  'items.data.backupSwitch': ['on', 'off'],
  'items.data.created': ['2026-02-01', '2026-03-01', '2099-01-01'],
  'items.data.management': ['none', 'prevent-backup', 'remove-with-profile', 'assigned-to-device'],
  'items.data.uploaded': ['yes', 'no'],
  'items.codes.protection': ['migratory', 'this-device-only', 'when-passcode-set'],
  'items.app.store': ['available', 'withdrawn', 'refunded', 'other-region'],
  'items.app.offloaded': ['yes', 'no'],
  'items.app.management': ['none', 'assigned-to-user', 'assigned-to-device'],
  'script.login.bank': ['not yet', 'done'],
  'device.name': ["Mara's new iPhone", "Mara's old iPhone"],
  'device.passcode': ['yes', 'no'],
  'device.state': ['new', 'in-use'],
  'backups.b.made': ['2026-02-28', '2026-02-20'],
  route: ['icloud', 'computer'],
  'items.data.bytes': ['30 MB', '9 TB'],
}).map(([path, values]) => ({ path, values: values.map((value, n) => ({ value, weight: n + 1 })) }));

const sources: fc.Arbitrary<DiagnoseSource> = fc
  .record({
    axes: fc.shuffledSubarray([...POOL], { minLength: 2, maxLength: 3 }),
    item: fc.constantFrom('data', 'codes', 'app'),
    logsIn: fc.boolean(),
    deletes: fc.boolean(),
  })
  .map(({ axes, item, logsIn, deletes }) => ({
    scenario: lessonWorld([
      ...(logsIn ? [{ do: 'app.loggedIn', app: 'bank', during: 'over' }] : []),
      ...(deletes ? [{ do: 'app.deleted', app: 'bank', during: 'over' }] : []),
    ]),
    vary: axes,
    item,
    notThere: [item],
  }));

law(
  'worlds played beside each other end as those played one by one',
  sources,
  (source) => {
    const inOneOrder = (packs: boolean) => {
      const { worlds, ...rest } = worldsOf(source, packs);
      const lines = worlds.map((world) =>
        JSON.stringify({ ...world, changes: Object.entries(world.changes).toSorted() }),
      );
      return { ...rest, worlds: lines.toSorted() };
    };
    expect(inOneOrder(true)).toEqual(inOneOrder(false));
  },
  12,
);
