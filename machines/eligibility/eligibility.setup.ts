import { must } from '../../src/model/must.ts';
import { enqueueActions, setup } from 'xstate';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import { compareConditions } from '../../src/rulebook/judge/compare-conditions.ts';
import { freeze } from '../../src/rulebook/judge/judgement.ts';
import type { ChartMeta } from '../chart-meta.ts';
import type { ChartTag } from '../chart-tag.ts';
import type { Emitted, RunEvent } from '../events.ts';
import { guardOn, holdsOf } from '../guard.ts';
import { type Waits, WAITING_GUARDS, waitingActions, hasCome } from '../waiting.ts';

interface Context extends Waits {
  readonly file: CaseFile;
  readonly situation: Situation;
  /** How many categories have been judged. */
  readonly judged: number;
}

const categoriesOf = ({ file, situation }: Context): readonly string[] => freeze(file, situation).categories;

export const ELIGIBILITY_GUARDS = {
  ...WAITING_GUARDS,
  lastIsDue: guardOn<Context>()({
    holds: ({ context, event }) => hasCome(context, event) && context.judged + 1 >= categoriesOf(context).length,
    saw: (context) => ({
      'due at': context.dueAtMs,
      judged: context.judged,
      categories: categoriesOf(context).length,
    }),
    words: 'Not every category has been judged yet.',
  }),
};

export const eligibilitySetup = setup({
  types: {
    context: {} as Context,
    events: {} as RunEvent,
    emitted: {} as Emitted,
    input: {} as { file: CaseFile; situation: Situation; at: number },
    output: {} as { at: number },
    meta: {} as ChartMeta,
    tags: {} as ChartTag,
  },
})
  .extend({ guards: holdsOf(ELIGIBILITY_GUARDS), actions: waitingActions<Context, RunEvent>() })
  .extend({
    actions: {
      reportDifferences: enqueueActions(({ context, enqueue }) => {
        enqueue.emit({
          type: 'conditions.compared',
          backup: must(context.situation.backup, 'the chosen backup'),
          differences: compareConditions(context.file, context.situation),
        });
      }),
      judgeCategory: enqueueActions(({ context, enqueue }) => {
        const { groups } = freeze(context.file, context.situation);
        const categories = categoriesOf(context);
        // Where nothing is expected there is nothing to judge.
        if (categories.length === 0) return;
        const category = must(categories[context.judged], 'the category whose turn it is');
        for (const group of must(groups[category], category)) enqueue.emit({ type: 'item.judged', ...group });
        enqueue.assign({ judged: context.judged + 1 });
      }),
      reportFreeze: enqueueActions(({ context, enqueue }) => {
        const { eligible, stopped } = freeze(context.file, context.situation);
        enqueue.emit({ type: 'verdicts.frozen', eligible: eligible.length, stopped });
      }),
    },
  });
