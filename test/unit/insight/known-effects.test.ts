import { describe, expect, test } from 'vitest';
import { type ActorPart, ActorParts } from '../../../src/insight/explore/actor-parts.ts';
import { KnownEffects } from '../../../src/insight/explore/known-effects.ts';
import { tell } from '../../../src/insight/explore/life-state.ts';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { EXPLORED_WORLDS } from '../../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../../src/insight/explore/explored-world.ts';
import { must } from '../../../src/model/must.ts';
import type { JournalLine } from '../../../src/run/journal-line.ts';

const part = (index: number, path: string): ActorPart => ({ index, core: index, path, due: null });
const base = { n: 1, step: 1, atMs: 0 };

describe('whom a move concerns', () => {
  const taker = part(0, 'simulation/a');
  const listener = part(1, 'simulation/b');
  const other = part(2, 'simulation/c');
  const changed = part(3, 'simulation/a');
  const lines: readonly JournalLine[] = [
    { ...base, actor: 'simulation', type: 'event', by: 'person', event: 'back', data: {} },
    { ...base, actor: 'simulation/a', type: 'message', to: 'simulation/b', event: 'x' },
  ];
  const known = () => {
    const effects = new KnownEffects(new ActorParts());
    effects.learn('back', taker, [taker, listener, other], [changed, listener, other], lines);
    return effects;
  };

  test('whoever was sent a message is, even if it did nothing', () => {
    const elsewhere = part(4, 'simulation/b');
    expect(known().find('back', taker, [taker, listener, other], 0)?.parts).toEqual([changed, listener, other]);
    expect(known().find('back', taker, [taker, elsewhere, other], 0)).toBeUndefined();
  });

  test('whoever was not asked stands as it stands', () => {
    const elsewhere = part(5, 'simulation/c');
    expect(known().find('back', taker, [taker, listener, elsewhere], 0)?.parts).toEqual([changed, listener, elsewhere]);
  });
});

describe('what was told', () => {
  const file = caseFileOf(scenarioOfWorld(must(EXPLORED_WORLDS[0], 'a world')).world);
  const actor = 'simulation/restore/contentDownload';
  const asked: JournalLine = { ...base, actor, type: 'prompt.shown', prompt: 'account-password', account: 'jonas' };
  const answered = (answer: 'given' | 'wrong' | 'skipped'): JournalLine => ({
    ...base,
    actor,
    type: 'prompt.answered',
    prompt: 'account-password',
    account: 'jonas',
    answer,
  });

  test.each([
    ['wrong', 1],
    ['given', 0],
    ['skipped', 0],
  ] as const)('a prompt answered “%s” leaves %i open', (answer, open) => {
    expect(tell(file, [], tell(file, [], undefined, [asked]), [answered(answer)]).prompts).toHaveLength(open);
  });
});
