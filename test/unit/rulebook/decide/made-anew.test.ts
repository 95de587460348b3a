import { describe, expect, test } from 'vitest';
import { type Block, BLOCKS } from '../../../../src/rulebook/case/blocks.ts';
import { BACKUP_ROUTES } from '../../../../src/model/kinds.ts';
import type { CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import { decide } from '../../../../src/rulebook/judge/decide.ts';
import { RULES } from '../../../../src/rulebook/rules/rules.ts';
import { UNTIL_THE_END, build, draft } from './one-item-world.ts';

/** What every device makes or gets anew, and no backup ever holds. */
const MADE_ANEW = ['payment-cards', 'biometrics', 'device-passcode', 'esim'] as const satisfies readonly CategoryId[];
/** Where no backup is at all, one reason is for everything. */
const blocks = (Object.keys(BLOCKS) as Block[]).filter((block) => block !== 'no-backup');
const turns = blocks.flatMap((blocked) => [false, true].map((erased) => ({ blocked, erased })));

const verdictOn = (category: CategoryId, route: 'icloud' | 'computer' | 'direct', of: (typeof turns)[number]) => {
  const d = draft();
  d.situation = { backup: null, ...of };
  const verdict = decide(build(d, 'modern', route, category).question, UNTIL_THE_END);
  if (!verdict) throw new Error(`no verdict on ${category} where ${of.blocked}`);
  return { fate: verdict.outcome, rule: RULES[verdict.rule as keyof typeof RULES] };
};

describe.each(MADE_ANEW)('of %s nobody says that it could have come, or that its copy is to be looked for', (kind) => {
  test.each(BACKUP_ROUTES)('from a backup by %s, whatever held it up', (route) => {
    for (const turn of turns) {
      const { fate, rule } = verdictOn(kind, route, turn);
      expect([turn.blocked, fate]).toEqual([turn.blocked, 'never-in-backup']);
      expect(rule.customer).not.toMatch(/copy|copies|backup could|look/);
    }
  });

  test('from phone to phone, and no backup is promised to bring it', () => {
    // What a move does with the passcode of the old phone is told by no source.
    if (kind === 'device-passcode') return;
    for (const turn of turns) {
      const { fate, rule } = verdictOn(kind, 'direct', turn);
      // The line moves in a step of its own, which a move that never began did not reach.
      expect([turn.blocked, fate]).toEqual([turn.blocked, kind === 'esim' ? 'not-downloaded' : 'never-in-backup']);
      expect(rule.customer).not.toMatch(/backup/);
    }
  });
});
